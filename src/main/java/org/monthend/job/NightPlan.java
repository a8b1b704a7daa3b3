package org.monthend.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * The nights of a schedule: the times at which the month end is due, by the clock on the wall of a time zone.
 *
 * <p>A night is once also when the clocks change. One whose time the clock jumps over in spring comes as much later as
 * the clock jumps; one whose time the clock shows twice in autumn comes at the first.
 */
public final class NightPlan {

    /** How far to look back for the last night; a schedule that comes less than once in four years has none. */
    private static final List<Duration> LOOKS_BACK = List.of(
            Duration.ofMinutes(2),
            Duration.ofHours(2),
            Duration.ofDays(2),
            Duration.ofDays(32),
            Duration.ofDays(367),
            Duration.ofDays(4 * 367));

    private static final String EXAMPLE = "Every night at two is: 0 0 2 * * *";
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.UK);

    private final CronExpression cron;
    private final ZoneId zone;

    private NightPlan(CronExpression cron, ZoneId zone) {
        this.cron = cron;
        this.zone = zone;
    }

    /**
     * @param cron six fields, seconds first, as Spring reads them
     * @throws IllegalArgumentException with a sentence when it is none, or comes never
     */
    public static NightPlan of(String cron, ZoneId zone) {
        NightPlan plan = new NightPlan(parsed(cron), zone);
        if (plan.cron.next(LocalDateTime.of(2000, 1, 1, 0, 0)) == null) {
            throw new IllegalArgumentException("The schedule '%s' never comes. %s".formatted(cron, EXAMPLE));
        }
        return plan;
    }

    private static CronExpression parsed(String cron) {
        try {
            return CronExpression.parse(cron);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The schedule '%s' cannot be read: %s. It has six fields, seconds first. %s"
                            .formatted(cron, e.getMessage(), EXAMPLE),
                    e);
        }
    }

    /** The first night after the given time. */
    public Instant next(Instant after) {
        LocalDateTime wall = LocalDateTime.ofInstant(after, zone);
        while (true) {
            wall = cron.next(wall);
            if (wall == null) {
                throw new IllegalStateException("the schedule ends after " + after);
            }
            Instant night = ZonedDateTime.ofLocal(wall, zone, null).toInstant();
            if (night.isAfter(after)) {
                return night;
            }
        }
    }

    /** The last night at the given time or before; empty when none was in four years. */
    public Optional<Instant> last(Instant now) {
        for (Duration back : LOOKS_BACK) {
            Instant night = next(now.minus(back));
            if (!night.isAfter(now)) {
                for (Instant later = next(night); !later.isAfter(now); later = next(night)) {
                    night = later;
                }
                return Optional.of(night);
            }
        }
        return Optional.empty();
    }

    /** The nights between two times and at neither, oldest first; of many only the newest. */
    public List<Instant> between(Instant after, Instant before, int atMost) {
        LinkedList<Instant> nights = new LinkedList<>();
        for (Instant night = next(after); night.isBefore(before); night = next(night)) {
            nights.add(night);
            if (nights.size() > atMost) {
                nights.removeFirst();
            }
        }
        return List.copyOf(nights);
    }

    /** A night as people call it: 24 December 2015, 02:00 (Europe/London). */
    public String name(Instant night) {
        ZonedDateTime wall = night.atZone(zone);
        return (wall.getSecond() == 0 ? TO_THE_MINUTE : TO_THE_SECOND).format(wall) + " (" + zone + ")";
    }
}
