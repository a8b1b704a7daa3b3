package org.monthend.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a month in the forms that British teams write it in; never by the machine's locale. A month before 2000 or
 * after 2049 is a slip of the hand: the warehouse knows none.
 */
public final class MonthWords {

    /** Any of the forms, for use inside a longer pattern. It has no capturing groups. */
    public static final String ANY_FORM =
            "(?:[A-Za-z]{3,9}[ \\-/']*\\d{4}|[A-Za-z]{3,9}[ \\-/']+\\d{2}|\\d{4}-\\d{2}(?:-\\d{2})?|\\d{1,2}/\\d{1,2}/\\d{4}"
                    + "|\\d{1,2}[ -][A-Za-z]{3,9}[ -](?:\\d{4}|\\d{2}))";

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
            Pattern.compile("([A-Za-z]{3,9})[ \\-/']*(\\d{4}|(?<=[ \\-/'])\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2}))?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern DAY_AND_NAME = Pattern.compile("(\\d{1,2})[ -]([A-Za-z]{3,9})[ -](\\d{4}|\\d{2})");

    private MonthWords() {}

    /**
     * The month that the text names: Dec-15, Dec 2015, December 2015, 31 December 2015, 31-Dec-15, 2015-12, 2015-12-31,
     * 31/12/2015. Empty for anything else: for a day that no calendar has, and for 15-Dec, which may be a day.
     */
    public static Optional<ReportingMonth> read(String text) {
        String words = text.replace('\u00a0', ' ').replace('\u2013', '-').strip();
        Matcher named = NAME_AND_YEAR.matcher(words);
        if (named.matches()) {
            return day(yearOf(named.group(2)), numberOf(named.group(1)), 1);
        }
        Matcher yearFirst = YEAR_FIRST.matcher(words);
        if (yearFirst.matches()) {
            int day = yearFirst.group(3) == null ? 1 : Integer.parseInt(yearFirst.group(3));
            return day(Integer.parseInt(yearFirst.group(1)), Integer.parseInt(yearFirst.group(2)), day);
        }
        Matcher dayFirst = DAY_FIRST.matcher(words);
        if (dayFirst.matches()) {
            return day(
                    Integer.parseInt(dayFirst.group(3)),
                    Integer.parseInt(dayFirst.group(2)),
                    Integer.parseInt(dayFirst.group(1)));
        }
        Matcher dayAndName = DAY_AND_NAME.matcher(words);
        if (dayAndName.matches()) {
            return day(
                    yearOf(dayAndName.group(3)), numberOf(dayAndName.group(2)), Integer.parseInt(dayAndName.group(1)));
        }
        return Optional.empty();
    }

    /** The month that the day lies in; empty for a day before 2000 or after 2049. */
    public static Optional<ReportingMonth> of(LocalDate day) {
        boolean plausible = day.getYear() >= 2000 && day.getYear() <= 2049;
        return plausible ? Optional.of(ReportingMonth.of(day)) : Optional.empty();
    }

    /** The number of the month of that name, 0 when there is none. */
    private static int numberOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("sept")) {
            return 9;
        }
        for (int index = 0; index < NAMES.size(); index++) {
            String full = NAMES.get(index);
            if (lower.equals(full) || lower.equals(full.substring(0, 3))) {
                return index + 1;
            }
        }
        return 0;
    }

    private static int yearOf(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? 2000 + year : year;
    }

    private static Optional<ReportingMonth> day(int year, int month, int day) {
        try {
            return of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
