package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.monthend.LoadedSample;

/** What a BI login is told. */
class MartTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Sql reader = Sql.as(database.as("bi_reader"));
    private final Sql application = Sql.as(database.application());

    @BeforeEach
    void fills() throws SQLException {
        WarehouseSketch.into(database);
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void aRevisionTakesThePlaceOfWhatWasSaidAndHistoryKeepsBoth() throws SQLException {
        String before = reader.one("select clock_timestamp()");
        WarehouseSketch.value(database, 201512, "TRUST", "TIMELY", 1, "10", "12", "83.3");

        assertThat(reader.rows("""
                        select measure_code, numerator, figure, revision_no
                        from mart.measure_value
                        where month_key = 201512
                        order by measure_code
                        """)).containsExactly("TIMELY | 10 | 83.3 | 1", "VISITS | 12 | 12 | 0");
        assertThat(reader.rows("""
                        select revision_no, figure, is_latest_revision, revision_reason, file_name, source_sheet, value_cell
                        from mart.measure_history
                        where measure_code = 'TIMELY'
                        order by revision_no
                        """))
                .containsExactly(
                        "0 | 75 | f |  | csc.xlsx | CP | F14", "1 | 83.3 | t | corrected | csc.xlsx | CP | F14");
        assertThat(reader.one("""
                        select figure from mart.measure_value_as_at('%s') where measure_code = 'TIMELY'
                        """.formatted(before))).isEqualTo("75");
        assertThat(reader.one("select figure from mart.measure_value_as_at(now()) where measure_code = 'TIMELY'"))
                .isEqualTo("83.3");
    }

    @Test
    void levelsOfOrganisationsAreNeverAddedTogether() throws SQLException {
        WarehouseSketch.value(database, 201512, "NORTH", "TIMELY", 0, "4", "4", "100");
        WarehouseSketch.value(database, 201512, "SOUTH", "TIMELY", 0, "5", "8", "62.5");
        assertThat(reader.rows("""
                        select organisation_level, round(figure, 2), numerator, denominator, organisations_known
                        from mart.measure_by_month
                        where measure_code = 'TIMELY'
                        order by 1
                        """)).containsExactly("team | 75.00 | 9 | 12 | 2", "trust | 75.00 | 9 | 12 | 1");
    }

    @Test
    void aQuarterIsWhatItsMonthsMakeOfIt() throws SQLException {
        WarehouseSketch.value(database, 201510, "TRUST", "TIMELY", 0, "1", "2", "50");
        WarehouseSketch.value(database, 201511, "TRUST", "TIMELY", 0, "null", "null", "null");
        WarehouseSketch.value(database, 201510, "TRUST", "VISITS", 0, "10", "null", "10");
        WarehouseSketch.value(database, 201511, "TRUST", "VISITS", 0, "11", "null", "11");
        assertThat(reader.rows("""
                        select measure_code, fiscal_quarter_label, round(figure, 2), months_known, is_partial
                        from mart.measure_by_fiscal_quarter
                        order by 1
                        """))
                .containsExactly(
                        "TIMELY | 2015/16 Qtr1 | 62.00 | 0 | f", // as an earlier scorecard reported it
                        "TIMELY | 2015/16 Qtr3 | 71.43 | 2 | t", // (1 + 9) / (2 + 12)
                        "VISITS | 2015/16 Qtr3 | 33.00 | 3 | f");
    }

    @Test
    void toolsThatOnlyFilterAndAddAreRightToo() throws SQLException {
        WarehouseSketch.value(database, 201510, "TRUST", "TIMELY", 0, "1", "2", "50");
        assertThat(reader.one("""
                        select round(100 * sum(ratio_numerator) / sum(ratio_denominator), 2)
                        from mart.measure_value_plain
                        where measure_code = 'TIMELY' and organisation_level = 'trust'
                        """)).isEqualTo("71.43");
        assertThat(reader.rows("""
                        select month_key, is_last_reported_of_quarter
                        from mart.measure_value_plain
                        where measure_code = 'TIMELY'
                        order by 1
                        """)).containsExactly("201510 | f", "201512 | t");
    }

    @Test
    void aTargetHoldsMonthByMonthUntilItEnds() throws SQLException {
        application.run("""
                insert into dw.fact_target (from_month_key, to_month_key, organisation_key, organisation_id, measure_key,
                    measure_id, revision_no, target_value, catalogue_version_id, revision_reason)
                values (201504, 201509, 1, 1, 2, 2, 1, 80, 1, 'ends'), (201510, null, 1, 1, 2, 2, 0, 85, 1, '')
                """);
        assertThat(reader.rows("""
                        select month_key, target_value
                        from mart.target_value
                        where month_key in (201503, 201504, 201509, 201510, 201512)
                        order by 1
                        """)).containsExactly("201504 | 80", "201509 | 80", "201510 | 85", "201512 | 85");
    }

    @Test
    void theScorecardIsTheDraftUntilAnEditionIsPublished() throws SQLException {
        String shown = """
                select edition_no, edition_status, section_name, printed_name, baseline_rank_text, quarter_4_label,
                    quarter_4_figure, quarter_4_text, latest_text, target_text, standing, trend_arrow, trend_judgement,
                    forecast_mean
                from mart.scorecard
                """;
        String line =
                " | High quality services | Timely | B | 2015/16 Qtr2 | 70.5 | 71% | 75% | 80% | missed | ↑ | better"
                        + " | 76";
        assertThat(reader.rows(shown)).containsExactly("1 | draft" + line);

        WarehouseSketch.publish(database, 1);
        WarehouseSketch.edition(database, 2);
        assertThat(reader.rows(shown)).containsExactly("1 | published" + line);

        WarehouseSketch.publish(database, 2);
        assertThat(reader.rows(shown)).containsExactly("2 | published" + line);
    }

    @Test
    void theOtherBlocksOfTheScorecardHaveTheirTextsBesideTheirNumbers() throws SQLException {
        assertThat(reader.one("select line_code, budget_gbp, budget_text, computed_variance_gbp"
                        + " from mart.scorecard_finance"))
                .isEqualTo("TOTAL | 100 | £100 | 10");
        assertThat(reader.one("select category_code, share_pct, share_pct_text from mart.scorecard_distribution"))
                .isEqualTo("R | 40 | 40%");
        assertThat(reader.one("select category_code, audit_count, audit_count_text from mart.scorecard_audit"))
                .isEqualTo("R | 4 | 4");
        assertThat(reader.one("select project_name, progress_rag_name, finance_rag_code, narrative"
                        + " from mart.scorecard_project"))
                .isEqualTo("The plan | Red | G | Going well");
        assertThat(reader.one("select place_code, page_text from mart.scorecard_text"))
                .isEqualTo("section.services | High quality services");
        assertThat(reader.one("select forecast_month_label, forecast_mean, low_95, high_95 from mart.forecast"))
                .isEqualTo("Jan-16 | 76 | 66 | 86");
    }

    /** Two clocks: the month that a figure is about, and the time from which it counted. */
    @Test
    void aMonthIsAsItCountedAtEachTime() throws SQLException {
        WarehouseSketch.value(database, 201510, "TRUST", "VISITS", 0, "10", "null", "10");
        WarehouseSketch.value(database, 201511, "TRUST", "VISITS", 0, "11", "null", "11");
        WarehouseSketch.value(database, 201510, "TRUST", "VISITS", 1, "20", "null", "20");
        WarehouseSketch.value(database, 201510, "TRUST", "VISITS", 2, "10", "null", "10");
        Sql.as(database.owner()).run("""
                set session_replication_role = replica;
                update dw.fact_measure_value
                set recorded_at = case month_key * 10 + revision_no
                    when 2015100 then timestamptz '2015-11-05 09:00:00+00'
                    when 2015110 then timestamptz '2015-12-05 09:00:00+00'
                    when 2015101 then timestamptz '2015-12-20 09:00:00+00'
                    when 2015102 then timestamptz '2016-02-01 09:00:00+00'
                    else timestamptz '2016-01-05 09:00:00+00'
                end
                where measure_id = 1
                """);
        assertThat(known("2015-11-05 08:59:59.999999+00")).isEmpty();
        assertThat(known("2015-11-05 09:00:00+00"))
                .as("from the very moment it was recorded")
                .containsExactly("201510 | 10 | 0");
        assertThat(known("2015-12-10 00:00:00+00")).containsExactly("201510 | 10 | 0", "201511 | 11 | 0");
        assertThat(known("2015-12-20 08:59:59.999999+00"))
                .as("up to the moment before the restatement")
                .containsExactly("201510 | 10 | 0", "201511 | 11 | 0");
        assertThat(known("2015-12-20 09:00:00+00")).containsExactly("201510 | 20 | 1", "201511 | 11 | 0");
        assertThat(known("2015-12-20 10:00:00+01"))
                .as("a time is a time, whatever its offset")
                .containsExactly("201510 | 20 | 1", "201511 | 11 | 0");
        assertThat(known("2016-01-31 00:00:00+00"))
                .containsExactly("201510 | 20 | 1", "201511 | 11 | 0", "201512 | 12 | 0");
        assertThat(known("2016-02-01 09:00:00+00"))
                .as("restated back: the old figure, and a revision of its own")
                .containsExactly("201510 | 10 | 2", "201511 | 11 | 0", "201512 | 12 | 0");
    }

    private List<String> known(String time) throws SQLException {
        return reader.rows("""
                select month_key, figure, revision_no
                from mart.measure_value_as_at('%s')
                where measure_code = 'VISITS'
                order by month_key
                """.formatted(time));
    }

    /** Revisions are recorded at the time of their submission's verdict, one submission after the other. */
    @Test
    void aSubmissionIsKnownWholeOrNotAtAll() throws SQLException {
        Sql sample = Sql.as(LoadedSample.get().database().owner());
        for (String fact : List.of(
                "fact_measure_value",
                "fact_finance_position",
                "fact_measure_distribution",
                "fact_audit_opinion",
                "fact_project_status")) {
            assertThat(sample.rows("""
                            select submission_id, recorded_at, decided_at
                            from dw.%s
                            join etl.return_submission using (submission_id)
                            where recorded_at <> decided_at
                            """.formatted(fact))).as(fact).isEmpty();
        }
        assertThat(sample.one("select count(*) - count(distinct decided_at) from etl.return_submission"))
                .as("one after the other")
                .isEqualTo("0");
    }

    @Test
    void everyEditionIsThereAndTheOneInForceIsTheOneThatCounts() throws SQLException {
        WarehouseSketch.publish(database, 1);
        WarehouseSketch.edition(database, 2);
        application.run("""
                delete from dw.fact_scorecard_figure where edition_key = 2 and column_code = 'latest';
                insert into dw.fact_scorecard_figure (edition_key, block_code, line_code, column_code, sort_order,
                    printed_text, figure, value_status)
                values (2, 'measures', 'TIMELY', 'latest', 6, '76%', 76, 'reported');
                """);
        String count = "select edition_no, edition_status, has_next_draft, publication_no from mart.scorecard_edition";
        String editions = """
                select edition_no, edition_status, superseded_at is null
                from mart.edition_history
                order by edition_no
                """;
        assertThat(reader.rows(count)).containsExactly("1 | published | t | 1");
        assertThat(reader.rows(editions)).containsExactly("1 | published | t", "2 | draft | t");
        assertThat(reader.rows("""
                        select printed_text
                        from mart.edition_cell
                        where edition_status = 'draft' and column_code = 'latest'
                        """)).containsExactly("76%");
        assertThat(reader.rows("""
                        select edition_no, earlier_edition_no, line_code, column_code, earlier_text, later_text,
                            earlier_figure, later_figure
                        from mart.edition_difference
                        """)).containsExactly("2 | 1 | TIMELY | latest | 75% | 76% | 75 | 76");
        WarehouseSketch.publish(database, 2);
        assertThat(reader.rows(count)).containsExactly("2 | published | f | 2");
        assertThat(reader.rows(editions)).containsExactly("1 | superseded | f", "2 | published | t");
    }

    @Test
    void everyKindOfFigureThatWasRevisedSinceThePublicationIsSaid() throws SQLException {
        WarehouseSketch.publish(database, 1);
        WarehouseSketch.value(database, 201511, "TRUST", "TIMELY", 0, "3", "4", "75");
        WarehouseSketch.value(database, 201512, "NORTH", "TIMELY", 0, "3", "4", "75");
        WarehouseSketch.value(database, 201601, "TRUST", "TIMELY", 0, "3", "4", "75");
        application.run("""
                insert into dw.fact_measure_quarter (month_key, organisation_key, organisation_id, measure_key,
                    measure_id, revision_no, figure, value_status, submission_id, revision_reason)
                values (201506, 1, 1, 2, 2, 1, 63, 'reported', 1, 'corrected');
                insert into dw.fact_measure_distribution (month_key, organisation_key, organisation_id, category_key,
                    category_id, revision_no, share_pct, submission_id, revision_reason)
                values (201512, 1, 1, 1, 1, 1, 41, 1, 'corrected');
                insert into dw.fact_audit_opinion (month_key, organisation_key, organisation_id, category_key,
                    category_id, revision_no, audit_count, submission_id, revision_reason)
                values (201512, 1, 1, 1, 1, 1, 5, 1, 'corrected');
                insert into dw.fact_finance_position (month_key, organisation_key, organisation_id, finance_line_key,
                    finance_line_id, revision_no, budget_gbp, forecast_gbp, spend_to_date_gbp, committed_gbp, submission_id,
                    revision_reason)
                values (201512, 1, 1, 1, 1, 1, 100, 120, 80, 6, 1, 'corrected');
                insert into dw.fact_project_status (month_key, project_key, project_id, revision_no,
                    progress_category_key, finance_category_key, narrative, submission_id, revision_reason)
                values (201512, 1, 1, 1, 2, 2, 'Going well', 1, 'corrected');
                """);
        assertThat(reader.rows("""
                        select block_code, line_code, item_code, figure_month_key, published_figure, current_figure,
                            published_text, current_text, revision_reason, file_name
                        from mart.revision_since_publication
                        order by 1, 4
                        """))
                .containsExactly(
                        "audit | RAG R | number | 201512 | 4 | 5 | null | null | corrected | csc.xlsx",
                        "distribution | RAG R | share | 201512 | 40 | 41 | null | null | corrected | csc.xlsx",
                        "finance | TOTAL | forecast | 201512 | 110 | 120 | null | null | corrected | csc.xlsx",
                        "finance | TOTAL | committed | 201512 | 5 | 6 | null | null | corrected | csc.xlsx",
                        "measures | TIMELY | month | 201511 | null | 75 | null | null |  | csc.xlsx",
                        "projects | PLAN | progress | 201512 | null | null | R | G | corrected | csc.xlsx",
                        "quarters | TIMELY | quarter | 201506 | 62 | 63 | null | null | corrected | csc.xlsx");
        WarehouseSketch.value(database, 201511, "TRUST", "TIMELY", 1, "null", "null", "null");
        assertThat(reader.one("""
                        select published_status, current_status
                        from mart.revision_since_publication
                        where block_code = 'measures'
                        """)).isEqualTo("null | nothing_to_report");
    }

    @Test
    void whatWasRevisedSinceThePublicationIsSaid() throws SQLException {
        WarehouseSketch.publish(database, 1);
        assertThat(reader.rows("select * from mart.revision_since_publication")).isEmpty();
        WarehouseSketch.value(database, 201512, "TRUST", "TIMELY", 1, "10", "12", "83.3");
        assertThat(reader.one("select measure_code, published_figure, current_figure, difference, revision_reason"
                        + " from mart.revision_since_publication"))
                .isEqualTo("TIMELY | 75 | 83.3 | 8.3 | corrected");
    }

    @Test
    void aReturnIsDueOverdueWaivedOrJudged() throws SQLException {
        application.run("""
                insert into etl.return_expectation (month_key, return_code, organisation_code, due_date)
                values (201511, 'CSC', 'TRUST', '2015-12-14'), (201510, 'CSC', 'TRUST', '2015-11-13');
                insert into etl.return_waiver (month_key, return_code, is_waived, reason_text, waived_by)
                values (201510, 'CSC', true, 'strike', 'Jo'), (201511, 'CSC', true, 'strike', 'Jo'),
                    (201511, 'CSC', false, 'no strike', 'Jo');
                insert into etl.validation_issue (submission_id, rule_code, severity, issue_message, fingerprint, cause)
                values (1, 'R001', 'query', 'Why?', 'f1', 'c1');
                """);
        assertThat(reader.rows("""
                        select month_key, return_status, return_name, file_name, open_query_count
                        from mart.return_status
                        order by month_key
                        """))
                .containsExactly(
                        "201510 | waived | Social care | null | 0",
                        "201511 | overdue | Social care | null | 0",
                        "201512 | loaded | Social care | csc.xlsx | 1",
                        "204912 | not_due | Social care | null | 0");
    }

    @Test
    void anOrganisationSaysWhatItIsPartOf() throws SQLException {
        assertThat(reader.rows(
                        "select organisation_code, organisation_path_label from mart.dim_organisation order by 1"))
                .containsExactly("NORTH | The Trust > North", "SOUTH | The Trust > South", "TRUST | The Trust");
    }

    /** The calendar of the warehouse and that of the program must be the same. */
    @Test
    void monthsAreWhatTheProgramTakesThemFor() throws SQLException {
        for (int key : new int[] {200001, 201503, 201504, 201512, 204912}) {
            var month = org.monthend.calendar.ReportingMonth.ofKey(key);
            assertThat(reader.one("""
                            select month_label, month_long_label, month_start_date, month_end_date, month_index,
                                fiscal_year_label, fiscal_year_start, fiscal_quarter_label, fiscal_quarter_index,
                                is_fiscal_quarter_end
                            from mart.dim_month
                            where month_key = %d
                            """.formatted(key)))
                    .isEqualTo(String.join(
                            " | ",
                            month.label(),
                            month.longLabel(),
                            month.firstDay().toString(),
                            month.lastDay().toString(),
                            Integer.toString(month.index()),
                            month.fiscalYear().label(),
                            Integer.toString(month.fiscalYear().startYear()),
                            month.quarter().label(),
                            Integer.toString(month.quarter().index()),
                            month.endsQuarter() ? "t" : "f"));
        }
    }
}
