package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.ProjectStatus;
import org.monthend.scorecard.Revision;
import org.monthend.scorecard.RevisionNotice;
import org.monthend.scorecard.Scorecard;

/** The page as a browser draws it: on paper, on a telephone and on a desk. */
@EnabledIf(
        value = "org.monthend.publish.Chromium#isExpected",
        disabledReason = "chromium and chromedriver are not on the PATH; with CI=true this would fail")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintsPageTest {

    /** Width and height of A3 landscape in points, within one. */
    private static final Pattern A3 = Pattern.compile("/MediaBox \\[0 0 119[01](\\.\\d+)? 84[12](\\.\\d+)?]");

    /** The same of A4 portrait. */
    private static final Pattern A4 = Pattern.compile("/MediaBox \\[0 0 59[45](\\.\\d+)? 84[12](\\.\\d+)?]");

    private static final Pattern SHEET = Pattern.compile("/Type /Page\\b");

    private Path folder;

    private Chromium chromium;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        chromium = new Chromium();
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    @Test
    void printsOnOneSheetOfA3() throws IOException {
        String pdf = print(SampleEdition.published());

        assertThat(SHEET.matcher(pdf).results()).hasSize(1);
        assertThat(A3.matcher(pdf).results().map(MatchResult::group)).hasSize(1);
    }

    @Test
    void printsEachMeasureOnASheetOfA4ForWhoFollowsTheLink() throws IOException {
        String pdf = new String(chromium.print(page(SampleEdition.published()), "behind"), StandardCharsets.ISO_8859_1);

        assertThat(SHEET.matcher(pdf).results()).hasSize(31);
        assertThat(A4.matcher(pdf).results()).hasSize(31);
    }

    /** Judgement and table on the first, charts and months on the second, however many localities there are. */
    @ParameterizedTest
    @ValueSource(ints = {3, 20})
    void printsAMeasureWithLocalitiesOnTwoSheetsOfA4(int localities) throws IOException {
        String pdf =
                new String(chromium.print(page(LocalityEdition.of(localities)), "behind"), StandardCharsets.ISO_8859_1);

        assertThat(SHEET.matcher(pdf).results()).hasSize(2 * 2);
        assertThat(A4.matcher(pdf).results()).hasSize(2 * 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1440})
    void keepsLocalitiesInsideThePage(int width) throws IOException {
        chromium.open(page(LocalityEdition.of(20)), width, 800);

        assertThat(chromium.run("""
                        const out = [...document.querySelectorAll('.localities td, .localities th, .small text, .origin')]
                            .filter(each => each.checkVisibility() && !each.closest('thead, caption') )
                            .filter(each => each.getBoundingClientRect().right > innerWidth + 1
                                || each.getBoundingClientRect().left < -1)
                            .map(each => each.textContent);
                        const charts = document.querySelectorAll('.small-chart').length;
                        return charts !== 40 ? charts + ' charts' : out.join('; ');
                        """)).isEqualTo("");
    }

    /** Whoever has looked at a measure and prints still gets the scorecard. */
    @Test
    void printsTheScorecardFromAMeasureToo() throws IOException {
        String pdf = new String(
                chromium.print(page(SampleEdition.published()), "measure-REPEAT_ENQUIRY_PCT"),
                StandardCharsets.ISO_8859_1);

        assertThat(SHEET.matcher(pdf).results()).hasSize(1);
        assertThat(A3.matcher(pdf).results().map(MatchResult::group)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1440})
    void letsNoLabelOfAChartCoverAnother(int width) throws IOException {
        chromium.open(page(SampleEdition.draft()), width, 800);

        assertThat(chromium.run("""
                        const covered = [];
                        let labels = 0;
                        for (const chart of document.querySelectorAll('svg.process')) {
                            const texts = [...chart.querySelectorAll('text')].filter(text => text.checkVisibility());
                            labels += texts.length;
                            const boxes = texts.map(text => text.getBoundingClientRect());
                            texts.forEach((text, i) => texts.slice(i + 1).forEach((other, j) => {
                                const [a, b] = [boxes[i], boxes[i + 1 + j]];
                                const over = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                                if (over > 2.5 && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0) {
                                    covered.push(chart.getAttribute('aria-label') + ': ' + text.textContent + ' and '
                                        + other.textContent);
                                }
                            }));
                            boxes.filter(box => box.left < 0 || box.right > innerWidth)
                                .forEach(() => covered.push(chart.getAttribute('aria-label') + ': out of the page'));
                        }
                        return labels < 200 ? 'only ' + labels + ' labels' : covered.join('; ');
                        """)).isEqualTo("");
    }

    @Test
    void printsOnOneSheetWithAllTheRevisionsThatAPageHasRoomFor() throws IOException {
        List<Revision> revisions = SampleEdition.scorecard().measures().stream()
                .map(line -> new Revision(
                        Revision.Block.MEASURES,
                        line.measure().code(),
                        line.measure().printedName(),
                        "latest",
                        "under development since the beginning of the year, so that it cannot be said yet what it is",
                        "nothing",
                        true,
                        List.of(),
                        Optional.of(new Revision.Cause(
                                "restated by a-return-with-a-long-name-2021-11-second-attempt.xlsx: the team found it",
                                "",
                                0,
                                Instant.parse("2021-12-14T10:01:00Z")))))
                .toList();
        Edition edition = SampleEdition.published()
                .with(new RevisionNotice(1, Instant.parse("2021-12-01T09:00:00Z"), "Ada Whitlock", revisions));

        assertThat(SHEET.matcher(print(edition)).results()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void printsOnOneSheetHoweverLongTheProjectsReport(int times) throws IOException {
        Scorecard all = SampleEdition.scorecard();
        List<ProjectStatus> longer = all.projects().stream()
                .map(status -> new ProjectStatus(
                        status.project(),
                        status.progressRag(),
                        status.financeRag(),
                        (status.narrative() + " ").repeat(times),
                        status.revisionId()))
                .toList();
        Scorecard scorecard = new Scorecard(
                all.month(),
                all.organisation(),
                all.measures(),
                all.finance(),
                all.distributions(),
                all.auditOpinions(),
                longer,
                all.texts());

        assertThat(SHEET.matcher(print(SampleEdition.draft(scorecard))).results())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 600, 820, 821, 1024, 1300, 1600, 2400})
    void neverScrollsSideways(int width) throws IOException {
        chromium.open(page(SampleEdition.draft()), width, 800);

        assertThat(chromium.run("const page = document.documentElement; return page.scrollWidth - page.clientWidth"))
                .isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 1024, 1600})
    void showsEveryPrintedText(int width) throws IOException {
        chromium.open(page(SampleEdition.draft()), width, 800);

        assertThat(chromium.run("""
                        return [...document.querySelectorAll('[data-line]')]
                            .filter(cell => cell.textContent !== '')
                            .filter(cell => {
                                const box = cell.getBoundingClientRect();
                                return box.width < 1 || box.height < 6 || box.left < 0 || box.right > innerWidth + 0.5
                                    || !cell.checkVisibility({opacityProperty: true, visibilityProperty: true});
                            })
                            .map(cell => cell.dataset.line + ' ' + cell.dataset.column)
                            .join(', ')
                        """)).isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1024, 1600})
    void letsNoTextRunIntoAnother(int width) throws IOException {
        chromium.open(page(SampleEdition.draft()), width, 800);

        assertThat(chromium.run("""
                        return [...document.querySelectorAll('td, th, p, h1, h2')]
                            .filter(box => box.closest('caption, thead') === null)
                            .filter(box => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
                            .map(box => box.className + ': ' + box.textContent)
                            .join(', ')
                        """)).isEqualTo("");
    }

    /** WCAG 2 AA asks for 4.5 to 1 of all text but the largest. */
    @Test
    void setsEveryTextOffItsBackground() throws IOException {
        chromium.open(page(SampleEdition.draft()), 1600, 800);

        assertThat(chromium.run("""
                        const parts = colour => colour.match(/[0-9.]+/g).map(Number);
                        const light = colour => parts(colour).slice(0, 3)
                            .map(part => part / 255)
                            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                            .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
                        const behind = element => {
                            for (let each = element; each; each = each.parentElement) {
                                const colour = getComputedStyle(each).backgroundColor;
                                if ((parts(colour)[3] ?? 1) > 0) { return colour; }
                            }
                            return 'rgb(255, 255, 255)';
                        };
                        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                        const faint = new Set();
                        let texts = 0;
                        while (walker.nextNode()) {
                            const element = walker.currentNode.parentElement;
                            if (walker.currentNode.textContent.trim() === '' || element.closest('desc, title')) { continue; }
                            texts++;
                            const style = getComputedStyle(element);
                            const pair = [light(element.closest('svg') ? style.fill : style.color), light(behind(element))];
                            const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
                            if (contrast < 4.5) { faint.add(element.className + ' ' + contrast.toFixed(2)); }
                        }
                        return texts < 400 ? 'only ' + texts + ' texts' : [...faint].join(', ');
                        """)).isEqualTo("");
    }

    @Test
    void readsAsTablesEvenWhereRowsAreCards() throws IOException {
        chromium.open(page(SampleEdition.draft()), 360, 800);

        assertThat(chromium.run("""
                        return [...document.querySelectorAll('table, tr, td, th, tbody, thead')]
                            .filter(part => !part.hasAttribute('role'))
                            .map(part => part.outerHTML)
                            .join(', ')
                        """)).isEqualTo("");
    }

    private String print(Edition edition) throws IOException {
        return new String(chromium.print(page(edition)), StandardCharsets.ISO_8859_1);
    }

    private Path page(Edition edition) throws IOException {
        Path file = folder.resolve("scorecard.html");
        new ScorecardPage().write(edition, file);
        return file;
    }
}
