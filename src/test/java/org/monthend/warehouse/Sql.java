package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javax.sql.DataSource;

/** Speaks SQL for tests, and gives rows as one line of text each, its columns joined by " | ". */
public final class Sql {

    private final DataSource source;

    private Sql(DataSource source) {
        this.source = source;
    }

    public static Sql as(DataSource source) {
        return new Sql(source);
    }

    public void run(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of the last statement, which must be a query; statements before it may set things up for it. */
    public List<String> rows(String statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean found = statement.execute(statements);
            while (!found && statement.getUpdateCount() >= 0) {
                found = statement.getMoreResults();
            }
            return rowsOf(statement.getResultSet());
        }
    }

    private static List<String> rowsOf(ResultSet found) throws SQLException {
        List<String> rows = new ArrayList<>();
        while (found.next()) {
            StringJoiner row = new StringJoiner(" | ");
            for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                row.add(String.valueOf(found.getString(column)));
            }
            rows.add(row.toString());
        }
        return rows;
    }

    public String one(String query) throws SQLException {
        List<String> rows = rows(query);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows from " + query);
        }
        return rows.get(0);
    }
}
