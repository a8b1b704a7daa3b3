package org.monthend.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;

/** Makes a quarter out of its months, by the measure's stated aggregation (algorithms.md, 1), and the latest month's cell. */
public final class Quarters {

    private static final int MONTHS = 3;

    private Quarters() {}

    /**
     * A quarter's figure, exact, with what the page prints for it.
     *
     * <p>A quarter with fewer months than three is partial, and one that takes its last month is so while that month has no
     * figure and an earlier one stands in for it. A quarterly figure speaks for all its three months. Missing for the
     * reason that the months state, not received when they say nothing, and not available when the months do not add up: a
     * ratio of several months without all their numerators and denominators, and a rank.
     *
     * <p>A footnote's mark is carried over only where the quarter shows what one single month says.
     *
     * @param months what is known, by month; months of other quarters are ignored
     */
    public static PeriodFigure of(FiscalQuarter quarter, Measure measure, Map<ReportingMonth, MonthFigure> months) {
        List<MonthFigure> stated = stated(quarter, measure, months);
        List<MonthFigure> known = known(stated);
        Figure figure = figure(measure, stated, known);
        boolean quarterly = measure.frequency() == Frequency.QUARTERLY;
        String mark =
                source(quarter, measure, months).map(MonthFigure::footnoteMark).orElse("");
        return new PeriodFigure(
                quarter.label(),
                figure,
                Printed.figure(figure, measure, mark),
                mark,
                quarterly ? known.size() * MONTHS : known.size(),
                figure.reportedValue().isPresent() && isPartial(quarter, measure, known));
    }

    /**
     * The same, or what an earlier scorecard reported of the quarter where the months do not make a whole one: where one
     * that it needs is missing, or they do not add up.
     */
    public static PeriodFigure of(
            FiscalQuarter quarter,
            Measure measure,
            Map<ReportingMonth, MonthFigure> months,
            Optional<QuarterFigure> reported) {
        PeriodFigure computed = of(quarter, measure, months);
        if (reported.isEmpty()) {
            return computed;
        }
        QuarterFigure statement = reported.get();
        boolean isReported = !isWhole(quarter, measure, months, computed);
        return new PeriodFigure(
                computed.period(),
                isReported ? statement.figure() : computed.figure(),
                isReported ? Printed.figure(statement.figure(), measure, statement.footnoteMark()) : computed.printed(),
                isReported ? statement.footnoteMark() : computed.footnoteMark(),
                computed.monthsKnown(),
                !isReported && computed.partial(),
                isReported ? Basis.REPORTED : Basis.COMPUTED,
                reported);
    }

    /** Whether the months say all that the quarter's figure needs; that there is none, they have to say one by one. */
    private static boolean isWhole(
            FiscalQuarter quarter, Measure measure, Map<ReportingMonth, MonthFigure> months, PeriodFigure computed) {
        if (computed.figure().reportedValue().isPresent()) {
            return !computed.partial();
        }
        List<MonthFigure> stated = stated(quarter, measure, months);
        int due = measure.frequency() == Frequency.QUARTERLY ? 1 : MONTHS;
        return known(stated).isEmpty()
                && stated.stream().filter(Quarters::givesItsReason).count() == due;
    }

    private static boolean givesItsReason(MonthFigure month) {
        return month.figure() instanceof Figure.Missing missing
                && missing.reason() != MissingReason.NOT_RECEIVED
                && missing.reason() != MissingReason.NOT_DUE;
    }

    /** The cell of the month itself; not due where the measure is quarterly and the month does not end a quarter. */
    public static PeriodFigure latest(ReportingMonth month, Measure measure, Map<ReportingMonth, MonthFigure> months) {
        if (measure.frequency() == Frequency.QUARTERLY && !month.endsQuarter()) {
            return cell(month, Figure.missing(MissingReason.NOT_DUE), "", measure);
        }
        return at(month, months)
                .map(stated -> cell(month, stated.figure(), stated.footnoteMark(), measure))
                .orElseGet(() -> cell(month, Figure.missing(MissingReason.NOT_RECEIVED), "", measure));
    }

    /** The one month whose words the quarter's cell shows; empty where it is made of several, or none says anything. */
    static Optional<MonthFigure> source(
            FiscalQuarter quarter, Measure measure, Map<ReportingMonth, MonthFigure> months) {
        List<MonthFigure> stated = stated(quarter, measure, months);
        List<MonthFigure> known = known(stated);
        if (known.isEmpty()) {
            MissingReason reason = reason(stated);
            return last(stated.stream()
                    .filter(month -> month.figure().equals(Figure.missing(reason)))
                    .toList());
        }
        boolean single = known.size() == 1 || measure.aggregation().takesLastMonth();
        return single ? last(known) : Optional.empty();
    }

    private static PeriodFigure cell(ReportingMonth month, Figure figure, String mark, Measure measure) {
        return new PeriodFigure(
                month.label(),
                figure,
                Printed.figure(figure, measure, mark),
                mark,
                figure.reportedValue().isPresent() ? 1 : 0,
                false);
    }

    private static List<MonthFigure> stated(
            FiscalQuarter quarter, Measure measure, Map<ReportingMonth, MonthFigure> months) {
        Stream<ReportingMonth> due =
                measure.frequency() == Frequency.QUARTERLY ? Stream.of(quarter.lastMonth()) : quarter.months().stream();
        return due.flatMap(month -> at(month, months).stream()).toList();
    }

    private static List<MonthFigure> known(List<MonthFigure> stated) {
        return stated.stream()
                .filter(month -> month.figure().reportedValue().isPresent())
                .toList();
    }

    private static Figure figure(Measure measure, List<MonthFigure> stated, List<MonthFigure> known) {
        if (known.isEmpty()) {
            return Figure.missing(reason(stated));
        }
        if (measure.frequency() == Frequency.QUARTERLY) {
            return known.get(0).figure();
        }
        return switch (measure.aggregation()) {
            case FLOW -> Figure.of(sum(known));
            case FLOW_MEAN -> Figure.of(sum(known).divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL128));
            case STOCK, ROLLING_3M, STOCK_RATIO -> known.get(known.size() - 1).figure();
            case RATIO -> ratio(measure, known);
            case RANK -> Figure.missing(MissingReason.NOT_AVAILABLE);
        };
    }

    private static boolean isPartial(FiscalQuarter quarter, Measure measure, List<MonthFigure> known) {
        if (measure.frequency() == Frequency.QUARTERLY) {
            return false;
        }
        if (measure.aggregation().takesLastMonth()) {
            return !known.get(known.size() - 1).month().equals(quarter.lastMonth());
        }
        return known.size() < MONTHS;
    }

    private static BigDecimal sum(List<MonthFigure> known) {
        return known.stream()
                .flatMap(month -> month.figure().reportedValue().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Σ numerators / Σ denominators. A single month needs neither: it is its own figure. */
    private static Figure ratio(Measure measure, List<MonthFigure> known) {
        if (known.size() == 1) {
            return known.get(0).figure();
        }
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ZERO;
        for (MonthFigure month : known) {
            if (month.numerator().isEmpty() || month.denominator().isEmpty()) {
                return Figure.missing(MissingReason.NOT_AVAILABLE);
            }
            numerator = numerator.add(month.numerator().get());
            denominator = denominator.add(month.denominator().get());
        }
        if (denominator.signum() == 0) {
            return Figure.missing(MissingReason.NOT_AVAILABLE);
        }
        return Figure.of(measure.unit().multiplier().multiply(numerator).divide(denominator, MathContext.DECIMAL128));
    }

    /** Why a quarter has no figure: what all its months say, else "nothing to report" if one says so, else the last one's. */
    private static MissingReason reason(List<MonthFigure> stated) {
        List<MissingReason> said = stated.stream()
                .flatMap(month ->
                        month.figure() instanceof Figure.Missing missing ? Stream.of(missing.reason()) : Stream.empty())
                .filter(reason -> reason != MissingReason.NOT_RECEIVED && reason != MissingReason.NOT_DUE)
                .toList();
        if (said.isEmpty()) {
            return MissingReason.NOT_RECEIVED;
        }
        boolean mixed = said.stream().distinct().count() > 1;
        return mixed && said.contains(MissingReason.NOTHING_TO_REPORT)
                ? MissingReason.NOTHING_TO_REPORT
                : said.get(said.size() - 1);
    }

    private static Optional<MonthFigure> last(List<MonthFigure> figures) {
        return figures.isEmpty() ? Optional.empty() : Optional.of(figures.get(figures.size() - 1));
    }

    private static Optional<MonthFigure> at(ReportingMonth month, Map<ReportingMonth, MonthFigure> months) {
        return Optional.ofNullable(months.get(month));
    }
}
