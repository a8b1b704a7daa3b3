package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.Revision;
import org.monthend.scorecard.Revision.Cause;
import org.monthend.scorecard.Revision.Statement;
import org.monthend.scorecard.Revision.Statement.Kind;
import org.monthend.scorecard.ScorecardComparison;

/** Finds out why figures differ from an earlier edition: the statement that says so, or else the catalogue. */
final class RevisionCauses {

    private static final Map<Kind, Fact> FACTS = new EnumMap<>(Map.of(
            Kind.MEASURE_VALUE,
            new Fact("dw.fact_measure_value", "measure_value_id", "month_key, organisation_id, measure_id"),
            Kind.MEASURE_QUARTER,
            new Fact("dw.fact_measure_quarter", "measure_quarter_id", "month_key, organisation_id, measure_id"),
            Kind.FINANCE_POSITION,
            new Fact("dw.fact_finance_position", "finance_position_id", "month_key, organisation_id, finance_line_id"),
            Kind.DISTRIBUTION,
            new Fact(
                    "dw.fact_measure_distribution",
                    "measure_distribution_id",
                    "month_key, organisation_id, category_id"),
            Kind.AUDIT_OPINION,
            new Fact("dw.fact_audit_opinion", "audit_opinion_id", "month_key, organisation_id, category_id"),
            Kind.PROJECT_STATUS,
            new Fact("dw.fact_project_status", "project_status_id", "month_key, project_id")));

    private final Connection connection;
    private final Edition before;
    private final Edition after;

    private RevisionCauses(Connection connection, Edition before, Edition after) {
        this.connection = connection;
        this.before = before;
        this.after = after;
    }

    /** What the later edition revises, each with its cause where one is known: of several statements the last. */
    static List<Revision> of(Connection connection, Edition before, Edition after) throws SQLException {
        List<Revision> revisions = ScorecardComparison.between(before.scorecard(), after.scorecard());
        RevisionCauses causes = new RevisionCauses(connection, before, after);
        Map<Statement, Cause> said = causes.said(revisions);
        Optional<Cause> catalogue = causes.catalogue();
        return revisions.stream()
                .map(revision -> revision.statements().stream()
                        .flatMap(statement -> Stream.ofNullable(said.get(statement)))
                        .max(Comparator.comparing(Cause::at))
                        .or(() -> revision.statements().isEmpty() ? catalogue : Optional.empty())
                        .map(revision::because)
                        .orElse(revision))
                .toList();
    }

    private Map<Statement, Cause> said(List<Revision> revisions) throws SQLException {
        Map<Kind, List<Long>> ids = new EnumMap<>(Kind.class);
        revisions.stream()
                .flatMap(revision -> revision.statements().stream())
                .distinct()
                .forEach(statement -> ids.computeIfAbsent(statement.kind(), kind -> new ArrayList<>())
                        .add(statement.id()));
        Map<Statement, Cause> causes = new HashMap<>();
        for (Map.Entry<Kind, List<Long>> kind : ids.entrySet()) {
            causes.putAll(said(kind.getKey(), kind.getValue()));
        }
        return causes;
    }

    /**
     * The last that was said of each subject when the later edition was made. Where that edition shows a statement, it is
     * this one; where it no longer shows any, it is the withdrawal.
     */
    private Map<Statement, Cause> said(Kind kind, List<Long> ids) throws SQLException {
        Fact fact = Optional.ofNullable(FACTS.get(kind)).orElseThrow();
        String question = """
                select
                    shown.%2$s as statement_id, last.revision_reason, last.recorded_at, last.submission_id,
                    submission.file_name
                from %1$s as shown
                cross join lateral (
                    select *
                    from %1$s as said
                    where (%3$s) = (%4$s) and said.recorded_at <= ?
                    order by said.revision_no desc
                    limit 1
                ) as last
                join etl.return_submission as submission on submission.submission_id = last.submission_id
                where shown.%2$s = any (?)
                """.formatted(fact.table(), fact.id(), fact.subject("said."), fact.subject("shown."));
        Map<Statement, Cause> causes = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setTimestamp(1, Timestamp.from(after.dataAsAt()));
            statement.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String reason = Rows.text(row, "revision_reason");
                    causes.put(
                            new Statement(kind, row.getLong("statement_id")),
                            new Cause(
                                    reason.isEmpty() ? "first stated by " + Rows.text(row, "file_name") : reason,
                                    Rows.text(row, "file_name"),
                                    row.getLong("submission_id"),
                                    row.getTimestamp("recorded_at").toInstant()));
                }
            }
        }
        return causes;
    }

    /** What no return said is the catalogue's or the method's. */
    private Optional<Cause> catalogue() throws SQLException {
        String question = "select max(loaded_at) from etl.catalogue_version where loaded_at > ? and loaded_at <= ?";
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setTimestamp(1, Timestamp.from(before.dataAsAt()));
            statement.setTimestamp(2, Timestamp.from(after.dataAsAt()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getTimestamp(1))
                        .map(at -> new Cause("changed in the catalogue", "", 0, at.toInstant()))
                        .or(() -> before.methodVersion().equals(after.methodVersion())
                                ? Optional.empty()
                                : Optional.of(new Cause(
                                        "judged by method version " + after.methodVersion(), "", 0, after.dataAsAt())));
            }
        }
    }

    /** @param subject what a statement is about: the columns that its revisions have in common */
    private record Fact(String table, String id, String subject) {

        String subject(String prefix) {
            return prefix + subject.replace(", ", ", " + prefix);
        }
    }
}
