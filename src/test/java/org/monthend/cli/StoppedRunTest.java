package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.warehouse.Sql;

/** A load that a signal ends, kindly or not, and the one after it. */
class StoppedRunTest {

    private static final String[] MONTHS = {"2015-07", "2015-08", "2015-09", "2015-10", "2015-11", "2015-12"};

    @Test
    void aSignalEndsALoadAtTheNextFileWithCode4AndTheTruth(@TempDir Path folder) throws Exception {
        try (SampleInput input = new SampleInput(folder, MONTHS)) {
            Running load = Running.load(input);
            load.firstMonthDone();
            load.process().toHandle().destroy();

            assertThat(load.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(load.rest())
                    .contains("Stopping: what is in hand is finished first.")
                    .anySatisfy(line -> assertThat(line)
                            .matches(
                                    "Stopped as asked.* What is decided stands, nothing is half done; run the same command"
                                            + " again for the rest\\."));
            assertThat(load.process().exitValue()).isEqualTo(4);
            assertThat(texts(input, "select run_status from etl.load_run")).containsExactly("stopped");
            assertThat(texts(input, "select distinct status from batch.batch_job_execution order by status"))
                    .containsExactly("COMPLETED", "STOPPED");
            nothingIsLeft(input);

            finishes(input);
        }
    }

    @Test
    void aKilledLoadIsNotedAsAbandonedByTheNextWhichDoesTheRest(@TempDir Path folder) throws Exception {
        try (SampleInput input = new SampleInput(folder, MONTHS)) {
            Running load = Running.load(input);
            load.firstMonthDone();
            while (texts(input, "select 'x' from batch.batch_job_execution where status = 'STARTED'")
                    .isEmpty()) {
                Thread.onSpinWait();
            }
            load.process().destroyForcibly().waitFor();
            assertThat(texts(input, "select run_status from etl.load_run")).containsExactly("running");
            List<String> unfinished =
                    texts(input, "select job_execution_id from batch.batch_job_execution where status = 'STARTED'");

            finishes(input);

            assertThat(texts(input, "select run_status from etl.load_run order by load_run_id"))
                    .containsExactly("abandoned", "succeeded");
            assertThat(texts(input, "select job_execution_id from batch.batch_job_execution where status = 'FAILED'"))
                    .isEqualTo(unfinished);
            assertThat(texts(input, "select distinct status from batch.batch_step_execution"))
                    .isSubsetOf("COMPLETED", "FAILED");
            nothingIsLeft(input);
        }
    }

    @Test
    void aRunWhoseLocksAreLostBeginsNothingMore(@TempDir Path folder) throws Exception {
        try (SampleInput input = new SampleInput(folder, MONTHS)) {
            Running load = Running.load(input);
            load.firstMonthDone();
            texts(input, """
                    select pg_terminate_backend(pid)::text
                    from pg_locks
                    where locktype = 'advisory' and classid = 73002
                        and database = (select oid from pg_database where datname = current_database())
                    """);

            assertThat(load.process().waitFor()).isEqualTo(5);
            assertThat(load.rest()).anySatisfy(line -> assertThat(line).contains("The database cannot be reached"));
            nothingIsLeft(input);

            finishes(input);
        }
    }

    private static void finishes(SampleInput input) throws SQLException {
        SampleInput.Answer again = input.run("load");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(texts(input, """
                select count(*)::text
                from etl.return_submission
                group by month_key, return_code
                having count(*) <> 1
                """)).isEmpty();
        assertThat(texts(input, "select count(*)::text from dw.dim_scorecard_edition"))
                .containsExactly("6");
        assertThat(input.run("load").out()).startsWith("Nothing to do");
    }

    private static void nothingIsLeft(SampleInput input) throws SQLException {
        assertThat(texts(input, """
                select classid::text
                from pg_locks
                where locktype = 'advisory'
                    and database = (select oid from pg_database where datname = current_database())
                """)).isEmpty();
    }

    private static List<String> texts(SampleInput input, String question) throws SQLException {
        return Sql.as(input.database().owner()).rows(question);
    }

    /** A load in a process of its own. */
    private record Running(Process process, BufferedReader err) {

        static Running load(SampleInput input) throws IOException {
            Process process = new ProcessBuilder(Stream.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "org.monthend.cli.Monthend",
                                    "load",
                                    "--url",
                                    input.database().address().url(),
                                    "--input",
                                    input.file("").toString(),
                                    "--output",
                                    input.output().toString())
                            .toList())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Running(process, process.errorReader());
        }

        void firstMonthDone() throws IOException {
            assertThat(err.readLine()).contains(" done, 1 of 6 months");
        }

        List<String> rest() {
            return err.lines().toList();
        }
    }
}
