package org.monthend.validate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the digits of a number are written as text. A layout shows it by an example, and where it shows none Britain's
 * holds.
 *
 * @param written a figure as a hand writes it: sign, pound, inner, digits, suffix and percent are its groups
 * @param thousands what stands between thousands, as a pattern
 */
record NumberStyle(Pattern written, String thousands) {

    static final NumberStyle BRITISH = of("1,234.5").orElseThrow();

    /** What a layout may show: what stands between thousands, before decimal places and for minus. */
    static final String EXAMPLES =
            "1,234.5 or 1.234,5 or 1 234,5 or 1 234.5 or 1'234.5, with – before it where that is minus";

    /** The style of the example; empty when it shows none. */
    static Optional<NumberStyle> of(String example) {
        Matcher shown = Pattern.compile("(?<dash>\u2013)?1(?<thousands>[,.' \u00a0])234(?<decimals>[.,])5")
                .matcher(example.strip());
        if (!shown.matches() || shown.group("thousands").equals(shown.group("decimals"))) {
            return Optional.empty();
        }
        String thousands = switch (shown.group("thousands")) {
            case " ", "\u00a0" -> "[ \u00a0\u2009\u202f]";
            case "'" -> "['\u2019]";
            case "." -> "\\.";
            default -> ",";
        };
        String decimals = shown.group("decimals").equals(".") ? "\\." : ",";
        String minus = shown.group("dash") == null ? "\\-\u2212" : "\\-\u2212\u2013";
        return Optional.of(new NumberStyle(
                Pattern.compile("(?<sign>[+" + minus + "])?\\s*(?<pound>£)?\\s*(?<inner>[" + minus + "])?"
                        + "(?<digits>[1-9][0-9]{0,2}(?:" + thousands + "[0-9]{3})+(?:" + decimals
                        + "[0-9]+)?|[0-9]+(?:" + decimals + "[0-9]+)?|" + decimals + "[0-9]+)"
                        + "\\s*(?<suffix>[KkMm])?\\s*(?<percent>%)?"),
                thousands));
    }

    /** The digits as a program reads them: 1234.5. */
    String plain(String digits) {
        return digits.replaceAll(thousands, "").replace(',', '.');
    }
}
