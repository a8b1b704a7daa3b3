package org.monthend.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Whose line of an edition a row belongs to: keys of the versions of organisation and measure. */
record LineKey(int organisation, int measure) {

    static LineKey of(ResultSet row) throws SQLException {
        return new LineKey(row.getInt("organisation_key"), row.getInt("measure_key"));
    }
}
