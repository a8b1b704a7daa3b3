package org.monthend.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a measure started from, beside the latest national figures.
 *
 * @param rank national quartile, or the national average where a rank is not appropriate
 * @param figure the organisation's own baseline in the measure's unit; empty when there is none
 * @param figureText what stands for a figure that is not there: "-" or nothing
 */
public record Baseline(String measureCode, Rank rank, Optional<BigDecimal> figure, String figureText, String source) {

    /** The page's Rank column: a quartile, or the national average, or neither. */
    public sealed interface Rank permits QuartileBand, NationalAverage, NoRank {}

    /** A is the top quartile, D the bottom one, by national rank. */
    public record QuartileBand(String letter) implements Rank {}

    /** In the measure's unit. */
    public record NationalAverage(BigDecimal value) implements Rank {}

    /** Not ranked: the catalogue has "-" or nothing. */
    public record NoRank(String text) implements Rank {}
}
