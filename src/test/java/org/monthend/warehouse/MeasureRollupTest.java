package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureRollupTest {

    private static TestDatabase database;

    @BeforeAll
    static void opens() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    /** Rows are month:numerator/denominator=figure, with _ for what is not given; two rows of a month are two teams. */
    @ParameterizedTest(name = "{0}: {1} is {2}, {3}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            flow        | 10:_/_=4  10:_/_=6  11:_/_=5  12:_/_=7  | 22    | all add up
            flow        | 10:_/_=4  11:_/_=_  12:_/_=7            | 11    | a missing month is not zero, and not in the way
            flow        | 10:_/_=0                                | 0     | zero is a figure
            flow        | 10:_/_=_                                | none  | nothing is known
            flow_mean   | 10:_/_=4  10:_/_=6  11:_/_=5  12:_/_=6  | 7     | mean of the monthly sums
            flow_mean   | 10:_/_=4  11:_/_=_  12:_/_=8            | 6     | mean of the months known
            stock       | 12:_/_=3  12:_/_=2  10:_/_=9  11:_/_=8  | 5     | last month, in whatever order they come
            stock       | 10:_/_=9  11:_/_=8  12:_/_=_            | 8     | last month that is known
            rolling_3m  | 10:_/_=53 11:_/_=50 12:_/_=46           | 46    | a window never adds up
            ratio       | 10:1/2=50 11:1/4=25 12:8/10=80          | 62.5  | sum over sum, never the mean of percentages
            ratio       | 10:1/2=50 11:0/0=_  12:8/10=80          | 75    | a month without cases weighs nothing
            ratio       | 10:_/_=50 12:8/10=80                    | none  | percentages alone cannot be weighed
            ratio       | 10:_/_=50                               | 50    | one figure is itself
            stock_ratio | 10:1/2=50 12:8/10=80 12:1/10=10         | 45    | sum over sum of the last month
            stock_ratio | 10:1/2=50 12:_/_=80                     | 80    | one figure of the last month is itself
            rank        | 10:_/_=3  11:_/_=4                      | none  | positions never add up
            rank        | 11:_/_=4                                | 4     | one position is itself
            """)
    void rollsUp(String aggregation, String rows, BigDecimal figure, String because) throws SQLException {
        String rolled = rollup(aggregation, "1/team", rows);
        if (figure == null) {
            assertThat(rolled).as(because).isEqualTo("null");
        } else {
            assertThat(new BigDecimal(rolled)).as(because).isEqualByComparingTo(figure);
        }
    }

    @Test
    void givesNothingForAMixture() throws SQLException {
        assertThat(Sql.as(database.owner()).one("""
                        select mart.measure_rollup(guard, 'flow', 1, 24191, null, null, 5)
                        from (values ('1/team'), ('1/trust')) as mixed (guard)
                        """)).isEqualTo("null");
    }

    private static String rollup(String aggregation, String guard, String rows) throws SQLException {
        String values = java.util.Arrays.stream(rows.split(" +", -1))
                .map(row -> row.replace("_", "null").replaceAll("(.*):(.*)/(.*)=(.*)", "($1, $2, $3, $4)"))
                .collect(java.util.stream.Collectors.joining(", "));
        return Sql.as(database.owner()).one("""
                select mart.measure_rollup('%s', '%s', 100, month_index, numerator, denominator, figure)
                from (values (0, 0.5, 0.5, 0.5), %s) as reported (month_index, numerator, denominator, figure)
                where month_index > 0
                """.formatted(guard, aggregation, values));
    }
}
