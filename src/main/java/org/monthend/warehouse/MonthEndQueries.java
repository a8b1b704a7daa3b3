package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.monthend.steward.MonthEndBook;

/** Counts submissions and issues. */
public final class MonthEndQueries implements MonthEndBook {

    /** The latest attempt of each return and month; a file that belongs to no return stands for itself. */
    private static final String STANDING = """
            with standing as (
                select distinct on (month_key, return_code, case when return_code = '' then source_file_id end)
                    submission.*, file.file_name
                from etl.return_submission as submission
                join etl.source_file as file using (source_file_id)
                order by month_key, return_code, case when return_code = '' then source_file_id end, attempt_no desc
            )
            """;

    private final DataSource warehouse;

    public MonthEndQueries(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public Totals totals() {
        String question = STANDING + """
                select
                    count(distinct month_key) as months,
                    count(*) filter (where verdict <> 'refused') as returns,
                    count(*) filter (where verdict = 'refused') as refused,
                    coalesce(sum(rows_read), 0) as rows_read,
                    coalesce(sum(rows_loaded), 0) as rows_loaded,
                    coalesce(sum(rows_rejected), 0) as rows_rejected,
                    (
                        select count(*) from standing join etl.validation_issue as issue using (submission_id)
                        where issue.severity in ('refuse', 'error')
                    ) as errors,
                    (
                        select count(*) from standing join etl.validation_issue as issue using (submission_id)
                        where issue.severity = 'query'
                    ) as queries,
                    (
                        select count(*) from standing join etl.validation_issue as issue using (submission_id)
                        where issue.severity = 'note'
                    ) as notes
                from standing
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Totals(
                    row.getInt("months"),
                    row.getInt("returns"),
                    row.getInt("refused"),
                    row.getLong("rows_read"),
                    row.getLong("rows_loaded"),
                    row.getLong("rows_rejected"),
                    row.getLong("errors"),
                    row.getLong("queries"),
                    row.getLong("notes"));
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public List<OpenIssue> openIssues(int atMost) {
        String question = STANDING + """
                select
                    month_label, file_name, issue.severity, issue.rule_code, issue_message,
                    concat_ws('!', nullif(sheet_name, ''), nullif(cell_address, '')) as place
                from standing
                join etl.validation_issue as issue using (submission_id)
                join dw.dim_month as calendar using (month_key)
                where issue.severity in ('refuse', 'error', 'query') and issue.resolution = 'open'
                order by month_key desc, file_name, issue_id
                limit ?
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, atMost);
            try (ResultSet row = statement.executeQuery()) {
                List<OpenIssue> issues = new ArrayList<>();
                while (row.next()) {
                    issues.add(new OpenIssue(
                            Rows.text(row, "month_label"),
                            Rows.text(row, "file_name"),
                            Rows.text(row, "severity"),
                            Rows.text(row, "rule_code"),
                            Rows.text(row, "place"),
                            Rows.text(row, "issue_message")));
                }
                return issues;
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }
}
