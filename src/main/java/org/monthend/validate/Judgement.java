package org.monthend.validate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.monthend.catalogue.Severity;

/**
 * The verdict on a submission and what it rests on. Rows read = rows accepted + rows rejected.
 *
 * @param contradicted rows that were accepted one by one but contradict another; they must not be published
 * @param rejected the rows that were not loaded, at most 10,000 of them
 */
public record Judgement(
        Verdict verdict,
        int rowsRead,
        int rowsAccepted,
        int rowsRejected,
        List<Issue> issues,
        Set<MeasureRow> contradicted,
        List<RejectedRow> rejected) {

    /**
     * The code of the rule that a submission was refused by: the rule that refuses as a whole, or the first one that
     * rejected a row where none was left, or the first one at all. Empty unless it was refused.
     */
    public String reason() {
        if (verdict != Verdict.REFUSED) {
            return "";
        }
        return Stream.of(Severity.values())
                .flatMap(severity -> first(severity).stream())
                .findFirst()
                .orElse("");
    }

    private Optional<String> first(Severity severity) {
        return issues.stream()
                .filter(issue -> issue.severity() == severity)
                .map(issue -> issue.rule().code())
                .findFirst();
    }

    public long count(Severity severity) {
        return issues.stream().filter(issue -> issue.severity() == severity).count();
    }
}
