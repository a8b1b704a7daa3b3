package org.monthend.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.monthend.steward.KnownIssue;

/** An issue as a program reads it. */
final class IssueJson {

    private IssueJson() {}

    static Map<String, Object> of(KnownIssue issue) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("issue", issue.number());
        json.put("month", issue.month().toString());
        json.put("return", issue.returnCode());
        json.put("file", issue.file());
        json.put("submission", issue.submission());
        json.put("attempt", issue.attempt());
        json.put("rule", issue.ruleCode());
        json.put("severity", lower(issue.severity()));
        json.put("sheet", issue.sheet());
        json.put("cell", issue.cell());
        json.put("found", issue.found());
        json.put("message", issue.message());
        json.put("change", lower(issue.change()));
        json.put("state", lower(issue.state()));
        json.put("openSince", issue.openSince().toString());
        issue.explanation().ifPresent(explained -> {
            json.put("reason", explained.reason());
            json.put("explainedBy", explained.by());
            json.put("explainedAt", explained.at().toString());
        });
        return json;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
