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

    /** A year, or a year that lies in two: 2023, 2022/23, 2022-23, 2022/2023, 202223. It has no capturing groups. */
    public static final String ANY_YEAR = "(?:\\d{4}[/\\-]\\d{4}|\\d{4}[/\\-]\\d{2}|\\d{6}|\\d{4})";

    /** What may be the name of a month, for use inside a longer pattern. It has no capturing groups. */
    public static final String ANY_NAME = "(?:[A-Za-z]{3,9})";

    private static final String KNOWN_NAME =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    /** A month as somebody may have meant it; most are read by none of the forms. It has no capturing groups. */
    private static final Pattern MEANT = Pattern.compile(
            "(?:\\d{1,4}(?:st|nd|rd|th)?[ \\-/.']*)?" + KNOWN_NAME + "[ \\-/.,']*\\d{0,4}"
                    + "|\\d{4}\\.\\d{1,2}|\\d{4}-\\d|\\d{1,2}[/.\\-]\\d{4}|\\d{1,2}[/.\\-]\\d{1,2}[/.\\-]\\d{2,4}"
                    + "|\\d{4}-\\d{2}-\\d{2}|20[0-4]\\d(?:0[1-9]|1[0-2])|4\\d{4}",
            Pattern.CASE_INSENSITIVE);

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

    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:[/\\-]?(\\d{2}|\\d{4}))?");
    private static final int APRIL = 4;

    private MonthWords() {}

    /** Which number of 12/11/2015 is the month's. It is declared, never guessed. */
    public enum DayOrder {
        DAY_FIRST,
        MONTH_FIRST
    }

    /** The month that the text names, its day standing before its month as Britain writes. */
    public static Optional<ReportingMonth> read(String text) {
        return read(text, DayOrder.DAY_FIRST);
    }

    /**
     * The month that the text names: Dec-15, Dec 2015, December 2015, 31 December 2015, 31-Dec-15, 2015-12, 2015-12-31,
     * 31/12/2015. Empty for anything else: for a day that no calendar has, and for 15-Dec, which may be a day.
     */
    public static Optional<ReportingMonth> read(String text, DayOrder order) {
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
            int month = order == DayOrder.DAY_FIRST ? 2 : 1;
            return day(
                    Integer.parseInt(dayFirst.group(3)),
                    Integer.parseInt(dayFirst.group(month)),
                    Integer.parseInt(dayFirst.group(3 - month)));
        }
        Matcher dayAndName = DAY_AND_NAME.matcher(words);
        if (dayAndName.matches()) {
            return day(
                    yearOf(dayAndName.group(3)), numberOf(dayAndName.group(2)), Integer.parseInt(dayAndName.group(1)));
        }
        return Optional.empty();
    }

    /**
     * The month of that name in that year. Of a year that lies in two, such as 2015/16, April to December are in the
     * first and January to March in the second. Empty when either cannot be read.
     */
    public static Optional<ReportingMonth> read(String name, String year) {
        int month = numberOf(name.strip());
        Matcher written = YEAR.matcher(year.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        boolean first = month >= APRIL;
        return lastYear(written)
                .filter(last -> month > 0)
                .flatMap(last -> day(first ? Integer.parseInt(written.group(1)) : last, month, 1));
    }

    /** The month in which the year ends: March 2023 for 2023 and for 2022/23, where years end in March. */
    public static Optional<ReportingMonth> endOfYear(String year, int lastMonth) {
        Matcher written = YEAR.matcher(year.strip());
        return written.matches() ? lastYear(written).flatMap(last -> day(last, lastMonth, 1)) : Optional.empty();
    }

    /** The number of the month of that name, from 1; empty when there is none. */
    public static Optional<Integer> numberOfName(String name) {
        return Optional.of(numberOf(name.strip())).filter(number -> number > 0);
    }

    /** Whether somebody may have meant a month by it, though it cannot be read for certain: 15-Dec, Dec, 12.2015. */
    public static boolean isMeant(String text) {
        return MEANT.matcher(text.replace('\u00a0', ' ').replace('\u2013', '-').strip())
                .matches();
    }

    /** The second of two years, which must follow the first; or the only one. */
    private static Optional<Integer> lastYear(Matcher written) {
        int first = Integer.parseInt(written.group(1));
        if (written.group(2) == null) {
            return Optional.of(first);
        }
        int second = Integer.parseInt(written.group(2));
        boolean follows = second == (written.group(2).length() == 2 ? (first + 1) % 100 : first + 1);
        return follows ? Optional.of(first + 1) : Optional.empty();
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
