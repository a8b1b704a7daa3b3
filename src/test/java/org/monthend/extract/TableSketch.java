package org.monthend.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.monthend.catalogue.Layout;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;

/** What a layout finds in a workbook, in words that a test can compare. */
final class TableSketch {

    private TableSketch() {}

    /** One line for each row that was read: field=value@cell, a value without cell being the layout's. */
    static List<String> rows(Path file, Layout layout) {
        List<String> lines = new ArrayList<>();
        TableReader.Tally tally = read(file, layout, row -> lines.add(line(row)));
        if (tally.passedOver() > 0) {
            lines.add(tally.passedOver() + " passed over");
        }
        if (tally.hidden() > 0) {
            lines.add(tally.hidden() + " hidden");
        }
        return lines;
    }

    static TableReader.Tally read(Path file, Layout layout, Consumer<ExtractedRow> rows) {
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            return TableReader.read(workbook, table(workbook, file, layout), layout, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Table table(Path file, Layout layout) {
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            return table(workbook, file, layout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the layout came nearest, and what is wrong there: "sheet!cell: sentence; sentence". */
    static String misfit(Path file, Layout layout) {
        TableSearch search = search(file, layout);
        if (!(search instanceof TableSearch.Misfit misfit)) {
            throw new AssertionError("the layout fits: " + search);
        }
        return misfit.sheet() + "!" + misfit.cell() + ": " + String.join("; ", misfit.sentences());
    }

    private static Table table(Workbook workbook, Path file, Layout layout) throws IOException {
        TableSearch search = new TableFinder(workbook, file.getFileName().toString()).find(layout);
        if (search instanceof TableSearch.Found found) {
            return found.table();
        }
        throw new AssertionError("the layout does not fit: " + search);
    }

    private static TableSearch search(Path file, Layout layout) {
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            return new TableFinder(workbook, file.getFileName().toString()).find(layout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(ExtractedRow row) {
        return row.row()
                + ": "
                + row.values().entrySet().stream()
                        .sorted((one, other) -> one.getKey().compareTo(other.getKey()))
                        .map(entry -> entry.getKey().word() + "="
                                + CellWords.of(entry.getValue().value())
                                + (entry.getValue().cell().isEmpty()
                                        ? ""
                                        : "@" + entry.getValue().cell()))
                        .collect(Collectors.joining(" "));
    }
}
