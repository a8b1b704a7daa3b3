package org.monthend.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a measure's months look in real life, for the search to keep to where the printed figures allow it.
 *
 * @param denominators what is usual for each month, in the denominator's own unit
 * @param spread how far each month's denominator may lie from the usual, as a share of it; 0 where it is known
 * @param numeratorStep smallest step of the numerator: 1 for children, 0.5 for half days
 * @param denominatorStep smallest step of the denominator
 * @param noise by how much the figure usually differs from one month to the next, in the measure's unit
 */
record Texture(
        List<Double> denominators, List<Double> spread, double numeratorStep, double denominatorStep, double noise) {

    /** Whole numbers over a denominator that is known from elsewhere. */
    static Texture over(double[] known, double noise) {
        return new Texture(listed(known), listed(steady(0)), 1, 1, noise);
    }

    /** Whole numbers over a whole number that varies about the usual. */
    static Texture about(double[] usual, double spread, double noise) {
        return new Texture(listed(usual), listed(steady(spread)), 1, 1, noise);
    }

    /** A plain count. */
    static Texture count(double noise) {
        return over(steady(1), noise);
    }

    /** Full-time equivalents below, which need not be whole. */
    static Texture staff(double usual, double spread, double numeratorStep, double noise) {
        return new Texture(listed(steady(usual)), listed(steady(spread)), numeratorStep, 0.1, noise);
    }

    /** The same, but the latest month's denominator is just what is usual. */
    Texture knowingTheLast() {
        List<Double> known = new ArrayList<>(spread);
        known.set(known.size() - 1, 0.0);
        return new Texture(denominators, known, numeratorStep, denominatorStep, noise);
    }

    private static List<Double> listed(double[] months) {
        return Arrays.stream(months).boxed().toList();
    }

    static double[] steady(double usual) {
        double[] months = new double[SampleMonths.COUNT];
        Arrays.fill(months, usual);
        return months;
    }
}
