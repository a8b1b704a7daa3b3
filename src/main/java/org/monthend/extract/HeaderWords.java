package org.monthend.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monthend.calendar.MonthWords;
import org.monthend.catalogue.FoldedName;

/**
 * Words of a layout as a pattern: * stands for any characters, {month} for a month in any form, {fiscal year} for
 * 2015/16, {month end} for 31-Dec. Upper and lower case are the same, and so are one space and many.
 */
final class HeaderWords {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\*|\\{month\\}|\\{fiscal year\\}|\\{month end\\}");

    private final String words;
    private final Pattern pattern;

    private HeaderWords(String words, Pattern pattern) {
        this.words = words;
        this.pattern = pattern;
    }

    static HeaderWords of(String words) {
        String folded = FoldedName.of(words).text();
        StringBuilder regex = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(folded);
        int end = 0;
        while (placeholder.find()) {
            regex.append(Pattern.quote(folded.substring(end, placeholder.start())));
            regex.append(
                    switch (placeholder.group()) {
                        case "*" -> ".*";
                        case "{month}" -> "(?<month>" + MonthWords.ANY_FORM + ")";
                        case "{fiscal year}" -> "\\d{4}/\\d{2}";
                        default -> "\\d{1,2}[- ][a-z]{3,9}";
                    });
            end = placeholder.end();
        }
        regex.append(Pattern.quote(folded.substring(end)));
        return new HeaderWords(words, Pattern.compile(regex.toString()));
    }

    /** The tiers of a header from the top, such as 2015/16 > Budget. */
    static List<HeaderWords> tiers(String words) {
        return Pattern.compile(">").splitAsStream(words).map(HeaderWords::of).toList();
    }

    boolean matches(String text) {
        return matcher(text).matches();
    }

    /** The month that stands where the words have {month}; empty when the text does not match. */
    Optional<String> monthIn(String text) {
        Matcher matcher = matcher(text);
        return matcher.matches() && pattern.pattern().contains("(?<month>")
                ? Optional.of(matcher.group("month"))
                : Optional.empty();
    }

    private Matcher matcher(String text) {
        return pattern.matcher(FoldedName.of(text).text());
    }

    @Override
    public String toString() {
        return words;
    }
}
