package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;

class PartsTotalTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    @ParameterizedTest(name = "{0} {1}: {2} => {3}")
    @CsvSource(delimiterString = "|", textBlock = """
            PERCENT       | RATIO       | 1/10; 9/10      | 50
            PERCENT       | RATIO       | 1/2; 1/98       | 2
            PERCENT       | RATIO       | 1/10; 9/10; 5/5 | 60
            PERCENT       | RATIO       | 10; 90          | not_available
            PERCENT       | RATIO       | 1/10; 90        | not_available
            PER_10000     | STOCK_RATIO | 5/10000; 5/5000 | 6.666666666666667
            COUNT         | FLOW        | 3; 4            | 7
            COUNT         | STOCK       | 0; 4            | 4
            COUNT         | ROLLING_3M  | 3; 4; 5         | 12
            DAYS          | FLOW_MEAN   | 3; 4            | not_available
            DAYS          | RATIO       | 30/10; 40/10    | 3.5
            COUNT         | RANK        | 3; 4            | not_available
            COUNT         | FLOW        | 3; -            | not_available
            COUNT         | FLOW        | -; -            | nothing_to_report
            COUNT         | FLOW        | 3;              | not_available
            PERCENT       | RATIO       | 1/10;           | not_available
            """)
    void addsUpWhatCanBeAdded(Unit unit, Aggregation aggregation, String parts, String total) {
        Measure measure = Measures.measure("M", unit, 0, aggregation);
        Figure figure = PartsTotal.of(DECEMBER, measure, parts(unit, parts))
                .orElseThrow()
                .figure();
        assertThat(figure.reportedValue()
                        .map(value -> value.stripTrailingZeros().toPlainString())
                        .orElseGet(figure::statusWord))
                .isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "|",
            value = {"COUNT | FLOW", "PERCENT | RATIO"})
    void saysNothingWhereNoPartSaysAnything(Unit unit, Aggregation aggregation) {
        assertThat(PartsTotal.of(
                        DECEMBER,
                        Measures.measure("M", unit, 0, aggregation),
                        List.of(Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    private static List<Optional<MonthFigure>> parts(Unit unit, String words) {
        return Arrays.stream(words.split(";", -1))
                .map(word -> Months.from(DECEMBER, unit, word.strip()).stream().findFirst())
                .toList();
    }
}
