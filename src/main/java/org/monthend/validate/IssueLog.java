package org.monthend.validate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.monthend.catalogue.Severity;

/** The issues of one submission, in the order they were found. */
final class IssueLog {

    /** A rule broken on every row of a huge workbook needs no million messages; the rest are counted. */
    private static final int KEPT_OF_A_RULE = 1_000;

    private final RuleBook rules;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<Rule, Integer> raised = new EnumMap<>(Rule.class);
    private boolean hasQuery;
    private boolean isRefused;

    IssueLog(RuleBook rules) {
        this.rules = rules;
    }

    /** Returns the severity, which decides about the row. */
    Severity raise(Rule rule, String sheet, String cell, String found, String message) {
        Issue issue = rules.issue(rule, sheet, cell, found, message);
        if (raised.merge(rule, 1, Integer::sum) <= KEPT_OF_A_RULE) {
            issues.add(issue);
        }
        hasQuery |= issue.severity() == Severity.QUERY;
        isRefused |= issue.severity() == Severity.REFUSE;
        return issue.severity();
    }

    boolean hasQuery() {
        return hasQuery;
    }

    boolean isRefused() {
        return isRefused;
    }

    List<Issue> issues() {
        List<Issue> all = new ArrayList<>(issues);
        raised.forEach((rule, times) -> {
            if (times > KEPT_OF_A_RULE) {
                all.add(rules.issue(
                        rule,
                        "",
                        "",
                        "",
                        String.format(Locale.UK, "%,d more of the same were found.", times - KEPT_OF_A_RULE)));
            }
        });
        return List.copyOf(all);
    }
}
