package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;
import org.monthend.SeedOfProperties;

/** Every scorecard that there ever was is shown as it was, whatever came after. */
class ScorecardAsAtTest {

    private static final String REFERRALS = "returns/2015-12/referral-and-assessment-2015-12.xlsx";

    private SampleInput input;

    @BeforeEach
    void copyTheSample(@TempDir Path folder) throws IOException {
        input = new SampleInput(folder, "2015-12");
    }

    @AfterEach
    void letGo() {
        input.close();
    }

    @Test
    void beforeAnyPublicationItIsTheDraftComputedAnewFromWhatWasKnown() throws IOException, SQLException {
        String beginning = now();
        assertThat(asAt(beginning).err())
                .isEqualToIgnoringNewLines("There is no scorecard of December 2015. Load its returns first:"
                        + " ./monthend load --month 2015-12");
        input.run("load");
        String afterTheLoad = now();
        String loaded = json(asAt(afterTheLoad, "--json"));
        vision("Another vision");
        target("REREFERRAL_PCT", 20);
        restate(100);
        input.run("load");
        String afterTheRestatement = now();
        input.run("publish", "2015-12", "--by", "Jane Smith");
        restate(100);
        input.run("load");
        String today = now();

        Answer nothing = asAt(beginning);
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err())
                .isEqualToIgnoringNewLines("Nothing was known of December 2015 then: there was not even a catalogue.");

        Answer first = asAt(afterTheLoad);
        assertThat(first.out())
                .containsPattern("^As at .* \\(UK time\\) nothing had been published\\. This is the draft computed anew"
                        + " from what was known then, with the catalogue of that time \\([0-9a-f]{12}\\) and method version 2\\.\n"
                        + "Corporate Scorecard for month: Dec-15 · Children's Services Trust · edition 1 \\(draft\\)\n")
                .containsPattern("\nReferral Rate per 10,000 population +48 +87 .* 44\n")
                .containsPattern("\n%Re-Referrals © .* 23% +25% +On target\n");
        assertThat(json(asAt(afterTheLoad, "--json")))
                .as("all of it is as it was")
                .isEqualTo(loaded);

        assertThat(asAt(afterTheRestatement).out())
                .containsPattern("\nReferral Rate per 10,000 population +48 +87 .* 59\n")
                .containsPattern("\n%Re-Referrals © .* 23% +20% +Off target\n");

        Path page = input.output().resolve("then.html");
        assertThat(asAt(afterTheLoad, "--html", page.toString()).out())
                .startsWith("The page of the draft computed anew is in ");
        assertThat(Files.readString(page))
                .contains("Our Vision is to become an OUTSTANDING partner")
                .doesNotContain("Another vision");

        assertThat(asAt(today).out())
                .as("a later draft is not in force")
                .containsPattern(
                        "^As at .* \\(UK time\\) edition 1 was in force\\.\n"
                                + "Corporate Scorecard for month: Dec-15 · Children's Services Trust · edition 1 \\(published\\)\n")
                .containsPattern("\nReferral Rate per 10,000 population +48 +87 .* 59\n");
    }

    @Test
    void aTimeThatCannotBeIsAMisuse() {
        input.run("load");
        assertThat(asAt("2999-01-01").err())
                .isEqualToIgnoringNewLines("2999-01-01 has not come yet. Leave --as-at out for the newest scorecard.");
        assertThat(asAt("some day").err()).startsWith("'some day' is no point in time. Write it as 2016-01-20");
        assertThat(asAt("2015-12-01").err())
                .isEqualToIgnoringNewLines("Nothing was known of December 2015 then: there was not even a catalogue.");
        assertThat(input.run("scorecard", "2015-12", "--edition", "1", "--as-at", "2016-01-20")
                        .err())
                .isEqualToIgnoringNewLines("--edition and --as-at contradict each other. Give one of them.");
    }

    /** Restated at random, published at random: each edition is found again by its number and by its time, to the byte. */
    @Test
    void everyEditionIsFoundAgainHoweverOftenItWasRevised() throws IOException, SQLException {
        long seed = SeedOfProperties.seed();
        Random random = new Random(seed);
        input.run("load");
        Map<Integer, byte[]> pages = new LinkedHashMap<>();
        Map<Integer, String> times = new LinkedHashMap<>();
        for (int round = 0; round < 4; round++) {
            if (round > 0) {
                restate(1 + random.nextInt(90));
                input.run("load");
            }
            if (round == 0 || random.nextInt(3) > 0) {
                int edition = pages.size() + 1;
                assertThat(input.run("publish", "2015-12", "--by", "Publisher " + edition)
                                .out())
                        .as("seed %d", seed)
                        .startsWith("Edition %d of December 2015 is published".formatted(edition));
                pages.put(
                        edition,
                        Files.readAllBytes(
                                input.output().resolve("2015-12/scorecard-edition-%d.html".formatted(edition))));
                times.put(edition, now());
            }
        }
        Answer proof = input.run("verify");
        assertThat(proof.exitCode()).as("seed %d: %s", seed, proof.out()).isZero();
        for (int edition : pages.keySet()) {
            Path page = input.output().resolve("found.html");
            input.run("scorecard", "2015-12", "--edition", String.valueOf(edition), "--html", page.toString());
            assertThat(Files.readAllBytes(page)).as("seed %d", seed).isEqualTo(pages.get(edition));
            asAt(Objects.requireNonNull(times.get(edition)), "--html", page.toString());
            assertThat(Files.readAllBytes(page)).as("seed %d", seed).isEqualTo(pages.get(edition));
        }
        assertThat(rows("select edition_no from mart.scorecard_edition where edition_status = 'published'"))
                .as("seed %d", seed)
                .containsExactly(String.valueOf(pages.size()));
    }

    private Answer asAt(String time, String... more) {
        List<String> command = new ArrayList<>(List.of("scorecard", "2015-12", "--as-at", time));
        command.addAll(List.of(more));
        return input.run(command.toArray(String[]::new));
    }

    /** Without the time that was asked for and the one that it was computed as at, which differ. */
    private static String json(Answer answer) {
        assertThat(answer.err()).isEmpty();
        return answer.out();
    }

    private void restate(int more) throws IOException {
        input.edit(REFERRALS, workbook -> {
            var row = workbook.getSheet("Return").getRow(2);
            row.getCell(3).setCellValue(row.getCell(3).getNumericCellValue() + more);
            if (row.getCell(5) != null) {
                row.removeCell(row.getCell(5));
            }
        });
    }

    private void vision(String text) throws IOException {
        input.edit(
                "catalogue.xlsx",
                workbook -> workbook.getSheet("Page").forEach(row -> {
                    if (row.getCell(0).getStringCellValue().equals("vision")) {
                        row.getCell(2).setCellValue(text);
                    }
                }));
    }

    private void target(String measure, int value) throws IOException {
        input.edit(
                "catalogue.xlsx",
                workbook -> workbook.getSheet("Targets").forEach(row -> {
                    if (row.getCell(0).getStringCellValue().equals(measure)) {
                        for (int cell = 1; cell < row.getLastCellNum(); cell++) {
                            if (row.getCell(cell) != null
                                    && row.getCell(cell).toString().equals("25.0")) {
                                row.getCell(cell).setCellValue(value);
                            }
                        }
                    }
                }));
    }

    /** As the database's clock has it. */
    private String now() throws SQLException {
        return rows("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .get(0);
    }

    private List<String> rows(String question) throws SQLException {
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
