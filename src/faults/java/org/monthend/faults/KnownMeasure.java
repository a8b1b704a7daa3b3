package org.monthend.faults;

import java.math.BigDecimal;
import java.util.Optional;

/** The measures of the workload as its catalogue states them: one of each kind that becomes a quarter in another way. */
enum KnownMeasure {
    TIMELY("NORTH", "percent", 100, 1, "higher", "ratio", "75", "5"),
    RATE("NORTH", "per_10000", 10_000, 1, "lower", "ratio", "420", "15"),
    VISITS("SOUTH", "count", 1, 0, "lower", "flow", "210", "10"),
    CALLS("SOUTH", "count", 1, 0, "higher", "flow_mean", "", ""),
    BEDS("WEST", "count", 1, 0, "context", "stock", "180 220", ""),
    CASELOAD("WEST", "cases per FTE", 1, 1, "lower", "stock_ratio", "15.5", "0.5"),
    WAITS("EAST", "days", 1, 1, "lower", "rolling_3m", "200", "12");

    private final String returnCode;
    private final String unit;
    private final int multiplier;
    private final int decimals;
    private final String polarity;
    private final String aggregation;
    private final String target;
    private final String tolerance;

    KnownMeasure(
            String returnCode,
            String unit,
            int multiplier,
            int decimals,
            String polarity,
            String aggregation,
            String target,
            String tolerance) {
        this.returnCode = returnCode;
        this.unit = unit;
        this.multiplier = multiplier;
        this.decimals = decimals;
        this.polarity = polarity;
        this.aggregation = aggregation;
        this.target = target;
        this.tolerance = tolerance;
    }

    String returnCode() {
        return returnCode;
    }

    String unit() {
        return unit;
    }

    BigDecimal multiplier() {
        return BigDecimal.valueOf(multiplier);
    }

    int decimals() {
        return decimals;
    }

    String polarity() {
        return polarity;
    }

    String aggregation() {
        return aggregation;
    }

    boolean isRatio() {
        return aggregation.endsWith("ratio");
    }

    boolean takesLastMonth() {
        return aggregation.startsWith("stock") || isRolling();
    }

    boolean isRolling() {
        return aggregation.equals("rolling_3m");
    }

    /** The single value aimed at; empty for a band or where nothing is. */
    Optional<BigDecimal> target() {
        return target.isEmpty() || hasBand() ? Optional.empty() : Optional.of(new BigDecimal(target));
    }

    boolean hasBand() {
        return target.contains(" ");
    }

    BigDecimal low() {
        return new BigDecimal(target.split(" ")[0]);
    }

    BigDecimal high() {
        return new BigDecimal(target.split(" ")[1]);
    }

    BigDecimal tolerance() {
        return tolerance.isEmpty() ? BigDecimal.ZERO : new BigDecimal(tolerance);
    }
}
