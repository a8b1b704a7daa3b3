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

    /** As the cell shows it, mark included. */
    String text();

    /** The footnote's mark; empty without one. */
    String mark();

    /** The figure as a number; empty when it is none. */
    default Optional<Number> number() {
        return Optional.empty();
    }

    /**
     * @param value in the unit asked for: percent as 0 to 100, money in pounds
     * @param halfWidth half of the last digit written: £42.3M may be anything from £42.25M to £42.35M
     * @param hasPlus whether a plus sign was written
     */
    record Number(BigDecimal value, BigDecimal halfWidth, boolean hasPlus, String text, String mark)
            implements StatedFigure {

        @Override
        public Optional<Number> number() {
            return Optional.of(this);
        }

        /** The same in a unit of which this one is the given multiple. */
        Number times(BigDecimal factor) {
            return new Number(value.multiply(factor), halfWidth.multiply(factor), hasPlus, text, mark);
        }

        /** What is left when another number is taken away. */
        Number without(Number other) {
            return new Number(value.subtract(other.value), halfWidth.add(other.halfWidth), false, text, mark);
        }

        /** Whether the cell itself says that it is in thousands or millions. */
        boolean saysItsScale() {
            return SCALED.matcher(text).find();
        }
    }

    record Status(MissingReason reason, String text, String mark) implements StatedFigure {}

    /** Why there is neither. */
    record Fault(Rule rule, String text, String message) implements StatedFigure {

        @Override
        public String mark() {
            return "";
        }
    }

    /** How a figure may be written. */
    enum Scale {
        PLAIN,
        /** 87 or 87%; a cell with a % format speaks for itself. */
        PERCENT,
        /** 0.87, to be read as 87. */
        FRACTION,
        POUNDS
    }

    /** £42.3M, 514K. */
    Pattern SCALED = Pattern.compile("[0-9]\\s*[KkMm]");

    BigDecimal HUNDRED = BigDecimal.valueOf(100);
    BigDecimal HALF = new BigDecimal("0.5");

    /** No count, rate or amount of a public body has more digits before its point. */
    BigDecimal BEYOND_ANY_FIGURE = BigDecimal.TEN.pow(15);

    /** A figure in more characters is none. */
    int LONGEST_FIGURE = 60;

    /** A spreadsheet calculates in binary: what stands behind the twelfth digit of a result is noise. */
    int DIGITS_OF_A_RESULT = 12;

    /** A text may be typed to its last digit, but a program that writes a CSV fills it up to the seventeenth. */
    int DIGITS_OF_A_DOUBLE = 15;

    /** Reads a cell of a British hand; codes are the layout's words for missing figures, folded. */
    static StatedFigure read(SourcedValue source, Scale scale, Map<FoldedName, MissingReason> codes) {
        return read(source, scale, codes, NumberStyle.BRITISH);
    }

    /**
     * Reads a cell: 1,234.5 · -£514K · £42.3M · 87%, or as the style says. The comma groups thousands and nothing else,
     * so 1,23 and 0,123 are no figures; nor are (15), 15-, 1e5, &lt;5 and digits of other scripts, which could mean
     * several things.
     */
    static StatedFigure read(
            SourcedValue source, Scale scale, Map<FoldedName, MissingReason> codes, NumberStyle style) {
        CellValue value = source.value();
        if (value instanceof CellValue.Number number) {
            return ofNumber(number, scale, codes);
        }
        if (value instanceof CellValue.Text text) {
            return ofText(text, scale, codes, style);
        }
        if (value instanceof CellValue.UncomputedFormula formula) {
            return new Fault(
                    Rule.UNCOMPUTED_FORMULA,
                    formula.excerpt(),
                    "the formula '" + formula.excerpt() + "' has no computed value.");
        }
        if (value instanceof CellValue.Error error) {
            return new Fault(Rule.ERROR_VALUE, error.code(), "the cell shows " + error.excerpt() + ".");
        }
        return notANumber(CellWords.of(value), kindOf(value));
    }

    private static StatedFigure ofNumber(CellValue.Number number, Scale scale, Map<FoldedName, MissingReason> codes) {
        Optional<MissingReason> reason = reason(plain(number.value()), codes);
        if (reason.isPresent()) {
            return new Status(reason.get(), plain(number.value()), "");
        }
        boolean shares = scale == Scale.PERCENT || scale == Scale.FRACTION;
        if (number.percentFormat() && !shares) {
            return notANumber(plain(number.value().multiply(HUNDRED)) + "%", "a percentage");
        }
        boolean hundredfold = number.percentFormat() || scale == Scale.FRACTION;
        BigDecimal value = hundredfold ? number.value().multiply(HUNDRED) : number.value();
        return inBounds(new Number(value, halfWidth(value), false, plain(value), ""));
    }

    private static StatedFigure ofText(
            CellValue.Text cell, Scale scale, Map<FoldedName, MissingReason> codes, NumberStyle style) {
        Optional<MissingReason> whole = reason(cell.text(), codes);
        if (whole.isPresent()) {
            return new Status(whole.get(), cell.text(), cell.footnoteMark());
        }
        Optional<FootnoteMark> split = cell.footnoteMark().isEmpty()
                ? FootnoteMark.split(cell.text(), false)
                : Optional.of(new FootnoteMark(cell.footnoteMark(), cell.text()));
        String text = split.map(FootnoteMark::text)
                .orElse(cell.text())
                .replace('\u00a0', ' ')
                .strip();
        String mark = split.map(FootnoteMark::mark).orElse("");
        Optional<MissingReason> reason = mark.isEmpty() ? Optional.empty() : reason(text, codes);
        if (reason.isPresent()) {
            return new Status(reason.get(), cell.text(), mark);
        }
        Matcher written = style.written().matcher(text);
        boolean isFigure = text.length() <= LONGEST_FIGURE && written.matches();
        if (!isFigure || written.group("sign") != null && written.group("inner") != null) {
            return notANumber(cell.text(), "text");
        }
        boolean percent = written.group("percent") != null;
        boolean money = written.group("pound") != null || written.group("suffix") != null;
        if (percent && scale != Scale.PERCENT && scale != Scale.FRACTION || money && scale != Scale.POUNDS) {
            return notANumber(cell.text(), money ? "an amount of money" : "a percentage");
        }
        BigDecimal digits = new BigDecimal(style.plain(written.group("digits")));
        BigDecimal factor = factor(written.group("suffix"), scale == Scale.FRACTION && !percent);
        boolean negative = written.group("inner") != null
                || written.group("sign") != null && !written.group("sign").equals("+");
        BigDecimal value = digits.multiply(factor);
        return inBounds(new Number(
                negative ? value.negate() : value,
                HALF.scaleByPowerOfTen(-decimals(digits, DIGITS_OF_A_DOUBLE)).multiply(factor),
                "+".equals(written.group("sign")),
                cell.text(),
                mark));
    }

    /** What a code means. Most cells are plain digits, which no code is unless it begins with one. */
    private static Optional<MissingReason> reason(String text, Map<FoldedName, MissingReason> codes) {
        if (beginsWithDigit(text) && codes.keySet().stream().noneMatch(code -> beginsWithDigit(code.text()))) {
            return Optional.empty();
        }
        return Optional.ofNullable(codes.get(FoldedName.of(text)));
    }

    private static boolean beginsWithDigit(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        return text.length() > at && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static StatedFigure inBounds(Number figure) {
        return figure.value().abs().compareTo(BEYOND_ANY_FIGURE) < 0
                ? figure
                : new Fault(
                        Rule.NOT_A_NUMBER,
                        figure.text(),
                        "'" + CellWords.quoted(figure.text()) + "' is larger than any figure can be.");
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

    private static StatedFigure notANumber(String found, String kind) {
        return new Fault(
                Rule.NOT_A_NUMBER,
                found,
                "'" + CellWords.quoted(found) + "' is " + kind + ", not a number of the kind asked for.");
    }

    private static BigDecimal halfWidth(BigDecimal value) {
        BigDecimal digits = value.stripTrailingZeros();
        return HALF.scaleByPowerOfTen(-decimals(digits, DIGITS_OF_A_RESULT));
    }

    private static int decimals(BigDecimal digits, int meant) {
        int noise = Math.max(0, digits.precision() - meant);
        return Math.max(0, digits.scale() - noise);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
