package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.monthend.catalogue.PageText;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.TargetJudgement;
import org.monthend.scorecard.TargetStanding;
import org.w3c.dom.Element;

class ScorecardPageTest {

    private final Scorecard scorecard = SampleEdition.scorecard();
    private final String html = new ScorecardPage().html(SampleEdition.draft());
    private final PrintedPage page = PrintedPage.read(html);

    @Test
    void printsEveryFigureOfEveryMeasureToTheLetter() {
        assertThat(scorecard.measures()).hasSize(31).allSatisfy(line -> {
            String code = line.measure().code();
            assertThat(page.text(code, "name")).isEqualTo(line.measure().printedName());
            assertThat(page.text(code, "baseline_rank")).isEqualTo(line.baselineRank());
            assertThat(page.text(code, "baseline_figure")).isEqualTo(line.baselineFigure());
            for (int quarter = 0; quarter < 4; quarter++) {
                assertThat(page.text(code, "quarter_" + (quarter + 1)))
                        .isEqualTo(line.quarters().get(quarter).printed());
            }
            assertThat(page.text(code, "latest")).isEqualTo(line.latest().printed());
            assertThat(page.text(code, "target")).isEqualTo(line.target().printed());
            assertThat(page.text(code, "trend"))
                    .isEqualTo(line.trend().direction().arrow());
        });
    }

    @Test
    void printsFinanceDistributionsAuditsAndProjectsToTheLetter() {
        assertThat(scorecard.finance()).isNotEmpty().allSatisfy(position -> {
            String code = position.line().code();
            assertThat(page.text(code, "budget")).isEqualTo(position.printedBudget());
            assertThat(page.text(code, "forecast")).isEqualTo(position.printedForecast());
            assertThat(page.text(code, "variance")).isEqualTo(position.printedVariance());
        });
        assertThat(List.of(scorecard.distributions(), scorecard.auditOpinions()))
                .allSatisfy(figures -> assertThat(figures)
                        .isNotEmpty()
                        .allSatisfy(figure -> assertThat(page.text(
                                        figure.category().scheme(),
                                        figure.category().code()))
                                .isEqualTo(figure.printed())));
        assertThat(scorecard.projects()).isNotEmpty().allSatisfy(status -> {
            String code = status.project().code();
            assertThat(page.text(code, "name")).isEqualTo(status.project().name());
            assertThat(page.text(code, "progress")).isEqualTo(status.progressRag());
            assertThat(page.text(code, "finance")).isEqualTo(status.financeRag());
            assertThat(page.text(code, "narrative")).isEqualTo(status.narrative());
        });
    }

    @Test
    void printsEveryTextOfTheCatalogue() {
        assertThat(scorecard.texts())
                .extracting(PageText::text)
                .allSatisfy(text -> assertThat(page.body()).contains(text));
    }

    @Test
    void spansTheQuartersThatOneTextSpeaksFor() {
        assertThat(cellOf("OUTREACH_CASES", "quarter_1").getAttribute("colspan"))
                .isEqualTo("2");
        assertThat(cellOf("OUTREACH_CASES", "quarter_2")).isSameAs(cellOf("OUTREACH_CASES", "quarter_1"));
        assertThat(cellOf("VOICE_PCT", "quarter_1").getAttribute("colspan")).isEqualTo("5");
        assertThat(cellOf("PLAN_RATE", "quarter_1").getAttribute("colspan")).isEmpty();
    }

    @Test
    void givesEveryRowAsManyColumnsAsItsTable() {
        assertThat(page.elements("tr"))
                .filteredOn(row -> ((Element) row.getParentNode()).getTagName().equals("tbody")
                        && ((Element) row.getParentNode().getParentNode())
                                .getAttribute("class")
                                .equals("lines"))
                .hasSize(31)
                .allSatisfy(row -> assertThat(columns(row)).isEqualTo(15));
    }

    @Test
    void saysStandingAndTrendInWordsBesideTheirSigns() {
        assertThat(rowOf("REPEAT_ENQUIRY_PCT")).contains("On target").contains("better");
        assertThat(rowOf("VISIT_TIMELY_PCT")).contains("Off target").contains("worse");
        assertThat(rowOf("CASE_AUDIT_PLUS_PCT")).contains("Within tolerance");
        assertThat(rowOf("PLAN_RATE")).contains("No target").contains("changed");
        assertThat(rowOf("MOVING_IN")).contains("no real change");
        assertThat(rowOf("VOICE_PCT")).contains("no arrow");
    }

    @Test
    void marksInferredNamesAndContractMeasures() {
        assertThat(rowOf("HEALTH_CHECK_PCT")).contains("inferred 35%").doesNotContain("©");
        assertThat(rowOf("STABLE_HOME_PCT")).contains("©?").contains("inferred 95%");
        assertThat(rowOf("REPEAT_ENQUIRY_PCT"))
                .contains("©")
                .doesNotContain("©?")
                .doesNotContain("inferred");
    }

    @Test
    void saysWhenAMissHidesBehindRounding() {
        MeasureLine line = scorecard.measures().stream()
                .filter(each -> each.target().standing() == TargetStanding.MISSED)
                .findFirst()
                .orElseThrow();
        TargetJudgement target = line.target();
        MeasureLine close = new MeasureLine(
                line.measure(),
                line.baselineRank(),
                line.baselineFigure(),
                line.quarters(),
                line.latest(),
                new TargetJudgement(
                        target.value(),
                        target.low(),
                        target.high(),
                        target.printed(),
                        target.variance(),
                        target.varianceToTheGood(),
                        target.standing(),
                        true),
                line.targets(),
                line.trend(),
                line.forecast(),
                line.chartFrom(),
                line.months());

        String drawn = new ScorecardPage().html(SampleEdition.draft(SampleEdition.with(List.of(close))));

        assertThat(PrintedPage.read(drawn).body()).contains("Off target by rounding");
        assertThat(page.body()).doesNotContain("by rounding");
    }

    @Test
    void marksTrendsThatAreNotAdjustedUnlessNoneIs() {
        List<MeasureLine> unadjusted = scorecard.measures().stream()
                .filter(line -> !line.trend().seasonallyAdjusted())
                .toList();
        String drawn = new ScorecardPage().html(SampleEdition.draft(SampleEdition.with(unadjusted)));

        assertThat(rowOf("KEYWORKER_PCT")).contains("no real changes");
        assertThat(rowOf("MOVING_IN")).doesNotContain("no real changes");
        assertThat(PrintedPage.read(drawn).body())
                .contains("none is seasonally adjusted yet")
                .doesNotContain("no real changes");
    }

    @Test
    void namesAMarkThatHasNoNote() {
        assertThat(page.body()).contains("⁴ The return gives this mark without a note.");
    }

    @Test
    void escapesWhatReturnsSay() {
        assertThat(html)
                .contains("Live grievances (inc. &lt;informal&gt; ones)")
                .contains("therapy &amp; play, &lt;weekly&gt; where")
                .doesNotContain("<weekly>")
                .doesNotContain("<informal>");
    }

    @Test
    void needsNoScriptAndNothingFromOutside() {
        assertThat(html.toLowerCase(Locale.ROOT))
                .doesNotContain("<script", "javascript:", "http:", "https:", "url(", "@import", "src=", "<link");
        assertThat(page.elements("*")).noneMatch(element -> element.hasAttribute("style"));
    }

    @Test
    void namesEveryPictureOrHidesItFromReadersAloud() {
        assertThat(page.elements("svg"))
                .hasSizeGreaterThan(60)
                .allMatch(svg -> svg.getAttribute("aria-hidden").equals("true")
                        || svg.getAttribute("role").equals("img")
                                && !svg.getAttribute("aria-label").isBlank());
    }

    @Test
    void givesEveryTableACaptionAndEveryHeadingAScope() {
        assertThat(page.elements("table"))
                .hasSize(6 + 29)
                .allSatisfy(table -> assertThat(
                                table.getElementsByTagName("caption").getLength())
                        .isEqualTo(1));
        assertThat(page.elements("th"))
                .noneMatch(heading -> heading.getAttribute("scope").isEmpty());
        assertThat(page.elements("html").get(0).getAttribute("lang")).isEqualTo("en-GB");
    }

    @Test
    void tellsDraftFromPublished() {
        String published = new ScorecardPage().html(SampleEdition.published());

        assertThat(page.body()).contains("Draft edition").contains("Edition 2").contains("not published");
        assertThat(published)
                .doesNotContain("Draft edition")
                .contains("Published edition")
                .contains("published 20 December 2021, 09:00 by Ada Whitlock");
        assertThat(page.body()).contains("data as at 13 December 2021, 16:30 (UK time)");
    }

    @Test
    void staysSmall() {
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(700_000);
    }

    @Test
    void isTheSameForTheSameEdition() {
        assertThat(new ScorecardPage().html(SampleEdition.draft())).isEqualTo(html);
    }

    @Test
    void standsWithoutAnyMeasureProjectOrText() {
        Scorecard empty = new Scorecard(
                scorecard.month(),
                scorecard.organisation(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        String drawn = new ScorecardPage()
                .html(new Edition(
                        1, Edition.Status.DRAFT, SampleEdition.draft().dataAsAt(), Optional.empty(), "", empty));

        assertThat(PrintedPage.read(drawn).text("page", "title")).isEqualTo("Corporate Scorecard for month:");
    }

    private Element cellOf(String line, String column) {
        Element parent = (Element) page.elements("span").stream()
                .filter(span -> span.getAttribute("data-line").equals(line)
                        && span.getAttribute("data-column").equals(column))
                .findFirst()
                .orElseThrow()
                .getParentNode();
        return parent.getTagName().equals("a") ? (Element) parent.getParentNode() : parent;
    }

    private String rowOf(String line) {
        return cellOf(line, "name").getParentNode().getTextContent();
    }

    private static int columns(Element row) {
        int columns = 0;
        for (int index = 0; index < row.getChildNodes().getLength(); index++) {
            if (row.getChildNodes().item(index) instanceof Element cell) {
                columns += cell.hasAttribute("colspan") ? Integer.parseInt(cell.getAttribute("colspan")) : 1;
            }
        }
        return columns;
    }
}
