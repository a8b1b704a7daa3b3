package org.monthend;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.monthend.warehouse.TestDatabase;

/** SQL adds up for BI tools, Java for the page: the two must give the same quarters, on the same basis. */
final class PageAndMart {

    private static final BigDecimal BINARY_NOISE = new BigDecimal("1e-12");

    private static final String QUARTERS = """
            select
                measure_code, quarter.label, quarter.figure as page_figure, quarter.basis as page_basis,
                rolled_up.figure as mart_figure, coalesce(rolled_up.basis, 'computed') as mart_basis
            from mart.scorecard
            cross join lateral (
                values
                    (quarter_1_label, quarter_1_figure, quarter_1_basis),
                    (quarter_2_label, quarter_2_figure, quarter_2_basis),
                    (quarter_3_label, quarter_3_figure, quarter_3_basis),
                    (quarter_4_label, quarter_4_figure, quarter_4_basis)
            ) as quarter (label, figure, basis)
            left join mart.measure_by_fiscal_quarter as rolled_up
                using (measure_code)
            where month_key = 201512
                and rolled_up.fiscal_quarter_label = quarter.label
                and rolled_up.organisation_level = 'trust'
            """;

    private PageAndMart() {}

    /** A quarter as the page has it and as BI tools read it; a missing figure is empty. */
    record Quarter(
            String measure,
            String label,
            Optional<BigDecimal> onPage,
            String basisOnPage,
            Optional<BigDecimal> inMart,
            String basisInMart) {

        boolean differs() {
            boolean sameFigure = onPage.isPresent() == inMart.isPresent()
                    && onPage.map(figure ->
                                    figure.subtract(inMart.orElseThrow()).abs().compareTo(BINARY_NOISE) <= 0)
                            .orElse(true);
            return !sameFigure || !basisOnPage.equals(basisInMart);
        }
    }

    /** The quarters that December 2015's scorecard shows. */
    static List<Quarter> quarters(TestDatabase database) throws SQLException {
        try (Connection connection = database.as("bi_reader").getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUARTERS)) {
            List<Quarter> quarters = new ArrayList<>();
            while (row.next()) {
                quarters.add(new Quarter(
                        row.getString("measure_code"),
                        row.getString("label"),
                        Optional.ofNullable(row.getBigDecimal("page_figure")),
                        row.getString("page_basis"),
                        Optional.ofNullable(row.getBigDecimal("mart_figure")),
                        row.getString("mart_basis")));
            }
            return quarters;
        }
    }

    /** Those that BI tools would read otherwise; none when all is well. */
    static List<Quarter> differingQuarters(TestDatabase database) throws SQLException {
        return quarters(database).stream().filter(Quarter::differs).toList();
    }
}
