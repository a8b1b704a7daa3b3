package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was said stays, and what was issued stays: for the application by right, for the owner by trigger. */
class GuardTest {

    private static final List<String> STATEMENTS = List.of(
            "fact_measure_value",
            "fact_measure_quarter",
            "fact_measure_distribution",
            "fact_finance_position",
            "fact_audit_opinion",
            "fact_project_status",
            "fact_target",
            "fact_baseline");
    private static final List<String> EDITION_ROWS = List.of(
            "fact_scorecard",
            "fact_scorecard_figure",
            "fact_scorecard_month",
            "fact_forecast",
            "fact_scorecard_finance",
            "fact_scorecard_finance_outturn",
            "fact_scorecard_finance_month",
            "fact_scorecard_finance_accuracy",
            "fact_scorecard_category",
            "fact_scorecard_project",
            "fact_scorecard_target",
            "fact_scorecard_text",
            "fact_scorecard_judgement",
            "fact_scorecard_segment",
            "fact_scorecard_point",
            "fact_scorecard_rebase",
            "fact_scorecard_outturn");
    private static final List<String> VERSIONED =
            List.of("measure", "organisation", "category", "finance_line", "project", "return");

    private TestDatabase database;

    @BeforeEach
    void opens() throws SQLException {
        database = TestDatabase.fresh();
        WarehouseSketch.into(database);
    }

    @AfterEach
    void closes() {
        database.close();
    }

    private void refused(Sql asWhom, String sql, String why) {
        assertThatThrownBy(() -> asWhom.run(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }

    private Sql owner() {
        return Sql.as(database.owner());
    }

    private Sql application() {
        return Sql.as(database.application());
    }

    @Test
    void statementsAreNeverChangedRemovedOrEmptied() {
        for (String fact : STATEMENTS) {
            for (String sql :
                    List.of("update dw.%s set revision_no = 7", "delete from dw.%s", "truncate dw.%s cascade")) {
                refused(application(), sql.formatted(fact), "permission denied");
                refused(
                        owner(),
                        sql.formatted(fact),
                        " refuses " + sql.substring(0, 6).strip());
            }
        }
    }

    @Test
    void aDraftIsReplacedRowByRowAndNeverChangedInPlace() throws SQLException {
        for (String table : EDITION_ROWS) {
            refused(application(), "update dw.%s set edition_key = 7".formatted(table), "permission denied");
            refused(owner(), "update dw.%s set edition_key = 7".formatted(table), "refuses update");
            refused(owner(), "truncate dw.%s cascade".formatted(table), "refuses truncate");
            application().run("delete from dw." + table);
            assertThat(owner().one("select count(*) from dw." + table)).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource({"published", "superseded"})
    void anIssuedEditionKeepsAllItsRowsAndGetsNoMore(String status) throws SQLException {
        WarehouseSketch.publish(database, 1);
        if (status.equals("superseded")) {
            WarehouseSketch.edition(database, 2);
            WarehouseSketch.publish(database, 2);
        }
        for (String table : EDITION_ROWS) {
            String why = "edition 1 is " + status;
            for (Sql anyone : List.of(application(), owner())) {
                refused(anyone, "delete from dw.%s where edition_key = 1".formatted(table), why);
                refused(anyone, """
                        create temp table copied as select * from dw.%1$s where edition_key = 1;
                        insert into dw.%1$s select * from copied on conflict do nothing;
                        insert into dw.fact_scorecard_text (edition_key, sort_order, place_code, page_text)
                        values (1, 99, 'note', 'late');
                        """.formatted(table), why);
            }
        }
    }

    @Test
    void anEmptyPlaceInAnIssuedEditionStaysEmpty() throws SQLException {
        application().run("delete from dw.fact_scorecard_figure where column_code = 'trend'");
        WarehouseSketch.publish(database, 1);
        refused(application(), """
                insert into dw.fact_scorecard_figure (edition_key, block_code, line_code, column_code, sort_order,
                    printed_text)
                values (1, 'measures', 'TIMELY', 'trend', 8, '↑')
                """, "dw.fact_scorecard_figure refuses insert: edition 1 is published");
    }

    static Stream<Arguments> editionChanges() {
        String back =
                "update dw.dim_scorecard_edition set edition_status = 'draft', published_at = null, published_by = ''";
        return Stream.of(
                Arguments.of("a published one becomes no draft", back, "cannot become draft"),
                Arguments.of(
                        "a published one keeps its name",
                        "update dw.dim_scorecard_edition set published_by = 'Joe'",
                        "nor change otherwise"),
                Arguments.of(
                        "a superseded one changes no other thing",
                        "update dw.dim_scorecard_edition set edition_status = 'superseded', method_version = '2'",
                        "nor change otherwise"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("editionChanges")
    void anIssuedEditionGoesForwardsOnly(String rule, String sql, String why) throws SQLException {
        WarehouseSketch.publish(database, 1);
        refused(application(), sql, why);
        refused(owner(), sql, why);
    }

    @Test
    void aSupersededEditionStaysSuperseded() throws SQLException {
        WarehouseSketch.publish(database, 1);
        application().run("update dw.dim_scorecard_edition set edition_status = 'superseded'");
        refused(owner(), "update dw.dim_scorecard_edition set edition_status = 'published'", "cannot become published");
    }

    @Test
    void anEditionStartsAsADraftAndIsNeverRemovedNorMovedToAnotherMonth() {
        refused(owner(), "delete from dw.dim_scorecard_edition", "edition 1 stays");
        refused(owner(), "truncate dw.dim_scorecard_edition cascade", "refuses truncate");
        refused(owner(), "update dw.dim_scorecard_edition set month_key = 201511", "stays the one it is");
        refused(application(), "update dw.dim_scorecard_edition set month_key = 201511", "permission denied");
        refused(application(), """
                insert into dw.dim_scorecard_edition (month_key, organisation_key, organisation_id, edition_no,
                    edition_status, data_as_at, published_at, published_by, method_version)
                values (201511, 1, 1, 1, 'published', now(), now(), 'Jane', '1')
                """, "an edition starts as a draft");
    }

    @Test
    void aMonthHasOnePublishedEditionAndOneDraft() throws SQLException {
        refused(application(), """
                insert into dw.dim_scorecard_edition (month_key, organisation_key, organisation_id, edition_no,
                    data_as_at, method_version)
                values (201512, 1, 1, 2, now(), '1')
                """, "one_draft_edition_per_month");
        WarehouseSketch.publish(database, 1);
        WarehouseSketch.edition(database, 2);
        refused(application(), """
                update dw.dim_scorecard_edition
                set edition_status = 'published', published_at = now(), published_by = 'Jane'
                where edition_no = 2
                """, "one_published_edition_per_month");
    }

    /** The book of publications: what stands in it stays, and nothing comes into it but the next publication. */
    @Test
    void theBookOfPublicationsIsAddedToAndNeverChanged() throws SQLException {
        WarehouseSketch.publish(database, 1);
        for (String sql : List.of(
                "update etl.publication set published_by = 'Eve'",
                "update etl.publication set page = 'other', page_sha256 = encode(sha256('other'), 'hex')",
                "update etl.publication set edition_key = 2",
                "delete from etl.publication",
                "truncate etl.publication")) {
            refused(application(), sql, "permission denied");
            refused(
                    owner(),
                    sql,
                    "etl.publication refuses " + sql.substring(0, 6).strip());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            another number                        => publication_no = 3                                 => publication 3 does not follow publication 1
            the number once more                  => publication_no = 1                                 => publication 1 does not follow publication 1
            another one before it                 => previous_sha256 = repeat('9', 64)                  => publication 2 does not follow publication 1
            a fork                                => previous_sha256 = repeat('0', 64)                  => publication 2 does not follow publication 1
            a draft                               => edition_key = 2, edition_no = 2                    => publication 2 is of edition 2, which is not published so
            another name than the edition's       => published_by = 'Eve'                               => publication 2 is of edition 1, which is not published so
            another digest than the edition's     => content_sha256 = repeat('d', 64)                   => publication 2 is of edition 1, which is not published so
            another page than its digest          => page = 'other'                                     => the_page_is_what_its_digest_says
            another workbook than its digest      => workbook = 'other'                                 => the_workbook_is_what_its_digest_says
            the edition a second time             => note_text = 'again'                                => one_publication_per_edition
            """)
    void nothingButTheNextPublicationComesIntoTheBook(String attempt, String set, String why) throws SQLException {
        WarehouseSketch.publish(database, 1);
        WarehouseSketch.edition(database, 2);
        refused(application(), """
                create temp table forged as select * from etl.publication;
                update forged set publication_no = 2, previous_sha256 = chain_sha256, chain_sha256 = repeat('2', 64);
                update forged set %s;
                insert into etl.publication select * from forged;
                """.formatted(set), why);
    }

    @Test
    void noEditionIsPublishedPastTheBook() {
        for (Sql anyone : List.of(application(), owner())) {
            refused(anyone, """
                    update dw.dim_scorecard_edition
                    set edition_status = 'published', published_at = now(), published_by = 'Eve'
                    """, "edition 1 was published without an entry in etl.publication");
        }
    }

    @Test
    void theDraftOfANextEditionMayGoAndNoOtherEdition() throws SQLException {
        refused(application(), "delete from dw.dim_scorecard_edition", "edition 1 stays");
        WarehouseSketch.publish(database, 1);
        refused(application(), "delete from dw.dim_scorecard_edition", "edition 1 stays");
        WarehouseSketch.edition(database, 2);
        String draft = "delete from dw.dim_scorecard_edition where edition_no = 2";
        refused(application(), draft, "edition 2 stays while it has rows in dw.fact_scorecard");
        for (String table : EDITION_ROWS) {
            application().run("delete from dw.%s where edition_key = 2".formatted(table));
        }
        application().run(draft);
        assertThat(owner().one("select max(edition_no) from dw.dim_scorecard_edition"))
                .isEqualTo("1");
    }

    @Test
    void aVersionOfADimensionEndsAndNeverChangesOtherwise() throws SQLException {
        for (String dimension : VERSIONED) {
            String name = "dw.dim_" + dimension;
            String key = dimension + "_key";
            refused(owner(), "delete from " + name, name + " refuses delete");
            refused(owner(), "truncate %s cascade".formatted(name), "refuses truncate");
            refused(application(), "delete from " + name, "permission denied");
            refused(application(), "update %s set %s_id = 99".formatted(name, dimension), "permission denied");
            refused(
                    owner(),
                    "update %s set valid_from = now()".formatted(name),
                    name + " refuses to change what a version says");
            application().run("update %s set valid_to = now(), is_current = false where %s = 1".formatted(name, key));
            assertThat(owner().one("select is_current from %s where %s = 1".formatted(name, key)))
                    .isEqualTo("f");
        }
    }

    @Test
    void whatFactsNameIsNeverRemoved() {
        for (String table :
                List.of("source_file", "catalogue_version", "load_run", "nightly_run", "return_submission")) {
            refused(owner(), "delete from etl." + table, "refuses delete");
            refused(owner(), "truncate etl.%s cascade".formatted(table), "refuses truncate");
            refused(application(), "delete from etl." + table, "permission denied");
        }
        for (String table : List.of("dim_month", "dim_date")) {
            refused(owner(), "delete from dw." + table, "refuses delete");
            refused(owner(), "update dw.%s set month_key = 1".formatted(table), "refuses update");
            refused(application(), "insert into dw.%s select * from dw.%1$s".formatted(table), "permission denied");
        }
    }

    @Test
    void theSameBytesLoadOnceUnderOneMapping() throws SQLException {
        String again = """
                insert into etl.return_submission (load_run_id, source_file_id, return_code, month_key,
                    mapping_version, attempt_no, verdict, file_name)
                values (1, 1, 'CSC', 201512, '%s', 2, 'loaded', 'csc.xlsx')
                """;
        refused(application(), again.formatted("1"), "the_same_bytes_load_once");
        application().run(again.formatted("2"));
    }

    @Test
    void aRerunThatComesOutOtherwiseIsMadeOnceAsWell() throws SQLException {
        String rerun = """
                insert into etl.return_submission (load_run_id, source_file_id, return_code, month_key,
                    mapping_version, rerun_no, attempt_no, verdict, file_name)
                values (1, 1, 'CSC', 201512, '1', 1, %d, 'loaded', 'csc.xlsx')
                """;
        application().run(rerun.formatted(2));
        refused(application(), rerun.formatted(3), "the_same_bytes_load_once");
    }

    @Test
    void onlyWhatWasSaidIsWithdrawnAndAWithdrawnMeasureHasNoFigure() {
        String withdrawn = """
                insert into dw.fact_measure_value (month_key, organisation_key, organisation_id, measure_key, measure_id,
                    submission_id, revision_no, figure, value_status, revision_reason, is_withdrawn)
                values (201512, 1, 1, 1, 1, 1, %s, 'withdrawn by Jo', true)
                """;
        refused(application(), withdrawn.formatted("0, null, 'not_received'"), "only_what_was_said_is_withdrawn");
        refused(application(), withdrawn.formatted("1, 12, 'reported'"), "a_withdrawn_measure_is_not_received");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiterString = "=>", textBlock = """
            etl.return_submission set rows_read = 11          => rows_read_equals_loaded_plus_rejected
            etl.return_submission set verdict = 'fine'        => verdict_is_known
            etl.return_submission set verdict = 'refused'     => refusal_has_a_reason
            etl.validation_rule set severity = 'fatal'        => severity_is_known
            etl.load_run set ended_at = now()                 => a_running_run_has_not_ended
            """)
    void theBooksAreKeptRight(String change, String broken) {
        refused(application(), "update " + change, broken);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiterString = "=>", textBlock = """
            0, null, null, null, 'reported', ''             => a_figure_is_there_exactly_when_reported
            0, null, null, 5, 'suppressed', ''              => a_figure_is_there_exactly_when_reported
            0, 1, -1, 5, 'reported', ''                     => denominator_is_not_negative
            1, null, null, 5, 'reported', ''                => a_revision_has_a_reason
            0, null, null, null, 'unknown', ''              => value_status_is_known
            """)
    void aStatementIsWholeOrNotMade(String values, String broken) {
        refused(application(), """
                insert into dw.fact_measure_value (month_key, organisation_key, organisation_id, measure_key, measure_id,
                    submission_id, revision_no, numerator, denominator, figure, value_status, revision_reason)
                values (201511, 1, 1, 1, 1, 1, %s)
                """.formatted(values), broken);
    }

    @Test
    void issuesAndTheirExplanationsStayAsTheyWereWritten() throws SQLException {
        application().run("""
                insert into etl.validation_rule (rule_code, severity, rule_title, how_to_fix)
                values ('R310', 'query', 'Why?', 'Say.') on conflict do nothing;
                insert into etl.validation_issue (submission_id, rule_code, severity, issue_message, fingerprint, cause)
                values (1, 'R310', 'query', 'Why?', 'f', 'c');
                insert into etl.issue_explanation (cause, issue_id, explanation_text, explained_by)
                select cause, issue_id, 'agreed', 'Jo' from etl.validation_issue;
                """);
        for (String table : List.of("validation_issue", "issue_explanation")) {
            for (String sql :
                    List.of("update etl.%s set cause = 'd'", "delete from etl.%s", "truncate etl.%s cascade")) {
                refused(application(), sql.formatted(table), "permission denied");
                refused(
                        owner(),
                        sql.formatted(table),
                        " refuses " + sql.substring(0, 6).strip());
            }
        }
        refused(application(), """
                insert into etl.issue_explanation (cause, issue_id, explanation_text, explained_by)
                select cause, issue_id, '', 'Jo' from etl.validation_issue
                """, "an_explanation_has_words_and_a_name");
    }

    @Test
    void whoWaivedWhatStays() throws SQLException {
        application().run("""
                insert into etl.return_waiver (month_key, return_code, is_waived, reason_text, waived_by)
                values (201512, 'CSC', true, 'strike', 'Jo')
                """);
        for (String sql : List.of(
                "update etl.return_waiver set waived_by = 'Kim'",
                "delete from etl.return_waiver",
                "truncate etl.return_waiver")) {
            refused(application(), sql, "permission denied");
            refused(owner(), sql, "etl.return_waiver refuses");
        }
        refused(application(), """
                insert into etl.return_waiver (month_key, return_code, is_waived, reason_text, waived_by)
                values (201512, 'CSC', true, 'strike', '')
                """, "a_waiver_has_words_and_a_name");
    }

    @Test
    void theApplicationAddsFilesAndRowsToKeepAndNeverTakesThemAway() throws SQLException {
        application().run("""
                insert into etl.source_file (sha256, file_name, byte_size)
                values (encode(sha256('abc'), 'hex'), 'abc.csv', 3);
                insert into etl.source_file_content (sha256, content) values (encode(sha256('abc'), 'hex'), 'abc');
                insert into etl.quarantined_row (submission_id, row_no, sheet_name, sheet_row_no, cells, rule_codes)
                values (1, 1, 'CP', 2, '{"A2": "CPQ"}', array['R205']);
                """);
        for (String sql : List.of(
                "update etl.source_file_content set content = ''",
                "delete from etl.source_file_content",
                "truncate etl.source_file_content",
                "update etl.quarantined_row set cells = '{}'",
                "delete from etl.quarantined_row",
                "truncate etl.quarantined_row")) {
            refused(application(), sql, "permission denied");
        }
        refused(
                application(),
                "insert into etl.source_file_content (sha256, content) values (repeat('a', 64), 'abc')",
                "content_is_what_the_digest_says");
    }

    /** Every declared key of every fact, one after the other: a row that is right but for that key. */
    @Test
    void aFactWithAnUnknownKeyIsRefused() throws SQLException {
        List<String> notRefused = new ArrayList<>();
        List<String> keys = owner().rows("""
                select c.relname, a.attname, k.conname
                from pg_constraint as k
                join pg_class as c on c.oid = k.conrelid
                join pg_attribute as a on a.attrelid = c.oid and a.attnum = k.conkey[1]
                where k.contype = 'f' and c.relnamespace = 'dw'::regnamespace and c.relname like 'fact_%'
                """);
        assertThat(keys).hasSizeGreaterThan(50);
        for (String key : keys) {
            String[] parts = key.split(" \\| ", -1);
            String columns = owner().one("""
                    select string_agg(column_name, ', ' order by ordinal_position)
                    from information_schema.columns
                    where table_schema = 'dw' and table_name = '%s' and is_generated = 'NEVER' and is_identity = 'NO'
                    """.formatted(parts[0]));
            String values = columns.replaceAll("\\b" + parts[1] + "\\b", "987654321")
                    .replaceAll("\\brevision_no\\b", "revision_no + 1")
                    .replaceAll("\\brevision_reason\\b", "'corrected'");
            try {
                application().run("""
                        create temp table another as select %2$s from dw.%1$s order by %5$s is null limit 1;
                        %4$s;
                        insert into dw.%1$s (%2$s) select %3$s from another;
                        """.formatted(
                                parts[0],
                                columns,
                                values,
                                EDITION_ROWS.contains(parts[0]) ? "delete from dw." + parts[0] : "select",
                                parts[1]));
                notRefused.add(key);
            } catch (SQLException e) {
                assertThat(e.getMessage()).contains("%s 987654321 of dw.%s is not in ".formatted(parts[1], parts[0]));
                assertThat(e.getSQLState()).isEqualTo("23503");
            }
        }
        assertThat(notRefused).isEmpty();
    }
}
