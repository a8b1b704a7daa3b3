package org.monthend.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.TableSearch.Found;
import org.monthend.extract.TableSearch.Misfit;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellAddress;
import org.monthend.extract.format.CellValue;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.SheetRow;
import org.monthend.extract.format.Workbook;

/** Finds the table that a layout describes by the words of its header, wherever on the sheet that stands. */
public final class TableFinder {

    private final Workbook workbook;
    private final String fileName;

    /** @param fileName the sender's name of the file, where a layout looks for the month in it */
    public TableFinder(Workbook workbook, String fileName) {
        this.workbook = workbook;
        this.fileName = fileName;
    }

    public TableSearch find(Layout layout) throws IOException {
        HeaderWords sheetName = HeaderWords.of(layout.words("sheet", "*"));
        List<SheetInfo> sheets = workbook.sheets().stream()
                .filter(sheet -> sheetName.matches(sheet.name()))
                .toList();
        if (sheets.isEmpty()) {
            String names = String.join(
                    "', '", workbook.sheets().stream().map(SheetInfo::name).toList());
            return new Misfit(
                    layout.code(),
                    "",
                    "",
                    List.of("there is no sheet named '" + sheetName + "'; the sheets are '" + names + "'"));
        }
        Optional<Misfit> nearest = Optional.empty();
        for (SheetInfo sheet : sheets) {
            TableSearch search = find(layout, sheet);
            if (search instanceof Found) {
                return search;
            }
            Misfit misfit = (Misfit) search;
            if (nearest.isEmpty()
                    || misfit.sentences().size() < nearest.get().sentences().size()) {
                nearest = Optional.of(misfit);
            }
        }
        return nearest.orElseThrow();
    }

    private TableSearch find(Layout layout, SheetInfo sheet) throws IOException {
        SheetTop top = SheetTop.read(workbook, sheet, layout);
        int tiers = Integer.parseInt(layout.words("header tiers", "1"));
        Header best = new Header(0, new EnumMap<>(Field.class), List.of(), List.of("it holds no row of headings"));
        for (int row = 1; row <= top.lastRow(); row++) {
            Header header = headerAt(layout, top, row, tiers);
            if (header.found() > best.found()) {
                best = header;
            }
            if (best.found() > 0 && best.faults().isEmpty()) {
                break;
            }
        }
        List<String> faults = new ArrayList<>(best.faults());
        Map<Field, SourcedValue> fixed = fixedValues(layout, sheet, top, best.row(), faults);
        if (!faults.isEmpty()) {
            String cell = best.row() == 0 ? "" : "A" + best.row();
            return new Misfit(layout.code(), sheet.name(), cell, faults);
        }
        Notes notes = notes(layout, sheet, best);
        return new Found(new Table(
                layout.code(),
                subjectOf(layout),
                sheet,
                best.row(),
                Map.copyOf(best.columns()),
                best.months(),
                fixed,
                notes.fromRow(),
                notes.byMark(),
                unitsOf(layout)));
    }

    private Header headerAt(Layout layout, SheetTop top, int row, int tiers) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        List<Table.MonthColumn> months = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (LayoutPart part : layout.parts()) {
            if (!part.where().equals("column") && !part.where().equals("across")) {
                continue;
            }
            List<HeaderWords> words = HeaderWords.tiers(part.words());
            List<Integer> matching = top.columnsOf(row, tiers).stream()
                    .filter(column -> matches(words, top.headerPath(row, column, tiers)))
                    .toList();
            if (matching.isEmpty()) {
                faults.add("the heading '" + part.words() + "' is missing");
            } else if (part.where().equals("across")) {
                matching.forEach(column -> months.add(monthColumn(top.headerPath(row, column, tiers), column)));
            } else if (matching.size() > 1) {
                faults.add("the heading '" + part.words() + "' stands in several columns: "
                        + String.join(
                                ", ",
                                matching.stream()
                                        .map(CellAddress::columnLetters)
                                        .toList()));
            } else {
                columns.put(Field.of(part.part()).orElseThrow(), matching.get(0));
            }
        }
        return new Header(row, columns, months, faults);
    }

    private static boolean matches(List<HeaderWords> words, List<Cell> path) {
        if (words.size() != path.size()) {
            return false;
        }
        for (int tier = 0; tier < words.size(); tier++) {
            if (!words.get(tier).matches(CellWords.of(path.get(tier).value()))) {
                return false;
            }
        }
        return true;
    }

    private static Table.MonthColumn monthColumn(List<Cell> path, int column) {
        Cell cell = path.get(path.size() - 1);
        return new Table.MonthColumn(column, new SourcedValue(cell.value(), cell.address()));
    }

    private Map<Field, SourcedValue> fixedValues(
            Layout layout, SheetInfo sheet, SheetTop top, int headerRow, List<String> faults) {
        Map<Field, SourcedValue> fixed = new EnumMap<>(Field.class);
        for (LayoutPart part : layout.parts()) {
            Optional<Field> field = Field.of(part.part());
            if (field.isEmpty()) {
                continue;
            }
            HeaderWords words = HeaderWords.of(part.words());
            Optional<SourcedValue> value =
                    switch (part.where()) {
                        case "constant" -> Optional.of(text(part.words(), ""));
                        case "sheet name" -> words.monthIn(sheet.name()).map(month -> text(month, ""));
                        case "file name" -> words.monthIn(fileName).map(month -> text(month, ""));
                        case "title" ->
                            top.cellsAbove(headerRow == 0 ? top.lastRow() + 1 : headerRow)
                                    .flatMap(cell -> words
                                            .monthIn(CellWords.of(cell.value()))
                                            .map(month -> text(month, cell.address()))
                                            .stream())
                                    .findFirst();
                        default -> Optional.empty();
                    };
            value.ifPresent(found -> fixed.put(field.get(), found));
            boolean lookedFor = List.of("sheet name", "file name", "title").contains(part.where());
            if (lookedFor && value.isEmpty()) {
                faults.add("the " + part.where() + " does not say '" + part.words() + "'");
            }
        }
        return fixed;
    }

    private Notes notes(Layout layout, SheetInfo sheet, Header header) throws IOException {
        List<LayoutPart> parts = layout.parts("notes");
        if (parts.isEmpty()) {
            return new Notes(Integer.MAX_VALUE, Map.of());
        }
        HeaderWords begin = HeaderWords.of(parts.get(0).words());
        Map<String, String> byMark = new LinkedHashMap<>();
        int[] from = {Integer.MAX_VALUE};
        workbook.rows(sheet, row -> readNote(row, header.row(), begin, from, byMark));
        return new Notes(from[0], byMark);
    }

    private static boolean readNote(
            SheetRow row, int headerRow, HeaderWords begin, int[] from, Map<String, String> byMark) {
        if (row.number() <= headerRow || row.cells().isEmpty()) {
            return true;
        }
        String first = CellWords.of(row.cells().get(0).value());
        if (from[0] != Integer.MAX_VALUE) {
            FootnoteMark.split(first, true).ifPresent(note -> byMark.put(note.mark(), note.text()));
        } else if (begin.matches(first)) {
            from[0] = row.number();
        }
        return true;
    }

    private static Subject subjectOf(Layout layout) {
        return Subject.of(layout.words("rows are", Subject.MEASURES.word())).orElseThrow();
    }

    private static Map<Field, String> unitsOf(Layout layout) {
        Map<Field, String> units = new EnumMap<>(Field.class);
        for (LayoutPart part : layout.parts()) {
            if (!part.unit().isEmpty()) {
                Field.of(part.part()).ifPresent(field -> units.put(field, part.unit()));
            }
        }
        return units;
    }

    private static SourcedValue text(String words, String cell) {
        return new SourcedValue(new CellValue.Text(words, ""), cell);
    }

    private record Header(int row, Map<Field, Integer> columns, List<Table.MonthColumn> months, List<String> faults) {

        int found() {
            return columns.size() + (months.isEmpty() ? 0 : 1);
        }
    }

    private record Notes(int fromRow, Map<String, String> byMark) {}
}
