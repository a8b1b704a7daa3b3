package org.monthend.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.monthend.catalogue.Severity;

/**
 * The verdict on a submission and what it rests on. Rows read = rows accepted + rows rejected.
 *
 * @param contradicted rows that were accepted one by one but contradict another; they must not be published
 * @param tables the tables that were read, and where they stood
 * @param rejected the rows that were not loaded, at most 10,000 of them
 */
public record Judgement(
        Verdict verdict,
        int rowsRead,
        int rowsAccepted,
        int rowsRejected,
        List<Issue> issues,
        Set<MeasureRow> contradicted,
        List<TablePlace> tables,
        List<RejectedRow> rejected) {

    /** Of a file that is no return at all, such as Excel's own lock file. */
    public static Judgement ignored() {
        return new Judgement(Verdict.IGNORED, 0, 0, 0, List.of(), Set.of(), List.of(), List.of());
    }

    /**
     * The code of why a submission was refused or deferred: what the file is (ENCRYPTED, TRUNCATED, LIMIT_ROWS …), or
     * the name of the rule that refuses as a whole, or of the first one that rejected a row where none was left. Empty
     * for any other verdict. docs/rules.md has them all.
     */
    public String reason() {
        if (verdict != Verdict.REFUSED && verdict != Verdict.DEFERRED) {
            return "";
        }
        return Stream.of(Severity.values())
                .flatMap(severity -> issues.stream().filter(issue -> issue.severity() == severity))
                .findFirst()
                .map(Judgement::reason)
                .orElse("");
    }

    private static String reason(Issue issue) {
        return switch (issue.rule()) {
            case UNREADABLE_WORKBOOK, UNFINISHED_FILE -> issue.found();
            default -> issue.rule().name();
        };
    }

    public long count(Severity severity) {
        return issues.stream().filter(issue -> issue.severity() == severity).count();
    }
}
