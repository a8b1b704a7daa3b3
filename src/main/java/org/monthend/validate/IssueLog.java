package org.monthend.validate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.monthend.catalogue.Severity;

/** The issues of one submission, in the order they were found. */
final class IssueLog {

    /** A rule broken on every row of a huge workbook needs no million messages; the rest are counted. */
    private static final int KEPT_OF_A_RULE = 1_000;

    private final RuleBook rules;
    private final String submission;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<Rule, Integer> raised = new EnumMap<>(Rule.class);
    private boolean hasQuery;
    private Optional<Rule> refusal = Optional.empty();

    /** @param submission return and month: what is about a place only is explained for them alone */
    IssueLog(RuleBook rules, String submission) {
        this.rules = rules;
        this.submission = submission;
    }

    /** An issue about its place: it rests on what is said of it, and returns and months have nothing to do with each other. */
    Severity raise(Rule rule, String sheet, String cell, String found, String message) {
        return raise(rule, sheet, cell, found, message, Issue.Matter.atPlace(sheet, cell, submission + message));
    }

    /** Returns the severity, which decides about the row. */
    Severity raise(Rule rule, String sheet, String cell, String found, String message, Issue.Matter matter) {
        Issue issue = rules.issue(rule, sheet, cell, found, message, matter);
        if (raised.merge(rule, 1, Integer::sum) <= KEPT_OF_A_RULE) {
            issues.add(issue);
        }
        hasQuery |= issue.severity() == Severity.QUERY;
        if (issue.severity() == Severity.REFUSE && refusal.isEmpty()) {
            refusal = Optional.of(rule);
        }
        return issue.severity();
    }

    boolean hasQuery() {
        return hasQuery;
    }

    boolean isRefused() {
        return refusal.isPresent();
    }

    /** The first rule that refuses the return as a whole. */
    Optional<Rule> refusal() {
        return refusal;
    }

    List<Issue> issues() {
        List<Issue> all = new ArrayList<>(issues);
        raised.forEach((rule, times) -> {
            if (times > KEPT_OF_A_RULE) {
                String more = String.format(Locale.UK, "%,d more of the same were found.", times - KEPT_OF_A_RULE);
                all.add(rules.issue(rule, "", "", "", more, Issue.Matter.atPlace("", "", submission + more)));
            }
        });
        return List.copyOf(all);
    }
}
