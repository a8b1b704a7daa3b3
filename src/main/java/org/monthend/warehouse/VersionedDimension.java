package org.monthend.warehouse;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A dimension whose rows are versions (slowly changing, type 2): what the catalogue no longer says, or says otherwise,
 * ends; what it says anew begins; the durable id stays with the code.
 *
 * @param table dw.dim_measure
 * @param id its durable id
 * @param columns name and type, the code first; for a code of two columns both
 * @param codeColumns how many of the columns are the code
 */
record VersionedDimension(String table, String id, List<Column> columns, int codeColumns) {

    record Column(String name, String type) {}

    static Column text(String name) {
        return new Column(name, "text");
    }

    static Column of(String name, String type) {
        return new Column(name, type);
    }

    /** @param rows each with a value for every column, in their order; a null is an absent value */
    void save(Connection connection, List<List<String>> rows, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(end())) {
            statement.setTimestamp(1, Timestamp.from(now));
            setRows(connection, statement, 2, rows);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(begin())) {
            setRows(connection, statement, 1, rows);
            statement.setTimestamp(columns.size() + 1, Timestamp.from(now));
            statement.executeUpdate();
        }
    }

    private String end() {
        return """
                update %s as version
                set valid_to = ?, is_current = false
                where version.is_current
                    and not exists (
                        select 1 from %s where (%s) is not distinct from (%s)
                    )
                """.formatted(table, said(), cast("said."), names("version."));
    }

    private String begin() {
        return """
                insert into %1$s (%2$s, %3$s, valid_from)
                select
                    coalesce(
                        (select max(earlier.%2$s) from %1$s as earlier where (%4$s) = (%5$s)),
                        nextval(pg_get_serial_sequence('%1$s', '%2$s'))::int
                    ),
                    %6$s,
                    moment
                from %7$s
                cross join (select ?::timestamptz as moment) as now
                where not exists (
                    select 1 from %1$s as version where version.is_current and (%4$s) = (%8$s)
                )
                """.formatted(
                table, id, names(""), codes("said."), codes("earlier."), cast("said."), said(), codes("version."));
    }

    private String said() {
        return "unnest(" + "?::text[], ".repeat(columns.size() - 1) + "?::text[]) as said (" + names("") + ")";
    }

    private String names(String prefix) {
        return columns.stream().map(column -> prefix + column.name()).collect(Collectors.joining(", "));
    }

    private String codes(String prefix) {
        return columns.stream()
                .limit(codeColumns)
                .map(column -> prefix + column.name())
                .collect(Collectors.joining(", "));
    }

    private String cast(String prefix) {
        return columns.stream()
                .map(column -> prefix + column.name() + "::" + column.type())
                .collect(Collectors.joining(", "));
    }

    private void setRows(Connection connection, PreparedStatement statement, int first, List<List<String>> rows)
            throws SQLException {
        List<Array> arrays = new ArrayList<>();
        for (int column : IntStream.range(0, columns.size()).toArray()) {
            Object[] values = rows.stream().map(row -> row.get(column)).toArray();
            arrays.add(connection.createArrayOf("text", values));
            statement.setArray(first + column, arrays.get(column));
        }
    }
}
