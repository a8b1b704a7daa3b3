package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.monthend.catalogue.Severity;
import org.monthend.scorecard.QuarterDifference;
import org.monthend.scorecard.QuarterFigure;
import org.monthend.scorecard.Scorecard;
import org.monthend.validate.Issue;
import org.monthend.validate.Rule;

/**
 * Reported quarters that their months contradict, as issues at the cells that reported them. They are found when a
 * scorecard is computed, for only then do months of several returns come together, in whatever order they came.
 */
final class QuarterIssues {

    private final Connection connection;

    private QuarterIssues(Connection connection) {
        this.connection = connection;
    }

    /**
     * Raises what the scorecard finds, and notes as fixed what was open and is found no more. Each statement is a
     * transaction of its own, before the scorecard's: scorecards of several months that find the same at the same time
     * do not stand in each other's way, and a crash in between is mended by the scorecard's next computation.
     */
    static void record(DataSource warehouse, Scorecard scorecard) throws SQLException {
        long[] reported = scorecard.measures().stream()
                .flatMap(line -> line.quarters().stream())
                .flatMap(cell -> cell.reported().stream())
                .flatMapToLong(QuarterIssues::id)
                .toArray();
        if (reported.length == 0) {
            return;
        }
        try (Connection connection = warehouse.getConnection()) {
            QuarterIssues issues = new QuarterIssues(connection);
            List<String> found = new ArrayList<>();
            for (QuarterDifference difference : QuarterDifference.in(scorecard).toList()) {
                found.add(issues.raise(difference));
            }
            issues.fix(reported, found);
        }
    }

    private static LongStream id(QuarterFigure statement) {
        return statement.revisionId().stream();
    }

    /** Answers the issue's fingerprint. */
    private String raise(QuarterDifference difference) throws SQLException {
        Place place = place(id(difference.reported()).findFirst().orElseThrow());
        Issue issue = new Issue(
                Rule.QUARTER_DISAGREES,
                place.severity(),
                place.sheet(),
                place.cell(),
                difference.figures(),
                difference.sentence());
        String raise = """
                insert into etl.validation_issue as known (
                    submission_id, rule_code, severity, sheet_name, cell_address, found_text, issue_message, fingerprint
                )
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (submission_id, fingerprint) do update
                set resolution = 'open', resolved_at = null
                where known.resolution = 'fixed'
                """;
        try (PreparedStatement statement = connection.prepareStatement(raise)) {
            statement.setLong(1, place.submission());
            statement.setString(2, issue.rule().code());
            statement.setString(3, issue.severity().name().toLowerCase(Locale.ROOT));
            statement.setString(4, issue.sheet());
            statement.setString(5, issue.cell());
            statement.setString(6, issue.found());
            statement.setString(7, issue.message() + " " + issue.rule().howToFix());
            statement.setString(8, issue.fingerprint());
            statement.executeUpdate();
        }
        return issue.fingerprint();
    }

    private Place place(long statementId) throws SQLException {
        String question = """
                select fact.submission_id, fact.source_sheet, fact.value_cell, rule.severity
                from dw.fact_measure_quarter as fact
                cross join etl.validation_rule as rule
                where fact.measure_quarter_id = ? and rule.rule_code = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, statementId);
            statement.setString(2, Rule.QUARTER_DISAGREES.code());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException(
                            "the warehouse does not know rule " + Rule.QUARTER_DISAGREES.code());
                }
                return new Place(
                        row.getLong(1),
                        Rows.text(row, "source_sheet"),
                        Rows.text(row, "value_cell"),
                        Severity.valueOf(Rows.text(row, "severity").toUpperCase(Locale.ROOT)));
            }
        }
    }

    private void fix(long[] reported, List<String> found) throws SQLException {
        String fix = """
                update etl.validation_issue as issue
                set resolution = 'fixed', resolved_at = clock_timestamp()
                from dw.fact_measure_quarter as fact
                where fact.measure_quarter_id = any (?)
                    and issue.submission_id = fact.submission_id
                    and issue.sheet_name = fact.source_sheet
                    and issue.cell_address = fact.value_cell
                    and issue.rule_code = ?
                    and issue.resolution = 'open'
                    and issue.fingerprint <> all (?)
                """;
        try (PreparedStatement statement = connection.prepareStatement(fix)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int8", LongStream.of(reported).boxed().toArray()));
            statement.setString(2, Rule.QUARTER_DISAGREES.code());
            statement.setArray(3, connection.createArrayOf("text", found.toArray()));
            statement.executeUpdate();
        }
    }

    /** Where the statement stands, and how severely a difference from it is taken. */
    private record Place(long submission, String sheet, String cell, Severity severity) {}
}
