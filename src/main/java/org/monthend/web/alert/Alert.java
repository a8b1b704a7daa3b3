package org.monthend.web.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.job.IntegrityChecks.Violation;
import org.monthend.job.NightEnd;
import org.monthend.job.NightEnd.Outcome;
import org.monthend.load.SubmissionResult;

/**
 * What people are told of a night: what happened, and what to do. It leaves the building, so it names returns by their
 * codes and no file, and has no figure of a measure in it.
 *
 * @param facts the same for programs
 */
record Alert(String subject, String text, Map<String, Object> facts) {

    private static final int RETURNS_NAMED = 10;

    static Alert of(NightEnd end) {
        String subject = "Monthend: the night of %s %s"
                .formatted(
                        end.name(),
                        end.outcome() == Outcome.SUCCEEDED
                                ? "succeeded"
                                : end.outcome() == Outcome.FAILED ? "failed" : "cannot be run yet");
        String text = "What happened: %s\n\nWhat to do: %s\n".formatted(happened(end), toDo(end));
        return new Alert(subject, text, facts(end));
    }

    private static String happened(NightEnd end) {
        return switch (end.outcome()) {
            case SUCCEEDED -> "the returns are loaded and the scorecards drawn. " + counted(end) + covered(end);
            case FAILED, WAITING, STOPPED ->
                sentence(end.failure())
                        + end.nextAttempt()
                                .map(next -> " It is tried again until it works or the next night is due.")
                                .orElse(" It is not tried again before the next night.")
                        + covered(end);
        };
    }

    private static String counted(NightEnd end) {
        if (end.results().isEmpty()) {
            return "There was nothing new.";
        }
        List<SubmissionResult> refused = end.refused();
        return "New: %d loaded, %d refused%s; %d rows rejected."
                .formatted(end.loaded(), refused.size(), named(refused), end.rowsRejected());
    }

    private static String named(List<SubmissionResult> refused) {
        return refused.isEmpty()
                ? ""
                : refused.stream()
                        .limit(RETURNS_NAMED)
                        .map(Alert::named)
                        .collect(Collectors.joining(", ", " (", refused.size() > RETURNS_NAMED ? ", ...)" : ")"));
    }

    private static String named(SubmissionResult result) {
        String code = result.submission().returnCode();
        ReportingMonth month = result.submission().month();
        return "%s of %s, submission %d"
                .formatted(code.isEmpty() ? "a file of no return" : code, month.longLabel(), result.number());
    }

    private static String covered(NightEnd end) {
        int missed = end.covered().size();
        return missed == 0 ? "" : " It makes up for %d missed %s.".formatted(missed, missed == 1 ? "night" : "nights");
    }

    private static String toDo(NightEnd end) {
        return switch (end.trouble()) {
            case NONE ->
                end.refused().isEmpty() && end.rowsRejected() == 0
                        ? "nothing. ./monthend issues lists the queries that are open."
                        : "./monthend issues says what is wrong with which cell; ask the senders for corrected files.";
            case MONTH_HELD ->
                "look at the run that holds the month, and end it if it hangs. The night then goes on by itself.";
            case WAREHOUSE_AWAY ->
                "see that the database runs and can be reached. The night is then made up for by itself.";
            case BROKE_OFF ->
                "read the log of ./monthend serve for the trace and report it. Nothing is half done: what was finished"
                        + " stands. ./monthend load does the rest, and so does the next night.";
            case CATALOGUE_REFUSED ->
                "mend the catalogue as it says, then run ./monthend load. Until then nothing is loaded.";
            case CHECK_VIOLATED ->
                "run ./monthend db check to see the rows, publish nothing until they are explained, and report them:"
                        + " no input can cause them.";
            case INSTANCES_DIED ->
                "look at the machine's log for why the processes ended; too little memory is the usual cause. Then"
                        + " start ./monthend serve again.";
            case STOPPED -> "nothing; the next start takes it up.";
        };
    }

    private static String sentence(String failure) {
        return failure.matches("(?s).*[.!?]") ? failure : failure + ".";
    }

    private static Map<String, Object> facts(NightEnd end) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("night", end.night().toString());
        facts.put("outcome", end.outcome().name().toLowerCase(Locale.ROOT));
        facts.put("trouble", end.trouble().word());
        facts.put("failure", end.failure());
        facts.put("attempt", end.attempt());
        facts.put("seconds", end.took().toMillis() / 1000.0);
        facts.put("returnsLoaded", end.loaded());
        facts.put("returnsRefused", end.refused().size());
        facts.put("rowsRejected", end.rowsRejected());
        facts.put(
                "checksViolated",
                end.violations().stream().map(Violation::check).toList());
        facts.put("nightsMissed", end.covered().size());
        end.nextAttempt().ifPresent(next -> facts.put("nextAttempt", next.toString()));
        return facts;
    }
}
