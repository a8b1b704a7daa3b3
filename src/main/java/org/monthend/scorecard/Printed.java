package org.monthend.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.monthend.catalogue.Baseline;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;

/** What the page shows for an exact figure: rounded once, half up, in the manner of its unit. */
public final class Printed {

    private static final BigDecimal FIRST_GROUPED = BigDecimal.valueOf(10_000);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int MONEY_DIGITS = 3;

    /** Beyond this a miss is too small to be worth its digits. */
    private static final int MOST_DECIMALS = 4;

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Printed() {}

    /** 23%, 376, 16.0: a value in the measure's unit, with the measure's decimals. */
    public static String value(BigDecimal value, Measure measure) {
        return withUnit(decimal(value, measure.decimals()), measure);
    }

    /** 17.6%, 16.0, 92.5%: a figure that others have stated, with all decimals that they gave it and no fewer than the measure's. */
    public static String asStated(BigDecimal value, Measure measure) {
        int stated = value.stripTrailingZeros().scale();
        return withUnit(decimal(value, Math.max(measure.decimals(), stated)), measure);
    }

    /** The figure, or what stands for it, and the mark of its footnote: 17* and "- ⁴". */
    public static String figure(Figure figure, Measure measure, String footnoteMark) {
        if (figure instanceof Figure.Missing missing) {
            String words = missing.reason().printed();
            return isSuperscript(footnoteMark) ? words + " " + footnoteMark : words + footnoteMark;
        }
        return figure.reportedValue().map(value -> value(value, measure)).orElseThrow() + footnoteMark;
    }

    /**
     * The cells of a row, the latest month last: "new measure" and "under development" speak for the equal cells that
     * follow, which are left empty; the latest cell says "new measure" anew.
     */
    public static List<PeriodFigure> row(List<PeriodFigure> cells) {
        List<PeriodFigure> row = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            PeriodFigure cell = cells.get(i);
            boolean latest = i == cells.size() - 1;
            boolean said = i > 0
                    && speaksForOthers(cell.figure(), latest)
                    && cell.printed().equals(cells.get(i - 1).printed());
            row.add(said ? cell.withPrinted("") : cell);
        }
        return List.copyOf(row);
    }

    /** 25%, or 16.0 to 18.0 for a band, or "at least" and "at most" for half of one. */
    public static String target(Target target, Measure measure) {
        Optional<String> low = target.low().map(value -> asStated(value, measure));
        Optional<String> high = target.high().map(value -> asStated(value, measure));
        if (target.value().isPresent()) {
            return asStated(target.value().get(), measure);
        }
        if (low.isPresent() && high.isPresent()) {
            return low.get() + " to " + high.get();
        }
        return low.map(value -> "at least " + value)
                .or(() -> high.map(value -> "at most " + value))
                .orElse("");
    }

    /**
     * +1.8 pp or −3: signed, and one decimal finer than the figure itself except for counts, for the figures printed
     * beside it are rounded and their difference would be wrong by up to one. A difference that still rounds to zero
     * gets more decimals.
     */
    public static String variance(BigDecimal variance, Measure measure) {
        int decimals = measure.unit() == Unit.COUNT ? measure.decimals() : measure.decimals() + 1;
        BigDecimal rounded = rounded(variance, decimals);
        while (rounded.signum() == 0 && variance.signum() != 0 && decimals < MOST_DECIMALS) {
            decimals++;
            rounded = rounded(variance, decimals);
        }
        String sign = rounded.signum() < 0 ? "−" : plus(rounded);
        return sign + grouped(rounded.abs()) + (measure.unit() == Unit.PERCENT ? " pp" : "");
    }

    /** The quartile, or the national average, or what stands for neither. */
    static String rank(Baseline baseline, Measure measure) {
        Baseline.Rank rank = baseline.rank();
        if (rank instanceof Baseline.QuartileBand quartile) {
            return quartile.letter();
        }
        if (rank instanceof Baseline.NationalAverage average) {
            return asStated(average.value(), measure);
        }
        return ((Baseline.NoRank) rank).text();
    }

    static String baseline(Baseline baseline, Measure measure) {
        return baseline.figure().map(value -> asStated(value, measure)).orElse(baseline.figureText());
    }

    /** £42.3M, £917K, £640: three digits from a thousand pounds up, whole pounds below. */
    public static String money(BigDecimal pounds) {
        return money(pounds, MONEY_DIGITS);
    }

    /** The same with a digit more: £42.31M. */
    public static String moneyFiner(BigDecimal pounds) {
        return money(pounds, MONEY_DIGITS + 1);
    }

    /** The same with more digits, where three would not tell figures apart: £42.31M. */
    static String money(BigDecimal pounds, int digits) {
        BigDecimal rounded = moneyRounded(pounds, digits);
        return (rounded.signum() < 0 ? "-" : "") + magnitude(rounded.abs(), digits);
    }

    /** The same with a plus where it is more: +£917K, -£514K. */
    public static String moneyVariance(BigDecimal pounds) {
        return plus(moneyRounded(pounds, MONEY_DIGITS)) + money(pounds);
    }

    /** 87%: a share of a whole or a progress, in percent. */
    public static String share(BigDecimal percent) {
        return decimal(percent, 0) + "%";
    }

    /** 4: a number of things. */
    public static String number(BigDecimal count) {
        return decimal(count, 0);
    }

    private static String withUnit(String decimal, Measure measure) {
        return measure.unit() == Unit.PERCENT ? decimal + "%" : decimal;
    }

    private static String decimal(BigDecimal value, int decimals) {
        return grouped(rounded(value, decimals));
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Thousands are set apart only from 10,000 up. */
    private static String grouped(BigDecimal rounded) {
        return rounded.abs().compareTo(FIRST_GROUPED) < 0
                ? rounded.toPlainString()
                : String.format(Locale.UK, "%,." + rounded.scale() + "f", rounded);
    }

    private static String plus(BigDecimal rounded) {
        return rounded.signum() > 0 ? "+" : "";
    }

    private static BigDecimal moneyRounded(BigDecimal pounds, int digits) {
        return pounds.abs().compareTo(THOUSAND) < 0
                ? rounded(pounds, 0)
                : pounds.round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    private static String magnitude(BigDecimal rounded, int digits) {
        if (rounded.compareTo(THOUSAND) < 0) {
            return "£" + rounded.toPlainString();
        }
        boolean millions = rounded.compareTo(MILLION) >= 0;
        BigDecimal scaled = rounded.movePointLeft(millions ? 6 : 3);
        int wholeDigits = scaled.precision() - scaled.scale();
        return "£" + decimal(scaled, Math.max(0, digits - wholeDigits)) + (millions ? "M" : "K");
    }

    private static boolean speaksForOthers(Figure figure, boolean latest) {
        if (figure instanceof Figure.Missing missing) {
            return missing.reason() == MissingReason.UNDER_DEVELOPMENT
                    || (missing.reason() == MissingReason.NEW_MEASURE && !latest);
        }
        return false;
    }

    private static boolean isSuperscript(String mark) {
        return !mark.isEmpty() && SUPERSCRIPTS.indexOf(mark.charAt(0)) >= 0;
    }
}
