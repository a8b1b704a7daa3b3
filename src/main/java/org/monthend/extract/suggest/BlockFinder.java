package org.monthend.extract.suggest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.MergedRange;

/**
 * Finds the tables of a sheet: rows of figures with words over them. A row of nothing but years or months is no row of
 * figures while no figure has come yet.
 */
final class BlockFinder {

    /** Rows looked at to learn which columns hold figures. */
    private static final int FIRST_ROWS = 12;

    private final SheetLook look;

    BlockFinder(SheetLook look) {
        this.look = look;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<Integer> numbers = List.copyOf(look.rows().keySet());
        int from = 0;
        while (from < numbers.size()) {
            Optional<Begin> begin = begin(numbers, from);
            if (begin.isEmpty()) {
                break;
            }
            int end = end(numbers, begin.get());
            blocks.add(block(numbers.subList(from, end), begin.get()));
            from = end;
        }
        return blocks;
    }

    /** The first row of figures at or after a place that has headings over it. */
    private Optional<Begin> begin(List<Integer> numbers, int from) {
        for (int index = from + 1; index < numbers.size(); index++) {
            if (!holdsFigures(numbers.get(index))) {
                continue;
            }
            SortedSet<Integer> columns =
                    figureColumns(numbers.subList(index, Math.min(numbers.size(), index + FIRST_ROWS)));
            Optional<Integer> header = header(numbers.subList(from, index), columns);
            if (header.isPresent()) {
                return Optional.of(new Begin(index, header.get(), columns));
            }
        }
        return Optional.empty();
    }

    /** Codes alone make a row of figures when there are several: a dash may be an ornament. */
    private boolean holdsFigures(int row) {
        Collection<Cell> cells = look.row(row).values();
        boolean figure = cells.stream().anyMatch(cell -> CellKind.of(cell) == CellKind.FIGURE);
        long codes = cells.stream()
                .filter(cell -> CellKind.of(cell) == CellKind.CODE && !CellKind.isRange(CellKind.words(cell)))
                .count();
        return figure && cells.size() > 1 || codes > 0 && cells.size() > 2;
    }

    /** Columns that hold figures or codes in the rows more often than words. */
    private SortedSet<Integer> figureColumns(List<Integer> rows) {
        Map<Integer, Integer> balance = new TreeMap<>();
        for (int row : rows) {
            look.row(row).forEach((column, cell) -> {
                CellKind kind = CellKind.of(cell);
                if (kind != CellKind.MONTH) {
                    balance.merge(column, kind.isFigureLike() ? 1 : -1, Integer::sum);
                }
            });
        }
        return balance.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The nearest row above that has headings over half of the figures; or over any, where none has over half. */
    private Optional<Integer> header(List<Integer> above, SortedSet<Integer> columns) {
        Optional<Integer> any = Optional.empty();
        for (int index = above.size() - 1; index >= 0; index--) {
            int row = above.get(index);
            int covered = covered(row, columns);
            if (covered * 2 >= columns.size() && covered > 0) {
                return Optional.of(row);
            }
            if (covered > 0 && any.isEmpty()) {
                any = Optional.of(row);
            }
        }
        return any;
    }

    /** How many of the columns have a heading in the row: words, a month or a year, its own or that of a merged cell. */
    private int covered(int row, SortedSet<Integer> columns) {
        if (look.row(row).values().stream().anyMatch(cell -> CellKind.of(cell) == CellKind.FIGURE)) {
            return 0;
        }
        return (int) columns.stream()
                .filter(column -> look.seenAt(row, column)
                        .filter(cell -> CellKind.of(cell) != CellKind.FIGURE)
                        .isPresent())
                .count();
    }

    /** Where the table ends: before a row of other headings, or behind the last row. */
    private int end(List<Integer> numbers, Begin begin) {
        for (int index = begin.first() + 1; index < numbers.size(); index++) {
            if (beginsAnotherTable(numbers, index, begin)) {
                return startOfHeadings(numbers, index);
            }
        }
        return numbers.size();
    }

    /** Headings behind a gap or a title, and figures beneath them. */
    private boolean beginsAnotherTable(List<Integer> numbers, int index, Begin begin) {
        int row = numbers.get(index);
        int before = numbers.get(index - 1);
        boolean apart = row > before + 1 || look.row(before).size() == 1 && !holdsFigures(before);
        if (!apart || holdsFigures(row) || index + 1 >= numbers.size()) {
            return false;
        }
        long headings = look.row(row).values().stream()
                .filter(cell -> CellKind.of(cell) != CellKind.FIGURE && CellKind.of(cell) != CellKind.CODE)
                .filter(cell -> begin.columns().contains(cell.column()))
                .count();
        boolean wide = headings > 0 && headings * 2 >= begin.columns().size();
        return wide
                && look.row(row).size() > 1
                && numbers.subList(index + 1, Math.min(numbers.size(), index + 5)).stream()
                        .anyMatch(this::holdsFigures);
    }

    /** Titles over the headings of the next table belong to it. */
    private int startOfHeadings(List<Integer> numbers, int index) {
        int start = index;
        while (start > 1 && !holdsFigures(numbers.get(start - 1)) && numbers.get(start - 1) == numbers.get(start) - 1) {
            start--;
        }
        return start;
    }

    private Block block(List<Integer> rows, Begin begin) {
        List<Integer> beneath =
                rows.stream().filter(row -> row > begin.header()).toList();
        List<Integer> data = beneath.stream()
                .filter(row -> holdsFigures(row) || isIncomplete(row, begin.columns()))
                .collect(Collectors.toCollection(ArrayList::new));
        while (!statesSomething(data.get(data.size() - 1), begin.columns())) {
            data.remove(data.size() - 1);
        }
        int last = data.get(data.size() - 1);
        Set<Integer> withFigures = new HashSet<>(data);
        List<Integer> labels = beneath.stream()
                .filter(row -> row < last && !withFigures.contains(row))
                .toList();
        SortedSet<Integer> figures = figureColumns(data);
        int tiers = tiers(begin.header(), figures);
        SortedSet<Integer> columns = new TreeSet<>();
        data.forEach(row -> columns.addAll(look.row(row).keySet()));
        columns.addAll(look.row(begin.header()).keySet());
        return new Block(begin.header(), tiers, data, labels, columns, figures);
    }

    /** A row with a name and something in a column of figures, be it words. */
    private boolean isIncomplete(int row, SortedSet<Integer> figures) {
        return look.row(row).size() > 1 && look.row(row).keySet().stream().anyMatch(figures::contains);
    }

    private boolean statesSomething(int row, SortedSet<Integer> figures) {
        return holdsFigures(row)
                || look.row(row).size() > 1
                        && look.row(row).values().stream()
                                .anyMatch(cell -> figures.contains(cell.column())
                                        && CellKind.of(cell).isFigureLike());
    }

    private int tiers(int header, SortedSet<Integer> figures) {
        int top = header;
        while (top > 1 && isTier(top - 1, top, figures)) {
            top--;
        }
        return header - top + 1;
    }

    /**
     * Whether a row belongs to the headings that begin in the row beneath it: merged cells reach down into it, or it
     * groups columns of figures. A title stands over the first column alone, or over all of them.
     */
    private boolean isTier(int row, int beneath, SortedSet<Integer> figures) {
        SortedMap<Integer, Cell> cells = look.row(row);
        boolean isParticular = cells.size() <= 3 && cells.values().stream().anyMatch(BlockFinder::isLabel);
        if (isParticular || cells.values().stream().anyMatch(cell -> CellKind.of(cell) == CellKind.FIGURE)) {
            return false;
        }
        if (reachesDown(row, beneath, figures)) {
            return true;
        }
        List<Cell> over = cells.values().stream()
                .filter(cell -> !figures.isEmpty() && reaches(cell, figures))
                .toList();
        if (over.isEmpty()) {
            return false;
        }
        int firstHeading = look.row(beneath).isEmpty() ? 1 : look.row(beneath).firstKey();
        boolean onlyTitle = cells.size() == 1 && over.get(0).column() <= firstHeading && figures.first() > firstHeading;
        boolean single = cells.size() == 1 && figures.size() == 1 && !isMergedAcross(over.get(0));
        return !onlyTitle && !single && !spansAll(over, figures, cells);
    }

    private boolean reachesDown(int row, int beneath, SortedSet<Integer> figures) {
        return Stream.concat(figures.stream(), look.row(row).keySet().stream())
                .flatMap(column -> look.range(row, column).stream())
                .anyMatch(range -> range.lastRow() >= beneath && isFilled(range));
    }

    private boolean isFilled(MergedRange range) {
        return look.row(range.firstRow()).containsKey(range.firstColumn());
    }

    /** "Period:" is followed by what it names; it heads nothing. */
    private static boolean isLabel(Cell cell) {
        return CellKind.words(cell).endsWith(":") && CellKind.words(cell).length() < 25;
    }

    private boolean reaches(Cell cell, SortedSet<Integer> figures) {
        int last = look.range(cell.row(), cell.column())
                .map(MergedRange::lastColumn)
                .orElse(cell.column());
        return !figures.subSet(cell.column(), last + 1).isEmpty();
    }

    private boolean isMergedAcross(Cell cell) {
        return look.range(cell.row(), cell.column())
                .filter(range -> range.lastColumn() > range.firstColumn())
                .isPresent();
    }

    /** One cell over everything, from before the figures to behind them, is a title. */
    private boolean spansAll(List<Cell> over, SortedSet<Integer> figures, SortedMap<Integer, Cell> cells) {
        return cells.size() == 1
                && look.range(over.get(0).row(), over.get(0).column())
                        .filter(range -> range.firstColumn() < figures.first() && range.lastColumn() >= figures.last())
                        .isPresent();
    }

    /** @param first index of the first row of figures */
    private record Begin(int first, int header, SortedSet<Integer> columns) {}
}
