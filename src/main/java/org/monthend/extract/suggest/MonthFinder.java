package org.monthend.extract.suggest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.monthend.calendar.MonthWords;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.CellWords;
import org.monthend.extract.Field;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellValue;

/** Finds where a table says its month: across, in a column, in a title, in the sheet's name or in the file's. */
final class MonthFinder {

    /** A title longer than this is cut: only its month matters. */
    private static final int LONGEST_TITLE = 100;

    private final SheetLook look;
    private final Block block;
    private final List<Profile> columns;
    private final String fileName;
    private final List<String> notUnderstood;

    MonthFinder(SheetLook look, Block block, List<Profile> columns, String fileName, List<String> notUnderstood) {
        this.look = look;
        this.block = block;
        this.columns = columns;
        this.fileName = fileName;
        this.notUnderstood = notUnderstood;
    }

    /** The likeliest place, with the others as alternatives; empty when no month is named anywhere. */
    Optional<MonthPlace> find() {
        List<MonthPlace> places = new ArrayList<>();
        across().ifPresent(places::add);
        inColumn().ifPresent(places::add);
        inTitle().ifPresent(places::add);
        inName("sheet name", look.sheet().name()).ifPresent(places::add);
        inName("file name", fileName).ifPresent(places::add);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        MonthPlace first = places.get(0);
        List<String> others = new ArrayList<>(first.part().alternatives());
        places.stream()
                .skip(1)
                .filter(other -> !first.isAcross() && !other.latest().equals(first.latest()))
                .map(other -> "%s '%s' says %s"
                        .formatted(
                                other.part().part().where(),
                                other.part().part().words(),
                                other.latest().map(ReportingMonth::label).orElse("no month")))
                .forEach(others::add);
        return Optional.of(first.with(others));
    }

    /** Columns of figures under different months and otherwise the same headings. */
    private Optional<MonthPlace> across() {
        Map<String, Map<Integer, ReportingMonth>> alike = new LinkedHashMap<>();
        for (Profile column : columns) {
            if (!block.figureColumns().contains(column.column()) && !column.isBlank()) {
                continue;
            }
            monthOver(column)
                    .ifPresent(month -> alike.computeIfAbsent(column.words(), words -> new LinkedHashMap<>())
                            .put(column.column(), month));
        }
        Map<String, Map<Integer, ReportingMonth>> several = new LinkedHashMap<>();
        alike.forEach((words, months) -> {
            boolean each = distinct(months.values()) == months.size();
            if (each && (months.size() > 1 || words.equals(LayoutWords.MONTH))) {
                several.put(words, months);
            }
        });
        if (several.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(figures(several).orElseGet(() -> {
            Map.Entry<String, Map<Integer, ReportingMonth>> chosen = several.entrySet().stream()
                    .max(Comparator.comparingInt((Map.Entry<String, Map<Integer, ReportingMonth>> entry) ->
                            entry.getValue().size()))
                    .orElseThrow();
            several.keySet().stream()
                    .filter(words -> !words.equals(chosen.getKey()))
                    .forEach(words -> notUnderstood.add(
                            "The headings '%s' stand under each month beside '%s'; which figure they are is not said by a usual word."
                                    .formatted(words, chosen.getKey())));
            return across(Field.MONTH.word(), chosen.getKey(), chosen.getValue());
        }));
    }

    /** Several figures under each month, each with a usual word of its own. */
    private Optional<MonthPlace> figures(Map<String, Map<Integer, ReportingMonth>> several) {
        Map<Field, MonthPlace> places = new EnumMap<>(Field.class);
        several.forEach((words, months) -> UsualWords.figureOf(
                        words.replace(LayoutWords.MONTH, "").replace(" > ", " "))
                .ifPresent(field -> places.putIfAbsent(field, across(field.word(), words, months))));
        if (several.size() < 2 || places.size() != several.size()) {
            return Optional.empty();
        }
        List<SuggestedPart> parts = new ArrayList<>();
        Set<Integer> all = new TreeSet<>();
        places.values().forEach(place -> {
            parts.add(place.part());
            all.addAll(place.columns());
        });
        return Optional.of(
                new MonthPlace(parts, places.values().iterator().next().latest(), all));
    }

    private MonthPlace across(String part, String words, Map<Integer, ReportingMonth> months) {
        Profile first = profile(months.keySet().iterator().next());
        boolean several = months.size() > 1;
        ReportingMonth latest =
                months.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        ReportingMonth earliest =
                months.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        boolean certain = several && part.equals(Field.MONTH.word());
        return new MonthPlace(
                one(
                        new LayoutPart(part, "across", words, ""),
                        several ? first.headingCell() + " and right of it" : first.headingCell(),
                        certain ? Confidence.CERTAIN : Confidence.LIKELY,
                        several
                                ? "%d columns of figures are headed by the months %s to %s"
                                        .formatted(months.size(), earliest.label(), latest.label())
                                : "one column of figures is headed by a month, " + latest.label(),
                        List.of()),
                Optional.of(latest),
                Set.copyOf(months.keySet()));
    }

    private static List<SuggestedPart> one(
            LayoutPart part, String cell, Confidence confidence, String reason, List<String> alternatives) {
        return List.of(new SuggestedPart(part, cell, confidence, reason, alternatives));
    }

    private static Optional<ReportingMonth> monthOver(Profile column) {
        return column.path().stream()
                .map(MonthFinder::monthOf)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ReportingMonth> monthOf(Cell cell) {
        if (cell.value() instanceof CellValue.Date date) {
            return MonthWords.of(date.day());
        }
        if (cell.value() instanceof CellValue.Moment moment) {
            return MonthWords.of(moment.at().toLocalDate());
        }
        List<MonthSaid> said = MonthSaid.in(CellKind.words(cell));
        return said.size() == 1 ? Optional.of(said.get(0).month()) : Optional.empty();
    }

    private Optional<MonthPlace> inColumn() {
        List<Profile> months = columns.stream()
                .filter(column -> column.hasHeading() && column.isMonths())
                .sorted(Comparator.comparing(MonthFinder::fit).reversed())
                .toList();
        return months.stream().findFirst().map(column -> {
            List<ReportingMonth> read = column.cells().stream()
                    .map(MonthFinder::monthOf)
                    .flatMap(Optional::stream)
                    .toList();
            boolean all = read.size() == column.cells().size() && fit(column) != UsualWords.Fit.NONE;
            return new MonthPlace(
                    one(
                            part("column", column.words()),
                            column.headingCell(),
                            all ? Confidence.CERTAIN : Confidence.LIKELY,
                            "%d of %d cells of column %s are months or dates"
                                    .formatted(read.size(), column.cells().size(), column.letters()),
                            months.stream().skip(1).map(Profile::named).toList()),
                    read.stream().max(Comparator.naturalOrder()),
                    Set.of(column.column()));
        });
    }

    private static UsualWords.Fit fit(Profile column) {
        return UsualWords.fit(column, Field.MONTH, UsualWords.of(Field.MONTH));
    }

    private Optional<MonthPlace> inTitle() {
        List<Title> titles = new ArrayList<>();
        look.rows()
                .headMap(block.topTier())
                .values()
                .forEach(row -> row.values().forEach(cell -> {
                    if (cell.value() instanceof CellValue.Date || cell.value() instanceof CellValue.Moment) {
                        monthOf(cell).ifPresent(month -> titles.add(new Title(cell, month, LayoutWords.MONTH)));
                    } else if (cell.value() instanceof CellValue.Text) {
                        String text = CellKind.words(cell);
                        MonthSaid.in(text)
                                .forEach(said -> titles.add(new Title(cell, said.month(), words(text, said))));
                    }
                }));
        if (titles.isEmpty()) {
            return Optional.empty();
        }
        Set<ReportingMonth> different =
                titles.stream().map(Title::month).collect(Collectors.toCollection(TreeSet::new));
        Title chosen = different.size() == 1 ? titles.get(0) : titles.get(titles.size() - 1);
        List<String> others = titles.stream()
                .filter(title -> !title.month().equals(chosen.month()))
                .map(title ->
                        "%s in %s".formatted(title.month().label(), title.cell().address()))
                .distinct()
                .limit(5)
                .toList();
        return Optional.of(new MonthPlace(
                one(
                        part("title", chosen.words()),
                        chosen.cell().address(),
                        others.isEmpty() ? Confidence.CERTAIN : Confidence.GUESS,
                        "'%s' above the table names %s%s"
                                .formatted(
                                        CellWords.quoted(CellKind.words(chosen.cell())),
                                        chosen.month().longLabel(),
                                        others.isEmpty() ? "" : "; the titles name other months as well"),
                        others),
                Optional.of(chosen.month()),
                Set.of()));
    }

    private static String words(String text, MonthSaid said) {
        return text.length() <= LONGEST_TITLE ? LayoutWords.withMonth(text, said) : LayoutWords.ofName(text, said);
    }

    private Optional<MonthPlace> inName(String where, String name) {
        List<MonthSaid> said = MonthSaid.in(name);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        MonthSaid chosen = said.get(said.size() - 1);
        return Optional.of(new MonthPlace(
                one(
                        part(where, LayoutWords.ofName(name, chosen)),
                        "",
                        said.size() == 1 ? Confidence.LIKELY : Confidence.GUESS,
                        "the %s '%s' names %s"
                                .formatted(
                                        where,
                                        CellWords.quoted(name),
                                        chosen.month().longLabel()),
                        said.stream()
                                .limit(said.size() - 1L)
                                .map(other -> other.month().label() + " in the same name")
                                .toList()),
                Optional.of(chosen.month()),
                Set.of()));
    }

    private static LayoutPart part(String where, String words) {
        return new LayoutPart(Field.MONTH.word(), where, words, "");
    }

    private static int distinct(Collection<ReportingMonth> months) {
        return Set.copyOf(months).size();
    }

    private Profile profile(int column) {
        return columns.stream()
                .filter(each -> each.column() == column)
                .findFirst()
                .orElseThrow();
    }

    private record Title(Cell cell, ReportingMonth month, String words) {}
}
