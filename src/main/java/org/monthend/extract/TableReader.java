package org.monthend.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellValue;
import org.monthend.extract.format.SheetRow;
import org.monthend.extract.format.Workbook;

/** Reads the rows of a table one after the other; nothing but the row at hand is kept. */
public final class TableReader {

    /** What the figure column of a table with months or quarters across may say. */
    private static final Set<Field> FIGURES = EnumSet.of(Field.NUMERATOR, Field.DENOMINATOR, Field.VALUE);

    private final Table table;
    private final List<HeaderWords> passOver;
    private final MergedAcross merged;
    private final Consumer<ExtractedRow> rows;
    private int passedOver;
    private int hidden;
    private Optional<MeasureAcross> across = Optional.empty();

    private TableReader(Table table, Layout layout, MergedAcross merged, Consumer<ExtractedRow> rows) {
        this.table = table;
        this.merged = merged;
        this.passOver = layout.parts("pass over").stream()
                .map(LayoutPart::words)
                .map(HeaderWords::of)
                .toList();
        this.rows = rows;
    }

    /** Reads the whole table and gives each row to the consumer. */
    public static Tally read(Workbook workbook, Table table, Layout layout, Consumer<ExtractedRow> rows)
            throws IOException {
        TableReader reader = new TableReader(table, layout, MergedAcross.of(workbook, table), rows);
        workbook.rows(table.sheet(), reader::read);
        reader.endOfMeasure();
        return new Tally(reader.passedOver, reader.hidden);
    }

    private boolean read(SheetRow row) {
        if (row.number() <= table.headerRow()) {
            return true;
        }
        if (row.number() >= table.notesFrom()) {
            return false;
        }
        Map<Integer, Cell> cells = new HashMap<>();
        for (Cell cell : row.cells()) {
            if (!CellWords.isBlank(cell.value())) {
                cells.put(cell.column(), cell);
            }
        }
        merged.spread(row.number(), cells);
        Map<Field, SourcedValue> values = new EnumMap<>(Field.class);
        table.columns()
                .forEach((field, column) ->
                        Optional.ofNullable(cells.get(column)).ifPresent(cell -> values.put(field, sourced(cell))));
        boolean blank = values.isEmpty() && table.across().stream().noneMatch(each -> cells.containsKey(each.column()));
        if (blank) {
            return true;
        }
        if (isPassedOver(row, values)) {
            endOfMeasure();
            passedOver++;
            return true;
        }
        hidden += row.hidden() ? 1 : 0;
        if (table.across().isEmpty()) {
            table.fixed().forEach(values::putIfAbsent);
            rows.accept(new ExtractedRow(table.sheet().name(), row.number(), values));
        } else {
            readAcross(row, cells, values);
        }
        return true;
    }

    /** By the row's name, or by its first cell where it has none: "Total" often stands in another column. */
    private boolean isPassedOver(SheetRow row, Map<Field, SourcedValue> values) {
        CellValue name = Optional.ofNullable(values.get(table.subject().lead()))
                .map(SourcedValue::value)
                .orElseGet(() -> row.cells().stream()
                        .map(Cell::value)
                        .filter(value -> !CellWords.isBlank(value))
                        .findFirst()
                        .orElseThrow());
        return passOver.stream().anyMatch(words -> words.matches(CellWords.of(name)));
    }

    private void readAcross(SheetRow row, Map<Integer, Cell> cells, Map<Field, SourcedValue> values) {
        Optional<Field> figure = figureOf(row, values);
        if (figure.isEmpty()) {
            endOfMeasure();
            table.fixed().forEach(values::putIfAbsent);
            rows.accept(new ExtractedRow(table.sheet().name(), row.number(), values));
            return;
        }
        values.remove(Field.FIGURE);
        if (across.isEmpty() || !across.get().goesOn(table.subject().lead(), values, figure.get())) {
            endOfMeasure();
            MeasureAcross begun = new MeasureAcross(
                    row.number(), new EnumMap<>(Field.class), EnumSet.noneOf(Field.class), new ArrayList<>());
            table.across().forEach(each -> begun.columns().add(new EnumMap<>(Field.class)));
            across = Optional.of(begun);
        }
        MeasureAcross measure = across.orElseThrow();
        values.forEach(measure.shared()::putIfAbsent);
        measure.figures().add(figure.get());
        for (int index = 0; index < table.across().size(); index++) {
            Cell cell = cells.get(table.across().get(index).column());
            if (cell != null) {
                measure.columns().get(index).put(figure.get(), sourced(cell));
            }
        }
    }

    /** Which figure the row holds. What the figure column says stays in the row only where it says none. */
    private Optional<Field> figureOf(SheetRow row, Map<Field, SourcedValue> values) {
        Integer column = table.columns().get(Field.FIGURE);
        if (column == null) {
            return Optional.of(table.figureAcross());
        }
        Optional<Field> figure = Optional.ofNullable(values.get(Field.FIGURE))
                .flatMap(word -> Field.of(CellWords.of(word.value())))
                .filter(FIGURES::contains);
        if (figure.isEmpty()) {
            values.putIfAbsent(Field.FIGURE, sourced(new Cell(row.number(), column, new CellValue.Text(""))));
        }
        return figure;
    }

    private void endOfMeasure() {
        across.ifPresent(measure -> {
            for (int index = 0; index < table.across().size(); index++) {
                Map<Field, SourcedValue> values = new EnumMap<>(Field.class);
                values.putAll(measure.shared());
                values.putAll(measure.columns().get(index));
                Table.AcrossColumn column = table.across().get(index);
                values.put(column.names(), column.heading());
                table.fixed().forEach(values::putIfAbsent);
                rows.accept(new ExtractedRow(table.sheet().name(), measure.row(), values));
            }
        });
        across = Optional.empty();
    }

    private static SourcedValue sourced(Cell cell) {
        return new SourcedValue(cell.value(), cell.address());
    }

    /**
     * What was not simply read.
     *
     * @param passedOver rows that are no data because the layout says so (totals)
     * @param hidden rows that the author hid; they were read like all others
     */
    public record Tally(int passedOver, int hidden) {}

    /**
     * A measure whose figures stand across, gathered from the consecutive rows of its figures.
     *
     * @param shared what holds for all its columns
     * @param figures which of its figures have had their row
     * @param columns the figures of each month, quarter or category
     */
    private record MeasureAcross(
            int row, Map<Field, SourcedValue> shared, Set<Field> figures, List<Map<Field, SourcedValue>> columns) {

        /** Whether a row goes on with this measure: it names no other, and holds a figure that is still to come. */
        boolean goesOn(Field lead, Map<Field, SourcedValue> values, Field figure) {
            return !figures.contains(figure) && agrees(lead, values) && agrees(Field.ORGANISATION, values);
        }

        private boolean agrees(Field field, Map<Field, SourcedValue> values) {
            return values.get(field) == null
                    || Optional.ofNullable(shared.get(field))
                            .map(MeasureAcross::folded)
                            .equals(Optional.of(folded(values.get(field))));
        }

        private static FoldedName folded(SourcedValue source) {
            return FoldedName.of(CellWords.of(source.value()));
        }
    }
}
