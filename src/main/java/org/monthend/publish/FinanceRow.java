package org.monthend.publish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monthend.catalogue.FinanceLine;
import org.monthend.scorecard.FinancePosition;

/**
 * A line of the finance table.
 *
 * @param comment the variance in percent of the budget, in words; empty without one
 * @param bar an svg element, or nothing
 * @param query what is to be asked about the figures; empty where they agree
 */
record FinanceRow(
        FinanceLine line, String budget, String forecast, String variance, String comment, String bar, String query) {

    /** The scale never makes a variance below this, in percent of the budget, look large. */
    private static final double NARROWEST_SCALE = 5;

    /** In the catalogue's order, with bars on one scale. */
    static List<FinanceRow> all(List<FinancePosition> positions) {
        double widest = positions.stream()
                .flatMapToDouble(position -> variancePercent(position).stream())
                .map(Math::abs)
                .reduce(NARROWEST_SCALE, Math::max);
        return inOrder(positions).stream().map(position -> of(position, widest)).toList();
    }

    static List<FinancePosition> inOrder(List<FinancePosition> positions) {
        return positions.stream()
                .sorted(Comparator.comparingInt(position -> position.line().position()))
                .toList();
    }

    public boolean isPartOfAnother() {
        return line.kind() == FinanceLine.Kind.OF_WHICH;
    }

    private static FinanceRow of(FinancePosition position, double widest) {
        OptionalDouble percent = variancePercent(position);
        String bar = percent.isPresent()
                ? Bar.deviation(percent.getAsDouble(), widest)
                : position.progress().map(Bar::progress).orElse("");
        return new FinanceRow(
                position.line(),
                position.printedBudget(),
                position.printedForecast(),
                position.printedVariance(),
                percent.isPresent() ? comment(percent.getAsDouble()) : "",
                bar,
                VarianceQuery.of(position).map(VarianceQuery::sentence).orElse(""));
    }

    private static String comment(double percent) {
        String size = String.format(Locale.ROOT, "%.1f%%", Math.abs(percent));
        return size.equals("0.0%") ? "on budget" : size + (percent > 0 ? " over" : " under");
    }

    /** The reported variance, or the computed one where none is reported, in percent of the budget. */
    private static OptionalDouble variancePercent(FinancePosition position) {
        Optional<BigDecimal> variance = position.reportedVariance().or(position::computedVariance);
        if (variance.isEmpty()
                || position.budget().filter(budget -> budget.signum() != 0).isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(variance.get()
                .movePointRight(2)
                .divide(position.budget().get(), MathContext.DECIMAL64)
                .doubleValue());
    }
}
