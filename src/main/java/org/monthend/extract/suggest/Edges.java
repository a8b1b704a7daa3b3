package org.monthend.extract.suggest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.CellWords;
import org.monthend.extract.format.Cell;

/** What stands among and beneath the rows of data and is none: totals, regions, group names, notes. */
final class Edges {

    private static final Pattern NOTES = Pattern.compile("(?:foot)?notes?(?:[:.]|\\s.*|s)?");
    private static final Pattern TOTAL = Pattern.compile(
            "(?:(?:grand|sub|system|overall)[- ]?)?totals?(?![a-z]).*|sub-?total.*|(?:national )?(?:average|mean|median)(?![a-z]).*|overall");
    private static final Set<String> WIDER = Set.of(
            "england",
            "great britain",
            "united kingdom",
            "north east",
            "north west",
            "yorkshire and the humber",
            "east midlands",
            "west midlands",
            "east of england",
            "london",
            "inner london",
            "outer london",
            "south east",
            "south west");

    private final SheetLook look;
    private final Block block;

    /** @param upTo the row at which the next table begins */
    Edges(SheetLook look, Block block, int upTo) {
        this.look = look;
        this.block = block;
        this.beneath = look.rows().subMap(block.lastRow() + 1, Math.max(block.lastRow() + 1, upTo)).values().stream()
                .map(row -> row.firstEntry().getValue())
                .toList();
    }

    private final List<Cell> beneath;

    /** The lines beneath the table. */
    List<String> lines() {
        return beneath.stream().map(CellKind::words).toList();
    }

    /** Where the notes begin; empty when nothing stands beneath the table. */
    Optional<SuggestedPart> notes(int firstColumn) {
        return beneath.stream()
                .filter(cell -> cell.column() <= firstColumn)
                .findFirst()
                .map(cell -> {
                    String words = CellKind.words(cell);
                    boolean isNotes = NOTES.matcher(FoldedName.of(words).text()).matches();
                    return new SuggestedPart(
                            new LayoutPart("notes", "", isNotes ? beginning(words) : known(words), ""),
                            cell.address(),
                            isNotes ? Confidence.CERTAIN : Confidence.LIKELY,
                            isNotes
                                    ? "'" + CellWords.quoted(words) + "' begins what stands beneath the table"
                                    : "the last row of figures is row " + block.lastRow() + "; from '"
                                            + CellWords.quoted(words) + "' on nothing is data",
                            List.of());
                });
    }

    private static String beginning(String words) {
        return words.replaceAll("(?i)^((?:foot)?notes?).*", "$1*");
    }

    /** The first words, unless a row of data begins with them as well. */
    private String known(String words) {
        String first = firstWords(words);
        String bare = FoldedName.of(first.replace("*", "")).text();
        boolean alsoData = block.dataRows().stream()
                .map(row -> look.row(row).values().stream().findFirst())
                .flatMap(Optional::stream)
                .anyMatch(cell -> FoldedName.of(CellKind.words(cell)).text().startsWith(bare));
        return alsoData ? words : first;
    }

    /** Enough to know the line by, in the words of a pattern. */
    private static String firstWords(String words) {
        String first = words.length() <= 24 ? words : words.substring(0, Math.max(12, words.lastIndexOf(' ', 24)));
        String open = first.replaceFirst("^\\*\\s*", "").strip();
        return (first.startsWith("*") ? "*" : "") + open + "*";
    }

    /**
     * Rows that are no data of their own.
     *
     * @param column the one by which a layout knows them
     */
    List<SuggestedPart> passOver(Profile column, Names known, List<String> notUnderstood) {
        Map<String, SuggestedPart> parts = new LinkedHashMap<>();
        for (int row : block.dataRows()) {
            Optional<Cell> name = nameOf(row, column);
            String folded =
                    name.map(cell -> FoldedName.of(CellKind.words(cell)).text()).orElse("");
            boolean total = TOTAL.matcher(folded).matches();
            if (name.isPresent()
                    && (total || WIDER.contains(folded))
                    && known.find(folded).isEmpty()) {
                String words = folded.startsWith("total") ? "Total*" : CellKind.words(name.get());
                parts.putIfAbsent(
                        FoldedName.of(words).text(), passOver(words, name.get(), total ? sum(row) : Optional.empty()));
            }
        }
        labels(column, parts, known, notUnderstood);
        return List.copyOf(parts.values());
    }

    private SuggestedPart passOver(String words, Cell cell, Optional<String> sum) {
        return new SuggestedPart(
                new LayoutPart("pass over", "", words, ""),
                cell.address(),
                sum.isPresent() ? Confidence.CERTAIN : Confidence.LIKELY,
                "'%s' is no row of its own%s"
                        .formatted(
                                CellWords.quoted(CellKind.words(cell)),
                                sum.map(law -> ": " + law).orElse("")),
                List.of());
    }

    /** Names of groups without figures; a layout knows a few of them by their words. */
    private void labels(Profile column, Map<String, SuggestedPart> parts, Names known, List<String> notUnderstood) {
        List<Cell> labels = new ArrayList<>();
        for (int row : block.labelRows()) {
            nameOf(row, column)
                    .filter(cell -> cell.column() == column.column())
                    .filter(cell -> known.find(CellKind.words(cell)).isEmpty())
                    .ifPresent(labels::add);
        }
        labels.stream()
                .limit(8)
                .forEach(cell -> parts.putIfAbsent(
                        FoldedName.of(CellKind.words(cell)).text(),
                        new SuggestedPart(
                                new LayoutPart("pass over", "", CellKind.words(cell), ""),
                                cell.address(),
                                Confidence.LIKELY,
                                "the row holds a name and no figure",
                                List.of())));
        if (labels.size() > 8) {
            notUnderstood.add("%d more rows hold a name and no figure, such as %s '%s'."
                    .formatted(
                            labels.size() - 8,
                            labels.get(8).address(),
                            CellWords.quoted(CellKind.words(labels.get(8)))));
        }
    }

    /** As a layout knows a row: by its name, or by its first cell where it has none. */
    private Optional<Cell> nameOf(int row, Profile column) {
        return Optional.ofNullable(look.row(row).get(column.column()))
                .or(() -> look.row(row).values().stream().findFirst());
    }

    /** In which column the row is the sum of the rows above it. */
    private Optional<String> sum(int row) {
        for (int column : block.figureColumns()) {
            Optional<Quantity> total = quantity(row, column);
            List<BigDecimal> above = block.dataRows().stream()
                    .filter(each -> each < row)
                    .map(each -> quantity(each, column))
                    .flatMap(Optional::stream)
                    .map(Quantity::value)
                    .toList();
            boolean adds = total.isPresent()
                    && above.size() > 1
                    && above.stream()
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                                    .compareTo(total.get().value())
                            == 0;
            if (adds) {
                return Optional.of("%s is the sum of the %d rows above"
                        .formatted(
                                Optional.ofNullable(look.row(row).get(column))
                                        .map(Cell::address)
                                        .orElse(""),
                                above.size()));
            }
        }
        return Optional.empty();
    }

    private Optional<Quantity> quantity(int row, int column) {
        return Optional.ofNullable(look.row(row).get(column)).flatMap(Quantity::of);
    }
}
