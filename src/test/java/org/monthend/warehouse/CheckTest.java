package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.monthend.LoadedSample;
import org.monthend.job.IntegrityChecks.Violation;

/** Each file of sql/checks selects what must not exist: nothing in a warehouse that is right, something in one that is not. */
class CheckTest {

    private static final Path CHECKS = Path.of("sql", "checks");

    private final TestDatabase database = TestDatabase.fresh();
    private final Sql owner = Sql.as(database.owner());

    @AfterEach
    void closes() {
        database.close();
    }

    static Stream<String> checks() throws IOException {
        try (Stream<Path> files = Files.list(CHECKS)) {
            return files.map(file -> file.getFileName().toString().replace(".sql", "")).sorted().toList().stream();
        }
    }

    static Stream<String> factsWithKeys() throws IOException {
        return checks().filter(check -> check.startsWith("fact_") && check.endsWith("_with_unknown_key"));
    }

    private List<String> finds(String check) throws IOException, SQLException {
        return owner.rows(Files.readString(CHECKS.resolve(check + ".sql")));
    }

    @Test
    void findNothingInAnEmptyWarehouseNorInASoundOne() throws IOException, SQLException {
        for (String check : checks().toList()) {
            assertThat(finds(check)).as(check).isEmpty();
        }
        WarehouseSketch.into(database);
        WarehouseSketch.publish(database, 1);
        for (String check : checks().toList()) {
            assertThat(finds(check)).as(check).isEmpty();
        }
    }

    @Test
    void findNothingInTheLoadedSample() throws IOException, SQLException {
        Sql sample = Sql.as(LoadedSample.get().database().owner());
        for (String check : checks().toList()) {
            assertThat(sample.rows(Files.readString(CHECKS.resolve(check + ".sql"))))
                    .as(check)
                    .isEmpty();
        }
    }

    @Test
    void theNightRunsEveryOneOfThem() throws IOException {
        WarehouseChecks checks = new WarehouseChecks(database.application());
        assertThat(checks.names()).isEqualTo(checks().toList());
        assertThat(checks.count()).isEqualTo(checks.names().size());
        assertThat(checks.run()).isEmpty();
    }

    @Test
    void theNightSaysWhatTheyFound() throws SQLException {
        WarehouseSketch.into(database);
        unguarded("update dw.fact_measure_value set revision_no = 2, revision_reason = 'gap'");
        unguarded("update dw.dim_return set is_current = false");
        List<Violation> violations = new WarehouseChecks(database.application()).run();
        assertThat(violations)
                .extracting(Violation::sentence)
                .containsExactly(
                        "check current_version_that_has_ended found 1 row", "check two_current_revisions found 2 rows");
        assertThat(violations.get(0).meaning())
                .isEqualTo(
                        "Dimension versions that are marked as current and have ended, or have not ended and are not current.");
        assertThat(violations.get(0).examples())
                .containsExactly(
                        "dimension_name dim_return, version_key 1, valid_to 9999-12-31 00:00:00+00, is_current f");
    }

    @Test
    void everyFactHasItsCheckOfKeys() throws IOException, SQLException {
        assertThat(new TreeSet<>(factsWithKeys().toList())).isEqualTo(new TreeSet<>(owner.rows("""
                        select relname || '_with_unknown_key' from pg_class
                        where relnamespace = 'dw'::regnamespace and relkind = 'r' and relname like 'fact_%'
                        """)));
    }

    @ParameterizedTest
    @MethodSource("factsWithKeys")
    void findEveryUnknownKey(String check) throws IOException, SQLException {
        WarehouseSketch.into(database);
        String fact = check.replace("_with_unknown_key", "");
        List<String> keys = owner.rows("""
                select a.attname
                from pg_constraint as k
                join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                where k.contype = 'f' and k.conrelid = 'dw.%s'::regclass
                """.formatted(fact));
        for (String key : keys) {
            unguarded("""
                    update dw.%1$s set %2$s = 987654321
                    where ctid = (select ctid from dw.%1$s order by %2$s is null limit 1)
                    """.formatted(fact, key));
            assertThat(finds(check)).anyMatch(row -> row.startsWith(key + " | 987654321"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            submission_that_does_not_add_up => alter table etl.return_submission drop constraint rows_read_equals_loaded_plus_rejected; update etl.return_submission set rows_read = 11
            fact_of_refused_submission => update etl.return_submission set verdict = 'refused', reason_code = 'R001'
            two_current_revisions => update dw.fact_measure_value set revision_no = 2, revision_reason = 'gap'
            two_current_revisions => update dw.fact_project_status set revision_no = 1, revision_reason = 'gap'
            revision_that_changes_nothing => insert into dw.fact_measure_value (month_key, organisation_key, organisation_id, measure_key, measure_id, revision_no, numerator, figure, value_status, submission_id, revision_reason) values (201512, 1, 1, 1, 1, 1, 12, 12, 'reported', 1, 'same')
            figure_that_is_not_its_fraction => update dw.fact_measure_value set figure = 75.1 where denominator is not null
            two_versions_at_a_time => insert into dw.dim_measure (measure_id, measure_code, measure_name, printed_name, name_status, section_code, block_code, position_no, contract_mark, unit, unit_multiplier, decimal_places, numerator_label, denominator_label, definition, polarity, frequency, aggregation, lifecycle, is_trend_shown, valid_from, is_current) select 1, 'OLD', '', '', '', '', '', 1, 'n', 'count', 1, 0, '', '', '', 'higher', 'monthly', 'flow', 'live', true, now(), false
            current_version_that_has_ended => update dw.dim_project set valid_to = now()
            current_version_that_has_ended => update dw.dim_return set is_current = false
            two_targets_at_a_time => insert into dw.fact_target (from_month_key, organisation_key, organisation_id, measure_key, measure_id, revision_no, target_value, catalogue_version_id) values (201510, 1, 1, 2, 2, 0, 85, 1)
            issued_edition_without_a_line => delete from dw.fact_scorecard; update dw.dim_scorecard_edition set edition_status = 'published', published_at = now(), published_by = 'x'
            superseded_month_without_a_published_edition => update dw.dim_scorecard_edition set edition_status = 'superseded', published_at = now(), published_by = 'x'
            edition_that_knows_the_future => update dw.fact_scorecard_month set month_key = 201601
            edition_that_knows_the_future => update dw.fact_measure_value set recorded_at = now() + interval '1 day'
            chart_point_that_its_limits_do_not_bear_out => update dw.fact_scorecard_point set is_outside_limit = true, is_near_limit = false
            chart_point_that_its_limits_do_not_bear_out => update dw.fact_scorecard_point set charted_value = charted_value + 0.1
            chart_point_that_its_limits_do_not_bear_out => delete from dw.fact_scorecard_segment
            chart_segment_that_does_not_add_up => update dw.fact_scorecard_segment set upper_limit = upper_limit + 1
            chart_segment_that_does_not_add_up => delete from dw.fact_scorecard_point
            printed_cell_that_is_not_the_figure => update dw.fact_scorecard_figure set figure = 70 where column_code = 'quarter_4'
            two_current_revisions => update dw.fact_measure_quarter set revision_no = 1, revision_reason = 'gap'
            edition_that_knows_the_future => update dw.fact_measure_quarter set recorded_at = now() + interval '1 day'
            reported_quarter_that_is_not_the_statement => update dw.fact_measure_quarter set figure = 63
            reported_quarter_that_is_not_the_statement => update dw.fact_measure_quarter set month_key = 201509
            reported_quarter_that_is_not_the_statement => update dw.fact_measure_quarter set measure_id = 1
            printed_cell_that_is_not_the_figure => delete from dw.fact_scorecard_figure where column_code = 'latest'
            quarantine_that_does_not_add_up => insert into etl.quarantined_row (submission_id, row_no, sheet_name, sheet_row_no, cells, rule_codes) values (1, 1, 'CP', 2, '{}', array['R205'])
            quarantine_that_does_not_add_up => update etl.return_submission set rows_rejected = 1, rows_loaded = 9
            unexplained_loss_of_rows => update etl.return_submission set verdict = 'partly_loaded'
            """)
    void findWhatIsWrong(String check, String wrong) throws IOException, SQLException {
        WarehouseSketch.into(database);
        assertThat(finds(check)).isEmpty();
        unguarded(wrong);
        assertThat(finds(check)).isNotEmpty();
    }

    /** Does what the guards forbid, as a superuser could. */
    private void unguarded(String sql) throws SQLException {
        owner.run("set session_replication_role = replica; " + sql);
    }
}
