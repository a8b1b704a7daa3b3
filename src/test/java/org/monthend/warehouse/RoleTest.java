package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class RoleTest {

    private static final String RELATIONS = """
            select n.nspname || '.' || c.relname
            from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
            where c.relkind in ('r', 'v', 'm', 'S', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                and n.nspname !~ '^pg_'
            """;

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

    @Test
    void aBiLoginReadsEveryViewOfMartAndNothingElse() throws SQLException {
        String login = "bi_tool_of_" + database.address().database();
        Sql owner = Sql.as(database.owner());
        owner.run("create role %s login password 'bi' in role bi_reader".formatted(login));
        try {
            Sql tool = Sql.as(login(login));
            for (String relation : tool.rows(RELATIONS)) {
                if (relation.startsWith("mart.")) {
                    tool.rows("select * from " + relation);
                } else {
                    assertThatThrownBy(() -> tool.rows("select * from " + relation))
                            .hasMessageContaining("permission denied");
                }
                assertThatThrownBy(() -> tool.run("delete from " + relation)).isInstanceOf(SQLException.class);
            }
            assertThat(tool.one("select count(*) from mart.measure_value")).isEqualTo("2");
            assertThat(tool.one("select count(*) from mart.measure_value_as_at(now())"))
                    .isEqualTo("2");
            assertThat(tool.one("select figure from mart.measure_by_month where measure_code = 'TIMELY'"))
                    .startsWith("75");
            for (String sql : List.of(
                    "create table public.mine (a int)",
                    "create table mart.mine (a int)",
                    "call dw.make_append_only('mart.scorecard')",
                    "set role monthend_app",
                    "set role mart_owner")) {
                assertThatThrownBy(() -> tool.run(sql)).hasMessageContaining("permission denied");
            }
        } finally {
            owner.run("drop role " + login);
        }
    }

    private PGSimpleDataSource login(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(name);
        source.setPassword("bi");
        return source;
    }

    @Test
    void everyoneElseHasNothing() throws SQLException {
        String login = "stranger_of_" + database.address().database();
        Sql owner = Sql.as(database.owner());
        owner.run("create role %s login password 'bi'".formatted(login));
        try {
            Sql stranger = Sql.as(login(login));
            for (String relation : stranger.rows(RELATIONS)) {
                assertThatThrownBy(() -> stranger.rows("select * from " + relation))
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> stranger.rows("select mart.measure_rollup('', '', 1, 1, 1, 1, 1)"))
                    .hasMessageContaining("permission denied");
        } finally {
            owner.run("drop role " + login);
        }
    }

    /** Views run with the rights of their owner, so that owner must have no more rights than reading takes. */
    @Test
    void theOwnerOfTheViewsOnlyReads() throws SQLException {
        Sql owner = Sql.as(database.owner());
        assertThat(owner.rows("""
                        select c.relname from pg_class as c
                        where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'
                            and pg_get_userbyid(c.relowner) <> 'mart_owner'
                        """)).isEmpty();
        assertThat(owner.one("select rolsuper or rolcreaterole or rolbypassrls or rolcanlogin from pg_roles"
                        + " where rolname = 'mart_owner'"))
                .isEqualTo("f");
        Sql viewOwner = Sql.as(database.as("mart_owner"));
        for (String sql :
                List.of("delete from dw.fact_scorecard", "insert into etl.catalogue_version (digest) values ('x')")) {
            assertThatThrownBy(() -> viewOwner.run(sql)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void theApplicationOwnsNothingAndCannotLiftAGuard() throws SQLException {
        assertThat(Sql.as(database.owner())
                        .rows("select relname from pg_class where pg_get_userbyid(relowner) = 'monthend_app'"))
                .isEmpty();
        Sql application = Sql.as(database.application());
        for (String sql : List.of(
                "alter table dw.fact_measure_value disable trigger all",
                "drop trigger is_append_only on dw.fact_measure_value",
                "set session_replication_role = replica",
                "create schema mine")) {
            assertThatThrownBy(() -> application.run(sql)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theApplicationKeepsTheJobRepositoryAndItsStaging() throws SQLException {
        Sql application = Sql.as(database.application());
        application.run("""
                insert into batch.batch_job_instance (job_instance_id, version, job_name, job_key)
                values (nextval('batch.batch_job_instance_seq'), 0, 'monthEnd', 'k');
                update batch.batch_job_instance set version = 1;
                delete from batch.batch_job_instance;
                truncate etl.stage_measure_value;
                delete from etl.stage_project_status;
                """);
        assertThat(application.one("select count(*) from batch.batch_job_instance"))
                .isEqualTo("0");
    }
}
