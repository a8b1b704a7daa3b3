package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;

class ReadingTest {

    private static final ReportingMonth LAST = new ReportingMonth(2031, 12);

    private static final Measure REPEATS = fraction("repeat calls", "calls in month", Polarity.LOWER_IS_BETTER);

    @Test
    void readsFigureTargetUsualRangeAndYear() {
        Measure measure = fraction("visits made in time", "visits due", Polarity.HIGHER_IS_BETTER);

        assertThat(read(
                        measure,
                        "90/100; 94/100; 91/100; 95/100; 92/100; 94/100; 91/100; 93/100; 92/100",
                        target("90")))
                .isEqualTo("92% of visits due were made in time, better than the 90% target;"
                        + " within the usual range of 85 to 100% (a trial range, from only 9 figures);"
                        + " heading for 92% this year, almost certain (95%) to meet its target.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            visits made in time                        | visits due             | 88% of visits due were made in time
            plans that had lasted a year               | plans ended            | 88% of plans ended had lasted a year
            starters who left                          | starters               | 88% of starters left
            children with a health check               | children due one       | 88% of children due one had a health check
            referrals within a year of an earlier one  | referrals in month     | 88% of referrals were within a year of an earlier one
            people living well                         | people                 | Share stood at 88%
            young people in work                       | orders ended           | Share stood at 88%
            visits                                     | visits                 | Share stood at 88%
            ''                                         | ''                     | Share stood at 88%
            """)
    void makesASentenceOfNumeratorAndDenominatorWhereTheyDo(String numerator, String denominator, String words) {
        Measure measure = named("%Share", Unit.PERCENT, numerator, denominator);

        assertThat(FigureWords.of(measure, new BigDecimal("88"))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Calls                | PER_10000     | calls in month | under-18 population | There were 43 calls for every 10,000 of the under-18 population
            Calls                | PER_10000     | calls          | homes               | There were 43 calls for every 10,000 homes
            Calls per 10,000     | PER_10000     | ''             | ''                  | Calls per 10,000 stood at 43
            call rate            | PER_10000     | ''             | ''                  | Call rate stood at 43 per 10,000
            Average days waited  | DAYS          | days           | calls               | Average days waited stood at 43
            Time waited          | DAYS          | days           | calls               | Time waited stood at 43 days
            Caseload             | CASES_PER_FTE | cases          | FTE                 | Caseload stood at 43 cases per FTE
            Open cases           | COUNT         | open cases     | ''                  | Open cases stood at 43
            """)
    void saysTheUnitOnce(String name, Unit unit, String numerator, String denominator, String words) {
        assertThat(FigureWords.of(named(name, unit, numerator, denominator), new BigDecimal("43")))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20/100     | 25 | LOWER_IS_BETTER  | 0 | ', better than the 25% target'
            25/100     | 25 | LOWER_IS_BETTER  | 0 | ', meeting the 25% target'
            249/1000   | 25 | LOWER_IS_BETTER  | 0 | ', just better than the 25% target'
            251/1000   | 25 | LOWER_IS_BETTER  | 0 | ', just worse than the 25% target'
            251/1000   | 25 | LOWER_IS_BETTER  | 1 | ', just worse than the 25% target but within tolerance'
            27/100     | 25 | LOWER_IS_BETTER  | 3 | ', worse than the 25% target but within tolerance'
            40/100     | 25 | LOWER_IS_BETTER  | 3 | ', worse than the 25% target'
            40/100     | 25 | HIGHER_IS_BETTER | 0 | ', better than the 25% target'
            40/100     | 25 | CONTEXT          | 0 | ', above the 25% target, with neither side better'
            """)
    void saysHowTheFigureStandsToItsTarget(
            String figure, BigDecimal target, Polarity polarity, BigDecimal tolerance, String words) {
        Measure measure = fraction("calls answered", "calls", polarity);
        Target aim = new Target(
                measure.code(),
                "T",
                LAST.minusMonths(99),
                Optional.empty(),
                Optional.of(target),
                none(),
                none(),
                tolerance);

        assertThat(read(measure, figure, Optional.of(aim))).contains("% of calls were answered" + words + ";");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            17   | 16 | 18 | within the target range of 16 to 18
            15   | 16 | 18 | below the target range of 16 to 18
            19   | 16 | 18 | above the target range of 16 to 18
            18.4 | 16 | 18 | just above the target range of 16 to 18
            17   | 16 |    | meeting the target of at least 16
            15   | 16 |    | below the target of at least 16
            19   |    | 18 | above the target of at most 18
            """)
    void saysHowTheFigureStandsToABand(String figure, BigDecimal low, BigDecimal high, String words) {
        Measure measure = Measures.with(Measures.count("OPEN"), Polarity.CONTEXT);
        Target band = new Target(
                measure.code(),
                "T",
                LAST.minusMonths(99),
                Optional.empty(),
                none(),
                Optional.ofNullable(low),
                Optional.ofNullable(high),
                BigDecimal.ZERO);

        assertThat(read(measure, figure, Optional.of(band))).contains(", " + words + ";");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5;6;5;7;6;5;6;7;5;6;5;6;5;40         | above the usual range of 5 to 11, a concern
            5;6;5;7;6;5;6;7;5;6;5;6;5;6          | within the usual range of 3 to 9
            9;9;9;9;9;9;9;9;9;9;9;9;9;9          | at the usual 9
            4;16;4;16;4;16;4;7;8;9;10;11;12;13    | rising over the last seven figures, within the usual range
            3;6;3;6;3;5;3;7;6;8;6;8;6;8          | the last seven figures above the average of 6, a concern
            5;6;5                                | too few months to say what is usual
            5                                    | too few months to say what is usual
            """)
    void saysWhatIsUsual(String figures, String words) {
        Measure measure = Measures.with(Measures.count("OPEN"), Polarity.LOWER_IS_BETTER);

        assertThat(read(measure, figures, Optional.empty())).contains("; " + words);
    }

    @Test
    void cutsTheUsualRangeWhereNoFigureCanLie() {
        assertThat(read(REPEATS, "1/100;9/100;2/100;8/100;1/100;9/100;2/100;8/100", Optional.empty()))
                .contains("usual range of 0 to");
        assertThat(read(REPEATS, "99/100;91/100;98/100;92/100;99/100;91/100;98/100", Optional.empty()))
                .contains(" to 100%");
    }

    @ParameterizedTest
    @EnumSource(MissingReason.class)
    void saysWhyThereIsNoFigure(MissingReason reason) {
        MonthFigure missing = Months.stated(LAST, Figure.missing(reason), "");
        List<MonthFigure> months = List.of(Months.stated(LAST.minusMonths(1), Figure.of(BigDecimal.TEN), ""), missing);

        assertThat(read(Measures.count("OPEN"), months, Optional.empty()))
                .startsWith("No figure")
                .contains("December 2031: ")
                .contains("the last was 10 in November 2031")
                .endsWith(" No target is set.");
    }

    @Test
    void saysThatAQuarterlyFigureIsNotDue() {
        Measure quarterly = Measures.with(Measures.percent("WORK"), Frequency.QUARTERLY);
        ReportingMonth month = new ReportingMonth(2031, 11);

        assertThat(Reading.sentence(
                        quarterly,
                        month,
                        List.of(),
                        Quarters.latest(month, quarterly, new TreeMap<>()),
                        Standing.judge(Figure.missing(MissingReason.NOT_DUE), quarterly, Optional.empty()),
                        TrendRule.judge(List.of(), quarterly),
                        ControlChart.none("no figure"),
                        Optional.empty()))
                .isEqualTo("No figure is due for November 2031: the measure is quarterly. No target is set.");
    }

    @ParameterizedTest
    @CsvSource({
        "100, almost certain (100%) to meet its target",
        "95, almost certain (95%) to meet its target",
        "90, very likely (90%) to meet its target",
        "80, likely (80%) to meet its target",
        "70, likely (70%) to meet its target",
        "65, about as likely as not (65%) to meet its target",
        "35, about as likely as not (35%) to meet its target",
        "30, unlikely (30%) to meet its target",
        "10, very unlikely (10%) to meet its target",
        "5, almost certain to miss its target (5% chance of meeting it)"
    })
    void hasAWordForEveryChance(int percent, String words) {
        assertThat(Reading.toMeet(percent)).isEqualTo(words);
    }

    @Property(tries = 500)
    void isWhatThePageShowsInOtherWords(
            @ForAll("series") String figures,
            @ForAll Polarity polarity,
            @ForAll Unit unit,
            @ForAll Aggregation aggregation) {
        Measure measure = Measures.with(Measures.measure("ANY", unit, 0, aggregation), polarity);
        List<MonthFigure> months = months(unit, figures);
        Judged judged = new Judged(measure, months, target("20"));

        String sentence = judged.sentence();

        assertThat(sentence)
                .matches("[A-Z0-9].*\\.")
                .doesNotContain("  ")
                .doesNotContain("NaN")
                .doesNotContain("nfinity");
        assertThat(sentence.contains("for the better")).isEqualTo(judged.trend.judgement() == Judgement.BETTER);
        assertThat(sentence.contains("for the worse")).isEqualTo(judged.trend.judgement() == Judgement.WORSE);
        assertThat(sentence.contains(", an improvement"))
                .isEqualTo(judged.chart.variation().equals(Optional.of(Variation.IMPROVEMENT)));
        assertThat(sentence.contains(", a concern"))
                .isEqualTo(judged.chart.variation().equals(Optional.of(Variation.CONCERN)));
        assertThat(sentence.contains("worse than"))
                .isEqualTo(judged.target.standing() == TargetStanding.MISSED
                        || judged.target.standing() == TargetStanding.WITHIN_TOLERANCE);
        assertThat(sentence.contains("No figure for"))
                .isEqualTo(judged.latest.figure().reportedValue().isEmpty());
    }

    @Provide
    Arbitrary<String> series() {
        Arbitrary<String> figure = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.integers().between(0, 60).map(top -> top + "/100")),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("-", "", "..")));
        return figure.list().ofMinSize(1).ofMaxSize(40).map(each -> String.join(";", each));
    }

    private static String read(Measure measure, String figures, Optional<Target> target) {
        return read(measure, months(measure.unit(), figures), target);
    }

    private static String read(Measure measure, List<MonthFigure> months, Optional<Target> target) {
        return new Judged(measure, months, target).sentence();
    }

    /** Ends with the last month, in which a blank is a month that nobody has spoken of. */
    private static List<MonthFigure> months(Unit unit, String figures) {
        int months = figures.split(";", -1).length;
        return Months.from(LAST.minusMonths(months - 1), unit, figures.toLowerCase(Locale.ROOT));
    }

    /** All that the rules say of a series. */
    private static final class Judged {
        private final Measure measure;
        private final List<MonthFigure> months;
        private final PeriodFigure latest;
        private final TargetJudgement target;
        private final Trend trend;
        private final ControlChart chart;
        private final Outturn outturn;

        Judged(Measure measure, List<MonthFigure> months, Optional<Target> target) {
            this.measure = measure;
            this.months = months;
            TreeMap<ReportingMonth, MonthFigure> byMonth = new TreeMap<>(Months.byMonth(months));
            List<OptionalDouble> values = byMonth.isEmpty()
                    ? List.of()
                    : ReportingMonth.range(byMonth.firstKey(), LAST).stream()
                            .map(month -> Optional.ofNullable(byMonth.get(month))
                                    .flatMap(figure -> figure.figure().reportedValue())
                                    .map(value -> OptionalDouble.of(value.doubleValue()))
                                    .orElse(OptionalDouble.empty()))
                            .collect(Collectors.toCollection(ArrayList::new));
            latest = Quarters.latest(LAST, measure, byMonth);
            this.target = Standing.judge(latest.figure(), measure, target);
            trend = TrendRule.judge(values, measure);
            chart = VariationRule.judge(
                    values, LAST, measure, List.of(), target.map(List::of).orElse(List.of()));
            outturn = OutturnRule.outturn(
                    months,
                    LAST,
                    measure,
                    LAST.fiscalYear().months().stream().map(month -> target).toList());
        }

        String sentence() {
            return Reading.sentence(measure, LAST, months, latest, target, trend, chart, Optional.of(outturn));
        }
    }

    private static Optional<Target> target(String value) {
        return Optional.of(new Target(
                "ANY",
                "T",
                LAST.minusMonths(99),
                Optional.empty(),
                Optional.of(new BigDecimal(value)),
                none(),
                none(),
                BigDecimal.ZERO));
    }

    private static Optional<BigDecimal> none() {
        return Optional.empty();
    }

    private static Measure fraction(String numerator, String denominator, Polarity polarity) {
        return Measures.with(named("%Share", Unit.PERCENT, numerator, denominator), polarity);
    }

    private static Measure named(String name, Unit unit, String numerator, String denominator) {
        Measure plain = Measures.measure("ANY", unit, 0, Aggregation.RATIO);
        return new Measure(
                plain.code(),
                name,
                name,
                plain.nameStatus(),
                plain.section(),
                plain.block(),
                plain.position(),
                plain.contract(),
                unit,
                plain.decimals(),
                numerator,
                denominator,
                plain.definition(),
                plain.polarity(),
                plain.frequency(),
                plain.aggregation(),
                plain.lifecycle(),
                plain.showsTrend());
    }
}
