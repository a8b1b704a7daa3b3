package org.monthend.publish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as the page prints it (23%, 17*, £42.3M, +£917K), read back to its value and to a spreadsheet's number format
 * that shows the same text.
 *
 * @param value what the text says, in units: £42.3M is 42300000, 23% is 23
 * @param step what one of its last digit is worth: £42.3M is told to 100000
 * @param format number format of a spreadsheet cell
 */
record PrintedNumber(BigDecimal value, BigDecimal step, String format) {

    private static final Pattern PRINTED =
            Pattern.compile("(?<sign>[+\\-−]?)(?<pound>£?)(?<whole>\\d{1,3}(,\\d{3})+|\\d+)(\\.(?<decimals>\\d+))?"
                    + "(?<scale>[KM]?)(?<percent>%?)(?<mark>[^\\d.,KM%]*)");

    /** Excel keeps and shows 15 significant digits. */
    private static final MathContext SPREADSHEET = new MathContext(15, RoundingMode.HALF_UP);

    /** Empty for what is no number: words, "-", "- ⁴" or nothing. */
    static Optional<PrintedNumber> of(String printed) {
        Matcher matcher = PRINTED.matcher(printed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String whole = matcher.group("whole");
        String decimals = Optional.ofNullable(matcher.group("decimals")).orElse("");
        int thousands =
                "KM".indexOf(matcher.group("scale")) + (matcher.group("scale").isEmpty() ? 0 : 1);
        String sign = matcher.group("sign");

        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(3 * thousands - decimals.length());
        BigDecimal size = new BigDecimal(whole.replace(",", "") + decimals).multiply(step);
        BigDecimal value = sign.equals("-") || sign.equals("−") ? size.negate() : size;

        String digits = (whole.contains(",") ? "#,##0" : "0")
                + (decimals.isEmpty() ? "" : "." + "0".repeat(decimals.length()))
                + ",".repeat(thousands);
        String pounds = literal(matcher.group("pound")) + digits;
        String after = literal(matcher.group("scale") + matcher.group("percent") + matcher.group("mark"));
        String shown = literal(sign) + pounds + after;
        // The second section is for negative numbers, which it shows without a sign of their own.
        String format = value.signum() < 0 ? pounds + after + ";" + shown : shown;
        return Optional.of(new PrintedNumber(value, step, format));
    }

    /**
     * What a cell with this format should hold: the exact value where it shows as printed, otherwise the value as
     * printed.
     */
    BigDecimal held(Optional<BigDecimal> exact) {
        return exact.filter(this::shows).orElse(value);
    }

    /** Whether a cell that holds the exact value shows it as printed, by whichever way a program rounds its double. */
    boolean shows(BigDecimal exact) {
        if (exact.signum() < 0 && value.signum() == 0) {
            return false; // some programs show a little less than nothing as -0
        }
        double held = exact.doubleValue();
        return rounded(exact) && rounded(new BigDecimal(held)) && rounded(new BigDecimal(held, SPREADSHEET));
    }

    private boolean rounded(BigDecimal exact) {
        return exact.divide(step, 0, RoundingMode.HALF_UP).multiply(step).compareTo(value) == 0;
    }

    /** Each character is escaped by itself: quoted text would lose a star and multiply at a percent sign in some readers. */
    private static String literal(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> escaped.append('\\').appendCodePoint(character));
        return escaped.toString();
    }
}
