package org.monthend.scorecard.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.Scorecard;

/** Tells the steward what a public copy hides and why, and what is left of it for others to reckon with. */
public final class HiddenReport {

    private static final String SUMMARY = " hidden in all: ";

    private HiddenReport() {}

    /** The report, a line for each thing. It names what is hidden, so it is never public. */
    public static String of(Edition edition, Disclosure disclosure, PublicEdition copy, List<EarlierCopy> earlier) {
        Scorecard scorecard = edition.scorecard();
        List<String> lines = new ArrayList<>();
        lines.add("NOT FOR PUBLICATION: this report names what the public copy hides.");
        lines.add("Public copy of the scorecard of %s, edition %d."
                .formatted(scorecard.month().longLabel(), edition.number()));
        lines.add("");
        lines.add(count(disclosure.hidden().size(), "figure is", "figures are") + SUMMARY + byReason(disclosure) + ". "
                + count(copy.withheld().size(), "text is", "texts are") + " withheld.");
        Map<String, List<Hidden>> lineByLine = disclosure.hidden().values().stream()
                .collect(Collectors.groupingBy(each -> each.cell().line(), LinkedHashMap::new, Collectors.toList()));
        lineByLine.forEach((code, hidden) -> {
            lines.add("");
            lines.add("%s (%s)".formatted(name(scorecard, code), code));
            hidden.forEach(each -> lines.add(
                    "  %s: %s, %s".formatted(each.cell().period(), each.why().word(), each.because())));
        });
        if (!copy.withheld().isEmpty()) {
            lines.add("");
            lines.add("Texts that are withheld");
            copy.withheld().forEach(text -> lines.add("  " + text));
        }
        lines.add("");
        lines.add("The attempt to undo it");
        lines.add("  Each small count could still be 1 and could still be 5 by all that is published: %s."
                .formatted(
                        earlier.isEmpty()
                                ? "no public copy was out before"
                                : "this copy and " + count(earlier.size(), "copy", "copies") + " before it"));
        disclosure.audited().stream()
                .filter(audited -> !audited.from().isEmpty())
                .forEach(audited ->
                        lines.add("  %s %s: %s; %s and what is hidden beside it bound the count to %d to %,d"
                                .formatted(
                                        audited.cell().line(),
                                        audited.cell().period(),
                                        audited.what(),
                                        String.join(", ", audited.from()),
                                        audited.least(),
                                        audited.most())));
        return String.join("\n", lines) + "\n";
    }

    /** Whether a line of a report sums it up without naming anything. */
    public static boolean isSummary(String line) {
        return line.contains(SUMMARY);
    }

    private static String byReason(Disclosure disclosure) {
        Map<Hidden.Why, Long> reasons = disclosure.hidden().values().stream()
                .collect(Collectors.groupingBy(Hidden::why, TreeMap::new, Collectors.counting()));
        return reasons.isEmpty()
                ? "none"
                : reasons.entrySet().stream()
                        .map(reason -> reason.getValue() + " " + words(reason.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private static String words(Hidden.Why why) {
        return switch (why) {
            case SMALL -> "since they count 1 to 5 or would give it back";
            case NOT_KNOWN -> "since it is not known what they count";
            case PROTECTS -> "to protect those";
        };
    }

    private static String count(int number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }

    private static String name(Scorecard scorecard, String code) {
        return scorecard.measures().stream()
                .map(MeasureLine::measure)
                .filter(measure -> measure.code().equals(code))
                .map(measure -> measure.name())
                .findFirst()
                .or(() -> Stream.concat(scorecard.distributions().stream(), scorecard.auditOpinions().stream())
                        .map(figure -> figure.category())
                        .filter(category -> category.scheme().equals(code))
                        .map(category -> category.schemeName())
                        .findFirst())
                .orElse(code);
    }
}
