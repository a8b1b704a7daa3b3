package org.monthend.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;

/**
 * The twelve months of a financial year along many paths: what is known is the same on each, the rest is drawn about the
 * forecast.
 *
 * @param months month of the year, then path
 * @param fittedTo how many figures the forecast was fitted to; 0 where all months are known
 * @param lowest below what no unknown month can be
 * @param highest above what no unknown month can be
 */
record YearPaths(double[][] months, boolean[] known, int fittedTo, double lowest, double highest) {

    private static final int FEWEST = 3;
    private static final int LONGEST_SILENCE = 2;
    private static final double AVERAGE_DAYS = 365.25 / 12;

    /** Share of next month's variance that is the month's own; the rest moves the level of all months after it, too. */
    private static final double OWN_NOISE = 0.5;

    /**
     * The paths of a year, or none with too few figures or too long a silence to draw what is not known.
     *
     * @param values one for each calendar month, the last of them for the month "last"
     * @param whole the figures are whole numbers
     * @param needed which months of the year matter
     */
    static Optional<YearPaths> of(
            List<OptionalDouble> values,
            ReportingMonth last,
            SeriesKind kind,
            boolean perDay,
            FiscalYear year,
            Noise.Of noise,
            boolean[] needed) {
        List<ReportingMonth> calendar = year.months();
        double[][] paths = new double[calendar.size()][];
        boolean[] known = new boolean[calendar.size()];
        int unknown = 0;
        for (int i = 0; i < paths.length; i++) {
            OptionalDouble value = at(values, last, calendar.get(i));
            known[i] = value.isPresent();
            if (known[i]) {
                paths[i] = new double[Noise.PATHS];
                Arrays.fill(paths[i], value.getAsDouble());
            } else if (needed[i]) {
                unknown++;
            }
        }
        if (unknown == 0) {
            return Optional.of(new YearPaths(paths, known, 0, 0, 0));
        }
        int silent = 0;
        while (silent < values.size() && values.get(values.size() - 1 - silent).isEmpty()) {
            silent++;
        }
        List<OptionalDouble> recent = Gaps.sinceLongGap(values.subList(0, values.size() - silent));
        int figures = (int) recent.stream().filter(OptionalDouble::isPresent).count();
        if (silent > LONGEST_SILENCE || figures < FEWEST) {
            return Optional.empty();
        }
        ReportingMonth end = last.minusMonths(silent);
        ReportingMonth start = end.minusMonths(recent.size() - 1);
        double[] series = Gaps.filled(recent);
        for (int i = 0; perDay && i < series.length; i++) {
            series[i] /= length(start.plusMonths(i));
        }
        int horizon = Math.max(1, year.lastMonth().index() - end.index());
        Projection projection = Projection.of(series, kind, horizon);
        double[] level = new double[Noise.PATHS];
        double reached = 0;
        for (int i = 0; i < paths.length; i++) {
            if (known[i] || !needed[i]) {
                continue;
            }
            ReportingMonth month = calendar.get(i);
            double length = perDay ? length(month) : 1;
            int ahead = month.index() - end.index();
            if (ahead <= 0) {
                double centre = projection.z()[Math.max(0, month.index() - start.index())];
                paths[i] =
                        drawn(projection, centre, Math.max(1, start.index() - month.index()), noise.ofMonth(i), length);
                continue;
            }
            // What moved the level before one month stays for all that follow; the month's own noise does not.
            double own = OWN_NOISE * projection.variance(1);
            double moved = projection.variance(ahead) - own;
            double step = Math.sqrt(moved - reached);
            reached = moved;
            double[] errors = new double[Noise.PATHS];
            double deviation = Math.max(projection.deviation(ahead), Double.MIN_NORMAL);
            for (int path = 0; path < errors.length; path++) {
                level[path] += step * noise.ofLevel(i)[path];
                errors[path] = unknown == 1
                        ? noise.ofLevel(i)[path]
                        : (level[path] + Math.sqrt(own) * noise.ofMonth(i)[path]) / deviation;
            }
            paths[i] = drawn(projection, projection.centre()[ahead - 1], ahead, errors, length);
        }
        Transform transform = projection.transform();
        return Optional.of(new YearPaths(paths, known, figures, transform.lowest(), transform.highest()));
    }

    /** A month about its centre, with errors of deviation 1 spread so that its 80 and 95% intervals are the forecast's. */
    private static double[] drawn(Projection projection, double centre, int ahead, double[] errors, double length) {
        Transform transform = projection.transform();
        double[] drawn = new double[errors.length];
        for (int path = 0; path < drawn.length; path++) {
            drawn[path] = length * transform.inverse(centre + projection.error(ahead, errors[path]));
        }
        return drawn;
    }

    private static OptionalDouble at(List<OptionalDouble> values, ReportingMonth last, ReportingMonth month) {
        int back = last.index() - month.index();
        return back < 0 || back >= values.size() ? OptionalDouble.empty() : values.get(values.size() - 1 - back);
    }

    /** The month's length in average months. */
    private static double length(ReportingMonth month) {
        return month.days() / AVERAGE_DAYS;
    }
}
