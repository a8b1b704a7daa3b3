package org.monthend.validate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.monthend.extract.CellWords;
import org.monthend.extract.SourcedValue;
import org.monthend.extract.format.CellValue;

/**
 * How the percentages of each column are written, where the layout does not say. 0.87 beside 87 may be 87% or less than one
 * per cent, and which of them it is cannot be told from the cell.
 */
final class ColumnScales {

    private final Map<String, Seen> columns = new LinkedHashMap<>();

    /**
     * Looks at one percentage.
     *
     * @param percent as it was read: 87 for 87%, and 0.87 for a plain 0.87
     * @param settled whether numerator and denominator say what it must be
     */
    void see(SourcedValue source, BigDecimal percent, boolean settled) {
        Seen column = columns.computeIfAbsent(lettersOf(source.cell()), letters -> new Seen());
        if (percent.compareTo(BigDecimal.ONE) > 0) {
            column.above = column.above.or(() -> Optional.of(source));
        } else if (!settled
                && percent.signum() > 0
                && percent.compareTo(BigDecimal.ONE) < 0
                && isPlain(source.value())) {
            column.below = column.below.or(() -> Optional.of(source));
        }
    }

    private static String lettersOf(String cell) {
        int letters = 0;
        while (letters < cell.length() && Character.isLetter(cell.charAt(letters))) {
            letters++;
        }
        return cell.substring(0, letters);
    }

    private static boolean isPlain(CellValue value) {
        return value instanceof CellValue.Number number
                ? !number.percentFormat()
                : !CellWords.of(value).contains("%");
    }

    /** Gives an example below 1 and one above it of each column that has both. */
    void mixed(BiConsumer<SourcedValue, SourcedValue> belowAndAbove) {
        columns.values()
                .forEach(column -> column.below.ifPresent(
                        below -> column.above.ifPresent(above -> belowAndAbove.accept(below, above))));
    }

    private static final class Seen {

        private Optional<SourcedValue> below = Optional.empty();
        private Optional<SourcedValue> above = Optional.empty();
    }
}
