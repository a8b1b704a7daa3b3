package org.monthend.extract.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.monthend.calendar.MonthWords;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Layout;
import org.monthend.extract.CellWords;
import org.monthend.extract.ExtractedRow;
import org.monthend.extract.Field;
import org.monthend.extract.SourcedValue;
import org.monthend.extract.TableFinder;
import org.monthend.extract.TableReader;
import org.monthend.extract.TableSearch;
import org.monthend.extract.format.CellValue;
import org.monthend.extract.format.Workbook;

/** Reads a workbook by a proposed layout, and counts what a load would meet. */
final class TrialReading {

    private static final int ROWS_SHOWN = 5;
    private static final int NAMES_SHOWN = 3;

    /** Names kept apart; a file that has more of them is told so. */
    private static final int MOST_NAMES = 10_000;

    private static final Set<Field> NO_FIGURES = EnumSet.of(
            Field.MEASURE,
            Field.ORGANISATION,
            Field.MONTH,
            Field.SCHEME,
            Field.CATEGORY,
            Field.LINE,
            Field.PROJECT,
            Field.COMMENT,
            Field.NARRATIVE);

    private final KnownRecords known;
    private final Layout layout;
    private final Set<String> leads = new LinkedHashSet<>();
    private final Set<String> organisations = new LinkedHashSet<>();
    private final Set<ReportingMonth> months = new TreeSet<>();
    private final List<String> firstRows = new ArrayList<>();
    private int rows;
    private int figures;
    private int unreadMonths;

    private TrialReading(KnownRecords known, Layout layout) {
        this.known = known;
        this.layout = layout;
    }

    static Trial of(Workbook workbook, String fileName, Layout layout, Field lead, KnownRecords known)
            throws IOException {
        TableSearch search = new TableFinder(workbook, fileName).find(layout);
        if (search instanceof TableSearch.Misfit misfit) {
            return new Trial.Misfits(misfit.sentences());
        }
        TrialReading reading = new TrialReading(known, layout);
        TableReader.Tally tally = TableReader.read(
                workbook, ((TableSearch.Found) search).table(), layout, row -> reading.take(row, lead));
        return new Trial.Read(
                reading.rows, tally.passedOver(), reading.figures, reading.names(lead), List.copyOf(reading.firstRows));
    }

    private void take(ExtractedRow row, Field lead) {
        rows++;
        row.value(lead).map(TrialReading::words).ifPresent(name -> keep(leads, name));
        row.value(Field.ORGANISATION).map(TrialReading::words).ifPresent(name -> keep(organisations, name));
        Optional<ReportingMonth> month = row.value(Field.MONTH).flatMap(TrialReading::month);
        month.ifPresent(months::add);
        unreadMonths += row.value(Field.MONTH).isPresent() && month.isEmpty() ? 1 : 0;
        figures += (int) row.values().entrySet().stream()
                .filter(entry -> !NO_FIGURES.contains(entry.getKey()))
                .filter(entry -> CellKind.of(entry.getValue().value()) == CellKind.FIGURE
                        || CellKind.of(entry.getValue().value()) == CellKind.YEAR)
                .count();
        if (firstRows.size() < ROWS_SHOWN) {
            firstRows.add("row %d: %s"
                    .formatted(
                            row.row(),
                            row.values().entrySet().stream()
                                    .map(entry ->
                                            entry.getKey().word() + " " + CellWords.quoted(words(entry.getValue())))
                                    .collect(Collectors.joining(" | "))));
        }
    }

    private static void keep(Set<String> names, String name) {
        if (names.size() < MOST_NAMES) {
            names.add(name);
        }
    }

    private static String words(SourcedValue source) {
        return CellWords.of(source.value()).strip();
    }

    private static Optional<ReportingMonth> month(SourcedValue source) {
        if (source.value() instanceof CellValue.Date date) {
            return MonthWords.of(date.day());
        }
        if (source.value() instanceof CellValue.Moment moment) {
            return MonthWords.of(moment.at().toLocalDate());
        }
        return MonthWords.read(words(source));
    }

    private List<String> names(Field lead) {
        List<String> sentences = new ArrayList<>();
        switch (lead) {
            case MEASURE -> sentences.add(matched(leads, known.measures(), "measures"));
            case LINE -> sentences.add(matched(leads, known.lines(), "finance lines"));
            case PROJECT -> sentences.add(matched(leads, known.projects(), "projects"));
            default ->
                layout.parts(Field.SCHEME.word()).stream()
                        .map(part -> Optional.ofNullable(known.schemes().get(part.words())))
                        .flatMap(Optional::stream)
                        .forEach(members -> sentences.add(matched(leads, members, "categories")));
        }
        if (!organisations.isEmpty()) {
            sentences.add(matched(organisations, known.organisations(), "organisations"));
        }
        if (months.isEmpty()) {
            sentences.add("No row has a month that can be read.");
        } else {
            List<ReportingMonth> inOrder = List.copyOf(months);
            String first = inOrder.get(0).label();
            String last = inOrder.get(inOrder.size() - 1).label();
            sentences.add((inOrder.size() == 1 ? "The month is " + first : "The months are " + first + " to " + last)
                    + (unreadMonths == 0 ? "." : "; %,d cells hold no month.".formatted(unreadMonths)));
        }
        return sentences;
    }

    private static String matched(Set<String> names, Names known, String kind) {
        List<String> strange =
                names.stream().filter(name -> known.find(name).isEmpty()).toList();
        String some = names.size() >= MOST_NAMES ? "at least " : "";
        String matched = "%s%,d of %,d %s are in the catalogue"
                .formatted(some, names.size() - strange.size(), names.size(), kind);
        if (strange.isEmpty()) {
            return capital(matched) + ".";
        }
        String missing = strange.stream()
                .limit(NAMES_SHOWN)
                .map(name -> "'%s'%s"
                        .formatted(
                                CellWords.quoted(name),
                                known.nearest(name)
                                        .map(near -> " (nearly %s: %s)"
                                                .formatted(
                                                        near.code(),
                                                        near.likeness().reason()))
                                        .orElse("")))
                .collect(Collectors.joining(", "));
        String more = strange.size() > NAMES_SHOWN ? " and %,d more".formatted(strange.size() - NAMES_SHOWN) : "";
        return capital(matched) + "; not there: " + missing + more + ".";
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
