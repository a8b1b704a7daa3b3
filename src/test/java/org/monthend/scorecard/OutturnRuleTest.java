package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;

class OutturnRuleTest {

    private static final FiscalYear YEAR = new FiscalYear(2015);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # aggregation | outturn
            FLOW          | 78
            FLOW_MEAN     | 6.5
            STOCK         | 12
            STOCK_RATIO   | 12
            """)
    void addsUpACompleteYearByItsAggregation(Aggregation aggregation, double outturn) {
        Outturn complete = OutturnRule.outturn(
                counts(aggregation, IntStream.rangeClosed(1, 12).toArray()), YEAR, Optional.of(Aim.atLeast(outturn)));

        assertThat(complete.range()).contains(OutturnRange.exactly(outturn));
        assertThat(complete.chance()).hasValue(1);
        assertThat(complete.chanceShown()).contains(100);
        assertThat(complete.complete()).isTrue();
    }

    @Test
    void dividesSumsRatherThanTakingTheMeanOfPercentages() {
        List<MonthParts> months = new ArrayList<>(Collections.nCopies(11, MonthParts.of(1, 1, 100)));
        months.add(MonthParts.of(0, 89, 100));

        Outturn outturn = OutturnRule.outturn(percent(months), YEAR, Optional.empty());

        assertThat(outturn.range()).contains(OutturnRange.exactly(11));
        assertThat(outturn.chance()).isEmpty();
    }

    @Test
    void aMonthOfNothingOutOfNothingIsKnown() {
        List<MonthParts> months = new ArrayList<>(Collections.nCopies(11, MonthParts.of(1, 2, 100)));
        months.add(MonthParts.of(0, 0, 100));

        Outturn outturn = OutturnRule.outturn(percent(months), YEAR, Optional.of(Aim.atLeast(50)));

        assertThat(outturn.monthsKnown()).isEqualTo(12);
        assertThat(outturn.range()).contains(OutturnRange.exactly(50));
        assertThat(outturn.chance()).hasValue(1);
    }

    /** Some of its paths run down to no case at all, and a share of nothing is no figure. */
    @Test
    void aServiceThatRunsDownStillHasAnOutturn() {
        List<MonthParts> months = IntStream.range(0, 24)
                .mapToObj(month -> MonthParts.of(95 - month * 4, 100 - month * 4, 100))
                .toList();

        Outturn outturn = OutturnRule.outturn(
                new OutturnSeries(YEAR.firstMonth().minusMonths(1), months, Unit.PERCENT, Aggregation.RATIO),
                YEAR,
                Optional.empty());

        assertThat(outturn.reason()).isEmpty();
        assertThat(outturn.range().orElseThrow().median()).isBetween(0.0, 100.0);
    }

    @Test
    void carriesAYearOnFromWhatIsKnown() {
        Outturn outturn = OutturnRule.outturn(
                counts(Aggregation.FLOW, years(2, 10, 12, 11, 9)), new FiscalYear(2016), Optional.of(Aim.atMost(140)));

        OutturnRange range = outturn.range().orElseThrow();
        assertThat(outturn.monthsKnown()).isZero();
        assertThat(range.median()).isBetween(120.0, 132.0);
        assertThat(range.low80()).isBetween(100.0, 125.0);
        assertThat(range.high80()).isBetween(126.0, 150.0);
        assertThat(outturn.lastYear()).hasValue(126);
        assertThat(outturn.chance().orElseThrow()).isBetween(0.7, 1.0);
        assertThat(outturn.complete()).isFalse();
    }

    @Test
    void knowsMoreTheLaterInTheYear() {
        int[] months = years(3, 10, 14, 9, 12, 17, 11, 8);
        List<Double> widths = Stream.of(24, 27, 30, 33)
                .map(known -> OutturnRule.outturn(
                        upTo(known, counts(Aggregation.FLOW, months)), new FiscalYear(2015), Optional.empty()))
                .map(outturn -> outturn.range().orElseThrow())
                .map(range -> range.high80() - range.low80())
                .toList();

        assertThat(widths).isSortedAccordingTo(Collections.reverseOrder());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # polarity       | target | chance
            HIGHER_IS_BETTER | 90     | 1
            HIGHER_IS_BETTER | 89     | 1
            LOWER_IS_BETTER  | 89     | 0
            """)
    void isSureOnceNoMonthCanChangeIt(Polarity polarity, double target, double chance) {
        OutturnSeries nineTens = upTo(33, counts(Aggregation.FLOW, years(3, 10)));
        Aim aim = polarity == Polarity.HIGHER_IS_BETTER ? Aim.atLeast(target) : Aim.atMost(target);

        Outturn outturn = OutturnRule.outturn(nineTens, YEAR, Optional.of(aim));

        assertThat(outturn.chance()).hasValue(chance);
    }

    @Test
    void showsNoCertaintyBeforeTheYearEnds() {
        OutturnSeries known = upTo(33, counts(Aggregation.FLOW, years(3, 10)));

        assertThat(OutturnRule.outturn(known, YEAR, Optional.of(Aim.atLeast(90)))
                        .chanceShown())
                .contains(95);
        assertThat(OutturnRule.outturn(known, YEAR, Optional.of(Aim.atMost(80))).chanceShown())
                .contains(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # chance | complete | shown
            0.524    | false    | 50
            0.526    | false    | 55
            0.999    | false    | 95
            0        | false    | 5
            0        | true     | 0
            1        | true     | 100
            """)
    void showsTheChanceToTheNearestFivePercent(double chance, boolean complete, int shown) {
        Outturn outturn = new Outturn(
                YEAR, 9, Optional.empty(), OptionalDouble.of(chance), complete, OptionalDouble.empty(), false, "", "");

        assertThat(outturn.chanceShown()).contains(shown);
    }

    @Test
    void betterAndWorseAreTwoSidesOfOneChance() {
        OutturnSeries rates = upTo(30, fractions(Unit.PER_10000, 3, 60, 71, 66, 58, 63));

        double atLeast = OutturnRule.outturn(rates, YEAR, Optional.of(Aim.atLeast(630)))
                .chance()
                .orElseThrow();
        double atMost = OutturnRule.outturn(rates, YEAR, Optional.of(Aim.atMost(630)))
                .chance()
                .orElseThrow();

        assertThat(atLeast + atMost).isCloseTo(1, within(0.002));
    }

    @Test
    void aTieHasItsShareOfTheChanceOfACount() {
        OutturnSeries few = upTo(34, counts(Aggregation.FLOW, years(3, 0, 1, 0, 0, 2, 0, 1)));

        double atLeast = OutturnRule.outturn(few, YEAR, Optional.of(Aim.atLeast(7)))
                .chance()
                .orElseThrow();
        double atMost = OutturnRule.outturn(few, YEAR, Optional.of(Aim.atMost(7)))
                .chance()
                .orElseThrow();

        assertThat(atLeast + atMost).isGreaterThan(1.1);
    }

    @Test
    void aBandIsMetInside() {
        OutturnSeries known = upTo(30, counts(Aggregation.FLOW, years(3, 10, 14, 9, 12)));

        double inside = OutturnRule.outturn(known, YEAR, Optional.of(new Aim(130, 145)))
                .chance()
                .orElseThrow();
        double below = OutturnRule.outturn(known, YEAR, Optional.of(Aim.atMost(129)))
                .chance()
                .orElseThrow();
        double above = OutturnRule.outturn(known, YEAR, Optional.of(Aim.atLeast(146)))
                .chance()
                .orElseThrow();

        assertThat(inside + below + above).isCloseTo(1, within(0.002));
        assertThat(inside).isGreaterThan(0.3);
    }

    @Test
    void drawsAMonthThatWasLeftOutAboutItsNeighbours() {
        List<MonthParts> months = new ArrayList<>(monthsOf(years(3, 10)));
        months.set(29, MonthParts.NOTHING);

        Outturn outturn = OutturnRule.outturn(series(Unit.COUNT, Aggregation.FLOW, months), YEAR, Optional.empty());

        assertThat(outturn.monthsKnown()).isEqualTo(11);
        assertThat(outturn.complete()).isFalse();
        assertThat(outturn.range().orElseThrow().median()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # aggregation | unit    | reason
            RANK          | COUNT   | a position among others
            ROLLING_3M    | COUNT   | rolling three months
            RATIO         | PERCENT | numerator and denominator are not known
            """)
    void saysWhyThereIsNone(Aggregation aggregation, Unit unit, String reason) {
        Outturn outturn = OutturnRule.outturn(
                series(unit, aggregation, monthsOf(years(2, 10, 12))), YEAR, Optional.of(Aim.atLeast(1)));

        assertThat(outturn.range()).isEmpty();
        assertThat(outturn.chance()).isEmpty();
        assertThat(outturn.reason()).isEqualTo(reason);
    }

    @Test
    void saysNothingFromTooLittle() {
        assertThat(OutturnRule.outturn(counts(Aggregation.FLOW, 10, 11), new FiscalYear(2016), Optional.empty())
                        .reason())
                .isEqualTo("too few figures");
    }

    @Test
    void looksNoFurtherThanTheYearThatFollows() {
        OutturnSeries series = counts(Aggregation.FLOW, years(2, 10));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutturnRule.outturn(series, new FiscalYear(2017), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutturnRule.outturn(series, new FiscalYear(2014), Optional.empty()));
    }

    @Test
    void pointsToLastYearBeforeAPercentagesYearBegins() {
        OutturnSeries known = fractions(Unit.PERCENT, 2, 60, 71, 66);

        Outturn before = OutturnRule.outturn(known, new FiscalYear(2016), Optional.empty());
        Outturn begun = OutturnRule.outturn(upTo(23, known), YEAR, Optional.empty());

        assertThat(before.note()).contains("the year before is the better guide");
        assertThat(before.lastYear().orElseThrow()).isBetween(60.0, 71.0);
        assertThat(begun.note()).isEmpty();
    }

    @Test
    void laterMonthsOfAMeasureChangeNothing() {
        Measure measure = Measures.measure("M", Unit.COUNT, 0, Aggregation.FLOW);
        ReportingMonth first = new ReportingMonth(2013, 4);
        List<MonthFigure> all = IntStream.range(0, 36)
                .mapToObj(i -> figure(first.plusMonths(i), 10 + i % 5))
                .toList();
        ReportingMonth december = new ReportingMonth(2015, 12);

        Outturn known = OutturnRule.outturn(all.subList(0, 33), december, measure, monthly(12));

        assertThat(OutturnRule.outturn(all, december, measure, monthly(12))).isEqualTo(known);
        assertThat(known.monthsKnown()).isEqualTo(9);
        assertThat(known.chance()).isPresent();
    }

    @Test
    void aQuarterlyMeasureHasNoMonthsToAddUp() {
        Measure quarterly = Measures.with(Measures.percent("M"), Frequency.QUARTERLY);

        assertThat(OutturnRule.outturn(List.of(), new ReportingMonth(2015, 12), quarterly, monthly(12))
                        .reason())
                .isEqualTo("quarterly figure");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # aggregation | polarity         | low       | high
            FLOW          | HIGHER_IS_BETTER | 144       | Infinity
            FLOW_MEAN     | LOWER_IS_BETTER  | -Infinity | 12
            STOCK         | LOWER_IS_BETTER  | -Infinity | 12
            RATIO         | HIGHER_IS_BETTER | 12        | Infinity
            """)
    void aYearsTargetFollowsFromItsMonths(Aggregation aggregation, Polarity polarity, double low, double high) {
        Aim aim = Aim.ofYear(monthly(12), aggregation, polarity).orElseThrow();

        assertThat(aim.low()).isEqualTo(low, within(1e-9));
        assertThat(aim.high()).isEqualTo(high, within(1e-9));
    }

    @Test
    void thereIsNoTargetOfAYearWithoutThoseOfItsMonths() {
        List<Optional<Target>> months = new ArrayList<>(monthly(12));
        months.set(3, Optional.empty());

        assertThat(Aim.ofYear(months, Aggregation.FLOW, Polarity.HIGHER_IS_BETTER))
                .isEmpty();
        assertThat(Aim.ofYear(months, Aggregation.STOCK, Polarity.HIGHER_IS_BETTER))
                .isPresent();
        assertThat(Aim.ofYear(monthly(12), Aggregation.STOCK, Polarity.CONTEXT)).isEmpty();
    }

    private static List<Optional<Target>> monthly(int target) {
        return Collections.nCopies(
                12,
                Optional.of(new Target(
                        "M",
                        "TRUST",
                        YEAR.firstMonth(),
                        Optional.empty(),
                        Optional.of(BigDecimal.valueOf(target)),
                        Optional.empty(),
                        Optional.empty(),
                        BigDecimal.ZERO)));
    }

    private static MonthFigure figure(ReportingMonth month, int value) {
        return new MonthFigure(
                month,
                Optional.empty(),
                Optional.empty(),
                Figure.of(BigDecimal.valueOf(value)),
                "",
                "",
                "",
                OptionalLong.empty());
    }

    /** A pattern over and over, for so many years. */
    private static int[] years(int years, int... pattern) {
        return IntStream.range(0, 12 * years)
                .map(i -> pattern[i % pattern.length])
                .toArray();
    }

    private static List<MonthParts> monthsOf(int... values) {
        return IntStream.of(values).mapToObj(MonthParts::of).toList();
    }

    private static OutturnSeries counts(Aggregation aggregation, int... values) {
        return series(Unit.COUNT, aggregation, monthsOf(values));
    }

    private static OutturnSeries percent(List<MonthParts> months) {
        return series(Unit.PERCENT, Aggregation.RATIO, months);
    }

    private static OutturnSeries fractions(Unit unit, int years, int... numerators) {
        double multiplier = unit.multiplier().doubleValue();
        return series(
                unit,
                Aggregation.RATIO,
                IntStream.of(years(years, numerators))
                        .mapToObj(numerator -> MonthParts.of(numerator, unit == Unit.PERCENT ? 100 : 1_000, multiplier))
                        .toList());
    }

    /** A series that ends with the financial year 2015/16. */
    private static OutturnSeries series(Unit unit, Aggregation aggregation, List<MonthParts> months) {
        return new OutturnSeries(YEAR.lastMonth(), months, unit, aggregation);
    }

    /** Its first months alone. */
    private static OutturnSeries upTo(int months, OutturnSeries series) {
        return series.upTo(series.last().minusMonths(series.months().size() - months));
    }
}
