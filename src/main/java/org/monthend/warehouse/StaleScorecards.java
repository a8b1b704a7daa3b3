package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;

/** Marks the scorecards that do not say any more what their inputs say. */
final class StaleScorecards {

    private StaleScorecards() {}

    /**
     * The month's own scorecard is always computed anew; later ones whose months reach back to a change as well.
     *
     * @param earliest the first month of which a figure has changed; empty when none has
     */
    static void mark(Connection connection, ReportingMonth month, Optional<ReportingMonth> earliest, long submission)
            throws SQLException {
        String mark = """
                insert into etl.stale_scorecard (month_key, submission_id)
                select ?, ?
                union
                select month_key, ?
                from dw.dim_scorecard_edition
                where month_key >= ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(mark)) {
            statement.setInt(1, month.key());
            statement.setLong(2, submission);
            statement.setLong(3, submission);
            statement.setInt(4, earliest.map(ReportingMonth::key).orElse(Integer.MAX_VALUE));
            statement.executeUpdate();
        }
    }
}
