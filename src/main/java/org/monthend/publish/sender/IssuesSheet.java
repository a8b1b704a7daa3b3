package org.monthend.publish.sender;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The sheet in front: every issue in a row, with a link to its cell. */
final class IssuesSheet {

    private static final List<String> HEADINGS =
            List.of("No.", "Severity", "Rule", "Sheet", "Cell", "Found", "What is wrong", "What to do");
    private static final int[] WIDTHS = {6, 11, 8, 22, 9, 26, 62, 50};
    private static final int HEADER = 4;
    private static final String LINK_COLUMN = "E";

    /** Keeps, unseen, how a marked cell looked before, so that a later marking can give it back. */
    private static final int LOOK_BEFORE = 10;

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /** Where the issues stand on the sheet. */
    record Table(int issues) {

        String range() {
            return "$A$%d:$H$%d".formatted(HEADER, HEADER + Math.max(1, issues));
        }

        String headerRows() {
            return "$%d:$%d".formatted(HEADER, HEADER);
        }
    }

    /** One issue and the cell it is linked to. */
    record Line(Fault fault, Optional<CellPlace> shown) {}

    private IssuesSheet() {}

    /** @param lookBefore the style that a marked cell had before it was marked */
    static String text(
            Cover cover, List<Line> lines, StyleSheet styles, BiFunction<String, CellPlace, Integer> lookBefore) {
        StringBuilder out = new StringBuilder();
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"")
                .append(MAIN);
        out.append(
                        "\"><sheetPr><tabColor rgb=\"FFD4351C\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:H")
                .append(HEADER + lines.size())
                .append(
                        "\"/><sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"")
                .append(HEADER)
                .append(
                        "\" topLeftCell=\"A%1$d\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A%1$d\" sqref=\"A%1$d\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>"
                                .formatted(HEADER + 1));
        for (int column = 1; column <= WIDTHS.length; column++) {
            out.append("<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"/>"
                    .formatted(column, WIDTHS[column - 1]));
        }
        out.append("<col min=\"%1$d\" max=\"%1$d\" width=\"9\" hidden=\"1\" customWidth=\"1\"/></cols><sheetData>"
                .formatted(LOOK_BEFORE));
        wide(out, 1, 24, styles.title(), cover.title());
        wide(out, 2, 15 * lines(cover.verdict()), styles.note(), cover.verdict());
        wide(out, 3, 15 * lines(cover.whatToDo()), styles.note(), cover.whatToDo());
        out.append("<row r=\"%d\" ht=\"22\" customHeight=\"1\">".formatted(HEADER));
        for (int column = 1; column <= HEADINGS.size(); column++) {
            text(out, HEADER, column, styles.header(), HEADINGS.get(column - 1));
        }
        out.append("</row>");
        for (int index = 0; index < lines.size(); index++) {
            line(out, index, lines.get(index), styles, lookBefore);
        }
        out.append(
                "</sheetData><autoFilter ref=\"%s\"/><mergeCells count=\"3\"><mergeCell ref=\"A1:H1\"/><mergeCell ref=\"A2:H2\"/><mergeCell ref=\"A3:H3\"/></mergeCells>"
                        .formatted(new Table(lines.size()).range().replace("$", "")));
        links(out, lines);
        out.append(
                "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>");
        out.append("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
        out.append(
                "<headerFooter><oddFooter>&amp;LMonthend&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>");
        return out.toString();
    }

    private static int lines(String words) {
        return 1 + words.length() / 190;
    }

    private static void wide(StringBuilder out, int row, int height, int style, String words) {
        out.append("<row r=\"%d\" ht=\"%d\" customHeight=\"1\">".formatted(row, height));
        text(out, row, 1, style, words);
        out.append("</row>");
    }

    private static void line(
            StringBuilder out,
            int index,
            Line line,
            StyleSheet styles,
            BiFunction<String, CellPlace, Integer> lookBefore) {
        int row = HEADER + 1 + index;
        Fault fault = line.fault();
        out.append("<row r=\"%d\">".formatted(row));
        out.append("<c r=\"A%d\" s=\"%d\"><v>%d</v></c>".formatted(row, styles.body(false), index + 1));
        text(out, row, 2, styles.severity(fault.severity()), fault.severity().name());
        body(out, row, 3, styles, fault.rule());
        body(out, row, 4, styles, fault.sheet());
        text(out, row, 5, line.shown().isPresent() ? styles.link() : styles.body(false), fault.cell());
        body(out, row, 6, styles, fault.found());
        body(out, row, 7, styles, fault.wrong());
        body(out, row, 8, styles, fault.toDo());
        line.shown()
                .ifPresent(place -> out.append("<c r=\"%s\" s=\"%d\"/>"
                        .formatted(new CellPlace(row, LOOK_BEFORE).address(), lookBefore.apply(fault.sheet(), place))));
        out.append("</row>");
    }

    private static void body(StringBuilder out, int row, int column, StyleSheet styles, String words) {
        text(out, row, column, styles.body(Characters.mayBecomeFormula(words)), words);
    }

    private static void text(StringBuilder out, int row, int column, int style, String words) {
        String cell = "<c r=\"%s\" s=\"%d\"".formatted(new CellPlace(row, column).address(), style);
        out.append(
                words.isEmpty()
                        ? cell + "/>"
                        : cell
                                + " t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                                        .formatted(Characters.ofCell(words)));
    }

    private static void links(StringBuilder out, List<Line> lines) {
        if (lines.stream().noneMatch(line -> line.shown().isPresent())) {
            return;
        }
        out.append("<hyperlinks>");
        for (int index = 0; index < lines.size(); index++) {
            Line line = lines.get(index);
            int row = HEADER + 1 + index;
            line.shown()
                    .ifPresent(place -> out.append("<hyperlink ref=\"%s%d\" location=\"%s\" display=\"%s\"/>"
                            .formatted(
                                    LINK_COLUMN,
                                    row,
                                    Characters.escaped(
                                            SheetList.reference(line.fault().sheet(), place.address())),
                                    Characters.escaped(line.fault().cell()))));
        }
        out.append("</hyperlinks>");
    }

    /** How cells looked before they were marked, as the sheet of an earlier time has kept it: by reference and style. */
    static Map<String, Integer> looksBefore(Markup in) throws IOException {
        Map<Integer, Integer> styles = new HashMap<>();
        Map<String, Integer> looks = new HashMap<>();
        while (in.next()) {
            if (in.depth() == 3 && in.opens("c")) {
                Optional<CellPlace> place =
                        in.attribute("r").flatMap(CellPlace::of).filter(cell -> cell.column() == LOOK_BEFORE);
                if (place.isPresent()) {
                    styles.put(
                            place.get().row(),
                            Integer.parseInt(in.attribute("s").orElse("0")));
                }
            } else if (in.depth() == 2 && in.opens("hyperlink")) {
                Optional<Integer> style =
                        in.attribute("ref").flatMap(CellPlace::of).map(cell -> styles.get(cell.row()));
                Optional<String> location = in.attribute("location");
                if (style.isPresent() && location.isPresent()) {
                    looks.put(keyOf(location.get()), style.get());
                }
            }
        }
        return looks;
    }

    private static String keyOf(String location) {
        return key(
                SheetList.sheetOf(location),
                CellPlace.of(location.substring(location.lastIndexOf('!') + 1)).orElse(new CellPlace(1, 1)));
    }

    /** By what the looks of a cell are asked for. */
    static String key(String sheet, CellPlace place) {
        return sheet + "\u0000" + place.address();
    }
}
