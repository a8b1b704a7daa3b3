package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.monthend.catalogue.Figure;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.Revision;
import org.monthend.scorecard.Revision.Cause;
import org.monthend.scorecard.Revision.Statement;
import org.monthend.scorecard.RevisionNotice;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.ScorecardComparison;
import org.monthend.scorecard.TargetJudgement;

/** What one edition says otherwise than another is found to the last digit, and said on page, workbook and terminal. */
class RevisionsTest {

    private static final Scorecard BEFORE = SampleEdition.scorecard();

    /**
     * What follows from where it stands (the month of the scorecard, and labels and keys that repeat it), how a cell showed
     * a month's figure, and what a chart and its sentence say of figures that are compared themselves. How earlier
     * forecasts did is no part of what an edition says of its month.
     */
    private static final String IMPLIED =
            "[.]month([.].*)?|.*[.]period|.*[.](measureCode|organisationCode)|.*[.]horizon|.*reported[.]quarter|.*quarters.less.|.*[.]reportedText"
                    + "|.*[.]chart[.]points.*|.*[.]chart[.]segments.*[.](figures|ranges|rangesLeftOut)|.*[.]chart[.]reason"
                    + "|.*[.]sentence|.*[.]accuracy.*";

    @Test
    void aScorecardDiffersFromItselfInNothing() {
        assertThat(ScorecardComparison.between(BEFORE, SampleEdition.scorecard()))
                .isEmpty();
    }

    /** Every leaf of every part, so that no draft goes for equal that is not, and no revision is kept quiet. */
    @Test
    void everythingThatDiffersIsSaidButWhichStatementSaysIt() {
        List<String> quiet = new ArrayList<>();
        List<String> loud = new ArrayList<>();
        OtherLeaves.of(BEFORE).forEach((path, after) -> {
            if (path.matches(IMPLIED)) {
                return;
            }
            boolean isSaid = !ScorecardComparison.between(BEFORE, after).isEmpty();
            boolean isStatement = path.endsWith("revisionId");
            if (isStatement && isSaid) {
                loud.add(path);
            }
            if (!isStatement && !isSaid) {
                quiet.add(path);
            }
        });
        assertThat(quiet).isEmpty();
        assertThat(loud).isEmpty();
        assertThat(OtherLeaves.of(BEFORE)).hasSizeGreaterThan(200);
    }

    @Test
    void anotherOrderIsARevision() {
        List<MeasureLine> backwards = new ArrayList<>(BEFORE.measures());
        Collections.reverse(backwards);
        assertThat(ScorecardComparison.between(BEFORE, SampleEdition.with(backwards)))
                .singleElement()
                .extracting(Revision::item)
                .isEqualTo("order of measures");
    }

    @Test
    void aRestatedMonthIsSaidWithWhatFollowsFromIt() {
        Scorecard after = restated();
        List<Revision> revisions = ScorecardComparison.between(BEFORE, after);
        assertThat(revisions)
                .extracting(Revision::code, Revision::item, Revision::before, Revision::after, Revision::isOnPage)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "REPEAT_ENQUIRY_PCT", "Nov-21", figureOf(BEFORE), "99%", false),
                        org.assertj.core.groups.Tuple.tuple(
                                "REPEAT_ENQUIRY_PCT", "latest", printedOf(BEFORE), "99%", true));
        assertThat(revisions)
                .allSatisfy(revision -> assertThat(revision.statements())
                        .containsExactly(new Statement(Statement.Kind.MEASURE_VALUE, 4711)));
    }

    @Test
    void aVarianceIsSaidAsThePageSaysIt() {
        Scorecard after = SampleEdition.with(BEFORE.measures().stream()
                .map(line -> line.measure().code().equals("REPEAT_ENQUIRY_PCT")
                        ? missing(line, new BigDecimal("-2.25"))
                        : line)
                .toList());
        Revision revision = ScorecardComparison.between(BEFORE, after).get(0);
        assertThat(revision.item()).isEqualTo("variance");
        assertThat(List.of(revision.before(), revision.after()))
                .containsExactly(row(BEFORE).variance(), row(after).variance())
                .doesNotContain("");
        assertThat(revision.after()).isEqualTo("−2.3 pp");
    }

    private static MeasureRow row(Scorecard scorecard) {
        return MeasureRow.of(line(scorecard), scorecard.month());
    }

    /** The same, with another distance from its target. */
    private static MeasureLine missing(MeasureLine line, BigDecimal varianceToTheGood) {
        TargetJudgement was = line.target();
        return new MeasureLine(
                line.measure(),
                line.baselineRank(),
                line.baselineFigure(),
                line.quarters(),
                line.latest(),
                new TargetJudgement(
                        was.value(),
                        was.low(),
                        was.high(),
                        was.printed(),
                        was.variance(),
                        Optional.of(varianceToTheGood),
                        was.standing(),
                        was.missesByRounding()),
                line.targets(),
                line.trend(),
                line.forecast(),
                line.chartFrom(),
                line.months());
    }

    @Test
    void theWithdrawalOfALineIsSaid() {
        assertThat(ScorecardComparison.between(
                        BEFORE, SampleEdition.with(BEFORE.measures().subList(1, 31))))
                .singleElement()
                .extracting(Revision::name, Revision::before, Revision::after)
                .containsExactly(
                        "Households in temporary homes per 10,000 population", "on the scorecard", "not on it");
    }

    @Test
    void financeIsComparedToThePenny() {
        List<FinancePosition> finance = new ArrayList<>(BEFORE.finance());
        FinancePosition was = finance.get(0);
        finance.set(
                0,
                new FinancePosition(
                        was.line(),
                        was.budget().map(budget -> budget.add(new BigDecimal("0.01"))),
                        was.forecast(),
                        was.reportedVariance(),
                        was.computedVariance(),
                        was.progress(),
                        was.printedBudget(),
                        was.printedForecast(),
                        was.printedVariance(),
                        OptionalLong.of(12)));
        Scorecard after = new Scorecard(
                BEFORE.month(),
                BEFORE.organisation(),
                BEFORE.measures(),
                finance,
                BEFORE.distributions(),
                BEFORE.auditOpinions(),
                BEFORE.projects(),
                BEFORE.texts());
        assertThat(ScorecardComparison.between(BEFORE, after))
                .singleElement()
                .isEqualTo(new Revision(
                        Revision.Block.FINANCE,
                        "BUDGET_TOTAL",
                        "Budget spend and forecast",
                        "budget",
                        "38600000",
                        "38600000.01",
                        false,
                        List.of(new Statement(Statement.Kind.FINANCE_POSITION, 12)),
                        Optional.empty()));
    }

    @Test
    void aDraftOfANextEditionSaysWhatIsInForceAndWhatItRevises() throws IOException {
        Edition draft = SampleEdition.draft(restated()).with(notice());
        String heading =
                "In force is edition 1, published 1 December 2021, 09:00 by Ada Whitlock. This draft revises it (2 differences in all, listed in the workbook):";
        String line = "%%Repeat enquiries: latest %s → 99%% (restated by november.xlsx on 14 December 2021, 10:01)."
                .formatted(printedOf(BEFORE));

        String page = new ScorecardPage().html(draft);
        assertThat(PrintedPage.read(page).body()).contains(heading).contains(line);
        assertThat(ScorecardText.of(draft))
                .startsWith("Corporate Scorecard for month: Nov-21 · Harbour Homes & Care · edition 2 (draft)\n"
                        + heading + "\n  " + line + "\n\n");

        ReadWorkbook workbook = ReadWorkbook.read(ScorecardFiles.draw(draft).workbook());
        assertThat(workbook.rows(ScorecardWorkbook.REVISIONS))
                .hasSize(ScorecardWorkbook.HEADER_ROW + 3)
                .last()
                .satisfies(row -> assertThat(IntStream.range(0, 9)
                                .mapToObj(column -> row.getCell(column).getStringCellValue()))
                        .containsExactly(
                                "%Repeat enquiries",
                                "latest",
                                printedOf(BEFORE),
                                "99%",
                                "yes",
                                "restated by november.xlsx",
                                "14 December 2021, 10:01",
                                "november.xlsx",
                                "REPEAT_ENQUIRY_PCT"));
    }

    @Test
    void aFirstEditionHasNoNoticeAndNoSheetOfRevisions() throws IOException {
        assertThat(new ScorecardPage().html(SampleEdition.published())).doesNotContain("class=\"revisions\"");
        assertThat(ReadWorkbook.read(
                                ScorecardFiles.draw(SampleEdition.published()).workbook())
                        .workbook()
                        .getSheet(ScorecardWorkbook.REVISIONS))
                .isNull();
    }

    @Test
    void thePageHasTheFirstOfManyRevisionsAndCountsTheOthers() {
        Scorecard after = SampleEdition.with(BEFORE.measures().stream()
                .map(line -> restated(line, figure -> Figure.of(new BigDecimal("99"))))
                .toList());
        Edition draft = SampleEdition.draft(after)
                .with(new RevisionNotice(
                        1,
                        Instant.parse("2021-12-01T09:00:00Z"),
                        "Ada Whitlock",
                        ScorecardComparison.between(BEFORE, after)));
        assertThat(new EditionText(draft).revisions(6))
                .as("31 measures; one of them printed 99%% already")
                .hasSize(7)
                .last()
                .isEqualTo("And 24 more.");
    }

    private static RevisionNotice notice() {
        return new RevisionNotice(
                1,
                Instant.parse("2021-12-01T09:00:00Z"),
                "Ada Whitlock",
                ScorecardComparison.between(BEFORE, restated()).stream()
                        .map(revision -> revision.because(new Cause(
                                "restated by november.xlsx",
                                "november.xlsx",
                                12,
                                Instant.parse("2021-12-14T10:01:00Z"))))
                        .toList());
    }

    private static Scorecard restated() {
        return SampleEdition.with(BEFORE.measures().stream()
                .map(line -> line.measure().code().equals("REPEAT_ENQUIRY_PCT")
                        ? restated(line, figure -> Figure.of(new BigDecimal("99")))
                        : line)
                .toList());
    }

    private static MeasureLine line(Scorecard scorecard) {
        return scorecard.measures().stream()
                .filter(line -> line.measure().code().equals("REPEAT_ENQUIRY_PCT"))
                .findFirst()
                .orElseThrow();
    }

    private static String printedOf(Scorecard scorecard) {
        return line(scorecard).latest().printed();
    }

    private static String figureOf(Scorecard scorecard) {
        return line(scorecard)
                        .latest()
                        .figure()
                        .reportedValue()
                        .orElseThrow()
                        .setScale(1, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /** Another figure in the scorecard's own month. */
    private static MeasureLine restated(MeasureLine line, UnaryOperator<Figure> change) {
        List<MonthFigure> months = line.months().stream()
                .map(month -> month.month().equals(SampleEdition.MONTH)
                        ? new MonthFigure(
                                month.month(),
                                Optional.empty(),
                                Optional.empty(),
                                change.apply(month.figure()),
                                month.reportedText(),
                                month.footnoteMark(),
                                month.footnoteText(),
                                OptionalLong.of(4711))
                        : month)
                .toList();
        PeriodFigure latest = line.latest();
        return new MeasureLine(
                line.measure(),
                line.baselineRank(),
                line.baselineFigure(),
                line.quarters(),
                new PeriodFigure(
                        latest.period(),
                        change.apply(latest.figure()),
                        "99%",
                        latest.footnoteMark(),
                        latest.monthsKnown(),
                        latest.partial(),
                        latest.basis(),
                        latest.reported()),
                line.target(),
                line.targets(),
                line.trend(),
                line.forecast(),
                line.chartFrom(),
                months);
    }
}
