package org.monthend.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.monthend.warehouse.server.DatabaseAddress;

/** The login of BI tools in the embedded database: it reads schema mart, and nothing else. */
public final class BiLogin {

    private static final String NAME = "bi";

    private BiLogin() {}

    /** The login's address; it is made when it is first asked for. Its password stays in the data folder. */
    public static DatabaseAddress of(DatabaseAddress owner, Path dataFolder) {
        String password = password(dataFolder.resolve("bi-password"));
        WarehouseLogin login = WarehouseLogin.of(owner);
        try (Connection connection = DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password())) {
            if (!isThere(connection)) {
                make(connection, password);
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
        return new DatabaseAddress(owner.host(), owner.port(), owner.database(), NAME, password);
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select true from pg_roles where rolname = ?")) {
            statement.setString(1, NAME);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next();
            }
        }
    }

    /** The password is hexadecimal, so it can stand in the statement, where PostgreSQL takes no parameter. */
    private static void make(Connection connection, String password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create role %s login password '%s' in role bi_reader".formatted(NAME, password));
            statement.execute("alter role %s set default_transaction_read_only = on".formatted(NAME));
            statement.execute("alter role %s set statement_timeout = '60s'".formatted(NAME));
            statement.execute("alter role %s set search_path = mart".formatted(NAME));
        }
    }

    private static String password(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[16];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(random), StandardCharsets.UTF_8);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
