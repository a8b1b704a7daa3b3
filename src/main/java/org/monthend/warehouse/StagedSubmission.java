package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.Occasion;
import org.monthend.load.OpenSubmission;
import org.monthend.load.Submission;
import org.monthend.load.SubmissionResult;
import org.monthend.validate.Issue;
import org.monthend.validate.Judgement;
import org.monthend.validate.MeasureRow;
import org.monthend.validate.Statement;
import org.monthend.validate.Statement.AuditStatement;
import org.monthend.validate.Statement.DistributionStatement;
import org.monthend.validate.Statement.FinanceStatement;
import org.monthend.validate.Statement.MeasureStatement;
import org.monthend.validate.Statement.ProjectStatement;
import org.monthend.validate.Statement.QuarterStatement;
import org.monthend.validate.TablePlace;

/** One submission in its transaction: staged by COPY, then published by one statement for each kind of fact. */
final class StagedSubmission implements OpenSubmission {

    /** Of a judgement of the same bytes under the same mapping; a first one has number 0, and is made once. */
    private static final String NEXT_RERUN = """
            (
                select coalesce(max(rerun_no) + 1, 0)
                from etl.return_submission as same
                join etl.source_file as file using (source_file_id)
                where same.return_code = ? and same.month_key = ? and same.mapping_version = ? and file.sha256 = ?
            )""";

    private final Connection connection;
    private final Submission submission;
    private final long submissionId;
    private final long loadRun;
    private final CopyTable measures;
    private final CopyTable quarters;
    private final CopyTable finance;
    private final CopyTable distributions;
    private final CopyTable audits;
    private final CopyTable projects;
    private final Set<Revisions> staged = EnumSet.noneOf(Revisions.class);
    private boolean isDecided;

    StagedSubmission(Connection connection, Submission submission, long loadRun) throws SQLException {
        this.connection = connection;
        this.submission = submission;
        this.loadRun = loadRun;
        connection.setAutoCommit(false);
        this.submissionId = nextId();
        this.measures = new CopyTable(connection, Revisions.STAGE_MEASURES);
        this.quarters = new CopyTable(connection, Revisions.STAGE_QUARTERS);
        this.finance = new CopyTable(connection, Revisions.STAGE_FINANCE);
        this.distributions = new CopyTable(connection, Revisions.STAGE_DISTRIBUTIONS);
        this.audits = new CopyTable(connection, Revisions.STAGE_AUDITS);
        this.projects = new CopyTable(connection, Revisions.STAGE_PROJECTS);
    }

    @Override
    public void stage(Statement statement) {
        try {
            if (statement instanceof MeasureStatement measure) {
                staged.add(Revisions.MEASURES);
                stage(measure);
            } else if (statement instanceof QuarterStatement quarter) {
                staged.add(Revisions.QUARTERS);
                stage(quarter);
            } else if (statement instanceof FinanceStatement line) {
                staged.add(Revisions.FINANCE);
                stage(line);
            } else if (statement instanceof DistributionStatement share) {
                staged.add(Revisions.DISTRIBUTIONS);
                stage(share);
            } else if (statement instanceof AuditStatement audit) {
                staged.add(Revisions.AUDITS);
                stage(audit);
            } else if (statement instanceof ProjectStatement project) {
                staged.add(Revisions.PROJECTS);
                stage(project);
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private void stage(MeasureStatement measure) throws SQLException {
        measures.row()
                .number(submissionId)
                .number(measure.month().key())
                .text(measure.organisationCode())
                .text(measure.measureCode())
                .number(measure.numerator())
                .number(measure.denominator())
                .number(measure.statedValue())
                .number(measure.figure().reportedValue())
                .text(measure.figure().statusWord())
                .text(measure.reportedText())
                .text(measure.footnoteMark())
                .text(measure.footnoteText())
                .text(measure.sheet())
                .text(measure.numeratorCell())
                .text(measure.denominatorCell())
                .text(measure.valueCell());
        measures.endRow();
    }

    private void stage(QuarterStatement quarter) throws SQLException {
        quarters.row()
                .number(submissionId)
                .number(quarter.month().key())
                .text(quarter.organisationCode())
                .text(quarter.measureCode())
                .number(quarter.figure().reportedValue())
                .text(quarter.figure().statusWord())
                .text(quarter.reportedText())
                .text(quarter.footnoteMark())
                .text(quarter.footnoteText())
                .text(quarter.sheet())
                .text(quarter.cell());
        quarters.endRow();
    }

    private void stage(FinanceStatement line) throws SQLException {
        finance.row()
                .number(submissionId)
                .number(line.month().key())
                .text(line.organisationCode())
                .text(line.lineCode())
                .number(line.budget())
                .number(line.forecast())
                .number(line.variance())
                .number(line.progress())
                .text(line.budgetText())
                .text(line.forecastText())
                .text(line.varianceText())
                .text(line.sheet())
                .text(line.budgetCell())
                .text(line.forecastCell())
                .text(line.varianceCell())
                .number(line.spendToDate().figure())
                .text(line.spendToDate().text())
                .text(line.spendToDate().cell())
                .number(line.committed().figure())
                .text(line.committed().text())
                .text(line.committed().cell());
        finance.endRow();
    }

    private void stage(DistributionStatement share) throws SQLException {
        distributions
                .row()
                .number(submissionId)
                .number(share.month().key())
                .text(share.organisationCode())
                .text(share.scheme())
                .text(share.categoryCode())
                .number(Optional.of(share.share()))
                .number(share.count())
                .text(share.sheet())
                .text(share.cell());
        distributions.endRow();
    }

    private void stage(AuditStatement audit) throws SQLException {
        audits.row()
                .number(submissionId)
                .number(audit.month().key())
                .text(audit.organisationCode())
                .text(audit.scheme())
                .text(audit.categoryCode())
                .number(Optional.of(audit.count()))
                .text(audit.sheet())
                .text(audit.cell());
        audits.endRow();
    }

    private void stage(ProjectStatement project) throws SQLException {
        projects.row()
                .number(submissionId)
                .number(project.month().key())
                .text(project.projectCode())
                .text(project.progress())
                .text(project.finance())
                .text(project.narrative())
                .text(project.sheet())
                .text(project.progressCell())
                .text(project.financeCell())
                .text(project.narrativeCell());
        projects.endRow();
    }

    @Override
    public SubmissionResult decide(Judgement judgement) {
        try {
            send();
            PublishLock.waitForPublishers(connection);
            record(judgement);
            SourceFiles.keep(connection, submission.file());
            record(judgement.issues());
            Quarantine.keep(connection, submissionId, judgement.rejected());
            int revisions = 0;
            Optional<ReportingMonth> earliest = Optional.empty();
            if (judgement.verdict().isLoaded()) {
                keepPlaces(judgement.tables());
                withdraw(judgement.contradicted());
                for (Revisions facts : staged) {
                    Revisions.Published published = publish(facts);
                    revisions += published.revisions();
                    earliest = published.orEarlier(earliest);
                }
            }
            if (submission.occasion() == Occasion.AGAIN && revisions == 0) {
                OptionalLong before = AttemptBefore.likeThis(connection, submissionId);
                if (before.isPresent()) {
                    return SubmissionResult.asBefore(before.getAsLong(), submission, judgement);
                }
            }
            clearStage();
            StaleScorecards.mark(connection, submission.month(), earliest, submissionId);
            connection.commit();
            isDecided = true;
            return SubmissionResult.decided(submissionId, submission, judgement, revisions, earliest);
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private void send() throws SQLException {
        measures.send();
        quarters.send();
        finance.send();
        distributions.send();
        audits.send();
        projects.send();
    }

    private long nextId() throws SQLException {
        String next = "select nextval(pg_get_serial_sequence('etl.return_submission', 'submission_id'))";
        try (PreparedStatement statement = connection.prepareStatement(next);
                ResultSet answer = statement.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /**
     * The verdict's time is read from the clock while no other submission can be published, and all that the submission
     * says is recorded at that one time: as at any moment there is the whole of it or nothing.
     */
    private void record(Judgement judgement) throws SQLException {
        String record = """
                with known_file as (
                    insert into etl.source_file (sha256, file_name, byte_size)
                    values (?, ?, ?)
                    on conflict (sha256) do nothing
                    returning source_file_id
                )
                insert into etl.return_submission (
                    submission_id, load_run_id, source_file_id, return_code, month_key, mapping_version, rerun_no,
                    arrived_as, attempt_no, verdict, reason_code, rows_read, rows_loaded, rows_rejected,
                    rows_not_quarantined, file_name, decided_at
                )
                overriding system value
                select
                    ?, ?, coalesce(
                        (select source_file_id from known_file),
                        (select source_file_id from etl.source_file where sha256 = ?)
                    ),
                    ?, ?, ?, %s, ?,
                    1 + (
                        select coalesce(max(attempt_no), 0)
                        from etl.return_submission
                        where return_code = ? and month_key = ?
                    ),
                    ?, ?, ?, ?, ?, ?, ?, clock_timestamp()
                """.formatted(submission.occasion() == Occasion.NEW ? "0" : NEXT_RERUN);
        try (PreparedStatement statement = connection.prepareStatement(record)) {
            statement.setString(1, submission.file().sha256());
            statement.setString(2, submission.file().name());
            statement.setLong(3, submission.file().bytes());
            statement.setLong(4, submissionId);
            statement.setLong(5, loadRun);
            statement.setString(6, submission.file().sha256());
            statement.setString(7, submission.returnCode());
            statement.setInt(8, submission.month().key());
            statement.setString(9, submission.mappingVersion());
            int next = 10;
            if (submission.occasion() != Occasion.NEW) {
                statement.setString(next++, submission.returnCode());
                statement.setInt(next++, submission.month().key());
                statement.setString(next++, submission.mappingVersion());
                statement.setString(next++, submission.file().sha256());
            }
            statement.setObject(next++, arrivedAs(), Types.BIGINT);
            statement.setString(next++, submission.returnCode());
            statement.setInt(next++, submission.month().key());
            statement.setString(next++, judgement.verdict().label().replace(' ', '_'));
            statement.setString(next++, judgement.reason());
            statement.setInt(next++, judgement.rowsRead());
            statement.setInt(next++, judgement.rowsAccepted());
            statement.setInt(next++, judgement.rowsRejected());
            statement.setInt(
                    next++, judgement.rowsRejected() - judgement.rejected().size());
            statement.setString(next, submission.file().name());
            statement.executeUpdate();
        }
    }

    /** A file keeps its place in the order of arrival; null for one that takes it now. */
    private @Nullable Long arrivedAs() throws SQLException {
        OptionalLong known = submission.occasion() == Occasion.PUT_BACK
                ? OptionalLong.empty()
                : Arrivals.of(connection, submission.file().sha256(), submission.month());
        return known.isPresent() ? known.getAsLong() : null;
    }

    private void record(Iterable<Issue> issues) throws SQLException {
        CopyTable table = new CopyTable(connection, """
                etl.validation_issue (
                    submission_id, rule_code, severity, sheet_name, cell_address, found_text, issue_message, fingerprint,
                    cause
                )""");
        Set<String> told = new HashSet<>();
        for (Issue issue : issues) {
            if (told.add(String.join(" ", issue.fingerprint(), issue.sheet(), issue.cell()))) {
                table.row()
                        .number(submissionId)
                        .text(issue.rule().code())
                        .text(issue.severity().name().toLowerCase(Locale.ROOT))
                        .text(issue.sheet())
                        .text(issue.cell())
                        .text(issue.found())
                        .text(issue.message() + " " + issue.rule().howToFix())
                        .text(issue.fingerprint())
                        .text(issue.cause());
                table.endRow();
            }
        }
        table.send();
    }

    /** Where the tables stood; what has moved in a later file is told by it. */
    private void keepPlaces(List<TablePlace> tables) throws SQLException {
        String keep = """
                insert into etl.submission_table (submission_id, layout_code, sheet_name, header_row, headings)
                values (?, ?, ?, ?, jsonb_object(?, ?))
                on conflict do nothing
                """;
        try (PreparedStatement statement = connection.prepareStatement(keep)) {
            for (TablePlace table : tables) {
                statement.setLong(1, submissionId);
                statement.setString(2, table.layout());
                statement.setString(3, table.sheet());
                statement.setInt(4, table.headerRow());
                List<String> words = List.copyOf(table.headings().keySet());
                List<String> cells = words.stream()
                        .map(each -> String.valueOf(table.headings().get(each)))
                        .toList();
                statement.setArray(5, connection.createArrayOf("text", words.toArray()));
                statement.setArray(6, connection.createArrayOf("text", cells.toArray()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Rows that contradict each other were staged before the contradiction was seen. */
    private void withdraw(Set<MeasureRow> contradicted) throws SQLException {
        if (contradicted.isEmpty()) {
            return;
        }
        String withdraw = """
                delete from etl.stage_measure_value
                where submission_id = ? and measure_code = ? and organisation_code = ? and month_key = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(withdraw)) {
            for (MeasureRow row : contradicted) {
                statement.setLong(1, submissionId);
                statement.setString(2, row.measureCode());
                statement.setString(3, row.organisationCode());
                statement.setInt(4, row.month().key());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private Revisions.Published publish(Revisions facts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(facts.publish())) {
            statement.setLong(1, submissionId);
            statement.setLong(2, submissionId);
            return Revisions.Published.of(statement);
        }
    }

    private void clearStage() throws SQLException {
        for (Revisions facts : staged) {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from " + facts.stage() + " where submission_id = ?")) {
                statement.setLong(1, submissionId);
                statement.executeUpdate();
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (!isDecided) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }
}
