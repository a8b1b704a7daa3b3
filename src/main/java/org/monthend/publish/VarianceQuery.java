package org.monthend.publish;

import java.math.BigDecimal;
import java.util.Optional;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.Printed;

/**
 * Asks about a reported variance that cannot follow from the budget and the forecast printed beside it, however they
 * were rounded.
 *
 * @param line name of the finance line
 * @param least smallest difference that the printed budget and forecast allow, in pounds
 * @param most largest difference that they allow
 */
record VarianceQuery(String line, String reported, BigDecimal least, BigDecimal most) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Empty where the figures agree, or are too few to be compared. */
    static Optional<VarianceQuery> of(FinancePosition position) {
        Optional<PrintedNumber> budget = PrintedNumber.of(position.printedBudget());
        Optional<PrintedNumber> forecast = PrintedNumber.of(position.printedForecast());
        Optional<PrintedNumber> variance = PrintedNumber.of(position.printedVariance());
        if (budget.isEmpty() || forecast.isEmpty() || variance.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal difference = forecast.get().value().subtract(budget.get().value());
        BigDecimal rounding = budget.get().step().add(forecast.get().step()).divide(TWO);
        BigDecimal own = variance.get().step().divide(TWO);
        BigDecimal distance = variance.get().value().subtract(difference).abs();
        if (distance.compareTo(rounding.add(own)) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new VarianceQuery(
                position.line().name(),
                position.printedVariance(),
                difference.subtract(rounding),
                difference.add(rounding)));
    }

    String sentence() {
        return "%s: the reported variance %s does not follow from the budget and forecast printed beside it, which give %s to %s."
                .formatted(line, reported, Printed.moneyVariance(least), Printed.moneyVariance(most));
    }
}
