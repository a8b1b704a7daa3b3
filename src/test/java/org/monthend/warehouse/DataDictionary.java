package org.monthend.warehouse;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The warehouse described from the comments that the database itself holds, as a page of Markdown. */
final class DataDictionary {

    private static final String RELATIONS = """
            select c.oid, c.relname, obj_description(c.oid, 'pg_class')
            from pg_class as c
            where c.relnamespace = '%s'::regnamespace and c.relkind in ('r', 'v')
                and c.relname not like 'databasechangelog%%'
            order by c.relname
            """;

    private static final String COLUMNS = """
            select
                a.attname,
                concat_ws(
                    ', ',
                    format_type(a.atttypid, null),
                    case when c.relkind = 'r' and not a.attnotnull then 'may be null' end,
                    (
                        select 'names a row of ' || min(k.confrelid::regclass::text)
                        from pg_constraint as k
                        where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum]
                    )
                ),
                col_description(c.oid, a.attnum)
            from pg_attribute as a
            join pg_class as c on c.oid = a.attrelid
            where c.oid = %s and a.attnum > 0 and not a.attisdropped
            order by a.attnum
            """;

    private static final String FUNCTIONS = """
            select obj_description(oid, 'pg_proc')
            from pg_proc
            where pronamespace = 'mart'::regnamespace and obj_description(oid, 'pg_proc') like proname || '(%'
            order by proname
            """;

    private final Sql sql;
    private final StringBuilder page = new StringBuilder();

    private DataDictionary(DataSource source) {
        this.sql = Sql.as(source);
    }

    static String of(DataSource source) throws SQLException {
        return new DataDictionary(source).write();
    }

    private String write() throws SQLException {
        page.append("# Data dictionary\n\n")
                .append(
                        "Written from the comments in the database by `DataDictionaryTest`; edit those in `sql/`, then run\n")
                .append("`./mvnw test -Dtest=DataDictionaryTest -Dgolden=update`.\n");
        schema("mart", true);
        functions();
        schema("dw", true);
        schema("etl", true);
        schema("batch", false);
        return page.toString();
    }

    private void schema(String schema, boolean withColumns) throws SQLException {
        page.append("\n## ").append(schema).append("\n\n");
        page.append(sql.one("select obj_description('%s'::regnamespace, 'pg_namespace')".formatted(schema)))
                .append('\n');
        if (!withColumns) {
            page.append("\n| table | what it holds |\n|---|---|\n");
        }
        for (String relation : sql.rows(RELATIONS.formatted(schema))) {
            List<String> parts = List.of(relation.split(" \\| ", 3));
            if (withColumns) {
                page.append("\n### %s.%s\n\n%s\n".formatted(schema, parts.get(1), parts.get(2)));
                columns(parts.get(0));
            } else {
                page.append("| %s | %s |\n".formatted(parts.get(1), parts.get(2)));
            }
        }
    }

    private void columns(String relation) throws SQLException {
        page.append("\n| column | type | meaning |\n|---|---|---|\n");
        for (String column : sql.rows(COLUMNS.formatted(relation))) {
            page.append("| ").append(column).append(" |\n");
        }
    }

    private void functions() throws SQLException {
        page.append("\n### Functions of mart\n\n");
        for (String function : sql.rows(FUNCTIONS)) {
            page.append("- `").append(function.replaceFirst("\\): ", ")`: ")).append('\n');
        }
    }
}
