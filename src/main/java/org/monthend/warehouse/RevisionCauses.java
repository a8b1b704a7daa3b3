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
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.ProjectStatus;
import org.monthend.scorecard.QuarterFigure;
import org.monthend.scorecard.Revision;
import org.monthend.scorecard.Revision.Cause;
import org.monthend.scorecard.Revision.Statement;
import org.monthend.scorecard.Revision.Statement.Kind;
import org.monthend.scorecard.Scorecard;

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

    private static final String SAID = """
            select %2$s as statement_id, revision_no, revision_reason, file_name, submission_id, recorded_at
            from %1$s
            join etl.return_submission using (submission_id)
            where %2$s = any (?)
            """;

    private static final String WITHDRAWN = """
            select
                said.statement_id, withdrawn.revision_no, withdrawn.revision_reason, file_name, withdrawn.submission_id,
                withdrawn.recorded_at
            from (
                select %2$s as statement_id, %3$s, revision_no + 1 as revision_no from %1$s where %2$s = any (?)
            ) as said
            join %1$s as withdrawn using (%3$s, revision_no)
            join etl.return_submission using (submission_id)
            where withdrawn.is_withdrawn
            """;

    private final Connection connection;
    private final Edition before;

    private RevisionCauses(Connection connection, Edition before) {
        this.connection = connection;
        this.before = before;
    }

    /** The revisions, each with its cause where one is known: of several statements the last. */
    static List<Revision> of(Connection connection, Edition before, List<Revision> revisions) throws SQLException {
        RevisionCauses causes = new RevisionCauses(connection, before);
        Map<Statement, Cause> said = causes.said(revisions, SAID);
        // What the earlier edition rests on and the later one does not was taken back, unless something else was said.
        Map<Statement, Cause> withdrawn = causes.said(revisions, WITHDRAWN);
        withdrawn.keySet().retainAll(statements(before));
        said.putAll(withdrawn);
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

    private static Set<Statement> statements(Edition edition) {
        Scorecard scorecard = edition.scorecard();
        return Stream.of(
                        ids(
                                Kind.MEASURE_VALUE,
                                scorecard.measures().stream()
                                        .flatMap(line -> line.months().stream())
                                        .map(MonthFigure::revisionId)),
                        ids(
                                Kind.MEASURE_QUARTER,
                                scorecard.measures().stream()
                                        .flatMap(line -> line.quarters().stream())
                                        .flatMap(cell -> cell.reported().stream())
                                        .map(QuarterFigure::revisionId)),
                        ids(Kind.FINANCE_POSITION, scorecard.finance().stream().map(FinancePosition::revisionId)),
                        ids(
                                Kind.DISTRIBUTION,
                                scorecard.distributions().stream().map(CategoryFigure::revisionId)),
                        ids(
                                Kind.AUDIT_OPINION,
                                scorecard.auditOpinions().stream().map(CategoryFigure::revisionId)),
                        ids(Kind.PROJECT_STATUS, scorecard.projects().stream().map(ProjectStatus::revisionId)))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    private static Stream<Statement> ids(Kind kind, Stream<OptionalLong> ids) {
        return ids.flatMap(id -> id.stream().boxed()).map(id -> new Statement(kind, id));
    }

    private Map<Statement, Cause> said(List<Revision> revisions, String question) throws SQLException {
        Map<Kind, List<Long>> ids = new EnumMap<>(Kind.class);
        revisions.stream()
                .flatMap(revision -> revision.statements().stream())
                .distinct()
                .forEach(statement -> ids.computeIfAbsent(statement.kind(), kind -> new ArrayList<>())
                        .add(statement.id()));
        Map<Statement, Cause> causes = new HashMap<>();
        for (Map.Entry<Kind, List<Long>> kind : ids.entrySet()) {
            causes.putAll(said(kind.getKey(), kind.getValue(), question));
        }
        return causes;
    }

    private Map<Statement, Cause> said(Kind kind, List<Long> ids, String template) throws SQLException {
        Fact fact = Optional.ofNullable(FACTS.get(kind)).orElseThrow();
        String question = template.formatted(fact.table(), fact.id(), fact.subject());
        Map<Statement, Cause> causes = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
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
        String question = "select max(loaded_at) from etl.catalogue_version where loaded_at > ?";
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setTimestamp(1, Timestamp.from(before.dataAsAt()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getTimestamp(1))
                        .map(at -> new Cause("changed in the catalogue", "", 0, at.toInstant()))
                        .or(() -> before.methodVersion().equals(Scorecard.METHOD_VERSION)
                                ? Optional.empty()
                                : Optional.of(new Cause(
                                        "judged by method version " + Scorecard.METHOD_VERSION,
                                        "",
                                        0,
                                        before.dataAsAt())));
            }
        }
    }

    /** @param subject what a statement is about */
    private record Fact(String table, String id, String subject) {}
}
