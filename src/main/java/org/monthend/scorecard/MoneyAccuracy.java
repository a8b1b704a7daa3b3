package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.monthend.calendar.FiscalYear;

/**
 * How good the outturns of a budget line were that were told with so many months known, of years that have ended: the
 * scorecards' own, and beside them those that the finance team expected in the same months. Errors are outturn told less
 * outturn that came, in pounds.
 *
 * @param outturns how many of the scorecards' own have been compared with what came
 * @param meanAbsoluteError empty with none of them
 * @param bias mean error: above 0 when they were too high; empty with none
 * @param covered80 share of what came that lay within the 80% range, ends included, 0 to 1; empty with none
 * @param chances how many of them had a chance of overspend
 * @param brier mean squared difference of that chance from what came, 1 for an overspend and 0 for none (Brier 1950);
 *     0 is perfect, 0.25 what a chance of a half scores; empty with none
 * @param expectations how many of the finance team's own have been compared
 * @param expectedError the same as the mean absolute error, of the finance team's; empty with none
 * @param expectedBias their mean error; empty with none
 */
public record MoneyAccuracy(
        int monthsKnown,
        int outturns,
        OptionalDouble meanAbsoluteError,
        OptionalDouble bias,
        OptionalDouble covered80,
        int chances,
        OptionalDouble brier,
        int expectations,
        OptionalDouble expectedError,
        OptionalDouble expectedBias) {

    /**
     * By months known, the fewest first. Outturns of years that have not ended, and of those already known in full, tell
     * nothing.
     *
     * @param came the spend to date of March of each year that has ended, in pounds
     */
    static List<MoneyAccuracy> of(List<PastMoney> past, Map<FiscalYear, BigDecimal> came) {
        TreeMap<Integer, List<PastMoney>> known = new TreeMap<>();
        past.stream()
                .filter(each -> came.containsKey(each.outturn().year())
                        && !each.outturn().isComplete())
                .forEach(each -> known.computeIfAbsent(each.outturn().monthsKnown(), months -> new ArrayList<>())
                        .add(each));
        return known.entrySet().stream()
                .map(months -> of(months.getKey(), months.getValue(), came))
                .filter(accuracy -> accuracy.outturns > 0 || accuracy.expectations > 0)
                .toList();
    }

    private static MoneyAccuracy of(int known, List<PastMoney> past, Map<FiscalYear, BigDecimal> came) {
        List<Double> errors = new ArrayList<>();
        List<Double> within = new ArrayList<>();
        List<Double> squares = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        for (PastMoney each : past) {
            BigDecimal actual =
                    Optional.ofNullable(came.get(each.outturn().year())).orElseThrow();
            double pounds = actual.doubleValue();
            each.outturn().outturn().ifPresent(range -> {
                errors.add(range.median() - pounds);
                within.add(range.low80() <= pounds && pounds <= range.high80() ? 1.0 : 0.0);
            });
            each.outturn().chanceOfOverspend().ifPresent(chance -> {
                boolean over = each.budget().orElseThrow().compareTo(actual) < 0;
                squares.add(Math.pow(chance - (over ? 1 : 0), 2));
            });
            each.expected().ifPresent(outturn -> expected.add(outturn.doubleValue() - pounds));
        }
        return new MoneyAccuracy(
                known,
                errors.size(),
                mean(errors.stream().map(Math::abs).toList()),
                mean(errors),
                mean(within),
                squares.size(),
                mean(squares),
                expected.size(),
                mean(expected.stream().map(Math::abs).toList()),
                mean(expected));
    }

    private static OptionalDouble mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average();
    }
}
