package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.ProcessLimits;
import org.monthend.scorecard.Assurance;
import org.monthend.scorecard.ControlChart;
import org.monthend.scorecard.ControlPoint;
import org.monthend.scorecard.ControlSegment;
import org.monthend.scorecard.ForecastAccuracy;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.Outturn;
import org.monthend.scorecard.OutturnRange;
import org.monthend.scorecard.Rebase;
import org.monthend.scorecard.RebaseProposal;
import org.monthend.scorecard.SpecialCause;
import org.monthend.scorecard.Variation;

/** Reads what an edition says of its measures beyond their figures. */
final class JudgementReader {

    private final Connection connection;
    private final int edition;

    private JudgementReader(Connection connection, int edition) {
        this.connection = connection;
        this.edition = edition;
    }

    /** What an edition says of one measure. */
    record Judged(
            ControlChart chart,
            ReportingMonth chartFrom,
            List<Rebase> rebases,
            Optional<RebaseProposal> proposal,
            Optional<Outturn> outturn,
            Optional<ForecastAccuracy> accuracy,
            String sentence) {

        MeasureLine into(MeasureLine line) {
            return new MeasureLine(
                    line.measure(),
                    line.baselineRank(),
                    line.baselineFigure(),
                    line.quarters(),
                    line.latest(),
                    line.target(),
                    line.targets(),
                    line.trend(),
                    line.forecast(),
                    chart,
                    chartFrom,
                    rebases,
                    proposal,
                    outturn,
                    accuracy,
                    sentence,
                    line.months());
        }
    }

    /** By organisation and measure; empty of an edition whose method knew no judgement. */
    static Map<LineKey, Judged> read(Connection connection, int edition) throws SQLException {
        JudgementReader reader = new JudgementReader(connection, edition);
        Map<LineKey, Judged> judged = new HashMap<>();
        Map<LineKey, ReportingMonth> starts = new HashMap<>();
        String question = """
                select organisation_key, measure_key, chart_from_month_key
                from dw.fact_scorecard_judgement
                where edition_key = ?
                """;
        reader.each(question, row -> starts.put(LineKey.of(row), Rows.month(row, "chart_from_month_key")));
        if (starts.isEmpty()) {
            return Map.of();
        }
        Map<LineKey, List<ControlSegment>> segments = reader.segments(starts);
        Map<LineKey, List<ControlPoint>> points = reader.points(starts);
        Map<LineKey, List<Rebase>> rebases = reader.rebases();
        Map<LineKey, Outturn> outturns = reader.outturns();
        reader.each("select * from dw.fact_scorecard_judgement where edition_key = ?", row -> {
            LineKey line = LineKey.of(row);
            judged.put(
                    line,
                    new Judged(
                            new ControlChart(
                                    segments.getOrDefault(line, List.of()),
                                    points.getOrDefault(line, List.of()),
                                    Optional.ofNullable(row.getString("variation"))
                                            .map(JudgementReader::variation),
                                    Optional.ofNullable(row.getString("assurance"))
                                            .map(word ->
                                                    EditionReader.choice(Assurance.values(), Assurance::word, word))
                                            .orElse(Assurance.NONE),
                                    Rows.text(row, "chart_reason")),
                            Rows.month(row, "chart_from_month_key"),
                            rebases.getOrDefault(line, List.of()),
                            proposal(row),
                            Optional.ofNullable(outturns.get(line)),
                            accuracy(row),
                            Rows.text(row, "judgement_text")));
        });
        return judged;
    }

    private static Variation variation(String word) {
        return EditionReader.choice(Variation.values(), Variation::word, word);
    }

    private static Optional<RebaseProposal> proposal(ResultSet row) throws SQLException {
        return row.getString("proposed_evidence") == null
                ? Optional.empty()
                : Optional.of(new RebaseProposal(
                        Rows.month(row, "proposed_month_key"),
                        row.getDouble("proposed_mean_before"),
                        row.getDouble("proposed_mean_after"),
                        row.getDouble("proposed_sigma"),
                        row.getInt("proposed_figures_before"),
                        row.getInt("proposed_figures_after"),
                        row.getInt("proposed_run_length"),
                        Rows.text(row, "proposed_evidence")));
    }

    private static Optional<ForecastAccuracy> accuracy(ResultSet row) throws SQLException {
        int forecasts = row.getInt("scored_forecasts");
        return forecasts == 0
                ? Optional.empty()
                : Optional.of(new ForecastAccuracy(
                        forecasts,
                        row.getDouble("mean_absolute_error"),
                        row.getDouble("forecast_bias"),
                        number(row, "mean_scaled_error"),
                        row.getDouble("covered_80"),
                        row.getDouble("covered_95")));
    }

    private Map<LineKey, List<ControlSegment>> segments(Map<LineKey, ReportingMonth> starts) throws SQLException {
        Map<LineKey, List<ControlSegment>> segments = new HashMap<>();
        String question =
                "select * from dw.fact_scorecard_segment where edition_key = ? order by measure_key, segment_no";
        each(
                question,
                row -> of(segments, row)
                        .add(new ControlSegment(
                                position(row, "start_month_key", starts),
                                row.getInt("figure_count"),
                                new ProcessLimits(
                                        row.getDouble("level_mean"),
                                        row.getDouble("mean_range"),
                                        row.getInt("limit_figure_count"),
                                        row.getInt("range_count"),
                                        row.getInt("ranges_left_out")))));
        return segments;
    }

    private Map<LineKey, List<ControlPoint>> points(Map<LineKey, ReportingMonth> starts) throws SQLException {
        Map<LineKey, List<ControlPoint>> points = new HashMap<>();
        String question = "select * from dw.fact_scorecard_point where edition_key = ? order by measure_key, month_key";
        each(
                question,
                row -> of(points, row)
                        .add(new ControlPoint(
                                position(row, "month_key", starts),
                                row.getDouble("charted_value"),
                                row.getInt("segment_no"),
                                row.getInt("side_of_mean"),
                                row.getBoolean("is_near_limit"),
                                row.getBoolean("is_outside_limit"),
                                EditionReader.choice(
                                        SpecialCause.values(), SpecialCause::word, Rows.text(row, "special_cause")),
                                variation(Rows.text(row, "variation")))));
        return points;
    }

    private Map<LineKey, List<Rebase>> rebases() throws SQLException {
        Map<LineKey, List<Rebase>> rebases = new HashMap<>();
        String question =
                "select * from dw.fact_scorecard_rebase where edition_key = ? order by measure_key, rebase_month_key";
        each(
                question,
                row -> of(rebases, row)
                        .add(new Rebase(
                                Rows.month(row, "rebase_month_key"),
                                Rows.text(row, "reason_text"),
                                Rows.text(row, "rebased_by"),
                                row.getTimestamp("rebased_at").toInstant())));
        return rebases;
    }

    private Map<LineKey, Outturn> outturns() throws SQLException {
        Map<LineKey, Outturn> outturns = new HashMap<>();
        each(
                "select * from dw.fact_scorecard_outturn where edition_key = ?",
                row -> outturns.put(
                        LineKey.of(row),
                        new Outturn(
                                new FiscalYear(row.getInt("fiscal_year_start")),
                                row.getInt("months_known"),
                                Optional.of(new OutturnRange(
                                        row.getDouble("low_95"),
                                        row.getDouble("low_80"),
                                        row.getDouble("outturn_median"),
                                        row.getDouble("high_80"),
                                        row.getDouble("high_95"))),
                                number(row, "chance_of_meeting"),
                                row.getBoolean("is_complete"),
                                number(row, "last_year_outturn"),
                                row.getBoolean("is_indicative"),
                                Rows.text(row, "note_text"),
                                "")));
        return outturns;
    }

    /** Positions on a chart are months from its first one on. */
    private static int position(ResultSet row, String month, Map<LineKey, ReportingMonth> starts) throws SQLException {
        ReportingMonth start = Optional.ofNullable(starts.get(LineKey.of(row))).orElseThrow();
        return Rows.month(row, month).index() - start.index();
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static <T> List<T> of(Map<LineKey, List<T>> lists, ResultSet row) throws SQLException {
        return lists.computeIfAbsent(LineKey.of(row), key -> new ArrayList<>());
    }

    private interface Reading {

        void of(ResultSet row) throws SQLException;
    }

    private void each(String question, Reading reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, edition);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reading.of(row);
                }
            }
        }
    }
}
