package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.steward.Waivers;

/** Waivers in the warehouse. */
public final class WaiverTable implements Waivers {

    private final DataSource warehouse;

    public WaiverTable(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public List<Waiver> of(ReportingMonth month) {
        String question = "select * from etl.current_waiver where month_key = ? order by return_code";
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, month.key());
            try (ResultSet row = statement.executeQuery()) {
                List<Waiver> waivers = new ArrayList<>();
                while (row.next()) {
                    waivers.add(new Waiver(
                            Rows.text(row, "return_code"),
                            Rows.text(row, "reason_text"),
                            Rows.text(row, "waived_by"),
                            row.getTimestamp("waived_at").toInstant()));
                }
                return waivers;
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public void waive(ReportingMonth month, String returnCode, String reason, String by) {
        say(month, returnCode, true, reason, by);
    }

    @Override
    public void takeBack(ReportingMonth month, String returnCode, String reason, String by) {
        say(month, returnCode, false, reason, by);
    }

    private void say(ReportingMonth month, String returnCode, boolean isWaived, String reason, String by) {
        String insert = """
                insert into etl.return_waiver (month_key, return_code, is_waived, reason_text, waived_by)
                values (?, ?, ?, ?, ?)
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setInt(1, month.key());
            statement.setString(2, returnCode);
            statement.setBoolean(3, isWaived);
            statement.setString(4, reason);
            statement.setString(5, by);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }
}
