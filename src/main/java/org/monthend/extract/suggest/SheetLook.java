package org.monthend.extract.suggest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monthend.catalogue.FoldedName;
import org.monthend.extract.CellWords;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.MergedRange;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.SheetRow;
import org.monthend.extract.format.Workbook;

/**
 * What is kept of a sheet to judge its layout by: its top and its last rows, and how often each code stands in the rows
 * between. However long the sheet, no more is kept.
 */
final class SheetLook {

    static final int TOP_ROWS = 400;
    static final int COLUMNS = 400;

    private static final int LAST_ROWS = 60;
    private static final int MERGED_RANGES = 5_000;
    private static final int CODES_OF_A_COLUMN = 50;

    private final SheetInfo sheet;
    private final NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();
    private final Map<Integer, List<MergedRange>> merged = new HashMap<>();
    private final Map<Integer, Map<String, Integer>> laterCodes = new HashMap<>();
    private final Deque<NavigableMap<Integer, Cell>> last = new ArrayDeque<>();
    private int rowsBetween;
    private int mergedRanges;
    private boolean isWider;

    private SheetLook(SheetInfo sheet) {
        this.sheet = sheet;
    }

    static SheetLook at(Workbook workbook, SheetInfo sheet) throws IOException {
        SheetLook look = new SheetLook(sheet);
        workbook.mergedRanges(sheet).forEach(look::add);
        workbook.rows(sheet, look::add);
        look.last.forEach(row -> look.rows.put(row.firstEntry().getValue().row(), row));
        return look;
    }

    private void add(MergedRange range) {
        if (range.firstRow() > TOP_ROWS || mergedRanges >= MERGED_RANGES) {
            return;
        }
        mergedRanges++;
        for (int row = range.firstRow(); row <= Math.min(range.lastRow(), TOP_ROWS); row++) {
            merged.computeIfAbsent(row, number -> new ArrayList<>()).add(range);
        }
    }

    private boolean add(SheetRow row) {
        NavigableMap<Integer, Cell> cells = new TreeMap<>();
        for (Cell cell : row.cells()) {
            isWider |= cell.column() > COLUMNS;
            if (cell.column() <= COLUMNS && !CellWords.isBlank(cell.value())) {
                cells.put(cell.column(), cell);
            }
        }
        if (cells.isEmpty()) {
            return true;
        }
        if (rows.size() < TOP_ROWS) {
            rows.put(row.number(), cells);
            return true;
        }
        last.add(cells);
        if (last.size() > LAST_ROWS) {
            rowsBetween++;
            last.removeFirst().values().forEach(this::tally);
        }
        return true;
    }

    private void tally(Cell cell) {
        if (CellKind.of(cell) == CellKind.CODE) {
            Map<String, Integer> codes = laterCodes.computeIfAbsent(cell.column(), column -> new TreeMap<>());
            String code = FoldedName.of(CellKind.bare(CellKind.words(cell))).text();
            if (codes.size() < CODES_OF_A_COLUMN || codes.containsKey(code)) {
                codes.merge(code, 1, Integer::sum);
            }
        }
    }

    SheetInfo sheet() {
        return sheet;
    }

    /** How many rows hold something and are neither of the top nor of the last ones. */
    int rowsBetween() {
        return rowsBetween;
    }

    /** Whether columns were left out because there are too many. */
    boolean isWider() {
        return isWider;
    }

    /** The rows kept, by their numbers; a row that holds nothing is not there. */
    NavigableMap<Integer, NavigableMap<Integer, Cell>> rows() {
        return Collections.unmodifiableNavigableMap(rows);
    }

    SortedMap<Integer, Cell> row(int number) {
        return rows.getOrDefault(number, Collections.emptyNavigableMap());
    }

    /** The codes of a column that stand in rows which were not kept, folded, with their number. */
    Map<String, Integer> laterCodes(int column) {
        return laterCodes.getOrDefault(column, Map.of());
    }

    /** The merged range that covers a place. */
    Optional<MergedRange> range(int row, int column) {
        return merged.getOrDefault(row, List.of()).stream()
                .filter(range -> range.contains(row, column))
                .findFirst();
    }

    /** The cell that is seen at a place: that of the merged range, where there is one. */
    Optional<Cell> seenAt(int row, int column) {
        return range(row, column)
                .map(range -> plain(range.firstRow(), range.firstColumn()))
                .orElseGet(() -> plain(row, column));
    }

    private Optional<Cell> plain(int row, int column) {
        return Optional.ofNullable(row(row).get(column));
    }

    /** The headings over a column from the top tier down, a merged cell once; as a layout's words name them. */
    List<Cell> path(int column, int headerRow, int tiers) {
        List<Cell> path = new ArrayList<>();
        for (int row = Math.max(1, headerRow - tiers + 1); row <= headerRow; row++) {
            seenAt(row, column).filter(cell -> !path.contains(cell)).ifPresent(path::add);
        }
        return path;
    }
}
