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
import org.monthend.scorecard.Variation;
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
    void readsEveryMeasureAloudInItsPart() {
        assertThat(scorecard.measures()).allSatisfy(line -> {
            String part = partOf(line.measure().code()).getTextContent();
            assertThat(part)
                    .contains(line.measure().printedName())
                    .contains(line.sentence())
                    .contains(line.measure().definition());
            line.accuracy()
                    .filter(accuracy -> line.forecast().isPresent())
                    .ifPresent(accuracy -> assertThat(part).contains(accuracy.sentence(line.measure())));
        });
    }

    @Test
    void linksEveryRowToItsPart() {
        assertThat(scorecard.measures()).allSatisfy(line -> {
            String code = line.measure().code();
            Element link =
                    (Element) cellOf(code, "name").getElementsByTagName("a").item(0);
            assertThat(link.getAttribute("href")).isEqualTo("#" + partOf(code).getAttribute("id"));
            assertThat(link.getAttribute("title")).isEqualTo(line.sentence());
        });
    }

    @Test
    void saysVariationAndAssuranceInEveryRowThatHasThem() {
        assertThat(scorecard.measures()).allSatisfy(line -> {
            String row = rowOf(line.measure().code());
            assertThat(row).contains(JudgementSign.variation(line.chart()).word());
            assertThat(row).contains(JudgementSign.assurance(line.chart()).word());
        });
    }

    @Test
    void drawsEveryPointByTheShapeOfItsJudgement() {
        assertThat(scorecard.measures())
                .filteredOn(line -> !line.chart().points().isEmpty())
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> {
                    String part = markupOf(line.measure().code());
                    long improved = line.chart().points().stream()
                            .filter(point -> line.chartMonth(point.position())
                                    .isAfter(scorecard.month().minusMonths(24)))
                            .filter(point -> point.variation() == Variation.IMPROVEMENT)
                            .count();
                    // Once in the chart and once in the table, and once more in the legend.
                    assertThat(part.split("href=\"#point-improvement\"", -1))
                            .hasSize(Math.toIntExact(improved == 0 ? 1 : 2 * improved + 2));
                });
    }

    @Test
    void saysOfEveryMonthWhereItStandsAndWhatItTookThePlaceOf() {
        assertThat(partOf("REPEAT_ENQUIRY_PCT").getTextContent())
                .contains("homes-and-care-2021-11.xlsx ▸ Return & notes ▸ F13, D13, E13")
                .contains("1 Dec 2021")
                .contains("Revision 1 (two homes <counted> twice) of 21%, stated 1 Nov 2021");
    }

    @Test
    void saysWhoStartedTheLimitsAfreshAndWhy() {
        assertThat(partOf("CONDUCT_CASES").getTextContent())
                .contains("new limits from Nov-20")
                .contains(
                        "Nov-20: cases are counted <by person> & no longer by file (Ada Whitlock, 7 June 2021, 10:30).");
    }

    @Test
    void saysWhyAMeasureHasNoChart() {
        assertThat(partOf("VOICE_PCT").getTextContent()).contains("There is no figure to draw.");
    }

    @Test
    void needsNoJudgementsOfAnEditionThatKeptNone() {
        MeasureLine line = scorecard.measures().get(2);
        MeasureLine plain = new MeasureLine(
                line.measure(),
                line.baselineRank(),
                line.baselineFigure(),
                line.quarters(),
                line.latest(),
                line.target(),
                line.targets(),
                line.trend(),
                line.forecast(),
                line.chartFrom(),
                line.months());

        String drawn = new ScorecardPage().html(SampleEdition.draft(SampleEdition.with(List.of(plain))));

        assertThat(PrintedPage.read(drawn).body())
                .doesNotContain("Usual variation")
                .doesNotContain("No limits")
                .doesNotContain("null");
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

    private Element partOf(String line) {
        return page.elements("article").stream()
                .filter(part -> part.getAttribute("id").equals("measure-" + line))
                .findFirst()
                .orElseThrow();
    }

    private String markupOf(String line) {
        int start = html.indexOf("id=\"measure-" + line + "\"");
        return html.substring(start, html.indexOf("</article>", start));
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
