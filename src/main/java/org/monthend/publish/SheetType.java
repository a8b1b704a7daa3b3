package org.monthend.publish;

import java.util.List;
import java.util.stream.IntStream;
import org.monthend.catalogue.PageText;

/**
 * How large the type can be for an edition to stand on one A3 sheet.
 *
 * <p>A browser alone knows where lines break, so this is an estimate: heights and line lengths were measured on the
 * printed sheet at full size, in CSS pixels, and are rounded up.
 */
final class SheetType {

    /** Inside the margins, less a little for other fonts. */
    private static final double SHEET_HEIGHT = 1069 * 0.985;

    private static final int SMALLEST = 70;

    private static final double LINE = 13.2;

    private SheetType() {}

    /** Percent of the full size, in steps of five, that the style sheet knows; 70 even where that is still too large. */
    static int percent(PageView page) {
        return IntStream.iterate(100, percent -> percent > SMALLEST, percent -> percent - 5)
                .filter(percent -> height(page, percent / 100.0) <= SHEET_HEIGHT)
                .findFirst()
                .orElse(SMALLEST);
    }

    private static double height(PageView page, double size) {
        return size * (header(page, size) + Math.max(figures(page, size), context(page, size)));
    }

    private static double header(PageView page, double size) {
        return 104
                + page.summary().queries().stream()
                        .mapToDouble(query -> text(query.length(), 270, size))
                        .sum()
                + revisions(page, size);
    }

    private static double revisions(PageView page, double size) {
        return page.revisions().isEmpty()
                ? 0
                : 12
                        + LINE
                        + page.revisions().stream()
                                .mapToDouble(line -> text(line.length(), 250, size))
                                .sum();
    }

    private static double figures(PageView page, double size) {
        double sections = page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(List::stream)
                .mapToDouble(row -> Math.max(20.4, 6 + text(length(row), 46, size)))
                .sum();
        return sections
                + 62.0 * page.sections().size()
                + 66.0 * page.distributions().size();
    }

    private static double context(PageView page, double size) {
        double finance = page.finance().stream()
                .mapToDouble(row -> 3 + text(row.line().name().length() + 8, 24, size))
                .sum();
        double projects = page.projects().stream()
                .mapToDouble(project -> 9
                        + text(project.status().project().name().length(), 45, size)
                        + text(project.status().narrative().length(), 79, size))
                .sum();
        double notes = IntStream.concat(
                        IntStream.concat(
                                page.footnotes().stream().mapToInt(SheetType::length),
                                page.notes().stream().mapToInt(SheetType::length)),
                        page.keys().stream().mapToInt(SheetType::length))
                .mapToDouble(length -> 3 + text(length, 87, size))
                .sum();
        return 66 + finance + 76.0 * page.audits().size() + 61 + projects + notes + 155;
    }

    private static int length(MeasureRow row) {
        return (row.name() + " " + row.contractMark() + " " + row.inferred())
                .strip()
                .length();
    }

    private static int length(PageText text) {
        return text.mark().length() + 2 + text.text().length();
    }

    /** Height of a text: smaller type puts more characters on a line. */
    private static double text(int characters, int onALine, double size) {
        return LINE * Math.max(1, Math.ceil(characters * size / onALine));
    }
}
