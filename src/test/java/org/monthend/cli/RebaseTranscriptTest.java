package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.SampleInput;
import org.monthend.SampleInput.Answer;

/** What a steward sees of limits that start afresh, on the real sample. */
class RebaseTranscriptTest {

    private SampleInput input;

    @BeforeEach
    void copyTheLoadedSample(@TempDir Path folder) throws IOException {
        input = SampleInput.loaded(folder);
    }

    @AfterEach
    void letGo() {
        input.close();
    }

    @Test
    void anAcceptedRebaseComesWithTheNextLoadAndCanBeTakenBack() throws SQLException {
        assertThat(input.run("rebase").out()).isEqualTo("December 2015 proposes no rebase.\n");

        Answer accepted = input.run("rebase", "cpp_rate", "2015-10", "--reason", "New thresholds", "--by", "Jo");
        assertThat(accepted.err()).isEmpty();
        assertThat(accepted.out()).isEqualTo("""
                The limits of CPP_RATE (CPP per 10,000 population) start afresh in October 2015, says Jo. That is version 1; \
                --undo takes it back.
                To be computed anew, which ./monthend load does: Oct-15, Nov-15, Dec-15.
                """);
        assertThat(accepted.exitCode()).isZero();
        assertThat(segments()).as("nothing but a load computes").isEqualTo("201410");

        assertThat(input.run("load").exitCode()).isZero();
        assertThat(segments()).isEqualTo("201410 201510 (New thresholds, Jo)");
        assertThat(input.run("rebase").out())
                .matches(
                        "December 2015 proposes no rebase.\nIn force: CPP_RATE from Oct-15: New thresholds \\(Jo, .*\\).\n");

        Answer twice = input.run("rebase", "CPP_RATE", "2015-10", "--reason", "again", "--by", "Jo");
        assertThat(twice.err())
                .matches("The limits of CPP_RATE start afresh in October 2015 already: New thresholds \\(Jo, .*\\).\n");
        assertThat(twice.exitCode()).isEqualTo(ExitCode.USAGE.number());

        Answer undone = input.run("rebase", "CPP_RATE", "2015-10", "--undo", "--reason", "A mistake", "--by", "Ann");
        assertThat(undone.out()).isEqualTo("""
                The limits of CPP_RATE (CPP per 10,000 population) do not start afresh in October 2015 after all, says Ann. That \
                is version 2.
                To be computed anew, which ./monthend load does: Oct-15, Nov-15, Dec-15.
                """);
        assertThat(input.run("load").exitCode()).isZero();
        assertThat(segments()).isEqualTo("201410");
        assertThat(ask("select string_agg(concat_ws(' ', version_no, is_rebased, is_current, reason_text), ', '"
                        + " order by rebase_id) from mart.rebase"))
                .isEqualTo("1 t f New thresholds, 2 f t A mistake");
    }

    @Test
    void whatIsPublishedStaysUntilAnotherEditionIsAskedFor() throws SQLException {
        assertThat(input.run("publish", "2015-12", "--by", "Jo").exitCode()).isZero();
        assertThat(input.run("rebase", "CPP_RATE", "2015-11", "--reason", "New thresholds", "--by", "Jo")
                        .out())
                .endsWith("""
                        To be computed anew, which ./monthend load does: Nov-15.
                        Published, and staying as it is: Dec-15. ./monthend rerun 2015-12 makes the draft of a next edition.
                        """);
        assertThat(input.run("load").exitCode()).isZero();
        assertThat(ask("select max(edition_no) from dw.dim_scorecard_edition where month_key = 201512"))
                .isEqualTo("1");
        assertThat(input.run("rerun", "2015-12").out()).contains("rebase: nothing → Nov-15 (New thresholds)");
        assertThat(ask("select max(edition_no) from dw.dim_scorecard_edition where month_key = 201512"))
                .isEqualTo("2");
        assertThat(segments()).as("BI tools see what is published").isEqualTo("201410");
        assertThat(input.run("verify").exitCode()).isZero();
    }

    @Test
    void aStepThatLastsIsProposedWithItsEvidence() throws SQLException {
        ask("""
                with said as (
                    insert into dw.fact_measure_value (month_key, organisation_key, organisation_id, measure_key, measure_id,
                        revision_no, figure, value_status, submission_id, recorded_at)
                    select calendar.month_key, organisation_key, organisation_id, measure_key, measure_id, 0,
                        12 + calendar.month_index % 3, 'reported', submission_id, recorded_at
                    from dw.fact_measure_value as fact
                    join dw.dim_measure using (measure_key, measure_id)
                    join dw.dim_month as calendar on calendar.month_key between 201210 and 201409
                    where measure_code = 'SICKNESS_DAYS' and fact.month_key = 201410
                    returning 1
                )
                select count(*) from said
                """);
        assertThat(input.run("rerun", "2015-12").exitCode()).isZero();
        assertThat(input.run("rebase").out()).matches("""
                December 2015 proposes that limits start afresh:
                  SICKNESS_DAYS \\(.*\\)
                    From May-15 on the figures lie at another level: their mean was \\d+\\.\\d+ \\(31 figures\\) and is \\d+\\.\\d+ \\(8 \
                figures\\), a change of .* below the earlier median\\. If something that lasts has changed, the limits should \
                start afresh in that month\\.
                    \\./monthend rebase SICKNESS_DAYS 2015-05 --reason TEXT --by NAME
                """);
        assertThat(input.run("rebase", "SICKNESS_DAYS", "2015-05", "--reason", "Counted anew", "--by", "Jo")
                        .exitCode())
                .isZero();
        assertThat(input.run("load").exitCode()).isZero();
        assertThat(input.run("rebase").out()).startsWith("December 2015 proposes no rebase.\nIn force: SICKNESS_DAYS");
    }

    @ParameterizedTest(name = "{0} => {1}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            CPP_RATE                                                            => Say from which month: ./monthend rebase CPP_RATE 2015-06 --reason TEXT --by NAME.
            CPP_RATE 2015-10 --by Jo                                            => A rebase needs words and a name. Give --reason and --by.
            CPP_RATE autumn --reason new --by Jo                                => 'autumn' is not a month. Write it as 2015-12.
            CPP 2015-10 --reason new --by Jo                                    => The scorecard of December 2015 has no measure 'CPP'. It has CIN_RATE,
            CPP_RATE 2014-10 --reason new --by Jo                               => The series of CPP_RATE goes from October 2014 to December 2015. Limits can start afresh after its first month.
            CPP_RATE 2016-01 --reason new --by Jo                               => The series of CPP_RATE goes from October 2014 to December 2015. Limits can start afresh after its first month.
            MISSING_24H_R3M 2015-10 --reason new --by Jo                        => MISSING_24H_R3M has no limits: rolling three months.
            CPP_RATE 2015-10 --undo --reason new --by Jo                        => The limits of CPP_RATE do not start afresh in October 2015, so there is nothing to take back.
            CPP_RATE 2015-10 --organisation WEST --reason new --by Jo           => The scorecard has no organisation 'WEST'. It has TRUST, NORTH, SOUTH, EAST, CENTRAL.
            CPP_RATE 2015-10 --organisation NORTH --reason new --by Jo          => The scorecard of December 2015 has no measure 'CPP_RATE' of NORTH. It has REREFERRAL_PCT, CARE_LEAVER_EET_PCT.
            """)
    void saysWhatIsWrongWithTheCommand(String command, String said) {
        Answer answer = input.run(("rebase " + command).split(" "));
        assertThat(answer.err()).startsWith(said);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE.number());
    }

    private String segments() throws SQLException {
        return ask("""
                select string_agg(concat(
                    series_month_key, case when is_rebase_month then format(' (%s, %s)', rebase_reason, rebased_by) end
                ), ' ' order by series_month_key)
                from mart.variation
                where month_key = 201512 and measure_code = 'CPP_RATE' and series_month_key = segment_start_month_key
                """);
    }

    private String ask(String question) throws SQLException {
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
