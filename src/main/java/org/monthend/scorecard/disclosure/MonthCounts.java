package org.monthend.scorecard.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.MonthFigure;

/**
 * The counts that a month's figure is made of, as the catalogue's unit, numerator and denominator have them.
 *
 * <p>A measure in counts counts what its figure is. Percentages and rates count above and below the line. Days, weeks and
 * what is per post are amounts, over a count of those they are the mean of. A position among others counts nobody.
 */
record MonthCounts(Measure measure, MonthFigure month) {

    CopyCell cell() {
        return new CopyCell(measure.code(), month.month().label());
    }

    BigDecimal figure() {
        return month.figure().reportedValue().orElseThrow();
    }

    boolean countsNobody() {
        return measure.aggregation() == Aggregation.RANK;
    }

    boolean isCount() {
        return measure.unit() == Unit.COUNT;
    }

    /** Whether what is above the line is counted, and not an amount of days or cases. */
    boolean countsAbove() {
        return switch (measure.unit()) {
            case COUNT, PERCENT, PER_10000 -> true;
            case DAYS, WEEKS, CASES_PER_FTE, DAYS_PER_FTE -> false;
        };
    }

    /** The count that the figure is, or the numerator; empty where it is not given. */
    Optional<BigDecimal> above() {
        return isCount() ? Optional.of(figure()) : month.numerator();
    }

    /** The denominator; empty where there is none, or it is not given. */
    Optional<BigDecimal> below() {
        return isCount() ? Optional.empty() : month.denominator();
    }

    /** Those of the denominator that the numerator leaves over: children not seen in time. */
    Optional<BigDecimal> rest() {
        return measure.unit() == Unit.PERCENT
                ? above().flatMap(part -> below().map(whole -> whole.subtract(part)))
                : Optional.empty();
    }

    boolean isZero() {
        return figure().signum() == 0;
    }

    /** Whether it cannot be told what the figure counts, so that it may count 1 to 5. */
    boolean isUnknown() {
        return !countsNobody() && !isZero() && (countsAbove() && above().isEmpty() || !isCount() && below().isEmpty());
    }

    boolean isSmallAbove() {
        return !countsNobody()
                && countsAbove()
                && above().filter(SmallCount::is).isPresent();
    }

    boolean isSmallBelow() {
        return !countsNobody() && below().filter(SmallCount::is).isPresent();
    }

    boolean hasSmallRest() {
        return !countsNobody() && rest().filter(SmallCount::is).isPresent();
    }

    /** Whether the figure would give back a small count. Zero is shown, of however few. */
    boolean isSmall() {
        return isSmallAbove() || !isZero() && (isSmallBelow() || hasSmallRest());
    }

    CountKey aboveKey() {
        String what = countsAbove() ? measure.numerator() : "";
        return key(what.isEmpty() ? measure.code() : what, above());
    }

    CountKey belowKey() {
        return key(measure.denominator().isEmpty() ? measure.code() + " below" : measure.denominator(), below());
    }

    private CountKey key(String what, Optional<BigDecimal> count) {
        return new CountKey(
                what.strip().toLowerCase(Locale.ROOT),
                month.month().label(),
                count.map(each -> each.stripTrailingZeros().toPlainString()).orElse(""));
    }

    /** What is small about it, in words: 3 of 25 plans ended. */
    String words() {
        List<String> words = new ArrayList<>();
        if (isSmallAbove()) {
            words.add("counts " + number(above()));
        }
        if (isSmallBelow()) {
            words.add("is of " + number(below()));
        }
        if (hasSmallRest() && !isZero()) {
            words.add("leaves " + number(rest()) + " of " + number(below()));
        }
        return String.join(", ", words);
    }

    private static String number(Optional<BigDecimal> count) {
        return count.map(each -> each.stripTrailingZeros().toPlainString()).orElse("?");
    }
}
