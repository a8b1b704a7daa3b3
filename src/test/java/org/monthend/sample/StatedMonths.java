package org.monthend.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.monthend.calendar.ReportingMonth;

/** What the sample's returns state of the measures, read from the workbooks by where each team writes it. */
final class StatedMonths {

    /**
     * @param numerator empty where the cell is blank
     * @param denominator the same
     * @param value the figure or status as the return has it; empty where it is blank
     */
    record Stated(String numerator, String denominator, String value) {

        boolean isFraction() {
            return !numerator.isEmpty();
        }

        BigDecimal top() {
            return new BigDecimal(isFraction() ? numerator : digits(value));
        }

        BigDecimal bottom() {
            return isFraction() ? new BigDecimal(denominator) : BigDecimal.ONE;
        }

        boolean isFigure() {
            return isFraction() || value.matches("[\\d.,]+[%*]?");
        }
    }

    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Map<ReportingMonth, Stated>> stated = new HashMap<>();

    private StatedMonths() {}

    static StatedMonths read() {
        StatedMonths months = new StatedMonths();
        List<List<String>> measures = SampleBook.catalogue().rows("Measures");
        measures.subList(1, measures.size()).forEach(row -> {
            months.codes.put(row.get(0), row.get(0));
            months.codes.put(row.get(1), row.get(0));
        });
        for (ReportingMonth month : SampleMonths.ALL) {
            months.tidy(month, "referral-and-assessment");
            months.tidy(month, "permanence");
            months.tidy(month, "case-audits");
            if (month.endsQuarter()) {
                months.tidy(month, "YOS");
            }
            months.down(month, SampleBook.of(month, "Children in Care").rows("Children in Care"), 6);
            months.down(month, SampleBook.of(month, "HR workforce").rows("Workforce"), 4);
            months.across(month);
        }
        return months;
    }

    /** The months of a measure from the first to the last that anything is stated of. */
    Map<ReportingMonth, Stated> of(String measure) {
        return Optional.ofNullable(stated.get(measure)).orElseThrow();
    }

    /** The figures of the months added up, times the unit's multiplier, rounded half up as a page prints it. */
    static BigDecimal rounded(List<Stated> months, BigDecimal multiplier, int decimals) {
        BigDecimal top = months.stream().map(Stated::top).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal bottom = months.stream().map(Stated::bottom).reduce(BigDecimal.ZERO, BigDecimal::add);
        return multiplier.multiply(top).divide(bottom, decimals, RoundingMode.HALF_UP);
    }

    static String digits(String figure) {
        return figure.replaceAll("[%*,]", "");
    }

    private void tidy(ReportingMonth month, String file) {
        List<List<String>> rows = SampleBook.of(month, file).rows("Return");
        for (List<String> row : rows.subList(1, rows.size())) {
            if (!monthOf(row.get(2)).equals(month)) {
                throw new IllegalStateException(file + " of " + month + " is about " + row.get(2));
            }
            if (row.get(1).equals(Trust.CODE) || row.get(1).equals(Trust.NAME)) {
                add(row.get(0), month, new Stated(row.get(3), row.get(4), row.get(5)));
            }
        }
    }

    private void down(ReportingMonth month, List<List<String>> rows, int header) {
        for (List<String> row : rows.subList(header, rows.size())) {
            if (row.get(0).isEmpty()) {
                return;
            }
            add(row.get(0), month, new Stated(row.get(1), row.get(2), row.get(3)));
        }
    }

    /** The child protection return restates the year so far; what it says of a month must never change. */
    private void across(ReportingMonth file) {
        SampleBook book = SampleBook.of(file, "Child protection");
        List<List<String>> rows = book.rows(book.sheets().get(0));
        List<String> header = rows.get(3);
        for (int column = 2; column < header.size(); column++) {
            ReportingMonth month = monthOf(header.get(column));
            Map<String, Map<String, String>> figures = new HashMap<>();
            for (List<String> row : rows.subList(4, rows.size())) {
                figures.computeIfAbsent(row.get(0), name -> new HashMap<>()).put(row.get(1), row.get(column));
            }
            figures.forEach((name, found) -> add(
                    name,
                    month,
                    new Stated(
                            found.getOrDefault("Numerator", ""),
                            found.getOrDefault("Denominator", ""),
                            found.getOrDefault("Value", ""))));
        }
    }

    private void add(String name, ReportingMonth month, Stated figure) {
        String code = Optional.ofNullable(codes.get(name))
                .orElseThrow(() -> new IllegalStateException("the catalogue does not know '" + name + "'"));
        Stated earlier =
                stated.computeIfAbsent(code, measure -> new TreeMap<>()).putIfAbsent(month, figure);
        if (earlier != null && !earlier.equals(figure)) {
            throw new IllegalStateException(
                    code + " in " + month + " was " + earlier + " and is restated as " + figure);
        }
    }

    private static ReportingMonth monthOf(String text) {
        return text.length() > 7
                ? ReportingMonth.of(LocalDate.parse(text))
                : ReportingMonth.of(YearMonth.parse(text, DateTimeFormatter.ofPattern("MMM-yy", Locale.ENGLISH))
                        .atDay(1));
    }
}
