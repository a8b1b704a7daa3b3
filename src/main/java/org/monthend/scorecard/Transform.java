package org.monthend.scorecard;

import java.util.Arrays;

/** The scale on which a series is forecast, so that its noise is even and its forecasts stay possible. */
enum Transform {
    /** Percentages: logit of the share, pulled in from 0 and 100 by half a point; inverse clipped to 0 to 100. */
    LOGIT {
        @Override
        double apply(double value) {
            double share = (value / 100 + 0.005) / 1.01;
            return Math.log(share / (1 - share));
        }

        @Override
        double inverse(double z) {
            double share = 1 / (1 + Math.exp(-z));
            return Math.max(0, Math.min(100, 100 * (share * 1.01 - 0.005)));
        }
    },
    LOG {
        @Override
        double apply(double value) {
            return Math.log(value);
        }

        @Override
        double inverse(double z) {
            return Math.exp(z);
        }
    },
    /** Counts and what may come near zero: never below zero. */
    ROOT {
        @Override
        double apply(double value) {
            return Math.sqrt(value + 0.375);
        }

        @Override
        double inverse(double z) {
            double root = Math.max(0, z);
            return Math.max(0, root * root - 0.375);
        }
    },
    IDENTITY {
        @Override
        double apply(double value) {
            return value;
        }

        @Override
        double inverse(double z) {
            return z;
        }
    };

    private static final int MEDIAN_MONTHS = 36;

    abstract double apply(double value);

    abstract double inverse(double z);

    double lowest() {
        return inverse(Double.NEGATIVE_INFINITY);
    }

    double highest() {
        return inverse(Double.POSITIVE_INFINITY);
    }

    /** The scale for a series of this kind; figures that the kind cannot have (negative ones, 105%) are left as they are. */
    static Transform of(SeriesKind kind, double[] values) {
        double smallest = Arrays.stream(values).min().orElse(0);
        if (smallest < 0) {
            return IDENTITY;
        }
        return switch (kind) {
            case PERCENT -> Arrays.stream(values).max().orElse(0) > 100 ? IDENTITY : LOGIT;
            case COUNT -> ROOT;
            case POSITIVE -> smallest > 0 && smallest >= 0.25 * recentMedian(values) ? LOG : ROOT;
        };
    }

    private static double recentMedian(double[] values) {
        return Averages.median(Averages.last(values, MEDIAN_MONTHS));
    }
}
