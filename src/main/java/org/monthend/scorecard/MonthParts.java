package org.monthend.scorecard;

import java.util.OptionalDouble;

/**
 * What a year adds up from one month of a series.
 *
 * @param figure in the measure's unit; empty where the month has none
 * @param numerator empty where it is not known
 * @param denominator empty where it is not known
 */
public record MonthParts(OptionalDouble figure, OptionalDouble numerator, OptionalDouble denominator) {

    /** A month of which nothing is known. */
    public static final MonthParts NOTHING =
            new MonthParts(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    public static MonthParts of(double figure) {
        return new MonthParts(OptionalDouble.of(figure), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** A fraction; without a figure where the denominator is 0. */
    public static MonthParts of(double numerator, double denominator, double multiplier) {
        return new MonthParts(
                denominator > 0 ? OptionalDouble.of(multiplier * numerator / denominator) : OptionalDouble.empty(),
                OptionalDouble.of(numerator),
                OptionalDouble.of(denominator));
    }
}
