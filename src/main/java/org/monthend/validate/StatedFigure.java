package org.monthend.validate;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.MissingReason;
import org.monthend.extract.CellWords;
import org.monthend.extract.FootnoteMark;
import org.monthend.extract.SourcedValue;
import org.monthend.extract.format.CellValue;

/** What a cell says where a figure is expected: a number, a status, or something that is neither. */
sealed interface StatedFigure {

    /**
     * @param value in the unit asked for: percent as 0 to 100, money in pounds
     * @param halfWidth half of the last digit written: £42.3M may be anything from £42.25M to £42.35M
     * @param hasPlus whether a plus sign was written
     * @param text as the cell shows it, mark included
     */
    record Number(BigDecimal value, BigDecimal halfWidth, boolean hasPlus, String text, String mark)
            implements StatedFigure {}

    record Status(MissingReason reason, String text, String mark) implements StatedFigure {}

    record Fault(Rule rule, String found, String message) implements StatedFigure {}

    /** How a figure may be written. */
    enum Scale {
        PLAIN,
        /** 87 or 87%; a cell with a % format speaks for itself. */
        PERCENT,
        /** 0.87, to be read as 87. */
        FRACTION,
        POUNDS
    }

    BigDecimal HUNDRED = BigDecimal.valueOf(100);
    BigDecimal HALF = new BigDecimal("0.5");

    /** A figure of a British hand: 1,234.5 · -£514K · £42.3M · 87%. The comma groups thousands and nothing else. */
    Pattern WRITTEN = Pattern.compile("(?<sign>[+\\-\u2212])?\\s*(?<pound>£)?\\s*(?<inner>-)?"
            + "(?<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)"
            + "\\s*(?<suffix>[KkMm])?\\s*(?<percent>%)?");

    /** Reads a cell; codes are the layout's words for missing figures, folded. */
    static StatedFigure read(SourcedValue source, Scale scale, Map<FoldedName, MissingReason> codes) {
        CellValue value = source.value();
        if (value instanceof CellValue.Number number) {
            return ofNumber(number, scale);
        }
        if (value instanceof CellValue.Text text) {
            return ofText(text, scale, codes);
        }
        if (value instanceof CellValue.UncomputedFormula formula) {
            return new Fault(
                    Rule.UNCOMPUTED_FORMULA,
                    "=" + formula.formula(),
                    "the formula '=" + formula.formula() + "' has no computed value.");
        }
        if (value instanceof CellValue.Error error) {
            return new Fault(Rule.ERROR_VALUE, error.code(), "the cell shows " + error.code() + ".");
        }
        return notANumber(CellWords.of(value), kindOf(value));
    }

    private static StatedFigure ofNumber(CellValue.Number number, Scale scale) {
        boolean hundredfold = number.percentFormat() && scale != Scale.POUNDS || scale == Scale.FRACTION;
        BigDecimal value = hundredfold ? number.value().multiply(HUNDRED) : number.value();
        return new Number(value, halfWidth(value), false, plain(value), "");
    }

    private static StatedFigure ofText(CellValue.Text cell, Scale scale, Map<FoldedName, MissingReason> codes) {
        Optional<FootnoteMark> split = cell.footnoteMark().isEmpty()
                ? FootnoteMark.split(cell.text(), false)
                : Optional.of(new FootnoteMark(cell.footnoteMark(), cell.text()));
        String text = split.map(FootnoteMark::text)
                .orElse(cell.text())
                .replace('\u00a0', ' ')
                .strip();
        String mark = split.map(FootnoteMark::mark).orElse("");
        MissingReason reason = codes.get(FoldedName.of(text));
        if (reason != null) {
            return new Status(reason, cell.text(), mark);
        }
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches() || written.group("sign") != null && written.group("inner") != null) {
            return notANumber(cell.text(), "text");
        }
        boolean percent = written.group("percent") != null;
        boolean money = written.group("pound") != null || written.group("suffix") != null;
        if (percent && scale != Scale.PERCENT && scale != Scale.FRACTION || money && scale != Scale.POUNDS) {
            return notANumber(cell.text(), percent ? "a percentage" : "an amount of money");
        }
        BigDecimal digits = new BigDecimal(written.group("digits").replace(",", ""));
        BigDecimal factor = factor(written.group("suffix"), scale == Scale.FRACTION && !percent);
        boolean negative = written.group("inner") != null
                || written.group("sign") != null && !written.group("sign").equals("+");
        BigDecimal value = digits.multiply(factor);
        return new Number(
                negative ? value.negate() : value,
                HALF.scaleByPowerOfTen(-digits.scale()).multiply(factor),
                "+".equals(written.group("sign")),
                cell.text(),
                mark);
    }

    private static BigDecimal factor(@Nullable String suffix, boolean fraction) {
        if (fraction) {
            return HUNDRED;
        }
        if (suffix == null) {
            return BigDecimal.ONE;
        }
        return suffix.equalsIgnoreCase("K") ? BigDecimal.valueOf(1_000) : BigDecimal.valueOf(1_000_000);
    }

    private static String kindOf(CellValue value) {
        if (value instanceof CellValue.Unreadable unreadable) {
            return "unreadable (" + unreadable.fault().sentence() + ")";
        }
        return value instanceof CellValue.Logical ? "TRUE or FALSE" : "a date or time";
    }

    private static Fault notANumber(String found, String kind) {
        String shown = found.length() > 60 ? found.substring(0, 60) + "…" : found;
        return new Fault(
                Rule.NOT_A_NUMBER, found, "'" + shown + "' is " + kind + ", not a number of the kind asked for.");
    }

    private static BigDecimal halfWidth(BigDecimal value) {
        int scale = Math.max(0, value.stripTrailingZeros().scale());
        return HALF.scaleByPowerOfTen(-scale);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
