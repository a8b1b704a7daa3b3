package org.monthend.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;

/**
 * The twelve months of a financial year: what is known of them, and the others drawn about their forecast on many paths.
 *
 * @param known the figures known, April first
 * @param drawn one draw a path for each month that is drawn, April first; empty for the others
 * @param fittedTo how many figures the forecast was fitted to; 0 where nothing had to be drawn
 * @param lowest below what no drawn month can be
 * @param highest above what no drawn month can be
 */
record YearDraws(List<OptionalDouble> known, double[][] drawn, int fittedTo, double lowest, double highest) {

    private static final int YEAR = 12;
    private static final double[] NONE = {};

    /**
     * Share of next month's error variance that is that month's own where the level does not move with the errors; the rest
     * lasts over all months after it. It falls with α² to none, as it is in the forecast errors of real series
     * (docs/forecasting.md).
     */
    private static final double OWN_SHARE = 0.6;

    /**
     * A series of which a year is drawn.
     *
     * @param values one for each calendar month, the last of them for the month "last"
     * @param perDay the figures are counted over the month, so they depend on its days
     */
    record Source(List<OptionalDouble> values, ReportingMonth last, SeriesKind kind, boolean perDay) {

        private OptionalDouble in(ReportingMonth month) {
            int back = last.index() - month.index();
            return back < 0 || back >= values.size() ? OptionalDouble.empty() : values.get(values.size() - 1 - back);
        }

        private double length(ReportingMonth month) {
            return perDay ? ForecastRule.monthLength(month) : 1;
        }
    }

    /**
     * The months of a year; none with too few figures or too long a silence to draw what is not known of it.
     *
     * @param needed which months have to be known or drawn, April first
     */
    static Optional<YearDraws> of(Source source, FiscalYear year, boolean[] needed, Noise.Of noise) {
        List<OptionalDouble> known = year.months().stream().map(source::in).toList();
        double[][] drawn = new double[YEAR][];
        Arrays.fill(drawn, NONE);
        boolean[] missing = new boolean[YEAR];
        boolean complete = true;
        for (int i = 0; i < YEAR; i++) {
            missing[i] = needed[i] && known.get(i).isEmpty();
            complete &= !missing[i];
        }
        if (complete) {
            return Optional.of(new YearDraws(known, drawn, 0, 0, 0));
        }
        return Stretch.latest(source.values()).map(stretch -> {
            ReportingMonth last = source.last().minusMonths(stretch.silent());
            ReportingMonth first = last.minusMonths(stretch.values().length - 1);
            double[] even = stretch.values();
            for (int i = 0; i < even.length; i++) {
                even[i] /= source.length(first.plusMonths(i));
            }
            int horizon = Math.max(1, year.lastMonth().index() - last.index());
            Projection projection = Projection.of(even, source.kind(), horizon);
            Errors errors = new Errors(projection, noise);
            int drawnTo = 0;
            for (int i = 0; i < YEAR; i++) {
                ReportingMonth month = year.months().get(i);
                if (missing[i]) {
                    int ahead = month.index() - last.index();
                    double[] normal = ahead > 0 ? errors.ahead(drawnTo, ahead, i) : noise.ofMonth(i);
                    drawn[i] = draws(projection, normal, ahead, source.length(month));
                    drawnTo = Math.max(drawnTo, ahead);
                }
            }
            Transform transform = projection.transform();
            return new YearDraws(known, drawn, stretch.figures(), transform.lowest(), transform.highest());
        });
    }

    boolean isComplete() {
        return fittedTo == 0;
    }

    /** The sum of the year's months, path by path. */
    double[] summed() {
        double[] sums = new double[Noise.PATHS];
        Arrays.fill(sums, known.stream().mapToDouble(month -> month.orElse(0)).sum());
        for (double[] month : drawn) {
            for (int path = 0; path < month.length; path++) {
                sums[path] += month[path];
            }
        }
        return sums;
    }

    /** The lowest that the sum of the months can be. */
    double lowestSum() {
        return bound(lowest);
    }

    /** The highest that the sum of the months can be. */
    double highestSum() {
        return bound(highest);
    }

    private double bound(double ofMonth) {
        double bound = known.stream().mapToDouble(month -> month.orElse(0)).sum();
        for (double[] month : drawn) {
            bound += month.length == 0 ? 0 : ofMonth;
        }
        return bound;
    }

    /** One needed month of the year, path by path. */
    double[] month(int place) {
        if (drawn[place].length > 0) {
            return drawn[place].clone();
        }
        double[] same = new double[Noise.PATHS];
        Arrays.fill(same, known.get(place).orElseThrow());
        return same;
    }

    /**
     * A month that is not known: about its forecast, or, where it was left out among known ones, about the line between its
     * neighbours.
     *
     * @param normal its standard normal error, path by path
     * @param ahead how many months after the series' last; 0 or negative for one up to then
     */
    private static double[] draws(Projection projection, double[] normal, int ahead, double length) {
        int place = projection.z().length - 1 + ahead;
        double centre = ahead > 0 ? projection.centre()[ahead - 1] : projection.z()[Math.max(0, place)];
        ErrorScale scale = projection.errors(ahead > 0 ? ahead : Math.max(1, -place));
        double[] draws = new double[normal.length];
        for (int path = 0; path < draws.length; path++) {
            draws[path] = length * projection.transform().inverse(centre + scale.error(normal[path]));
        }
        return draws;
    }

    /** Standard normal errors of the months ahead: of a level that moves on along each path, and each month's own. */
    private static final class Errors {
        private final Projection projection;
        private final Noise.Of noise;
        private final double[] level = new double[Noise.PATHS];

        Errors(Projection projection, Noise.Of noise) {
            this.projection = projection;
            this.noise = noise;
        }

        /**
         * To be asked for one month after the other.
         *
         * @param before the horizon that was asked for last; 0 at the start
         */
        double[] ahead(int before, int horizon, int monthOfYear) {
            double deviation = Math.sqrt(projection.variance(horizon));
            double own = Math.sqrt(ownShare());
            double step = Math.sqrt(lasting(horizon) - lasting(before));
            double[] ofLevel = noise.ofLevel(monthOfYear);
            double[] ofMonth = noise.ofMonth(monthOfYear);
            double[] errors = new double[level.length];
            for (int path = 0; path < errors.length; path++) {
                level[path] += step * ofLevel[path];
                errors[path] = (level[path] + own * ofMonth[path]) / deviation;
            }
            return errors;
        }

        private double ownShare() {
            double speed = projection.error().speed();
            return OWN_SHARE * (1 - speed * speed);
        }

        /** Variance of the level, which has not moved at the start. */
        private double lasting(int horizon) {
            return horizon == 0 ? 0 : projection.variance(horizon) - ownShare();
        }
    }
}
