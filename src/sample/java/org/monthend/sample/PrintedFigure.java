package org.monthend.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A number as the page prints it: rounded half up, so that any of an interval of exact figures may stand behind it.
 *
 * @param value as printed, in the measure's unit (25 for 25%); its scale is the decimals printed
 */
record PrintedFigure(BigDecimal value) {

    /** Reads 346, 25%, 14.2 or 17*; empty for a dash, for words and for nothing at all. */
    static Optional<PrintedFigure> read(String printed) {
        String digits = printed.replaceAll("[%*]", "");
        return digits.matches("\\d+(\\.\\d+)?")
                ? Optional.of(new PrintedFigure(new BigDecimal(digits)))
                : Optional.empty();
    }

    /** Whether the fraction, multiplied, rounds to what is printed; judged exactly. */
    boolean isRounded(BigDecimal multiplier, BigDecimal numerator, BigDecimal denominator) {
        return multiplier
                        .multiply(numerator)
                        .divide(denominator, value.scale(), RoundingMode.HALF_UP)
                        .compareTo(value)
                == 0;
    }

    /** How far a figure lies from what is printed: 0 at its middle, 1 at the edge of what rounds to it. */
    double distance(double figure) {
        return Math.abs(figure - value.doubleValue()) * 2 / value.ulp().doubleValue();
    }
}
