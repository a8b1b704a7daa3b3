package org.monthend.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A BI tool that looks at mart every 10 ms while the product works, and keeps each different state that it saw. */
final class Readers implements AutoCloseable {

    private static final long PAUSE_MILLIS = 10;

    /** All that a board sees of measures in one statement, and so in one snapshot; the words of a row stand between bars. */
    private static final String LOOK = """
            select concat_ws('|', 'fact', measure_code, organisation_code, month_key, revision_no, coalesce(numerator::text, ''),
                coalesce(denominator::text, ''), coalesce(figure::text, ''), value_status)
            from mart.measure_value
            union all
            select concat_ws('|', 'line', edition_key, month_key, measure_code, organisation_code,
                coalesce(quarter_1_figure::text, ''), is_quarter_1_partial,
                coalesce(quarter_2_figure::text, ''), is_quarter_2_partial,
                coalesce(quarter_3_figure::text, ''), is_quarter_3_partial,
                coalesce(quarter_4_figure::text, ''), is_quarter_4_partial,
                coalesce(latest_figure::text, ''), coalesce(variance::text, ''), standing, trend_direction, trend_judgement,
                trend_z)
            from mart.scorecard
            union all
            select concat_ws('|', 'edition', edition_key, month_key, edition_no, edition_status,
                extract(epoch from data_as_at))
            from mart.scorecard_edition
            union all
            select concat_ws('|', 'cells', edition_key, count(*))
            from mart.scorecard_figure
            where block_code = 'measures'
            group by edition_key
            union all
            select concat_ws('|', 'months', edition_key, count(*))
            from mart.scorecard_month
            group by edition_key
            order by 1
            """;

    /** Two looks between which nothing was committed have the same, and see the same. */
    private static final String SNAPSHOT = "select pg_current_snapshot()::text";

    private final Database database;
    private volatile boolean serverMayFail;
    private final Set<List<String>> seen = new LinkedHashSet<>();
    private final Set<String> refusals = new LinkedHashSet<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final Thread thread;
    private volatile boolean ended;

    Readers(Database database, boolean serverMayFail) {
        this.database = database;
        this.serverMayFail = serverMayFail;
        this.thread = new Thread(this::read, "reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        while (!ended) {
            try (Connection connection = database.connectAs("bi_reader");
                    PreparedStatement snapshot = connection.prepareStatement(SNAPSHOT);
                    PreparedStatement look = connection.prepareStatement(LOOK)) {
                String before = "";
                while (!ended) {
                    String now = only(snapshot);
                    if (!now.equals(before)) {
                        look(look);
                        before = now;
                    }
                    looks.incrementAndGet();
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (SQLException e) {
                refused(e);
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10 * PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on it may be told that there is nothing to be seen. */
    void tolerate() {
        serverMayFail = true;
    }

    private static String only(PreparedStatement question) throws SQLException {
        try (ResultSet rows = question.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void look(PreparedStatement look) throws SQLException {
        List<String> state = new ArrayList<>();
        try (ResultSet rows = look.executeQuery()) {
            while (rows.next()) {
                state.add(rows.getString(1));
            }
        }
        synchronized (seen) {
            if (seen.add(state)) {
                changes.incrementAndGet();
            }
        }
    }

    private void refused(SQLException e) {
        if (serverMayFail || ended) {
            return;
        }
        synchronized (seen) {
            refusals.add(String.valueOf(e.getMessage()));
        }
    }

    /** Waits until another state is seen than before. */
    boolean awaitChange(long patienceMillis) throws InterruptedException {
        int before = changes.get();
        long deadline = System.nanoTime() + patienceMillis * 1_000_000;
        while (changes.get() == before && System.nanoTime() < deadline) {
            Thread.sleep(2);
        }
        return changes.get() != before;
    }

    int looks() {
        return looks.get();
    }

    /** Every state that was seen, once. */
    List<List<String>> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    /** What a reader was told instead of figures. */
    List<String> refusals() {
        synchronized (seen) {
            return List.copyOf(refusals);
        }
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join(10_000);
    }
}
