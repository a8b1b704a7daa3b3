package org.monthend.extract.suggest;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellValue;

/**
 * A figure as far as arithmetic can prove something by it.
 *
 * @param value percentages as 0 to 100, amounts in pounds
 * @param halfWidth half of the last digit written
 */
record Quantity(BigDecimal value, BigDecimal halfWidth) {

    private static final Pattern WRITTEN = Pattern.compile("(?<sign>[+\\-\u2212])?\\s*£?\\s*(?<inner>[-\u2212])?"
            + "(?<digits>[0-9][0-9,]*(?:\\.[0-9]+)?|\\.[0-9]+)\\s*(?<suffix>[KkMm])?\\s*%?");

    /** The quantity of a cell; empty when it holds no figure. */
    static Optional<Quantity> of(Cell cell) {
        if (cell.value() instanceof CellValue.Number number) {
            BigDecimal shown = number.percentFormat() ? number.value().movePointRight(2) : number.value();
            return Optional.of(new Quantity(shown, half(shown)));
        }
        return cell.value() instanceof CellValue.Text text ? ofText(CellKind.bare(text.text())) : Optional.empty();
    }

    private static Optional<Quantity> ofText(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (text.length() > 30 || !written.matches()) {
            return Optional.empty();
        }
        BigDecimal digits = new BigDecimal(written.group("digits").replace(",", ""));
        int zeros = Optional.ofNullable(written.group("suffix"))
                .map(suffix -> suffix.toUpperCase(Locale.ROOT).equals("K") ? 3 : 6)
                .orElse(0);
        boolean negative = written.group("inner") != null
                || written.group("sign") != null && !written.group("sign").equals("+");
        BigDecimal value = digits.movePointRight(zeros);
        return Optional.of(
                new Quantity(negative ? value.negate() : value, half(digits).movePointRight(zeros)));
    }

    private static BigDecimal half(BigDecimal written) {
        return new BigDecimal("0.5").movePointLeft(Math.max(0, written.scale()));
    }

    /** Whether another value may have been rounded to this one. */
    boolean mayBe(double other) {
        return Math.abs(value.doubleValue() - other) <= halfWidth.doubleValue() * 1.000001 + 1e-9 * Math.abs(other);
    }
}
