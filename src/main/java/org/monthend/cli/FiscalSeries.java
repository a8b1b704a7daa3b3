package org.monthend.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Unit;
import org.monthend.extract.format.CsvRow;
import org.monthend.scorecard.Aim;
import org.monthend.scorecard.MonthParts;
import org.monthend.scorecard.Outturn;
import org.monthend.scorecard.OutturnRule;
import org.monthend.scorecard.OutturnSeries;

/**
 * A series of a csv with its calendar: counts, or fractions of a numerator and a denominator.
 *
 * @param first its first month
 */
record FiscalSeries(String id, ReportingMonth first, List<MonthParts> months, Unit unit, Polarity direction) {

    static final List<String> COLUMNS = List.of("series_id", "kind", "start_month", "numerators", "denominators");

    private static final int YEAR = 12;

    /** A row with the columns above and, behind them, a direction, which may be blank. */
    static FiscalSeries of(CsvRow row) {
        String kind = row.cells().get(1).strip();
        boolean fraction = kind.startsWith("PCT") || kind.startsWith("RATE");
        if (!fraction && !kind.startsWith("COUNT")) {
            throw new BadCell(
                    "kind",
                    "'%s' is no kind. Write PCT..., RATE... (per 10,000) or COUNT..."
                            .formatted(SeriesCells.shown(kind)));
        }
        List<OptionalDouble> numerators = SeriesCells.values(row.cells().get(3), "numerators");
        List<OptionalDouble> denominators = row.cells().get(4).isBlank()
                ? List.of()
                : SeriesCells.values(row.cells().get(4), "denominators");
        if (fraction && denominators.size() != numerators.size()) {
            throw new BadCell(
                    "denominators",
                    "there are %d of them, and %d numerators. Write one for each month, blank where it is missing."
                            .formatted(denominators.size(), numerators.size()));
        }
        if (!fraction && !denominators.isEmpty()) {
            throw new BadCell(
                    "denominators", "a COUNT has none. Leave the cell blank, or write PCT or RATE for its kind.");
        }
        Unit unit = kind.startsWith("PCT") ? Unit.PERCENT : kind.startsWith("RATE") ? Unit.PER_10000 : Unit.COUNT;
        return new FiscalSeries(
                row.cells().get(0),
                first(row, numerators.size()),
                IntStream.range(0, numerators.size())
                        .mapToObj(i -> fraction
                                ? parts(numerators.get(i), denominators.get(i), unit)
                                : new MonthParts(numerators.get(i), OptionalDouble.empty(), OptionalDouble.empty()))
                        .toList(),
                unit,
                direction(row.cells().get(COLUMNS.size()), kind));
    }

    /** The month that a row's figures start in, so many of them. */
    static ReportingMonth first(CsvRow row, int months) {
        ReportingMonth first = SeriesCells.month(row.cells().get(2), "start_month");
        if (first.index() + months > ReportingMonth.parse("2198-01").index()) {
            throw new BadCell("numerators", "they go on past the year 2197. Correct start_month, or their number.");
        }
        return first;
    }

    private static MonthParts parts(OptionalDouble numerator, OptionalDouble denominator, Unit unit) {
        return numerator.isPresent() && denominator.isPresent()
                ? MonthParts.of(
                        numerator.getAsDouble(),
                        denominator.getAsDouble(),
                        unit.multiplier().doubleValue())
                : MonthParts.NOTHING;
    }

    /** Breaches are better when fewer; of anything else more is better, unless the row says so. */
    private static Polarity direction(String cell, String kind) {
        if (!cell.isBlank()) {
            return SeriesCells.direction(cell, "direction");
        }
        return kind.contains("BREACH") ? Polarity.LOWER_IS_BETTER : Polarity.HIGHER_IS_BETTER;
    }

    List<OptionalDouble> values() {
        return months.stream().map(MonthParts::figure).toList();
    }

    /** The labels of its months, such as 2016-04. */
    List<String> labels() {
        return IntStream.range(0, months.size())
                .mapToObj(i -> first.plusMonths(i).toString())
                .toList();
    }

    /** How many months the series has before the financial year that its last month lies in; minus where it starts later. */
    int beforeTheYear() {
        return first.plusMonths(months.size() - 1).fiscalYear().firstMonth().index() - first.index();
    }

    /** How many months of that year are over. */
    int ofTheYear() {
        return months.size() - beforeTheYear();
    }

    /**
     * The year's outturn, or the figure of its last month, as it looked when so many months of it were known: what came
     * later is not looked at. It is held against the year before: against its outturn, or the figure of its last month.
     */
    Outturn outturn(int known, boolean lastMonth) {
        int history = beforeTheYear() + known;
        FiscalYear year = first.plusMonths(months.size() - 1).fiscalYear();
        OutturnSeries series = upTo(history);
        Optional<Aim> aim = target(year, lastMonth).flatMap(outturn -> SpcCase.aim(outturn, direction));
        return lastMonth ? OutturnRule.lastMonth(series, year, aim) : OutturnRule.outturn(series, year, aim);
    }

    private Optional<Double> target(FiscalYear year, boolean lastMonth) {
        if (beforeTheYear() < (lastMonth ? 1 : YEAR)) {
            return Optional.empty();
        }
        OutturnSeries before = upTo(beforeTheYear());
        FiscalYear last = new FiscalYear(year.startYear() - 1);
        Outturn came = lastMonth
                ? OutturnRule.lastMonth(before, last, Optional.empty())
                : OutturnRule.outturn(before, last, Optional.empty());
        return came.complete() ? came.range().map(range -> range.median()) : Optional.empty();
    }

    private OutturnSeries upTo(int history) {
        return new OutturnSeries(
                first.plusMonths(history - 1),
                new ArrayList<>(months.subList(0, Math.max(0, history))),
                unit,
                unit == Unit.COUNT ? Aggregation.FLOW : Aggregation.RATIO);
    }
}
