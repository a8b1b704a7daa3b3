package org.monthend.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Measure;

/**
 * What a team states of one measure for one month.
 *
 * @param numerator top of the fraction; empty for counts and for months without a figure
 * @param denominator bottom of the fraction, empty likewise
 * @param count the figure itself where the measure is no fraction
 * @param status what stands in place of a figure ("-", "new measure"); empty where there is one
 * @param mark footnote mark behind the figure or the status; empty without one
 * @param note the footnote; empty where there is a mark without a note
 */
record MonthStatement(
        ReportingMonth month,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        Optional<BigDecimal> count,
        String status,
        String mark,
        String note) {

    static MonthStatement fraction(ReportingMonth month, BigDecimal numerator, BigDecimal denominator) {
        return new MonthStatement(
                month, Optional.of(numerator), Optional.of(denominator), Optional.empty(), "", "", "");
    }

    static MonthStatement count(ReportingMonth month, BigDecimal count) {
        return new MonthStatement(month, Optional.empty(), Optional.empty(), Optional.of(count), "", "", "");
    }

    static MonthStatement status(ReportingMonth month, String status) {
        return new MonthStatement(month, Optional.empty(), Optional.empty(), Optional.empty(), status, "", "");
    }

    MonthStatement marked(String footnoteMark, String footnote) {
        return new MonthStatement(month, numerator, denominator, count, status, footnoteMark, footnote);
    }

    /** The figure rounded to the decimals that the measure shows, as a team would type it; empty without one. */
    Optional<BigDecimal> rounded(Measure measure) {
        return numerator.isEmpty()
                ? count
                : Optional.of(measure.unit()
                        .multiplier()
                        .multiply(numerator.get())
                        .divide(denominator.orElseThrow(), measure.decimals(), RoundingMode.HALF_UP));
    }

    /** The figure with its per cent sign and mark, or the status, as a team would type it: 90%, 17*, - ⁴. */
    String text(Measure measure) {
        String figure = rounded(measure)
                .map(value -> value.toPlainString() + (measure.unit().word().equals("percent") ? "%" : ""))
                .orElse(status + (mark.isEmpty() ? "" : " "));
        return figure + mark;
    }
}
