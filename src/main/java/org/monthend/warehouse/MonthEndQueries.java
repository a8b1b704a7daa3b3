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

    private final DataSource warehouse;

    public MonthEndQueries(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public Totals totals() {
        String question = """
                select
                    count(distinct month_key) as months,
                    count(*) filter (where verdict not in ('refused', 'withdrawn')) as returns,
                    count(*) filter (where verdict = 'refused') as refused,
                    coalesce(sum(rows_read), 0) as rows_read,
                    coalesce(sum(rows_loaded), 0) as rows_loaded,
                    coalesce(sum(rows_rejected), 0) as rows_rejected,
                    issues.*
                from etl.standing_submission
                cross join (
                    select
                        count(*) filter (where severity in ('refuse', 'error')) as errors,
                        count(*) filter (where severity = 'query' and issue_state = 'open') as queries,
                        count(*) filter (where severity = 'note') as notes,
                        count(*) filter (where severity = 'query' and issue_state = 'explained') as explained
                    from etl.current_issue
                    where issue_state <> 'fixed'
                ) as issues
                group by issues.errors, issues.queries, issues.notes, issues.explained
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            }
            return new Totals(
                    row.getInt("months"),
                    row.getInt("returns"),
                    row.getInt("refused"),
                    row.getLong("rows_read"),
                    row.getLong("rows_loaded"),
                    row.getLong("rows_rejected"),
                    row.getLong("errors"),
                    row.getLong("queries"),
                    row.getLong("notes"),
                    row.getLong("explained"));
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public List<OpenIssue> openIssues(int atMost) {
        String question = """
                select
                    issue_id, month_label, file_name, severity, rule_code, issue_message,
                    concat_ws('!', nullif(sheet_name, ''), nullif(cell_address, '')) as place
                from etl.current_issue
                join dw.dim_month as calendar using (month_key)
                where issue_state = 'open'
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
                            row.getLong("issue_id"),
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
