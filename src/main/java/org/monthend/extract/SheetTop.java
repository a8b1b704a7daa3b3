package org.monthend.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.monthend.catalogue.Layout;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.MergedRange;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.SheetRow;
import org.monthend.extract.format.Workbook;

/** The rows at the top of a sheet, where titles and headers are looked for. */
final class SheetTop {

    /** No header seen in a real return stood deeper than row 15. */
    private static final int ROWS = 100;

    private final Map<Integer, Map<Integer, Cell>> cells = new HashMap<>();
    private final List<Cell> inOrder = new ArrayList<>();
    private final List<MergedRange> merged;
    private int lastRow;

    private SheetTop(List<MergedRange> merged) {
        this.merged = merged;
    }

    /** Merged ranges are read only for headers of several tiers: they stand at the end of a sheet's part. */
    static SheetTop read(Workbook workbook, SheetInfo sheet, Layout layout) throws IOException {
        boolean oneTier = layout.words("header tiers", "1").equals("1");
        SheetTop top = new SheetTop(oneTier ? List.of() : workbook.mergedRanges(sheet));
        workbook.rows(sheet, top::add);
        return top;
    }

    private boolean add(SheetRow row) {
        if (row.number() > ROWS) {
            return false;
        }
        Map<Integer, Cell> columns = cells.computeIfAbsent(row.number(), number -> new HashMap<>());
        for (Cell cell : row.cells()) {
            columns.put(cell.column(), cell);
            inOrder.add(cell);
        }
        lastRow = row.number();
        return true;
    }

    int lastRow() {
        return lastRow;
    }

    Stream<Cell> cellsAbove(int row) {
        return inOrder.stream().filter(cell -> cell.row() < row);
    }

    List<Integer> columnsOf(int row, int tiers) {
        return Stream.iterate(row, above -> above > row - tiers && above > 0, above -> above - 1)
                .flatMap(above -> columnsOf(above).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Integer> columnsOf(int row) {
        List<Integer> columns =
                new ArrayList<>(cells.getOrDefault(row, Map.of()).keySet());
        for (MergedRange range : merged) {
            if (range.firstRow() <= row && row <= range.lastRow()) {
                for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
                    columns.add(column);
                }
            }
        }
        return columns;
    }

    /** The header over a column from its top tier to the given row; a merged cell counts once. */
    List<Cell> headerPath(int row, int column, int tiers) {
        List<Cell> path = new ArrayList<>();
        for (int tier = Math.max(1, row - tiers + 1); tier <= row; tier++) {
            cellAt(tier, column).filter(cell -> !path.contains(cell)).ifPresent(path::add);
        }
        return path;
    }

    private Optional<Cell> cellAt(int row, int column) {
        for (MergedRange range : merged) {
            if (range.contains(row, column)) {
                return plainCell(range.firstRow(), range.firstColumn());
            }
        }
        return plainCell(row, column);
    }

    private Optional<Cell> plainCell(int row, int column) {
        return Optional.ofNullable(cells.getOrDefault(row, Map.of()).get(column));
    }
}
