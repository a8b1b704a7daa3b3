package org.monthend.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.monthend.calendar.MonthWords;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.TableSearch.Found;
import org.monthend.extract.TableSearch.Misfit;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellAddress;
import org.monthend.extract.format.CellValue;
import org.monthend.extract.format.Format;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.SheetRow;
import org.monthend.extract.format.Visibility;
import org.monthend.extract.format.Workbook;

/** Finds the table that a layout describes by the words of its header, wherever on the sheet that stands. */
public final class TableFinder {

    /** A workbook of hundreds of sheets needs no message of hundreds of names. */
    private static final int SHOWN = 10;

    private final Workbook workbook;
    private final String fileName;

    /** @param fileName the sender's name of the file, where a layout looks for the month in it */
    public TableFinder(Workbook workbook, String fileName) {
        this.workbook = workbook;
        this.fileName = fileName;
    }

    /** A table that stands on several sheets is a misfit: which of them counts is for its sender to say. */
    public TableSearch find(Layout layout) throws IOException {
        List<SheetInfo> named = sheetsOf(layout);
        List<SheetInfo> sheets = named.stream()
                .filter(sheet -> sheet.visibility() == Visibility.VISIBLE)
                .toList();
        if (sheets.isEmpty()) {
            return new Misfit(layout.code(), "", "", List.of(noSheet(layout, named)));
        }
        List<Place> fitting = new ArrayList<>();
        Optional<Place> nearest = Optional.empty();
        for (SheetInfo sheet : sheets) {
            Place place = look(layout, sheet);
            if (place.faults().isEmpty()) {
                fitting.add(place);
            } else if (nearest.isEmpty()
                    || place.faults().size() < nearest.get().faults().size()) {
                nearest = Optional.of(place);
            }
        }
        if (fitting.size() > 1) {
            String names = names(fitting.stream().map(Place::sheet).toList());
            return new Misfit(
                    layout.code(),
                    "",
                    "",
                    List.of("the table stands on several sheets, " + names + "; keep one of them"));
        }
        if (fitting.isEmpty()) {
            Place place = nearest.orElseThrow();
            String cell = place.header().row() == 0 ? "" : "A" + place.header().row();
            return new Misfit(
                    layout.code(),
                    place.sheet().name(),
                    cell,
                    place.faults(),
                    place.header().missing(),
                    place.header().headings());
        }
        return new Found(table(layout, fitting.get(0)));
    }

    /** A CSV has no sheets, so no pattern of sheet names is asked of it. */
    private List<SheetInfo> sheetsOf(Layout layout) {
        HeaderWords sheetName = HeaderWords.of(layout.words("sheet", "*"));
        return workbook.sheets().stream()
                .filter(sheet -> workbook.format() == Format.CSV || sheetName.matches(sheet.name()))
                .toList();
    }

    private String noSheet(Layout layout, List<SheetInfo> hidden) {
        if (!hidden.isEmpty()) {
            return "the sheet " + names(hidden) + " is hidden, and hidden sheets are not read";
        }
        return "there is no sheet named '" + layout.words("sheet", "*") + "'; the sheets are "
                + names(workbook.sheets());
    }

    private static String names(List<SheetInfo> sheets) {
        return some(sheets.stream().map(sheet -> "'" + sheet.name() + "'").toList());
    }

    private static String some(List<String> all) {
        String more = all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "";
        return String.join(", ", all.subList(0, Math.min(all.size(), SHOWN))) + more;
    }

    private Place look(Layout layout, SheetInfo sheet) throws IOException {
        int tiers = Integer.parseInt(layout.words("header tiers", "1"));
        SheetTop top = SheetTop.read(workbook, sheet, tiers);
        List<Heading> headings = headings(layout);
        Header best = new Header(
                0,
                0,
                new EnumMap<>(Field.class),
                List.of(),
                List.of("it holds no row of headings"),
                List.of(),
                Map.of());
        for (int row = beneathTitle(layout, top); row <= top.lastRow(); row++) {
            Header header = headerAt(headings, top, row, tiers, numberOf(layout));
            if (header.found() > best.found()) {
                best = header;
            }
            if (best.found() > 0 && best.faults().isEmpty()) {
                break;
            }
        }
        List<String> faults = new ArrayList<>(best.faults());
        int belowTitle = best.row() == 0 ? top.lastRow() + 1 : best.row() - tiers + 1;
        Map<Field, SourcedValue> fixed = fixedValues(layout, sheet, top, belowTitle, faults);
        return new Place(sheet, best, fixed, faults);
    }

    private Table table(Layout layout, Place place) throws IOException {
        Notes notes = notes(layout, place);
        return new Table(
                layout.code(),
                subjectOf(layout),
                place.sheet(),
                place.header().row(),
                Map.copyOf(place.header().columns()),
                place.header().across(),
                figureAcross(layout),
                place.fixed(),
                notes.fromRow(),
                notes.byMark(),
                unitsOf(layout),
                place.header().headings());
    }

    /** The headings that a layout looks for. Fields of the same words take the columns from left to right. */
    private static List<Heading> headings(Layout layout) {
        Map<FoldedName, List<LayoutPart>> alike = new LinkedHashMap<>();
        for (LayoutPart part : layout.parts()) {
            if (part.where().equals("column") || part.where().equals("across")) {
                alike.computeIfAbsent(FoldedName.of(part.words()), words -> new ArrayList<>())
                        .add(part);
            }
        }
        return alike.values().stream()
                .map(parts -> new Heading(HeaderWords.tiers(parts.get(0).words()), parts))
                .toList();
    }

    /** The first row beneath the title of the table, where the layout names it; else the first of all. */
    private static int beneathTitle(Layout layout, SheetTop top) {
        return layout.parts("table").stream()
                        .filter(part -> part.where().equals("title"))
                        .map(part -> HeaderWords.of(part.words()))
                        .flatMap(words -> top.cellsAbove(Integer.MAX_VALUE)
                                .filter(cell -> words.matches(CellWords.of(cell.value())))
                                .map(Cell::row))
                        .findFirst()
                        .orElse(0)
                + 1;
    }

    /** Which of several tables side by side is meant, from 1. */
    private static int numberOf(Layout layout) {
        return layout.parts("table").stream()
                .filter(part -> part.where().isEmpty())
                .map(part -> Integer.parseInt(part.words().strip()))
                .findFirst()
                .orElse(0);
    }

    /** The headings of one of the tables side by side: those from its row names up to the next ones. */
    private static SortedMap<Integer, List<Cell>> ofTable(
            int number, List<Heading> headings, SortedMap<Integer, List<Cell>> above) {
        List<Integer> starts = above.keySet().stream()
                .filter(column -> headings.stream()
                        .filter(heading -> !heading.isAcross())
                        .findFirst()
                        .filter(heading -> heading.matches(above.getOrDefault(column, List.of())))
                        .isPresent())
                .toList();
        if (number == 0 || number > starts.size()) {
            return above;
        }
        SortedMap<Integer, List<Cell>> fromStart = above.tailMap(starts.get(number - 1));
        return number == starts.size() ? fromStart : fromStart.headMap(starts.get(number));
    }

    private static Header headerAt(List<Heading> headings, SheetTop top, int row, int tiers, int number) {
        SortedMap<Integer, List<Cell>> above = ofTable(number, headings, top.headers(row, tiers));
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        List<Table.AcrossColumn> across = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Map<String, String> cells = new LinkedHashMap<>();
        int found = 0;
        for (Heading heading : headings) {
            List<Integer> matching = above.keySet().stream()
                    .filter(column -> heading.matches(above.getOrDefault(column, List.of())))
                    .toList();
            found += matching.isEmpty() ? 0 : 1;
            matching.stream()
                    .findFirst()
                    .map(column -> above.getOrDefault(column, List.of()))
                    .ifPresent(path ->
                            cells.put(heading.words(), path.get(path.size() - 1).address()));
            if (matching.isEmpty()) {
                missing.add(heading.words());
                faults.add("the heading '" + heading.words() + "' is missing");
            } else if (heading.isAcross() && (matching.size() == 1 || heading.field(0) != Field.CATEGORY)) {
                matching.forEach(column -> across.add(new Table.AcrossColumn(
                        column, heading.field(0), heading.said(above.getOrDefault(column, List.of())))));
            } else if (matching.size() == heading.parts().size()) {
                IntStream.range(0, matching.size())
                        .forEach(index -> columns.put(heading.field(index), matching.get(index)));
            } else {
                faults.add("the heading '%s' stands in %s: %s"
                        .formatted(
                                heading.words(),
                                matching.size() == 1 ? "one column only" : "several columns",
                                some(matching.stream()
                                        .map(CellAddress::columnLetters)
                                        .toList())));
            }
        }
        return new Header(row, found, columns, across, faults, missing, cells);
    }

    private Map<Field, SourcedValue> fixedValues(
            Layout layout, SheetInfo sheet, SheetTop top, int belowTitle, List<String> faults) {
        Map<Field, SourcedValue> fixed = new EnumMap<>(Field.class);
        for (LayoutPart part : layout.parts()) {
            Optional<Field> field = Field.of(part.part());
            boolean inHeader = part.where().equals("column") || part.where().equals("across");
            if (field.isEmpty() || inHeader || part.where().isEmpty()) {
                continue;
            }
            HeaderWords words = HeaderWords.of(part.words());
            Map<ReportingMonth, SourcedValue> said = switch (part.where()) {
                case "sheet name" -> months(words, sheet.name());
                case "file name" -> months(words, fileName);
                case "title" -> monthsOfTitle(words, top, belowTitle);
                default -> Map.of();
            };
            if (part.where().equals("constant")) {
                fixed.put(field.get(), text(part.words(), ""));
            } else if (said.isEmpty()) {
                faults.add("the " + part.where() + " does not say '" + part.words() + "'");
            } else if (said.size() > 1) {
                faults.add("the title names several months: "
                        + some(said.values().stream()
                                .map(month -> "'" + CellWords.of(month.value()) + "' in " + month.cell())
                                .sorted()
                                .toList()));
            } else {
                fixed.put(field.get(), said.values().iterator().next());
            }
        }
        return fixed;
    }

    private static Map<ReportingMonth, SourcedValue> months(HeaderWords words, String name) {
        Map<ReportingMonth, SourcedValue> months = new HashMap<>();
        words.monthIn(name)
                .ifPresent(said -> MonthWords.read(said).ifPresent(month -> months.put(month, text(said, ""))));
        return months;
    }

    private static Map<ReportingMonth, SourcedValue> monthsOfTitle(HeaderWords words, SheetTop top, int belowTitle) {
        Map<ReportingMonth, SourcedValue> months = new HashMap<>();
        top.cellsAbove(belowTitle)
                .forEach(cell -> words.monthIn(CellWords.of(cell.value()))
                        .ifPresent(said -> MonthWords.read(said)
                                .ifPresent(month -> months.putIfAbsent(month, text(said, cell.address())))));
        return months;
    }

    private Notes notes(Layout layout, Place place) throws IOException {
        List<LayoutPart> parts = layout.parts("notes");
        if (parts.isEmpty()) {
            return new Notes(Integer.MAX_VALUE, Map.of());
        }
        HeaderWords begin = HeaderWords.of(parts.get(0).words());
        int firstColumn = place.header().firstColumn();
        Map<String, String> byMark = new LinkedHashMap<>();
        int[] from = {Integer.MAX_VALUE};
        workbook.rows(place.sheet(), row -> {
            if (row.number() > place.header().row()) {
                firstCell(row, firstColumn).ifPresent(cell -> readNote(cell, begin, from, byMark));
            }
            return true;
        });
        return new Notes(from[0], byMark);
    }

    /** The first cell that is not blank, unless it stands right of the table's first column. */
    private static Optional<Cell> firstCell(SheetRow row, int firstColumn) {
        return row.cells().stream()
                .filter(cell -> !CellWords.isBlank(cell.value()))
                .findFirst()
                .filter(cell -> cell.column() <= firstColumn);
    }

    private static void readNote(Cell cell, HeaderWords begin, int[] from, Map<String, String> byMark) {
        String words = CellWords.of(cell.value());
        if (from[0] == Integer.MAX_VALUE) {
            if (!begin.matches(words)) {
                return;
            }
            from[0] = cell.row();
        }
        Optional<FootnoteMark> note = cell.value() instanceof CellValue.Text text
                        && !text.footnoteMark().isEmpty()
                ? Optional.of(new FootnoteMark(text.footnoteMark(), words.strip()))
                : FootnoteMark.split(words, true);
        note.ifPresent(found -> byMark.putIfAbsent(FootnoteMark.shared(found.mark()), found.text()));
    }

    private static Subject subjectOf(Layout layout) {
        return Subject.of(layout.words("rows are", Subject.MEASURES.word())).orElseThrow();
    }

    /** Shares are written in percent; categories across without a unit are counts. */
    private static Field figureAcross(Layout layout) {
        Subject subject = subjectOf(layout);
        boolean counted = layout.parts(Field.CATEGORY.word()).stream()
                .allMatch(part -> part.unit().isEmpty());
        return subject == Subject.MEASURES ? Field.VALUE : counted ? Field.COUNT : Field.SHARE;
    }

    private static Map<Field, String> unitsOf(Layout layout) {
        Map<Field, String> units = new EnumMap<>(Field.class);
        for (LayoutPart part : layout.parts()) {
            if (!part.unit().isEmpty()) {
                Field.of(part.part())
                        .map(field -> field == Field.CATEGORY ? figureAcross(layout) : field)
                        .ifPresent(field -> units.put(field, part.unit()));
            }
        }
        return units;
    }

    private static SourcedValue text(String words, String cell) {
        return new SourcedValue(new CellValue.Text(words, ""), cell);
    }

    /** A heading to look for, and the fields that it names. */
    private record Heading(List<HeaderWords> tiers, List<LayoutPart> parts) {

        String words() {
            return parts.get(0).words();
        }

        boolean isAcross() {
            return parts.get(0).where().equals("across");
        }

        Field field(int index) {
            return Field.of(parts.get(index).part()).orElseThrow();
        }

        boolean matches(List<Cell> path) {
            return tiers.size() == path.size()
                    && IntStream.range(0, path.size())
                            .allMatch(tier -> tiers.get(tier)
                                    .matches(CellWords.of(path.get(tier).value())));
        }

        /** What a column's heading names: a quarter out of all its tiers, anything else as its cell says it. */
        SourcedValue said(List<Cell> path) {
            return field(0) == Field.QUARTER ? quarter(path) : month(path);
        }

        /** The tier of the year is merged over its quarters, so the place is the cell that tells them apart. */
        private SourcedValue quarter(List<Cell> path) {
            StringBuilder year = new StringBuilder();
            StringBuilder number = new StringBuilder();
            for (int tier = 0; tier < path.size(); tier++) {
                String said = CellWords.of(path.get(tier).value());
                year.append(tiers.get(tier).yearIn(said));
                number.append(tiers.get(tier).quarterIn(said));
            }
            return text(year + " " + number, path.get(path.size() - 1).address());
        }

        /** The cell of the tier that names the month. */
        private SourcedValue month(List<Cell> path) {
            int tier = IntStream.range(0, path.size())
                    .filter(each -> tiers.get(each).nameMonth())
                    .findFirst()
                    .orElse(path.size() - 1);
            return new SourcedValue(path.get(tier).value(), path.get(tier).address());
        }
    }

    /** @param found how many of the headings stand in the row, once or too often */
    private record Header(
            int row,
            int found,
            Map<Field, Integer> columns,
            List<Table.AcrossColumn> across,
            List<String> faults,
            List<String> missing,
            Map<String, String> headings) {

        int firstColumn() {
            return columns.values().stream().min(Integer::compare).orElse(1);
        }
    }

    /** What came of looking for the table on one sheet. */
    private record Place(SheetInfo sheet, Header header, Map<Field, SourcedValue> fixed, List<String> faults) {}

    private record Notes(int fromRow, Map<String, String> byMark) {}
}
