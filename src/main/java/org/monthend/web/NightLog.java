package org.monthend.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.monthend.job.NightEnd;
import org.monthend.job.NightEvent;
import org.monthend.job.Trouble;
import org.monthend.load.SubmissionResult;
import org.monthend.validate.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The nights as log events, with fields in the words of the Elastic Common Schema and those of our own under monthend.
 * No event has a figure of a measure in it, nor what stood in a cell.
 */
public final class NightLog implements NightEvent.Listener {

    private static final Logger LOG = LoggerFactory.getLogger("org.monthend.night");

    private static final String SUCCESS = "success";
    private static final String FAILURE = "failure";
    private static final String UNKNOWN = "unknown";

    @Override
    public void hear(NightEvent event) {
        if (event instanceof NightEvent.Started started) {
            started(started);
        } else if (event instanceof NightEvent.Decided decided) {
            decided(decided.result());
        } else if (event instanceof NightEvent.MonthFinished finished) {
            event(Level.INFO, "month-loaded", SUCCESS)
                    .addKeyValue("monthend.month", finished.month().toString())
                    .log(
                            "{} is loaded and its scorecard drawn",
                            finished.month().longLabel());
        } else if (event instanceof NightEvent.MonthLeft left) {
            event(Level.WARN, "month-left", FAILURE)
                    .addKeyValue("monthend.month", left.month().toString())
                    .log(
                            "The scorecard of {} is out of date, and was left so: {}",
                            left.month().longLabel(),
                            left.why());
        } else if (event instanceof NightEvent.Checked checked) {
            checked(checked);
        } else if (event instanceof NightEvent.Broke broke) {
            fault(event(Level.ERROR, "night-broke-off", FAILURE), broke.why()).log("The work of the night broke off");
        } else if (event instanceof NightEvent.Away away) {
            fault(event(Level.WARN, "warehouse-away", FAILURE), away.why())
                    .addKeyValue("monthend.night.next_attempt", away.nextTry().toString())
                    .log(away.sentence());
        } else if (event instanceof NightEnd end) {
            ended(end);
        }
    }

    /** Serve is there and waits for nights. */
    public void serving(String schedule, Instant nextNight, Optional<WebAddress> address) {
        LoggingEventBuilder event = event(Level.INFO, "serve-started", SUCCESS)
                .addKeyValue("monthend.night.schedule", schedule)
                .addKeyValue("monthend.night.next", nextNight.toString());
        if (address.isPresent()) {
            event = event.addKeyValue("server.address", address.get().host())
                    .addKeyValue("server.port", address.get().port());
        }
        event.log(
                "Serving the nights of {}; metrics and health: {}",
                schedule,
                address.map(WebAddress::toString).orElse("off"));
    }

    /** Serve ends as it was asked to. */
    public void stopping(boolean hasInterruptedARun) {
        event(Level.INFO, "serve-stopped", SUCCESS)
                .log(
                        hasInterruptedARun
                                ? "Stopped as asked; the night in hand is left to whoever runs next"
                                : "Stopped as asked; no night was in hand");
    }

    private static void started(NightEvent.Started started) {
        started.deadInstance()
                .ifPresent(dead -> event(Level.WARN, "night-taken-over", SUCCESS)
                        .addKeyValue("monthend.night.scheduled", started.night().toString())
                        .addKeyValue("monthend.night.dead_instance", dead)
                        .log("{} died over the night; it is taken over", dead));
        if (!started.covered().isEmpty()) {
            event(Level.WARN, "nights-missed", UNKNOWN)
                    .addKeyValue("monthend.night.scheduled", started.night().toString())
                    .addKeyValue("monthend.nights.missed", started.covered().size())
                    .log(
                            "{} nights were missed before this one, which makes up for them",
                            started.covered().size());
        }
        event(Level.INFO, "night-started", UNKNOWN)
                .addKeyValue("monthend.night.scheduled", started.night().toString())
                .addKeyValue("monthend.night.attempt", started.attempt())
                .log("The night has begun");
    }

    private static void decided(SubmissionResult result) {
        boolean isRefused = result.judgement().verdict() == Verdict.REFUSED;
        event(isRefused ? Level.WARN : Level.INFO, "return-decided", isRefused ? FAILURE : SUCCESS)
                .addKeyValue("monthend.month", result.submission().month().toString())
                .addKeyValue("monthend.return.code", result.submission().returnCode())
                .addKeyValue(
                        "monthend.return.verdict", result.judgement().verdict().word())
                .addKeyValue("monthend.return.reason", result.judgement().reason())
                .addKeyValue("monthend.return.submission", result.number())
                .addKeyValue("monthend.rows.read", result.judgement().rowsRead())
                .addKeyValue("monthend.rows.rejected", result.judgement().rowsRejected())
                .addKeyValue("file.name", result.submission().file().name())
                .addKeyValue("file.hash.sha256", result.submission().file().sha256())
                .log("A return is {}", result.judgement().verdict().label());
    }

    private static void checked(NightEvent.Checked checked) {
        checked.violations()
                .forEach(violation -> event(Level.ERROR, "check-violated", FAILURE)
                        .addKeyValue("rule.name", violation.check())
                        .addKeyValue("rule.description", violation.meaning())
                        .addKeyValue("monthend.check.rows", violation.rows())
                        .log(violation.sentence()));
        event(Level.INFO, "warehouse-checked", checked.violations().isEmpty() ? SUCCESS : FAILURE)
                .addKeyValue("monthend.check.count", checked.checks())
                .addKeyValue("monthend.check.violated", checked.violations().size())
                .log("{} integrity checks were run", checked.checks());
    }

    private static void ended(NightEnd end) {
        LoggingEventBuilder event = event(level(end), action(end), outcome(end))
                .addKeyValue("event.duration", end.took().toNanos())
                .addKeyValue("monthend.night.scheduled", end.night().toString())
                .addKeyValue("monthend.night.attempt", end.attempt())
                .addKeyValue("monthend.nights.covered", end.covered().size());
        if (end.trouble() != Trouble.NONE) {
            event = event.addKeyValue("event.reason", end.trouble().word()).addKeyValue("error.message", end.failure());
        }
        if (end.nextAttempt().isPresent()) {
            event = event.addKeyValue(
                    "monthend.night.next_attempt", end.nextAttempt().get().toString());
        }
        event.addKeyValue("monthend.returns.loaded", end.loaded())
                .addKeyValue("monthend.returns.refused", end.refused().size())
                .addKeyValue("monthend.rows.rejected", end.rowsRejected())
                .log("The night of {} {}", end.name(), said(end));
    }

    private static Level level(NightEnd end) {
        return switch (end.outcome()) {
            case SUCCEEDED, STOPPED -> Level.INFO;
            case WAITING -> end.isToBeTold() ? Level.ERROR : Level.WARN;
            case FAILED -> Level.ERROR;
        };
    }

    private static String action(NightEnd end) {
        return "night-" + end.outcome().name().toLowerCase(Locale.ROOT);
    }

    private static String outcome(NightEnd end) {
        return switch (end.outcome()) {
            case SUCCEEDED -> SUCCESS;
            case STOPPED -> UNKNOWN;
            case WAITING, FAILED -> FAILURE;
        };
    }

    private static String said(NightEnd end) {
        return switch (end.outcome()) {
            case SUCCEEDED -> "succeeded";
            case STOPPED -> "was stopped; whoever runs next takes it up";
            case WAITING -> "waits for another attempt: " + end.failure();
            case FAILED -> "failed: " + end.failure();
        };
    }

    private static LoggingEventBuilder event(Level level, String action, String outcome) {
        return LOG.atLevel(level)
                .addKeyValue("event.kind", "event")
                .addKeyValue("event.dataset", "monthend.night")
                .addKeyValue("event.action", action)
                .addKeyValue("event.outcome", outcome);
    }

    /** Type and places of a failure, and of what caused it, but not its words: a database quotes figures in them. */
    private static LoggingEventBuilder fault(LoggingEventBuilder event, RuntimeException why) {
        StringBuilder trace = new StringBuilder();
        for (Throwable each = why; each != null; each = each.getCause()) {
            trace.append(each.getClass().getName()).append('\n');
            trace.append(Arrays.stream(each.getStackTrace())
                    .map(frame -> "\tat " + frame + "\n")
                    .collect(Collectors.joining()));
        }
        return event.addKeyValue("error.type", why.getClass().getName()).addKeyValue("error.stack_trace", trace);
    }
}
