package org.monthend.warehouse;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that a warehouse holds: of every table of the schemas etl, dw and batch how many rows, and a digest of them. */
public final class WarehouseContents {

    private WarehouseContents() {}

    public static Map<String, String> of(TestDatabase database) throws SQLException {
        return of(database, "");
    }

    /** The same but for the tables whose names fit a pattern. */
    public static Map<String, String> of(TestDatabase database, String without) throws SQLException {
        Sql owner = Sql.as(database.owner());
        List<String> tables = owner.rows("""
                select schemaname || '.' || tablename
                from pg_tables
                where schemaname in ('etl', 'dw', 'batch')
                order by 1
                """);
        Map<String, String> contents = new TreeMap<>();
        for (String table : tables) {
            if (!table.matches(without)) {
                contents.put(table, owner.one("""
                        select count(*) || ' ' || coalesce(md5(string_agg(line, chr(10) order by line)), '')
                        from (select each::text as line from %s as each) as lines
                        """.formatted(table)));
            }
        }
        return contents;
    }

    /** The answer of a question, its columns joined by " | " and its rows by line breaks. */
    public static String ask(TestDatabase database, String question) throws SQLException {
        return String.join("\n", Sql.as(database.owner()).rows(question));
    }
}
