package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that strangers made, odd, huge, encrypted, damaged or hostile: each is read to its end or refused by a reason. */
class CorpusTest {

    /** What the name of a file decides, not its content; that is judged where files are taken in. */
    private static final Set<String> DECIDED_BY_NAME =
            Set.of("~$a00_tidy_2015-12.xlsx", "d12_partial.xlsx.tmp", "d07_xlsx_named.csv");

    /**
     * What expected.csv rejects because POI cannot read it and this reader can: a strict workbook with the right figures
     * in it is worth more than a request to save it anew.
     */
    private static final Set<String> READ_ALL_THE_SAME = Set.of("z27_strict_ooxml.xlsx");

    /** Hazards of expected.csv that reading a container can see; a rejection for any other is a rule's. */
    private static final Set<String> CONTAINER_HAZARDS = Set.of(
            "ambiguous zip", "XXE", "entity bomb", "zip bomb", "corrupt", "format", "truncated", "type", "encrypted");

    @Test
    void everyOddWorkbookIsReadToItsEndOrRefusedByAReason() throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Path file : files("corpus")) {
            outcomes.merge(outcome(file).map(Enum::name).orElse("read"), 1, Integer::sum);
        }
        System.out.println("corpus: " + outcomes);

        assertThat(outcomes.get("read")).isGreaterThan(450);
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(500);
    }

    /** The three formats that POI does not read; a workbook of a version of Excel that was never sold is damaged to us. */
    @Test
    void strictOpenDocumentAndBinaryWorkbooksAreReadUnlessTheyHaveAPassword() throws IOException {
        Map<Reason, Integer> refusals = new EnumMap<>(Reason.class);
        int read = 0;
        for (Path file : files("corpus")) {
            String name = file.getFileName().toString();
            if (name.endsWith(".ods") || name.endsWith(".xlsb") || name.contains("strict")) {
                Optional<Reason> outcome = outcome(file);
                outcome.ifPresent(reason -> refusals.merge(reason, 1, Integer::sum));
                read += outcome.isEmpty() ? 1 : 0;
            }
        }
        assertThat(refusals).containsOnlyKeys(Reason.ENCRYPTED, Reason.CORRUPT).containsEntry(Reason.CORRUPT, 1);
        assertThat(read).isGreaterThan(100);
    }

    @Test
    void theDomainsOwnNastiesAreReadOrRefusedAsRequired() throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (SheetRow row : Reading.rows(shared("nasties").resolve("expected.csv"))) {
            String name = text(row, 1);
            Path file = shared("nasties").resolve(name);
            if (row.number() == 1 || DECIDED_BY_NAME.contains(name) || !Files.exists(file)) {
                continue;
            }
            Optional<Reason> outcome = outcome(file);
            outcomes.merge(outcome.map(Enum::name).orElse("read"), 1, Integer::sum);
            String required = READ_ALL_THE_SAME.contains(name) ? "ACCEPT" : text(row, 2);
            if (!agrees(required, text(row, 4), outcome)) {
                differences.add(name + " is " + outcome + " but required is " + required);
            }
        }
        System.out.println("nasties: " + outcomes);

        assertThat(differences).isEmpty();
        assertThat(outcomes.get("read")).isGreaterThan(30);
    }

    private static boolean agrees(String required, String hazard, Optional<Reason> outcome) {
        return switch (required) {
            case "ACCEPT", "WARN", "ROWS" -> outcome.isEmpty();
            case "LIMIT" -> outcome.filter(Reason::isLimit).isPresent();
            case "DEFER" -> outcome.filter(Reason::mayStillBeWritten).isPresent();
            default -> outcome.isPresent() == CONTAINER_HAZARDS.contains(hazard);
        };
    }

    @Test
    void theStrictNastyHoldsTheFiguresOfItsTransitionalTwin() throws IOException {
        assertThat(Reading.rows(shared("nasties").resolve("z27_strict_ooxml.xlsx")))
                .isEqualTo(Reading.rows(shared("nasties").resolve("a00_tidy_2015-12.xlsx")));
    }

    @Test
    void theWarningsThatNastiesRequireAreRemarkedOn() throws IOException {
        assertThat(remarks("z04_zipslip.xlsx")).containsExactly(Remark.Kind.UNSAFE_PART_NAME);
        assertThat(remarks("z22_external_link.xlsx")).containsExactly(Remark.Kind.EXTERNAL_LINKS);
        assertThat(remarks("z24_macro.xlsm")).containsExactly(Remark.Kind.MACROS);
        assertThat(remarks("z26_hidden_rows_cols.xlsx")).containsExactly(Remark.Kind.HIDDEN_COLUMNS);
        assertThat(remarks("c04_cp1252.csv")).contains(Remark.Kind.DECODED_AS_WINDOWS_1252);
    }

    private static List<Remark.Kind> remarks(String nasty) throws IOException {
        return Reading.remarks(shared("nasties").resolve(nasty)).stream()
                .map(Remark::kind)
                .toList();
    }

    @Test
    void realReturnsAreReadToTheirEnd() throws IOException {
        for (Path file : files("real")) {
            assertThat(outcome(file)).as(file.toString()).isEmpty();
        }
    }

    @Test
    void aRealFootnoteIsNotGluedToItsYear() throws IOException {
        List<CellValue> marked = new ArrayList<>();
        try (Workbook workbook =
                Workbooks.open(shared("real").resolve("dfe/SFR12_2017_LA_Tables.xlsx"), ReadLimits.standard())) {
            for (SheetInfo sheet : workbook.sheets()) {
                workbook.rows(sheet, row -> {
                    row.cells().forEach(cell -> marked.add(cell.value()));
                    return true;
                });
            }
        }
        assertThat(marked).contains(new CellValue.Text("Year: 2016", "5")).doesNotContain(Reading.text("Year: 20165"));
    }

    @Test
    void twoThreadsReadTheSameAsOne() throws IOException {
        List<Path> files = new ArrayList<>(files("nasties"));
        files.addAll(files("real"));

        List<String> oneAfterTheOther = files.stream().map(CorpusTest::content).toList();
        List<String> atOnce = files.parallelStream().map(CorpusTest::content).toList();

        assertThat(atOnce).isEqualTo(oneAfterTheOther);
    }

    /** Everything that can be read of a file, or its refusal, as few characters. */
    private static String content(Path file) {
        int[] hash = new int[1];
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            for (SheetInfo sheet : workbook.sheets()) {
                workbook.rows(sheet, row -> {
                    hash[0] = 31 * hash[0] + row.hashCode();
                    return true;
                });
            }
            return workbook.format() + " " + hash[0] + " " + workbook.remarks();
        } catch (UnreadableWorkbook refused) {
            return refused.reason() + " " + refused.getMessage();
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** Reads every sheet to its end; the refusal's reason, or nothing when there is none. */
    private static Optional<Reason> outcome(Path file) throws IOException {
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            for (SheetInfo sheet : workbook.sheets()) {
                RowOrder order = new RowOrder();
                workbook.rows(sheet, order::take);
                workbook.mergedRanges(sheet);
            }
            return Optional.empty();
        } catch (UnreadableWorkbook refused) {
            assertThat(refused.getMessage()).as(file.toString()).matches("(?s)[A-Z].{30,}\\.");
            return Optional.of(refused.reason());
        }
    }

    /** Checks what every reader promises of its rows. */
    private static final class RowOrder {
        private int lastRow;

        boolean take(SheetRow row) {
            assertThat(row.number()).isGreaterThan(lastRow);
            assertThat(row.cells()).isNotEmpty();
            lastRow = row.number();
            int lastColumn = 0;
            for (Cell cell : row.cells()) {
                assertThat(cell.row()).isEqualTo(row.number());
                assertThat(cell.column()).isGreaterThan(lastColumn);
                lastColumn = cell.column();
            }
            return true;
        }
    }

    private static String text(SheetRow row, int column) {
        return row.cells().stream()
                .filter(cell -> cell.column() == column)
                .map(cell -> ((CellValue.Text) cell.value()).text())
                .findFirst()
                .orElse("");
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(shared(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path shared(String folder) {
        return Path.of(System.getProperty("shared")).resolve(folder);
    }
}
