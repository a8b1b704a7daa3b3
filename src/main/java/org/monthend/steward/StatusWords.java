package org.monthend.steward;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.monthend.calendar.WorkingDays;
import org.monthend.catalogue.Frequency;
import org.monthend.load.Timeliness;
import org.monthend.load.Timeliness.Kind;
import org.monthend.steward.StatusBook.EditionState;
import org.monthend.steward.StatusBook.Run;
import org.monthend.validate.Rule;

/** How a month and its returns stand, in words of everyday. */
public final class StatusWords {

    static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yy", Locale.UK);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private StatusWords() {}

    /** 11 Jan; with the year where it is another than that of the day asked about. */
    static String day(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    static String time(Instant moment) {
        return TIME.format(moment);
    }

    /** 1 working day; 2 working days. */
    static String workingDays(int number) {
        return number == 1 ? "1 working day" : "%,d working days".formatted(number);
    }

    static String counted(long number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }

    /** accepted, 1 query open, 2 working days late. */
    public static String standing(ReturnStatus status, LocalDate today) {
        List<String> words = new ArrayList<>();
        words.add(said(status, today));
        status.attempt()
                .filter(attempt -> status.standing().isReceived() && attempt.openQueries() > 0)
                .ifPresent(attempt -> words.add(counted(attempt.openQueries(), "query open", "queries open")));
        late(status.timeliness()).filter(late -> status.standing().isReceived()).ifPresent(words::add);
        return String.join(", ", words);
    }

    private static String said(ReturnStatus status, LocalDate today) {
        return switch (status.standing()) {
            case ACCEPTED, ACCEPTED_WITH_QUERIES -> "accepted";
            case PARTLY_ACCEPTED ->
                status.attempt()
                        .map(attempt -> "partly accepted, %,d of %s rejected"
                                .formatted(attempt.rowsRejected(), counted(attempt.rowsRead(), "row", "rows")))
                        .orElse("partly accepted");
            case REFUSED ->
                "refused: " + status.attempt().map(StatusWords::reason).orElse("")
                        + status.counting()
                                .map(counting -> "; attempt %d counts still".formatted(counting.number()))
                                .orElse("");
            case WITHDRAWN -> "withdrawn";
            case DEFERRED -> "deferred: perhaps still being copied";
            case TO_BE_LOADED -> "has come, not loaded yet";
            case WAIVED -> waived(status, today);
            case OVERDUE -> "OVERDUE by " + workingDays(status.timeliness().atLeast());
            case MISSING -> missing(status, today);
            case NOT_DUE ->
                status.owed().frequency() == Frequency.QUARTERLY ? "not due this month (quarterly)" : "not due";
        };
    }

    private static String waived(ReturnStatus status, LocalDate today) {
        String words = status.waiver()
                .map(waiver -> "waived by %s on %s: %s"
                        .formatted(waiver.by(), day(WorkingDays.dayOf(waiver.at()), today), waiver.reason()))
                .orElse("waived");
        return status.attempt()
                .map(attempt ->
                        words + (attempt.isWithdrawn() ? " (what came is withdrawn)" : " (what came was refused)"))
                .orElse(words);
    }

    private static String missing(ReturnStatus status, LocalDate today) {
        LocalDate due = status.due().orElse(today);
        if (due.equals(today)) {
            return "missing, due today";
        }
        return "missing, due in " + workingDays(WorkingDays.late(today, due));
    }

    private static Optional<String> late(Timeliness timeliness) {
        if (timeliness.kind() != Kind.LATE) {
            return Optional.empty();
        }
        String least = timeliness.atLeast() == timeliness.atMost() ? "" : "at least ";
        return Optional.of(least + workingDays(timeliness.atLeast()) + " late");
    }

    /** Why an attempt was refused: what the file is where it cannot be read, else the rule that it broke. */
    static String reason(Attempt attempt) {
        Optional<Rule> rule = Rule.of(attempt.ruleCode());
        if (rule.isEmpty()) {
            return attempt.reasonCode();
        }
        boolean isAboutTheFile = rule.get() == Rule.UNREADABLE_WORKBOOK || rule.get() == Rule.UNFINISHED_FILE;
        String words = isAboutTheFile
                ? withoutRemedy(attempt.found(), rule.get())
                : Character.toLowerCase(rule.get().title().charAt(0))
                        + rule.get().title().substring(1);
        return words + " (" + attempt.ruleCode() + ")";
    }

    private static String withoutRemedy(String message, Rule rule) {
        String told = message.endsWith(rule.howToFix())
                ? message.substring(0, message.length() - rule.howToFix().length())
                : message;
        String bare = told.strip();
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** draft of edition 2, up to date; edition 1 was published by Jo on 21 Jan 2016. */
    static String scorecard(MonthStatus status) {
        if (status.editions().isEmpty()) {
            return "none yet";
        }
        EditionState newest = status.editions().get(status.editions().size() - 1);
        String freshness = status.staleSince()
                .map(since -> "out of date since " + time(since))
                .orElse("up to date");
        if (!newest.status().equals("draft")) {
            return issued(newest) + ", " + freshness;
        }
        String draft = "draft of edition %d, %s".formatted(newest.number(), freshness);
        return status.editions().stream()
                .filter(edition -> edition.status().equals("published"))
                .findFirst()
                .map(edition -> draft + "; " + issued(edition))
                .orElse(draft);
    }

    private static String issued(EditionState edition) {
        return "edition %d, published by %s%s"
                .formatted(
                        edition.number(),
                        edition.by(),
                        edition.published().map(at -> " on " + time(at)).orElse(""));
    }

    static String run(MonthStatus status) {
        return status.lastRun()
                .map(run -> "%s, %s"
                        .formatted(
                                time(run.started()),
                                howItEnded(run, status.holder().isPresent())))
                .orElse("none yet");
    }

    private static String howItEnded(Run run, boolean isHeld) {
        boolean brokeOff = run.status().equals("running") && !isHeld;
        return brokeOff ? "broke off; the next run takes up where it stopped" : run.status();
    }
}
