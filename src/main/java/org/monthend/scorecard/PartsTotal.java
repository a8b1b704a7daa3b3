package org.monthend.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Unit;

/**
 * Makes a total out of its parts where only the parts are given: the ratio of the sums of a fraction, the sum of a count.
 * Percentages, rates and averages without numerator and denominator have no total, nor have positions; and a total is never
 * made without one of its parts, since what is missing is not zero.
 */
final class PartsTotal {

    private PartsTotal() {}

    /**
     * The total of a month; empty when no part says anything of it.
     *
     * @param parts what each part that there is says of the month; empty where it says nothing though it did before
     */
    static Optional<MonthFigure> of(ReportingMonth month, Measure measure, List<Optional<MonthFigure>> parts) {
        List<MonthFigure> stated = parts.stream().flatMap(Optional::stream).toList();
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        boolean isWhole = stated.size() == parts.size()
                && stated.stream()
                        .allMatch(part -> part.figure().reportedValue().isPresent());
        if (!isWhole) {
            return Optional.of(
                    total(month, Optional.empty(), Optional.empty(), Figure.missing(reason(stated, parts.size()))));
        }
        Optional<BigDecimal> numerator = sum(stated, MonthFigure::numerator);
        Optional<BigDecimal> denominator = sum(stated, MonthFigure::denominator);
        return Optional.of(total(
                month,
                numerator,
                denominator,
                figure(measure, stated, numerator, denominator)
                        .map(Figure::of)
                        .orElseGet(() -> Figure.missing(MissingReason.NOT_AVAILABLE))));
    }

    private static Optional<BigDecimal> figure(
            Measure measure,
            List<MonthFigure> stated,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator) {
        if (measure.aggregation() == Aggregation.RANK) {
            return Optional.empty();
        }
        if (numerator.isPresent() && denominator.isPresent()) {
            return denominator.get().signum() == 0
                    ? Optional.empty()
                    : Optional.of(measure.unit()
                            .multiplier()
                            .multiply(numerator.get())
                            .divide(denominator.get(), MathContext.DECIMAL64));
        }
        return measure.unit() == Unit.COUNT && !measure.aggregation().isRatio()
                ? sum(stated, part -> part.figure().reportedValue())
                : Optional.empty();
    }

    /** Empty unless every part gives it. */
    private static Optional<BigDecimal> sum(
            List<MonthFigure> parts, Function<MonthFigure, Optional<BigDecimal>> number) {
        List<BigDecimal> numbers =
                parts.stream().map(number).flatMap(Optional::stream).toList();
        return numbers.size() == parts.size() ? numbers.stream().reduce(BigDecimal::add) : Optional.empty();
    }

    /** What all parts give as their reason, if they agree. */
    private static MissingReason reason(List<MonthFigure> stated, int parts) {
        List<MissingReason> reasons = stated.stream()
                .flatMap(part ->
                        part.figure() instanceof Figure.Missing missing ? Stream.of(missing.reason()) : Stream.empty())
                .toList();
        return reasons.size() == parts && reasons.stream().distinct().count() == 1
                ? reasons.get(0)
                : MissingReason.NOT_AVAILABLE;
    }

    private static MonthFigure total(
            ReportingMonth month, Optional<BigDecimal> numerator, Optional<BigDecimal> denominator, Figure figure) {
        return new MonthFigure(month, numerator, denominator, figure, "", "", "", OptionalLong.empty());
    }
}
