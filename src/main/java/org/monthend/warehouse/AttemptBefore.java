package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.monthend.validate.Rule;

/** The last time that the same file was judged. */
final class AttemptBefore {

    private AttemptBefore() {}

    /**
     * The submission before, if the verdict, the rows and the issues are the same as those of the given one. What the
     * scorecard found later is no part of the judgement.
     */
    static OptionalLong likeThis(Connection connection, long submission) throws SQLException {
        String question = """
                with now as (
                    select * from etl.return_submission where submission_id = ?
                ),
                before as (
                    select earlier.*
                    from now
                    join etl.return_submission as earlier using (source_file_id, return_code, month_key)
                    where earlier.submission_id < now.submission_id
                    order by earlier.submission_id desc
                    limit 1
                ),
                found_now as (
                    select fingerprint, severity, sheet_name, cell_address, cause
                    from etl.validation_issue
                    where submission_id in (select submission_id from now) and rule_code <> ?
                ),
                found_before as (
                    select fingerprint, severity, sheet_name, cell_address, cause
                    from etl.validation_issue
                    where submission_id in (select submission_id from before) and rule_code <> ?
                )
                select before.submission_id
                from before
                join now using (
                    mapping_version, verdict, reason_code, rows_read, rows_loaded, rows_rejected, rows_not_quarantined
                )
                where not exists (table found_now except table found_before)
                    and not exists (table found_before except table found_now)
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, submission);
            statement.setString(2, Rule.QUARTER_DISAGREES.code());
            statement.setString(3, Rule.QUARTER_DISAGREES.code());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
