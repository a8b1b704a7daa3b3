package org.monthend.scorecard;

import java.util.Random;

/**
 * Standard normal noise of the twelve months of a year along 2,000 paths, the same for every series. Any two months of a
 * path correlate by one half: what moves a forecast of one month off the mark moves the others, too.
 *
 * <p>Each component is a stratified sample in random order (a Latin hypercube: McKay, Beckman and Conover 1979), so sums
 * over the months come out as exactly as from many more independent paths.
 */
final class Noise {

    static final int PATHS = 2_000;

    private static final int MONTHS = 12;
    private static final double CORRELATION = 0.5;

    /** What is drawn apart: figures, and the denominators that they are weighted by. */
    enum Of {
        FIGURES(1),
        DENOMINATORS(2);

        private final double[] common;
        private final double[][] months = new double[MONTHS][];

        Of(long seed) {
            Random random = new Random(seed);
            common = shuffled(random);
            for (int month = 0; month < MONTHS; month++) {
                months[month] = mixed(common, shuffled(random));
            }
        }

        /** One value a path: of the only month that is drawn. */
        double[] alone() {
            return common;
        }

        /** One value a path. */
        double[] month(int month) {
            return months[month];
        }
    }

    private Noise() {}

    private static double[] mixed(double[] common, double[] own) {
        double[] mixed = new double[PATHS];
        for (int i = 0; i < PATHS; i++) {
            mixed[i] = Math.sqrt(CORRELATION) * common[i] + Math.sqrt(1 - CORRELATION) * own[i];
        }
        return mixed;
    }

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
