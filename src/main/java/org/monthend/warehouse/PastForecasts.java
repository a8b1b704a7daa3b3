package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.Forecast;
import org.monthend.scorecard.ForecastMonth;
import org.monthend.scorecard.PastForecast;

/** What the scorecards of earlier months forecast, to be held against what came. */
final class PastForecasts {

    private static final String ORGANISATION =
            "select organisation_id from dw.dim_organisation where organisation_code = ? and is_current";

    private static final String EDITIONS = """
            edition.organisation_id = (
                select organisation_id from dw.dim_organisation where organisation_code = ? and is_current
            )
            and edition.month_key between ? and ? and data_as_at <= ?
            """;

    private final Connection connection;
    private final String whole;
    private final String organisation;
    private final ReportingMonth month;
    private final Timestamp until;

    private PastForecasts(
            Connection connection, String whole, String organisation, ReportingMonth month, Timestamp until) {
        this.connection = connection;
        this.whole = whole;
        this.organisation = organisation;
        this.month = month;
        this.until = until;
    }

    /**
     * Those of months before the given one, by measure code, as they were known at a time.
     *
     * @param whole the organisation that the scorecards are for
     * @param organisation the one that was forecast: the whole, or one of its parts
     */
    static Map<String, List<PastForecast>> of(
            Connection connection, String whole, String organisation, ReportingMonth month, Timestamp until)
            throws SQLException {
        return new PastForecasts(connection, whole, organisation, month, until).forecasts();
    }

    /** Changes whenever what an edition forecasts does, measures or finance lines, or what it was made from. */
    static String digest(Connection connection, int edition) throws SQLException {
        String question = """
                select
                    (
                        select md5(string_agg(
                            concat_ws(' ', measure_id, horizon, forecast_mean, low_80, high_80, low_95, high_95), ','
                            order by organisation_id, measure_id, horizon))
                        from dw.fact_forecast
                        where edition_key = ?
                    ) || (
                        select md5(string_agg(
                            concat_ws(' ', measure_id, month_key, figure), ',' order by organisation_id, measure_id, month_key))
                        from dw.fact_scorecard_month
                        where edition_key = ?
                    ) || (
                        select coalesce(md5(string_agg(
                            concat_ws(
                                ' ', finance_line_id, months_known, outturn.budget_gbp, low_80, outturn_median, high_80,
                                chance_of_overspend, 'expected', said.forecast_gbp
                            ), ',' order by finance_line_id)), '')
                        from dw.fact_scorecard_finance_outturn as outturn
                        join dw.fact_scorecard_finance as said using (edition_key, finance_line_id)
                        where edition_key = ?
                    )
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, edition);
            statement.setInt(2, edition);
            statement.setInt(3, edition);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getString(1)).orElse("");
            }
        }
    }

    /**
     * Later scorecards say how good this one's forecasts were. What is published stays: it said what was known then.
     */
    static void markLaterDrafts(Connection connection, int edition) throws SQLException {
        String mark = """
                insert into etl.stale_scorecard (month_key)
                select later.month_key
                from dw.dim_scorecard_edition as changed
                join dw.dim_scorecard_edition as later using (organisation_id)
                where changed.edition_key = ?
                    and later.month_key > changed.month_key
                    and later.edition_status = 'draft'
                """;
        try (PreparedStatement statement = connection.prepareStatement(mark)) {
            statement.setInt(1, edition);
            statement.executeUpdate();
        }
    }

    /**
     * What each edition of each earlier month forecast, drafts among them; what an edition only repeats of the one before it
     * is left out, or a correction of one measure would count all others twice. Its history is what it was made from.
     */
    private Map<String, List<PastForecast>> forecasts() throws SQLException {
        Map<String, List<OptionalDouble>> histories = histories();
        String question = """
                select *
                from (
                    select
                        measure_code, edition.month_key, edition_no, forecast_method, forecast_months_used,
                        is_forecast_indicative, forecast_month_key, horizon,
                        fact.forecast_mean, low_80, high_80, low_95, high_95,
                        array[fact.forecast_mean, low_80, high_80, low_95, high_95] as said,
                        lag(array[fact.forecast_mean, low_80, high_80, low_95, high_95]) over (
                            partition by fact.measure_id, edition.month_key, forecast_month_key order by edition_no
                        ) as said_before
                    from dw.dim_scorecard_edition as edition
                    join dw.fact_forecast as fact using (edition_key)
                    join dw.fact_scorecard as line
                        on line.edition_key = fact.edition_key
                        and line.organisation_id = fact.organisation_id
                        and line.measure_id = fact.measure_id
                    join dw.dim_measure as measure on measure.measure_key = fact.measure_key
                    where %s and fact.organisation_id = (%s) and forecast_month_key <= ?
                ) as forecast
                where said_before is distinct from said
                order by measure_code, month_key, edition_no, horizon
                """.formatted(EDITIONS, ORGANISATION);
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            editions(statement, 1);
            statement.setString(5, organisation);
            statement.setInt(6, month.key());
            statement.setFetchSize(10_000);
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, List<PastForecast>> forecasts = new LinkedHashMap<>();
                String before = "";
                while (rows.next()) {
                    String measure = Rows.text(rows, "measure_code");
                    ReportingMonth madeIn = Rows.month(rows, "month_key");
                    String edition = "%s %s %d".formatted(measure, madeIn, rows.getInt("edition_no"));
                    List<PastForecast> ofMeasure = forecasts.computeIfAbsent(measure, code -> new ArrayList<>());
                    if (!edition.equals(before)) {
                        before = edition;
                        ofMeasure.add(new PastForecast(
                                madeIn,
                                new Forecast(
                                        new ArrayList<>(),
                                        Rows.text(rows, "forecast_method"),
                                        rows.getInt("forecast_months_used"),
                                        rows.getBoolean("is_forecast_indicative")),
                                histories.getOrDefault(edition, List.of())));
                    }
                    ofMeasure.get(ofMeasure.size() - 1).forecast().months().add(month(rows));
                }
                return forecasts;
            }
        }
    }

    /** Also read from the forecasts of an edition. */
    static ForecastMonth month(ResultSet row) throws SQLException {
        return new ForecastMonth(
                Rows.month(row, "forecast_month_key"),
                row.getInt("horizon"),
                row.getDouble("forecast_mean"),
                row.getDouble("low_80"),
                row.getDouble("high_80"),
                row.getDouble("low_95"),
                row.getDouble("high_95"));
    }

    /** The figures that earlier editions were made from, by measure, month and number of the edition. */
    private Map<String, List<OptionalDouble>> histories() throws SQLException {
        String question = """
                select
                    measure_code, edition.month_key, edition_no,
                    array_agg(fact.figure::float8 order by calendar.month_index) as figures
                from dw.dim_scorecard_edition as edition
                join lateral (
                    select measure_id, min(measure_key) as measure_key, min(month_key) as first_key
                    from dw.fact_scorecard_month as used
                    where used.edition_key = edition.edition_key and used.organisation_id = (%1$s)
                    group by measure_id
                ) as series on true
                join dw.dim_measure as measure using (measure_key)
                join dw.dim_month as calendar on calendar.month_key between series.first_key and edition.month_key
                left join dw.fact_scorecard_month as fact
                    on fact.edition_key = edition.edition_key
                    and fact.organisation_id = (%1$s)
                    and fact.measure_id = series.measure_id
                    and fact.month_key = calendar.month_key
                where %2$s
                group by measure_code, edition.month_key, edition_no
                """.formatted(ORGANISATION, EDITIONS);
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, organisation);
            statement.setString(2, organisation);
            editions(statement, 3);
            statement.setFetchSize(1_000);
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, List<OptionalDouble>> histories = new HashMap<>();
                while (rows.next()) {
                    Double[] figures = (Double[]) rows.getArray("figures").getArray();
                    histories.put(
                            "%s %s %d"
                                    .formatted(
                                            Rows.text(rows, "measure_code"),
                                            Rows.month(rows, "month_key"),
                                            rows.getInt("edition_no")),
                            Arrays.stream(figures)
                                    .map(figure -> Optional.ofNullable(figure)
                                            .map(OptionalDouble::of)
                                            .orElse(OptionalDouble.empty()))
                                    .toList());
                }
                return histories;
            }
        }
    }

    private void editions(PreparedStatement statement, int first) throws SQLException {
        statement.setString(first, whole);
        statement.setInt(
                first + 1,
                month.minusMonths(FigureQueries.MONTHS_LOOKED_BACK - 1).key());
        statement.setInt(first + 2, month.minusMonths(1).key());
        statement.setTimestamp(first + 3, until);
    }
}
