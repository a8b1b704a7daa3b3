package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database says about itself: names, comments, keys. */
class CatalogTest {

    private static TestDatabase database;

    @BeforeAll
    static void opens() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    /** Liquibase's own two tables are not ours to describe. */
    private static final String OURS = """
            n.nspname in ('etl', 'dw', 'mart', 'batch') and c.relname not like 'databasechangelog%'
            """;

    private static List<String> faults(String query) throws SQLException {
        return Sql.as(database.owner()).rows(query);
    }

    @Test
    void everyTableAndViewHasAComment() throws SQLException {
        assertThat(faults("""
                        select n.nspname, c.relname
                        from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
                        where %s and c.relkind in ('r', 'v') and obj_description(c.oid, 'pg_class') is null
                        """.formatted(OURS))).isEmpty();
    }

    @Test
    void everyColumnHasAComment() throws SQLException {
        assertThat(faults("""
                        select n.nspname, c.relname, a.attname
                        from pg_class as c
                        join pg_namespace as n on n.oid = c.relnamespace
                        join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where %s and c.relkind in ('r', 'v') and col_description(c.oid, a.attnum) is null
                        """.formatted(OURS))).isEmpty();
    }

    @Test
    void everySchemaAndFunctionHasAComment() throws SQLException {
        assertThat(faults("""
                        select nspname from pg_namespace
                        where nspname in ('etl', 'dw', 'mart', 'batch') and obj_description(oid, 'pg_namespace') is null
                        union all
                        select proname from pg_proc
                        where pronamespace::regnamespace::text in ('etl', 'dw', 'mart', 'batch')
                            and obj_description(oid, 'pg_proc') is null
                        """)).isEmpty();
    }

    @Test
    void everyFactSaysItsGrainFirst() throws SQLException {
        assertThat(faults("""
                        select c.relname
                        from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
                        where %s and c.relkind = 'r' and c.relname like 'fact_%%'
                            and obj_description(c.oid, 'pg_class') not like 'GRAIN: %%.%%'
                        """.formatted(OURS))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            names are snake_case                   => c.relname !~ '^[a-z][a-z0-9_]*$' or a.attname !~ '^[a-z][a-z0-9_]*$'
            no column has a bare reserved name     => a.attname in ('month', 'rank', 'value', 'rollup', 'date', 'year')
            a yes or no is called is_ or has_      => t.typname = 'bool' and a.attname !~ '^(is|has)_'
            is_ is a yes or no                     => t.typname <> 'bool' and a.attname ~ '^(is|has)_'
            a point in time is called _at          => t.typname = 'timestamptz' and a.attname !~ '_at$' and a.attname not in ('valid_from', 'valid_to')
            a point in time has a time zone        => t.typname = 'timestamp'
            _at is a point in time                 => t.typname <> 'timestamptz' and a.attname ~ '_at$'
            a day is called _date                  => t.typname = 'date' and a.attname !~ '_date$' and a.attname <> 'date_key'
            a key or id is a number                => a.attname ~ '_(key|id)$' and t.typname not in ('int4', 'int8') and a.attname <> 'date_key'
            a code is text                         => a.attname ~ '_(code|name|label|text)$' and t.typname <> 'text'
            money and percent are exact            => a.attname ~ '_(gbp|pct)$' and t.typname <> 'numeric'
            text has no limit that cuts            => t.typname in ('varchar', 'bpchar')
            a figure is never a whole number only  => a.attname ~ '(figure|numerator|denominator|item_count|audit_count)$' and t.typname <> 'numeric'
            """)
    void columnsAreNamedForWhatTheyHold(String rule, String broken) throws SQLException {
        assertThat(faults("""
                        select n.nspname, c.relname, a.attname, t.typname
                        from pg_class as c
                        join pg_namespace as n on n.oid = c.relnamespace
                        join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        join pg_type as t on t.oid = a.atttypid
                        where %s and n.nspname <> 'batch' and c.relkind in ('r', 'v') and (%s)
                        """.formatted(OURS, broken))).as(rule).isEmpty();
    }

    @Test
    void relationsAreSingularAndSayWhatTheyAre() throws SQLException {
        assertThat(faults("""
                        select n.nspname, c.relname
                        from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
                        where %s and c.relkind in ('r', 'v')
                            and (
                                c.relname ~ '(measures|values|months|editions|figures|targets|forecasts|texts)$'
                                or n.nspname = 'dw' and c.relname !~ '^(dim|fact)_'
                            )
                        """.formatted(OURS))).isEmpty();
    }

    @Test
    void everyTableButStagingHasAPrimaryKey() throws SQLException {
        assertThat(faults("""
                        select n.nspname, c.relname
                        from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
                        where %s and c.relkind = 'r' and c.relname not like 'stage_%%'
                            and not exists (select from pg_constraint where conrelid = c.oid and contype = 'p')
                        """.formatted(OURS))).isEmpty();
    }

    @Test
    void onlyStagingMayBeLostInACrash() throws SQLException {
        assertThat(faults("""
                        select n.nspname, c.relname
                        from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
                        where %s and c.relkind = 'r' and (c.relpersistence = 'u') <> (c.relname like 'stage_%%')
                        """.formatted(OURS))).isEmpty();
    }

    /** PostgreSQL prints the name when a constraint is broken, so the name must tell what is wrong. */
    @Test
    void constraintsAreNamedAsSentences() throws SQLException {
        assertThat(faults("""
                        select n.nspname, c.relname, k.conname
                        from pg_constraint as k
                        join pg_class as c on c.oid = k.conrelid
                        join pg_namespace as n on n.oid = c.relnamespace
                        where %s and n.nspname <> 'batch' and k.contype <> 'n'
                            and (
                                k.conname ~ '_(check|key|fkey|pkey|excl)[0-9]*$'
                                or k.conname !~ '^[a-z0-9]+(_[a-z0-9]+){2,}$'
                                or k.contype in ('c', 'f') and k.conname !~ '(^|_)(is|are|has|have|equals|comes|starts|loads|says|lies)_'
                            )
                        """.formatted(OURS))).isEmpty();
    }

    /** The facts that name no dimension's row by number have no key to declare; all others must, for BI tools to see. */
    @Test
    void everyKeyColumnOfAFactIsDeclaredAsAForeignKey() throws SQLException {
        assertThat(faults("""
                        select c.relname, a.attname
                        from pg_class as c
                        join pg_namespace as n on n.oid = c.relnamespace
                        join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where n.nspname = 'dw' and c.relkind = 'r' and c.relname like 'fact_%'
                            and (a.attname ~ '_key$' or a.attname in ('submission_id', 'catalogue_version_id'))
                            and not exists (
                                select from pg_constraint as k
                                where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum]
                            )
                        """)).isEmpty();
    }

    @Test
    void toolsSeeTheKeysOfAFactThroughJdbc() throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = database.owner().getConnection();
                ResultSet key = connection.getMetaData().getImportedKeys(null, "dw", "fact_measure_value")) {
            while (key.next()) {
                keys.add("%s -> %s.%s"
                        .formatted(
                                key.getString("FKCOLUMN_NAME"),
                                key.getString("PKTABLE_NAME"),
                                key.getString("PKCOLUMN_NAME")));
            }
        }
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "month_key -> dim_month.month_key",
                        "organisation_key -> dim_organisation.organisation_key",
                        "measure_key -> dim_measure.measure_key",
                        "submission_id -> return_submission.submission_id");
    }

    /** Keys are looked up from the other side only where rows are followed downwards; dimensions never lose a row. */
    @Test
    void everyForeignKeyOfTheControlTablesHasAnIndex() throws SQLException {
        assertThat(faults("""
                        select c.relname, k.conname
                        from pg_constraint as k
                        join pg_class as c on c.oid = k.conrelid
                        join pg_namespace as n on n.oid = c.relnamespace
                        where n.nspname in ('etl', 'batch') and k.contype = 'f'
                            and not exists (
                                select from pg_index as i where i.indrelid = c.oid and i.indkey[0] = k.conkey[1]
                            )
                        """)).isEmpty();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "fact_measure_value, submission_id, fact_measure_value_by_submission",
        "fact_measure_value, measure_value_id, one_measure_value_per_number",
        "fact_measure_value, month_key, one_measure_value_per_month_organisation_measure_and_revision",
        "fact_scorecard_month, edition_key, one_scorecard_month_per_edition_organisation_measure_and_month"
    })
    void factsAreFoundByIndex(String fact, String column, String index) throws SQLException {
        List<String> plan = Sql.as(database.owner()).rows("""
                        set enable_seqscan = off;
                        explain select * from dw.%s where %s = 1
                        """.formatted(fact, column));
        assertThat(plan).anyMatch(line -> line.contains(index));
    }
}
