package org.monthend.warehouse;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that a warehouse holds: of every table how many rows, and a digest of what they say. */
public final class WarehouseContents {

    private final TestDatabase database;

    public WarehouseContents(TestDatabase database) {
        this.database = database;
    }

    /** By table of the schemas etl, dw and batch. */
    public Map<String, String> now() throws SQLException {
        return now("");
    }

    /** The same without the tables that fit a pattern, such as 'etl.load_run|batch.*'. */
    public Map<String, String> now(String without) throws SQLException {
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
}
