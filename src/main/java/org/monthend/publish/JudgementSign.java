package org.monthend.publish;

import java.util.Optional;
import org.monthend.scorecard.Assurance;
import org.monthend.scorecard.ControlChart;
import org.monthend.scorecard.ControlPoint;
import org.monthend.scorecard.Variation;

/**
 * The signs of statistical process control, in the manner of NHS England's Making Data Count: each by shape, colour and
 * word.
 *
 * @param sign the symbol that the page draws; empty for none
 * @param word what stands beside it in a row
 * @param label the same in full; why there is none where there is no sign
 */
record JudgementSign(String sign, String word, String label) {

    /** Of the scorecard's month. */
    static JudgementSign variation(ControlChart chart) {
        Optional<Variation> variation = chart.variation();
        if (variation.isEmpty()) {
            return new JudgementSign("", "", chart.reason().isEmpty() ? "no figure for the month" : chart.reason());
        }
        ControlPoint last = chart.points().get(chart.points().size() - 1);
        String side = last.cause().side() < 0 ? "low" : "high";
        String label = variation.get() == Variation.COMMON_CAUSE
                ? variation.get().label()
                : variation.get().label() + ": " + last.cause().label();
        return switch (variation.get()) {
            case COMMON_CAUSE -> new JudgementSign("variation-usual", "Usual", label);
            case IMPROVEMENT -> new JudgementSign("variation-improvement-" + side, "Improvement", label);
            case CONCERN -> new JudgementSign("variation-concern-" + side, "Concern", label);
            case NEUTRAL_HIGH -> new JudgementSign("variation-neutral-high", "High", label);
            case NEUTRAL_LOW -> new JudgementSign("variation-neutral-low", "Low", label);
        };
    }

    static JudgementSign assurance(ControlChart chart) {
        Assurance assurance = chart.assurance();
        return switch (assurance) {
            case CONSISTENTLY_PASSES -> new JudgementSign("assurance-passes", "Passes", assurance.label());
            case HIT_AND_MISS -> new JudgementSign("assurance-hit-and-miss", "Hit or miss", assurance.label());
            case CONSISTENTLY_FAILS -> new JudgementSign("assurance-fails", "Fails", assurance.label());
            case NONE -> new JudgementSign("", "", "No target to be sure of");
        };
    }

    /** The shape of a point on a chart. */
    static String point(Variation variation) {
        return switch (variation) {
            case COMMON_CAUSE -> "point-usual";
            case IMPROVEMENT -> "point-improvement";
            case CONCERN -> "point-concern";
            case NEUTRAL_HIGH -> "point-neutral-high";
            case NEUTRAL_LOW -> "point-neutral-low";
        };
    }

    public boolean isThere() {
        return !sign.isEmpty();
    }
}
