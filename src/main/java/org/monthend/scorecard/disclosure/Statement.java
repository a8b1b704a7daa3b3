package org.monthend.scorecard.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What something published says of the counts behind it: low ≤ Σ weight × count ≤ high, in whole numbers.
 *
 * @param source the figure that says so
 * @param weights by count; none is zero
 * @param low {@link #OPEN_LOW} when it sets no lower bound
 * @param high {@link #OPEN_HIGH} when it sets no upper bound
 */
record Statement(Source source, Map<CountKey, Long> weights, long low, long high) {

    static final long OPEN_LOW = Long.MIN_VALUE;
    static final long OPEN_HIGH = Long.MAX_VALUE;

    /**
     * The figure that says it.
     *
     * @param copy the earlier public copy that it stands in, such as "the public copy of November 2015, edition 1"; empty
     *     for the copy in hand, which can still hide it
     */
    record Source(CopyCell cell, String copy) {

        boolean canBeHidden() {
            return copy.isEmpty();
        }
    }

    /** A sum of weighted counts and known numbers while it is being written down. */
    static final class Sum {

        private final Map<CountKey, BigDecimal> weights = new LinkedHashMap<>();
        private final List<BigDecimal> known = new ArrayList<>();

        Sum add(BigDecimal weight, CountKey count) {
            weights.merge(count, weight, BigDecimal::add);
            return this;
        }

        Sum add(BigDecimal number) {
            known.add(number);
            return this;
        }

        /** The sum is not negative. */
        Statement isNotNegative(Source source) {
            return bounded(source, BigDecimal.ZERO, false);
        }

        /** The sum is above zero. */
        Statement isPositive(Source source) {
            return bounded(source, BigDecimal.ZERO, true);
        }

        /** The sum is zero. */
        Statement isZero(Source source) {
            Statement least = bounded(source, BigDecimal.ZERO, false);
            BigDecimal exact = known().negate().setScale(scale(), RoundingMode.UNNECESSARY);
            return new Statement(
                    source, least.weights(), least.low(), exact.unscaledValue().longValueExact());
        }

        /** Whether it says anything of a count at all. */
        boolean isOfCounts() {
            return weights.values().stream().anyMatch(weight -> weight.signum() != 0);
        }

        private Statement bounded(Source source, BigDecimal least, boolean strictly) {
            int scale = scale();
            Map<CountKey, Long> whole = new LinkedHashMap<>();
            weights.forEach((count, weight) -> {
                if (weight.signum() != 0) {
                    whole.put(count, scaled(weight, scale));
                }
            });
            long low = scaled(least.subtract(known()), scale);
            return new Statement(source, whole, strictly ? low + 1 : low, OPEN_HIGH);
        }

        private BigDecimal known() {
            return known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private int scale() {
            return Math.max(
                    0,
                    Math.max(
                            known().stripTrailingZeros().scale(),
                            weights.values().stream()
                                    .mapToInt(weight ->
                                            weight.stripTrailingZeros().scale())
                                    .max()
                                    .orElse(0)));
        }

        private static long scaled(BigDecimal number, int scale) {
            BigInteger whole = number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
            return whole.longValueExact();
        }
    }
}
