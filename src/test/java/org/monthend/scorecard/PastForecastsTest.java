package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;

class PastForecastsTest {

    private static final ReportingMonth JANUARY = new ReportingMonth(2016, 1);
    private static final Forecast ISSUED = new Forecast(
            List.of(
                    new ForecastMonth(JANUARY, 1, 50, 45, 55, 40, 60),
                    new ForecastMonth(JANUARY.plusMonths(1), 2, 52, 46, 58, 41, 63),
                    new ForecastMonth(JANUARY.plusMonths(2), 3, 54, 47, 61, 42, 66)),
            "any",
            4,
            true);

    @Test
    void comparesEachMonthThatCameWithItsForecast() {
        List<ForecastScore> scores = ForecastAccuracy.scores(
                ISSUED, figures(40, 44, 41, 46), Map.of(JANUARY, 55.0, JANUARY.plusMonths(1), 40.0));

        assertThat(scores)
                .containsExactly(
                        new ForecastScore(JANUARY, 1, 50, 55, -5, OptionalDouble.of(1.25), true, true),
                        new ForecastScore(JANUARY.plusMonths(1), 2, 52, 40, 12, OptionalDouble.of(3), false, false));
    }

    @Test
    void scalesNothingByAHistoryThatNeverChanged() {
        assertThat(ForecastAccuracy.scores(ISSUED, figures(40, 40, 40), Map.of(JANUARY, 55.0)))
                .allSatisfy(score -> assertThat(score.scaledError()).isEmpty());
        assertThat(ForecastAccuracy.scores(ISSUED, figures(40), Map.of(JANUARY, 55.0)))
                .allSatisfy(score -> assertThat(score.scaledError()).isEmpty());
    }

    @Test
    void sumsUpWhatForecastsWereWorth() {
        ForecastAccuracy accuracy = ForecastAccuracy.of(ForecastAccuracy.scores(
                        ISSUED, figures(40, 44, 42, 46), Map.of(JANUARY, 55.0, JANUARY.plusMonths(1), 40.0)))
                .orElseThrow();

        assertThat(accuracy.forecasts()).isEqualTo(2);
        assertThat(accuracy.meanAbsoluteError()).isEqualTo(8.5);
        assertThat(accuracy.bias()).isEqualTo(3.5);
        assertThat(accuracy.meanScaledError().orElseThrow()).isEqualTo(2.55, within(1e-9));
        assertThat(accuracy.covered80()).isEqualTo(0.5);
        assertThat(accuracy.covered95()).isEqualTo(0.5);
    }

    @Test
    void saysNothingBeforeAMonthHasCome() {
        assertThat(ForecastAccuracy.of(ForecastAccuracy.scores(ISSUED, figures(40, 44), Map.of())))
                .isEmpty();
    }

    @Test
    void tellsItInOneSentenceOrTwo() {
        Measure rate = Measures.measure("M", Unit.PER_10000, 0, Aggregation.RATIO);

        assertThat(new ForecastAccuracy(1, 12, 12, OptionalDouble.empty(), 1, 1).sentence(rate))
                .isEqualTo("One forecast so far; it missed by 12.");
        assertThat(new ForecastAccuracy(4, 12, -3, OptionalDouble.empty(), 1, 1).sentence(rate))
                .isEqualTo("4 forecasts so far missed by 12 on average and were 3 too low.");
        assertThat(new ForecastAccuracy(24, 1.84, 0.04, OptionalDouble.empty(), 0.79, 0.96)
                        .sentence(Measures.percent("M")))
                .isEqualTo(
                        "24 forecasts so far missed by 1.8 points on average. The figure came inside the 80% interval"
                                + " 79% of the time and inside the 95% interval 96%.");
    }

    @Test
    void countsForecastsOfEveryEdition() {
        List<ForecastScore> first = ForecastAccuracy.scores(ISSUED, figures(40, 44), Map.of(JANUARY, 50.0));

        ForecastAccuracy accuracy = ForecastAccuracy.of(
                        Stream.concat(first.stream(), Collections.nCopies(3, first.get(0)).stream())
                                .toList())
                .orElseThrow();

        assertThat(accuracy.forecasts()).isEqualTo(4);
        assertThat(accuracy.meanAbsoluteError()).isZero();
    }

    private static List<OptionalDouble> figures(double... values) {
        return DoubleStream.of(values).mapToObj(OptionalDouble::of).toList();
    }
}
