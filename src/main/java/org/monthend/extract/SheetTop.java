package org.monthend.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.MergedRange;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.SheetRow;
import org.monthend.extract.format.Workbook;

/** Some rows of a sheet at a time, where titles and headers are looked for: those at its top, or a few on their way down. */
final class SheetTop {

    /** No header seen in a real return stood deeper than row 15. */
    static final int ROWS = 100;

    private final Map<Integer, Map<Integer, Cell>> cells = new HashMap<>();
    private final List<Cell> inOrder = new ArrayList<>();
    private final Map<Integer, List<MergedRange>> merged = new HashMap<>();
    private final HeaderTiers tiers;
    private int lastRow;

    private SheetTop(HeaderTiers tiers) {
        this.tiers = tiers;
    }

    /** The rows at the top of the sheet. */
    static SheetTop read(Workbook workbook, SheetInfo sheet, HeaderTiers tiers) throws IOException {
        SheetTop top = empty(workbook, sheet, tiers, ROWS);
        workbook.rows(sheet, row -> {
            if (row.number() > ROWS) {
                return false;
            }
            top.add(row);
            return true;
        });
        return top;
    }

    /**
     * No rows yet. Merged ranges are read only for headers of several tiers: they stand at the end of a sheet's part.
     *
     * @param rows the last row that a header may stand in
     */
    static SheetTop empty(Workbook workbook, SheetInfo sheet, HeaderTiers tiers, int rows) throws IOException {
        SheetTop top = new SheetTop(tiers);
        if (tiers.number() > 1) {
            workbook.mergedRanges(sheet).stream()
                    .filter(range -> range.firstRow() <= rows)
                    .forEach(range -> top.add(range, rows));
        }
        return top;
    }

    private void add(MergedRange range, int rows) {
        for (int row = range.firstRow(); row <= Math.min(range.lastRow(), rows); row++) {
            merged.computeIfAbsent(row, number -> new ArrayList<>()).add(range);
        }
    }

    void add(SheetRow row) {
        Map<Integer, Cell> columns = cells.computeIfAbsent(row.number(), number -> new HashMap<>());
        for (Cell cell : row.cells()) {
            if (!CellWords.isBlank(cell.value())) {
                columns.put(cell.column(), cell);
                inOrder.add(cell);
            }
        }
        lastRow = row.number();
    }

    /** Forgets all rows but those that a header ending in the given row or beneath it may have. */
    void keepFrom(int row) {
        int first = row - tiers.number() + 1;
        cells.keySet().removeIf(number -> number < first);
        inOrder.clear();
    }

    int lastRow() {
        return lastRow;
    }

    Stream<Cell> cellsAbove(int row) {
        return inOrder.stream().filter(cell -> cell.row() < row);
    }

    /** The header over each column from its top tier to the given row; a merged cell counts once. */
    SortedMap<Integer, List<Cell>> headers(int row) {
        SortedMap<Integer, List<Cell>> headers = new TreeMap<>();
        int top = Math.max(1, row - tiers.number() + 1);
        SortedMap<Integer, Cell> last = tier(row);
        for (int number = top; number <= row; number++) {
            SortedMap<Integer, Cell> tier = number == row ? last : tier(number);
            if (tiers.reachRight() && number < row) {
                reachRight(tier, last);
            }
            tier.forEach((column, cell) -> {
                List<Cell> path = headers.computeIfAbsent(column, each -> new ArrayList<>());
                if (!path.contains(cell)) {
                    path.add(cell);
                }
            });
        }
        return headers;
    }

    /** A heading over several columns that are not merged stands in the first of them only. */
    private static void reachRight(SortedMap<Integer, Cell> tier, SortedMap<Integer, Cell> last) {
        for (int column : last.keySet()) {
            SortedMap<Integer, Cell> left = tier.headMap(column);
            if (!tier.containsKey(column) && !left.isEmpty()) {
                tier.put(column, left.get(left.lastKey()));
            }
        }
    }

    private SortedMap<Integer, Cell> tier(int row) {
        Map<Integer, Cell> own = cells.getOrDefault(row, Map.of());
        SortedMap<Integer, Cell> tier = new TreeMap<>(own);
        for (MergedRange range : merged.getOrDefault(row, List.of())) {
            Optional<Cell> cell = Optional.ofNullable(
                    cells.getOrDefault(range.firstRow(), Map.of()).get(range.firstColumn()));
            for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
                tier.remove(column);
                if (cell.isPresent()) {
                    tier.put(column, cell.get());
                }
            }
        }
        return tier;
    }

    /**
     * The rows that a header has.
     *
     * @param number how many, from 1 to 3
     * @param reachRight whether the headings of all but the last reach over the columns to their right that have none of
     *     their own, as merged ones do
     */
    record HeaderTiers(int number, boolean reachRight) {}
}
