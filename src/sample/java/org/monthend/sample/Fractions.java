package org.monthend.sample;

import java.math.BigDecimal;
import java.util.List;
import org.monthend.catalogue.Aggregation;

/** Numerators and denominators of the sample's months, from October 2014; a count is a numerator over 1. */
record Fractions(List<BigDecimal> numerators, List<BigDecimal> denominators) {

    Fraction month(int month) {
        return new Fraction(numerators.get(month), denominators.get(month));
    }

    /** What a quarter makes of its months. */
    Fraction quarter(int quarter, Aggregation aggregation) {
        int last = 3 * quarter + 2;
        return switch (aggregation) {
            case STOCK, STOCK_RATIO, ROLLING_3M, RANK -> month(last);
            case FLOW -> new Fraction(sum(numerators, last), denominators.get(last));
            case FLOW_MEAN, RATIO -> new Fraction(sum(numerators, last), sum(denominators, last));
        };
    }

    double[] numeratorsAsDoubles() {
        return numerators.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    double[] denominatorsAsDoubles() {
        return denominators.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    private static BigDecimal sum(List<BigDecimal> figures, int last) {
        return figures.subList(last - 2, last + 1).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
