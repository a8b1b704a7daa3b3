package org.monthend.scorecard;

import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Unit;

/** Measures made up for tests, and the same with one thing changed. */
final class Measures {

    private Measures() {}

    static Measure count(String code) {
        return measure(code, Unit.COUNT, 0, Aggregation.STOCK);
    }

    static Measure percent(String code) {
        return measure(code, Unit.PERCENT, 0, Aggregation.RATIO);
    }

    static Measure measure(String code, Unit unit, int decimals, Aggregation aggregation) {
        return new Measure(
                code,
                "Measure " + code,
                "Measure " + code,
                "printed",
                "services",
                "left",
                1,
                "n",
                unit,
                decimals,
                "cases",
                aggregation.isRatio() ? "all cases" : "",
                "",
                Polarity.HIGHER_IS_BETTER,
                Frequency.MONTHLY,
                aggregation,
                Lifecycle.LIVE,
                true);
    }

    static Measure with(Measure measure, Polarity polarity) {
        return changed(measure, polarity, measure.frequency(), measure.aggregation(), measure.showsTrend());
    }

    static Measure with(Measure measure, Frequency frequency) {
        return changed(measure, measure.polarity(), frequency, measure.aggregation(), measure.showsTrend());
    }

    static Measure with(Measure measure, Aggregation aggregation) {
        return changed(measure, measure.polarity(), measure.frequency(), aggregation, measure.showsTrend());
    }

    static Measure withoutTrend(Measure measure) {
        return changed(measure, measure.polarity(), measure.frequency(), measure.aggregation(), false);
    }

    private static Measure changed(
            Measure measure, Polarity polarity, Frequency frequency, Aggregation aggregation, boolean showsTrend) {
        return new Measure(
                measure.code(),
                measure.name(),
                measure.printedName(),
                measure.nameStatus(),
                measure.section(),
                measure.block(),
                measure.position(),
                measure.contract(),
                measure.unit(),
                measure.decimals(),
                measure.numerator(),
                measure.denominator(),
                measure.definition(),
                polarity,
                frequency,
                aggregation,
                measure.lifecycle(),
                showsTrend);
    }
}
