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
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.steward.Attempt;
import org.monthend.steward.StatusBook;

/** Looks up how the months stand. */
public final class StatusQueries implements StatusBook {

    private final DataSource warehouse;

    public StatusQueries(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public List<ReportingMonth> months() {
        return rows(
                "select distinct month_key from etl.return_submission order by month_key",
                statement -> {},
                row -> Rows.month(row, "month_key"));
    }

    @Override
    public List<Attempt> attempts(ReportingMonth month) {
        String question = """
                select
                    submission.*,
                    file.sha256,
                    standing.submission_id is not null as stands,
                    counting.submission_id is not null as counts,
                    (
                        select min(came.decided_at)
                        from etl.return_submission as came
                        where came.source_file_id = submission.source_file_id and came.month_key = submission.month_key
                    ) as received_at,
                    gravest.rule_code,
                    gravest.issue_message,
                    (
                        select count(*)
                        from etl.validation_issue as issue
                        where issue.submission_id = submission.submission_id and issue.severity = 'query'
                            and not exists (
                                select from etl.issue_explanation as explanation where explanation.cause = issue.cause
                            )
                    ) as open_queries
                from etl.return_submission as submission
                join etl.source_file as file using (source_file_id)
                left join etl.standing_submission as standing using (submission_id)
                left join etl.file_standing as counting
                    on counting.submission_id = submission.submission_id and counting.file_state = 'counts'
                left join lateral (
                    select issue.rule_code, issue.issue_message
                    from etl.validation_issue as issue
                    where issue.submission_id = submission.submission_id
                    order by array_position(array['refuse', 'error', 'query', 'note'], issue.severity), issue.issue_id
                    limit 1
                ) as gravest on true
                where submission.month_key = ?
                order by submission.return_code, submission.attempt_no
                """;
        return rows(
                question,
                statement -> statement.setInt(1, month.key()),
                row -> new Attempt(
                        row.getLong("submission_id"),
                        Rows.text(row, "return_code"),
                        row.getInt("attempt_no"),
                        row.getBoolean("stands"),
                        row.getBoolean("counts"),
                        Rows.text(row, "file_name"),
                        Rows.text(row, "sha256"),
                        Rows.text(row, "verdict"),
                        Rows.text(row, "reason_code"),
                        row.getInt("rows_read"),
                        row.getInt("rows_rejected"),
                        row.getTimestamp("received_at").toInstant(),
                        Rows.text(row, "rule_code"),
                        Rows.text(row, "issue_message"),
                        row.getInt("open_queries")));
    }

    @Override
    public List<String> unfinished(ReportingMonth month) {
        return rows(
                "select sha256 from etl.unfinished_file where month_key = ? order by first_seen_at",
                statement -> statement.setInt(1, month.key()),
                row -> Rows.text(row, "sha256"));
    }

    @Override
    public List<EditionState> editions(ReportingMonth month, String organisationCode) {
        String question = """
                select edition.edition_no, edition.edition_status, edition.published_at, edition.published_by
                from dw.dim_scorecard_edition as edition
                join dw.dim_organisation as organisation using (organisation_key)
                where edition.month_key = ? and organisation.organisation_code = ?
                order by edition.edition_no
                """;
        return rows(
                question,
                statement -> {
                    statement.setInt(1, month.key());
                    statement.setString(2, organisationCode);
                },
                row -> new EditionState(
                        row.getInt("edition_no"),
                        Rows.text(row, "edition_status"),
                        moment(row, "published_at"),
                        Rows.text(row, "published_by")));
    }

    @Override
    public Optional<Instant> staleSince(ReportingMonth month) {
        return rows(
                        "select marked_at from etl.stale_scorecard where month_key = ? order by marked_at limit 1",
                        statement -> statement.setInt(1, month.key()),
                        row -> row.getTimestamp("marked_at").toInstant())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<String> holder(ReportingMonth month) {
        try (Connection connection = warehouse.getConnection()) {
            return AdvisoryLocks.holder(connection, month);
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public Optional<Run> lastRun(ReportingMonth month) {
        String question = """
                select *
                from etl.load_run
                where month_key = ? or month_key is null
                order by load_run_id desc
                limit 1
                """;
        return rows(
                        question,
                        statement -> statement.setInt(1, month.key()),
                        row -> new Run(
                                row.getLong("load_run_id"),
                                Rows.text(row, "requested_by"),
                                row.getTimestamp("started_at").toInstant(),
                                moment(row, "ended_at"),
                                Rows.text(row, "run_status")))
                .stream()
                .findFirst();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private <T> List<T> rows(String question, Parameters parameters, Mapping<T> mapping) {
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            parameters.set(statement);
            try (ResultSet row = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(mapping.of(row));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }
}
