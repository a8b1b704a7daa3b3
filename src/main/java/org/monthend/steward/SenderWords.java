package org.monthend.steward;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Severity;
import org.monthend.publish.sender.Cover;
import org.monthend.publish.sender.Fault;
import org.monthend.validate.Issue;
import org.monthend.validate.Judgement;
import org.monthend.validate.Verdict;

/** What a sender is told of a submission, in words for someone who has never heard of rules and severities. */
public final class SenderWords {

    private SenderWords() {}

    public static List<Fault> faults(List<Issue> issues) {
        return issues.stream()
                .map(issue -> new Fault(
                        issue.severity(),
                        issue.rule().code(),
                        issue.sheet(),
                        issue.cell(),
                        issue.found(),
                        sentence(issue.message()),
                        issue.rule().howToFix()))
                .toList();
    }

    /** Messages go on after a place and a colon; here they stand alone. */
    private static String sentence(String message) {
        return message.isEmpty() ? "" : Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }

    public static Cover cover(String fileName, Optional<ReportingMonth> month, Judgement judgement) {
        return cover(
                fileName,
                month,
                judgement.verdict().label(),
                judgement.verdict() == Verdict.REFUSED,
                judgement.rowsRead(),
                judgement.rowsAccepted(),
                judgement.rowsRejected(),
                faults(judgement.issues()));
    }

    /** The same of a submission that was judged before. */
    public static Cover cover(KeptSubmission submission) {
        return cover(
                submission.file(),
                Optional.of(submission.month()),
                submission.verdict(),
                submission.verdict().equals(Verdict.REFUSED.label()),
                submission.rowsRead(),
                submission.rowsLoaded(),
                submission.rowsRejected(),
                faults(submission.issues()));
    }

    private static Cover cover(
            String fileName,
            Optional<ReportingMonth> month,
            String verdict,
            boolean refused,
            int rowsRead,
            int rowsLoaded,
            int rowsRejected,
            List<Fault> faults) {
        String about = month.map(known -> " for " + known.longLabel()).orElse("");
        String rows = rowsRead == 0
                ? ""
                : " %,d rows read, %,d good, %,d rejected.".formatted(rowsRead, rowsLoaded, rowsRejected);
        return new Cover(
                "Issues in " + fileName + about,
                "Verdict: %s%s%s %s"
                        .formatted(verdict, refused ? ", nothing of it is loaded." : ".", rows, counts(faults)),
                faults.isEmpty()
                        ? "There is nothing to do."
                        : "Please correct the marked cells in your own file, keep the file's name, and send it again."
                                + " REFUSE stops the whole return, ERROR its row. A QUERY was loaded: tell the data steward"
                                + " why it is right, or correct it. A NOTE is for your information.");
    }

    private static String counts(List<Fault> faults) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        faults.forEach(fault -> counts.merge(fault.severity(), 1, Integer::sum));
        return counts.isEmpty()
                ? "Nothing was found wrong."
                : counts.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", "))
                        + ".";
    }
}
