package org.monthend.steward;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.catalogue.Severity;
import org.monthend.job.MonthEndRun;
import org.monthend.job.Restatement;
import org.monthend.load.Occasion;
import org.monthend.load.RevisedFigure;
import org.monthend.load.SubmissionResult;
import org.monthend.load.Withdrawal;
import org.monthend.scorecard.Revision;
import org.monthend.scorecard.ScorecardComparison;
import org.monthend.validate.Issue;

/**
 * What a run has changed, for people: returns, figures and scorecards. A dry run and the run that follows it say the same
 * but for the first line.
 */
public final class RestatementText {

    private static final String NOTHING = "nothing";

    private final MonthEndRun.Outcome outcome;
    private final boolean isDryRun;
    private final int figuresShown;
    private final int queriesShown;

    /**
     * @param figuresShown how many figures are told one by one
     * @param queriesShown how many queries of a return; what keeps rows out is told elsewhere
     */
    public RestatementText(MonthEndRun.Outcome outcome, boolean isDryRun, int figuresShown, int queriesShown) {
        this.outcome = outcome;
        this.isDryRun = isDryRun;
        this.figuresShown = figuresShown;
        this.queriesShown = queriesShown;
    }

    /** Lines of plain text, ending in a line break. */
    public String text() {
        List<String> lines = new ArrayList<>();
        if (changesNothing()) {
            lines.add("%s: %s."
                    .formatted(
                            isDryRun ? "Dry run: nothing would change" : "Nothing changed",
                            outcome.results().isEmpty() ? "there is no file to judge" : judged() + ", all as before"));
        } else {
            if (isDryRun) {
                lines.add("Dry run: nothing was changed. The same command without --dry-run does this:");
            }
            returns(lines);
            figures(lines);
            scorecards(lines);
        }
        return String.join("\n", lines) + "\n";
    }

    /** Whether all that was judged came out as before. */
    public boolean changesNothing() {
        return outcome.results().stream().allMatch(SubmissionResult::isAsBefore)
                && outcome.withdrawal().isEmpty()
                && outcome.restatement().figures().isEmpty()
                && outcome.restatement().scorecards().stream()
                        .allMatch(each ->
                                each.before().isPresent() && changes(each).isEmpty());
    }

    /** None for a scorecard that was never there: it has nothing to differ from. */
    private static List<Revision> changes(Restatement.Recomputed recomputed) {
        return recomputed
                .before()
                .map(before -> ScorecardComparison.between(
                        before.scorecard(), recomputed.after().scorecard()))
                .orElse(List.of());
    }

    private String judged() {
        int files = outcome.results().size();
        long returns = outcome.results().stream()
                .map(result -> result.submission().returnCode())
                .filter(code -> !code.isEmpty())
                .distinct()
                .count();
        String again = outcome.results().stream()
                        .anyMatch(result -> result.submission().occasion() == Occasion.AGAIN)
                ? "judged again"
                : "judged";
        return returns == files
                ? "%d %s %s".formatted(files, files == 1 ? "return" : "returns", again)
                : "%d files of %d %s %s".formatted(files, returns, returns == 1 ? "return" : "returns", again);
    }

    private void returns(List<String> lines) {
        outcome.withdrawal().ifPresent(withdrawal -> lines.add(withdrawn(withdrawal)));
        if (outcome.results().isEmpty()) {
            return;
        }
        long asBefore =
                outcome.results().stream().filter(SubmissionResult::isAsBefore).count();
        lines.add("%s: %d as before, %d otherwise."
                .formatted(judged(), asBefore, outcome.results().size() - asBefore));
        outcome.results().stream()
                .filter(result -> !result.isAsBefore())
                .sorted((one, other) -> name(one).compareTo(name(other)))
                .forEach(result -> {
                    lines.add("  " + name(result) + ": " + became(result));
                    List<Issue> queries =
                            issues(result).filter(RestatementText::isQuery).toList();
                    queries.stream().limit(queriesShown).forEach(query -> lines.add("    " + query.sentence()));
                    if (queries.size() > queriesShown) {
                        lines.add("    and %,d more; --json tells them all.".formatted(queries.size() - queriesShown));
                    }
                });
    }

    /** What someone has to do something about. */
    private static Stream<Issue> issues(SubmissionResult result) {
        return result.judgement().issues().stream().filter(issue -> issue.severity() != Severity.NOTE);
    }

    private static boolean isQuery(Issue issue) {
        return issue.severity() == Severity.QUERY;
    }

    private static String withdrawn(Withdrawal withdrawal) {
        return "%s of %s is withdrawn (%s): %d %s no longer."
                .formatted(
                        withdrawal.returnCode(),
                        withdrawal.month().label(),
                        withdrawal.fileName(),
                        withdrawal.figures(),
                        withdrawal.figures() == 1 ? "figure counts" : "figures count");
    }

    private static String name(SubmissionResult result) {
        String code = result.submission().returnCode();
        return (code.isEmpty() ? "no return" : code) + " · "
                + result.submission().file().name();
    }

    private static String became(SubmissionResult result) {
        if (!result.trouble().isEmpty()) {
            return "not judged, " + result.trouble();
        }
        String kept = result.isReplay() ? " (from the bytes kept)" : "";
        return "%s%s, %d %s new or revised"
                .formatted(
                        result.judgement().verdict().label(),
                        kept,
                        result.revisions(),
                        result.revisions() == 1 ? "figure" : "figures");
    }

    private void figures(List<String> lines) {
        List<RevisedFigure> figures = outcome.restatement().figures();
        if (figures.isEmpty()) {
            lines.add("No figure changes.");
            return;
        }
        lines.add("Figures:");
        figures.stream().limit(figuresShown).forEach(figure -> lines.add("  " + sentence(figure)));
        if (figures.size() > figuresShown) {
            lines.add("  and %,d more; --json tells them all.".formatted(figures.size() - figuresShown));
        }
    }

    private static String sentence(RevisedFigure figure) {
        String about = figure.kind().equals("quarter")
                ? figure.month().quarter().label()
                : figure.month().label();
        String whose = figure.organisationCode().isEmpty() ? "" : ", " + figure.organisationCode();
        return "%s (%s)%s, %s: %s → %s"
                .formatted(
                        figure.code(),
                        figure.name(),
                        whose,
                        about,
                        figure.before().isEmpty() ? NOTHING : figure.before(),
                        figure.after().isEmpty() ? "withdrawn" : figure.after());
    }

    private void scorecards(List<String> lines) {
        List<String> asBefore = new ArrayList<>();
        for (Restatement.Recomputed recomputed : outcome.restatement().scorecards()) {
            List<Revision> changes = changes(recomputed);
            String month = recomputed.month().label();
            if (recomputed.before().isEmpty()) {
                lines.add("Scorecard of %s: the first.".formatted(month));
                continue;
            }
            if (changes.isEmpty()) {
                asBefore.add(month);
                continue;
            }
            lines.add("Scorecard of %s%s:".formatted(month, edition(recomputed)));
            byLine(changes).forEach((line, told) -> {
                lines.add("  " + line);
                told.forEach(each -> lines.add("    " + each));
            });
        }
        if (!asBefore.isEmpty()) {
            lines.add("As before: the %s of %s."
                    .formatted(asBefore.size() == 1 ? "scorecard" : "scorecards", String.join(", ", asBefore)));
        }
    }

    private static String edition(Restatement.Recomputed recomputed) {
        return recomputed
                .before()
                .filter(before -> before.number() != recomputed.after().number())
                .map(before -> ", a draft of edition %d; edition %d stays as it was published"
                        .formatted(recomputed.after().number(), before.number()))
                .orElse("");
    }

    private static Map<String, List<String>> byLine(List<Revision> changes) {
        return changes.stream()
                .collect(Collectors.groupingBy(
                        RestatementText::line,
                        LinkedHashMap::new,
                        Collectors.mapping(RestatementText::told, Collectors.toList())));
    }

    private static String line(Revision change) {
        return change.code().isEmpty() ? change.name() : "%s (%s)".formatted(change.code(), change.name());
    }

    /** How strong a trend is takes many words; where the arrow stays, that it does is enough. */
    private static String told(Revision change) {
        return change.item().equals("6-month trend") && !change.isOnPage()
                ? "6-month trend: the same arrow, of other months"
                : "%s: %s → %s".formatted(change.item(), change.before(), change.after());
    }

    /** The same for a program: one object for each return, issue, figure and cell of a scorecard. */
    public List<Map<String, Object>> objects() {
        List<Map<String, Object>> objects = new ArrayList<>();
        outcome.withdrawal()
                .ifPresent(withdrawal -> objects.add(object(
                        "change", "withdrawal",
                        "month", withdrawal.month().toString(),
                        "return", withdrawal.returnCode(),
                        "file", withdrawal.fileName(),
                        "figures", withdrawal.figures())));
        outcome.results()
                .forEach(result -> objects.add(object(
                        "change", "return",
                        "month", result.submission().month().toString(),
                        "return", result.submission().returnCode(),
                        "file", result.submission().file().name(),
                        "verdict", result.judgement().verdict().label(),
                        "outcome", result.isAsBefore() ? "as before" : "otherwise",
                        "figures", result.revisions(),
                        "trouble", result.trouble())));
        outcome.results().stream()
                .filter(result -> !result.isAsBefore())
                .forEach(result -> issues(result)
                        .forEach(issue -> objects.add(object(
                                "change", "issue",
                                "month", result.submission().month().toString(),
                                "return", result.submission().returnCode(),
                                "file", result.submission().file().name(),
                                "severity", issue.severity().name().toLowerCase(Locale.ROOT),
                                "rule", issue.rule().code(),
                                "sheet", issue.sheet(),
                                "cell", issue.cell(),
                                "found", issue.found(),
                                "message", issue.message() + " " + issue.rule().howToFix()))));
        outcome.restatement()
                .figures()
                .forEach(figure -> objects.add(object(
                        "change", "figure",
                        "month", figure.month().toString(),
                        "kind", figure.kind(),
                        "code", figure.code(),
                        "organisation", figure.organisationCode(),
                        "before", figure.before(),
                        "after", figure.after(),
                        "reason", figure.reason())));
        outcome.restatement()
                .scorecards()
                .forEach(recomputed -> changes(recomputed)
                        .forEach(change -> objects.add(object(
                                "change",
                                "scorecard",
                                "month",
                                recomputed.month().toString(),
                                "block",
                                change.block().word(),
                                "line",
                                change.code(),
                                "item",
                                change.item(),
                                "before",
                                change.before(),
                                "after",
                                change.after()))));
        return objects;
    }

    private static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int member = 0; member < members.length; member += 2) {
            object.put(members[member].toString(), members[member + 1]);
        }
        return object;
    }
}
