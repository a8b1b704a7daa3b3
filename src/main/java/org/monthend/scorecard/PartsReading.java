package org.monthend.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.monthend.catalogue.Measure;

/**
 * Reads the parts of a measure aloud: where the whole comes from, who gives no figure, and who stands out. It judges
 * nothing anew; it words what the rules have judged.
 */
public final class PartsReading {

    /** Limits from fewer figures are no more than a guess, so nothing is called usual by them; as in {@link Reading}. */
    private static final int FEWEST_FOR_USUAL = 6;

    /** A sentence that names more is a list, and the table beside it is a better one. */
    private static final int MOST_NAMED = 5;

    private final MeasureParts parts;
    private final Measure measure;
    private final String whole;

    private PartsReading(MeasureParts parts) {
        this.parts = parts;
        this.measure = parts.whole().measure();
        String level = parts.organisation().level();
        this.whole = "the " + (level.isEmpty() ? "whole" : level.toLowerCase(Locale.UK));
    }

    /**
     * Two or three sentences, such as "The trust's figure is the sum of numerators over the sum of denominators of its 3
     * localities: 540 / 1000. East (31%) stands out: above the upper limit, a concern." Empty without parts.
     */
    public static String sentences(MeasureParts parts) {
        if (parts.parts().isEmpty()) {
            return "";
        }
        PartsReading reading = new PartsReading(parts);
        List<String> sentences = new ArrayList<>(List.of(reading.origin()));
        reading.silent().ifPresent(sentences::add);
        sentences.add(reading.standingOut());
        return String.join(" ", sentences);
    }

    private String origin() {
        Optional<BigDecimal> sum = parts.sum().figure().reportedValue();
        if (parts.inMonth().isEmpty()) {
            return "Neither %s nor any of %s gives a figure for %s."
                    .formatted(whole, its(), parts.month().label());
        }
        if (parts.stated().isPresent()) {
            return beside(parts.stated().get().figure().reportedValue(), sum);
        }
        Optional<BigDecimal> made =
                parts.inMonth().flatMap(figure -> figure.figure().reportedValue());
        if (made.isEmpty()) {
            return capital(whole) + " has no figure for " + parts.month().label() + ": "
                    + (parts.silent().isEmpty()
                            ? "without numerators and denominators the figures of " + its() + " cannot be added up."
                            : "it is made of " + its() + ", and never without one of them.");
        }
        if (!same(made.get(), sum)) {
            return "%s's figure is the sum of its parts, of which one is in the catalogue no more."
                    .formatted(capital(whole));
        }
        return parts.sum().denominator().isPresent()
                ? "%s's figure is the sum of numerators over the sum of denominators of %s%s."
                        .formatted(capital(whole), its(), fraction(": "))
                : "%s's figure is the sum of %s.".formatted(capital(whole), its());
    }

    /** A whole that a return states, beside what its parts add up to. */
    private String beside(Optional<BigDecimal> stated, Optional<BigDecimal> sum) {
        if (stated.isEmpty()) {
            return "The return gives no figure of %s".formatted(whole)
                    + sum.map(value -> "; %s add up to %s%s.".formatted(its(), printed(value), fraction(" = ")))
                            .orElse(".");
        }
        String start = "%s's figure is stated by its return, beside %s".formatted(capital(whole), its());
        if (sum.isEmpty()) {
            return start
                    + (parts.silent().isEmpty()
                            ? ", whose figures cannot be added up without numerators and denominators."
                            : "; without all of them nothing can be added up.");
        }
        if (same(stated.get(), sum)) {
            return start + ", which add up to it" + fraction(": ") + ".";
        }
        boolean looksEqual = printed(stated.get()).equals(printed(sum.get()));
        return start + ", which add up to "
                + (looksEqual ? printed(sum.get()) + " too" : printed(sum.get()) + ", not " + printed(stated.get()))
                + fraction(": ") + ".";
    }

    private Optional<String> silent() {
        List<MeasurePart> silent = parts.silent();
        if (silent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("No figure for %s from %s."
                .formatted(
                        parts.month().label(),
                        listed(
                                silent.stream()
                                        .limit(MOST_NAMED)
                                        .map(part -> "%s (%s)"
                                                .formatted(
                                                        part.organisation().name(),
                                                        part.line()
                                                                .latest()
                                                                .figure()
                                                                .statusWord()
                                                                .replace('_', ' ')))
                                        .toList(),
                                silent.size())));
    }

    private String standingOut() {
        List<MeasurePart> standingOut = parts.standingOut();
        if (!standingOut.isEmpty()) {
            String each = standingOut.stream()
                    .limit(MOST_NAMED)
                    .map(part -> part.organisation().name() + " (" + figure(part) + "), " + why(part))
                    .collect(Collectors.joining("; "));
            int more = standingOut.size() - MOST_NAMED;
            return (standingOut.size() == 1 ? "One stands out: " : standingOut.size() + " stand out: ")
                    + each
                    + (more > 0 ? "; and " + more + " more" : "")
                    + ".";
        }
        boolean anyLimits = parts.parts().stream().anyMatch(PartsReading::isUsual);
        boolean anyTargets = parts.parts().stream()
                .anyMatch(part -> part.line().target().standing() == TargetStanding.MET
                        || part.line().target().standing() == TargetStanding.WITHIN_TOLERANCE
                        || part.line().target().standing() == TargetStanding.MISSED);
        if (!anyLimits && !anyTargets) {
            return "Whether one stands out cannot be said yet: there are neither targets nor figures enough for limits.";
        }
        List<String> reasons = new ArrayList<>();
        if (anyLimits) {
            reasons.add("none is beyond chance");
        }
        if (anyTargets) {
            reasons.add("none misses a target while " + whole + " meets its own");
        }
        return "None stands out: " + String.join(", and ", reasons) + ".";
    }

    private static boolean isUsual(MeasurePart part) {
        return part.line().chart().variation().isPresent()
                && part.line()
                        .chart()
                        .latest()
                        .filter(segment -> segment.limits().ranges() > 0
                                && segment.limits().figures() >= FEWEST_FOR_USUAL)
                        .isPresent();
    }

    private String why(MeasurePart part) {
        List<String> reasons = new ArrayList<>();
        part.specialCause()
                .ifPresent(point -> reasons.add(point.cause().label()
                        + switch (point.variation()) {
                            case IMPROVEMENT -> ", an improvement";
                            case CONCERN -> ", a concern";
                            case COMMON_CAUSE, NEUTRAL_HIGH, NEUTRAL_LOW -> "";
                        }));
        if (parts.missesAlone(part)) {
            reasons.add("off its target of " + part.line().target().printed() + " while " + whole
                    + switch (parts.whole().target().standing()) {
                        case MET -> " meets its own";
                        case WITHIN_TOLERANCE -> " is within tolerance of its own";
                        case NO_TARGET, MISSED, NO_FIGURE -> " has none";
                    });
        }
        return String.join("; ", reasons).replaceFirst("; off its", " and off its");
    }

    private String figure(MeasurePart part) {
        return Printed.figure(part.line().latest().figure(), measure, "");
    }

    /** its 3 localities. */
    private String its() {
        int number = parts.parts().size();
        String level = parts.parts().get(0).organisation().level();
        boolean one = parts.parts().stream()
                .allMatch(part -> part.organisation().level().equals(level));
        String word = one && !level.isEmpty() ? level.toLowerCase(Locale.UK) : "part";
        if (number == 1) {
            return "its one " + word;
        }
        return "its " + number + " " + (word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s");
    }

    /** The sums above and below the line; nothing where there are none. */
    private String fraction(String before) {
        MonthFigure sum = parts.sum();
        return sum.numerator().isPresent() && sum.denominator().isPresent()
                ? before + plain(sum.numerator().get()) + " / "
                        + plain(sum.denominator().get())
                : "";
    }

    private static String plain(BigDecimal number) {
        BigDecimal shown = number.stripTrailingZeros();
        return shown.setScale(Math.max(0, Math.min(2, shown.scale())), RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Two decimals that were computed of the same differ in their last digits at most. */
    private static boolean same(BigDecimal one, Optional<BigDecimal> other) {
        return other.filter(value -> value.subtract(one)
                                .abs()
                                .compareTo(one.abs().max(BigDecimal.ONE).movePointLeft(12))
                        <= 0)
                .isPresent();
    }

    private String printed(BigDecimal value) {
        return Printed.value(value, measure);
    }

    private static String listed(List<String> named, int all) {
        List<String> names = new ArrayList<>(named);
        if (all > names.size()) {
            names.add(all - names.size() + " more");
        }
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }
}
