package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.validate.History.Known;
import org.monthend.validate.Statement;

/**
 * The figures of all measures and organisations in the three years up to a month, sixteen bytes each: the figure, and a
 * digest of what was said.
 */
final class KnownSeries {

    /** What makes two statements the same, as {@code MeasureStatement.said()} puts it. */
    static final String SAID = """
            concat(
                trim_scale(numerator), '|', trim_scale(denominator), '|', trim_scale(figure), '|', value_status
            )""";

    private static final int MONTHS = 37;

    /** 48 MiB. */
    private static final int MOST_FIGURES = 3_000_000;

    private static final int FETCHED_AT_ONCE = 10_000;

    /** The digest that stands where nothing was said. */
    private static final long NOTHING_SAID = 0;

    private final int firstIndex;
    private final Map<Long, Integer> places = new HashMap<>();
    private final List<double[]> figures = new ArrayList<>();
    private final List<long[]> said = new ArrayList<>();

    private KnownSeries(ReportingMonth last) {
        this.firstIndex = first(last).index();
    }

    /** The first month that is read for a last one. */
    static ReportingMonth first(ReportingMonth last) {
        return last.minusMonths(MONTHS - 1);
    }

    /**
     * Reads them in one pass, month by month in the order of the facts' key; empty when they are too many.
     *
     * @param ignored submissions whose statements are passed over
     */
    static Optional<KnownSeries> read(Connection connection, ReportingMonth last, Integer[] knownMonths, Long[] ignored)
            throws SQLException {
        KnownSeries known = new KnownSeries(last);
        connection.setAutoCommit(false);
        try {
            for (int month : knownMonths) {
                if (month >= first(last).key()) {
                    known.read(connection, ReportingMonth.ofKey(month), ignored);
                }
                if (known.isTooLarge()) {
                    return Optional.empty();
                }
            }
            return Optional.of(known);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void read(Connection connection, ReportingMonth month, Long[] ignored) throws SQLException {
        String question = """
                select organisation_id, measure_id, figure::float8, %s as said, is_withdrawn
                from dw.fact_measure_value
                where month_key = ? and submission_id <> all (?)
                order by organisation_id, measure_id, revision_no
                """.formatted(SAID);
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, month.key());
            statement.setArray(2, connection.createArrayOf("int8", ignored));
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next() && !isTooLarge()) {
                    double figure = row.getDouble(3);
                    double value = row.wasNull() ? Double.NaN : figure;
                    // A later revision takes the place of the one before, or takes it back.
                    long digest =
                            row.getBoolean("is_withdrawn") ? NOTHING_SAID : Statement.digest(Rows.text(row, "said"));
                    add(month, key(row.getInt(2), row.getInt(1)), value, digest);
                }
            }
        }
    }

    private boolean isTooLarge() {
        return (long) places.size() * MONTHS > MOST_FIGURES;
    }

    private void add(ReportingMonth month, long series, double figure, long digest) {
        int place = places.computeIfAbsent(series, each -> {
            figures.add(new double[MONTHS]);
            said.add(new long[MONTHS]);
            return said.size() - 1;
        });
        figures.get(place)[month.index() - firstIndex] = figure;
        said.get(place)[month.index() - firstIndex] = digest;
    }

    /** Those of one series, the oldest first. */
    List<Known> of(int measure, int organisation, ReportingMonth from, ReportingMonth to) {
        Integer place = places.get(key(measure, organisation));
        if (place == null) {
            return List.of();
        }
        List<Known> known = new ArrayList<>();
        int last = Math.min(to.index() - firstIndex, MONTHS - 1);
        for (int month = from.index() - firstIndex; month <= last; month++) {
            long digest = said.get(place)[month];
            if (digest != NOTHING_SAID) {
                known.add(new Known(ReportingMonth.ofIndex(firstIndex + month), figures.get(place)[month], digest));
            }
        }
        return known;
    }

    private static long key(int measure, int organisation) {
        return (long) measure << 32 | organisation;
    }
}
