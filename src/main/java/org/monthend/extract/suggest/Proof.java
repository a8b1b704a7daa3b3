package org.monthend.extract.suggest;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.monthend.extract.format.Cell;

/**
 * What the figures of a table say about each other, row by row.
 *
 * @param held rows in which it holds
 * @param rows rows in which it could
 * @param example one row, in words; of those in which it does not hold where most do not
 */
record Proof(int held, int rows, String example) {

    private static final List<Integer> MULTIPLIERS = List.of(100, 1, 10_000);

    /** Value = 1, 100 or 10,000 times numerator by denominator, rounded as the value is written. */
    static Proof ofRatio(Profile numerator, Profile denominator, Profile value) {
        Map<Integer, Cell> above = byRow(numerator);
        Map<Integer, Cell> below = byRow(denominator);
        int held = 0;
        int rows = 0;
        String example = "";
        String counterexample = "";
        for (Cell cell : value.cells()) {
            Optional<Quantity> top = quantity(above, cell.row());
            Optional<Quantity> bottom = quantity(below, cell.row());
            Optional<Quantity> stated = Quantity.of(cell);
            if (top.isEmpty()
                    || bottom.isEmpty()
                    || stated.isEmpty()
                    || bottom.get().value().signum() == 0) {
                continue;
            }
            rows++;
            double ratio =
                    top.get().value().doubleValue() / bottom.get().value().doubleValue();
            Optional<Integer> multiplier = MULTIPLIERS.stream()
                    .filter(times -> stated.get().mayBe(times * ratio))
                    .findFirst();
            String words = String.format(
                    Locale.UK,
                    "row %d: %s / %s%s %s %s",
                    cell.row(),
                    plain(top.get()),
                    plain(bottom.get()),
                    multiplier
                            .filter(times -> times > 1)
                            .map(times -> " x " + times)
                            .orElse(""),
                    multiplier.isPresent() ? "is" : "is not",
                    plain(stated.get()));
            if (multiplier.isPresent()) {
                held++;
                example = example.isEmpty() ? words : example;
            } else {
                counterexample = counterexample.isEmpty() ? words : counterexample;
            }
        }
        return new Proof(held, rows, held * 2 >= rows ? example : counterexample);
    }

    /** Variance = forecast less budget, each as exact as it is written. */
    static Proof ofVariance(Profile budget, Profile forecast, Profile variance) {
        Map<Integer, Cell> planned = byRow(budget);
        Map<Integer, Cell> expected = byRow(forecast);
        int held = 0;
        int rows = 0;
        String example = "";
        for (Cell cell : variance.cells()) {
            Optional<Quantity> plan = quantity(planned, cell.row());
            Optional<Quantity> outturn = quantity(expected, cell.row());
            Optional<Quantity> stated = Quantity.of(cell);
            if (plan.isEmpty() || outturn.isEmpty() || stated.isEmpty()) {
                continue;
            }
            rows++;
            BigDecimal difference = outturn.get().value().subtract(plan.get().value());
            BigDecimal leeway = outturn.get()
                    .halfWidth()
                    .add(plan.get().halfWidth())
                    .add(stated.get().halfWidth());
            if (difference.subtract(stated.get().value()).abs().compareTo(leeway) <= 0) {
                held++;
                example = example.isEmpty()
                        ? "row %d: %s - %s is %s"
                                .formatted(cell.row(), plain(outturn.get()), plain(plan.get()), plain(stated.get()))
                        : example;
            }
        }
        return new Proof(held, rows, example);
    }

    boolean holds() {
        return rows > 0 && held * 5 >= rows * 4;
    }

    boolean fails() {
        return rows >= 3 && held * 2 < rows;
    }

    private static Map<Integer, Cell> byRow(Profile profile) {
        Map<Integer, Cell> cells = new HashMap<>();
        profile.cells().forEach(cell -> cells.put(cell.row(), cell));
        return cells;
    }

    private static Optional<Quantity> quantity(Map<Integer, Cell> cells, int row) {
        return Optional.ofNullable(cells.get(row)).flatMap(Quantity::of);
    }

    private static String plain(Quantity quantity) {
        return quantity.value().stripTrailingZeros().toPlainString();
    }
}
