package org.monthend.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.MonthWords;
import org.monthend.catalogue.FoldedName;

/**
 * Words of a layout as a pattern: * stands for any characters, ~* for an asterisk, {month} for a month in any form, {fiscal year} for
 * 2015/16, {quarter} for Qtr3, {month end} for 31-Dec. Upper and lower case are the same, and so are one space and many.
 */
final class HeaderWords {

    static final String MONTH = "{month}";
    private static final String YEAR = "{fiscal year}";
    private static final String QUARTER = "{quarter}";

    private static final Pattern PLACEHOLDER =
            Pattern.compile("~\\*|\\*|\\{month\\}|\\{fiscal year\\}|\\{quarter\\}|\\{month end\\}");
    private static final String NOT_INSIDE_A_WORD_BEFORE = "(?<![a-z0-9])";
    private static final String NOT_INSIDE_A_WORD_AFTER = "(?![a-z0-9])";

    private final String words;
    private final Pattern pattern;

    private HeaderWords(String words, Pattern pattern) {
        this.words = words;
        this.pattern = pattern;
    }

    /** Throws IllegalArgumentException when the words ask for more than one month. */
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
                        case "~*" -> Pattern.quote("*");
                        case MONTH -> month(folded, placeholder.start(), placeholder.end());
                        case YEAR -> first(regex, "year", "\\d{4}/\\d{2}");
                        case QUARTER -> first(regex, "quarter", FiscalQuarter.NUMBER_FORM);
                        default -> "\\d{1,2}[- ][a-z]{3,9}";
                    });
            end = placeholder.end();
        }
        regex.append(Pattern.quote(folded.substring(end)));
        return new HeaderWords(words, Pattern.compile(regex.toString()));
    }

    /** The first of them is the one that is read. */
    private static String first(CharSequence regex, String name, String form) {
        String group = "(?<" + name + ">";
        return regex.toString().contains(group) ? form : group + form + ")";
    }

    /** Beside a * the month is all of its word: "*{month}" finds December 2015, and not the "ber 2015" in it. */
    private static String month(String folded, int start, int end) {
        boolean freeBefore = start > 0 && folded.charAt(start - 1) == '*';
        boolean freeAfter = end < folded.length() && folded.charAt(end) == '*';
        return (freeBefore ? NOT_INSIDE_A_WORD_BEFORE : "")
                + "(?<month>" + MonthWords.ANY_FORM + ")"
                + (freeAfter ? NOT_INSIDE_A_WORD_AFTER : "");
    }

    /** The tiers of a header from the top, such as 2015/16 > Budget; in >24 hours the sign is part of a word. */
    static List<HeaderWords> tiers(String words) {
        return Pattern.compile("\\s+>\\s+")
                .splitAsStream(words)
                .map(HeaderWords::of)
                .toList();
    }

    boolean matches(String text) {
        return mayMatch(text) && matcher(text).matches();
    }

    /** Whether the first letters are the same: of a million rows none but a total is looked at closely. */
    private boolean mayMatch(String text) {
        String pattern = words.strip();
        if (pattern.isEmpty() || text.isEmpty() || !isLetter(pattern.charAt(0)) || !isLetter(text.charAt(0))) {
            return true;
        }
        return (pattern.charAt(0) | ' ') == (text.charAt(0) | ' ');
    }

    private static boolean isLetter(char character) {
        return character >= 'A' && character <= 'Z' || character >= 'a' && character <= 'z';
    }

    /** Whether they ask for a month. */
    boolean nameMonth() {
        return FoldedName.of(words).text().contains(MONTH);
    }

    /** The month that stands where the words have {month}; empty when the text does not match or names no month. */
    Optional<String> monthIn(String text) {
        Matcher matcher = matcher(text);
        return nameMonth() && matcher.matches()
                ? Optional.of(matcher.group("month"))
                        .filter(month -> MonthWords.read(month).isPresent())
                : Optional.empty();
    }

    /** The fiscal year that stands where the words have {fiscal year}; empty without one. */
    String yearIn(String text) {
        return in(text, YEAR, "year");
    }

    /** The quarter's number that stands where the words have {quarter}, such as qtr3; empty without one. */
    String quarterIn(String text) {
        return in(text, QUARTER, "quarter");
    }

    private String in(String text, String placeholder, String name) {
        Matcher matcher = matcher(text);
        boolean asked = FoldedName.of(words).text().contains(placeholder);
        return asked && matcher.matches() ? matcher.group(name) : "";
    }

    private Matcher matcher(String text) {
        return pattern.matcher(FoldedName.of(text).text());
    }

    @Override
    public String toString() {
        return words;
    }
}
