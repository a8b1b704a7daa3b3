package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.Revision.Statement;

/**
 * What two scorecards judge of one measure: where it is heading, how it varies, where its year will end. All of it stands
 * behind the scorecard. It changes in many places at once when one figure does, so only those that differ are told, and
 * rounded where that shows it.
 */
final class JudgementComparison {

    private final MeasureLine was;
    private final MeasureLine is;
    private final List<Statement> restated;

    /** @param restated the statements of the months that differ */
    JudgementComparison(MeasureLine was, MeasureLine is, List<Statement> restated) {
        this.was = was;
        this.is = is;
        this.restated = restated;
    }

    List<Difference> differences() {
        List<Optional<Difference>> differences = new ArrayList<>();
        differences.add(forecast());
        // What the earlier method did not know is no revision. Nor is past accuracy, which is about other months.
        if (was.chart().isKept() && is.chart().isKept()) {
            differences.add(sought("rebase", List.of(), sought -> sought.or(rebases(was), rebases(is))));
            differences.add(variation());
            differences.add(sought(
                    "assurance",
                    restated,
                    sought -> sought.or(
                            was.chart().assurance().label(),
                            is.chart().assurance().label())));
            differences.add(sought("proposed rebase", restated, sought -> sought.or(proposal(was), proposal(is))));
            differences.add(outturn());
        }
        return differences.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Difference> sought(
            String item, List<Statement> statements, UnaryOperator<Difference.Sought> texts) {
        return texts.apply(Difference.Sought.offPage(item, statements)).found();
    }

    private Optional<Difference> forecast() {
        Map<ReportingMonth, String> before = months(was.forecast(), this::words);
        Map<ReportingMonth, String> after = months(is.forecast(), this::words);
        Map<ReportingMonth, String> exactlyBefore = months(was.forecast(), JudgementComparison::exactly);
        Map<ReportingMonth, String> exactlyAfter = months(is.forecast(), JudgementComparison::exactly);
        return sought(
                "forecast",
                restated,
                sought -> sought.or(first(before, after), first(after, before))
                        .or(
                                text(was.forecast(), JudgementComparison::basis),
                                text(is.forecast(), JudgementComparison::basis))
                        .or(first(exactlyBefore, exactlyAfter), first(exactlyAfter, exactlyBefore)));
    }

    private static Map<ReportingMonth, String> months(
            Optional<Forecast> forecast, Function<ForecastMonth, String> text) {
        return forecast.stream()
                .flatMap(each -> each.months().stream())
                .collect(Collectors.toMap(ForecastMonth::month, text, (one, next) -> next, TreeMap::new));
    }

    /** The text of the first month for which there is another. */
    private static String first(Map<ReportingMonth, String> texts, Map<ReportingMonth, String> others) {
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .filter(each -> !each.getValue().equals(others.get(each.getKey())))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
    }

    private String words(ForecastMonth next) {
        return "%s in %s (80%%: %s to %s)"
                .formatted(rounded(next.mean()), next.month().label(), rounded(next.low80()), rounded(next.high80()));
    }

    private static String exactly(ForecastMonth each) {
        return "%s in %s (80%%: %s to %s, 95%%: %s to %s)"
                .formatted(each.mean(), each.month().label(), each.low80(), each.high80(), each.low95(), each.high95());
    }

    private static String basis(Forecast forecast) {
        return "by %s of %d months%s"
                .formatted(forecast.method(), forecast.monthsUsed(), forecast.indicative() ? ", indicative" : "");
    }

    private static String rebases(MeasureLine line) {
        return line.rebases().stream()
                .map(rebase -> "%s (%s)".formatted(rebase.month().label(), rebase.reason()))
                .collect(Collectors.joining(", "));
    }

    private static String proposal(MeasureLine line) {
        return text(line.proposal(), RebaseProposal::sentence);
    }

    private Optional<Difference> variation() {
        return sought(
                "variation",
                restated,
                sought -> sought.or(words(was.chart()), words(is.chart()))
                        .or(usual(was, is), usual(is, was))
                        .or(limits(was), limits(is)));
    }

    private static String words(ControlChart chart) {
        return chart.variation().map(Variation::label).orElse(chart.reason());
    }

    /** The usual range, and each month of which the other chart says otherwise than this one. */
    private String usual(MeasureLine line, MeasureLine other) {
        Map<String, String> range = ranges(line);
        Map<String, String> months = causes(line);
        List<String> told = new ArrayList<>();
        if (!range.equals(ranges(other))) {
            range.forEach((start, limits) -> told.add(
                    range.size() == 1 ? "usually " + limits : "usually %s from %s on".formatted(limits, start)));
        }
        causes(other).forEach((month, cause) -> {
            if (!months.containsKey(month)) {
                told.add(month + " " + SpecialCause.COMMON.label());
            }
        });
        months.forEach((month, cause) -> {
            if (!Objects.equals(cause, causes(other).get(month))) {
                told.add(month + " " + cause);
            }
        });
        return String.join(", ", told);
    }

    private Map<String, String> ranges(MeasureLine line) {
        Map<String, String> ranges = new LinkedHashMap<>();
        line.chart()
                .segments()
                .forEach(segment -> ranges.put(
                        line.chartMonth(segment.start()).label(),
                        rounded(segment.limits().lower()) + " to "
                                + rounded(segment.limits().upper())));
        return ranges;
    }

    /** Of the months that are out of the usual. */
    private static Map<String, String> causes(MeasureLine line) {
        Map<String, String> causes = new LinkedHashMap<>();
        line.chart().points().stream()
                .filter(point -> point.cause() != SpecialCause.COMMON)
                .forEach(point -> causes.put(
                        line.chartMonth(point.position()).label(), point.cause().label()));
        return causes;
    }

    private static String limits(MeasureLine line) {
        return line.chart().segments().stream()
                .map(segment -> "usually %s to %s from %s on, by %d months"
                        .formatted(
                                segment.limits().lower(),
                                segment.limits().upper(),
                                line.chartMonth(segment.start()).label(),
                                segment.limits().figures()))
                .collect(Collectors.joining("; "));
    }

    private Optional<Difference> outturn() {
        return sought(
                "outturn",
                restated,
                sought -> sought.or(text(was.outturn(), this::words), text(is.outturn(), this::words))
                        .or(
                                text(was.outturn(), JudgementComparison::exactly),
                                text(is.outturn(), JudgementComparison::exactly)));
    }

    private String words(Outturn outturn) {
        return outturn.range()
                .map(range -> "%s in %s (80%%: %s to %s)%s"
                        .formatted(
                                rounded(range.median()),
                                outturn.year().label(),
                                rounded(range.low80()),
                                rounded(range.high80()),
                                outturn.chanceShown()
                                        .map(chance -> ", %d%% likely to meet the target".formatted(chance))
                                        .orElse("")))
                .orElse(outturn.reason());
    }

    private static String exactly(Outturn outturn) {
        List<String> told = new ArrayList<>();
        outturn.range()
                .ifPresent(range -> told.add("%s in %s (80%%: %s to %s, 95%%: %s to %s)"
                        .formatted(
                                range.median(),
                                outturn.year().label(),
                                range.low80(),
                                range.high80(),
                                range.low95(),
                                range.high95())));
        outturn.chance().ifPresent(chance -> told.add("chance of the target " + chance));
        outturn.lastYear().ifPresent(before -> told.add("the year before " + before));
        told.add("%d months known%s%s"
                .formatted(
                        outturn.monthsKnown(),
                        outturn.complete() ? ", complete" : "",
                        outturn.indicative() ? ", indicative" : ""));
        told.add(outturn.note());
        told.add(outturn.reason());
        return told.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
    }

    private String rounded(double value) {
        return MeasureComparison.rounded(BigDecimal.valueOf(value), is.measure());
    }

    private static <T> String text(Optional<T> thing, Function<T, String> text) {
        return thing.map(text).orElse("");
    }
}
