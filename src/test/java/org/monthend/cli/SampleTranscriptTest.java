package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.monthend.LoadedSample;

/** What the commands say of the sample, as a steward reads it. */
class SampleTranscriptTest {

    private static final LoadedSample SAMPLE = LoadedSample.get();

    @Test
    void tellsWhatWasLoadedAndRaisesTheQueryAtItsCell() {
        assertThat(SAMPLE.printed())
                .contains("Corporate Scorecard for month: Dec-15")
                .contains("140 returns of 15 months loaded, 0 refused: 1,136 rows read, 1,136 loaded, 0 rejected.")
                .contains(
                        "QUERY R310 at finance_dec15.xlsx Summary!D6: £43.1M less £42.3M lies between £0.70M and £0.90M, but the variance is stated as +£917K.")
                .contains("db url --as bi");
        assertThat(SAMPLE.progress().lines()).hasSize(15).last().asString().startsWith("Dec-15 done, 15 of 15 months");
    }

    @Test
    void knowsWhichReturnsWereDueAndWhatCameOfThem() throws SQLException {
        try (Connection connection = SAMPLE.database().as("bi_reader").getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*), count(*) filter (where return_status like 'loaded%'), min(due_date), max(due_date)
                        from mart.return_status
                        """)) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(140);
            assertThat(row.getInt(2)).isEqualTo(140);
            assertThat(row.getString(3)).startsWith("2014-11-");
            assertThat(row.getString(4)).startsWith("2016-01-");
        }
    }

    /** All files of old months come on the day of the first load: nobody knows when they had come. */
    @Test
    void callsNoReturnLateThatCameBeforeAnybodyWatched() throws SQLException {
        try (Connection connection = SAMPLE.database().as("bi_reader").getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(received_date), count(working_days_late), count(*) filter (where is_late_pattern)
                        from mart.return_status
                        """)) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(140);
            assertThat(row.getInt(2)).isZero();
            assertThat(row.getInt(3)).isZero();
        }
        StringWriter out = new StringWriter();
        assertThat(SAMPLE.command(out, new StringWriter(), "status")).isZero();
        assertThat(out.toString())
                .startsWith("December 2015 is the newest month with returns.")
                .containsPattern("!  Dec-15  10 of 10  \\d queries open +draft\n")
                .containsPattern("   Sep-15  10 of 10  all well +draft\n")
                .doesNotContain("late", "OVERDUE", "Jan-16");
    }

    @Test
    void hasNothingToDoTheSecondTime() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(SAMPLE.command(out, err, "load")).isZero();
        assertThat(out)
                .hasToString("Nothing to do: 140 returns of 15 months are loaded and every scorecard is up to date."
                        + System.lineSeparator());
        assertThat(err).hasToString("");
    }

    @Test
    void drawsAPageAgainThatWasDeleted() throws IOException {
        Path page = SAMPLE.output().resolve("2015-11/scorecard.html");
        byte[] before = Files.readAllBytes(page);
        Files.delete(page);
        assertThat(SAMPLE.command(new StringWriter(), new StringWriter(), "load", "--month", "2015-11"))
                .isZero();
        assertThat(Files.readString(page).replaceAll("data as at [^·<]*", ""))
                .isEqualTo(new String(before, StandardCharsets.UTF_8).replaceAll("data as at [^·<]*", ""));
    }

    @Test
    void tracesAFigureToTheCellsOfItsMonths() {
        StringWriter out = new StringWriter();
        assertThat(SAMPLE.command(out, new StringWriter(), "trace", "2015-12", "CPP_RATE"))
                .isZero();
        assertThat(out.toString())
                .startsWith("CPP_RATE · CPP per 10,000 population · scorecard of Dec-15, edition 1 (draft)")
                .containsPattern("2015/16 Qtr2 +48\n +Dec-15 +68\n")
                .contains("A quarter is its last month.")
                .containsPattern("Dec-15  67\\.\\d{6}… = 10000 × \\d+ / 66150\n"
                        + "  revision   0, recorded .* UTC\n"
                        + "  file       Child protection Dec-15.xlsx\n"
                        + "  sha-256    [0-9a-f]{64}\n"
                        + "  sheet      CP 2015-16\n"
                        + "  numerator  K5  \\d+\n"
                        + "  denominator K6  66150\n");
    }
}
