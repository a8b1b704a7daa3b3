package org.monthend.steward;

import java.time.Instant;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Severity;

/**
 * An issue of the last attempt at a return, or one that the attempt before had, and what became of it.
 *
 * @param number what people call it by
 * @param returnCode empty when the file fits no return
 * @param submission number of the submission that it was found in
 * @param attempt which attempt at the return that was
 * @param sheet empty when it is about the file as a whole
 * @param cell empty when it is about the sheet or the file
 * @param message what was found and expected, and what to do
 * @param openSince when the first of the attempts was judged that have had it without a break
 */
public record KnownIssue(
        long number,
        ReportingMonth month,
        String returnCode,
        String file,
        long submission,
        int attempt,
        String ruleCode,
        Severity severity,
        String sheet,
        String cell,
        String found,
        String message,
        Change change,
        State state,
        Instant openSince,
        Optional<Explanation> explanation) {

    /** What it is against the attempt before. */
    public enum Change {
        SAME,
        NEW,
        FIXED
    }

    /** What became of it. */
    public enum State {
        OPEN,
        EXPLAINED,
        FIXED,
        /** A note: said once, and nobody need do anything. */
        NOTED
    }

    /** Why it is as it is, and who says so. */
    public record Explanation(String reason, String by, Instant at) {}

    /** Finance!E8; the sheet alone, or empty when it is about the file. */
    public String place() {
        return cell.isEmpty() ? sheet : sheet + "!" + cell;
    }

    /** Why it cannot be explained, and what to do instead; empty when it can. */
    public Optional<String> whyNotExplained() {
        if (state == State.FIXED) {
            return Optional.of(
                    "Issue %d is gone: the last attempt at %s no longer has it.".formatted(number, returnOrFile()));
        }
        return switch (severity) {
            case REFUSE ->
                Optional.of(
                        "Issue %d (%s) cannot be explained, because %s was refused for it. Send the file again, mended, or mend the catalogue, and run ./monthend load."
                                .formatted(number, ruleCode, file));
            case ERROR ->
                Optional.of(
                        "Issue %d (%s) cannot be explained, because its row was not loaded. Correct the cell and send the file again, or mend the catalogue, and run ./monthend load."
                                .formatted(number, ruleCode));
            case QUERY, NOTE -> Optional.empty();
        };
    }

    private String returnOrFile() {
        return (returnCode.isEmpty() ? file : returnCode) + " for " + month.longLabel();
    }
}
