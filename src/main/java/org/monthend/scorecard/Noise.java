package org.monthend.scorecard;

import java.util.Random;

/**
 * Standard normal noise of a series' months along 1,000 paths, the same for every series.
 *
 * <p>Each component is a stratified sample in random order (a Latin hypercube: McKay, Beckman and Conover 1979), so sums
 * over the months come out as exactly as from many more independent paths.
 */
final class Noise {

    static final int PATHS = 1_000;

    private static final int MONTHS = 12;

    /** What is drawn apart: figures, and the denominators that they are weighted by. */
    enum Of {
        FIGURES(1),
        DENOMINATORS(2);

        private final double[][] level = new double[MONTHS][];
        private final double[][] month = new double[MONTHS][];

        Of(long seed) {
            Random random = new Random(seed);
            for (int i = 0; i < MONTHS; i++) {
                level[i] = shuffled(random);
                month[i] = shuffled(random);
            }
        }

        /** How far the level moves before a month of the year, path by path. */
        double[] ofLevel(int monthOfYear) {
            return level[monthOfYear];
        }

        /** What is a month's own and does not last, path by path. */
        double[] ofMonth(int monthOfYear) {
            return month[monthOfYear];
        }
    }

    private Noise() {}

    private static double[] shuffled(Random random) {
        double[] sample = new double[PATHS];
        for (int i = 0; i < PATHS; i++) {
            int other = random.nextInt(i + 1);
            sample[i] = sample[other];
            sample[other] = Normal.quantile((i + 0.5) / PATHS);
        }
        return sample;
    }
}
