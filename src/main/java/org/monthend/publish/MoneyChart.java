package org.monthend.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.FinanceOutlook;
import org.monthend.scorecard.OutturnRange;
import org.monthend.scorecard.Printed;
import org.monthend.scorecard.SpendMonth;

/**
 * The chart of a budget line: what was spent since April month by month, and the year before, against the budget and the
 * even pace to it; from the last month known the range that the year's end is expected in, and the finance team's own
 * outturn. Drawn as {@link ProcessChart} is.
 */
final class MoneyChart {

    private static final int MONTHS = 12;

    /** Width of a month in the part that is stretched. */
    private static final int PITCH = 10;

    private static final int WIDTH = MONTHS * PITCH;
    private static final int THOUSAND = 1_000;
    private static final double MILLION = 1e6;

    private final String name;
    private final FinanceOutlook outlook;
    private final Optional<BigDecimal> expected;
    private final FiscalYear year;
    private final TreeMap<ReportingMonth, Double> spend;
    private final TreeMap<ReportingMonth, Double> before;
    private final Scale scale;

    private MoneyChart(String name, FinanceOutlook outlook, Optional<BigDecimal> expected) {
        this.name = name;
        this.outlook = outlook;
        this.expected = expected;
        this.year = outlook.outturn().year();
        this.spend = spend(outlook, year);
        this.before = spend(outlook, new FiscalYear(year.startYear() - 1));
        List<Double> drawn = new ArrayList<>(List.of(0.0));
        drawn.addAll(spend.values());
        drawn.addAll(before.values());
        outlook.budget().or(() -> expected).ifPresent(pounds -> drawn.add(pounds.doubleValue()));
        expected.ifPresent(pounds -> drawn.add(pounds.doubleValue()));
        range().ifPresent(range -> drawn.addAll(List.of(range.low80(), range.high80())));
        this.scale = Scale.of(
                drawn.stream().min(Comparator.naturalOrder()).orElseThrow(),
                drawn.stream().max(Comparator.naturalOrder()).orElseThrow(),
                THOUSAND,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    /** An svg element, or nothing where neither this year nor the last states what was spent. */
    static String svg(String name, FinanceOutlook outlook, Optional<BigDecimal> expected) {
        MoneyChart chart = new MoneyChart(name, outlook, expected);
        return chart.spend.isEmpty() && chart.before.isEmpty() ? "" : chart.svg();
    }

    private static TreeMap<ReportingMonth, Double> spend(FinanceOutlook outlook, FiscalYear year) {
        return outlook.months().stream()
                .filter(each -> each.month().fiscalYear().equals(year)
                        && each.spendToDate().isPresent())
                .collect(Collectors.toMap(
                        SpendMonth::month,
                        each -> each.spendToDate().orElseThrow().doubleValue(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private Optional<OutturnRange> range() {
        return outlook.outturn().isComplete()
                ? Optional.empty()
                : outlook.outturn().outturn();
    }

    private String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"process money\" role=\"img\" width=\"100%\" height=\"")
                .append(ProcessChart.HEIGHT)
                .append("\" aria-label=\"")
                .append(ProcessChart.escaped(name + ": spend since April " + year.startYear() + " against the budget"))
                .append("\"><desc>")
                .append(ProcessChart.escaped(outlook.sentence() + " The table gives every figure."))
                .append("</desc>");
        svg.append(
                "<svg aria-hidden=\"true\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" width=\"100%%\" height=\"%d\">"
                        .formatted(WIDTH, ProcessChart.HEIGHT, ProcessChart.HEIGHT));
        stretched(svg);
        svg.append("</svg>");
        grid(svg);
        spend.forEach((month, pounds) ->
                svg.append("<use href=\"#point-usual\" x=\"%s\" y=\"%s\"><title>%s</title></use>"
                        .formatted(
                                at(end(month)),
                                y(pounds),
                                month.label() + ": " + Printed.money(BigDecimal.valueOf(pounds)))));
        expected.ifPresent(pounds -> svg.append(
                "<circle class=\"team\" cx=\"100%%\" cy=\"%s\" r=\"4\"><title>The finance team expects %s</title></circle>"
                        .formatted(y(pounds.doubleValue()), Printed.money(pounds))));
        List<ProcessChart.Label> labels = new ArrayList<>();
        outlook.budget()
                .ifPresent(pounds -> labels.add(label("aim", "budget " + Printed.money(pounds), pounds.doubleValue())));
        range().ifPresent(range -> labels.add(
                label("expected", "expect " + Printed.money(BigDecimal.valueOf(range.median())), range.median())));
        expected.ifPresent(pounds -> labels.add(label("mean", "team " + Printed.money(pounds), pounds.doubleValue())));
        ProcessChart.ends(svg, labels);
        return svg.append("</svg>").toString();
    }

    private static ProcessChart.Label label(double height, String look, String words) {
        return new ProcessChart.Label(height, look, words);
    }

    private ProcessChart.Label label(String look, String words, double pounds) {
        return label(height(pounds), look, words);
    }

    private void stretched(StringBuilder svg) {
        ProcessPaths.append(
                svg,
                "lines",
                scale.lines().stream()
                        .map(each -> "M0 " + y(each.doubleValue()) + "H" + WIDTH)
                        .collect(Collectors.joining()));
        range().ifPresent(range -> {
            ProcessPaths.append(svg, "fan95", wedge(range.low95(), range.high95()));
            ProcessPaths.append(svg, "fan80", wedge(range.low80(), range.high80()));
        });
        outlook.budget().ifPresent(pounds -> {
            ProcessPaths.append(svg, "near", "M0 " + y(0) + "L" + WIDTH + " " + y(pounds.doubleValue()));
            ProcessPaths.append(svg, "aim", "M0 " + y(pounds.doubleValue()) + "H" + WIDTH);
        });
        ProcessPaths.append(svg, "before", line(before));
        ProcessPaths.append(svg, "figures", line(spend));
        range().ifPresent(range ->
                ProcessPaths.append(svg, "expected", "M" + start() + "L" + WIDTH + " " + y(range.median())));
    }

    /** From nothing in April where that month is known; a month that is not known is passed over. */
    private String line(TreeMap<ReportingMonth, Double> pounds) {
        if (pounds.isEmpty()) {
            return "";
        }
        ReportingMonth first = pounds.firstKey();
        Stream<String> origin = first.equals(first.fiscalYear().firstMonth()) ? Stream.of("0 " + y(0)) : Stream.of();
        return "M"
                + Stream.concat(
                                origin,
                                pounds.entrySet().stream()
                                        .map(each ->
                                                ProcessPaths.number(end(each.getKey())) + " " + y(each.getValue())))
                        .collect(Collectors.joining("L"));
    }

    private String wedge(double low, double high) {
        return "M" + start() + "L" + WIDTH + " " + y(clamped(high)) + "V" + y(clamped(low)) + "z";
    }

    /** The last month known, or nothing spent on the first of April. */
    private String start() {
        return spend.isEmpty()
                ? "0 " + y(0)
                : ProcessPaths.number(end(spend.lastKey())) + " "
                        + y(spend.lastEntry().getValue());
    }

    private void grid(StringBuilder svg) {
        for (BigDecimal each : scale.lines()) {
            svg.append("<text class=\"scale\" x=\"-8\" y=\"%s\">%s</text>"
                    .formatted(ProcessPaths.number(height(each.doubleValue()) + 4), round(each.doubleValue())));
        }
        for (ReportingMonth month : year.months()) {
            boolean chief = month.month() % 3 == 1;
            svg.append("<text class=\"month%s\" x=\"%s\" y=\"%d\">%s</text>"
                    .formatted(
                            chief ? "" : " minor",
                            at(end(month) - PITCH / 2.0),
                            ProcessChart.FOOT + 17,
                            chief ? month.label() : month.label().substring(0, 3)));
        }
    }

    /** £10M, £2.5M, £500K: numbers of the grid are round. */
    private static String round(double pounds) {
        boolean millions = Math.abs(pounds) >= MILLION;
        String number = BigDecimal.valueOf(pounds / (millions ? MILLION : THOUSAND))
                .stripTrailingZeros()
                .toPlainString();
        return pounds == 0 ? "£0" : (pounds < 0 ? "-£" : "£") + number.replace("-", "") + (millions ? "M" : "K");
    }

    private double clamped(double pounds) {
        return Math.max(scale.low(), Math.min(scale.high(), pounds));
    }

    /** The month's end, where what was spent up to it lies. */
    private double end(ReportingMonth month) {
        return (month.index() - month.fiscalYear().firstMonth().index() + 1) * PITCH;
    }

    private static String at(double x) {
        return String.format(Locale.ROOT, "%.2f", 100 * x / WIDTH) + "%";
    }

    private double height(double pounds) {
        return ProcessChart.FOOT - scale.share(pounds) * (ProcessChart.FOOT - ProcessChart.TOP);
    }

    private String y(double pounds) {
        return ProcessPaths.number(height(pounds));
    }
}
