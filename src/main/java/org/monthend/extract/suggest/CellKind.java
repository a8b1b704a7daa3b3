package org.monthend.extract.suggest;

import java.util.Set;
import java.util.regex.Pattern;
import org.monthend.calendar.MonthWords;
import org.monthend.catalogue.FoldedName;
import org.monthend.extract.CellWords;
import org.monthend.extract.FootnoteMark;
import org.monthend.extract.format.CellValue;

/** What a cell seems to be, by itself. */
enum CellKind {
    /** A number, or text that is one but for its unit; a formula counts, computed or not. */
    FIGURE,
    /** 2015: a heading in one place, a figure in another. */
    YEAR,
    MONTH,
    /** Short text that statisticians put in a figure's place: x, .., n/a. */
    CODE,
    WORDS;

    private static final Pattern NUMBER = Pattern.compile("[+\\-\u2212(]?\\s*[£$€]?\\s*[+\\-\u2212]?"
            + "(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*|0(?=\\.))?(?:\\.[0-9]+)?\\)?\\s*(?:[KkMm]|bn)?\\s*%?");

    private static final Pattern WHOLE_YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

    /** Figures that are blurred on purpose. */
    private static final Pattern RANGE = Pattern.compile("[<>≤≥]=?\\s*[0-9.]+%?|[0-9]+%?\\s?[-\u2013]\\s?[0-9]+%?");

    private static final Set<String> CODES = Set.of(
            "-",
            "\u2014",
            ".",
            "..",
            "...",
            ":",
            "*",
            "**",
            "~",
            "x",
            "c",
            "k",
            "z",
            "u",
            "r",
            "a",
            "g",
            "na",
            "n/a",
            "n.a.",
            "nan",
            "nil",
            "tbc",
            "tba",
            "not available",
            "not applicable",
            "not collected",
            "not reported",
            "nothing to report",
            "suppressed",
            "new measure",
            "under development",
            "red",
            "amber",
            "green");

    static CellKind of(CellValue value) {
        if (value instanceof CellValue.Date || value instanceof CellValue.Moment) {
            return MONTH;
        }
        if (value instanceof CellValue.Number number) {
            return !number.percentFormat() && isYear(number.value().toPlainString()) ? YEAR : FIGURE;
        }
        return value instanceof CellValue.Text text ? ofText(text.text()) : FIGURE;
    }

    private static CellKind ofText(String written) {
        if (written.length() > 60) {
            return WORDS;
        }
        String text = bare(written);
        if (isYear(text)) {
            return YEAR;
        }
        if (text.chars().anyMatch(character -> character >= '0' && character <= '9')
                && NUMBER.matcher(text).matches()) {
            return FIGURE;
        }
        if (CODES.contains(FoldedName.of(text).text()) || RANGE.matcher(text).matches()) {
            return CODE;
        }
        return MonthWords.read(text).isPresent() ? MONTH : WORDS;
    }

    private static boolean isYear(String text) {
        return WHOLE_YEAR.matcher(text).matches();
    }

    /** The text without a footnote's mark; a mark that stands alone is the text. */
    static String bare(String written) {
        String text = written.replace('\u00a0', ' ').strip();
        return FootnoteMark.split(text, false)
                .map(FootnoteMark::text)
                .filter(words -> !words.isEmpty())
                .orElse(text);
    }

    /** Whether it can stand where a figure is expected. */
    boolean isFigureLike() {
        return this == FIGURE || this == YEAR || this == CODE;
    }

    /** Whether the code is a blurred figure, which no list of codes can give a meaning to. */
    static boolean isRange(String code) {
        return RANGE.matcher(code).matches();
    }

    static CellKind of(org.monthend.extract.format.Cell cell) {
        return of(cell.value());
    }

    /** The cell's words on one line. */
    static String words(org.monthend.extract.format.Cell cell) {
        return CellWords.of(cell.value()).replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
    }
}
