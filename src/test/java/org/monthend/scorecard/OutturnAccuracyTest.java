package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures outturns and chances on real series: three years of A&E figures, the third judged from the two before. */
class OutturnAccuracyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what | months known | Brier score at most
            year   | 0            | 0.26
            year   | 3            | 0.16
            year   | 6            | 0.12
            year   | 9            | 0.07
            March  | 0            | 0.26
            March  | 3            | 0.22
            March  | 6            | 0.20
            March  | 9            | 0.18
            """)
    void saysHowLikelyTheTargetIsMet(String what, int monthsKnown, double worst) {
        boolean march = what.equals("March");
        List<AttendanceSeries> all = AttendanceSeries.all();
        double squares = 0;
        int within80 = 0;
        for (AttendanceSeries series : all) {
            Outturn outturn = OutturnPredictions.outturn(series, monthsKnown, march);
            Outturn came = OutturnPredictions.outturn(series, 12, march);
            double actual = came.range().orElseThrow().median();
            double error = outturn.chance().orElseThrow() - came.chance().orElseThrow();
            squares += error * error;
            OutturnRange range = outturn.range().orElseThrow();
            within80 += range.low80() <= actual && actual <= range.high80() ? 1 : 0;
        }

        assertThat(all).hasSize(504);
        assertThat(squares / all.size()).isLessThan(worst);
        assertThat((double) within80 / all.size()).isBetween(0.72, 0.88);
    }
}
