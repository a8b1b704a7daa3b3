package org.monthend.calendar;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises a month in the forms that British teams write it in; never by the machine's locale. */
public final class MonthWords {

    /** Any of the forms, for use inside a longer pattern. It has no capturing groups. */
    public static final String ANY_FORM =
            "(?:[A-Za-z]{3,9}[ \\-/']*\\d{4}|[A-Za-z]{3,9}[ \\-/']+\\d{2}|\\d{4}-\\d{2}(?:-\\d{2})?|\\d{1,2}/\\d{1,2}/\\d{4}"
                    + "|\\d{1,2} [A-Za-z]{3,9} \\d{4})";

    private static final List<String> NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Pattern NAME_AND_YEAR =
            Pattern.compile("(?:(\\d{1,2}) )?([A-Za-z]{3,9})[ \\-/']*(\\d{4}|(?<=[ \\-/'])\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})(?:-\\d{2})?");
    private static final Pattern DAY_FIRST = Pattern.compile("\\d{1,2}/(\\d{1,2})/(\\d{4})");

    private MonthWords() {}

    /**
     * The month that the text names: Dec-15, Dec 2015, December 2015, 31 December 2015, 2015-12, 31/12/2015. Empty for
     * anything else, and for 15-Dec, which may be a day.
     */
    public static Optional<ReportingMonth> read(String text) {
        String words = text.strip().replace('\u00a0', ' ').replace('\u2013', '-');
        Matcher named = NAME_AND_YEAR.matcher(words);
        if (named.matches()) {
            return numberOf(named.group(2)).flatMap(number -> month(yearOf(named.group(3)), number));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(words);
        if (yearFirst.matches()) {
            return month(Integer.parseInt(yearFirst.group(1)), Integer.parseInt(yearFirst.group(2)));
        }
        Matcher dayFirst = DAY_FIRST.matcher(words);
        if (dayFirst.matches()) {
            return month(Integer.parseInt(dayFirst.group(2)), Integer.parseInt(dayFirst.group(1)));
        }
        return Optional.empty();
    }

    private static Optional<Integer> numberOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int index = 0; index < NAMES.size(); index++) {
            String full = NAMES.get(index);
            if (lower.equals(full) || lower.equals(full.substring(0, 3)) || lower.equals("sept") && index == 8) {
                return Optional.of(index + 1);
            }
        }
        return Optional.empty();
    }

    private static int yearOf(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? 2000 + year : year;
    }

    private static Optional<ReportingMonth> month(int year, int month) {
        boolean plausible = year >= 1990 && year <= 2099 && month >= 1 && month <= 12;
        return plausible ? Optional.of(new ReportingMonth(year, month)) : Optional.empty();
    }
}
