package org.monthend.scorecard;

import java.util.List;

/** A simple way to carry a series on. */
enum Method {
    MEDIAN("median") {
        @Override
        double[] forecast(SeasonalSeries series, int horizon) {
            return series.ahead(Averages.median(series.adjusted()), horizon);
        }
    },
    MEDIAN_6("median of 6 months") {
        @Override
        double[] forecast(SeasonalSeries series, int horizon) {
            return series.ahead(Averages.median(Averages.last(series.adjusted(), 6)), horizon);
        }
    },
    MEAN_12("mean of 12 months") {
        @Override
        double[] forecast(SeasonalSeries series, int horizon) {
            return series.ahead(Averages.mean(Averages.last(series.adjusted(), 12)), horizon);
        }
    },
    SIMPLE_SMOOTHING("exponential smoothing") {
        @Override
        double[] forecast(SeasonalSeries series, int horizon) {
            return series.ahead(SimpleSmoothing.of(series.adjusted()).level(), horizon);
        }
    },
    /** Seasonal smoothing that expects a slope to fade within months. */
    FADING_SMOOTHING("smoothing damped by 0.8") {
        @Override
        double[] forecast(SeasonalSeries series, int horizon) {
            return smoothed(series, 0.8, horizon);
        }
    },
    /** Seasonal smoothing that expects a slope to fade within a year. */
    DAMPED_SMOOTHING("by 0.9") {
        @Override
        double[] forecast(SeasonalSeries series, int horizon) {
            return smoothed(series, 0.9, horizon);
        }
    },
    /** Seasonal smoothing that expects a slope to fade within two years. */
    SLOW_SMOOTHING("by 0.95") {
        @Override
        double[] forecast(SeasonalSeries series, int horizon) {
            return smoothed(series, 0.95, horizon);
        }
    },
    /** Seasonal smoothing that expects a slope to last. */
    LASTING_SMOOTHING("by 0.98") {
        @Override
        double[] forecast(SeasonalSeries series, int horizon) {
            return smoothed(series, 0.98, horizon);
        }
    },
    /** Seasonal smoothing that carries a slope on as it is. */
    STEADY_SMOOTHING("undamped") {
        @Override
        double[] forecast(SeasonalSeries series, int horizon) {
            return smoothed(series, 1, horizon);
        }
    };

    private final String word;

    Method(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Forecasts of the months after the last. */
    abstract double[] forecast(SeasonalSeries series, int horizon);

    /** The methods whose mean does best on real series of so many months. */
    static List<Method> forMonths(int months) {
        if (months < 6) {
            return List.of(MEDIAN);
        }
        if (months <= 12) {
            return List.of(SIMPLE_SMOOTHING, MEDIAN_6, MEAN_12);
        }
        if (months < 24) {
            return List.of(MEAN_12, FADING_SMOOTHING, DAMPED_SMOOTHING, LASTING_SMOOTHING);
        }
        // A slope is worth following only once there are years to know it by.
        return months < 48
                ? List.of(MEDIAN_6, FADING_SMOOTHING, DAMPED_SMOOTHING, LASTING_SMOOTHING)
                : List.of(FADING_SMOOTHING, DAMPED_SMOOTHING, SLOW_SMOOTHING, LASTING_SMOOTHING, STEADY_SMOOTHING);
    }

    private static double[] smoothed(SeasonalSeries series, double damping, int horizon) {
        return SmoothingBank.mean(series.values(), series.factors(), damping).forecast(series.values().length, horizon);
    }
}
