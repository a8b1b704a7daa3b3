package org.monthend.extract.suggest;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.monthend.calendar.MonthWords;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellValue;

/** Writes what a sheet says in the words of a layout: what changes from month to month becomes a placeholder. */
final class LayoutWords {

    static final String MONTH = "{month}";

    private static final Pattern FISCAL_YEAR = Pattern.compile("(?<![0-9/])(?:19|20)[0-9]{2}/[0-9]{2}(?![0-9/])");
    private static final Pattern MONTH_END =
            Pattern.compile("(?i)(?:28|29|30|31)[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}");

    /** Years in sheet names, which cannot hold a slash. */
    private static final Pattern YEARS = Pattern.compile("(?:19|20)[0-9]{2}(?:\\s?[-/]\\s?[0-9]{2,4})?");

    private static final Pattern STRAY_SIGN = Pattern.compile("\\s>\\s");

    private LayoutWords() {}

    /** The tiers of a column's headings. */
    static String of(List<Cell> path) {
        return path.stream().map(LayoutWords::ofHeading).collect(Collectors.joining(" > "));
    }

    private static String ofHeading(Cell cell) {
        if (cell.value() instanceof CellValue.Date || cell.value() instanceof CellValue.Moment) {
            return MONTH;
        }
        String words = CellKind.words(cell);
        if (MonthWords.read(words).isPresent()) {
            return MONTH;
        }
        if (MONTH_END.matcher(words).matches()) {
            return "{month end}";
        }
        List<MonthSaid> months = MonthSaid.in(words);
        return months.size() == 1 ? withMonth(words, months.get(0)) : plain(words);
    }

    /** A text with one of its months left open; other years and months in it may change as well. */
    static String withMonth(String text, MonthSaid month) {
        return plain(others(text.substring(0, month.from()))) + MONTH + plain(others(text.substring(month.to())));
    }

    private static String others(String text) {
        StringBuilder open = new StringBuilder();
        int from = 0;
        for (MonthSaid said : MonthSaid.in(text)) {
            open.append(text, from, said.from()).append('*');
            from = said.to();
        }
        return open.append(text.substring(from)).toString();
    }

    /** A greater-than sign between spaces would part two tiers. */
    private static String plain(String text) {
        String signless = STRAY_SIGN.matcher(text).replaceAll(" * ");
        return FISCAL_YEAR.matcher(signless).replaceAll("{fiscal year}");
    }

    /** A sheet's name with its months and years left open. */
    static String ofSheet(String name) {
        String monthless = others(name);
        String open = YEARS.matcher(monthless).replaceAll("*").replaceAll("\\*[\\s*]*\\*", "*");
        return open.strip().equals("*") || open.isBlank() ? name : open;
    }

    /** A sheet's or a file's name with one month in its place, and anything around it. */
    static String ofName(String name, MonthSaid month) {
        String before = month.from() == 0 ? "" : "*";
        String after = month.to() == name.length() ? "" : "*";
        return before + MONTH + after;
    }
}
