package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The latest figure against its target, judged on unrounded figures.
 *
 * @param value the target in the measure's unit; empty without one, or when it is a band
 * @param low lower end of a band target
 * @param high upper end of a band target
 * @param printed the target as the page prints it; empty without one
 * @param variance actual - target in the measure's unit (0 inside a band; distance to the nearer end outside)
 * @param varianceToTheGood the variance signed so that plus is better; empty for context measures
 * @param missesByRounding the rounded figure and the target look equal, but the unrounded figure misses
 */
public record TargetJudgement(
        Optional<BigDecimal> value,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        String printed,
        Optional<BigDecimal> variance,
        Optional<BigDecimal> varianceToTheGood,
        TargetStanding standing,
        boolean missesByRounding) {}
