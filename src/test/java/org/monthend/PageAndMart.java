package org.monthend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.monthend.warehouse.TestDatabase;

/** SQL adds up for BI tools, Java for the page: the two must give the same quarters, on the same basis. */
final class PageAndMart {

    private static final String QUARTERS = """
            select measure_code, quarter.label, quarter.figure, quarter.basis, rolled_up.figure, rolled_up.basis
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
                and (
                    (quarter.figure is null) <> (rolled_up.figure is null)
                    or abs(quarter.figure - rolled_up.figure) > 1e-12
                    or quarter.basis <> rolled_up.basis
                )
            """;

    private PageAndMart() {}

    /** The quarters of December 2015's scorecard that BI tools would read otherwise; none when all is well. */
    static List<String> differingQuarters(TestDatabase database) throws SQLException {
        try (Connection connection = database.as("bi_reader").getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUARTERS)) {
            List<String> differing = new ArrayList<>();
            while (row.next()) {
                differing.add("%s %s: page %s (%s), mart %s (%s)"
                        .formatted(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)));
            }
            return differing;
        }
    }
}
