package org.monthend.publish.sender;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Copies a sheet and marks cells in it: their style is changed, and cells that do not exist are made. All else stays as
 * it was written, but that its tab is no longer the selected one.
 */
final class SheetCopy implements WorkbookParts.Rewriting {

    private static final List<String> AFTER_DRAWING = List.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst");

    /** Gives a cell the style that it is to have, for the one it has. */
    @FunctionalInterface
    interface Styling {
        int style(CellPlace place, int own);
    }

    private final Styling styling;
    private final TreeSet<CellPlace> toCome;
    private final boolean restyles;
    private final Optional<String> newDrawing;
    private final List<int[]> columnStyles = new ArrayList<>();
    private int row;
    private int column;

    /**
     * @param marked the cells to mark; each exists in the copy
     * @param restyles whether other cells may change their style, because they were marked before
     * @param newDrawing the relationship of the drawing that its comments need; empty where it has one or needs none
     */
    SheetCopy(Styling styling, Set<CellPlace> marked, boolean restyles, Optional<String> newDrawing) {
        this.styling = styling;
        this.toCome = new TreeSet<>(marked);
        this.restyles = restyles;
        this.newDrawing = newDrawing;
    }

    @Override
    public void rewrite(Markup in, Writer out) throws IOException {
        boolean needsDrawing = newDrawing.isPresent();
        boolean afterCells = false;
        while (in.next()) {
            if (in.depth() == 2 && in.opens("sheetView") && in.isSet("tabSelected")) {
                out.append(Markup.with(in.raw(), "tabSelected", "0"));
            } else if (in.depth() == 2 && in.opens("col")) {
                noteColumns(in);
                out.append(in.raw());
            } else if (in.depth() == 1 && in.opens("sheetData")) {
                cells(in, out);
                afterCells = true;
            } else if (needsDrawing && afterCells && comesAfterDrawing(in)) {
                drawing(in, out);
                out.append(in.raw());
                needsDrawing = false;
            } else {
                out.append(in.raw());
            }
        }
    }

    private static boolean comesAfterDrawing(Markup in) {
        return in.depth() == 0 && in.kind() == Markup.Kind.END
                || in.depth() == 1 && AFTER_DRAWING.stream().anyMatch(in::opens)
                || in.depth() == 1
                        && in.kind() == Markup.Kind.START
                        && in.name().equals("mc:AlternateContent");
    }

    private void drawing(Markup in, Writer out) throws IOException {
        out.append("<%slegacyDrawing xmlns:r=\"%s\" r:id=\"%s\"/>"
                .formatted(in.prefix(), Relations.NAMESPACE, newDrawing.orElse("")));
    }

    private void noteColumns(Markup in) {
        columnStyles.add(new int[] {number(in, "min", 0), number(in, "max", 0), number(in, "style", 0)});
    }

    private static int number(Markup in, String attribute, int otherwise) {
        return in.attribute(attribute)
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    private void cells(Markup in, Writer out) throws IOException {
        if (in.kind() == Markup.Kind.EMPTY) {
            out.append(Markup.opened(in.raw()));
            newRows(Integer.MAX_VALUE, in, out);
            out.append("</").append(in.name()).append(">");
            return;
        }
        out.append(in.raw());
        while (in.next()) {
            if (in.depth() == 1) {
                newRows(Integer.MAX_VALUE, in, out);
                out.append(in.raw());
                return;
            }
            if (in.depth() == 2 && in.opens("row")) {
                row = number(in, "r", row + 1);
                column = 0;
                newRows(row, in, out);
                row(in, out);
            } else {
                out.append(in.raw());
            }
        }
    }

    private void row(Markup in, Writer out) throws IOException {
        int rowStyle = in.isSet("customFormat") ? number(in, "s", -1) : -1;
        boolean marked = !toCome.isEmpty() && toCome.first().row() == row;
        String tag = marked ? Markup.without(in.raw(), "spans") : in.raw().toString();
        if (in.kind() == Markup.Kind.EMPTY) {
            if (!marked) {
                out.append(tag);
                return;
            }
            String name = in.name();
            out.append(Markup.opened(tag));
            newCells(Integer.MAX_VALUE, rowStyle, in, out);
            out.append("</").append(name).append(">");
            return;
        }
        out.append(tag);
        while (in.next()) {
            if (in.depth() == 2) {
                newCells(Integer.MAX_VALUE, rowStyle, in, out);
                out.append(in.raw());
                return;
            }
            if (in.depth() == 3 && (marked || restyles) && in.opens("c")) {
                column = columnOf(in);
                newCells(column, rowStyle, in, out);
                cell(in, out);
            } else {
                out.append(in.raw());
            }
        }
    }

    private int columnOf(Markup in) {
        return in.attribute("r").flatMap(CellPlace::of).map(CellPlace::column).orElse(column + 1);
    }

    private void cell(Markup in, Writer out) throws IOException {
        CellPlace place = new CellPlace(row, column);
        int own = number(in, "s", 0);
        int style = styling.style(place, own);
        toCome.remove(place);
        out.append(style == own ? in.raw() : Markup.with(in.raw(), "s", Integer.toString(style)));
    }

    /** The marked cells in rows that do not exist, above the row given. */
    private void newRows(int before, Markup in, Writer out) throws IOException {
        while (!toCome.isEmpty() && toCome.first().row() < before) {
            int number = toCome.first().row();
            out.append("<%srow r=\"%d\">".formatted(in.prefix(), number));
            int rowAt = row;
            row = number;
            newCells(Integer.MAX_VALUE, -1, in, out);
            row = rowAt;
            out.append("</%srow>".formatted(in.prefix()));
        }
    }

    /** The marked cells of this row that do not exist, left of the column given. */
    private void newCells(int before, int rowStyle, Markup in, Writer out) throws IOException {
        while (!toCome.isEmpty()
                && toCome.first().row() == row
                && toCome.first().column() < before) {
            CellPlace place = toCome.first();
            toCome.remove(place);
            int own = rowStyle >= 0 ? rowStyle : styleOfColumn(place.column());
            out.append("<%sc r=\"%s\" s=\"%d\"/>".formatted(in.prefix(), place.address(), styling.style(place, own)));
        }
    }

    private int styleOfColumn(int number) {
        return columnStyles.stream()
                .filter(range -> number >= range[0] && number <= range[1])
                .map(range -> range[2])
                .findFirst()
                .orElse(0);
    }
}
