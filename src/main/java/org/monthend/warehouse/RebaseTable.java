package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.Rebase;
import org.monthend.steward.Rebases;

/** Rebases in the warehouse. */
public final class RebaseTable implements Rebases {

    private final DataSource warehouse;

    public RebaseTable(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    /** Those that stood at a time, by measure code: the last word on each month counts, and it may be that there is none. */
    static Map<String, List<Rebase>> standing(Connection connection, String organisation, Instant time)
            throws SQLException {
        String question = """
                select distinct on (measure_code, month_key)
                    measure_code, month_key, is_rebased, reason_text, rebased_by, rebased_at
                from etl.rebase
                where organisation_code = ? and rebased_at <= ?
                order by measure_code, month_key, rebase_id desc
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, organisation);
            statement.setTimestamp(2, Timestamp.from(time));
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, List<Rebase>> rebases = new HashMap<>();
                while (rows.next()) {
                    if (rows.getBoolean("is_rebased")) {
                        rebases.computeIfAbsent(Rows.text(rows, "measure_code"), code -> new ArrayList<>())
                                .add(new Rebase(
                                        Rows.month(rows, "month_key"),
                                        Rows.text(rows, "reason_text"),
                                        Rows.text(rows, "rebased_by"),
                                        rows.getTimestamp("rebased_at").toInstant()));
                    }
                }
                return rebases;
            }
        }
    }

    @Override
    public Optional<ReportingMonth> newestScorecard() {
        return months("select max(month_key) as month_key from dw.dim_scorecard_edition having count(*) > 0").stream()
                .findFirst();
    }

    @Override
    public List<Rebase> of(String measureCode, String organisationCode) {
        try (Connection connection = warehouse.getConnection()) {
            return standing(connection, organisationCode, FigureQueries.NO_END).getOrDefault(measureCode, List.of());
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public Effect accept(String measureCode, String organisationCode, ReportingMonth month, String reason, String by) {
        return say(measureCode, organisationCode, month, true, reason, by);
    }

    @Override
    public Effect takeBack(
            String measureCode, String organisationCode, ReportingMonth month, String reason, String by) {
        return say(measureCode, organisationCode, month, false, reason, by);
    }

    /** Word and marks in one statement: either both are there or neither. */
    private Effect say(
            String measureCode,
            String organisationCode,
            ReportingMonth month,
            boolean isRebased,
            String reason,
            String by) {
        String insert = """
                with word as (
                    insert into etl.rebase (measure_code, organisation_code, month_key, is_rebased, reason_text, rebased_by)
                    values (?, ?, ?, ?, ?, ?)
                    returning measure_code, organisation_code, month_key
                ),
                mark as (
                    insert into etl.stale_scorecard (month_key)
                    select distinct edition.month_key
                    from dw.dim_scorecard_edition as edition
                    join word on word.month_key <= edition.month_key
                    where edition.edition_status = 'draft'
                )
                select 1 + count(before.rebase_id) as version
                from word
                left join etl.rebase as before
                    on (before.measure_code, before.organisation_code, before.month_key)
                        = (word.measure_code, word.organisation_code, word.month_key)
                """;
        String editions = """
                select distinct month_key
                from dw.dim_scorecard_edition as edition
                where edition_status = '%s' and month_key >= %d
                order by month_key
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, measureCode);
            statement.setString(2, organisationCode);
            statement.setInt(3, month.key());
            statement.setBoolean(4, isRebased);
            statement.setString(5, reason);
            statement.setString(6, by);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                List<ReportingMonth> stale = months(editions.formatted("draft", month.key()));
                return new Effect(
                        answer.getInt("version"),
                        stale,
                        months(editions.formatted("published", month.key())).stream()
                                .filter(published -> !stale.contains(published))
                                .toList());
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private List<ReportingMonth> months(String question) {
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            List<ReportingMonth> months = new ArrayList<>();
            while (row.next()) {
                months.add(Rows.month(row, "month_key"));
            }
            return months;
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }
}
