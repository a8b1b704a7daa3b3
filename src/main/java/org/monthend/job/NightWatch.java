package org.monthend.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.monthend.job.IntegrityChecks.Violation;
import org.monthend.job.Night.State;
import org.monthend.job.NightEnd.Outcome;

/**
 * Sees to it that every night is run once, on however many instances: it looks at the schedule and the book of nights
 * from time to time, and takes the turn when a night is due.
 *
 * <p>Only the last night that is due is run; it makes up for those missed before it. A night whose instance died is
 * free as soon as the dead one's connection is gone. Used by one thread.
 */
public final class NightWatch {

    /** Of more than a year of missed nights, only the newest are noted. */
    private static final int MISSED_AT_MOST = 400;

    /** A night over which so many instances died is no accident. */
    private static final int DEATHS_AT_MOST = 5;

    private final NightPlan plan;
    private final BackOff backOff;
    private final Duration look;
    private final Workplace.Door door;
    private final List<NightEvent.Listener> listeners;
    private final Clock clock;
    private final String instance;

    private Optional<Workplace> workplace = Optional.empty();
    private boolean isFirstLook = true;
    /** The last night that has ended, as far as this instance knows. */
    private Instant settled = Instant.MIN;
    /** How often in a row the warehouse could not be reached. */
    private int timesAway;
    /** The last night of which it was told that it cannot begin. */
    private Instant toldAway = Instant.MIN;

    /**
     * @param look how often to look whether another instance died
     * @param instance the name of this one: host and process
     */
    public NightWatch(
            NightPlan plan,
            BackOff backOff,
            Duration look,
            Workplace.Door door,
            List<NightEvent.Listener> listeners,
            Clock clock,
            String instance) {
        this.plan = plan;
        this.backOff = backOff;
        this.look = look;
        this.door = door;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
        this.instance = instance;
    }

    /**
     * Runs the night that is due, if one is and no other instance runs it, and says when to look again. It does not
     * fail: what goes wrong is told to the listeners and tried again.
     */
    public Instant attend() {
        Optional<Instant> due = plan.last(clock.instant());
        Optional<Standing> standing = Optional.empty();
        Instant again;
        try {
            Workplace place = workplace.orElseGet(door::open);
            workplace = Optional.of(place);
            Optional<Instant> nextAttempt = due.flatMap(night -> attend(place, night));
            standing = Optional.of(place.book().standing());
            timesAway = 0;
            isFirstLook = false;
            again = earlier(soon(), nextAttempt);
        } catch (RuntimeException e) {
            leave();
            again = away(due, e);
        }
        tell(new NightEvent.Looked(plan.next(clock.instant()), standing));
        return again;
    }

    /** Lets go of the warehouse. */
    public void leave() {
        Optional<Workplace> left = workplace;
        workplace = Optional.empty();
        left.ifPresent(Workplace::close);
    }

    /** Gives the time of another attempt, where there is to be one. */
    private Optional<Instant> attend(Workplace place, Instant night) {
        Optional<NightEnd> end;
        try (NightBook.Turn turn = place.book().takeTurn(instance)) {
            if (!turn.isTaken()) {
                return Optional.empty();
            }
            Optional<Night> before = turn.night(night);
            if (!isToBeRun(before)) {
                return before.flatMap(Night::nextAttempt);
            }
            end = Optional.of(run(place, turn, night, before));
        }
        // Told when it is written down and the turn is over: a letter may take its time.
        end.ifPresent(this::tell);
        return end.flatMap(NightEnd::nextAttempt);
    }

    /** With the turn in hand, a night that runs is one whose instance died. */
    private boolean isToBeRun(Optional<Night> before) {
        if (before.isEmpty()) {
            return true;
        }
        Night night = before.get();
        return switch (night.state()) {
            case RUNNING -> true;
            case WAITING -> isFirstLook || night.nextAttempt().stream().noneMatch(clock.instant()::isBefore);
            case FAILED -> {
                settled = night.scheduledAt();
                yield isFirstLook;
            }
            case SUCCEEDED, COVERED -> {
                settled = night.scheduledAt();
                yield false;
            }
        };
    }

    private static final NightsWork.Done NOTHING = new NightsWork.Done(List.of(), List.of());

    private NightEnd run(Workplace place, NightBook.Turn turn, Instant night, Optional<Night> before) {
        Optional<Night> died = before.filter(each -> each.state() == State.RUNNING);
        int failures = before.filter(each -> each.state() != State.FAILED)
                        .map(Night::failures)
                        .orElse(0)
                + (died.isPresent() ? 1 : 0);
        int attempt = before.map(Night::attempts).orElse(0) + 1;
        Instant began = clock.instant();
        Attempt each = new Attempt(turn, night, attempt, failures, began, missedBefore(turn, night));
        if (died.isPresent() && failures > Math.max(backOff.retries(), DEATHS_AT_MOST) && !isFirstLook) {
            return each.failed(
                    Trouble.INSTANCES_DIED,
                    "%d instances died over it, the last was %s"
                            .formatted(failures, died.get().instance()));
        }
        turn.begin(night, began, failures, each.missed);
        tell(new NightEvent.Started(night, attempt, died.map(Night::instance), each.missed));
        NightsWork.Done done;
        try {
            done = place.work().run(night, this::tell);
        } catch (RuntimeException e) {
            return each.broken(e);
        }
        return each.done(done);
    }

    private List<Instant> missedBefore(NightBook.Turn turn, Instant night) {
        return turn.newestBefore(night)
                .map(newest -> plan.between(newest, night, MISSED_AT_MOST))
                .orElse(List.of());
    }

    /** The warehouse could not be reached, or is gone. A night that cannot begin is tried until it can. */
    private Instant away(Optional<Instant> due, RuntimeException why) {
        timesAway++;
        Instant now = clock.instant();
        Instant again = now.plus(backOff.after(timesAway));
        tell(new NightEvent.Away(Trouble.sentence(why), why, again));
        due.filter(night -> night.isAfter(settled)).ifPresent(night -> {
            if (backOff.isExhaustedAfter(timesAway) && !night.equals(toldAway)) {
                toldAway = night;
                tell(new NightEnd(
                        night,
                        plan.name(night),
                        Outcome.WAITING,
                        0,
                        Duration.ZERO,
                        List.of(),
                        List.of(),
                        List.of(),
                        Trouble.WAREHOUSE_AWAY,
                        Trouble.sentence(why),
                        Optional.of(again),
                        true));
            }
        });
        return again;
    }

    private Instant soon() {
        Instant now = clock.instant();
        return earlier(now.plus(look), Optional.of(plan.next(now)));
    }

    private static Instant earlier(Instant one, Optional<Instant> other) {
        return other.filter(one::isAfter).orElse(one);
    }

    /** One attempt at one night, and how it may end. */
    private final class Attempt {

        private final NightBook.Turn turn;
        private final Instant night;
        private final int number;
        private final int failures;
        private final Instant began;
        private final List<Instant> missed;

        private Attempt(
                NightBook.Turn turn, Instant night, int number, int failures, Instant began, List<Instant> missed) {
            this.turn = turn;
            this.night = night;
            this.number = number;
            this.failures = failures;
            this.began = began;
            this.missed = missed;
        }

        private NightEnd done(NightsWork.Done done) {
            if (done.violations().isEmpty()) {
                turn.succeed(night, clock.instant(), failures);
                settled = night;
                return end(Outcome.SUCCEEDED, done, Trouble.NONE, "", Optional.empty(), true);
            }
            String failure = "The returns are loaded, but "
                    + done.violations().stream().map(Violation::sentence).collect(Collectors.joining(", "))
                    + " that must not be";
            int rows = done.violations().stream().mapToInt(Violation::rows).sum();
            turn.fail(night, clock.instant(), failures + 1, failure, rows);
            settled = night;
            return end(Outcome.FAILED, done, Trouble.CHECK_VIOLATED, failure, Optional.empty(), true);
        }

        private NightEnd broken(RuntimeException why) {
            Trouble trouble = Trouble.of(why);
            String sentence = Trouble.sentence(why);
            Instant now = clock.instant();
            if (trouble == Trouble.STOPPED) {
                turn.await(night, now, failures, now, sentence);
                return end(Outcome.STOPPED, NOTHING, trouble, sentence, Optional.of(now), false);
            }
            tell(new NightEvent.Broke(why));
            boolean isExhausted = backOff.isExhaustedAfter(failures + 1);
            if (!trouble.isWorthARetry() || isExhausted && !trouble.isWaitedFor()) {
                return failed(trouble, sentence);
            }
            Instant again = now.plus(backOff.after(failures + 1));
            turn.await(night, now, failures + 1, again, sentence);
            return end(Outcome.WAITING, NOTHING, trouble, sentence, Optional.of(again), failures == backOff.retries());
        }

        private NightEnd failed(Trouble trouble, String sentence) {
            turn.fail(night, clock.instant(), failures + 1, sentence, -1);
            settled = night;
            return end(Outcome.FAILED, NOTHING, trouble, sentence, Optional.empty(), true);
        }

        private NightEnd end(
                Outcome outcome,
                NightsWork.Done done,
                Trouble trouble,
                String failure,
                Optional<Instant> again,
                boolean isToBeTold) {
            return new NightEnd(
                    night,
                    plan.name(night),
                    outcome,
                    number,
                    Duration.between(began, clock.instant()),
                    missed,
                    done.results(),
                    done.violations(),
                    trouble,
                    failure,
                    again,
                    isToBeTold);
        }
    }

    private void tell(NightEvent event) {
        listeners.forEach(listener -> listener.hear(event));
    }
}
