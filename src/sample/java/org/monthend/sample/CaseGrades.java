package org.monthend.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How many case files of a month got each grade, worst first: inadequate, requires improvement, good, outstanding.
 * The better three are the numerator of the month's measure.
 */
record CaseGrades(List<Integer> files) {

    private static final int FEWEST = 20;
    private static final int MOST = 60;

    /** The smallest number of files of which the printed shares can be shares. */
    static int filesAudited(List<Seed.PrintedCategory> printed) {
        for (int files = FEWEST; files <= MOST; files++) {
            if (isSharedOut(printed, files)) {
                return files;
            }
        }
        throw new IllegalStateException("the printed grades are shares of no number of files up to " + MOST);
    }

    /** The grades behind the printed shares. */
    static CaseGrades printed(List<Seed.PrintedCategory> printed) {
        int files = filesAudited(printed);
        return new CaseGrades(
                printed.stream().map(share -> nearest(share, files)).toList());
    }

    /** Grades that agree with a month's measure, as an audit team would find them. */
    static CaseGrades agreeing(MonthStatement measure) {
        int audited = measure.denominator().orElseThrow().intValueExact();
        int better = measure.numerator().orElseThrow().intValueExact();
        Random random = new Random(measure.month().key());
        int outstanding = random.nextInt(4) == 0 ? 1 : 0;
        int good = better / 10 + random.nextInt(4);
        return new CaseGrades(List.of(audited - better, better - good - outstanding, good, outstanding));
    }

    int total() {
        return files.stream().mapToInt(Integer::intValue).sum();
    }

    /** Shares of the whole as fractions of 1, rounded to whole per cents. */
    List<BigDecimal> shares() {
        List<BigDecimal> shares = new ArrayList<>();
        files.forEach(count ->
                shares.add(BigDecimal.valueOf(count).divide(BigDecimal.valueOf(total()), 2, RoundingMode.HALF_UP)));
        return shares;
    }

    private static boolean isSharedOut(List<Seed.PrintedCategory> printed, int files) {
        int sum = 0;
        for (Seed.PrintedCategory share : printed) {
            int count = nearest(share, files);
            boolean agrees = PrintedFigure.read(share.printed())
                    .orElseThrow()
                    .isRounded(BigDecimal.valueOf(100), BigDecimal.valueOf(count), BigDecimal.valueOf(files));
            if (!agrees) {
                return false;
            }
            sum += count;
        }
        return sum == files;
    }

    private static int nearest(Seed.PrintedCategory share, int files) {
        BigDecimal percent = PrintedFigure.read(share.printed()).orElseThrow().value();
        return percent.multiply(BigDecimal.valueOf(files))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
