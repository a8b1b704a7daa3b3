package org.monthend.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.monthend.warehouse.server.DatabaseAddress;
import org.postgresql.ds.PGSimpleDataSource;

/** A database as the harness asks it: as its owner and in plain SQL. */
record Database(DatabaseAddress address) {

    /** Where nobody answers. */
    static final Database NOWHERE = new Database(new DatabaseAddress("127.0.0.1", 1, "nowhere", "nobody", ""));

    boolean isNowhere() {
        return equals(NOWHERE);
    }

    Connection connect() throws SQLException {
        return source().getConnection();
    }

    /** Another login's rights and no others. */
    Connection connectAs(String role) throws SQLException {
        PGSimpleDataSource source = source();
        source.setOptions("-c role=" + role);
        return source.getConnection();
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName("faults");
        source.setLoginTimeout(10);
        return source;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** The rows as text, with nothing for null. */
    List<List<String>> rows(String question) throws SQLException {
        try (Connection connection = connect()) {
            return rows(connection, question);
        }
    }

    static List<List<String>> rows(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            return rows(answer);
        }
    }

    static List<List<String>> rows(ResultSet answer) throws SQLException {
        int columns = answer.getMetaData().getColumnCount();
        List<List<String>> rows = new ArrayList<>();
        while (answer.next()) {
            List<String> row = new ArrayList<>(columns);
            for (int column = 1; column <= columns; column++) {
                row.add(Optional.ofNullable(answer.getString(column)).orElse(""));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The first column of the only row. */
    String only(String question) throws SQLException {
        return rows(question).get(0).get(0);
    }

    String url() {
        return address.url();
    }

    /** The same database reached by another port. */
    Database through(int port) {
        return new Database(
                new DatabaseAddress(address.host(), port, address.database(), address.user(), address.password()));
    }
}
