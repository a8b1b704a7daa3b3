package org.monthend.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.monthend.steward.IssueBook;
import org.monthend.steward.KnownIssue;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accepts an explanation for a query. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Accept an explanation for a query; it holds until the figures behind it change.")
final class ExplainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Parameters(paramLabel = "ISSUE", description = "Number of the issue, as ./monthend issues shows it.")
    private long number;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it is as it is.")
    private String reason = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so (default: the user who is logged in).")
    private @Nullable String by;

    @Override
    public Integer call() {
        String words = reason.strip();
        String name = Optional.ofNullable(by)
                .orElse(System.getProperty("user.name", ""))
                .strip();
        if (words.isEmpty() || name.isEmpty()) {
            throw new Misused("An explanation needs words and a name. Give --reason and --by.");
        }
        try (ConfigurableApplicationContext application = Application.start(places)) {
            IssueBook book = application.getBean(IssueBook.class);
            KnownIssue issue = book.issue(number)
                    .orElseThrow(() -> new Misused(
                            "There is no issue %d. ./monthend issues shows their numbers.".formatted(number)));
            issue.whyNotExplained().ifPresent(why -> {
                throw new Misused(why);
            });
            book.explain(issue, words, name);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "Issue %d (%s of %s, %s) is explained by %s. It stays so until its figures change.%n",
                            issue.number(),
                            issue.ruleCode(),
                            issue.file(),
                            issue.month().label(),
                            name);
            spec.commandLine().getOut().flush();
        }
        return ExitCode.DONE.number();
    }
}
