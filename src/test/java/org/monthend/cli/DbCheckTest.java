package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;
import org.monthend.warehouse.Sql;

/** What a steward reads of the integrity checks. */
class DbCheckTest {

    @Test
    void saysWhatMustNotBe(@TempDir Path folder) throws IOException, SQLException {
        try (SampleInput input = new SampleInput(folder, "2015-12")) {
            input.run("load");
            Answer sound = input.run("db", "check");
            assertThat(sound.out()).matches("\\d+ checks, nothing found\\.\n");
            assertThat(sound.exitCode()).isZero();

            // As a superuser could, past every guard.
            Sql.as(input.database().owner()).run("""
                    set session_replication_role = replica;
                    update dw.fact_project_status set revision_no = revision_no + 1, revision_reason = 'gap';
                    """);
            Answer unsound = input.run("db", "check");
            assertThat(unsound.out()).matches("""
                            Check two_current_revisions found \\d+ rows\\. It looks for: .+
                              fact_name fact_project_status, statement 201512/\\d+, revisions 1, last_revision_no 1
                              fact_name fact_project_status, statement 201512/\\d+, revisions 1, last_revision_no 1
                              fact_name fact_project_status, statement 201512/\\d+, revisions 1, last_revision_no 1
                              and \\d+ more\\.
                            \\d+ checks, 1 of them violated: what they found cannot come from any input, so please report it\\.
                            """);
            assertThat(unsound.exitCode()).isEqualTo(1);
        }
    }
}
