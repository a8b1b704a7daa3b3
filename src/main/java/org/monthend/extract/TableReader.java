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
import org.jspecify.annotations.Nullable;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.Table.ColumnGroup;
import org.monthend.extract.Table.PassOver;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellValue;
import org.monthend.extract.format.SheetRow;
import org.monthend.extract.format.Workbook;

/** Reads the rows of a table one after the other; nothing but the row at hand is kept. */
public final class TableReader {

    /** In place of words: a cell, or a row, that is blank. */
    static final String BLANK = "{blank}";

    /** What the figure column of a table with months across may say. */
    private static final Set<Field> FIGURES =
            EnumSet.of(Field.NUMERATOR, Field.REMAINDER, Field.DENOMINATOR, Field.VALUE);

    private final Table table;
    private final List<PassedOver> passOver;
    private final List<HeaderWords> endsAt;
    private final boolean endsAtBlankRow;
    private final Set<Field> filledDown = EnumSet.noneOf(Field.class);
    private final Map<Field, SourcedValue> filling = new EnumMap<>(Field.class);
    private final List<RowUnit> rowUnits;
    private final Map<Field, Map<FoldedName, String>> otherNames = new EnumMap<>(Field.class);
    private final MonthWriting months;
    private final MergedAcross merged;
    private final Consumer<ExtractedRow> rows;
    private final int firstColumn;
    private int lastRowWithData;
    private int passedOver;
    private int hidden;
    private Optional<MeasureAcross> across = Optional.empty();

    private TableReader(Table table, Layout layout, MergedAcross merged, Consumer<ExtractedRow> rows) {
        this.table = table;
        this.passOver = table.passOver().stream().map(PassedOver::of).toList();
        this.endsAt = layout.parts("ends at").stream()
                .filter(part -> !isBlank(part.words()))
                .map(part -> HeaderWords.of(part.words()))
                .toList();
        this.endsAtBlankRow = layout.parts("ends at").stream().anyMatch(part -> isBlank(part.words()));
        layout.parts("fill down").forEach(part -> Field.of(part.words()).ifPresent(filledDown::add));
        this.rowUnits = layout.parts("unit").stream()
                .filter(part -> part.where().equals("row"))
                .map(part -> new RowUnit(HeaderWords.of(part.words()), part.unit()))
                .toList();
        layout.parts("other name").forEach(this::addOtherName);
        this.months = MonthWriting.of(layout);
        this.merged = merged;
        this.rows = rows;
        this.firstColumn = table.extent().firstColumn();
    }

    private static boolean isBlank(String words) {
        return FoldedName.of(words).text().equals(BLANK);
    }

    private void addOtherName(LayoutPart part) {
        String[] names = part.words().split("\\s+=\\s+", 2);
        Field.of(part.where())
                .ifPresent(field -> otherNames
                        .computeIfAbsent(field, each -> new HashMap<>())
                        .put(FoldedName.of(names[0]), names[names.length - 1].strip()));
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
        if (row.number() >= table.extent().end()) {
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
                .forEach((field, column) -> Optional.ofNullable(cells.get(column))
                        .ifPresent(cell ->
                                values.put(field, sourced(cell, table.units().getOrDefault(field, "")))));
        if (values.isEmpty() && hasNoFigure(cells)) {
            return true;
        }
        if (endsBefore(row, values)) {
            return false;
        }
        lastRowWithData = row.number();
        if (isPassedOver(row, cells, values)) {
            endOfMeasure();
            filling.keySet().removeAll(values.keySet());
            passedOver++;
            return true;
        }
        hidden += row.hidden() ? 1 : 0;
        fillDown(values);
        if (!table.isAcross()) {
            give(row.number(), firstColumn, values);
        } else if (table.columns().containsKey(Field.FIGURE)) {
            readFigure(row, cells, values);
        } else {
            readAcross(row, cells, values);
        }
        return true;
    }

    private boolean hasNoFigure(Map<Integer, Cell> cells) {
        return table.groups().stream()
                .flatMap(group -> group.columns().values().stream())
                .noneMatch(cells::containsKey);
    }

    /** By a blank row above, or by the row's own words. */
    private boolean endsBefore(SheetRow row, Map<Field, SourcedValue> values) {
        boolean afterGap = lastRowWithData > 0 && row.number() > lastRowWithData + 1;
        return endsAtBlankRow && afterGap
                || !endsAt.isEmpty()
                        && namesOf(row, values).stream()
                                .anyMatch(name -> endsAt.stream().anyMatch(words -> words.matches(name)));
    }

    private boolean isPassedOver(SheetRow row, Map<Integer, Cell> cells, Map<Field, SourcedValue> values) {
        if (passOver.isEmpty()) {
            return false;
        }
        List<String> names = namesOf(row, values);
        return passOver.stream()
                .anyMatch(each -> each.column().isPresent()
                        ? each.matches(
                                Optional.ofNullable(cells.get(each.column().get())))
                        : names.stream().anyMatch(each.words()::matches));
    }

    /**
     * What the row calls itself: the field that names it or, where that stands across, its organisation. Where it has no
     * name its first cell speaks: "Total" often stands in another column.
     */
    private List<String> namesOf(SheetRow row, Map<Field, SourcedValue> values) {
        Field lead = table.subject().lead();
        List<Field> naming = table.columns().containsKey(lead)
                ? List.of(lead)
                : List.of(Field.ORGANISATION, Field.ORGANISATION_NAME);
        List<String> names = naming.stream()
                .flatMap(field -> Optional.ofNullable(values.get(field)).stream())
                .map(source -> CellWords.of(source.value()))
                .toList();
        return !names.isEmpty()
                ? names
                : row.cells().stream()
                        .filter(cell -> cell.column() >= firstColumn && !CellWords.isBlank(cell.value()))
                        .limit(1)
                        .map(cell -> CellWords.of(cell.value()))
                        .toList();
    }

    /** A cell that is blank because the one above it holds for several rows. */
    private void fillDown(Map<Field, SourcedValue> values) {
        for (Field field : filledDown) {
            SourcedValue own = values.get(field);
            if (own != null) {
                filling.put(field, own);
            } else if (filling.containsKey(field)) {
                values.putAll(Map.of(field, filling.get(field)));
            }
        }
    }

    private void readAcross(SheetRow row, Map<Integer, Cell> cells, Map<Field, SourcedValue> values) {
        for (ColumnGroup group : table.groups()) {
            Map<Field, SourcedValue> own = new EnumMap<>(Field.class);
            own.putAll(values);
            group.columns()
                    .forEach((field, column) -> Optional.ofNullable(cells.get(column))
                            .ifPresent(cell ->
                                    own.put(field, sourced(cell, group.units().getOrDefault(field, "")))));
            own.putAll(group.says());
            give(row.number(), group.firstColumn(), own);
        }
    }

    private void give(int row, int column, Map<Field, SourcedValue> values) {
        Optional<SourcedValue> year = Optional.ofNullable(values.remove(Field.YEAR))
                .or(() -> Optional.ofNullable(table.fixed().get(Field.YEAR)));
        if (table.columns().containsKey(Field.MONTH)) {
            values.computeIfPresent(Field.MONTH, (field, month) -> months.plain(month, year));
        }
        table.fixed().forEach(values::putIfAbsent);
        values.remove(Field.YEAR);
        Optional<SourcedValue> fullName = Optional.ofNullable(values.remove(Field.ORGANISATION_NAME));
        fullName.ifPresent(each -> values.putIfAbsent(Field.ORGANISATION, each));
        for (RowUnit unit : rowUnits) {
            if (unit.isOf(values.get(table.subject().lead()))) {
                values.putIfAbsent(Field.UNIT, new SourcedValue(new CellValue.Text(unit.unit()), ""));
            }
        }
        otherNames.forEach((field, names) -> values.computeIfPresent(
                field,
                (each, source) -> Optional.ofNullable(names.get(FoldedName.of(CellWords.of(source.value()))))
                        .map(known -> new SourcedValue(new CellValue.Text(known), source.cell()))
                        .orElse(source)));
        boolean named = values.containsKey(table.subject().lead());
        rows.accept(new ExtractedRow(table.sheet().name(), row, named ? column : firstColumn, values));
    }

    private void readFigure(SheetRow row, Map<Integer, Cell> cells, Map<Field, SourcedValue> values) {
        Optional<Field> figure = figureOf(row, values);
        if (figure.isEmpty()) {
            endOfMeasure();
            give(row.number(), firstColumn, values);
            return;
        }
        values.remove(Field.FIGURE);
        if (across.isEmpty() || !across.get().goesOn(table.subject().lead(), values, figure.get())) {
            endOfMeasure();
            MeasureAcross begun = new MeasureAcross(
                    row.number(), new EnumMap<>(Field.class), EnumSet.noneOf(Field.class), new ArrayList<>());
            table.groups().forEach(group -> begun.groups().add(new EnumMap<>(Field.class)));
            across = Optional.of(begun);
        }
        MeasureAcross measure = across.orElseThrow();
        values.forEach(measure.shared()::putIfAbsent);
        measure.figures().add(figure.get());
        for (int index = 0; index < table.groups().size(); index++) {
            ColumnGroup group = table.groups().get(index);
            Cell cell = cells.get(group.firstColumn());
            if (cell != null) {
                measure.groups()
                        .get(index)
                        .put(figure.get(), sourced(cell, group.units().getOrDefault(Field.VALUE, "")));
            }
        }
    }

    /** Which figure the row holds. What the figure column says stays in the row only where it says none. */
    private Optional<Field> figureOf(SheetRow row, Map<Field, SourcedValue> values) {
        Optional<Field> figure = Optional.ofNullable(values.get(Field.FIGURE))
                .flatMap(word -> Field.of(CellWords.of(word.value())))
                .filter(FIGURES::contains);
        if (figure.isEmpty()) {
            int column = Optional.ofNullable(table.columns().get(Field.FIGURE)).orElseThrow();
            values.putIfAbsent(Field.FIGURE, sourced(new Cell(row.number(), column, new CellValue.Text("")), ""));
        }
        return figure;
    }

    private void endOfMeasure() {
        across.ifPresent(measure -> {
            for (int index = 0; index < table.groups().size(); index++) {
                ColumnGroup group = table.groups().get(index);
                Map<Field, SourcedValue> values = new EnumMap<>(Field.class);
                values.putAll(measure.shared());
                values.putAll(measure.groups().get(index));
                values.putAll(group.says());
                give(measure.row(), group.firstColumn(), values);
            }
        });
        across = Optional.empty();
    }

    private static SourcedValue sourced(Cell cell, String unit) {
        return new SourcedValue(cell.value(), cell.address(), unit);
    }

    /**
     * What was not simply read.
     *
     * @param passedOver rows that are no data because the layout says so (totals)
     * @param hidden rows that the author hid; they were read like all others
     */
    public record Tally(int passedOver, int hidden) {}

    /** Rows whose cell in a column, or whose name, has the words. */
    private record PassedOver(Optional<Integer> column, HeaderWords words, boolean blank) {

        static PassedOver of(PassOver each) {
            return new PassedOver(each.column(), HeaderWords.of(each.words()), isBlank(each.words()));
        }

        boolean matches(Optional<Cell> cell) {
            return cell.map(each -> words.matches(CellWords.of(each.value()))).orElse(blank);
        }
    }

    /** The unit of the rows whose name has the words. */
    private record RowUnit(HeaderWords words, String unit) {

        boolean isOf(@Nullable SourcedValue name) {
            return name != null && words.matches(CellWords.of(name.value()));
        }
    }

    /**
     * A measure whose months stand across, gathered from the consecutive rows of its figures.
     *
     * @param shared what holds for all its months
     * @param figures which of its figures have had their row
     */
    private record MeasureAcross(
            int row, Map<Field, SourcedValue> shared, Set<Field> figures, List<Map<Field, SourcedValue>> groups) {

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
