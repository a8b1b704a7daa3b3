package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of a measure that shows it by locality. */
class LocalitySectionTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20})
    void hasARowAndAChartForEachLocalityAndARowForTheWhole(int localities) {
        Element visited = section(localities, "VISITED");
        assertThat(visited.select(".places tbody tr")).hasSize(localities + 1);
        assertThat(visited.select(".places tbody tr.whole th").text()).isEqualTo("Children's Trust of Nowhere");
        assertThat(visited.select("figure")).hasSize(localities);
        assertThat(visited.select("svg.small[role=img]")).hasSize(localities);
    }

    @Test
    void drawsAllLocalitiesOverTheSameMonthsOnOneScale() {
        List<String> scales = section(20, "VISITED").select("figure").stream()
                .map(figure -> String.join(" ", figure.select("text").eachText()))
                .distinct()
                .toList();
        assertThat(scales).hasSize(1);
        assertThat(scales.get(0)).contains("Jan-30").endsWith("Dec-31");
    }

    @Test
    void drawsTheMeanOfTheWholeIntoEachChartButNotThatOfASum() {
        Element visited = section(3, "VISITED");
        assertThat(visited.select("path.whole").eachAttr("d"))
                .hasSize(3)
                .allMatch(path -> path.equals(visited.select("path.whole").attr("d")));
        assertThat(visited.select(".legend").text()).contains("mean of the whole, 8");
        assertThat(section(3, "OPEN").select("path.whole")).isEmpty();
    }

    @Test
    void saysAMissingFigureAndDrawsNoneForIt() {
        Element visited = section(3, "VISITED");
        Element row = visited.select(".places tbody tr").get(0);
        assertThat(row.select(".figure").text()).isEqualTo("..");
        assertThat(visited.select(".origin").text()).contains("No figure for Dec-31 from Locality 1 (not available).");
        Element chart = visited.select("figure").get(0);
        assertThat(chart.select("circle.now")).isEmpty();
        assertThat(visited.select("figure").get(1).select("circle.now")).hasSize(1);
        assertThat(chart.select("desc").text()).startsWith("23 figures between");
    }

    @Test
    void showsSpecialCausesByShapeAndWord() {
        Element better = section(3, "VISITED").select("figure").get(1);
        assertThat(better.select("use[href=#point-improvement] title").eachText())
                .isNotEmpty()
                .allMatch(title -> title.contains("improvement: "));
    }

    @Test
    void printsAsTheEditionDoes() {
        Element open = section(3, "OPEN");
        LocalityEdition.scorecard(3)
                .parts()
                .forEach(part -> part.measures().stream()
                        .filter(line -> line.measure().code().equals("OPEN"))
                        .forEach(line -> assertThat(open.select("[data-line='%s OPEN'][data-column=latest]"
                                                .formatted(part.organisation().code()))
                                        .text())
                                .isEqualTo(line.latest().printed())));
    }

    @Test
    void isNotThereWithoutLocalities() {
        Document page = page(0);
        assertThat(page.select("#measure-OPEN")).hasSize(1);
        assertThat(page.select(".localities, .small")).isEmpty();
        assertThat(page.select(".behind-note").text()).contains("one sheet of A4 each. Back");
    }

    private static Element section(int localities, String measure) {
        return page(localities).select("#measure-" + measure + " .localities").get(0);
    }

    /** Well-formed to an XML parser too. */
    private static Document page(int localities) {
        String html = new ScorecardPage().html(LocalityEdition.of(localities));
        PrintedPage.read(html);
        return Jsoup.parse(html);
    }
}
