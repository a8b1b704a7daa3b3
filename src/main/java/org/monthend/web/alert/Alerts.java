package org.monthend.web.alert;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.monthend.job.NightEnd;
import org.monthend.job.NightEnd.Outcome;
import org.monthend.job.NightEvent;
import org.monthend.job.Stop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people of nights: always when one failed, and when one succeeded after that, or if that was asked for. An alert
 * that cannot be sent is tried again a few times, then logged and counted; it never fails the night.
 */
public final class Alerts implements NightEvent.Listener, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger("org.monthend.alert");

    private static final int TRIES = 3;

    private final List<Channel> channels;
    private final boolean alsoOnSuccess;
    private final Duration firstWait;
    private final Stop stop;
    private final AtomicInteger failed = new AtomicInteger();
    private boolean lastToldOfFailure;

    private Alerts(List<Channel> channels, boolean alsoOnSuccess, Duration firstWait, Stop stop) {
        this.channels = List.copyOf(channels);
        this.alsoOnSuccess = alsoOnSuccess;
        this.firstWait = firstWait;
        this.stop = stop;
    }

    /**
     * @param webhook an address to post to; empty for none
     * @param firstWait before an alert is tried again; later waits are longer
     * @param stop cuts such a wait short
     * @throws IllegalArgumentException with a sentence when an address is none
     */
    public static Alerts to(
            Optional<String> webhook,
            Optional<MailAddress> mail,
            boolean alsoOnSuccess,
            Duration firstWait,
            Stop stop,
            Clock clock) {
        List<Channel> channels = new ArrayList<>();
        webhook.map(Webhook::new).ifPresent(channels::add);
        mail.map(address -> new Mail(address, clock)).ifPresent(channels::add);
        return new Alerts(channels, alsoOnSuccess, firstWait, stop);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("monthend.alerts.failed", failed, AtomicInteger::get)
                .description("Alerts of this instance that could not be sent")
                .register(registry);
    }

    @Override
    public void hear(NightEvent event) {
        if (event instanceof NightEnd end && end.isToBeTold()) {
            boolean isSuccess = end.outcome() == Outcome.SUCCEEDED;
            if (!isSuccess || alsoOnSuccess || lastToldOfFailure) {
                Alert alert = Alert.of(end);
                channels.forEach(channel -> send(alert, channel));
            }
            lastToldOfFailure = !isSuccess;
        }
    }

    private void send(Alert alert, Channel channel) {
        Duration wait = firstWait;
        for (int attempt = 1; ; attempt++) {
            try {
                channel.send(alert);
                LOG.atInfo()
                        .addKeyValue("event.action", "alert-sent")
                        .addKeyValue("event.outcome", "success")
                        .log("An alert was sent by {}", channel.name());
                return;
            } catch (IOException | RuntimeException e) {
                if (attempt == TRIES || stop.isAskedWithin(wait)) {
                    failed.incrementAndGet();
                    LOG.atError()
                            .addKeyValue("event.action", "alert-failed")
                            .addKeyValue("event.outcome", "failure")
                            .addKeyValue("error.type", e.getClass().getName())
                            .log("An alert could not be sent by {}: {}", channel.name(), reason(e));
                    return;
                }
                wait = wait.multipliedBy(2);
            }
        }
    }

    /** Our own words, and of others only the kind: an address may be a secret. */
    private static String reason(Exception e) {
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }
}
