package org.monthend.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.catalogue.Catalogue;

/**
 * England's A&E attendances of 2016/17, as providers might return them: what is loaded equals figures that were computed
 * apart from this program.
 */
class AccidentAndEmergencyTest {

    private static final Path RETURNS = Strangers.REAL.resolve("ae_returns");

    private final Catalogue catalogue;

    AccidentAndEmergencyTest(@TempDir Path folder) {
        this.catalogue = Strangers.accidentAndEmergency().catalogue(folder);
    }

    @Test
    void twelveTidyReturnsGiveEveryExpectedRowAndNoOther() {
        SortedMap<String, String> expected = expectedRows("");
        try (Loaded loaded = new Loaded(catalogue)) {
            expectedNational()
                    .keySet()
                    .forEach(month -> loaded.load(RETURNS.resolve("tidy_" + month + ".xlsx"), month));

            assertThat(loaded.verdicts())
                    .hasSize(12)
                    .allMatch(verdict -> verdict.matches("\\S+ accepted \\d+ = \\d+ \\+ 0")
                            // Walk-in centres close and open, and it is asked about.
                            || verdict.matches("\\S+ accepted_with_queries \\d+ = \\d+ \\+ 0 \\| QUERY R505: [^|]*"));
            assertThat(expected).hasSize(4141);
            assertThat(loaded.statements()).isEqualTo(expected);
            assertThat(national(loaded.statements())).isEqualTo(expectedNational());
        }
    }

    /**
     * The stranger counts those who waited too long, so those in time are what is left; one to four of them it holds
     * back. Departments that saw nobody are not in the expected rows.
     */
    @Test
    void aStrangersTableGivesTheSameRowsButForWhatItHoldsBack() {
        for (String month : List.of("2016-04", "2016-10")) {
            SortedMap<String, String> expected = expectedRows(month);
            int rows = expected.size();
            try (Loaded loaded = new Loaded(catalogue)) {
                loaded.load(RETURNS.resolve("stranger_" + month + ".xlsx"), month);
                Map<String, String> statements = loaded.statements();
                Map<String, String> heldBack = having(statements, "suppressed of ");
                Map<String, String> nobody = having(statements, "nothing_to_report");

                assertThat(loaded.verdicts()).hasSize(1).allMatch(verdict -> verdict.contains(" + 0"));
                heldBack.forEach((key, said) -> {
                    String[] parts = expected.getOrDefault(key, "0/0").split("/");
                    int late = Integer.parseInt(parts[1]) - Integer.parseInt(parts[0]);
                    assertThat(said).as(key).isEqualTo("suppressed of " + parts[1]);
                    assertThat(late).as(key).isBetween(1, 4);
                });
                expected.keySet().removeAll(heldBack.keySet());
                statements.keySet().removeAll(heldBack.keySet());
                statements.keySet().removeAll(nobody.keySet());
                assertThat(heldBack).as("of %d rows of %s", rows, month).hasSizeBetween(10, 80);
                assertThat(statements)
                        .as("%d rows of %s", expected.size(), month)
                        .isEqualTo(expected);
            }
        }
    }

    private static Map<String, String> having(Map<String, String> statements, String beginning) {
        Map<String, String> having = new TreeMap<>(statements);
        having.values().removeIf(said -> !said.startsWith(beginning));
        return having;
    }

    private static SortedMap<String, String> expectedRows(String month) {
        SortedMap<String, String> expected = new TreeMap<>();
        DrawnCatalogue.csv(RETURNS.resolve("expected_rows.csv")).stream()
                .filter(row -> row.getOrDefault("month", "").startsWith(month))
                .forEach(row -> expected.put(
                        row.get("month") + " " + row.get("org_code") + " " + row.get("measure"),
                        row.get("numerator") + "/" + row.get("denominator")));
        return expected;
    }

    private static SortedMap<String, String> expectedNational() {
        SortedMap<String, String> expected = new TreeMap<>();
        DrawnCatalogue.csv(RETURNS.resolve("expected_national.csv"))
                .forEach(row -> expected.put(
                        row.getOrDefault("month", ""), row.get("within_4h") + "/" + row.get("attendances")));
        return expected;
    }

    private static SortedMap<String, String> national(Map<String, String> statements) {
        SortedMap<String, long[]> sums = new TreeMap<>();
        statements.forEach((key, said) -> {
            String[] parts = said.split("/");
            long[] sum = sums.computeIfAbsent(key.substring(0, 7), month -> new long[2]);
            sum[0] += Long.parseLong(parts[0]);
            sum[1] += Long.parseLong(parts[1]);
        });
        SortedMap<String, String> national = new TreeMap<>();
        sums.forEach((month, sum) -> national.put(month, sum[0] + "/" + sum[1]));
        return national;
    }
}
