package org.monthend.faults;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.Optional;

/**
 * One row of a file as the harness wrote it: a figure or, where there is neither fraction nor value, nothing to report.
 *
 * @param numerator stands with its denominator, or not at all
 */
record Stated(Key key, Optional<BigDecimal> numerator, Optional<BigDecimal> denominator, Optional<BigDecimal> value) {

    /** What a row is about. */
    record Key(KnownMeasure measure, String organisation, YearMonth month) {

        /** The month as the warehouse writes it: 201512. */
        int monthKey() {
            return month.getYear() * 100 + month.getMonthValue();
        }

        @Override
        public String toString() {
            return "%s of %s in %s".formatted(measure, organisation, month);
        }
    }

    /** The figure in the measure's unit; empty when there is nothing to report. */
    Optional<BigDecimal> figure() {
        return numerator.isPresent() && denominator.isPresent()
                ? Optional.of(key.measure()
                        .multiplier()
                        .multiply(numerator.get())
                        .divide(denominator.get(), MathContext.DECIMAL128))
                : value;
    }

    boolean saysTheSameAs(Stated other) {
        return numerator.equals(other.numerator) && denominator.equals(other.denominator) && value.equals(other.value);
    }
}
