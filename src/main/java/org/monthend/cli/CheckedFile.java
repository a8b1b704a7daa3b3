package org.monthend.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.validate.Issue;
import org.monthend.validate.Judgement;
import org.monthend.validate.Verdict;
import org.springframework.boot.json.JsonWriter;

/**
 * A file and its verdict, as check prints it.
 *
 * @param month empty when nobody could say it, and for what is no return at all
 * @param reason the code of a refusal or a deferral; empty otherwise
 */
record CheckedFile(
        Path file,
        Optional<ReportingMonth> month,
        Verdict verdict,
        String reason,
        int rowsRead,
        int rowsAccepted,
        int rowsRejected,
        List<Issue> issues) {

    /** A refusal of which the fault is ours. */
    private static final String UNEXPECTED = "UNEXPECTED";

    private static final JsonWriter<Issue> ISSUE = JsonWriter.of(members -> {
        members.add("rule", issue -> issue.rule().code());
        members.add("severity", issue -> issue.severity().name());
        members.add("sheet", Issue::sheet);
        members.add("cell", Issue::cell);
        members.add("found", Issue::found);
        members.add("message", issue -> issue.message() + " " + issue.rule().howToFix());
    });

    private static final JsonWriter<CheckedFile> JSON = JsonWriter.of(members -> {
        members.add("file", checked -> checked.file().toString());
        members.add("verdict", checked -> checked.verdict().word());
        members.add("reason", CheckedFile::reason);
        members.add(
                "month",
                checked -> checked.month().map(ReportingMonth::toString).orElse(""));
        members.add("rows_read", CheckedFile::rowsRead);
        members.add("rows_accepted", CheckedFile::rowsAccepted);
        members.add("rows_rejected", CheckedFile::rowsRejected);
        members.add(
                "issues", checked -> checked.issues().stream().map(ISSUE::write).toList());
    });

    static CheckedFile of(Path file, Optional<ReportingMonth> month, Judgement judgement) {
        return new CheckedFile(
                file,
                month,
                judgement.verdict(),
                judgement.reason(),
                judgement.rowsRead(),
                judgement.rowsAccepted(),
                judgement.rowsRejected(),
                judgement.issues());
    }

    /** Our own program failed on the file. */
    static CheckedFile failed(Path file) {
        return new CheckedFile(file, Optional.empty(), Verdict.REFUSED, UNEXPECTED, 0, 0, 0, List.of());
    }

    boolean isClean() {
        return verdict != Verdict.REFUSED && verdict != Verdict.DEFERRED && rowsRejected == 0;
    }

    String json() {
        return JSON.writeToString(this);
    }

    /** What a steward reads: the verdict, and beneath it every issue. */
    String text() {
        String about = month.map(known -> " for " + known.label()).orElse("");
        String rows = rowsRead == 0
                ? ""
                : ": %,d rows read, %,d good, %,d rejected".formatted(rowsRead, rowsAccepted, rowsRejected);
        return Stream.concat(
                        Stream.of("%s: %s%s%s".formatted(file, heading(), about, rows)),
                        issues.stream().map(issue -> "  " + issue.sentence()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String heading() {
        if (reason.equals(UNEXPECTED)) {
            return "our program failed on it; the lines above are for the report";
        }
        return switch (verdict) {
            case ACCEPTED -> "accepted";
            case ACCEPTED_WITH_QUERIES -> "accepted with queries";
            case PARTLY_ACCEPTED -> "partly accepted";
            case REFUSED -> "refused (" + reason + ")";
            case DEFERRED -> "deferred (" + reason + ")";
            case IGNORED -> "ignored, it is no return";
        };
    }
}
