package org.monthend.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.steward.IssueBook;
import org.monthend.steward.IssueText;
import org.monthend.steward.KnownIssue;
import org.monthend.steward.KnownIssue.State;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what someone has to see to. */
@Command(
        name = "issues",
        mixinStandardHelpOptions = true,
        description = "List the issues that are open, by return and file.")
final class IssuesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Parameters(paramLabel = "MONTH", arity = "0..1", description = "Only this month, such as 2015-12.")
    private @Nullable String month;

    @Option(names = "--return", paramLabel = "RETURN", description = "Only this return, by its code in the catalogue.")
    private @Nullable String returnCode;

    @Option(names = "--all", description = "Also notes, and issues that are explained or fixed.")
    private boolean all;

    @Option(names = "--json", description = "As JSON, one issue a line.")
    private boolean json;

    @Override
    public Integer call() {
        Optional<ReportingMonth> asked = Optional.ofNullable(month).map(Months::parse);
        try (ConfigurableApplicationContext application = Application.start(places)) {
            List<KnownIssue> issues =
                    application.getBean(IssueBook.class).issues(asked, Optional.ofNullable(returnCode));
            List<KnownIssue> shown = issues.stream()
                    .filter(issue -> all || issue.state() == State.OPEN)
                    .toList();
            if (json) {
                out().print(Json.array(shown.stream().map(IssueJson::of).toList()));
            } else {
                out().print(IssueText.of(shown, application.getBean(Clock.class).instant()));
                out().println(IssueText.summary(issues));
            }
            out().flush();
        }
        return ExitCode.DONE.number();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
