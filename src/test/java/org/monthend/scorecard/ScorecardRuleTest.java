package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.PageText;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.ScorecardFigures.ReportedCategory;
import org.monthend.scorecard.ScorecardFigures.ReportedFinance;
import org.monthend.scorecard.ScorecardFigures.ReportedProject;

class ScorecardRuleTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);
    private static final Measure DONE = Measures.percent("DONE");
    private static final Measure OPEN = Measures.count("OPEN");

    @Test
    void showsTheFourQuartersBeforeTheMonthsOwnAndTheMonth() {
        List<MonthFigure> months = Months.from(
                new ReportingMonth(2014, 10),
                Unit.PERCENT,
                "1/4;1/4;1/4; 2/4;2/4;2/4; 3/4;3/4;; 4/4;4/4;4/4; 1/5;2/5;3/5");

        MeasureLine line = lineOf(DONE, months);

        assertThat(line.quarters().stream().map(PeriodFigure::period))
                .containsExactly("2014/15 Qtr3", "2014/15 Qtr4", "2015/16 Qtr1", "2015/16 Qtr2");
        assertThat(line.quarters().stream().map(PeriodFigure::printed)).containsExactly("25%", "50%", "75%", "100%");
        assertThat(line.quarters().stream().map(PeriodFigure::partial)).containsExactly(false, false, true, false);
        assertThat(line.latest().period()).isEqualTo("Dec-15");
        assertThat(line.latest().printed()).isEqualTo("60%");
        assertThat(line.months()).hasSize(14);
    }

    @Test
    void judgesTheLatestMonthByTheTargetThatHoldsInIt() {
        List<MonthFigure> months = Months.from(DECEMBER, Unit.PERCENT, "70");

        MeasureLine line = lineOf(DONE, months);

        assertThat(line.target().printed()).isEqualTo("80%");
        assertThat(line.target().standing()).isEqualTo(TargetStanding.MISSED);
        assertThat(line.baselineRank()).isEqualTo("B");
        assertThat(line.baselineFigure()).isEqualTo("61.5%");
    }

    /** The figures never change; what they have to reach does. */
    @ParameterizedTest(name = "{0} => {1} {2} {3}")
    @CsvSource({
        "2015-08, 60%, MET, CONSISTENTLY_PASSES",
        "2015-09, 60%, MET, CONSISTENTLY_PASSES",
        "2015-10, 80%, MISSED, CONSISTENTLY_FAILS",
        "2015-12, 80%, MISSED, CONSISTENTLY_FAILS",
    })
    void aMovingTargetIsThatOfTheMonthForStandingAndAssurance(
            String month, String target, TargetStanding standing, Assurance assurance) {
        List<MonthFigure> months =
                Months.from(new ReportingMonth(2014, 12), Unit.PERCENT, "70;71;69;70;71;70;69;70;71;70;69;70;70");
        MeasureLine line = ScorecardRule.compute(
                        ReportingMonth.parse(month),
                        Catalogues.TRUST,
                        Catalogues.of(DONE, OPEN),
                        new ScorecardFigures(Map.of("DONE", months), List.of(), List.of(), List.of(), List.of()))
                .measures()
                .get(0);
        assertThat(line.target().printed()).isEqualTo(target);
        assertThat(line.target().standing()).isEqualTo(standing);
        assertThat(line.chart().assurance()).isEqualTo(assurance);
    }

    @Test
    void saysNothingWhereTheCatalogueSaysNothing() {
        MeasureLine line = lineOf(OPEN, List.of());

        assertThat(line.baselineRank()).isEmpty();
        assertThat(line.baselineFigure()).isEmpty();
        assertThat(line.target().standing()).isEqualTo(TargetStanding.NO_TARGET);
        assertThat(line.latest().printed()).isEqualTo("not received");
        assertThat(line.trend().reason()).isEqualTo("no figure for the latest month");
        assertThat(line.forecast()).isEmpty();
    }

    @Test
    void keepsGapsApartFromFiguresInTrendAndForecast() {
        MeasureLine line =
                lineOf(OPEN, Months.from(new ReportingMonth(2015, 1), Unit.COUNT, "40;41;40;-;41;40;;41;40;41;40;41"));

        assertThat(line.trend().monthsUsed()).isEqualTo(10);
        assertThat(line.trend().direction()).isEqualTo(Direction.LEVEL);
        assertThat(line.forecast()).get().satisfies(forecast -> {
            assertThat(forecast.monthsUsed()).isEqualTo(10);
            assertThat(forecast.months()).hasSize(ScorecardRule.FORECAST_MONTHS);
            assertThat(forecast.months())
                    .allSatisfy(month -> assertThat(month.mean()).isBetween(39.0, 42.0));
        });
    }

    @Test
    void leavesTheCellsThatFollowAnUndevelopedOneEmpty() {
        String undeveloped = "under development;".repeat(14) + "under development";

        MeasureLine line = lineOf(OPEN, Months.from(new ReportingMonth(2014, 10), Unit.COUNT, undeveloped));

        assertThat(line.quarters().stream().map(PeriodFigure::printed))
                .containsExactly("under development", "", "", "");
        assertThat(line.latest().printed()).isEmpty();
    }

    @Test
    void refusesTwoFiguresForOneMonth() {
        List<MonthFigure> twice = Stream.of("4", "5")
                .flatMap(word -> Months.from(DECEMBER, Unit.COUNT, word).stream())
                .toList();

        assertThatThrownBy(() -> lineOf(OPEN, twice)).hasMessageContaining("2015-12");
    }

    @Test
    void gathersTheFootnotesOfTheFiguresShown() {
        Scorecard scorecard = scorecard(Map.of(
                "OPEN",
                List.of(
                        noted(new ReportingMonth(2015, 9), "*", "Counted by hand."),
                        noted(new ReportingMonth(2015, 11), "†", "Not on the page."),
                        noted(DECEMBER, "‡", "")),
                "DONE",
                List.of(noted(DECEMBER, "⁴", ""))));

        assertThat(scorecard.texts())
                .containsExactly(
                        new PageText("vision", "", "To do well"),
                        new PageText("note", "4", "As at the last census."),
                        new PageText("footnote", "*", "Counted by hand."),
                        new PageText("footnote", "‡", "This mark's note was not given."));
    }

    @Test
    void saysWhoseNoteItIsWhereAMarkIsShared() {
        Scorecard scorecard = scorecard(Map.of(
                "DONE", List.of(noted(DECEMBER, "*", "From a sample.")),
                "OPEN", List.of(noted(DECEMBER, "*", "Counted by hand."))));

        assertThat(scorecard.texts())
                .endsWith(
                        new PageText("footnote", "*", "Measure DONE: From a sample."),
                        new PageText("footnote", "*", "Measure OPEN: Counted by hand."));
    }

    @Test
    void keepsTheReportedVarianceBesideTheComputedOne() {
        FinancePosition total = compute(finance(new ReportedFinance(
                        DECEMBER,
                        "TOTAL",
                        Optional.of(new BigDecimal("10000000")),
                        Optional.of(new BigDecimal("10500000")),
                        Optional.of(new BigDecimal("612000")),
                        Optional.empty(),
                        OptionalLong.of(7))))
                .finance()
                .get(0);

        assertThat(total.line().code()).isEqualTo("TOTAL");
        assertThat(total.reportedVariance()).contains(new BigDecimal("612000"));
        assertThat(total.computedVariance()).contains(new BigDecimal("500000"));
        assertThat(List.of(total.printedBudget(), total.printedForecast(), total.printedVariance()))
                .containsExactly("£10.0M", "£10.5M", "+£612K");
        assertThat(total.revisionId()).hasValue(7);
    }

    @Test
    void showsProgressWhereOthersShowTheirForecast() {
        FinancePosition progress = compute(finance(new ReportedFinance(
                        DECEMBER,
                        "PROGRESS",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new BigDecimal("55")),
                        OptionalLong.empty())))
                .finance()
                .get(1);

        assertThat(List.of(progress.printedBudget(), progress.printedForecast(), progress.printedVariance()))
                .containsExactly("", "55%", "");
        assertThat(progress.computedVariance()).isEmpty();
    }

    @Test
    void leavesAFinanceLineEmptyThatWasNotReportedForTheMonth() {
        List<FinancePosition> finance = compute(finance(new ReportedFinance(
                        DECEMBER.minusMonths(1),
                        "TOTAL",
                        Optional.of(BigDecimal.TEN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty())))
                .finance();

        assertThat(finance.stream().map(position -> position.line().code())).containsExactly("TOTAL", "PROGRESS");
        assertThat(finance).allSatisfy(position -> assertThat(position.budget()).isEmpty());
        assertThat(finance)
                .allSatisfy(position -> assertThat(position.printedBudget()).isEmpty());
    }

    @Test
    void printsSharesAndOpinionsInTheCataloguesOrder() {
        Scorecard scorecard = compute(new ScorecardFigures(
                Map.of(),
                List.of(),
                List.of(
                        new ReportedCategory(DECEMBER, "GRADE", "G", new BigDecimal("71.5"), OptionalLong.empty()),
                        new ReportedCategory(DECEMBER, "GRADE", "I", new BigDecimal("28.5"), OptionalLong.empty()),
                        new ReportedCategory(
                                DECEMBER.minusMonths(1), "GRADE", "I", BigDecimal.TEN, OptionalLong.empty())),
                List.of(new ReportedCategory(DECEMBER, "OPINION", "LA", new BigDecimal("3"), OptionalLong.empty())),
                List.of()));

        assertThat(scorecard.distributions().stream()
                        .map(figure -> figure.category().code() + " " + figure.printed()))
                .containsExactly("I 29%", "G 72%");
        assertThat(scorecard.auditOpinions().stream().map(CategoryFigure::printed))
                .containsExactly("3");
    }

    @Test
    void showsTheProjectsThatReportedInTheCataloguesOrder() {
        Scorecard scorecard = compute(new ScorecardFigures(
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new ReportedProject(DECEMBER, "P2", "A", "G", "Late", OptionalLong.empty()),
                        new ReportedProject(DECEMBER, "P1", "G", "G", "On time", OptionalLong.of(3)),
                        new ReportedProject(DECEMBER.plusMonths(1), "P1", "R", "R", "Later", OptionalLong.empty()))));

        assertThat(scorecard.projects().stream().map(status -> status.project().name() + ": " + status.narrative()))
                .containsExactly("First: On time", "Second: Late");
    }

    @Test
    void forecastsASteadySeriesAsSteady() {
        List<MonthFigure> months = IntStream.range(0, 24)
                .mapToObj(
                        i -> Months.stated(DECEMBER.minusMonths(23 - i), Figure.of(BigDecimal.valueOf(50 + i % 2)), ""))
                .toList();

        assertThat(lineOf(OPEN, months).trend().direction()).isEqualTo(Direction.LEVEL);
        assertThat(lineOf(OPEN, months).trend().seasonallyAdjusted()).isTrue();
    }

    private static MonthFigure noted(ReportingMonth month, String mark, String note) {
        return Months.noted(month, Figure.of(BigDecimal.TEN), mark, note);
    }

    private static ScorecardFigures finance(ReportedFinance reported) {
        return new ScorecardFigures(Map.of(), List.of(reported), List.of(), List.of(), List.of());
    }

    private static MeasureLine lineOf(Measure measure, List<MonthFigure> months) {
        return scorecard(Map.of(measure.code(), months)).measures().stream()
                .filter(line -> line.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static Scorecard scorecard(Map<String, List<MonthFigure>> months) {
        return compute(new ScorecardFigures(months, List.of(), List.of(), List.of(), List.of()));
    }

    private static Scorecard compute(ScorecardFigures figures) {
        return ScorecardRule.compute(DECEMBER, Catalogues.TRUST, Catalogues.of(DONE, OPEN), figures);
    }
}
