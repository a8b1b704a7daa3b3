package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.DueReturns;
import org.monthend.load.DueTime;
import org.monthend.load.Lateness;
import org.monthend.load.ReturnDue;

/** What is due, and when it came, in the warehouse. */
public final class DueReturnTable implements DueReturns {

    private final DataSource warehouse;

    public DueReturnTable(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public void expect(List<ReturnDue> due, Instant now) {
        String upsert = """
                insert into etl.return_expectation (month_key, return_code, organisation_code, due_date, recorded_at)
                select due.*, ?
                from unnest(?::int[], ?::text[], ?::text[], ?::date[]) as due
                on conflict (month_key, return_code, organisation_code) do update
                set due_date = excluded.due_date
                where return_expectation.due_date <> excluded.due_date
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(upsert)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setArray(
                    2, array(connection, "int", due, each -> each.month().key()));
            statement.setArray(3, array(connection, "text", due, ReturnDue::returnCode));
            statement.setArray(4, array(connection, "text", due, ReturnDue::organisationCode));
            statement.setArray(
                    5, array(connection, "date", due, each -> each.dueDate().toString()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public void lookedFor(List<ReportingMonth> months, Instant runStarted) {
        String update = """
                update etl.return_expectation as due
                set missed_at = ?
                where due.month_key = any (?)
                    and not exists (
                        select from etl.return_receipt as receipt
                        where receipt.month_key = due.month_key and receipt.return_code = due.return_code
                    )
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setTimestamp(1, Timestamp.from(runStarted));
            statement.setArray(2, array(connection, "int", months, ReportingMonth::key));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public List<DueTime> times() {
        String question = """
                select
                    due.*,
                    receipt.received_at,
                    waiver.waived_at is not null as is_waived
                from etl.return_expectation as due
                left join etl.return_receipt as receipt using (month_key, return_code)
                left join etl.current_waiver as waiver using (month_key, return_code)
                order by due.return_code, due.organisation_code, due.month_key
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            List<DueTime> times = new ArrayList<>();
            while (row.next()) {
                times.add(new DueTime(
                        new ReturnDue(
                                Rows.text(row, "return_code"),
                                Rows.text(row, "organisation_code"),
                                Rows.month(row, "month_key"),
                                row.getDate("due_date").toLocalDate()),
                        row.getTimestamp("recorded_at").toInstant(),
                        moment(row, "missed_at"),
                        moment(row, "received_at"),
                        row.getBoolean("is_waived")));
            }
            return times;
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    @Override
    public void judged(List<Lateness> lateness) {
        // Locked in one order, because runs of other months keep the same book.
        String update = """
                with changed as (
                    select due.month_key, due.return_code, due.organisation_code, judged.days, judged.is_late_pattern
                    from etl.return_expectation as due
                    join unnest(?::int[], ?::text[], ?::text[], ?::int[], ?::boolean[])
                        as judged (month_key, return_code, organisation_code, days, is_late_pattern)
                        using (month_key, return_code, organisation_code)
                    where (due.working_days_late, due.is_late_pattern)
                        is distinct from (judged.days, judged.is_late_pattern)
                    order by due.month_key, due.return_code, due.organisation_code
                    for update of due
                )
                update etl.return_expectation as due
                set working_days_late = changed.days, is_late_pattern = changed.is_late_pattern
                from changed
                where due.month_key = changed.month_key
                    and due.return_code = changed.return_code
                    and due.organisation_code = changed.organisation_code
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setArray(
                    1,
                    array(
                            connection,
                            "int",
                            lateness,
                            each -> each.due().month().key()));
            statement.setArray(
                    2, array(connection, "text", lateness, each -> each.due().returnCode()));
            statement.setArray(
                    3, array(connection, "text", lateness, each -> each.due().organisationCode()));
            statement.setArray(4, connection.createArrayOf("int", daysLate(lateness)));
            statement.setArray(
                    5,
                    array(
                            connection,
                            "boolean",
                            lateness,
                            each -> each.pattern().isPresent()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    /** What nobody knows is null in the warehouse. */
    private static Object[] daysLate(List<Lateness> lateness) {
        Object[] days = new Object[lateness.size()];
        for (int index = 0; index < days.length; index++) {
            int place = index;
            lateness.get(index).workingDaysLate().ifPresent(late -> days[place] = late);
        }
        return days;
    }

    private static <T> java.sql.Array array(
            Connection connection, String type, List<T> rows, Function<T, Object> column) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }
}
