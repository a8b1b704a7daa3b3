package org.monthend.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.monthend.job.NightEnd;
import org.monthend.job.NightEvent;
import org.monthend.job.Standing;

/**
 * The figures of nights and returns for Prometheus; docs/nightly.md lists them. Most are the warehouse's, and so the
 * same on every instance; while it is away they are not a number.
 */
public final class NightMetrics implements MeterBinder, NightEvent.Listener {

    private static final double UNKNOWN = Double.NaN;

    private final AtomicInteger failedAttempts = new AtomicInteger();
    private volatile Optional<Standing> standing = Optional.empty();
    private volatile Optional<Instant> nextNight = Optional.empty();
    private volatile boolean isRunning;

    @Override
    public void hear(NightEvent event) {
        if (event instanceof NightEvent.Started) {
            isRunning = true;
        } else if (event instanceof NightEnd) {
            isRunning = false;
        } else if (event instanceof NightEvent.Broke || event instanceof NightEvent.Away) {
            failedAttempts.incrementAndGet();
        } else if (event instanceof NightEvent.Looked looked) {
            standing = looked.standing();
            nextNight = Optional.of(looked.nextNight());
            isRunning = false;
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "warehouse.up", "1 if the warehouse could be reached when last looked at", () -> warehouseUp());
        gauge(registry, "night.running", "1 while this instance runs a night", () -> isRunning ? 1 : 0);
        seconds(
                registry,
                "night.next.timestamp",
                "When the next night is due",
                () -> nextNight.map(NightMetrics::seconds).orElse(UNKNOWN));
        seconds(
                registry,
                "night.last.success.timestamp",
                "When a night last succeeded, on whichever instance",
                of(now -> now.lastSuccess().map(NightMetrics::seconds).orElse(UNKNOWN)));
        seconds(
                registry,
                "night.last.duration",
                "How long the attempt took that ended last",
                of(now -> now.lastDuration()
                        .map(Duration::toMillis)
                        .map(millis -> millis / 1000.0)
                        .orElse(UNKNOWN)));
        gauge(registry, "nights.failed", "Nights that failed since the last success", of(Standing::nightsFailed));
        gauge(
                registry,
                "returns.due",
                "Returns due for the months known, without those waived",
                of(Standing::returnsDue));
        gauge(registry, "returns.overdue", "Returns that have not come in time", of(Standing::returnsOverdue));
        gauge(registry, "returns.refused", "Returns of which the last file was refused", of(Standing::returnsRefused));
        gauge(registry, "queries.open", "Queries that wait for an explanation", of(Standing::openQueries));
        gauge(registry, "errors.open", "Errors that wait for a correction", of(Standing::openErrors));
        gauge(registry, "scorecards.stale", "Months whose scorecard is out of date", of(Standing::staleScorecards));
        gauge(
                registry,
                "check.violations",
                "Rows that the integrity checks last found and that must not be",
                of(now -> now.checkViolations().map(Integer::doubleValue).orElse(UNKNOWN)));
        FunctionCounter.builder("monthend.night.attempts.failed", failedAttempts, AtomicInteger::get)
                .description("Attempts of this instance that failed or could not begin")
                .register(registry);
    }

    private double warehouseUp() {
        return standing.isPresent() || isRunning ? 1 : 0;
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    private Supplier<Number> of(ToDoubleFunction<Standing> figure) {
        return () -> standing.map(figure::applyAsDouble).orElse(UNKNOWN);
    }

    private static void gauge(MeterRegistry registry, String name, String description, Supplier<Number> figure) {
        Gauge.builder("monthend." + name, figure).description(description).register(registry);
    }

    private static void seconds(MeterRegistry registry, String name, String description, Supplier<Number> figure) {
        Gauge.builder("monthend." + name, figure)
                .description(description)
                .baseUnit("seconds")
                .register(registry);
    }
}
