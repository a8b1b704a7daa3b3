package org.monthend.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.Aim;
import org.monthend.scorecard.MonthParts;
import org.monthend.scorecard.Outturn;
import org.monthend.scorecard.OutturnRange;
import org.monthend.scorecard.OutturnRule;
import org.monthend.scorecard.OutturnSeries;

/**
 * Whether the chances and ranges of outturns mean what they say, on competition series that have nothing in common: the
 * year's sum against the year before; and what an outturn costs.
 */
final class OutturnBenchmark {

    private static final int YEAR = 12;
    private static final int MONTHS = 60;
    private static final int SERIES = 2_000;
    private static final int BINS = 5;
    private static final FiscalYear JUDGED = new FiscalYear(2015);

    private OutturnBenchmark() {}

    static void run() throws IOException {
        System.out.println(
                "| months | of the year known | Brier | 80% covered | 95% covered | said > came, five bins |");
        System.out.println("|---|---|---|---|---|---|");
        for (String length : List.of("24", "36", "60")) {
            for (int known : new int[] {0, 3, 6, 9}) {
                tell(length, known, CompetitionSeries.of(length));
            }
        }
        speed();
    }

    private static void tell(String length, int known, List<CompetitionSeries> all) {
        double squares = 0;
        int within80 = 0;
        int within95 = 0;
        double[] said = new double[BINS];
        double[] came = new double[BINS];
        int[] count = new int[BINS];
        for (CompetitionSeries series : all) {
            double[] x = series.known();
            double before = sum(x, x.length - known - YEAR, x.length - known);
            double actual = sum(x, x.length - known, x.length) + sum(series.came(), 0, YEAR - known);
            Outturn outturn = OutturnRule.outturn(
                    new OutturnSeries(
                            JUDGED.firstMonth().plusMonths(known - 1),
                            Arrays.stream(x).mapToObj(MonthParts::of).toList(),
                            Unit.DAYS,
                            Aggregation.FLOW),
                    JUDGED,
                    Optional.of(Aim.atLeast(before)));
            OutturnRange range = outturn.range().orElseThrow();
            double chance = outturn.chance().orElseThrow();
            double met = actual >= before ? 1 : 0;
            squares += (chance - met) * (chance - met);
            within80 += range.low80() <= actual && actual <= range.high80() ? 1 : 0;
            within95 += range.low95() <= actual && actual <= range.high95() ? 1 : 0;
            int bin = Math.min(BINS - 1, (int) (chance * BINS));
            said[bin] += chance;
            came[bin] += met;
            count[bin]++;
        }
        StringBuilder bins = new StringBuilder();
        for (int bin = 0; bin < BINS; bin++) {
            bins.append("%.2f > %.2f (%d) ".formatted(said[bin] / count[bin], came[bin] / count[bin], count[bin]));
        }
        System.out.printf(
                "| %s | %d | %.3f | %.3f | %.3f | %s|%n",
                length,
                known,
                squares / all.size(),
                (double) within80 / all.size(),
                (double) within95 / all.size(),
                bins);
    }

    private static double sum(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).sum();
    }

    private static void speed() {
        for (Aggregation aggregation : List.of(Aggregation.STOCK, Aggregation.FLOW, Aggregation.RATIO)) {
            for (int known : new int[] {0, 4, 9}) {
                Random random = new Random(1);
                List<OutturnSeries> drawn = Stream.generate(() -> walk(random, aggregation, known))
                        .limit(SERIES)
                        .toList();
                judge(drawn);
                long start = Cpu.ofThisThread();
                judge(drawn);
                System.out.printf(
                        "An outturn (%s, %d months known) of a series of %d: %.3f ms of CPU%n",
                        aggregation.word(), known, MONTHS, (Cpu.ofThisThread() - start) / 1e6 / SERIES);
            }
        }
    }

    private static void judge(List<OutturnSeries> all) {
        for (OutturnSeries series : all) {
            OutturnRule.outturn(series, JUDGED, Optional.of(Aim.atLeast(50)));
        }
    }

    private static OutturnSeries walk(Random random, Aggregation aggregation, int known) {
        List<MonthParts> months = new ArrayList<>();
        double level = 60;
        for (int t = 0; t < MONTHS; t++) {
            level += random.nextGaussian();
            double value = Math.max(1, Math.rint(level + 5 * Math.sin(t * Math.PI / 6) + 3 * random.nextGaussian()));
            months.add(
                    aggregation == Aggregation.RATIO
                            ? MonthParts.of(Math.min(value, 120), 120 + random.nextInt(10), 100)
                            : MonthParts.of(value));
        }
        ReportingMonth last = JUDGED.firstMonth().plusMonths(known - 1);
        return new OutturnSeries(
                last, months, aggregation == Aggregation.RATIO ? Unit.PERCENT : Unit.COUNT, aggregation);
    }
}
