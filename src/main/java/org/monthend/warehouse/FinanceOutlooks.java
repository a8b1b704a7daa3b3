package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.FinanceOutlook;
import org.monthend.scorecard.MoneyAccuracy;
import org.monthend.scorecard.MoneyOutturn;
import org.monthend.scorecard.OutturnRange;
import org.monthend.scorecard.PastMoney;
import org.monthend.scorecard.SpendMonth;

/** Reads what editions say of where finance lines are heading. */
final class FinanceOutlooks {

    /** File, sheet and cells of a statement "fact". */
    static final String PLACE = """
            select concat_ws(
                ' ▸ ',
                said.file_name,
                nullif(fact.source_sheet, ''),
                nullif(
                    concat_ws(
                        ', ', nullif(fact.budget_cell, ''), nullif(fact.forecast_cell, ''),
                        nullif(fact.spend_to_date_cell, ''), nullif(fact.committed_cell, '')
                    ), ''
                )
            ) as source
            from etl.return_submission as said
            where said.submission_id = fact.submission_id
            """;

    private final Connection connection;

    private FinanceOutlooks(Connection connection) {
        this.connection = connection;
    }

    /** By the line's key; empty of an edition that was made before there was any. */
    static Map<Integer, FinanceOutlook> of(Connection connection, int edition) throws SQLException {
        FinanceOutlooks outlooks = new FinanceOutlooks(connection);
        Map<Integer, List<SpendMonth>> months = outlooks.months(edition);
        Map<Integer, List<MoneyAccuracy>> accuracy = outlooks.accuracy(edition);
        Map<Integer, FinanceOutlook> of = new HashMap<>();
        outlooks.each("select * from dw.fact_scorecard_finance_outturn where edition_key = ?", edition, row -> {
            int line = row.getInt("finance_line_key");
            of.put(
                    line,
                    new FinanceOutlook(
                            outturn(row),
                            Rows.number(row, "committed_gbp"),
                            Rows.number(row, "budget_gbp"),
                            months.getOrDefault(line, List.of()),
                            accuracy.getOrDefault(line, List.of()),
                            Rows.text(row, "outlook_text")));
        });
        return of;
    }

    /**
     * What each edition of each earlier month said, by code of the line, as it was known at a time, drafts among them; what
     * an edition only repeats of the one before it is left out.
     *
     * @param month of the scorecard that looks back
     */
    static Map<String, List<PastMoney>> past(
            Connection connection, String organisation, ReportingMonth month, Timestamp until) throws SQLException {
        String question = """
                select *
                from (
                    select
                        line_code, edition.month_key, edition_no, outturn.*, finance.forecast_gbp,
                        %1$s as said,
                        lag(%1$s) over (partition by outturn.finance_line_id, edition.month_key order by edition_no)
                            as said_before
                    from dw.dim_scorecard_edition as edition
                    join dw.fact_scorecard_finance_outturn as outturn using (edition_key)
                    join dw.fact_scorecard_finance as finance using (edition_key, finance_line_id)
                    join dw.dim_finance_line as line on line.finance_line_key = outturn.finance_line_key
                    where edition.organisation_id = (
                            select organisation_id from dw.dim_organisation where organisation_code = ? and is_current
                        )
                        and edition.month_key between ? and ? and data_as_at <= ?
                ) as outturn
                where said_before is distinct from said
                order by line_code, month_key, edition_no
                """.formatted("""
                        array[
                            outturn_median, low_80, high_80, chance_of_overspend, outturn.budget_gbp::float8,
                            finance.forecast_gbp::float8
                        ]""");
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, organisation);
            statement.setInt(
                    2, month.minusMonths(FigureQueries.MONTHS_LOOKED_BACK - 1).key());
            statement.setInt(3, month.minusMonths(1).key());
            statement.setTimestamp(4, until);
            try (ResultSet row = statement.executeQuery()) {
                Map<String, List<PastMoney>> past = new HashMap<>();
                while (row.next()) {
                    past.computeIfAbsent(Rows.text(row, "line_code"), code -> new ArrayList<>())
                            .add(new PastMoney(
                                    Rows.month(row, "month_key"),
                                    outturn(row),
                                    Rows.number(row, "budget_gbp"),
                                    Rows.number(row, "forecast_gbp")));
                }
                return past;
            }
        }
    }

    private static MoneyOutturn outturn(ResultSet row) throws SQLException {
        return new MoneyOutturn(
                new FiscalYear(row.getInt("fiscal_year_start")),
                row.getInt("months_known"),
                number(row, "outturn_median").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new OutturnRange(
                                row.getDouble("low_95"),
                                row.getDouble("low_80"),
                                row.getDouble("outturn_median"),
                                row.getDouble("high_80"),
                                row.getDouble("high_95"))),
                number(row, "chance_of_overspend"),
                Rows.text(row, "reason_text"));
    }

    private Map<Integer, List<SpendMonth>> months(int edition) throws SQLException {
        Map<Integer, List<SpendMonth>> months = new HashMap<>();
        String question = """
                select used.*, coalesce(place.source, '') as source
                from dw.fact_scorecard_finance_month as used
                left join dw.fact_finance_position as fact using (finance_position_id)
                left join lateral (%s) as place on true
                where edition_key = ?
                order by used.finance_line_key, used.month_key
                """.formatted(PLACE);
        each(
                question,
                edition,
                row -> months.computeIfAbsent(row.getInt("finance_line_key"), line -> new ArrayList<>())
                        .add(new SpendMonth(
                                Rows.month(row, "month_key"),
                                Rows.number(row, "spend_to_date_gbp"),
                                Rows.number(row, "committed_gbp"),
                                Rows.number(row, "budget_gbp"),
                                Rows.number(row, "forecast_gbp"),
                                Rows.text(row, "source"),
                                Rows.id(row, "finance_position_id"))));
        return months;
    }

    private Map<Integer, List<MoneyAccuracy>> accuracy(int edition) throws SQLException {
        String question = """
                select *
                from dw.fact_scorecard_finance_accuracy
                where edition_key = ?
                order by finance_line_key, months_known
                """;
        Map<Integer, List<MoneyAccuracy>> accuracy = new HashMap<>();
        each(
                question,
                edition,
                row -> accuracy.computeIfAbsent(row.getInt("finance_line_key"), line -> new ArrayList<>())
                        .add(new MoneyAccuracy(
                                row.getInt("months_known"),
                                row.getInt("outturn_count"),
                                number(row, "mean_absolute_error"),
                                number(row, "outturn_bias"),
                                number(row, "covered_80"),
                                row.getInt("chance_count"),
                                number(row, "brier_score"),
                                row.getInt("expected_count"),
                                number(row, "expected_error"),
                                number(row, "expected_bias"))));
        return accuracy;
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /** Takes one row. */
    private interface Taking {

        void take(ResultSet row) throws SQLException;
    }

    private void each(String question, int edition, Taking taking) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, edition);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taking.take(row);
                }
            }
        }
    }
}
