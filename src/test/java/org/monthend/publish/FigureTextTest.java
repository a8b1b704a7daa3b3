package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.catalogue.Measure;
import org.monthend.scorecard.MeasureLine;

class FigureTextTest {

    @ParameterizedTest
    @CsvSource({
        "VISIT_TIMELY_PCT, 90.5, 91%",
        "VISIT_TIMELY_PCT, 90.4999, 90%",
        "PLAN_RATE, 62.5, 63",
        "CASELOAD, 16.05, 16.1",
        "CASELOAD, 16, 16.0"
    })
    void writesFiguresToTheMeasuresDecimals(String measure, BigDecimal value, String text) {
        assertThat(FigureText.of(measure(measure), value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "VISIT_TIMELY_PCT, 2.25, +2.3 pp",
        "VISIT_TIMELY_PCT, -2.25, −2.3 pp",
        "VISIT_TIMELY_PCT, 0, 0.0 pp",
        "VISIT_TIMELY_PCT, -0.004, −0.004 pp",
        "MISSED_CALLS_R3M, -3, −3",
        "MOVE_ON_DAYS, 3.69, +3.7",
        "CASELOAD, 0.5, +0.50"
    })
    void writesVariancesFinerThanFiguresAndNeverAMissAsZero(String measure, BigDecimal variance, String text) {
        assertThat(FigureText.variance(measure(measure), variance)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"600000, +£600K", "-1250000, −£1.25M", "0, +£0K"})
    void writesMoneyInItsShortForm(BigDecimal pounds, String text) {
        assertThat(FigureText.money(pounds)).isEqualTo(text);
    }

    private static Measure measure(String code) {
        return SampleEdition.measures().stream()
                .map(MeasureLine::measure)
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
