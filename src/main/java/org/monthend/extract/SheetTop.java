package org.monthend.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
    private final Map<Integer, List<MergedRange>> merged = new HashMap<>();
    private int lastRow;

    private SheetTop() {}

    /** Merged ranges are read only for headers of several tiers: they stand at the end of a sheet's part. */
    static SheetTop read(Workbook workbook, SheetInfo sheet, int tiers) throws IOException {
        SheetTop top = new SheetTop();
        if (tiers > 1) {
            workbook.mergedRanges(sheet).forEach(top::add);
        }
        workbook.rows(sheet, top::add);
        return top;
    }

    private void add(MergedRange range) {
        for (int row = range.firstRow(); row <= Math.min(range.lastRow(), ROWS); row++) {
            merged.computeIfAbsent(row, number -> new ArrayList<>()).add(range);
        }
    }

    private boolean add(SheetRow row) {
        if (row.number() > ROWS) {
            return false;
        }
        Map<Integer, Cell> columns = cells.computeIfAbsent(row.number(), number -> new HashMap<>());
        for (Cell cell : row.cells()) {
            if (!CellWords.isBlank(cell.value())) {
                columns.put(cell.column(), cell);
                inOrder.add(cell);
            }
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

    /** The header over each column from its top tier to the given row; a merged cell counts once. */
    SortedMap<Integer, List<Cell>> headers(int row, int tiers) {
        SortedMap<Integer, List<Cell>> headers = new TreeMap<>();
        int top = Math.max(1, row - tiers + 1);
        for (int tier = top; tier <= row; tier++) {
            for (int column : columnsOf(tier)) {
                List<Cell> path = headers.computeIfAbsent(column, number -> new ArrayList<>());
                cellAt(tier, column).filter(cell -> !path.contains(cell)).ifPresent(path::add);
            }
        }
        return headers;
    }

    private SortedSet<Integer> columnsOf(int row) {
        SortedSet<Integer> columns =
                new TreeSet<>(cells.getOrDefault(row, Map.of()).keySet());
        for (MergedRange range : merged.getOrDefault(row, List.of())) {
            for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
                columns.add(column);
            }
        }
        return columns;
    }

    private Optional<Cell> cellAt(int row, int column) {
        for (MergedRange range : merged.getOrDefault(row, List.of())) {
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
