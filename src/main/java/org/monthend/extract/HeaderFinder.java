package org.monthend.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.HeaderWords.Names;
import org.monthend.extract.Table.ColumnGroup;
import org.monthend.extract.Table.PassOver;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellAddress;
import org.monthend.extract.format.CellValue;
import org.monthend.extract.format.SheetRow;

/** Looks for the headings of a layout in a row of a sheet. */
final class HeaderFinder {

    /** A message names no more columns than these. */
    private static final int SHOWN = 10;

    /** Headings that differ by more than this part of their letters are not called alike. */
    private static final double ALIKE = 0.5;

    private final List<Heading> headings;
    private final List<List<HeaderWords>> passedOver;
    private final List<LayoutPart> passOverByColumn;
    private final MonthWriting months;
    private final Subject subject;
    private final boolean severalTables;

    HeaderFinder(Layout layout) {
        this.headings = headings(layout);
        this.passedOver = layout.parts("pass over").stream()
                .filter(part -> part.where().equals("heading"))
                .map(part -> HeaderWords.tiers(part.words()))
                .toList();
        this.passOverByColumn = layout.parts("pass over").stream()
                .filter(part -> part.where().equals("column"))
                .toList();
        this.months = MonthWriting.of(layout);
        this.subject =
                Subject.of(layout.words("rows are", Subject.MEASURES.word())).orElseThrow();
        this.severalTables = !layout.parts("table").isEmpty();
    }

    /**
     * The headings that a layout looks for. Fields of the same words take the columns from left to right, but one column
     * may serve several measures: the number of referrals is a figure of its own, and what re-referrals are a share of.
     */
    private static List<Heading> headings(Layout layout) {
        Map<List<String>, List<LayoutPart>> alike = new LinkedHashMap<>();
        for (LayoutPart part : layout.parts()) {
            Optional<NamedField> named = NamedField.of(part.part());
            if (named.isPresent()
                    && (part.where().equals("column") || part.where().equals("across"))) {
                List<String> key =
                        List.of(FoldedName.of(part.words()).text(), named.get().measure());
                alike.computeIfAbsent(key, words -> new ArrayList<>()).add(part);
            }
        }
        return alike.values().stream().map(Heading::of).toList();
    }

    /** Whether a row on its own may be the last row of a header. */
    boolean mayEndHeader(SheetRow row) {
        return row.cells().stream()
                .filter(cell -> cell.value() instanceof CellValue.Text)
                .map(cell -> CellWords.of(cell.value()))
                .anyMatch(text -> headings.stream()
                        .filter(heading -> heading.bareColumn().isEmpty())
                        .anyMatch(heading ->
                                heading.tiers().get(heading.tiers().size() - 1).matches(text)));
    }

    /** What stands in the row: several headers where tables of the same headings stand side by side. */
    List<Header> headersAt(SheetTop top, int row) {
        SortedMap<Integer, List<Cell>> above = top.headers(row);
        above.values().removeIf(this::isPassedOver);
        Map<Heading, List<Integer>> matching = new LinkedHashMap<>();
        for (Heading heading : headings) {
            matching.put(heading, columnsOf(heading, above));
        }
        List<Integer> starts = severalTables ? starts(matching) : List.of(1);
        List<Header> headers = new ArrayList<>();
        for (int index = 0; index < starts.size(); index++) {
            int first = starts.get(index);
            int last = index + 1 < starts.size() ? starts.get(index + 1) - 1 : Integer.MAX_VALUE;
            headers.add(header(matching, above, row, first, last));
        }
        return headers;
    }

    private boolean isPassedOver(List<Cell> path) {
        return passedOver.stream()
                .anyMatch(words -> words.size() == 1
                        ? path.stream().anyMatch(cell -> words.get(0).matches(CellWords.of(cell.value())))
                        : new Heading(words, List.of()).matches(path));
    }

    private static List<Integer> columnsOf(Heading heading, SortedMap<Integer, List<Cell>> above) {
        return heading.bareColumn()
                .map(List::of)
                .orElseGet(() -> above.keySet().stream()
                        .filter(column -> heading.matches(above.getOrDefault(column, List.of())))
                        .toList());
    }

    /** The first column of each of the tables side by side, which are as many as every heading has turns. */
    private static List<Integer> starts(Map<Heading, List<Integer>> matching) {
        List<Map.Entry<Heading, List<Integer>>> once = matching.entrySet().stream()
                .filter(entry -> !entry.getKey().isAcross()
                        && entry.getKey().bareColumn().isEmpty())
                .toList();
        Set<Integer> turns = once.stream()
                .map(entry -> entry.getValue().size() % entry.getKey().parts().size() == 0
                        ? entry.getValue().size() / entry.getKey().parts().size()
                        : 0)
                .collect(Collectors.toSet());
        int tables = turns.size() == 1 ? turns.iterator().next() : 0;
        if (tables < 2) {
            return List.of(1);
        }
        List<Integer> starts = new ArrayList<>(List.of(1));
        int lastOfTable = 0;
        for (int table = 0; table < tables; table++) {
            List<Integer> columns = new ArrayList<>();
            for (Map.Entry<Heading, List<Integer>> entry : once) {
                int fields = entry.getKey().parts().size();
                columns.addAll(entry.getValue().subList(table * fields, (table + 1) * fields));
            }
            if (Collections.min(columns) <= lastOfTable) {
                return List.of(1);
            }
            lastOfTable = Collections.max(columns);
            if (table > 0) {
                starts.add(Collections.min(columns));
            }
        }
        return starts;
    }

    private Header header(
            Map<Heading, List<Integer>> matching,
            SortedMap<Integer, List<Cell>> above,
            int row,
            int firstColumn,
            int lastColumn) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        Groups groups = new Groups(subject);
        List<String> faults = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Map<String, String> found = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Map.Entry<Heading, List<Integer>> entry : matching.entrySet()) {
            Heading heading = entry.getKey();
            List<Integer> own = entry.getValue().stream()
                    .filter(column -> column >= firstColumn && column <= lastColumn)
                    .toList();
            taken.addAll(own);
            if (heading.bareColumn().isPresent()) {
                takeBare(heading, above, columns, faults);
                continue;
            }
            if (own.isEmpty()) {
                missing.add(heading.words());
                continue;
            }
            found.put(heading.words(), lastCell(above, own.get(0)).address());
            if (heading.isAcross() && (own.size() == 1 || !heading.namesItself())) {
                own.forEach(
                        column -> groups.take(heading, column, above.getOrDefault(column, List.of()), months, faults));
            } else if (own.size() == heading.parts().size()) {
                for (int index = 0; index < own.size(); index++) {
                    take(heading, index, own.get(index), columns, groups);
                }
            } else {
                faults.add("the heading '%s' stands in %s: %s"
                        .formatted(
                                heading.words(),
                                own.size() == 1 ? "one column only" : "several columns",
                                some(own.stream()
                                        .map(CellAddress::columnLetters)
                                        .toList())));
            }
        }
        List<PassOver> passOver = passOver(above, firstColumn, lastColumn, missing);
        int looked = found.size();
        SortedMap<Integer, List<Cell>> rest = rest(above, taken, firstColumn, lastColumn);
        if (looked > 0) {
            faults.addAll(doubtful(rest));
        }
        missing.forEach(words ->
                faults.add("the heading '" + words + "' is missing" + (looked > 0 ? nearest(words, rest) : "")));
        return new Header(
                row, firstColumn, lastColumn, looked, columns, groups.all(), passOver, found, missing, faults);
    }

    private static SortedMap<Integer, List<Cell>> rest(
            SortedMap<Integer, List<Cell>> above, Set<Integer> taken, int firstColumn, int lastColumn) {
        SortedMap<Integer, List<Cell>> rest = new TreeMap<>(above);
        rest.keySet().removeIf(column -> taken.contains(column) || column < firstColumn || column > lastColumn);
        rest.values().removeIf(List::isEmpty);
        return rest;
    }

    private static void takeBare(
            Heading heading, SortedMap<Integer, List<Cell>> above, Map<Field, Integer> columns, List<String> faults) {
        int column = heading.bareColumn().orElseThrow();
        columns.put(heading.field(0).field(), column);
        List<Cell> path = above.getOrDefault(column, List.of());
        if (!path.isEmpty()) {
            faults.add("column %s has the heading '%s' in %s, though the layout says that it has none"
                    .formatted(
                            CellAddress.columnLetters(column),
                            CellWords.quoted(
                                    CellWords.of(path.get(path.size() - 1).value())),
                            path.get(path.size() - 1).address()));
        }
    }

    private void take(Heading heading, int index, int column, Map<Field, Integer> columns, Groups groups) {
        NamedField named = heading.field(index);
        if (named.measure().isEmpty()) {
            columns.put(named.field(), column);
        } else {
            groups.take(named, heading.unit(index), column, new EnumMap<>(Field.class), months);
        }
    }

    private static Cell lastCell(SortedMap<Integer, List<Cell>> above, int column) {
        List<Cell> path = above.getOrDefault(column, List.of());
        return path.get(path.size() - 1);
    }

    private List<PassOver> passOver(
            SortedMap<Integer, List<Cell>> above, int firstColumn, int lastColumn, List<String> missing) {
        List<PassOver> passOver = new ArrayList<>();
        for (LayoutPart part : passOverByColumn) {
            String[] words = part.words().split("\\s+=\\s+", 2);
            Heading heading = Heading.of(List.of(new LayoutPart(part.part(), part.where(), words[0], "")));
            Optional<Integer> column = columnsOf(heading, above).stream()
                    .filter(each -> each >= firstColumn && each <= lastColumn)
                    .findFirst();
            if (column.isPresent()) {
                passOver.add(new PassOver(column, words[words.length - 1]));
            } else {
                missing.add(words[0]);
            }
        }
        return passOver;
    }

    /** A month that stands across and cannot be read would be missed in silence. */
    private List<String> doubtful(SortedMap<Integer, List<Cell>> rest) {
        return rest.values().stream()
                .flatMap(path -> headings.stream()
                        .filter(Heading::isAcross)
                        .flatMap(heading -> heading.doubtful(path).stream())
                        .limit(1))
                .map(source -> "the heading '%s' in %s may be a month, but cannot be read for certain"
                        .formatted(CellWords.quoted(CellWords.of(source.value())), source.cell()))
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    /** The heading that is likest, of those that nothing was found in. */
    private static String nearest(String words, SortedMap<Integer, List<Cell>> rest) {
        String wanted = FoldedName.of(words).text();
        return rest.values().stream()
                .filter(path -> distance(wanted, joined(path)) <= ALIKE * wanted.length())
                .min(Comparator.comparingInt(path -> distance(wanted, joined(path))))
                .map(path -> "; nearest to it is '%s' in %s"
                        .formatted(
                                CellWords.quoted(path.stream()
                                        .map(cell -> CellWords.of(cell.value()).strip())
                                        .collect(Collectors.joining(" > "))),
                                path.get(path.size() - 1).address()))
                .orElse("");
    }

    private static String joined(List<Cell> path) {
        return FoldedName.of(
                        path.stream().map(cell -> CellWords.of(cell.value())).collect(Collectors.joining(" > ")))
                .text();
    }

    /** How many letters have to be changed, put in or left out (Levenshtein). */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > ALIKE * one.length()) {
            return Integer.MAX_VALUE;
        }
        int[] before = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[other.length() + 1];
            now[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = before[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(changed, Math.min(before[column], now[column - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }

    static String some(List<String> all) {
        String more = all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "";
        return String.join(", ", all.subList(0, Math.min(all.size(), SHOWN))) + more;
    }

    /** The columns across, gathered by what they are about. */
    private static final class Groups {

        private final Map<Map<Field, String>, ColumnGroup> groups = new LinkedHashMap<>();
        private final Subject subject;

        Groups(Subject subject) {
            this.subject = subject;
        }

        void take(Heading heading, int column, List<Cell> path, MonthWriting months, List<String> faults) {
            NamedField named = heading.field(0);
            Map<Field, SourcedValue> says = says(heading.named(path).orElseThrow(), months);
            if (heading.namesItself()) {
                Cell last = path.get(path.size() - 1);
                says.put(named.field(), new SourcedValue(last.value(), last.address()));
            }
            Optional<Integer> other = take(named, heading.unit(0), column, says, months);
            other.ifPresent(each -> faults.add("the heading '%s' stands in several columns about the same: %s, %s"
                    .formatted(heading.words(), CellAddress.columnLetters(each), CellAddress.columnLetters(column))));
        }

        /** Adds the column; the one that was there already, if it is about the same. */
        Optional<Integer> take(
                NamedField named, String unit, int column, Map<Field, SourcedValue> says, MonthWriting months) {
            if (!named.measure().isEmpty()) {
                says.put(Field.MEASURE, new SourcedValue(new CellValue.Text(named.measure()), ""));
            }
            Map<Field, String> about = new EnumMap<>(Field.class);
            says.forEach((field, source) -> about.put(field, folded(field, CellWords.of(source.value()), months)));
            ColumnGroup group = groups.computeIfAbsent(
                    about, each -> new ColumnGroup(says, new EnumMap<>(Field.class), new EnumMap<>(Field.class)));
            Field figure = named.field().isFigure() ? named.field() : figureAcross(unit);
            if (!unit.isEmpty()) {
                group.units().put(figure, unit);
            }
            return Optional.ofNullable(group.columns().putIfAbsent(figure, column));
        }

        /** Which figure stands beneath a heading that names only what it is about. */
        private Field figureAcross(String unit) {
            return switch (subject) {
                case AUDIT_OPINIONS -> Field.COUNT;
                case DISTRIBUTION -> unit.isEmpty() ? Field.COUNT : Field.SHARE;
                default -> Field.VALUE;
            };
        }

        /** Dec-15 and December 2015 are about the same. */
        private static String folded(Field field, String words, MonthWriting months) {
            Optional<String> month =
                    field == Field.MONTH ? months.month(words).map(ReportingMonth::toString) : Optional.empty();
            return month.orElse(FoldedName.of(words).text());
        }

        List<ColumnGroup> all() {
            return List.copyOf(groups.values());
        }

        private static Map<Field, SourcedValue> says(Map<Names, SourcedValue> named, MonthWriting months) {
            Map<Field, SourcedValue> says = new EnumMap<>(Field.class);
            named.forEach((what, source) -> {
                switch (what) {
                    case MONTH, MONTH_NAME -> says.put(Field.MONTH, source);
                    case MEASURE -> says.put(Field.MEASURE, source);
                    case ORGANISATION -> says.put(Field.ORGANISATION, source);
                    case CATEGORY -> says.put(Field.CATEGORY, source);
                    case QUARTER -> says.put(Field.QUARTER, quarter(source, named.get(Names.FISCAL_YEAR)));
                    case FISCAL_YEAR -> {}
                    case YEAR -> {
                        if (!named.containsKey(Names.MONTH_NAME)) {
                            says.put(Field.MONTH, source);
                        }
                    }
                }
            });
            Optional.ofNullable(says.get(Field.MONTH))
                    .ifPresent(month -> says.put(
                            Field.MONTH,
                            months.plain(
                                    month,
                                    Optional.ofNullable(named.get(Names.YEAR))
                                            .filter(year -> named.containsKey(Names.MONTH_NAME)))));
            return says;
        }

        /** The tier of the year is merged over its quarters, so the place is the cell that tells them apart. */
        private static SourcedValue quarter(SourcedValue number, @Nullable SourcedValue year) {
            String words = (year == null ? "" : CellWords.of(year.value())) + " " + CellWords.of(number.value());
            return new SourcedValue(new CellValue.Text(FoldedName.of(words).text()), number.cell());
        }
    }
}
