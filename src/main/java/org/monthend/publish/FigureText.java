package org.monthend.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;

/** Writes those figures of a measure for which an edition has no printed text: variances and the readings of charts. */
final class FigureText {

    /** Beyond this a miss is too small to be worth its digits. */
    private static final int MOST_DECIMALS = 4;

    private FigureText() {}

    /** 23% or 16.0, to the measure's decimals, halves away from zero. */
    static String of(Measure measure, BigDecimal value) {
        return value.setScale(measure.decimals(), RoundingMode.HALF_UP).toPlainString()
                + (measure.unit() == Unit.PERCENT ? "%" : "");
    }

    /**
     * +1.8 pp or −3: signed, and one decimal finer than the figure itself except for counts, for the page's figures are
     * rounded and their difference would be wrong by up to one. A difference that still rounds to zero gets more.
     */
    static String variance(Measure measure, BigDecimal variance) {
        String unit = measure.unit() == Unit.PERCENT ? " pp" : "";
        int decimals = measure.unit() == Unit.COUNT ? measure.decimals() : measure.decimals() + 1;
        BigDecimal rounded = variance.setScale(decimals, RoundingMode.HALF_UP);
        while (rounded.signum() == 0 && variance.signum() != 0 && decimals < MOST_DECIMALS) {
            decimals++;
            rounded = variance.setScale(decimals, RoundingMode.HALF_UP);
        }
        String sign = switch (rounded.signum()) {
            case 1 -> "+";
            case -1 -> "−";
            default -> "";
        };
        return sign + rounded.abs().toPlainString() + unit;
    }

    /** £0.92M or £917K, for sums that no return has printed. */
    static String money(BigDecimal pounds) {
        BigDecimal size = pounds.abs();
        String sign = pounds.signum() < 0 ? "−" : "+";
        if (size.compareTo(BigDecimal.valueOf(1_000_000)) >= 0) {
            return sign + "£"
                    + size.movePointLeft(6).setScale(2, RoundingMode.HALF_UP).toPlainString() + "M";
        }
        return sign + "£"
                + size.movePointLeft(3).setScale(0, RoundingMode.HALF_UP).toPlainString() + "K";
    }
}
