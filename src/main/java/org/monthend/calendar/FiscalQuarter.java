package org.monthend.calendar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A quarter of a fiscal year that runs April to March: 2015/16 Qtr3 is October to December 2015. */
public record FiscalQuarter(FiscalYear year, int number) implements Comparable<FiscalQuarter> {

    /** The quarter's number alone, as a heading says it beneath its year. It has no capturing groups. */
    public static final String NUMBER_FORM = "(?:quarter|qtr|q)\\.? ?[1-4]";

    private static final String YEAR_FORM = "(?<start>\\d{4})[/-](?<end>\\d{4}|\\d{2})";
    private static final Pattern YEAR_FIRST =
            Pattern.compile(YEAR_FORM + "[ ,:-]*(?<number>" + NUMBER_FORM + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER_FIRST =
            Pattern.compile("(?<number>" + NUMBER_FORM + ")[ ,:-]*" + YEAR_FORM, Pattern.CASE_INSENSITIVE);

    public FiscalQuarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("no quarter: " + number);
        }
    }

    /**
     * The quarter that the text names with its year: 2015/16 Qtr2, Q2 2015/16, Quarter 2 2015-16. Empty for anything
     * else: for a number without its year, for a year that does not end in the next, and for calendar quarters (Q2 2015),
     * which could mean two things.
     */
    public static Optional<FiscalQuarter> read(String text) {
        String words =
                text.replace('\u00a0', ' ').replace('\u2013', '-').strip().replaceAll("\\s+", " ");
        Matcher yearFirst = YEAR_FIRST.matcher(words);
        if (yearFirst.matches()) {
            return of(yearFirst);
        }
        Matcher numberFirst = NUMBER_FIRST.matcher(words);
        return numberFirst.matches() ? of(numberFirst) : Optional.empty();
    }

    private static Optional<FiscalQuarter> of(Matcher said) {
        int start = Integer.parseInt(said.group("start"));
        String end = said.group("end");
        String next = String.valueOf(start + 1);
        boolean isYear = start >= 2000 && start < 2049 && next.endsWith(end);
        int number = said.group("number").charAt(said.group("number").length() - 1) - '0';
        return isYear ? Optional.of(new FiscalQuarter(new FiscalYear(start), number)) : Optional.empty();
    }

    /** Quarters since year 0: the quarter before has an index one lower. */
    public int index() {
        return year.startYear() * 4 + number - 1;
    }

    public FiscalQuarter plusQuarters(int quarters) {
        int index = index() + quarters;
        return new FiscalQuarter(new FiscalYear(Math.floorDiv(index, 4)), Math.floorMod(index, 4) + 1);
    }

    public ReportingMonth firstMonth() {
        return year.firstMonth().plusMonths((number - 1) * 3);
    }

    public ReportingMonth lastMonth() {
        return firstMonth().plusMonths(2);
    }

    public List<ReportingMonth> months() {
        return ReportingMonth.range(firstMonth(), lastMonth());
    }

    /** Qtr3. */
    public String shortLabel() {
        return "Qtr" + number;
    }

    /** 2015/16 Qtr3. */
    public String label() {
        return year.label() + " " + shortLabel();
    }

    @Override
    public int compareTo(FiscalQuarter other) {
        return Integer.compare(index(), other.index());
    }

    @Override
    public String toString() {
        return label();
    }
}
