package org.monthend.validate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Unit;
import org.monthend.validate.Statement.MeasureStatement;

/**
 * Holds what a return states of a whole against what it states of the localities: numerators and denominators, or counts,
 * must add up. Where a locality of the catalogue is not there, the others can only be too many. Percentages, rates and
 * averages of localities without numerator and denominator have no sum.
 */
final class WholeAndParts {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Map<String, Measure> measures = new HashMap<>();

    /** The whole of each locality. */
    private final Map<String, String> wholes = new HashMap<>();

    private final Map<String, Integer> numbersOfParts = new HashMap<>();
    private final BigDecimal tolerance;
    private final IssueLog log;
    private final Map<MeasureRow, Sum> sums = new LinkedHashMap<>();

    WholeAndParts(Catalogue catalogue, RuleBook rules, IssueLog log) {
        this.log = log;
        this.tolerance = rules.tolerance(Rule.PARTS_DISAGREE);
        catalogue.measures().forEach(measure -> measures.put(measure.code(), measure));
        for (Organisation part : catalogue.organisations()) {
            if (part.level().equals("locality") && part.parentCode().isPresent()) {
                wholes.put(part.code(), part.parentCode().get());
                numbersOfParts.merge(part.parentCode().get(), 1, Integer::sum);
            }
        }
    }

    /** Takes a statement that passed all rules of its row. */
    void take(MeasureStatement statement) {
        Optional<String> ofWhole = Optional.ofNullable(wholes.get(statement.organisationCode()));
        if (ofWhole.isEmpty() && !numbersOfParts.containsKey(statement.organisationCode())) {
            return;
        }
        Sum sum = sums.computeIfAbsent(
                new MeasureRow(
                        statement.measureCode(), ofWhole.orElse(statement.organisationCode()), statement.month()),
                row -> new Sum());
        if (ofWhole.isEmpty()) {
            sum.whole = Optional.of(statement);
        } else {
            sum.add(statement);
        }
    }

    /**
     * Judges what is whole by now.
     *
     * @param contradicted rows that say two things, of which none counts
     */
    void finish(Set<MeasureRow> contradicted) {
        sums.forEach((row, sum) -> sum.whole
                .filter(whole -> contradicted.stream().noneMatch(other -> isOf(other, row)))
                .ifPresent(whole -> judge(row, whole, sum)));
    }

    private boolean isOf(MeasureRow other, MeasureRow row) {
        return other.measureCode().equals(row.measureCode())
                && other.month().equals(row.month())
                && (other.organisationCode().equals(row.organisationCode())
                        || row.organisationCode().equals(wholes.get(other.organisationCode())));
    }

    private void judge(MeasureRow row, MeasureStatement whole, Sum sum) {
        Measure measure = Optional.ofNullable(measures.get(row.measureCode())).orElseThrow();
        Optional<BigDecimal> figure = whole.figure().reportedValue();
        int parts =
                Optional.ofNullable(numbersOfParts.get(row.organisationCode())).orElse(0);
        if (figure.isEmpty() || sum.parts == 0 || measure.aggregation() == Aggregation.RANK) {
            return;
        }
        boolean isWhole = sum.parts == parts;
        if (sum.areFractions
                && whole.numerator().isPresent()
                && whole.denominator().isPresent()) {
            if (differs(whole.numerator().get(), sum.numerator, isWhole)
                    || differs(whole.denominator().get(), sum.denominator, isWhole)) {
                raise(measure, row.month(), whole, sum, sum.ratio(measure), parts);
            }
            return;
        }
        if (sum.areFractions && isWhole && sum.denominator.signum() > 0) {
            BigDecimal rounding = HALF.movePointLeft(
                    Math.max(0, figure.get().stripTrailingZeros().scale()));
            if (sum.ratio(measure).subtract(figure.get()).abs().compareTo(rounding.add(tolerance)) > 0) {
                raise(measure, row.month(), whole, sum, sum.ratio(measure), parts);
            }
            return;
        }
        boolean isCount = measure.unit() == Unit.COUNT && !measure.aggregation().isRatio();
        if (isCount && differs(figure.get(), sum.figure, isWhole)) {
            raise(measure, row.month(), whole, sum, sum.figure, parts);
        }
    }

    /** Some of the parts may be less than the whole, and never more. */
    private boolean differs(BigDecimal whole, BigDecimal sum, boolean isWhole) {
        BigDecimal more = sum.subtract(whole);
        return (isWhole ? more.abs() : more).compareTo(tolerance) > 0;
    }

    private void raise(
            Measure measure, ReportingMonth month, MeasureStatement whole, Sum sum, BigDecimal figure, int parts) {
        Optional<BigDecimal> numerator = sum.areFractions ? Optional.of(sum.numerator) : Optional.empty();
        Optional<BigDecimal> denominator = sum.areFractions ? Optional.of(sum.denominator) : Optional.empty();
        String said = HistoryJudge.words(measure, whole.numerator(), whole.denominator(), whole.figure());
        log.raise(
                Rule.PARTS_DISAGREE,
                whole.sheet(),
                whole.place(),
                said,
                "%s of %s for %s is %s, but %s up to %s."
                        .formatted(
                                measure.name(),
                                month.label(),
                                whole.organisationCode(),
                                said,
                                sum.parts == parts
                                        ? "its %d localities add".formatted(parts)
                                        : "%d of its %d localities alone add".formatted(sum.parts, parts),
                                HistoryJudge.words(measure, numerator, denominator, Figure.of(figure))));
    }

    /** What the localities of one whole state of one measure and month. */
    private static final class Sum {

        private Optional<MeasureStatement> whole = Optional.empty();
        private int parts;
        private boolean areFractions = true;
        private BigDecimal numerator = BigDecimal.ZERO;
        private BigDecimal denominator = BigDecimal.ZERO;
        private BigDecimal figure = BigDecimal.ZERO;

        /** A part without a figure is none that could be added. */
        void add(MeasureStatement part) {
            part.figure().reportedValue().ifPresent(value -> {
                parts++;
                figure = figure.add(value);
                areFractions &=
                        part.numerator().isPresent() && part.denominator().isPresent();
                numerator = numerator.add(part.numerator().orElse(BigDecimal.ZERO));
                denominator = denominator.add(part.denominator().orElse(BigDecimal.ZERO));
            });
        }

        BigDecimal ratio(Measure measure) {
            return denominator.signum() == 0
                    ? BigDecimal.ZERO
                    : measure.unit().multiplier().multiply(numerator).divide(denominator, MathContext.DECIMAL64);
        }
    }
}
