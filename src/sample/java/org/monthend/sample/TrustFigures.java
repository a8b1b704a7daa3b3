package org.monthend.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Measure;

/**
 * What the trust's teams would have counted: months of every measure that agree with the printed page and with one
 * another. Referrals are the same under the referral and the re-referral rate, children in care the same under their
 * rate and their placements, and plans started less plans ended is the change in children on a plan.
 */
final class TrustFigures {

    private static final int CHILDREN_2014_15 = 65_800;
    private static final int CHILDREN_2015_16 = 66_150;

    /** In a month; of so many, four had lasted two years in the latest month. */
    private static final int PLANS_USUALLY_ENDED = 28;

    private final Seed seed;
    private final Map<String, List<MonthStatement>> statements = new LinkedHashMap<>();

    private TrustFigures(Seed seed) {
        this.seed = seed;
    }

    /** Every measure's fifteen months; quarterly measures only the months that end a quarter. */
    static Map<String, List<MonthStatement>> of(Seed seed) {
        TrustFigures figures = new TrustFigures(seed);
        double[] children = SampleMonths.ALL.stream()
                .mapToDouble(month -> month.fiscalYear().startYear() == 2014 ? CHILDREN_2014_15 : CHILDREN_2015_16)
                .toArray();
        figures.families(children);
        figures.protection(children);
        figures.care(children);
        figures.leavers();
        figures.workforce();
        return figures.statements;
    }

    private void families(double[] children) {
        search("CIN_RATE", Texture.over(children, 4));
        double[] referrals = search("REFERRAL_RATE", Texture.over(children, 3)).numeratorsAsDoubles();
        search("REREFERRAL_PCT", Texture.over(referrals, 1.6));
        search("ASSESSMENT_TIMELY_PCT", Texture.about(times(referrals, 0.72), 0.06, 2.2));
    }

    private void protection(double[] children) {
        double[] onPlan = search("CPP_RATE", Texture.over(children, 1.1)).numeratorsAsDoubles();
        search("CP_VISIT_TIMELY_PCT", Texture.about(times(onPlan, 2.1), 0.03, 0.9));
        double[] growth = IntStream.range(0, SampleMonths.COUNT)
                .mapToDouble(month -> month == 0 ? 0 : onPlan[month] - onPlan[month - 1])
                .toArray();
        double[] usuallyStarted = IntStream.range(0, SampleMonths.COUNT)
                .mapToDouble(month -> PLANS_USUALLY_ENDED + Math.max(-10, growth[month]))
                .toArray();
        double[] started = search(
                        "CPP_SECOND_PCT",
                        Texture.about(usuallyStarted, 0.25, 1.6).knowingTheLast())
                .denominatorsAsDoubles();
        double[] ended = IntStream.range(0, SampleMonths.COUNT)
                .mapToDouble(month -> started[month] - growth[month])
                .toArray();
        search("CPP_2YEARS_PCT", Texture.over(ended, 2.5));
        state("CSE_OPEN_CASES", 6, "new measure", find("CSE_OPEN_CASES", Texture.count(2)));
        state("MISSING_24H_R3M", 3, "-", rollingMonths("MISSING_24H_R3M"));
        search("CASE_FILE_RI_PLUS_PCT", Texture.about(auditedFiles(), 0.2, 3).knowingTheLast());
        quarterly("YO_EET_PCT");
    }

    private void care(double[] children) {
        double[] inCare = search("CIC_RATE", Texture.over(children, 0.4)).numeratorsAsDoubles();
        search("CIC_STABILITY_LONG_PCT", Texture.about(steadily(144, 151), 0.01, 0.5));
        search("CIC_3PLACEMENTS_PCT", Texture.over(inCare, 0.35));
        search("CIC_REVIEW_TIMELY_PCT", Texture.about(times(inCare, 0.25), 0.08, 1.8));
        search("CIC_VISIT_TIMELY_PCT", Texture.about(times(inCare, 0.72), 0.03, 1.5));
        List<MonthStatement> health =
                stated("CIC_HEALTH_PCT", 0, "", find("CIC_HEALTH_PCT", Texture.about(Texture.steady(52), 0.12, 2.2)));
        health.set(
                SampleMonths.COUNT - 1,
                MonthStatement.status(SampleMonths.LAST, "-").marked("⁴", ""));
        statements.put("CIC_HEALTH_PCT", health);
        state("CIC_ENTERING", 3, "-", find("CIC_ENTERING", Texture.count(2.5)));
        stateStatus("CIC_PARTICIPATION_PCT", "under development");
    }

    private void leavers() {
        search("ADOPTION_A1_DAYS", Texture.about(Texture.steady(5), 0.45, 35));
        search("PROCEEDINGS_WEEKS", Texture.about(Texture.steady(10), 0.35, 1.3));
        double[] leavers = search("CARE_LEAVER_EET_PCT", Texture.about(steadily(108, 119), 0.015, 1.8))
                .denominatorsAsDoubles();
        search("CARE_LEAVER_ACCOM_PCT", Texture.over(leavers, 1));
    }

    private void workforce() {
        search("SW_CASELOAD", Texture.staff(152.5, 0.015, 1, 0.2));
        search("SICKNESS_DAYS", Texture.staff(483, 0.006, 0.5, 0.3));
        search("STAFF_LEFT_2YEARS_PCT", Texture.about(Texture.steady(5), 0.5, 0.1));
        search("AGENCY_FTE_PCT", Texture.staff(209, 0.01, 0.1, 0.5));
        stateStatus("STAFF_SATISFACTION_PCT", "-");
        List<MonthStatement> conduct = stated("CONDUCT_CASES", 6, "-", find("CONDUCT_CASES", Texture.count(1)));
        conduct.set(
                SampleMonths.COUNT - 1,
                conduct.get(SampleMonths.COUNT - 1).marked("*", "16 relate to sickness, one to discipline"));
        statements.put("CONDUCT_CASES", conduct);
        state("GRIEVANCES", 6, "-", find("GRIEVANCES", Texture.count(0.8)));
    }

    private Fractions find(String code, Texture texture) {
        return MonthSearch.find(seed.measure(code), seed.line(code), texture);
    }

    private Fractions search(String code, Texture texture) {
        Fractions found = find(code, texture);
        state(code, 0, "", found);
        return found;
    }

    private void state(String code, int monthsWithout, String status, Fractions found) {
        statements.put(code, stated(code, monthsWithout, status, found));
    }

    /** A status for the first months and the figures for the others. */
    private List<MonthStatement> stated(String code, int monthsWithout, String status, Fractions found) {
        boolean isFraction = seed.measure(code).aggregation().isRatio();
        List<MonthStatement> months = new ArrayList<>();
        for (int index = 0; index < SampleMonths.COUNT; index++) {
            ReportingMonth month = SampleMonths.ALL.get(index);
            Fraction fraction = found.month(index);
            months.add(
                    index < monthsWithout
                            ? MonthStatement.status(month, status)
                            : isFraction
                                    ? MonthStatement.fraction(month, fraction.numerator(), fraction.denominator())
                                    : MonthStatement.count(month, fraction.numerator()));
        }
        return months;
    }

    private void stateStatus(String code, String status) {
        statements.put(
                code,
                SampleMonths.ALL.stream()
                        .map(month -> MonthStatement.status(month, status))
                        .toList());
    }

    /** Episodes of single months that add up to what each quarter prints, and from them every rolling window. */
    private Fractions rollingMonths(String code) {
        Random random = new Random(code.hashCode());
        Seed.PrintedLine line = seed.line(code);
        List<Integer> episodes = new ArrayList<>();
        for (int quarter = 0; quarter <= SampleMonths.QUARTERS; quarter++) {
            String printed = quarter < SampleMonths.QUARTERS ? line.quarters().get(quarter) : line.latest();
            int total = PrintedFigure.read(printed)
                    .map(figure -> figure.value().intValueExact())
                    .orElse(48);
            int first = total / 3 + random.nextInt(5) - 2;
            int second = (total - first) / 2 + random.nextInt(5) - 2;
            episodes.addAll(List.of(first, second, total - first - second));
        }
        List<BigDecimal> windows = new ArrayList<>();
        for (int month = 0; month < SampleMonths.COUNT; month++) {
            windows.add(BigDecimal.valueOf(episodes.subList(Math.max(0, month - 2), month + 1).stream()
                    .mapToInt(Integer::intValue)
                    .sum()));
        }
        return new Fractions(windows, ones());
    }

    /** As few orders as give what is printed, between nine and twenty a quarter. */
    private void quarterly(String code) {
        Seed.PrintedLine line = seed.line(code);
        Measure measure = seed.measure(code);
        List<MonthStatement> quarters = new ArrayList<>();
        for (int quarter = 0; quarter <= SampleMonths.QUARTERS; quarter++) {
            String printed = quarter < SampleMonths.QUARTERS ? line.quarters().get(quarter) : line.latest();
            Fraction fraction = PrintedFigure.read(printed)
                    .flatMap(figure -> smallest(measure, figure, 9, 20))
                    .orElseThrow();
            quarters.add(MonthStatement.fraction(
                    SampleMonths.ALL.get(3 * quarter + 2), fraction.numerator(), fraction.denominator()));
        }
        statements.put(code, quarters);
    }

    private static Optional<Fraction> smallest(Measure measure, PrintedFigure printed, int fewest, int most) {
        for (int denominator = fewest; denominator <= most; denominator++) {
            for (int numerator = denominator; numerator >= 0; numerator--) {
                Fraction fraction = new Fraction(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
                if (printed.isRounded(measure.unit().multiplier(), fraction.numerator(), fraction.denominator())) {
                    return Optional.of(fraction);
                }
            }
        }
        return Optional.empty();
    }

    /** Files audited a month: about as many as the printed grades of the latest month are shares of. */
    private double[] auditedFiles() {
        return Texture.steady(CaseGrades.filesAudited(seed.categories("CASE_AUDIT")));
    }

    private static List<BigDecimal> ones() {
        return SampleMonths.ALL.stream().map(month -> BigDecimal.ONE).toList();
    }

    private static double[] times(double[] figures, double factor) {
        return IntStream.range(0, figures.length)
                .mapToDouble(month -> figures[month] * factor)
                .toArray();
    }

    private static double[] steadily(double from, double to) {
        return IntStream.range(0, SampleMonths.COUNT)
                .mapToDouble(month -> from + (to - from) * month / (SampleMonths.COUNT - 1))
                .toArray();
    }
}
