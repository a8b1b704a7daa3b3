package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;

/**
 * Says a figure in words of the catalogue: "95% of child protection visits due were made in time" where numerator and
 * denominator make a sentence, and the measure's name otherwise.
 */
final class FigureWords {

    private static final Pattern IN_THE_MONTH = Pattern.compile(" (in|during) (the )?month$");

    /** What a thing can be after "were": in a place, or something that was done to it. */
    private static final Pattern CAN_BE = Pattern.compile(
            "(in|at|on|for|under|over|within|from|by|aged|without|made|held|seen|given|left|met|sent|[a-z]+ed) .+"
                    + "|[a-z]+ed");

    private FigureWords() {}

    /** Begins with a capital or a number, and has no full stop. */
    static String of(Measure measure, BigDecimal value) {
        String printed = Printed.value(value, measure);
        return switch (measure.unit()) {
            case PERCENT -> share(measure, printed).orElseGet(() -> byName(measure, printed));
            case PER_10000 -> rate(measure, printed).orElseGet(() -> byName(measure, printed));
            case COUNT, DAYS, WEEKS, CASES_PER_FTE, DAYS_PER_FTE -> byName(measure, printed);
        };
    }

    /** 88% of assessments completed were within 45 working days: the numerator without what the denominator has said. */
    private static Optional<String> share(Measure measure, String printed) {
        List<String> whole = words(measure.denominator());
        List<String> part = words(measure.numerator());
        int same = 0;
        while (same < Math.min(whole.size(), part.size()) && whole.get(same).equalsIgnoreCase(part.get(same))) {
            same++;
        }
        if (same == 0 || same == part.size()) {
            return Optional.empty();
        }
        return predicate(String.join(" ", part.subList(same, part.size())))
                .map(predicate -> printed + " of " + String.join(" ", whole) + " " + predicate);
    }

    private static Optional<String> predicate(String rest) {
        if (rest.startsWith("that ") || rest.startsWith("who ")) {
            return Optional.of(rest.substring(rest.indexOf(' ') + 1));
        }
        if (rest.startsWith("with ")) {
            return Optional.of("had " + rest.substring("with ".length()));
        }
        return CAN_BE.matcher(rest).matches() ? Optional.of("were " + rest) : Optional.empty();
    }

    /** There were 43 referrals for every 10,000 of the under-18 population. */
    private static Optional<String> rate(Measure measure, String printed) {
        String counted = String.join(" ", words(measure.numerator()));
        String among = measure.denominator();
        if (counted.isEmpty() || among.isEmpty() || printed.equals("1")) {
            return Optional.empty();
        }
        return Optional.of("There were " + printed + " " + counted + " for every 10,000 "
                + (among.endsWith("population") ? "of the " : "") + among);
    }

    private static String byName(Measure measure, String printed) {
        String name = measure.name().replaceFirst("^%\\s*", "");
        String capital = name.substring(0, 1).toUpperCase(Locale.UK) + name.substring(1);
        return capital + " stood at " + printed + unit(measure);
    }

    /** The unit, where neither the figure nor the name says it. */
    private static String unit(Measure measure) {
        String word =
                measure.unit() == Unit.PER_10000 ? "per 10,000" : measure.unit().word();
        boolean said = measure.name().toLowerCase(Locale.UK).contains(word);
        return said || measure.unit() == Unit.COUNT || measure.unit() == Unit.PERCENT ? "" : " " + word;
    }

    private static List<String> words(String text) {
        String plain = IN_THE_MONTH.matcher(text.strip()).replaceFirst("");
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split("\\s+"));
    }
}
