package org.monthend.cli;

import java.io.PrintWriter;
import java.util.List;
import org.monthend.catalogue.Severity;
import org.monthend.job.MonthEndRun;
import org.monthend.load.SubmissionResult;
import org.monthend.validate.Issue;
import org.monthend.validate.Rule;

/** What a steward is told of the files that a run has judged. */
final class Told {

    static final int ISSUES_SHOWN = 20;

    private Told() {}

    /** What keeps a file's rows out, and what kept a file from being judged. */
    static void faults(PrintWriter err, SubmissionResult result) {
        String file = "%s/%s"
                .formatted(
                        result.submission().month(), result.submission().file().name());
        if (!result.trouble().isEmpty()) {
            err.printf("%s: not judged: %s%n", file, result.trouble());
            return;
        }
        List<Issue> faults = result.judgement().issues().stream()
                .filter(issue -> issue.severity() == Severity.REFUSE
                        || issue.severity() == Severity.ERROR
                        || issue.rule() == Rule.UNFINISHED_FILE)
                .toList();
        if (faults.isEmpty()) {
            return;
        }
        err.printf(
                "%s: %s%s%n",
                file,
                result.judgement().verdict().label(),
                result.number() == 0 ? "" : " (submission %d)".formatted(result.number()));
        faults.stream().limit(ISSUES_SHOWN).forEach(issue -> err.println("  " + issue.sentence()));
        if (faults.size() > ISSUES_SHOWN) {
            err.printf("  and %,d more.%n", faults.size() - ISSUES_SHOWN);
        }
    }

    /** Lines about files that do not count. */
    static void notes(PrintWriter out, List<String> notes) {
        notes.stream().limit(ISSUES_SHOWN).forEach(out::println);
        if (notes.size() > ISSUES_SHOWN) {
            out.printf("and %,d more such files.%n", notes.size() - ISSUES_SHOWN);
        }
    }

    /** A file that may be judged the next time goes before one that needs a person. */
    static ExitCode exitCode(MonthEndRun.Outcome outcome) {
        if (outcome.isToBeRepeated()) {
            return ExitCode.FAILED;
        }
        return outcome.isClean() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
