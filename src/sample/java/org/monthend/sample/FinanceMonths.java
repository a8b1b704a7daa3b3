package org.monthend.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.monthend.calendar.ReportingMonth;

/**
 * What finance states month by month: the latest month as printed, the earlier ones from exact pounds, so that budget,
 * forecast and variance agree within their rounding.
 */
final class FinanceMonths {

    /** A line as finance types it; empty where the line has no such figure. */
    record Stated(String line, String budget, String forecast, String variance, String spendToDate, String committed) {}

    /** Budget of 2014/15 in thousand pounds; those of 2015/16 are the printed ones. */
    private static final Map<String, Integer> BUDGET_2014_15 =
            Map.of("BUDGET_TOTAL", 41_600, "CIC_PLACEMENTS", 18_100, "STAFF_PAY", 20_200);

    /** Forecast less budget in thousand pounds, October 2014 to November 2015. */
    private static final Map<String, List<Integer>> VARIANCES = Map.of(
            "BUDGET_TOTAL", List.of(240, 312, 281, 188, 124, 66, 85, 142, 231, 309, 396, 521, 608, 687),
            "CIC_PLACEMENTS", List.of(691, 742, 811, 858, 893, 904, 312, 524, 841, 1_120, 1_390, 1_724, 2_013, 2_262),
            "STAFF_PAY", List.of(-221, -262, -308, -352, -379, -402, -61, -118, -172, -243, -301, -358, -412, -471));

    /** Progress in per cent, October 2014 to November 2015. */
    private static final List<Integer> EFFICIENCY = List.of(52, 60, 67, 74, 83, 91, 4, 11, 18, 26, 33, 41, 49, 58);

    /** Spend since April in thousand pounds, October 2014 to December 2015; invented, as nothing of it is printed. */
    private static final Map<String, List<Integer>> SPEND_TO_DATE = Map.of(
            "BUDGET_TOTAL",
                    List.of(
                            23_982, 27_448, 31_012, 34_420, 37_871, 41_702, 3_341, 6_823, 10_402, 13_964, 17_431,
                            21_087, 24_689, 28_262, 31_918),
            "CIC_PLACEMENTS",
                    List.of(
                            10_810, 12_420, 14_062, 15_650, 17_190, 18_987, 1_602, 3_268, 4_967, 6_712, 8_489, 10_304,
                            12_153, 13_998, 15_901),
            "STAFF_PAY",
                    List.of(
                            11_498, 13_140, 14_790, 16_452, 18_106, 19_806, 1_655, 3_318, 4_978, 6_640, 8_307, 9_975,
                            11_640, 13_311, 14_984));

    /** Ordered for the rest of the year beside the monthly run, in thousand pounds; invented as well. */
    private static final Map<String, List<Integer>> COMMITTED = Map.of(
            "BUDGET_TOTAL", List.of(310, 255, 240, 150, 60, 0, 420, 395, 360, 340, 310, 290, 240, 205, 160),
            "CIC_PLACEMENTS", List.of(180, 150, 130, 90, 40, 0, 230, 220, 205, 190, 170, 150, 135, 110, 90));

    private FinanceMonths() {}

    static List<Stated> of(ReportingMonth month, List<Seed.PrintedFinance> printed) {
        return printed.stream().map(line -> stated(month, line)).toList();
    }

    private static Stated stated(ReportingMonth month, Seed.PrintedFinance line) {
        if (month.equals(SampleMonths.LAST)) {
            return new Stated(
                    line.name(),
                    line.budget(),
                    line.forecast(),
                    line.variance(),
                    thousands(SPEND_TO_DATE, line, month),
                    thousands(COMMITTED, line, month));
        }
        int index = SampleMonths.ALL.indexOf(month);
        if (line.kind().equals("percent")) {
            return new Stated(line.name(), "", EFFICIENCY.get(index) + "%", "", "", "");
        }
        BigDecimal budget = month.fiscalYear().startYear() == 2014
                ? BigDecimal.valueOf(BUDGET_2014_15.getOrDefault(line.code(), 0), -3)
                : pounds(line.budget());
        BigDecimal variance = BigDecimal.valueOf(
                VARIANCES.getOrDefault(line.code(), List.of()).get(index), -3);
        return new Stated(
                line.name(),
                millions(budget, 1),
                millions(budget.add(variance), 1),
                signed(variance),
                thousands(SPEND_TO_DATE, line, month),
                thousands(COMMITTED, line, month));
    }

    /** £31,918K; empty where the line states none. */
    private static String thousands(
            Map<String, List<Integer>> figures, Seed.PrintedFinance line, ReportingMonth month) {
        return figures.containsKey(line.code())
                ? "£%,dK".formatted(figures.get(line.code()).get(SampleMonths.ALL.indexOf(month)))
                : "";
    }

    private static BigDecimal pounds(String printed) {
        return new BigDecimal(printed.replaceAll("[£M]", "")).movePointRight(6);
    }

    private static String millions(BigDecimal pounds, int decimals) {
        return "£" + pounds.movePointLeft(6).setScale(decimals, RoundingMode.HALF_UP) + "M";
    }

    /** +£312K, -£61K, +£1.39M. */
    private static String signed(BigDecimal pounds) {
        String sign = pounds.signum() < 0 ? "-" : "+";
        BigDecimal size = pounds.abs();
        boolean large = size.compareTo(BigDecimal.valueOf(1_000_000)) >= 0;
        return sign + (large ? millions(size, 2) : "£" + size.movePointLeft(3).setScale(0, RoundingMode.HALF_UP) + "K");
    }
}
