package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.SampleInput;
import org.monthend.warehouse.Sql;

/** A run that ends between the edition and its page leaves no older page standing for good. */
class UnfinishedPageTest {

    @Test
    void leavesNothingUnfinishedWhenAllIsDrawn(@TempDir Path folder) throws IOException {
        try (SampleInput input = new SampleInput(folder, "2015-12")) {
            input.run("load");

            try (var files = Files.list(input.output().resolve("2015-12"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("scorecard.html", "scorecard.xlsx");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scorecard.html", "scorecard.xlsx"})
    void isDrawnByTheNextRun(String name, @TempDir Path folder) throws IOException, SQLException {
        try (SampleInput input = new SampleInput(folder, "2015-12")) {
            input.run("load");
            Path file = input.output().resolve("2015-12").resolve(name);
            Sql.as(input.database().owner()).run("insert into etl.stale_scorecard (month_key) values (201512)");
            Files.delete(file);
            Path inTheWay = Files.createDirectories(file.resolve("in the way"));
            assertThat(input.run("load").exitCode()).isNotZero();
            assertThat(Sql.as(input.database().owner()).rows("select month_key from etl.stale_scorecard"))
                    .isEmpty();

            Files.delete(inTheWay);
            Files.delete(file);
            Files.writeString(file, "the edition before");
            assertThat(input.run("load").out()).doesNotStartWith("Nothing to do");

            assertThat(Files.size(file)).isGreaterThan(1_000);
            assertThat(input.run("load").out()).startsWith("Nothing to do");
        }
    }
}
