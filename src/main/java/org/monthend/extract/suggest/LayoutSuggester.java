package org.monthend.extract.suggest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.format.Format;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.UnreadableWorkbook;
import org.monthend.extract.format.Visibility;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;

/**
 * Proposes layouts for a workbook that the catalogue does not know. It reads the visible sheets only, decides nothing
 * that is ambiguous without saying so, and tries each layout on the file that it was made from.
 */
public final class LayoutSuggester {

    /** Sheets looked at; a workbook with more of them is no return. */
    private static final int SHEETS = 100;

    private final KnownRecords known;
    private final ReadLimits limits;

    public LayoutSuggester(Catalogue catalogue, ReadLimits limits) {
        this.known = new KnownRecords(catalogue);
        this.limits = limits;
    }

    /**
     * What is proposed for a file.
     *
     * @throws UnreadableWorkbook when the file is no workbook that can be read
     * @throws IOException when the disk fails
     */
    public Suggestion suggest(Path file) throws IOException {
        String fileName = String.valueOf(file.getFileName());
        List<Found> found = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        String format;
        try (Workbook workbook = Workbooks.open(file, limits)) {
            format = workbook.format().label();
            List<SheetInfo> visible = workbook.sheets().stream()
                    .filter(sheet -> sheet.visibility() == Visibility.VISIBLE)
                    .toList();
            hidden(workbook).ifPresent(passedOver::add);
            if (workbook.sheets().isEmpty()) {
                passedOver.add("The workbook has no sheet of cells.");
            }
            for (SheetInfo sheet : visible.subList(0, Math.min(SHEETS, visible.size()))) {
                SheetLook look = SheetLook.at(workbook, sheet);
                List<Block> blocks = new BlockFinder(look).blocks();
                if (blocks.isEmpty()) {
                    passedOver.add("Sheet '%s' holds no table: no rows of figures with headings over them."
                            .formatted(sheet.name()));
                }
                Optional<SuggestedPart> named = sheetPart(workbook, visible, sheet);
                for (int index = 0; index < blocks.size(); index++) {
                    int upTo = index + 1 < blocks.size() ? blocks.get(index + 1).topTier() : Integer.MAX_VALUE;
                    String code = code(fileName, sheet, visible.size(), index, found);
                    found.add(new Found(
                            sheet,
                            blocks.get(index),
                            TableProposal.draft(look, blocks.get(index), upTo, known, fileName, code, named)));
                }
                if (blocks.size() > 1) {
                    passedOver.add(
                            "Sheet '%s' holds %d tables beneath each other, in rows %s; each is proposed by itself."
                                    .formatted(
                                            sheet.name(),
                                            blocks.size(),
                                            blocks.stream()
                                                    .map(block -> block.topTier() + " to " + block.lastRow())
                                                    .collect(Collectors.joining(", "))));
                }
            }
            if (visible.size() > SHEETS) {
                passedOver.add("Of %d sheets the first %d were looked at.".formatted(visible.size(), SHEETS));
            }
        }
        List<SuggestedTable> tables = new ArrayList<>();
        for (Found each : found) {
            tables.add(each.table(trial(file, fileName, each.draft())));
        }
        return new Suggestion(fileName, format, tables, passedOver);
    }

    /** Opened anew, so that each trial has the time that a load would have. */
    private Trial trial(Path file, String fileName, TableProposal.Draft draft) throws IOException {
        try (Workbook workbook = Workbooks.open(file, limits)) {
            return TrialReading.of(workbook, fileName, draft.layout(), draft.lead(), known);
        } catch (UnreadableWorkbook refused) {
            return new Trial.Misfits(List.of(String.valueOf(refused.getMessage())));
        }
    }

    private static Optional<String> hidden(Workbook workbook) {
        List<String> hidden = workbook.sheets().stream()
                .filter(sheet -> sheet.visibility() != Visibility.VISIBLE)
                .map(sheet -> "'" + sheet.name() + "'")
                .toList();
        return hidden.isEmpty()
                ? Optional.empty()
                : Optional.of("Hidden sheets are never read: "
                        + String.join(", ", hidden.subList(0, Math.min(10, hidden.size())))
                        + (hidden.size() > 10 ? " and " + (hidden.size() - 10) + " more." : "."));
    }

    /** A CSV's sheet has no name of its own. Years and months are left open, as long as no other sheet is then meant. */
    private static Optional<SuggestedPart> sheetPart(Workbook workbook, List<SheetInfo> visible, SheetInfo sheet) {
        if (workbook.format() == Format.CSV) {
            return Optional.empty();
        }
        String open = LayoutWords.ofSheet(sheet.name());
        boolean alone =
                visible.stream().filter(other -> matches(open, other.name())).count() == 1;
        String words = alone ? open : sheet.name();
        return Optional.of(new SuggestedPart(
                new LayoutPart("sheet", "", words, ""),
                "",
                words.equals(sheet.name()) ? Confidence.CERTAIN : Confidence.LIKELY,
                words.equals(sheet.name())
                        ? "the sheet's name"
                        : "the sheet's name '" + sheet.name() + "' with its years and months left open",
                List.of()));
    }

    private static boolean matches(String words, String name) {
        String regex = Stream.of(FoldedName.of(words).text().split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return FoldedName.of(name).text().matches(regex);
    }

    /** A code from the file's name without its months, and the sheet's where there are several; never one that is used. */
    private String code(String fileName, SheetInfo sheet, int sheets, int index, List<Found> found) {
        String stem = letters(LayoutWords.ofSheet(fileName.replaceFirst("\\.[A-Za-z]{1,5}$", "")));
        String base = (stem.isEmpty() ? "LAYOUT" : stem)
                + (sheets > 1 ? "-" + letters(sheet.name()) : "")
                + (index > 0 ? "-" + (index + 1) : "");
        Set<String> used = new TreeSet<>();
        known.catalogue().layouts().stream().map(Layout::code).forEach(used::add);
        found.stream().map(each -> each.draft().layout().code()).forEach(used::add);
        String code = base;
        for (int number = 2; used.contains(code); number++) {
            code = base + "-" + number;
        }
        return code;
    }

    private static String letters(String name) {
        String code =
                name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-").replaceAll("^-+|-+$", "");
        return code.length() <= 24 ? code : code.substring(0, 24).replaceAll("-+$", "");
    }

    private record Found(SheetInfo sheet, Block block, TableProposal.Draft draft) {
        SuggestedTable table(Trial trial) {
            return new SuggestedTable(
                    draft.layout(),
                    sheet.name(),
                    block.headerRow(),
                    block.tiers(),
                    block.firstRow(),
                    block.lastRow(),
                    List.copyOf(draft.parts()),
                    List.copyOf(draft.missing()),
                    List.copyOf(draft.notUnderstood()),
                    trial);
        }
    }
}
