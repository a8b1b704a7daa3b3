package org.monthend.extract;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.MonthWords;
import org.monthend.catalogue.FoldedName;

/**
 * Words of a layout as a pattern: * stands for any characters, ~* for an asterisk, {month end} for 31-Dec, and the
 * placeholders that name something for what they name. Upper and lower case are the same, and so are one space and
 * many.
 */
final class HeaderWords {

    private static final Pattern PLACEHOLDER = Pattern.compile("~\\*|\\*|\\{month end\\}|"
            + Arrays.stream(Names.values())
                    .map(each -> Pattern.quote(each.word))
                    .collect(Collectors.joining("|")));
    private static final Pattern TIERS = Pattern.compile("\\s+>\\s+");
    private static final String NOT_INSIDE_A_WORD_BEFORE = "(?<![a-z0-9])";
    private static final String NOT_INSIDE_A_WORD_AFTER = "(?![a-z0-9])";

    private final String words;
    private final Pattern pattern;
    private final List<Names> names;

    private HeaderWords(String words, Pattern pattern, List<Names> names) {
        this.words = words;
        this.pattern = pattern;
        this.names = names;
    }

    /** What a heading or a title can name where the words have its placeholder. */
    enum Names {
        MONTH("{month}", MonthWords.ANY_FORM),
        YEAR("{year}", MonthWords.ANY_YEAR),
        FISCAL_YEAR("{fiscal year}", "\\d{4}/\\d{2}"),
        QUARTER("{quarter}", FiscalQuarter.NUMBER_FORM),
        MONTH_NAME("{month name}", MonthWords.ANY_NAME),
        MEASURE("{measure}", ".+?"),
        ORGANISATION("{organisation}", ".+?"),
        CATEGORY("{category}", ".+?");

        private final String word;
        private final String form;

        Names(String word, String form) {
            this.word = word;
            this.form = form;
        }

        String word() {
            return word;
        }

        private String group() {
            return name().toLowerCase(Locale.ROOT).replace("_", "");
        }
    }

    /** Throws IllegalArgumentException when the words ask for the same twice, such as for two months. */
    static HeaderWords of(String words) {
        return of(words, MonthWords.ANY_FORM);
    }

    /** The same words, but anything may stand where they have {month}. */
    HeaderWords withAnyMonth() {
        return of(words, ".+?");
    }

    private static HeaderWords of(String words, String monthForm) {
        String folded = FoldedName.of(words).text();
        StringBuilder regex = new StringBuilder();
        List<Names> names = Arrays.stream(Names.values())
                .filter(each -> folded.contains(each.word))
                .toList();
        Matcher placeholder = PLACEHOLDER.matcher(folded);
        int end = 0;
        while (placeholder.find()) {
            regex.append(Pattern.quote(folded.substring(end, placeholder.start())));
            regex.append(
                    switch (placeholder.group()) {
                        case "*" -> ".*";
                        case "~*" -> Pattern.quote("*");
                        case "{month end}" -> "\\d{1,2}[- ][a-z]{3,9}";
                        default -> named(folded, placeholder, monthForm, regex);
                    });
            end = placeholder.end();
        }
        regex.append(Pattern.quote(folded.substring(end)));
        return new HeaderWords(
                words,
                Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL),
                names);
    }

    /** The first year and quarter are those that are read. Beside a * the month is all of its word: "*{month}" finds December 2015, and not the "ber 2015" in it. */
    private static String named(String folded, Matcher placeholder, String monthForm, CharSequence before) {
        Names what = Arrays.stream(Names.values())
                .filter(each -> each.word.equals(placeholder.group()))
                .findFirst()
                .orElseThrow();
        boolean again = (what == Names.FISCAL_YEAR || what == Names.QUARTER)
                && before.toString().contains("(?<" + what.group() + ">");
        if (again) {
            return what.form;
        }
        boolean freeBefore = placeholder.start() > 0 && folded.charAt(placeholder.start() - 1) == '*';
        boolean freeAfter = placeholder.end() < folded.length() && folded.charAt(placeholder.end()) == '*';
        return (freeBefore ? NOT_INSIDE_A_WORD_BEFORE : "")
                + "(?<" + what.group() + ">" + (what == Names.MONTH ? monthForm : what.form) + ")"
                + (freeAfter ? NOT_INSIDE_A_WORD_AFTER : "");
    }

    /** The tiers of a header from the top, such as 2015/16 > Budget; in >24 hours the sign is part of a word. */
    static List<HeaderWords> tiers(String words) {
        return TIERS.splitAsStream(words).map(HeaderWords::of).toList();
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

    /** Whether they ask for it. */
    boolean ask(Names what) {
        return names.contains(what);
    }

    /** What the text names where the words have placeholders; empty when it does not match. */
    Optional<Map<Names, String>> namedIn(String text) {
        Matcher matcher = matcher(text);
        if (!mayMatch(text) || !matcher.matches()) {
            return Optional.empty();
        }
        Map<Names, String> named = new EnumMap<>(Names.class);
        names.forEach(each -> named.put(each, matcher.group(each.group())));
        return Optional.of(named);
    }

    private Matcher matcher(String text) {
        return pattern.matcher(FoldedName.inCase(text));
    }

    @Override
    public String toString() {
        return words;
    }
}
