package org.monthend.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.monthend.job.IntegrityChecks.Violation;
import org.monthend.job.NightEnd.Outcome;
import org.monthend.load.CatalogueRefused;
import org.monthend.load.MonthIsHeld;
import org.monthend.load.WarehouseUnavailable;
import org.monthend.warehouse.NightTable;
import org.monthend.warehouse.Sql;
import org.monthend.warehouse.TestDatabase;

/** What becomes of nights: the book is the real one, time is told by the test, and the work is what the test says. */
class NightWatchTest {

    private static final Instant MONDAY = Instant.parse("2015-12-21T02:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2015-12-24T02:00:00Z");
    private static final NightPlan AT_TWO = NightPlan.of("0 0 2 * * *", ZoneId.of("Europe/London"));
    private static final BackOff TWO_RETRIES = new BackOff(Duration.ofMinutes(1), Duration.ofMinutes(15), 2);
    private static final NightsWork.Done NOTHING_NEW = new NightsWork.Done(List.of(), List.of());
    private static final Violation VIOLATION =
            new Violation("two_current_revisions", "Statements with two current revisions.", 3, List.of());

    private final TestDatabase database = TestDatabase.fresh();
    private final ToldClock clock = new ToldClock(THURSDAY.plusSeconds(1));

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void aNightThatSucceedsIsRunOnceByWhoeverLooksFirst() throws SQLException {
        Instance one = new Instance("one");
        Instance other = new Instance("other");
        one.watch.attend();
        other.watch.attend();
        one.watch.attend();
        assertThat(one.ends).extracting(NightEnd::outcome).containsExactly(Outcome.SUCCEEDED);
        assertThat(other.ends).isEmpty();
        assertThat(nights()).containsExactly("2015-12-24 succeeded by one, attempt 1");
    }

    @Test
    void looksAgainAtTheNextNightOrBefore() {
        Instance one = new Instance("one");
        assertThat(one.watch.attend()).isEqualTo(clock.instant().plusSeconds(15));
        clock.now = THURSDAY.plus(Duration.ofDays(1)).minusSeconds(5);
        assertThat(one.watch.attend()).isEqualTo(THURSDAY.plus(Duration.ofDays(1)));
    }

    @Test
    void whileAnInstanceLivesNobodyElseRunsItsNight() throws SQLException {
        Instance other = new Instance("other");
        Instance one = new Instance("one").works(() -> {
            other.watch.attend();
            return NOTHING_NEW;
        });
        one.watch.attend();
        assertThat(other.started).isEmpty();
        assertThat(nights()).containsExactly("2015-12-24 succeeded by one, attempt 1");
    }

    @Test
    void aNightWhoseInstanceDiedIsTakenOver() throws SQLException {
        Instance dead = new Instance("dead").works(this::cutEveryConnection);
        dead.watch.attend();
        assertThat(nights()).containsExactly("2015-12-24 running by dead, attempt 1");

        Instance one = new Instance("one");
        one.watch.attend();
        assertThat(one.started.get(0).deadInstance()).contains("dead");
        assertThat(nights()).containsExactly("2015-12-24 succeeded by one, attempt 2");
    }

    @Test
    void aNightOverWhichInstanceAfterInstanceDiesIsGivenUp() throws SQLException {
        Instance one = new Instance("one");
        one.watch.attend();
        clock.now = THURSDAY.plus(Duration.ofDays(1));
        for (int death = 1; death <= 6; death++) {
            one.works(this::cutEveryConnection);
            one.watch.attend();
        }
        one.watch.attend();
        assertThat(one.last().trouble()).isEqualTo(Trouble.INSTANCES_DIED);
        assertThat(nights()).last().asString().startsWith("2015-12-25 failed by one, attempt 6");
    }

    @Test
    void missedNightsAreMadeUpForByOneRun() throws SQLException {
        Instance one = new Instance("one");
        clock.now = MONDAY;
        one.watch.attend();
        clock.now = THURSDAY.plus(Duration.ofHours(9));
        one.watch.attend();
        one.watch.attend();
        assertThat(one.started).hasSize(2);
        assertThat(one.last().covered())
                .containsExactly(MONDAY.plus(Duration.ofDays(1)), MONDAY.plus(Duration.ofDays(2)));
        assertThat(nights())
                .containsExactly(
                        "2015-12-21 succeeded by one, attempt 1",
                        "2015-12-22 covered by one, attempt 0, for 2015-12-24",
                        "2015-12-23 covered by one, attempt 0, for 2015-12-24",
                        "2015-12-24 succeeded by one, attempt 1");
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureThenGivesUpAndSaysSo() throws SQLException {
        Instance one = new Instance("one")
                .works(failing(new IllegalStateException("broken")), failing(new IllegalStateException("broken")))
                .works(failing(new IllegalStateException("broken")));
        assertThat(one.attendAt(THURSDAY)).isEqualTo(THURSDAY.plusSeconds(15));
        assertThat(one.last().nextAttempt()).contains(THURSDAY.plusSeconds(60));
        one.attendAt(THURSDAY.plusSeconds(59));
        assertThat(one.started).hasSize(1);
        one.attendAt(THURSDAY.plusSeconds(60));
        assertThat(one.last().nextAttempt()).contains(THURSDAY.plusSeconds(180));
        assertThat(one.told()).isEmpty();

        one.attendAt(THURSDAY.plusSeconds(180));
        assertThat(one.last().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(one.told()).hasSize(1);
        one.attendAt(THURSDAY.plus(Duration.ofHours(12)));
        assertThat(one.started).hasSize(3);
        assertThat(nights()).containsExactly("""
                2015-12-24 failed by one, attempt 3: Something unexpected happened (IllegalStateException); the log has its trace.\
                """);

        one.attendAt(THURSDAY.plus(Duration.ofDays(1)));
        assertThat(one.last().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aNightThatFailedIsTriedAgainAtOnceByAnInstanceThatIsStarted() throws SQLException {
        new Instance("one")
                .works(failing(new CatalogueRefused(List.of("bad"))))
                .watch
                .attend();
        new Instance("other").watch.attend();
        assertThat(nights()).containsExactly("2015-12-24 succeeded by other, attempt 2");
    }

    @Test
    void aNightThatWaitsIsTakenUpByAnInstanceThatIsStartedAndLeftByOneThatRuns() {
        Instance runs = new Instance("runs");
        runs.attendAt(MONDAY);
        new Instance("one").works(failing(new IllegalStateException("broken"))).attendAt(THURSDAY);
        runs.attendAt(THURSDAY.plusSeconds(10));
        assertThat(runs.started).hasSize(1);
        Instance started = new Instance("started");
        started.attendAt(THURSDAY.plusSeconds(11));
        assertThat(started.last().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    static Stream<Arguments> whatNeedsAPerson() {
        return Stream.of(
                Arguments.of(
                        "a refused catalogue",
                        failing(new CatalogueRefused(List.of("catalogue.xlsx Measures!C4: wrong.", "another"))),
                        Trouble.CATALOGUE_REFUSED,
                        "catalogue.xlsx Measures!C4: wrong. (and 1 more)"),
                Arguments.of(
                        "a violated check",
                        (Supplier<NightsWork.Done>) () -> new NightsWork.Done(List.of(), List.of(VIOLATION)),
                        Trouble.CHECK_VIOLATED,
                        "The returns are loaded, but check two_current_revisions found 3 rows that must not be"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatNeedsAPerson")
    void whatOnlyAPersonCanMendIsToldAtOnceAndNotTriedAgain(
            String what, Supplier<NightsWork.Done> work, Trouble trouble, String failure) throws SQLException {
        Instance one = new Instance("one").works(work);
        one.attendAt(THURSDAY);
        one.attendAt(THURSDAY.plus(Duration.ofHours(12)));
        assertThat(one.started).hasSize(1);
        assertThat(one.told()).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(end.trouble()).isEqualTo(trouble);
            assertThat(end.nextAttempt()).isEmpty();
            assertThat(end.failure()).isEqualTo(failure);
        });
        assertThat(nights()).containsExactly("2015-12-24 failed by one, attempt 1: " + failure);
    }

    @Test
    void aMonthThatAnotherRunHoldsIsWaitedForHoweverLongAndToldOfOnce() {
        MonthIsHeld held = new MonthIsHeld("December 2015 is being loaded by process 7.");
        Instance one = new Instance("one").works(failing(held), failing(held), failing(held), failing(held));
        Instant time = THURSDAY;
        for (int attempt = 1; attempt <= 5; attempt++) {
            one.attendAt(time);
            time = one.last().nextAttempt().orElse(time);
        }
        assertThat(one.ends)
                .extracting(NightEnd::outcome)
                .containsExactly(Outcome.WAITING, Outcome.WAITING, Outcome.WAITING, Outcome.WAITING, Outcome.SUCCEEDED);
        assertThat(one.ends).extracting(NightEnd::isToBeTold).containsExactly(false, false, true, false, true);
    }

    @Test
    void aWarehouseThatIsAwayIsTriedUntilItIsThereAndTheNightMadeUpFor() throws SQLException {
        WarehouseUnavailable away = new WarehouseUnavailable("The database cannot be reached.", new SQLException());
        Instance one = new Instance("one");
        one.away = Optional.of(away);
        Instant first = one.attendAt(THURSDAY);
        Instant second = one.attendAt(first);
        Instant third = one.attendAt(second);
        Instant fourth = one.attendAt(third);
        assertThat(List.of(first, second, third))
                .containsExactly(THURSDAY.plusSeconds(60), THURSDAY.plusSeconds(180), THURSDAY.plusSeconds(420));
        assertThat(one.standings).containsExactly(false, false, false, false);
        assertThat(one.told()).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.WAITING);
            assertThat(end.trouble()).isEqualTo(Trouble.WAREHOUSE_AWAY);
            assertThat(end.failure()).isEqualTo("The database cannot be reached.");
        });

        one.away = Optional.empty();
        one.attendAt(fourth);
        assertThat(one.last().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(one.standings).last().isEqualTo(true);
        assertThat(nights()).containsExactly("2015-12-24 succeeded by one, attempt 1");
    }

    @Test
    void aWarehouseThatIsAwayByDayWakesNobodyBeforeTheNight() {
        Instance one = new Instance("one");
        one.attendAt(THURSDAY);
        one.away = Optional.of(new WarehouseUnavailable("The database cannot be reached.", new SQLException()));
        one.watch.leave();
        Instant time = THURSDAY.plus(Duration.ofHours(8));
        for (int attempt = 1; attempt <= 5; attempt++) {
            time = one.attendAt(time);
        }
        assertThat(one.told()).extracting(NightEnd::outcome).containsExactly(Outcome.SUCCEEDED);

        // But it does when the next night is due, once.
        time = THURSDAY.plus(Duration.ofDays(1));
        time = one.attendAt(time);
        one.attendAt(time);
        assertThat(one.told()).extracting(NightEnd::outcome).containsExactly(Outcome.SUCCEEDED, Outcome.WAITING);
    }

    @Test
    void anOlderNightThatStillWaitsIsMadeUpForByTheNext() throws SQLException {
        Instance one = new Instance("one").works(failing(new MonthIsHeld("December 2015 is being loaded.")));
        one.attendAt(MONDAY);
        one.attendAt(MONDAY.plus(Duration.ofDays(1)));
        assertThat(nights())
                .containsExactly(
                        "2015-12-21 covered by one, attempt 1, for 2015-12-22: December 2015 is being loaded.",
                        "2015-12-22 succeeded by one, attempt 1");
    }

    @Test
    void aStopLeavesTheNightToWhoeverRunsNext() throws SQLException {
        Instance one = new Instance("one").works(failing(new Stopped("Stopped as asked while loading December 2015.")));
        one.attendAt(THURSDAY);
        assertThat(one.last().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(one.told()).isEmpty();
        Instance other = new Instance("other");
        other.attendAt(THURSDAY.plusSeconds(1));
        assertThat(nights()).containsExactly("2015-12-24 succeeded by other, attempt 2");
    }

    @Test
    void theBookTellsThoseWhoWatchHowTheNightsWent() throws SQLException {
        Instance one = new Instance("one").works(() -> {
            clock.now = clock.now.plusSeconds(90);
            return NOTHING_NEW;
        });
        one.attendAt(MONDAY);
        Standing well = new NightTable(database.application()).standing();
        assertThat(well.lastSuccess()).contains(MONDAY.plusSeconds(90));
        assertThat(well.lastDuration()).contains(Duration.ofSeconds(90));
        assertThat(well.checkViolations()).contains(0);
        assertThat(well.nightsFailed()).isZero();

        one.works(() -> new NightsWork.Done(List.of(), List.of(VIOLATION)));
        one.attendAt(THURSDAY);
        Standing ill = new NightTable(database.application()).standing();
        assertThat(ill.lastSuccess()).contains(MONDAY.plusSeconds(90));
        assertThat(ill.checkViolations()).contains(3);
        assertThat(ill.nightsFailed()).isEqualTo(1);
    }

    private static Supplier<NightsWork.Done> failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    /** What a kill of the process does to its connections; the work notices when it next wants one. */
    private NightsWork.Done cutEveryConnection() {
        try {
            Sql.as(database.owner()).rows("""
                    select pg_terminate_backend(pid)
                    from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        throw new WarehouseUnavailable("The database cannot be reached.", new SQLException());
    }

    private List<String> nights() throws SQLException {
        return Sql.as(database.owner()).rows("""
                select
                    to_char(scheduled_at, 'YYYY-MM-DD ') || night_state || ' by ' || instance_name || ', attempt '
                        || attempt_count || coalesce(', for ' || to_char(covering_night_at, 'YYYY-MM-DD'), '')
                        || coalesce(': ' || nullif(failure_text, ''), '')
                from etl.nightly_run
                order by scheduled_at
                """);
    }

    /** A clock that says what it is told. */
    private static final class ToldClock extends Clock {

        private Instant now;

        ToldClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** One of the instances, and what it told. */
    private final class Instance implements NightEvent.Listener {

        private final NightWatch watch;
        private final Deque<Supplier<NightsWork.Done>> works = new ArrayDeque<>();
        private final List<NightEvent.Started> started = new ArrayList<>();
        private final List<NightEnd> ends = new ArrayList<>();
        private final List<Boolean> standings = new ArrayList<>();
        private Optional<RuntimeException> away = Optional.empty();

        Instance(String name) {
            this.watch =
                    new NightWatch(AT_TWO, TWO_RETRIES, Duration.ofSeconds(15), this::open, List.of(this), clock, name);
        }

        /** What its next nights do; later ones find nothing new. */
        @SafeVarargs
        final Instance works(Supplier<NightsWork.Done>... work) {
            works.addAll(List.of(work));
            return this;
        }

        Instant attendAt(Instant time) {
            clock.now = time;
            return watch.attend();
        }

        NightEnd last() {
            return ends.get(ends.size() - 1);
        }

        List<NightEnd> told() {
            return ends.stream().filter(NightEnd::isToBeTold).toList();
        }

        @Override
        public void hear(NightEvent event) {
            if (event instanceof NightEvent.Started begun) {
                started.add(begun);
            } else if (event instanceof NightEnd end) {
                ends.add(end);
            } else if (event instanceof NightEvent.Looked looked) {
                standings.add(looked.standing().isPresent());
            }
        }

        private Workplace open() {
            if (away.isPresent()) {
                throw away.get();
            }
            NightBook book = new NightTable(database.application());
            return new Workplace() {
                @Override
                public NightBook book() {
                    return book;
                }

                @Override
                public NightsWork work() {
                    return (night, listener) ->
                            works.isEmpty() ? NOTHING_NEW : works.remove().get();
                }

                @Override
                public void close() {
                    // Its connections are closed one by one.
                }
            };
        }
    }
}
