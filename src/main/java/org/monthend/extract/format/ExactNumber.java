package org.monthend.extract.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The number that was meant by what a spreadsheet stored.
 *
 * <p>A spreadsheet calculates in binary and shows at most 15 significant digits, so 0.29 may be stored as
 * 0.28999999999999998. Up to 15 digits are therefore taken exactly as they stand, and more are read as the binary number
 * that they stand for, then written with the fewest of 15, 16 or 17 digits that read back as the same binary number.
 * Every number comes without trailing zeros and with a scale of at least 0, so that equal numbers are equal objects.
 */
final class ExactNumber {

    private static final int EXACT_DIGITS = 15;
    private static final int LONGEST_TEXT = 400;

    /** 10^22 is the largest power of ten that a double holds exactly. */
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private ExactNumber() {}

    /** Reads a number as XML writes one: optional sign, digits, point, exponent. Empty when it is none. */
    static Optional<BigDecimal> parse(char[] characters, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && characters[from] <= ' ') {
            from++;
        }
        while (from < to && characters[to - 1] <= ' ') {
            to--;
        }
        boolean negative = from < to && characters[from] == '-';
        int at = negative || (from < to && characters[from] == '+') ? from + 1 : from;
        long digits = 0;
        int seen = 0;
        int significant = 0;
        int decimals = 0;
        int zerosDropped = 0;
        boolean afterPoint = false;
        boolean exact = true;
        for (; at < to; at++) {
            char character = characters[at];
            if (character == '.' && !afterPoint) {
                afterPoint = true;
                continue;
            }
            if (character < '0' || character > '9') {
                break;
            }
            seen++;
            significant += significant > 0 || character != '0' ? 1 : 0;
            if (significant <= EXACT_DIGITS) {
                digits = digits * 10 + character - '0';
                decimals += afterPoint ? 1 : 0;
            } else {
                exact &= character == '0';
                zerosDropped += afterPoint ? 0 : 1;
            }
        }
        if (at == to && seen > 0 && exact && zerosDropped == 0) {
            return Optional.of(plain(negative ? -digits : digits, decimals));
        }
        return seen == 0 || to - from > LONGEST_TEXT
                ? Optional.empty()
                : parseAny(new String(characters, from, to - from), at == to && !exact);
    }

    private static Optional<BigDecimal> parseAny(String text, boolean hasMoreDigits) {
        char last = text.charAt(text.length() - 1);
        if (last != '.' && (last < '0' || last > '9')) {
            return Optional.empty(); // Java would also read 1d and 1f
        }
        try {
            double nearest = Double.parseDouble(text);
            if (Double.isInfinite(nearest)) {
                return Optional.empty();
            }
            if (nearest == 0) {
                return Optional.of(BigDecimal.ZERO);
            }
            BigDecimal written = hasMoreDigits ? of(nearest) : new BigDecimal(text).stripTrailingZeros();
            return Optional.of(written.precision() <= EXACT_DIGITS ? plain(written) : of(nearest));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** The decimal that was meant by a binary number, which must be finite. */
    static BigDecimal of(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return plain((long) number, 0);
        }
        double size = Math.abs(number);
        if (size >= 1e-5 && size < 1e15 && (Double.doubleToLongBits(size) & 0xfffffffffffffL) != 0) {
            Optional<BigDecimal> quick = shortest(number);
            if (quick.isPresent()) {
                return quick.get();
            }
        }
        return defined(number);
    }

    /** The definition itself, too slow for a million cells. */
    static BigDecimal defined(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int precision = EXACT_DIGITS; precision < 17; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == number) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    /**
     * The same in whole numbers. With s decimals, number × 10^s is product + error exactly (fma gives what the
     * multiplication rounded away), and a whole number m means that m / 10^s reads back as the number when it is less
     * than half a unit in the last place away from it. Empty when that is too close to call; not for powers of two,
     * whose lower neighbour is nearer.
     */
    private static Optional<BigDecimal> shortest(double number) {
        double size = Math.abs(number);
        int digitsBeforePoint = 0;
        for (double rest = size; digitsBeforePoint <= 15 && rest >= POWERS_OF_TEN[digitsBeforePoint]; ) {
            digitsBeforePoint++;
        }
        if (digitsBeforePoint == 0) {
            while (size * POWERS_OF_TEN[1 - digitsBeforePoint] < 1) {
                digitsBeforePoint--;
            }
        }
        for (int precision = EXACT_DIGITS; precision <= 17; precision++) {
            int scale = precision - digitsBeforePoint;
            if (scale < 0 || scale >= POWERS_OF_TEN.length) {
                return Optional.empty();
            }
            double power = POWERS_OF_TEN[scale];
            double product = size * power;
            double error = Math.fma(size, power, -product);
            double floor = Math.floor(product);
            double beyondFloor = (product - floor) + error;
            double whole = Math.rint(beyondFloor);
            double distance = Math.abs(whole - beyondFloor);
            double half = Math.ulp(size) / 2 * power;
            if ((distance > 0.4999999 && distance < 0.5000001) || Math.abs(distance - half) < half * 1e-7) {
                return Optional.empty();
            }
            if (precision == 17 || distance < half) {
                long digits = (long) floor + (long) whole;
                return Optional.of(plain(number < 0 ? -digits : digits, scale));
            }
        }
        throw new AssertionError("17 digits always read back");
    }

    private static BigDecimal plain(long digits, int scale) {
        long rest = digits;
        int decimals = scale;
        while (decimals > 0 && rest % 10 == 0) {
            rest /= 10;
            decimals--;
        }
        return BigDecimal.valueOf(rest, decimals);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
