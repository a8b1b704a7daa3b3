package org.monthend.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings a database to the state that {@code sql/changelog.yaml} describes.
 *
 * <p>Liquibase commits after every change and keeps its lock in a table, so a migration that is killed leaves a lock
 * behind, and now and then a change that is made but not noted. Here all changes are one transaction under a lock that
 * ends with the connection: a killed migration has done nothing, and the next one starts at once.
 */
public final class Migration {

    private static final int OLDEST_POSTGRESQL = 15;
    private static final String CHANGELOG = "sql/changelog.yaml";
    private static final String CONTROL_SCHEMA = "etl";
    /** Any number that no other program takes for an advisory lock: the letters of "monthend". */
    private static final long LOCK = 0x6d6f6e7468656e64L;

    private static final Pattern INCLUDED_FILE = Pattern.compile("^ +file: (\\S+)$", Pattern.MULTILINE);

    /** Held here, or the level that we set could be collected with it. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private Migration() {}

    /**
     * Migrates, or finds in a moment that nothing is to be done. The login must own the database or have the right to
     * create schemas, and to create roles where those of the warehouse are not there yet.
     *
     * @throws MigrationFailed with the cause; the database is then as it was
     */
    public static void migrate(DataSource owner) {
        String digest = digestOfChangelog();
        try (Connection connection = owner.getConnection()) {
            if (!isAt(digest, connection)) {
                requireSupported(connection.getMetaData());
                migrate(connection, digest);
            }
        } catch (SQLException e) {
            throw new MigrationFailed("The database cannot be reached or read for its migration: " + e.getMessage(), e);
        }
    }

    private static void requireSupported(DatabaseMetaData server) throws SQLException {
        if (server.getDatabaseMajorVersion() < OLDEST_POSTGRESQL) {
            throw new MigrationFailed("The database is %s %s; Monthend needs PostgreSQL %d or later."
                    .formatted(server.getDatabaseProductName(), server.getDatabaseProductVersion(), OLDEST_POSTGRESQL));
        }
    }

    private static void migrate(Connection connection, String digest) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, "select pg_advisory_xact_lock(" + LOCK + ")");
            if (!isAt(digest, connection)) { // or another process has just migrated
                update(connection);
                note(digest, connection);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (Exception e) {
            MigrationFailed failed =
                    new MigrationFailed("The database was not migrated and is as it was: " + e.getMessage(), e);
            try {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException connectionLost) {
                failed.addSuppressed(connectionLost);
            }
            throw failed;
        }
    }

    private static void update(Connection connection) throws Exception {
        execute(connection, "create schema if not exists " + CONTROL_SCHEMA);
        releaseLiquibasesLock(connection);
        LIQUIBASE.setLevel(Level.OFF); // what goes wrong is thrown
        PostgresDatabase database = new PostgresDatabase();
        database.setConnection(new JdbcConnection(PartOfTransaction.of(connection)));
        database.setLiquibaseSchemaName(CONTROL_SCHEMA);
        Map<String, Object> quietly =
                Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false);
        Scope.child(quietly, () -> {
            try (Liquibase liquibase = new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(), database)) {
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                liquibase.update(new Contexts(), new LabelExpression());
            }
        });
    }

    /** Whoever left it is dead or at least not migrating, for the lock that counts is ours. */
    private static void releaseLiquibasesLock(Connection connection) throws SQLException {
        if (exists("etl.databasechangeloglock", connection)) {
            execute(connection, "update etl.databasechangeloglock set locked = false");
        }
    }

    private static boolean isAt(String digest, Connection connection) throws SQLException {
        if (!exists("etl.applied_changelog", connection)) {
            return false;
        }
        try (Statement statement = connection.createStatement();
                ResultSet latest = statement.executeQuery("""
                        select changelog_sha256
                        from etl.applied_changelog
                        order by applied_changelog_id desc
                        limit 1
                        """)) {
            return latest.next() && digest.equals(latest.getString(1));
        }
    }

    private static boolean exists(String relation, Connection connection) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("select to_regclass(?) is not null")) {
            find.setString(1, relation);
            try (ResultSet found = find.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    private static void note(String digest, Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into etl.applied_changelog (changelog_sha256) values (?)")) {
            insert.setString(1, digest);
            insert.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** SHA-256 over the changelog and all that it includes, in its order. */
    static String digestOfChangelog() {
        String changelog = read(CHANGELOG);
        MessageDigest digest = sha256();
        digest.update(changelog.getBytes(StandardCharsets.UTF_8));
        for (String file : filesOf(changelog)) {
            digest.update(read(file).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<String> filesOf(String changelog) {
        return INCLUDED_FILE
                .matcher(changelog)
                .results()
                .map(file -> file.group(1))
                .toList();
    }

    private static String read(String resource) {
        try (InputStream stream = Migration.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new MigrationFailed("This build lacks " + resource + "; build it anew.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrationFailed("This build has an unreadable " + resource + "; build it anew.", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
