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

/** Whatever the database refuses, the month is not finished, and the same command does the rest. */
class FailedRunTest {

    @ParameterizedTest
    @ValueSource(strings = {"batch.batch_job_instance", "batch.batch_job_execution", "batch.batch_step_execution"})
    void isToldInASentenceWhenItsJobRepositoryCannotBeWritten(String table, @TempDir Path folder)
            throws IOException, SQLException {
        try (SampleInput input = new SampleInput(folder, "2015-12")) {
            Sql owner = Sql.as(input.database().owner());
            owner.run("revoke insert on %s from monthend_app".formatted(table));

            SampleInput.Answer failed = input.run("load");

            assertThat(failed.exitCode()).isEqualTo(5);
            assertThat(failed.err())
                    .startsWith("December 2015 was not finished: ERROR: permission denied")
                    .doesNotContain("\tat ");
            assertThat(owner.rows("select run_status from etl.load_run")).containsExactly("failed");

            owner.run("grant insert on %s to monthend_app".formatted(table));
            assertThat(input.run("load").exitCode()).isZero();
        }
    }

    /** As when its database is lost between the making of a step's parts and their start. */
    @Test
    void isSettledByTheNextRunInTheStepsThatItNeverCameTo(@TempDir Path folder) throws IOException, SQLException {
        try (SampleInput input = new SampleInput(folder, "2015-12")) {
            Sql owner = Sql.as(input.database().owner());
            assertThat(input.run("load").exitCode()).isZero();
            owner.run("update batch.batch_step_execution set status = 'STARTING' where step_name like 'load-group:%'");

            assertThat(input.run("load").out()).startsWith("Nothing to do");

            assertThat(owner.rows("select distinct status from batch.batch_step_execution order by status"))
                    .containsExactly("COMPLETED", "FAILED");
        }
    }

    @Test
    void isToldInASentenceWhenTheLoginIsNotTheApplications(@TempDir Path folder) throws IOException, SQLException {
        try (SampleInput input = new SampleInput(folder, "2015-12")) {
            String login = input.database().address().database() + "_stranger";
            Sql owner = Sql.as(input.database().owner());
            owner.run("create role %1$s login password 'word'; grant usage on schema etl to %1$s;".formatted(login)
                    + "grant select on etl.applied_changelog to " + login);
            try {
                SampleInput.Answer failed =
                        input.runOn(input.database().jdbcUrl(), "load", "--user=" + login, "--password=word");

                assertThat(failed.exitCode()).isEqualTo(5);
                assertThat(failed.err())
                        .startsWith("The database gave up: ERROR: permission denied to set role \"monthend_app\".")
                        .doesNotContain("\tat ");
            } finally {
                owner.run("drop owned by %1$s; drop role %1$s".formatted(login));
            }
        }
    }

    /** A file of the system that can be opened, but not be read by anybody, stands for a broken disk. */
    @Test
    void takesTheOtherFilesWhenOneCannotBeRead(@TempDir Path folder) throws IOException, SQLException {
        try (SampleInput input = new SampleInput(folder, "2015-12")) {
            Path file = input.file("returns/2015-12/finance_dec15.xlsx");
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of("/proc/self/mem"));

            SampleInput.Answer failed = input.run("load");

            assertThat(failed.exitCode()).isEqualTo(5);
            assertThat(failed.err()).contains("finance_dec15.xlsx: not judged: it cannot be read (Input/output error)");
            assertThat(Sql.as(input.database().owner()).rows("select count(*) from etl.return_submission"))
                    .containsExactly("9");

            Files.delete(file);
            Files.write(file, content);
            assertThat(input.run("load").exitCode()).isZero();
            assertThat(Sql.as(input.database().owner()).rows("select count(*) from etl.return_submission"))
                    .containsExactly("10");
        }
    }
}
