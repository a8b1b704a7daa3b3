package org.monthend.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellValue;
import org.monthend.extract.format.MergedRange;
import org.monthend.extract.format.Workbook;

/**
 * Cells of a table's body that are merged over several quarters. Words such as "new measure" speak for each of them; a
 * figure is one quarter's and nobody can tell whose.
 */
final class MergedAcross {

    private final Set<Integer> columns;
    private final Map<Integer, List<MergedRange>> byRow;

    private MergedAcross(Set<Integer> columns, Map<Integer, List<MergedRange>> byRow) {
        this.columns = columns;
        this.byRow = byRow;
    }

    /** Merged ranges stand at the end of a sheet's part, so they are read only for tables with quarters across. */
    static MergedAcross of(Workbook workbook, Table table) throws IOException {
        Map<Integer, List<MergedRange>> byRow = new HashMap<>();
        if (table.groups().stream().anyMatch(group -> group.says().containsKey(Field.QUARTER))) {
            workbook.mergedRanges(table.sheet()).stream()
                    .filter(range -> range.lastColumn() > range.firstColumn() && range.firstRow() > table.headerRow())
                    .forEach(range -> byRow.computeIfAbsent(range.firstRow(), row -> new ArrayList<>())
                            .add(range));
        }
        return new MergedAcross(
                table.groups().stream()
                        .flatMap(group -> group.columns().values().stream())
                        .collect(Collectors.toUnmodifiableSet()),
                byRow);
    }

    /** Gives each column of a merged range what its first cell says; the cells keep the address of that one. */
    void spread(int row, Map<Integer, Cell> cells) {
        for (MergedRange range : byRow.getOrDefault(row, List.of())) {
            List<Integer> over = IntStream.rangeClosed(range.firstColumn(), range.lastColumn())
                    .boxed()
                    .filter(columns::contains)
                    .toList();
            boolean several = over.size() > 1 && over.get(0) == range.firstColumn();
            Optional.ofNullable(cells.get(range.firstColumn()))
                    .filter(cell -> several)
                    .ifPresent(cell -> over.forEach(column -> cells.put(column, spoken(cell))));
        }
    }

    private static Cell spoken(Cell cell) {
        boolean isWord = cell.value() instanceof CellValue.Text text
                && text.text().chars().noneMatch(character -> character >= '0' && character <= '9');
        return isWord
                ? cell
                : new Cell(
                        cell.row(),
                        cell.column(),
                        new CellValue.Unreadable(
                                CellValue.Fault.FIGURE_OF_SEVERAL_COLUMNS,
                                cell.value().excerpt()));
    }
}
