package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationTest {

    private static final String CHANGES = "select count(*) from etl.databasechangelog";

    private final TestDatabase database = TestDatabase.blank();
    private final Sql owner = Sql.as(database.owner());

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void aSecondMigrationDoesNothing() throws SQLException {
        Migration.migrate(database.owner());
        String changes = owner.one(CHANGES);
        String transaction = owner.one("select pg_current_xact_id_if_assigned() is null, max(dateexecuted), count(*)"
                + " from etl.databasechangelog");

        Migration.migrate(database.owner());

        assertThat(owner.one(CHANGES)).isEqualTo(changes);
        assertThat(owner.one("select pg_current_xact_id_if_assigned() is null, max(dateexecuted), count(*)"
                        + " from etl.databasechangelog"))
                .isEqualTo(transaction);
        assertThat(owner.one("select count(*) from etl.applied_changelog")).isEqualTo("1");
    }

    @Test
    void anOlderStateIsBroughtForward() throws SQLException {
        Migration.migrate(database.owner());
        owner.run("update etl.applied_changelog set changelog_sha256 = 'older'");

        Migration.migrate(database.owner());

        assertThat(owner.one("select count(*) from etl.applied_changelog")).isEqualTo("2");
    }

    /** The connection dies at the given statement: what Liquibase had noted and what it had not is gone alike. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 60, 150, 260})
    void aMigrationThatIsKilledHasDoneNothingAndTheNextOneStartsAtOnce(int statements) throws SQLException {
        assertThatThrownBy(() -> Migration.migrate(DyingConnections.of(database.owner(), statements)))
                .isInstanceOf(MigrationFailed.class);
        assertThat(owner.one("select count(*) from pg_namespace where nspname in ('etl', 'dw', 'mart', 'batch')"))
                .isEqualTo("0");

        Migration.migrate(database.owner());

        assertThat(owner.one("select count(*) from mart.dim_month")).isEqualTo("600");
    }

    @Test
    void aLockLeftByLiquibaseItselfIsNoObstacle() throws SQLException {
        Migration.migrate(database.owner());
        owner.run("""
                update etl.databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'the dead';
                update etl.applied_changelog set changelog_sha256 = 'older';
                """);

        Migration.migrate(database.owner());

        assertThat(owner.one("select count(*) from etl.applied_changelog")).isEqualTo("2");
    }

    @Test
    void twoAtTheSameMomentMigrateOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Callable<Boolean> migration = () -> {
            Migration.migrate(database.owner());
            return true;
        };
        for (Future<Boolean> done : threads.invokeAll(List.of(migration, migration))) {
            assertThat(done.get()).isTrue();
        }
        threads.shutdown();
        assertThat(owner.one("select count(*) from etl.applied_changelog")).isEqualTo("1");
    }

    @Test
    void aLoginThatMayCreateRolesAndOwnsTheDatabaseIsEnough() throws SQLException {
        String login = "migrator_of_" + database.address().database();
        owner.run("create role %s login createrole password 'm'".formatted(login));
        owner.run("""
                do $$ declare role_name name; begin
                    foreach role_name in array array['monthend_app', 'mart_owner', 'bi_reader'] loop
                        if exists (select from pg_roles where rolname = role_name) then
                            execute format('grant %%I to %1$s with admin option', role_name);
                        end if;
                    end loop;
                end $$;
                alter database %2$s owner to %1$s;
                """.formatted(login, database.address().database()));
        PGSimpleDataSource migrator = new PGSimpleDataSource();
        migrator.setUrl(database.jdbcUrl());
        migrator.setUser(login);
        migrator.setPassword("m");
        try {
            Migration.migrate(migrator);

            migrator.setOptions("-c role=monthend_app");
            assertThat(Sql.as(migrator).one("select count(*) from mart.dim_month"))
                    .isEqualTo("600");
        } finally {
            owner.run("""
                    alter database %2$s owner to monthend;
                    reassign owned by %1$s to monthend;
                    drop owned by %1$s;
                    drop role %1$s;
                    """.formatted(login, database.address().database()));
        }
    }

    @Test
    void everyChangeCanBeTakenBack() throws Exception {
        Migration.migrate(database.owner());
        try (Connection connection = database.owner().getConnection()) {
            PostgresDatabase postgres = new PostgresDatabase();
            postgres.setConnection(new JdbcConnection(connection));
            postgres.setLiquibaseSchemaName("etl");
            try (Liquibase liquibase =
                    new Liquibase("sql/changelog.yaml", new ClassLoaderResourceAccessor(), postgres)) {
                liquibase.rollback(Integer.parseInt(owner.one(CHANGES)), new Contexts(), new LabelExpression());
            }
        }
        assertThat(owner.rows("""
                        select relnamespace::regnamespace, relname
                        from pg_class
                        where relkind in ('r', 'v', 'S', 'c')
                            and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
                            and relname not like 'databasechangelog%'
                        """)).isEmpty();
    }

    @Test
    void saysWhatFailed() throws SQLException {
        owner.run("create schema dw");
        assertThatThrownBy(() -> Migration.migrate(database.owner()))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("The database was not migrated and is as it was")
                .hasMessageContaining("schema \"dw\" already exists");
        assertThat(owner.one("select count(*) from pg_namespace where nspname = 'etl'"))
                .isEqualTo("0");
    }

    /** Gives one connection whose server process ends before the given statement. */
    private static final class DyingConnections {

        private DyingConnections() {}

        static DataSource of(DataSource source, int statements) {
            return (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                    DataSource.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> dying(source.getConnection(), source, statements));
        }

        private static Connection dying(Connection connection, DataSource source, int statements) throws SQLException {
            int victim = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
            int[] made = {0};
            return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().matches("createStatement|prepareStatement") && ++made[0] == statements) {
                            Sql.as(source).one("select pg_terminate_backend(%d, 10000)".formatted(victim));
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }
    }
}
