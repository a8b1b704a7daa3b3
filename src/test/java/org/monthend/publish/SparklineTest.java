package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.MeasureLine;

class SparklineTest {

    private static final ReportingMonth FIRST = new ReportingMonth(2021, 1);

    @Test
    void drawsOneLineThroughMonthsThatFollowEachOther() {
        assertThat(lines(sparkline("10", "20", "30"))).containsExactly("M4 16L52 10L100 4");
    }

    @Test
    void keepsAGapAsAGap() {
        assertThat(lines(sparkline("10", "20", "", "20", "30"))).containsExactly("M4 16L28 10M76 10L100 4");
    }

    @Test
    void marksAMonthBetweenTwoGapsByAPoint() {
        String svg = sparkline("10", "", "20", "", "30", "20");

        assertThat(svg)
                .contains("<circle cx=\"4\" cy=\"16\" r=\"1.2\"")
                .contains("<circle cx=\"42.4\" cy=\"10\" r=\"1.2\"");
        assertThat(lines(svg)).containsExactly("M80.8 4L100 10");
    }

    @Test
    void joinsTheQuartersOfAQuarterlyMeasure() {
        List<Sparkline.Point> points = points(List.of(), "10", "", "", "20", "", "", "30");

        assertThat(lines(new Sparkline(points, 3, 104, 20, "").svg())).containsExactly("M4 16L52 10L100 4");
    }

    @Test
    void fillsTheLastPointOnlyWhenItIsTheLastMonth() {
        assertThat(sparkline("10", "20")).contains("cx=\"100\" cy=\"4\" r=\"2.6\" fill=\"#1d3f58\"");
        assertThat(sparkline("10", "20", "")).contains("cx=\"52\" cy=\"4\" r=\"2.2\" fill=\"#fff\"");
    }

    @Test
    void drawsAConstantSeriesInTheMiddle() {
        assertThat(lines(sparkline("7", "7"))).containsExactly("M4 10L100 10");
    }

    @Test
    void dashesTheTargetAcross() {
        String svg = new Sparkline(points(List.of("20"), "10", "30"), 1, 104, 20, "").svg();

        assertThat(svg).contains("<path d=\"M0 10H104\" fill=\"none\" stroke=\"#505a5f\" stroke-dasharray=\"3 2\"/>");
    }

    @Test
    void stepsTheTargetBetweenTheMonthsWhereItChanges() {
        List<Sparkline.Point> points = new ArrayList<>(points(List.of(), "10", "10", "10", "10"));
        points.set(1, new Sparkline.Point(FIRST.plusMonths(1), points.get(1).value(), List.of(new BigDecimal("20"))));
        points.set(2, new Sparkline.Point(FIRST.plusMonths(2), points.get(2).value(), List.of(new BigDecimal("30"))));

        assertThat(new Sparkline(points, 1, 104, 20, "").svg()).contains("<path d=\"M20 10H52V4H84\" fill");
    }

    @Test
    void drawsBothEndsOfABand() {
        String svg = new Sparkline(points(List.of("10", "30"), "20", "20"), 1, 104, 20, "").svg();

        assertThat(svg).contains("<path d=\"M0 16H104M0 4H104\" fill");
    }

    @Test
    void drawsNothingWithoutFigures() {
        assertThat(sparkline("", "")).isEmpty();
    }

    @Test
    void readsItselfAloudInOneLine() {
        MeasureLine gap = line("KEYWORKER_PCT");
        MeasureLine quarterly = line("YOUNG_EET_PCT");

        assertThat(Sparkline.of(gap, SampleEdition.MONTH, 104, 20).reading())
                .matches("Key worker visits within timescale: \\d+% in Nov-21; over 24 months between \\d+% and \\d+%;"
                        + " 3 months without a figure");
        assertThat(Sparkline.of(quarterly, SampleEdition.MONTH, 104, 20).reading())
                .matches("Young residents in work or training \\(quarterly figure\\): no figure in Nov-21;"
                        + " over 24 months between \\d+% and \\d+%");
    }

    @Test
    void escapesItsReading() {
        String svg = new Sparkline(points(List.of(), "1", "2"), 1, 104, 20, "<b> & \"quotes\"").svg();

        assertThat(svg).contains("aria-label=\"&lt;b&gt; &amp; &quot;quotes&quot;\"");
    }

    @Test
    void looksBackTwentyFourMonthsFromTheScorecardsMonth() {
        assertThat(Sparkline.of(line("PLAN_RATE"), SampleEdition.MONTH, 104, 20).points())
                .extracting(Sparkline.Point::month)
                .hasSize(24)
                .endsWith(SampleEdition.MONTH);
    }

    private static String sparkline(String... values) {
        return new Sparkline(points(List.of(), values), 1, 104, 20, "a reading").svg();
    }

    private static List<Sparkline.Point> points(List<String> targets, String... values) {
        List<Sparkline.Point> points = new ArrayList<>();
        for (String value : values) {
            points.add(new Sparkline.Point(
                    FIRST.plusMonths(points.size()),
                    value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value)),
                    targets.stream().map(BigDecimal::new).toList()));
        }
        return points;
    }

    private static List<String> lines(String svg) {
        return Pattern.compile("<path d=\"([^\"]*)\" fill=\"none\" stroke=\"#1d3f58\"")
                .matcher(svg)
                .results()
                .map((MatchResult path) -> path.group(1))
                .toList();
    }

    private static MeasureLine line(String code) {
        return SampleEdition.measures().stream()
                .filter(line -> line.measure().code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
