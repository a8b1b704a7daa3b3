package org.monthend.extract.suggest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellAddress;
import org.monthend.extract.format.CellValue;

/**
 * One column of a table as it was seen.
 *
 * @param path its headings from the top tier down
 * @param cells what stands beneath, in the rows of data that were kept
 */
record Profile(int column, List<Cell> path, List<Cell> cells, Map<CellKind, Integer> kinds) {

    static Profile of(SheetLook look, Block block, int column) {
        List<Cell> cells = block.dataRows().stream()
                .map(row -> Optional.ofNullable(look.row(row).get(column)))
                .flatMap(Optional::stream)
                .toList();
        Map<CellKind, Integer> kinds = new EnumMap<>(CellKind.class);
        cells.forEach(cell -> kinds.merge(CellKind.of(cell), 1, Integer::sum));
        return new Profile(
                column,
                look.path(column, block.headerRow(), block.namedTiers()),
                cells,
                Collections.unmodifiableMap(kinds));
    }

    int count(CellKind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    boolean hasHeading() {
        return !path.isEmpty();
    }

    boolean isBlank() {
        return cells.isEmpty();
    }

    /** Figures and codes, more of them than words. */
    boolean isFigures() {
        int figures = count(CellKind.FIGURE) + count(CellKind.YEAR) + count(CellKind.CODE);
        return figures > count(CellKind.WORDS) + count(CellKind.MONTH);
    }

    boolean isWords() {
        return count(CellKind.WORDS) * 2 >= cells.size() && !cells.isEmpty();
    }

    /** Half or more are months. */
    boolean isMonths() {
        return !cells.isEmpty() && count(CellKind.MONTH) * 2 >= cells.size();
    }

    /** The lowest heading, on one line; empty without one. */
    String heading() {
        return path.isEmpty() ? "" : CellKind.words(path.get(path.size() - 1));
    }

    /** All headings as the steward sees them. */
    String headings() {
        return String.join(" > ", path.stream().map(CellKind::words).toList());
    }

    String letters() {
        return CellAddress.columnLetters(column);
    }

    /** The cell of the lowest heading; the column's letters without one. */
    String headingCell() {
        return path.isEmpty() ? letters() : path.get(path.size() - 1).address();
    }

    /** Column C 'Out of', as messages name it. */
    String named() {
        return hasHeading()
                ? "column " + letters() + " '" + headings() + "'"
                : "column " + letters() + ", which has no heading,";
    }

    boolean holdsPercentages() {
        return cells.stream()
                .anyMatch(cell -> cell.value() instanceof CellValue.Number number && number.percentFormat()
                        || cell.value() instanceof CellValue.Text text
                                && text.text().strip().endsWith("%"));
    }

    boolean holdsPounds() {
        return headings().contains("£")
                || cells.stream()
                        .anyMatch(cell -> cell.value() instanceof CellValue.Text text
                                && text.text().contains("£"));
    }
}
