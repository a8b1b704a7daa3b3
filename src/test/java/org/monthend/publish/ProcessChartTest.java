package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Target;
import org.monthend.scorecard.ForecastRule;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.Rebase;
import org.monthend.scorecard.RebaseRule;
import org.monthend.scorecard.Standing;
import org.monthend.scorecard.TrendRule;
import org.monthend.scorecard.VariationRule;

class ProcessChartTest {

    private static final ReportingMonth LAST = new ReportingMonth(2031, 12);

    /** Open cases: a count, of which fewer are better. */
    private static final Measure MEASURE = SampleEdition.measures().stream()
            .map(MeasureLine::measure)
            .filter(measure -> measure.code().equals("MISSED_CALLS_R3M"))
            .findFirst()
            .orElseThrow();

    private static final Pattern HEIGHT = Pattern.compile(" (?:y|cy)=\"(-?[0-9.]+)\"");

    @Test
    void isNothingWithoutAFigure() {
        assertThat(svg("- - -")).isEmpty();
    }

    @Test
    void breaksTheLineWhereAMonthIsMissing() {
        assertThat(path(svg("5 6 5 - 7 6 5"), "figures").chars().filter(letter -> letter == 'M'))
                .hasSize(2);
    }

    @Test
    void stepsTheTargetWhereItChanges() {
        Target first = target(LAST.minusMonths(9), Optional.of(LAST.minusMonths(4)), "6");
        Target second = target(LAST.minusMonths(3), Optional.empty(), "4");

        String path = path(svg("5 6 5 7 6 5 6 7 5 6", List.of(first, second), List.of()), "aim");

        assertThat(path).matches("M0 [0-9.]+H60V[0-9.]+H220");
    }

    @Test
    void drawsLimitsAfreshFromARebaseOn() {
        List<Rebase> rebases =
                List.of(new Rebase(LAST.minusMonths(6), "counted anew", "Ada Whitlock", java.time.Instant.EPOCH));

        String svg = svg("5 6 5 7 6 5 6 15 16 15 17 16 15 16", List.of(), rebases);

        assertThat(svg).contains("new limits from Jun-31");
        assertThat(path(svg, "mean").chars().filter(letter -> letter == 'M')).hasSize(2);
        assertThat(path(svg, "rebase")).startsWith("M70 ");
    }

    @Test
    void tellsSpecialCausesByShapeAndWord() {
        String svg = svg("5 7 5 7 6 5 7 5 7 5 6 5 6 12");

        assertThat(svg)
                .contains("href=\"#point-concern\"")
                .contains("Dec-31: 12, concern: above the upper limit")
                .contains("href=\"#point-usual\"");
    }

    @Test
    void saysWhatItShowsInWords() {
        assertThat(svg("5 7 5 7 6 5 7 5 7 5 6 5 6 12"))
                .contains("aria-label=\"" + ProcessChart.escaped(MEASURE.printedName())
                        + " from Nov-30 to Dec-31, with a forecast to Dec-32\"")
                .contains("<desc>14 figures between 5 and 12; mean 6; limits 1 and 11; 1 figure is more than chance;");
    }

    @Property(tries = 200)
    void staysInsideItsFrame(@ForAll("series") String series) {
        String svg = svg(series, List.of(target(LAST.minusMonths(30), Optional.empty(), "20")), List.of());

        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        PrintedPage.read("<html>" + svg + "</html>");
        assertThat(HEIGHT.matcher(svg).results().map(found -> Double.parseDouble(found.group(1))))
                .allMatch(height -> height >= 0 && height <= 266);
    }

    @Provide
    Arbitrary<String> series() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(
                                9, Arbitraries.integers().between(0, 500).map(String::valueOf)),
                        net.jqwik.api.Tuple.of(2, Arbitraries.of("-", "0", "1000000")))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(figures -> String.join(" ", figures));
    }

    private static String path(String svg, String look) {
        int start = svg.indexOf("d=\"", svg.indexOf("<path class=\"" + look + "\"")) + 3;
        return svg.substring(start, svg.indexOf('"', start));
    }

    private static String svg(String series) {
        return svg(series, List.of(), List.of());
    }

    /** Figures parted by blanks, the last month last; a dash for a month without one. */
    private static String svg(String series, List<Target> targets, List<Rebase> rebases) {
        String[] words = series.split(" ");
        ReportingMonth first = LAST.minusMonths(words.length - 1);
        List<OptionalDouble> values = new ArrayList<>();
        List<MonthFigure> months = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            boolean missing = words[i].equals("-");
            values.add(missing ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(words[i])));
            months.add(new MonthFigure(
                    first.plusMonths(i),
                    Optional.empty(),
                    Optional.empty(),
                    missing ? Figure.missing(MissingReason.NOTHING_TO_REPORT) : Figure.of(new BigDecimal(words[i])),
                    "",
                    "",
                    "",
                    OptionalLong.empty()));
        }
        Figure latest = months.get(months.size() - 1).figure();
        List<ReportingMonth> starts = rebases.stream().map(Rebase::month).toList();
        MeasureLine line = new MeasureLine(
                MEASURE,
                "",
                "",
                List.of(),
                new PeriodFigure(LAST.label(), latest, "", "", 1, false),
                Standing.judge(latest, MEASURE, targets.stream().findFirst()),
                targets,
                TrendRule.judge(values, MEASURE),
                ForecastRule.forecast(values, LAST, MEASURE, 12),
                VariationRule.judge(values, LAST, MEASURE, starts, targets),
                first,
                rebases,
                RebaseRule.propose(values, LAST, MEASURE, starts),
                Optional.empty(),
                Optional.empty(),
                "",
                months);
        return ProcessChart.svg(line, LAST);
    }

    private static Target target(ReportingMonth from, Optional<ReportingMonth> to, String value) {
        return new Target(
                MEASURE.code(),
                "T",
                from,
                to,
                Optional.of(new BigDecimal(value)),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ZERO);
    }
}
