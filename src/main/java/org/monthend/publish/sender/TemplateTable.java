package org.monthend.publish.sender;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;

/**
 * One table of a template: a layout and the rows that are due in it.
 *
 * @param rows in the order of the catalogue
 */
record TemplateTable(Layout layout, List<Row> rows) {

    /**
     * A row to be filled.
     *
     * @param unit what its figures count in; empty where they have none
     * @param last the last figure that is known, with its month; empty where none is
     * @param fields what is asked for under each field of the layout that stands in a column
     */
    record Row(String code, String unit, String last, Map<String, TemplateField> fields) {}

    /** Whether a template can be written in the layout: one tier of headings, and a column for each thing. */
    static boolean isWritable(Layout layout) {
        boolean plainColumns = columns(layout).stream()
                .allMatch(part -> !part.words().isBlank() && !part.words().matches(".*[*{>].*"));
        List<LayoutPart> months = layout.parts("month");
        boolean monthKnown = months.stream()
                .anyMatch(part -> List.of("column", "title", "file name").contains(part.where()));
        boolean schemeKnown =
                layout.parts("scheme").stream().allMatch(part -> part.where().equals("constant"));
        return plainColumns
                && monthKnown
                && schemeKnown
                && layout.words("header tiers", "1").equals("1")
                && layout.parts("figure").isEmpty()
                && layout.parts().stream().noneMatch(part -> part.where().equals("across"));
    }

    /** The parts of a layout that are columns. */
    static List<LayoutPart> columns(Layout layout) {
        return layout.parts().stream()
                .filter(part -> part.where().equals("column"))
                .toList();
    }

    /** Whether the month stands in a column, as a tidy table has it. */
    static boolean isTidy(Layout layout) {
        return layout.parts("month").stream().anyMatch(part -> part.where().equals("column"));
    }

    static boolean has(Layout layout, String field) {
        return columns(layout).stream().anyMatch(part -> part.part().equals(field));
    }

    String subject() {
        return layout.words("rows are", "measures");
    }

    /** A name of a sheet that the layout looks for. */
    String sheet() {
        String name = layout.words("sheet", "*").replace("*", "").strip();
        return name.isEmpty() ? "Return" : name;
    }

    /** What must stand above the table for its month to be known; empty where a column says it. */
    Optional<String> title(ReportingMonth month) {
        return layout.parts("month").stream()
                .filter(part -> part.where().equals("title"))
                .map(part -> part.words().replace("{month}", month.longLabel()).replace("*", ""))
                .findFirst();
    }

    boolean hasHeading(String words) {
        return columns(layout).stream()
                .anyMatch(part -> FoldedName.of(part.words()).equals(FoldedName.of(words)));
    }

    /** The words that stand for a missing figure, and what each means. */
    List<Code> codes() {
        return layout.parts("code").stream()
                .map(part -> part.words().split("=", 2))
                .filter(halves -> halves.length == 2)
                .map(halves -> new Code(halves[0].strip(), halves[1].strip()))
                .toList();
    }

    /** A word that stands for a missing figure. */
    record Code(String word, String meaning) {}
}
