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
import java.util.TreeMap;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.PartFigures;
import org.monthend.scorecard.QuarterFigure;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.ScorecardFigures;
import org.monthend.scorecard.ScorecardFigures.ReportedCategory;
import org.monthend.scorecard.ScorecardFigures.ReportedFinance;
import org.monthend.scorecard.ScorecardFigures.ReportedProject;

/** The revisions in force at a time that a scorecard is computed from, each kind by one ordered query. */
final class FigureQueries {

    /** The trend looks back 60 months, the forecast no further. */
    static final int MONTHS_LOOKED_BACK = 60;

    static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

    private final Connection connection;
    private final String organisation;
    private final ReportingMonth month;
    private final Timestamp until;

    private FigureQueries(Connection connection, String organisation, ReportingMonth month, Instant until) {
        this.connection = connection;
        this.organisation = organisation;
        this.month = month;
        this.until = Timestamp.from(until);
    }

    /** What was withdrawn is as if it had never been said. */
    private static boolean nextThatStands(ResultSet rows) throws SQLException {
        while (rows.next()) {
            if (!rows.getBoolean("is_withdrawn")) {
                return true;
            }
        }
        return false;
    }

    /** As they are now. */
    static ScorecardFigures figures(Connection connection, String organisation, ReportingMonth month)
            throws SQLException {
        return figuresAt(connection, organisation, month, NO_END);
    }

    /**
     * As they were known at a time. Figures are found by the code that their measure had when they were recorded, which is
     * its code for ever, so that those of a measure that the catalogue has no more are among them.
     */
    static ScorecardFigures figuresAt(Connection connection, String organisation, ReportingMonth month, Instant time)
            throws SQLException {
        FigureQueries queries = new FigureQueries(connection, organisation, month, time);
        return new ScorecardFigures(
                queries.months(),
                queries.quarters(),
                queries.finance(),
                queries.categories("dw.fact_measure_distribution", "measure_distribution_id", "share_pct"),
                queries.categories("dw.fact_audit_opinion", "audit_opinion_id", "audit_count"),
                queries.projects(),
                RebaseTable.standing(connection, organisation, time),
                PastForecasts.of(connection, organisation, organisation, month, queries.until),
                FinanceOutlooks.past(connection, organisation, month, queries.until),
                queries.parts(time));
    }

    private Map<String, List<MonthFigure>> months() throws SQLException {
        String question = """
                select distinct on (measure_code, month_key)
                    measure_code, month_key, numerator, denominator, figure, value_status, reported_text, footnote_mark,
                    footnote_text, measure_value_id, is_withdrawn
                from dw.fact_measure_value as fact
                join dw.dim_measure as measure using (measure_key)
                join dw.dim_organisation as organisation using (organisation_key)
                where organisation_code = ? and month_key between ? and ? and recorded_at <= ?
                order by measure_code, month_key, revision_no desc
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, organisation);
            statement.setInt(2, month.minusMonths(MONTHS_LOOKED_BACK - 1).key());
            statement.setInt(3, month.key());
            statement.setTimestamp(4, until);
            statement.setFetchSize(10_000);
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, List<MonthFigure>> months = new HashMap<>();
                while (nextThatStands(rows)) {
                    months.computeIfAbsent(Rows.text(rows, "measure_code"), code -> new ArrayList<>())
                            .add(month(rows));
                }
                return months;
            }
        }
    }

    /** The localities that the organisation has, or had, and that have said anything. */
    private Map<String, PartFigures> parts(Instant time) throws SQLException {
        String question = """
                select distinct organisation_code
                from dw.dim_organisation
                where parent_organisation_code = ? and organisation_level = 'locality'
                order by organisation_code
                """;
        List<String> codes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, organisation);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    codes.add(Rows.text(rows, "organisation_code"));
                }
            }
        }
        Map<String, PartFigures> parts = new TreeMap<>();
        for (String code : codes) {
            Map<String, List<MonthFigure>> months = new FigureQueries(connection, code, month, time).months();
            if (!months.isEmpty()) {
                parts.put(
                        code,
                        new PartFigures(
                                months,
                                RebaseTable.standing(connection, code, time),
                                PastForecasts.of(connection, organisation, code, month, until)));
            }
        }
        return parts;
    }

    private Map<String, List<QuarterFigure>> quarters() throws SQLException {
        String question = """
                select distinct on (measure_code, fact.month_key)
                    measure_code, fact.month_key, figure, value_status, footnote_mark, footnote_text, measure_quarter_id,
                    submission.month_key as reported_month_key, is_withdrawn
                from dw.fact_measure_quarter as fact
                join dw.dim_measure as measure using (measure_key)
                join dw.dim_organisation as organisation using (organisation_key)
                join etl.return_submission as submission using (submission_id)
                where organisation_code = ? and fact.month_key between ? and ? and recorded_at <= ?
                order by measure_code, fact.month_key, revision_no desc
                """;
        List<FiscalQuarter> shown = Scorecard.quartersShown(month);
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, organisation);
            statement.setInt(2, shown.get(0).lastMonth().key());
            statement.setInt(3, shown.get(shown.size() - 1).lastMonth().key());
            statement.setTimestamp(4, until);
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, List<QuarterFigure>> quarters = new HashMap<>();
                while (nextThatStands(rows)) {
                    quarters.computeIfAbsent(Rows.text(rows, "measure_code"), code -> new ArrayList<>())
                            .add(quarter(rows));
                }
                return quarters;
            }
        }
    }

    /** Also read beside the cells of an edition. */
    static QuarterFigure quarter(ResultSet row) throws SQLException {
        return new QuarterFigure(
                Rows.month(row, "month_key").quarter(),
                Rows.figure(row, "figure", "value_status"),
                Rows.text(row, "footnote_mark"),
                Rows.text(row, "footnote_text"),
                Rows.month(row, "reported_month_key"),
                Rows.id(row, "measure_quarter_id"));
    }

    /** Also read from the months of an edition, which have the same columns. */
    static MonthFigure month(ResultSet row) throws SQLException {
        return new MonthFigure(
                Rows.month(row, "month_key"),
                Rows.number(row, "numerator"),
                Rows.number(row, "denominator"),
                Rows.figure(row, "figure", "value_status"),
                Rows.text(row, "reported_text"),
                Rows.text(row, "footnote_mark"),
                Rows.text(row, "footnote_text"),
                Rows.id(row, "measure_value_id"));
    }

    private List<ReportedFinance> finance() throws SQLException {
        String question = """
                select distinct on (line_code, month_key)
                    month_key, line_code, budget_gbp, forecast_gbp, reported_variance_gbp, progress_pct,
                    spend_to_date_gbp, committed_gbp, finance_position_id, is_withdrawn, source
                from dw.fact_finance_position as fact
                join lateral (%s) as place on true
                join dw.dim_finance_line as line using (finance_line_key)
                join dw.dim_organisation as organisation using (organisation_key)
                where organisation_code = ? and month_key between ? and ? and recorded_at <= ?
                order by line_code, month_key, revision_no desc
                """.formatted(FinanceOutlooks.PLACE);
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, organisation);
            statement.setInt(2, month.minusMonths(MONTHS_LOOKED_BACK - 1).key());
            statement.setInt(3, month.key());
            statement.setTimestamp(4, until);
            try (ResultSet rows = statement.executeQuery()) {
                List<ReportedFinance> lines = new ArrayList<>();
                while (nextThatStands(rows)) {
                    lines.add(new ReportedFinance(
                            Rows.month(rows, "month_key"),
                            Rows.text(rows, "line_code"),
                            Rows.number(rows, "budget_gbp"),
                            Rows.number(rows, "forecast_gbp"),
                            Rows.number(rows, "reported_variance_gbp"),
                            Rows.number(rows, "progress_pct"),
                            Rows.number(rows, "spend_to_date_gbp"),
                            Rows.number(rows, "committed_gbp"),
                            Rows.text(rows, "source"),
                            Rows.id(rows, "finance_position_id")));
                }
                return lines;
            }
        }
    }

    private List<ReportedCategory> categories(String fact, String id, String value) throws SQLException {
        String question = """
                select distinct on (scheme_code, category_code)
                    month_key, scheme_code, category_code, %2$s as figure, %3$s as fact_id, is_withdrawn
                from %1$s as fact
                join dw.dim_category as category using (category_key)
                join dw.dim_organisation as organisation using (organisation_key)
                where organisation_code = ? and month_key = ? and recorded_at <= ?
                order by scheme_code, category_code, revision_no desc
                """.formatted(fact, value, id);
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, organisation);
            statement.setInt(2, month.key());
            statement.setTimestamp(3, until);
            try (ResultSet rows = statement.executeQuery()) {
                List<ReportedCategory> categories = new ArrayList<>();
                while (nextThatStands(rows)) {
                    categories.add(new ReportedCategory(
                            Rows.month(rows, "month_key"),
                            Rows.text(rows, "scheme_code"),
                            Rows.text(rows, "category_code"),
                            Rows.number(rows, "figure").orElseThrow(),
                            Rows.id(rows, "fact_id")));
                }
                return categories;
            }
        }
    }

    private List<ReportedProject> projects() throws SQLException {
        String question = """
                select distinct on (project_code)
                    month_key, project_code, progress.category_code as progress_rag, finance.category_code as finance_rag,
                    narrative, project_status_id, is_withdrawn
                from dw.fact_project_status as fact
                join dw.dim_project as project using (project_key)
                join dw.dim_category as progress on progress.category_key = fact.progress_category_key
                join dw.dim_category as finance on finance.category_key = fact.finance_category_key
                where month_key = ? and recorded_at <= ?
                order by project_code, revision_no desc
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, month.key());
            statement.setTimestamp(2, until);
            try (ResultSet rows = statement.executeQuery()) {
                List<ReportedProject> projects = new ArrayList<>();
                while (nextThatStands(rows)) {
                    projects.add(new ReportedProject(
                            Rows.month(rows, "month_key"),
                            Rows.text(rows, "project_code"),
                            Rows.text(rows, "progress_rag"),
                            Rows.text(rows, "finance_rag"),
                            Rows.text(rows, "narrative"),
                            Rows.id(rows, "project_status_id")));
                }
                return projects;
            }
        }
    }
}
