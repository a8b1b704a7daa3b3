package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Unit;

class QuarterPropertiesTest {

    private static final FiscalQuarter QUARTER = new FiscalQuarter(new FiscalYear(2015), 3);

    @Property
    void aMissingMonthIsNeverZero(
            @ForAll("figures") List<Optional<Integer>> quarter,
            @ForAll @IntRange(max = 2) int silenced,
            @ForAll("reasons") MissingReason reason,
            @ForAll("aggregations") Aggregation aggregation) {
        Measure measure = Measures.measure("M", Unit.COUNT, 0, aggregation);
        List<MonthFigure> said = figures(quarter);
        List<MonthFigure> silent = new ArrayList<>(said);
        ReportingMonth month = QUARTER.months().get(silenced);
        silent.removeIf(figure -> figure.month().equals(month));
        List<MonthFigure> missing = new ArrayList<>(silent);
        missing.add(Months.stated(month, Figure.missing(reason), ""));

        PeriodFigure withoutIt = Quarters.of(QUARTER, measure, Months.byMonth(silent));
        PeriodFigure withReason = Quarters.of(QUARTER, measure, Months.byMonth(missing));

        assertThat(withReason.figure().reportedValue())
                .isEqualTo(withoutIt.figure().reportedValue());
        assertThat(withReason.partial()).isEqualTo(withoutIt.partial());
        assertThat(withReason.monthsKnown()).isEqualTo(withoutIt.monthsKnown());
    }

    @Property
    void aMeanOrARatioLiesAmongItsMonths(
            @ForAll("figures") List<Optional<Integer>> quarter, @ForAll @IntRange(min = 1, max = 50) int weight) {
        List<MonthFigure> flows = figures(quarter);
        List<MonthFigure> ratios = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int numerator = quarter.get(i).orElse(0);
            int denominator = numerator + weight + i;
            if (quarter.get(i).isPresent()) {
                ratios.addAll(Months.from(QUARTER.months().get(i), Unit.PERCENT, numerator + "/" + denominator));
            }
        }

        liesAmong(Measures.measure("M", Unit.COUNT, 0, Aggregation.FLOW_MEAN), flows);
        liesAmong(Measures.percent("M"), ratios);
    }

    @Property
    void theOtherQuartersMonthsChangeNothing(
            @ForAll("figures") List<Optional<Integer>> quarter, @ForAll("aggregations") Aggregation aggregation) {
        Measure measure = Measures.measure("M", Unit.COUNT, 0, aggregation);
        List<MonthFigure> more = new ArrayList<>(figures(quarter));
        more.add(Months.stated(QUARTER.firstMonth().minusMonths(1), Figure.of(BigDecimal.TEN), "*"));
        more.add(Months.stated(QUARTER.lastMonth().plusMonths(1), Figure.of(BigDecimal.TEN), "*"));

        assertThat(Quarters.of(QUARTER, measure, Months.byMonth(more)))
                .isEqualTo(Quarters.of(QUARTER, measure, Months.byMonth(figures(quarter))));
    }

    private static void liesAmong(Measure measure, List<MonthFigure> months) {
        Optional<BigDecimal> figure =
                Quarters.of(QUARTER, measure, Months.byMonth(months)).figure().reportedValue();
        List<BigDecimal> values = months.stream()
                .flatMap(month -> month.figure().reportedValue().stream())
                .sorted()
                .toList();

        assertThat(figure.isPresent()).isEqualTo(!values.isEmpty());
        assertThat(figure.stream())
                .allSatisfy(value -> assertThat(value).isBetween(values.get(0), values.get(values.size() - 1)));
    }

    private static List<MonthFigure> figures(List<Optional<Integer>> quarter) {
        List<MonthFigure> figures = new ArrayList<>();
        for (int i = 0; i < quarter.size(); i++) {
            ReportingMonth month = QUARTER.months().get(i);
            quarter.get(i)
                    .ifPresent(value -> figures.add(Months.stated(month, Figure.of(BigDecimal.valueOf(value)), "")));
        }
        return figures;
    }

    @Provide
    Arbitrary<List<Optional<Integer>>> figures() {
        return Arbitraries.integers().between(0, 500).optional(0.7).list().ofSize(3);
    }

    @Provide
    Arbitrary<MissingReason> reasons() {
        return Arbitraries.of(MissingReason.class);
    }

    @Provide
    Arbitrary<Aggregation> aggregations() {
        return Arbitraries.of(Aggregation.class);
    }
}
