package org.monthend.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.SheetRow;
import org.monthend.extract.format.Workbook;

/** Reads the rows of a table one after the other; nothing but the row at hand is kept. */
public final class TableReader {

    private final Table table;
    private final List<HeaderWords> passOver;
    private final Consumer<ExtractedRow> rows;
    private int passedOver;
    private Optional<MeasureAcross> across = Optional.empty();

    private TableReader(Table table, Layout layout, Consumer<ExtractedRow> rows) {
        this.table = table;
        this.passOver = layout.parts("pass over").stream()
                .map(LayoutPart::words)
                .map(HeaderWords::of)
                .toList();
        this.rows = rows;
    }

    /** Reads the whole table and returns how many rows were passed over because the layout says so (totals). */
    public static int read(Workbook workbook, Table table, Layout layout, Consumer<ExtractedRow> rows)
            throws IOException {
        TableReader reader = new TableReader(table, layout, rows);
        workbook.rows(table.sheet(), reader::read);
        reader.endOfMeasure();
        return reader.passedOver;
    }

    private boolean read(SheetRow row) {
        if (row.number() <= table.headerRow()) {
            return true;
        }
        if (row.number() >= table.notesFrom()) {
            return false;
        }
        Map<Integer, Cell> cells = new HashMap<>();
        row.cells().forEach(cell -> cells.put(cell.column(), cell));
        Map<Field, SourcedValue> values = new EnumMap<>(Field.class);
        table.columns()
                .forEach((field, column) ->
                        Optional.ofNullable(cells.get(column)).ifPresent(cell -> values.put(field, sourced(cell))));
        boolean blank =
                values.isEmpty() && table.monthsAcross().stream().noneMatch(month -> cells.containsKey(month.column()));
        if (blank) {
            return true;
        }
        SourcedValue lead = values.get(table.subject().lead());
        if (lead != null && passOver.stream().anyMatch(words -> words.matches(CellWords.of(lead.value())))) {
            passedOver++;
            return true;
        }
        if (table.monthsAcross().isEmpty()) {
            table.fixed().forEach(values::putIfAbsent);
            rows.accept(new ExtractedRow(table.sheet().name(), row.number(), values));
        } else {
            readAcross(row, cells, values);
        }
        return true;
    }

    private void readAcross(SheetRow row, Map<Integer, Cell> cells, Map<Field, SourcedValue> values) {
        String name = Optional.ofNullable(values.get(table.subject().lead()))
                .map(lead -> FoldedName.of(CellWords.of(lead.value())).text())
                .orElse("");
        boolean continues =
                across.isPresent() && (name.isEmpty() || across.get().name().equals(name));
        if (!continues) {
            endOfMeasure();
            across = Optional.of(new MeasureAcross(name, row.number(), values, new ArrayList<>()));
            table.monthsAcross().forEach(month -> across.orElseThrow().months().add(new EnumMap<>(Field.class)));
        }
        Field figure = Optional.ofNullable(values.get(Field.FIGURE))
                .flatMap(word -> Field.of(CellWords.of(word.value())))
                .orElse(Field.VALUE);
        for (int index = 0; index < table.monthsAcross().size(); index++) {
            Cell cell = cells.get(table.monthsAcross().get(index).column());
            if (cell != null) {
                across.orElseThrow().months().get(index).put(figure, sourced(cell));
            }
        }
    }

    private void endOfMeasure() {
        across.ifPresent(measure -> {
            for (int index = 0; index < table.monthsAcross().size(); index++) {
                Map<Field, SourcedValue> values = new EnumMap<>(Field.class);
                values.putAll(measure.shared());
                values.remove(Field.FIGURE);
                values.putAll(measure.months().get(index));
                values.put(Field.MONTH, table.monthsAcross().get(index).month());
                table.fixed().forEach(values::putIfAbsent);
                rows.accept(new ExtractedRow(table.sheet().name(), measure.row(), values));
            }
        });
        across = Optional.empty();
    }

    private static SourcedValue sourced(Cell cell) {
        return new SourcedValue(cell.value(), cell.address());
    }

    /** A measure whose months stand across, gathered from the consecutive rows of its figures. */
    private record MeasureAcross(
            String name, int row, Map<Field, SourcedValue> shared, List<Map<Field, SourcedValue>> months) {}
}
