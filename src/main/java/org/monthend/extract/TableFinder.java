package org.monthend.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.monthend.calendar.MonthWords;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.HeaderWords.Names;
import org.monthend.extract.SheetTop.HeaderTiers;
import org.monthend.extract.Table.Extent;
import org.monthend.extract.Table.PassOver;
import org.monthend.extract.TableSearch.Found;
import org.monthend.extract.TableSearch.Misfit;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellValue;
import org.monthend.extract.format.Format;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.SheetRow;
import org.monthend.extract.format.Visibility;
import org.monthend.extract.format.Workbook;

/** Finds the table that a layout describes by the words of its header, wherever on the sheet that stands. */
public final class TableFinder {

    /** Words that match as many cells name nothing. */
    private static final int MOST_TITLES = 10_000;

    private static final Set<String> HOLDING_FOR_ALL_ROWS = Set.of("title", "constant", "file name", "sheet name");

    private final Map<Sight, SheetTop> tops = new HashMap<>();
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
            Header header = place.header();
            return new Misfit(
                    layout.code(),
                    place.sheet().name(),
                    header.cell(),
                    place.faults(),
                    List.copyOf(header.missing()),
                    Map.copyOf(header.headings()));
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
        return HeaderFinder.some(
                sheets.stream().map(sheet -> "'" + sheet.name() + "'").toList());
    }

    private Place look(Layout layout, SheetInfo sheet) throws IOException {
        return layout.parts("table").isEmpty() ? lookAtTop(layout, sheet) : lookDown(layout, sheet);
    }

    /** A sheet of a million empty rows is not read anew for each layout. */
    private SheetTop topOf(SheetInfo sheet, HeaderTiers tiers) throws IOException {
        Sight sight = new Sight(sheet, tiers);
        SheetTop top = tops.get(sight);
        if (top == null) {
            top = SheetTop.read(workbook, sheet, tiers);
            tops.put(sight, top);
        }
        return top;
    }

    /** The first header of the sheet's top; of those that lack something the one that has most. */
    private Place lookAtTop(Layout layout, SheetInfo sheet) throws IOException {
        HeaderFinder headers = new HeaderFinder(layout);
        SheetTop top = topOf(sheet, tiersOf(layout));
        Header best = Header.none();
        for (int row = 1; row <= top.lastRow() && !best.isComplete(); row++) {
            Header header = headers.headersAt(top, row).get(0);
            best = header.found() > best.found() ? header : best;
        }
        int belowTitle = best.row() == 0 ? top.lastRow() + 1 : topRow(layout, best);
        List<Cell> titles = top.cellsAbove(belowTitle).toList();
        List<String> faults = new ArrayList<>(best.faults());
        Map<Field, SourcedValue> fixed = fixedValues(layout, sheet, titles, faults);
        return new Place(sheet, best, Integer.MAX_VALUE, fixed, faults);
    }

    /** Of several tables with the same headings the one that the layout names by its number or its title. */
    private Place lookDown(Layout layout, SheetInfo sheet) throws IOException {
        LayoutPart which = layout.parts("table").get(0);
        Sighting sighting = new Sighting(layout, SheetTop.empty(workbook, sheet, tiersOf(layout), Integer.MAX_VALUE));
        workbook.rows(sheet, sighting::see);
        List<Header> tables = sighting.tables;
        List<String> faults = new ArrayList<>();
        Optional<Header> found = which.where().equals("title")
                ? beneathTitle(layout, sighting, which.words(), faults)
                : ofNumber(tables, Integer.parseInt(which.words().strip()), faults);
        Header header = found.orElse(sighting.nearest);
        if (tables.isEmpty()) {
            faults.clear();
            faults.addAll(header.faults());
        }
        int next = tables.stream()
                .filter(other -> other.row() > header.row() && other.sharesColumnsWith(header))
                .mapToInt(other -> topRow(layout, other))
                .min()
                .orElse(Integer.MAX_VALUE);
        Map<Field, SourcedValue> fixed = fixedValues(layout, sheet, titlesOf(layout, header, sighting), faults);
        return new Place(sheet, header, next, fixed, faults);
    }

    private static Optional<Header> ofNumber(List<Header> tables, int number, List<String> faults) {
        if (number > tables.size()) {
            faults.add("there is no table %d with these headings, only %d".formatted(number, tables.size()));
            return Optional.empty();
        }
        return Optional.of(tables.get(number - 1));
    }

    /** The first table beneath the title, of several side by side the one over which it stands. */
    private static Optional<Header> beneathTitle(Layout layout, Sighting sighting, String words, List<String> faults) {
        HeaderWords title = HeaderWords.of(words);
        List<Cell> titles = sighting.titles.stream()
                .filter(cell -> title.matches(CellWords.of(cell.value())))
                .toList();
        if (titles.size() != 1) {
            faults.add(
                    titles.isEmpty()
                            ? "no title says '" + words + "'"
                            : "the title '%s' stands in several cells: %s"
                                    .formatted(
                                            words,
                                            HeaderFinder.some(titles.stream()
                                                    .map(Cell::address)
                                                    .toList())));
            return Optional.empty();
        }
        Cell cell = titles.get(0);
        Optional<Header> found = sighting.tables.stream()
                .filter(header -> topRow(layout, header) > cell.row()
                        && header.firstColumn() <= cell.column()
                        && cell.column() <= header.lastColumn())
                .findFirst();
        if (found.isEmpty()) {
            faults.add("no table with these headings stands beneath the title in " + cell.address());
        }
        return found;
    }

    /** The titles between a table and the one above it, over its own columns if there are any; else the sheet's. */
    private static List<Cell> titlesOf(Layout layout, Header header, Sighting sighting) {
        int above = sighting.tables.stream()
                .filter(other -> other.row() < header.row() && other.sharesColumnsWith(header))
                .mapToInt(Header::row)
                .max()
                .orElse(0);
        int sheetTop = sighting.tables.stream().mapToInt(Header::row).min().orElse(Integer.MAX_VALUE);
        List<Cell> between = sighting.titles.stream()
                .filter(cell -> cell.row() > above && cell.row() < topRow(layout, header))
                .toList();
        List<Cell> own = between.stream()
                .filter(cell -> cell.column() >= header.firstColumn() && cell.column() <= header.lastColumn())
                .toList();
        if (!own.isEmpty()) {
            return own;
        }
        return between.isEmpty()
                ? sighting.titles.stream().filter(cell -> cell.row() < sheetTop).toList()
                : between;
    }

    private static HeaderTiers tiersOf(Layout layout) {
        return layout.parts("header tiers").stream()
                .findFirst()
                .map(part -> new HeaderTiers(
                        Integer.parseInt(part.words().strip()), part.where().equals("reach right")))
                .orElse(new HeaderTiers(1, false));
    }

    private static int topRow(Layout layout, Header header) {
        return header.row() - tiersOf(layout).number() + 1;
    }

    private Table table(Layout layout, Place place) throws IOException {
        Header header = place.header();
        Notes notes = notes(layout, place);
        List<PassOver> passOver = new ArrayList<>(header.passOver());
        layout.parts("pass over").stream()
                .filter(part -> part.where().isEmpty())
                .forEach(part -> passOver.add(new PassOver(Optional.empty(), part.words())));
        return new Table(
                layout.code(),
                subjectOf(layout),
                place.sheet(),
                header.row(),
                Map.copyOf(header.columns()),
                header.groups(),
                place.fixed(),
                new Extent(header.firstColumn(), header.lastColumn(), place.nextTable(), notes.fromRow()),
                List.copyOf(passOver),
                notes.byMark(),
                unitsOf(layout),
                Map.copyOf(header.headings()));
    }

    private Map<Field, SourcedValue> fixedValues(
            Layout layout, SheetInfo sheet, List<Cell> titles, List<String> faults) {
        MonthWriting months = MonthWriting.of(layout);
        Map<Field, SourcedValue> fixed = new EnumMap<>(Field.class);
        for (LayoutPart part : layout.parts()) {
            Optional<Field> field = Field.of(part.part());
            if (field.isEmpty() || !HOLDING_FOR_ALL_ROWS.contains(part.where())) {
                continue;
            }
            HeaderWords words = HeaderWords.of(part.words());
            Map<Object, SourcedValue> said = switch (part.where()) {
                case "sheet name" -> said(field.get(), words, List.of(text(sheet.name(), "")), months);
                case "file name" -> said(field.get(), words, List.of(text(fileName, "")), months);
                case "title" ->
                    said(
                            field.get(),
                            words,
                            titles.stream()
                                    .map(cell -> new SourcedValue(cell.value(), cell.address()))
                                    .toList(),
                            months);
                default -> Map.of();
            };
            if (part.where().equals("constant")) {
                fixed.put(field.get(), text(part.words(), ""));
            } else if (said.isEmpty()) {
                faults.add("the " + part.where() + " does not say '" + part.words() + "'");
            } else if (said.size() > 1) {
                faults.add("the title names several %s: "
                                .formatted(
                                        field.get() == Field.MONTH
                                                ? "months"
                                                : field.get().word() + "s")
                        + HeaderFinder.some(said.values().stream()
                                .map(each -> "'" + CellWords.of(each.value()) + "' in " + each.cell())
                                .sorted()
                                .toList()));
            } else {
                fixed.put(field.get(), said.values().iterator().next());
            }
        }
        return fixed;
    }

    /** What the texts name where the words have a placeholder, each thing once; a month that cannot be read is none. */
    private static Map<Object, SourcedValue> said(
            Field field, HeaderWords words, List<SourcedValue> texts, MonthWriting months) {
        Map<Object, SourcedValue> said = new LinkedHashMap<>();
        for (SourcedValue text : texts) {
            words.namedIn(CellWords.of(text.value())).ifPresent(named -> {
                if (field == Field.MONTH) {
                    month(named, months).ifPresent(month -> said.putIfAbsent(month.month(), month.said(text.cell())));
                } else {
                    Optional.ofNullable(named.get(Names.valueOf(field.name())))
                            .ifPresent(name -> said.putIfAbsent(FoldedName.of(name), text(name.strip(), text.cell())));
                }
            });
        }
        return said;
    }

    private static Optional<SaidMonth> month(Map<Names, String> named, MonthWriting months) {
        String month = named.getOrDefault(Names.MONTH, "");
        String year = named.getOrDefault(Names.YEAR, "");
        String name = named.getOrDefault(Names.MONTH_NAME, "");
        if (!name.isEmpty() || month.isEmpty() && year.isEmpty()) {
            return MonthWords.read(name, year).map(read -> new SaidMonth(read, read.label()));
        }
        return month.isEmpty()
                ? months.year(year).map(read -> new SaidMonth(read, read.label()))
                : months.month(month)
                        .map(read -> new SaidMonth(
                                read,
                                MonthWords.read(month)
                                        .filter(read::equals)
                                        .map(same -> month)
                                        .orElse(read.label())));
    }

    private Notes notes(Layout layout, Place place) throws IOException {
        List<LayoutPart> parts = layout.parts("notes");
        if (parts.isEmpty()) {
            return new Notes(Integer.MAX_VALUE, Map.of());
        }
        HeaderWords begin = HeaderWords.of(parts.get(0).words());
        Header header = place.header();
        int firstColumn = header.firstOwnColumn();
        Map<String, String> byMark = new LinkedHashMap<>();
        int[] from = {Integer.MAX_VALUE};
        workbook.rows(place.sheet(), row -> {
            if (from[0] < place.nextTable() && row.number() >= place.nextTable()) {
                return false;
            }
            if (row.number() > header.row()) {
                Stream.of(1, header.firstColumn())
                        .distinct()
                        .flatMap(left -> firstCell(row, left, firstColumn).stream())
                        .forEach(cell -> readNote(cell, begin, from, byMark));
            }
            return true;
        });
        return new Notes(from[0], byMark);
    }

    /** The first cell that is not blank, of the sheet or the table, unless it stands right of the table's first column. */
    private static Optional<Cell> firstCell(SheetRow row, int from, int firstColumn) {
        return row.cells().stream()
                .filter(cell -> cell.column() >= from && !CellWords.isBlank(cell.value()))
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
        return new SourcedValue(new CellValue.Text(words), cell);
    }

    /** A month and the words that say so. */
    private record SaidMonth(ReportingMonth month, String words) {

        SourcedValue said(String cell) {
            return text(words, cell);
        }
    }

    /** What came of looking for the table on one sheet. */
    private record Place(
            SheetInfo sheet, Header header, int nextTable, Map<Field, SourcedValue> fixed, List<String> faults) {}

    private record Notes(int fromRow, Map<String, String> byMark) {}

    /** What is seen of a sheet on the way down: its headers and titles, and no row for longer than it takes. */
    private static final class Sighting {

        private final List<Header> tables = new ArrayList<>();
        private final List<Cell> titles = new ArrayList<>();
        private final HeaderFinder headers;
        private final List<HeaderWords> titleWords;
        private final SheetTop window;
        private Header nearest = Header.none();

        Sighting(Layout layout, SheetTop window) {
            this.headers = new HeaderFinder(layout);
            this.titleWords = layout.parts().stream()
                    .filter(part -> part.where().equals("title"))
                    .map(part -> HeaderWords.of(part.words()))
                    .toList();
            this.window = window;
        }

        boolean see(SheetRow row) {
            window.add(row);
            window.keepFrom(row.number());
            for (Cell cell : row.cells()) {
                if (titles.size() < MOST_TITLES
                        && titleWords.stream().anyMatch(words -> words.matches(CellWords.of(cell.value())))) {
                    titles.add(cell);
                }
            }
            if (headers.mayEndHeader(row)) {
                headers.headersAt(window, row.number()).forEach(this::see);
            }
            return true;
        }

        /** Headings that are merged downwards make a header of two rows, one beneath the other, but no two tables. */
        private void see(Header header) {
            if (header.found() > nearest.found()) {
                nearest = header;
            }
            boolean seen = tables.stream().anyMatch(other -> other.headings().equals(header.headings()));
            if (header.isComplete() && !seen) {
                tables.add(header);
            }
        }
    }

    /** What the top of a sheet was read for. */
    private record Sight(SheetInfo sheet, HeaderTiers tiers) {}
}
