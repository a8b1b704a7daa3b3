package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The keys of the dimensions' current versions by their codes. */
final class Keys {

    /**
     * @param key of the version
     * @param id the same through all versions
     */
    record Key(int key, int id) {}

    private final Map<String, Key> byKindAndCode = new HashMap<>();

    private Keys() {}

    static Keys current(Connection connection) throws SQLException {
        String question = """
                select 'organisation ' || organisation_code as kind_and_code, organisation_key, organisation_id
                from dw.dim_organisation where is_current
                union all
                select 'measure ' || measure_code, measure_key, measure_id from dw.dim_measure where is_current
                union all
                select 'finance line ' || line_code, finance_line_key, finance_line_id
                from dw.dim_finance_line where is_current
                union all
                select 'project ' || project_code, project_key, project_id from dw.dim_project where is_current
                union all
                select 'category ' || scheme_code || ' ' || category_code, category_key, category_id
                from dw.dim_category where is_current
                """;
        Keys keys = new Keys();
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                keys.byKindAndCode.put(rows.getString(1), new Key(rows.getInt(2), rows.getInt(3)));
            }
        }
        return keys;
    }

    Key organisation(String code) {
        return key("organisation " + code);
    }

    Key measure(String code) {
        return key("measure " + code);
    }

    Key financeLine(String code) {
        return key("finance line " + code);
    }

    Key project(String code) {
        return key("project " + code);
    }

    Key category(String scheme, String code) {
        return key("category " + scheme + " " + code);
    }

    private Key key(String kindAndCode) {
        return Optional.ofNullable(byKindAndCode.get(kindAndCode))
                .orElseThrow(() -> new IllegalStateException("no current version of " + kindAndCode));
    }
}
