package org.monthend.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.monthend.extract.format.ReadLimits;
import org.monthend.job.BackOff;
import org.monthend.job.NightEnd;
import org.monthend.job.NightEvent;
import org.monthend.job.NightPlan;
import org.monthend.job.NightWatch;
import org.monthend.web.NightLog;
import org.monthend.web.NightMetrics;
import org.monthend.web.WarehouseHealth;
import org.monthend.web.WebAddress;
import org.monthend.web.WebServer;
import org.monthend.web.alert.Alerts;
import org.monthend.web.alert.MailAddress;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Runs the month end every night, for as long as it is left to. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        defaultValueProvider = FromEnvironment.class,
        description = {
            "Run the month end every night, once on however many instances, until a signal ends it.",
            "Nights that were missed are made up for, and one that failed is tried again. The log goes to stdout, an "
                    + "event a line, as JSON in the words of the Elastic Common Schema; docs/nightly.md says more.",
            "Any option can also be a variable of the environment: --mail-to is MONTHEND_MAIL_TO."
        })
final class ServeCommand implements Callable<Integer> {

    /** When people are told of a night that went well. */
    enum Notify {
        FAILURE,
        ALWAYS
    }

    private static final Duration BEFORE_AN_ALERT_IS_SENT_AGAIN = Duration.ofSeconds(2);

    @Option(
            names = "--cron",
            paramLabel = "CRON",
            defaultValue = "0 0 2 * * *",
            description = "When: second, minute, hour, day, month, weekday (default: ${DEFAULT-VALUE}).")
    private String cron = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/London",
            description = "By whose clock (default: ${DEFAULT-VALUE}).")
    private String zone = "";

    @Option(
            names = "--retries",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often a night that failed is tried again (default: ${DEFAULT-VALUE}).")
    private int retries;

    @Option(
            names = "--retry-after",
            paramLabel = "TIME",
            defaultValue = "1m",
            converter = Time.class,
            description = "How soon; later each time twice as long (default: ${DEFAULT-VALUE}).")
    private Duration retryAfter = Duration.ZERO;

    @Option(
            names = "--retry-cap",
            paramLabel = "TIME",
            defaultValue = "15m",
            converter = Time.class,
            description = "But never longer than this (default: ${DEFAULT-VALUE}).")
    private Duration retryCap = Duration.ZERO;

    @Option(
            names = "--look",
            paramLabel = "TIME",
            defaultValue = "15s",
            converter = Time.class,
            description = "How often to look whether another instance died (default: ${DEFAULT-VALUE}).")
    private Duration look = Duration.ZERO;

    @Option(
            names = "--metrics",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8715",
            description = {
                "Where to show metrics (/actuator/prometheus) and health (/actuator/health), or off (default:",
                "${DEFAULT-VALUE}). Other addresses than this machine's own need a token."
            })
    private String metrics = "";

    @Option(
            names = "--metrics-token",
            paramLabel = "WORD",
            description = "What every request must bring; better in the environment as MONTHEND_METRICS_TOKEN.")
    private @Nullable String metricsToken;

    @Option(names = "--webhook", paramLabel = "URL", description = "Post an alert here as JSON when a night failed.")
    private @Nullable String webhook;

    @Option(
            names = "--mail-to",
            paramLabel = "ADDRESS",
            description = "Send an alert here as a letter; several addresses with commas between them.")
    private @Nullable String mailTo;

    @Option(names = "--mail-from", paramLabel = "ADDRESS", description = "Who the letter is from.")
    private @Nullable String mailFrom;

    @Option(names = "--smtp", paramLabel = "HOST:PORT", description = "The mail server.")
    private @Nullable String smtp;

    @Option(names = "--smtp-user", paramLabel = "NAME", description = "Login at the mail server, if it wants one.")
    private @Nullable String smtpUser;

    @Option(
            names = "--smtp-password",
            paramLabel = "WORD",
            defaultValue = "",
            description = "Its password; better in the environment as MONTHEND_SMTP_PASSWORD.")
    private String smtpPassword = "";

    @Option(
            names = "--notify",
            paramLabel = "failure|always",
            defaultValue = "failure",
            description =
                    "Whether to send an alert of every night, or only when one failed, and of the first success after.")
    private Notify notify = Notify.FAILURE;

    @Mixin
    private final Places places = new Places();

    @Mixin
    private final Limits moved = new Limits();

    @Override
    public Integer call() {
        Signals.waitForTheCommand();
        Clock clock = Clock.systemUTC();
        NightPlan plan = orMisused(() -> NightPlan.of(cron, zone()));
        BackOff backOff = orMisused(() -> new BackOff(retryAfter, retryCap, retries));
        Optional<WebAddress> address =
                orMisused(() -> metrics.equals("off") ? Optional.empty() : Optional.of(WebAddress.parse(metrics)));
        Alerts alerts = orMisused(() -> Alerts.to(
                Optional.ofNullable(webhook),
                mailAddress(),
                notify == Notify.ALWAYS,
                BEFORE_AN_ALERT_IS_SENT_AGAIN,
                Signals.STOP,
                clock));
        ReadLimits limits = moved.read();
        NightMetrics figures = new NightMetrics();
        WarehouseHealth health = new WarehouseHealth();
        NightLog log = new NightLog();
        Interruption interruption = new Interruption();
        try (WebServer web = orMisused(
                () -> WebServer.start(address, Optional.ofNullable(metricsToken), List.of(figures, health, alerts)))) {
            NightWatch watch = new NightWatch(
                    plan,
                    backOff,
                    look,
                    () -> NightWorkplace.open(places, web.context(), limits),
                    List.of(log, figures, health, interruption, alerts),
                    clock,
                    instance());
            log.serving(cron + " " + zone, plan.next(clock.instant()), web.address());
            try {
                while (!Signals.STOP.isAsked()) {
                    Instant again = watch.attend();
                    Signals.STOP.isAskedWithin(Duration.between(clock.instant(), again));
                }
            } finally {
                watch.leave();
            }
            log.stopping(interruption.happened());
        }
        return (interruption.happened() ? ExitCode.STOPPED : ExitCode.DONE).number();
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is no time zone. Write one such as Europe/London.".formatted(zone), e);
        }
    }

    private Optional<MailAddress> mailAddress() {
        if (mailTo == null && mailFrom == null && smtp == null) {
            return Optional.empty();
        }
        if (mailTo == null || mailFrom == null || smtp == null) {
            throw new IllegalArgumentException("A letter takes all three: --mail-to, --mail-from and --smtp.");
        }
        return Optional.of(MailAddress.of(mailTo, mailFrom, smtp, Optional.ofNullable(smtpUser), smtpPassword));
    }

    /** What an option says that cannot be is told as a misuse, in its own words. */
    private static <T> T orMisused(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new Misused(String.valueOf(e.getMessage()));
        }
    }

    private static String instance() {
        String process = "process " + ProcessHandle.current().pid();
        try {
            return process + " on " + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return process;
        }
    }

    /** Whether the stop broke off a night. */
    private static final class Interruption implements NightEvent.Listener {

        private final AtomicBoolean happened = new AtomicBoolean();

        @Override
        public void hear(NightEvent event) {
            if (event instanceof NightEnd end && end.outcome() == NightEnd.Outcome.STOPPED) {
                happened.set(true);
            }
        }

        boolean happened() {
            return happened.get();
        }
    }

    /** A time such as 30s, 15m or 2h. */
    static final class Time implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            try {
                Duration time = DurationStyle.SIMPLE.parse(text);
                if (time.compareTo(Duration.ofMillis(100)) >= 0) {
                    return time;
                }
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'%s' is no time. Write 30s, 15m or 2h.".formatted(text));
            }
            throw new TypeConversionException("'%s' is too short a time.".formatted(text));
        }
    }
}
