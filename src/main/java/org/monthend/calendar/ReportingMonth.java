package org.monthend.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The calendar month that a figure is about, printed as Dec-15 and kept as 201512. */
public record ReportingMonth(int year, int month) implements Comparable<ReportingMonth> {

    private static final Comparator<ReportingMonth> BY_TIME = Comparator.comparingInt(ReportingMonth::index);

    public ReportingMonth {
        if (year < 1900 || year > 2199 || month < 1 || month > 12) {
            throw new IllegalArgumentException("no reporting month: " + year + "-" + month);
        }
    }

    public static ReportingMonth of(LocalDate day) {
        return new ReportingMonth(day.getYear(), day.getMonthValue());
    }

    /** Reads the form 2015-12, as folders and commands write it. Throws IllegalArgumentException for any other. */
    public static ReportingMonth parse(String yearAndMonth) {
        if (!yearAndMonth.matches("\\d{4}-\\d{2}")) {
            throw new IllegalArgumentException(
                    "'" + yearAndMonth + "' is not a month; write it as 2015-12 (year, hyphen, month)");
        }
        return new ReportingMonth(
                Integer.parseInt(yearAndMonth.substring(0, 4)), Integer.parseInt(yearAndMonth.substring(5)));
    }

    public static ReportingMonth ofKey(int key) {
        return new ReportingMonth(key / 100, key % 100);
    }

    public static ReportingMonth ofIndex(int index) {
        return new ReportingMonth(Math.floorDiv(index, 12), Math.floorMod(index, 12) + 1);
    }

    /** The warehouse's key, 201512. */
    public int key() {
        return year * 100 + month;
    }

    /** Months since year 0: the month before has an index one lower. */
    public int index() {
        return year * 12 + month - 1;
    }

    public ReportingMonth plusMonths(int months) {
        return ofIndex(index() + months);
    }

    public ReportingMonth minusMonths(int months) {
        return plusMonths(-months);
    }

    public boolean isBefore(ReportingMonth other) {
        return compareTo(other) < 0;
    }

    public boolean isAfter(ReportingMonth other) {
        return compareTo(other) > 0;
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, month, 1);
    }

    public LocalDate lastDay() {
        return YearMonth.of(year, month).atEndOfMonth();
    }

    public int days() {
        return YearMonth.of(year, month).lengthOfMonth();
    }

    public FiscalYear fiscalYear() {
        return new FiscalYear(month >= 4 ? year : year - 1);
    }

    public FiscalQuarter quarter() {
        return new FiscalQuarter(fiscalYear(), Math.floorMod(month - 4, 12) / 3 + 1);
    }

    public boolean endsQuarter() {
        return month % 3 == 0;
    }

    /** Dec-15, as the page prints it. */
    public String label() {
        return shortName() + "-" + String.format(Locale.UK, "%02d", year % 100);
    }

    /** December 2015. */
    public String longLabel() {
        return lastDay().getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " " + year;
    }

    /** 31-Dec, the month's last day as finance heads its columns. */
    public String lastDayLabel() {
        return lastDay().getDayOfMonth() + "-" + shortName();
    }

    private String shortName() {
        return List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
                .get(month - 1);
    }

    /** The months from the first to the last, both included; none when the first is after the last. */
    public static List<ReportingMonth> range(ReportingMonth first, ReportingMonth last) {
        return IntStream.rangeClosed(first.index(), last.index())
                .mapToObj(ReportingMonth::ofIndex)
                .toList();
    }

    @Override
    public int compareTo(ReportingMonth other) {
        return BY_TIME.compare(this, other);
    }

    /** 2015-12, the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return year + (month < 10 ? "-0" : "-") + month;
    }
}
