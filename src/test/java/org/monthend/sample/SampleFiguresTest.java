package org.monthend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Measure;
import org.monthend.sample.Seed.PrintedLine;
import org.monthend.sample.StatedMonths.Stated;
import org.monthend.scorecard.Direction;
import org.monthend.scorecard.Trend;
import org.monthend.scorecard.TrendRule;

/** The printed page must follow from the returns, computed here from the workbooks alone. */
class SampleFiguresTest {

    private static final Seed SEED = SharedSeed.read();
    private static final StatedMonths MONTHS = StatedMonths.read();
    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    static Stream<PrintedLine> lines() {
        return SEED.lines().stream();
    }

    static Stream<PrintedLine> linesWithAnArrow() {
        return lines().filter(line -> !line.arrow().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void quartersAreAsPrinted(PrintedLine line) {
        Measure measure = SEED.measure(line.measure());
        List<String> computed = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            computed.add(printed(measure, quarterMonths(measure, quarter)));
        }
        assertThat(withoutRepeatedWords(computed)).isEqualTo(line.quarters());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theLatestMonthIsAsPrinted(PrintedLine line) {
        Measure measure = SEED.measure(line.measure());
        Stated december =
                Optional.ofNullable(MONTHS.of(line.measure()).get(DECEMBER)).orElseThrow();
        boolean wordsGoOn = december.value().equals("under development");
        assertThat(wordsGoOn ? "" : printed(measure, List.of(december))).isEqualTo(line.latest());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theTrendGivesThePrintedArrow(PrintedLine line) {
        assertThat(trend(line).direction().arrow()).isEqualTo(line.arrow());
    }

    @ParameterizedTest
    @MethodSource("linesWithAnArrow")
    void noArrowHangsOnAnEdgeOfRounding(PrintedLine line) {
        Trend trend = trend(line);
        if (trend.direction() == Direction.LEVEL) {
            assertThat(Math.abs(trend.z())).isLessThanOrEqualTo(1.7);
        } else {
            assertThat(Math.abs(trend.z())).isGreaterThanOrEqualTo(2.4);
            assertThat(Math.abs(trend.change()))
                    .isGreaterThanOrEqualTo(1.1 * SEED.measure(line.measure()).displayUnit());
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void statedValuesAgreeWithTheirFractions(PrintedLine line) {
        Measure measure = SEED.measure(line.measure());
        MONTHS.of(line.measure()).values().stream()
                .filter(stated -> stated.isFraction() && !stated.value().isEmpty())
                .forEach(stated -> assertThat(new BigDecimal(StatedMonths.digits(stated.value())))
                        .isEqualByComparingTo(StatedMonths.rounded(
                                List.of(stated), measure.unit().multiplier(), measure.decimals())));
    }

    @ParameterizedTest
    @CsvSource({
        "REFERRAL_RATE,        numerator,   REREFERRAL_PCT,        denominator",
        "CIC_RATE,             numerator,   CIC_3PLACEMENTS_PCT,   denominator",
        "CARE_LEAVER_EET_PCT,  denominator, CARE_LEAVER_ACCOM_PCT, denominator",
        "CIN_RATE,             denominator, CPP_RATE,              denominator",
        "CIN_RATE,             denominator, CIC_RATE,              denominator",
    })
    void theSameChildrenAreCountedTheSame(String one, String part, String other, String otherPart) {
        assertThat(counts(one, part)).isEqualTo(counts(other, otherPart));
    }

    @Test
    void childrenOnAPlanChangeByPlansStartedLessPlansEnded() {
        List<BigDecimal> onPlan = counts("CPP_RATE", "numerator");
        List<BigDecimal> started = counts("CPP_SECOND_PCT", "denominator");
        List<BigDecimal> ended = counts("CPP_2YEARS_PCT", "denominator");
        for (int month = 1; month < SampleMonths.COUNT; month++) {
            assertThat(onPlan.get(month - 1).add(started.get(month)).subtract(ended.get(month)))
                    .isEqualTo(onPlan.get(month));
        }
    }

    @Test
    void rollingWindowsComeFromWholeEpisodesOfSingleMonths() {
        List<Integer> windows = MONTHS.of("MISSING_24H_R3M").values().stream()
                .filter(Stated::isFigure)
                .map(stated -> stated.top().intValueExact())
                .toList();
        // A window less the one before is a month's episodes less those of the month three earlier. So each of the
        // first window's three months must have had at least as many as its later namesakes fall by.
        int needed = 0;
        for (int first = 1; first <= 3; first++) {
            int sinceThen = 0;
            int deepest = 0;
            for (int month = first; month < windows.size(); month += 3) {
                sinceThen += windows.get(month) - windows.get(month - 1);
                deepest = Math.min(deepest, sinceThen);
            }
            needed -= deepest;
        }
        assertThat(windows).hasSize(12);
        assertThat(needed).isLessThanOrEqualTo(windows.get(0));
    }

    @ParameterizedTest
    @MethodSource("everyMonth")
    void gradesOfCaseFilesAgreeWithTheirMeasure(ReportingMonth month) {
        List<List<String>> rows = SampleBook.of(month, "case-audits").rows("Grades");
        List<Integer> files = rows.subList(3, 7).stream()
                .map(row -> Integer.valueOf(row.get(1)))
                .toList();
        Stated measure = Optional.ofNullable(MONTHS.of("CASE_FILE_RI_PLUS_PCT").get(month))
                .orElseThrow();

        assertThat(files).allMatch(count -> count >= 0);
        assertThat(files.get(1) + files.get(2) + files.get(3))
                .isEqualTo(measure.top().intValueExact());
        assertThat(files.stream().mapToInt(count -> count).sum())
                .isEqualTo(measure.bottom().intValueExact());
        assertThat(rows.get(7).subList(0, 2)).containsExactly("Total", measure.denominator());
    }

    @Test
    void gradesOfDecemberAreAsPrinted() {
        List<List<String>> rows = SampleBook.of(DECEMBER, "case-audits").rows("Grades");
        assertThat(rows.subList(3, 7).stream().map(row -> row.get(0) + " " + row.get(2)))
                .containsExactlyElementsOf(SEED.categories("CASE_AUDIT").stream()
                        .map(category -> category.name() + " " + category.printed())
                        .toList());
    }

    @Test
    void auditOpinionsOfDecemberAreAsPrinted() {
        List<List<String>> rows = SampleBook.of(DECEMBER, "Internal Audit").rows("Opinions");
        assertThat(rows.subList(4, 9).stream().map(row -> row.get(0) + " " + row.get(1)))
                .containsExactlyElementsOf(SEED.categories("INTERNAL_AUDIT").stream()
                        .map(category -> category.name() + " " + category.printed())
                        .toList());
    }

    @Test
    void financeOfDecemberIsAsPrinted() {
        List<List<String>> rows = SampleBook.of(DECEMBER, "finance").rows("Summary");
        assertThat(rows.subList(5, 9).stream().map(row -> row.subList(0, 4)))
                .containsExactlyElementsOf(SEED.finance().stream()
                        .map(line -> List.of(line.name(), line.budget(), line.forecast(), line.variance()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("everyMonth")
    void financeIsConsistentInEveryMonthButTheLast(ReportingMonth month) {
        List<List<String>> rows = SampleBook.of(month, "finance").rows("Summary");
        long inconsistent = rows.subList(5, 8).stream()
                .filter(row -> {
                    BigDecimal budget = pounds(row.get(1));
                    BigDecimal forecast = pounds(row.get(2));
                    BigDecimal off = forecast.subtract(budget).subtract(pounds(row.get(3)));
                    return off.abs().compareTo(roundingOf(row.get(3)).add(BigDecimal.valueOf(100_000))) > 0;
                })
                .count();
        assertThat(inconsistent).isEqualTo(month.equals(DECEMBER) ? 1 : 0);
        assertThat(rows.stream().filter(row -> row.get(2).startsWith("+"))).hasSize(month.equals(DECEMBER) ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("everyMonth")
    void spendToDateGrowsThroughTheYearAndItsPartsAreLessThanTheWhole(ReportingMonth month) {
        List<BigDecimal> spend = spendToDate(month);
        assertThat(spend.get(1).add(spend.get(2))).isLessThan(spend.get(0));
        if (!month.equals(SampleMonths.FIRST) && month.month() != 4) {
            List<BigDecimal> before = spendToDate(month.minusMonths(1));
            assertThat(spend).allSatisfy(each -> assertThat(each).isGreaterThan(before.get(spend.indexOf(each))));
        }
    }

    private static List<BigDecimal> spendToDate(ReportingMonth month) {
        return SampleBook.of(month, "finance").rows("Summary").subList(5, 8).stream()
                .map(row -> pounds(row.get(4)))
                .toList();
    }

    @Test
    void projectsOfDecemberAreAsPrinted() {
        List<List<String>> rows = SampleBook.of(DECEMBER, "Project").rows("Highlights");
        assertThat(rows.subList(4, 8))
                .containsExactlyElementsOf(SEED.projects().stream()
                        .map(project ->
                                List.of(project.name(), project.progress(), project.finance(), project.narrative()))
                        .toList());
    }

    @Test
    void noMonthIsACopyOfTheOneBefore() {
        for (String file : List.of("Project", "Internal Audit", "finance")) {
            for (int month = 1; month < SampleMonths.COUNT; month++) {
                assertThat(dataRows(SampleMonths.ALL.get(month), file))
                        .as(file + " " + SampleMonths.ALL.get(month))
                        .isNotEqualTo(dataRows(SampleMonths.ALL.get(month - 1), file));
            }
        }
    }

    static Stream<ReportingMonth> everyMonth() {
        return ReportingMonth.range(new ReportingMonth(2014, 10), DECEMBER).stream();
    }

    private static List<List<String>> dataRows(ReportingMonth month, String file) {
        SampleBook book = SampleBook.of(month, file);
        List<List<String>> rows = book.rows(book.sheets().get(0));
        return rows.subList(4, rows.size()).stream()
                .filter(row -> !row.get(0).isEmpty())
                .toList();
    }

    private static List<BigDecimal> counts(String measure, String part) {
        return MONTHS.of(measure).values().stream()
                .map(stated -> part.equals("numerator") ? stated.top() : stated.bottom())
                .toList();
    }

    /** The months that make the quarter, 0 for 2014/15 Qtr3: all three, or the last where that is what counts. */
    private static List<Stated> quarterMonths(Measure measure, int quarter) {
        FiscalQuarter wanted = new FiscalQuarter(new FiscalYear(2014), 3).plusQuarters(quarter);
        boolean lastCounts = List.of(Aggregation.STOCK, Aggregation.STOCK_RATIO, Aggregation.ROLLING_3M)
                .contains(measure.aggregation());
        return MONTHS.of(measure.code()).entrySet().stream()
                .filter(entry -> entry.getKey().quarter().equals(wanted))
                .filter(entry -> !lastCounts || entry.getKey().endsQuarter())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String printed(Measure measure, List<Stated> stated) {
        if (!stated.get(0).isFigure()) {
            assertThat(stated).as("all months of the period").containsOnly(stated.get(0));
            return stated.get(0).value();
        }
        boolean percent = measure.unit().word().equals("percent");
        String mark = stated.get(stated.size() - 1).value().endsWith("*") ? "*" : "";
        return StatedMonths.rounded(stated, measure.unit().multiplier(), measure.decimals())
                        .toPlainString()
                + (percent ? "%" : "")
                + mark;
    }

    /** Words such as "new measure" are printed once and hold for the empty cells after them; a dash is repeated. */
    private static List<String> withoutRepeatedWords(List<String> cells) {
        List<String> printed = new ArrayList<>();
        for (int index = 0; index < cells.size(); index++) {
            boolean repeated = index > 0
                    && cells.get(index).equals(cells.get(index - 1))
                    && cells.get(index).matches("[a-z ]+");
            printed.add(repeated ? "" : cells.get(index));
        }
        return printed;
    }

    private static Trend trend(PrintedLine line) {
        Measure measure = SEED.measure(line.measure());
        Map<ReportingMonth, Stated> stated = MONTHS.of(line.measure());
        List<OptionalDouble> values = everyMonth()
                .map(month -> Optional.ofNullable(stated.get(month))
                        .filter(Stated::isFigure)
                        .map(figure -> OptionalDouble.of(measure.unit()
                                .multiplier()
                                .multiply(figure.top())
                                .divide(figure.bottom(), 20, RoundingMode.HALF_EVEN)
                                .doubleValue()))
                        .orElse(OptionalDouble.empty()))
                .toList();
        return TrendRule.judge(values, measure);
    }

    private static BigDecimal pounds(String printed) {
        BigDecimal number = new BigDecimal(printed.replaceAll("[£MK+,]", ""));
        return printed.endsWith("M") ? number.movePointRight(6) : number.movePointRight(3);
    }

    /** Half a unit of the last digit printed, in pounds. */
    private static BigDecimal roundingOf(String printed) {
        BigDecimal number = new BigDecimal(printed.replaceAll("[£MK+,]", ""));
        BigDecimal unit = printed.endsWith("M")
                ? number.ulp().movePointRight(6)
                : number.ulp().movePointRight(3);
        return unit.divide(BigDecimal.valueOf(2));
    }
}
