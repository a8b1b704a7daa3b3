package org.monthend.steward;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.monthend.steward.KnownIssue.Change;
import org.monthend.steward.KnownIssue.State;

/** Issues in words, for a steward at a terminal. */
public final class IssueText {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK).withZone(ZoneOffset.UTC);

    private IssueText() {}

    /** The issues by return and file; lines that end in a line break. */
    public static String of(List<KnownIssue> issues, Instant now) {
        Map<String, List<KnownIssue>> byFile = issues.stream()
                .collect(Collectors.groupingBy(IssueText::heading, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        byFile.forEach((heading, itsIssues) -> {
            text.append(heading).append('\n');
            itsIssues.forEach(issue -> text.append(line(issue, now)));
        });
        return text.toString();
    }

    /** How many there are, against the attempt before: same 1, new 0, fixed 2. Notes are not counted. */
    public static String summary(List<KnownIssue> issues) {
        return "Issues: same %,d, new %,d, fixed %,d; explained %,d."
                .formatted(
                        open(issues, Change.SAME),
                        open(issues, Change.NEW),
                        count(issues, State.FIXED),
                        count(issues, State.EXPLAINED));
    }

    private static long open(List<KnownIssue> issues, Change change) {
        return issues.stream()
                .filter(issue -> issue.state() == State.OPEN && issue.change() == change)
                .count();
    }

    private static long count(List<KnownIssue> issues, State state) {
        return issues.stream().filter(issue -> issue.state() == state).count();
    }

    private static String heading(KnownIssue issue) {
        return "%s · %s · %s (submission %d, attempt %d)"
                .formatted(
                        issue.month().label(),
                        issue.returnCode().isEmpty() ? "no return" : issue.returnCode(),
                        issue.file(),
                        issue.submission(),
                        issue.attempt());
    }

    private static String line(KnownIssue issue, Instant now) {
        String place = issue.place().isEmpty() ? "" : " at " + issue.place();
        return "%6d  %s %s%s, %s: %s%n%s"
                .formatted(
                        issue.number(),
                        issue.severity(),
                        issue.ruleCode(),
                        place,
                        standing(issue, now),
                        issue.message(),
                        explanation(issue));
    }

    private static String standing(KnownIssue issue, Instant now) {
        String change = issue.change().name().toLowerCase(Locale.ROOT);
        return issue.state() == State.OPEN ? change + ", open " + age(issue.openSince(), now) : change;
    }

    private static String age(Instant since, Instant now) {
        long days = Duration.between(since, now).toDays();
        if (days < 1) {
            return "since today";
        }
        return days == 1 ? "for a day" : "for %,d days".formatted(days);
    }

    private static String explanation(KnownIssue issue) {
        return issue.explanation()
                .filter(explained -> issue.state() == State.EXPLAINED)
                .map(explained -> "        explained by %s on %s: %s%n"
                        .formatted(explained.by(), DAY.format(explained.at()), explained.reason()))
                .orElse("");
    }
}
