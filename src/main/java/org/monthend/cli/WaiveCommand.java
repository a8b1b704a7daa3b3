package org.monthend.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.load.ReturnDue;
import org.monthend.steward.StatusBook;
import org.monthend.steward.Waivers;
import org.monthend.steward.Waivers.Waiver;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says that a return need not come for a month, and why. */
@Command(
        name = "waive",
        mixinStandardHelpOptions = true,
        description = {
            "Say that a return need not come for a month: it is neither missing nor overdue then, and nobody is written "
                    + "to. If it comes all the same, it counts. What was said is kept, with name and time; --undo takes it back."
        })
final class WaiveCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Parameters(index = "0", paramLabel = "MONTH", description = "Month of the return, such as 2015-12.")
    private String month = "";

    @Parameters(index = "1", paramLabel = "RETURN", description = "Code of the return in the catalogue.")
    private String returnCode = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so (default: the user who is logged in).")
    private @Nullable String by;

    @Option(names = "--undo", description = "Take an earlier waiver back: the return must come after all.")
    private boolean undo;

    @Override
    public Integer call() {
        ReportingMonth asked = Months.parse(month);
        String words = reason.strip();
        String name = Optional.ofNullable(by)
                .orElse(System.getProperty("user.name", ""))
                .strip();
        if (words.isEmpty() || name.isEmpty()) {
            throw new Misused("A waiver needs words and a name. Give --reason and --by.");
        }
        Catalogue catalogue = new CatalogueFile(places.input().resolve("catalogue.xlsx")).read(ReadLimits.standard());
        MonthlyReturn owed = owed(catalogue);
        boolean isDue = ReturnDue.of(catalogue, asked).stream()
                .anyMatch(due -> due.returnCode().equals(owed.code()));
        try (ConfigurableApplicationContext application = Application.start(places)) {
            Waivers waivers = application.getBean(Waivers.class);
            Optional<Waiver> holds = waivers.of(asked).stream()
                    .filter(waiver -> waiver.returnCode().equals(owed.code()))
                    .findFirst();
            if (undo) {
                if (holds.isEmpty()) {
                    throw new Misused("%s is not waived for %s.".formatted(owed.code(), asked.longLabel()));
                }
                waivers.takeBack(asked, owed.code(), words, name);
            } else {
                if (!isDue) {
                    throw new Misused("%s is not due for %s, so there is nothing to waive."
                            .formatted(owed.code(), asked.longLabel()));
                }
                refuseWhatCame(application.getBean(StatusBook.class), asked, owed);
                waivers.waive(asked, owed.code(), words, name);
            }
        }
        spec.commandLine().getOut().println(told(owed, asked, name));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE.number();
    }

    private MonthlyReturn owed(Catalogue catalogue) {
        List<MonthlyReturn> returns = catalogue.returns();
        return returns.stream()
                .filter(each -> each.code().equalsIgnoreCase(returnCode))
                .findFirst()
                .orElseThrow(() -> new Misused("The catalogue has no return '%s'. It has %s."
                        .formatted(
                                returnCode,
                                returns.stream().map(MonthlyReturn::code).collect(Collectors.joining(", ")))));
    }

    private static void refuseWhatCame(StatusBook book, ReportingMonth month, MonthlyReturn owed) {
        book.attempts(month).stream()
                .filter(attempt -> attempt.counts() && attempt.returnCode().equals(owed.code()))
                .findFirst()
                .ifPresent(attempt -> {
                    throw new Misused("%s for %s has come and is loaded (submission %d), so there is nothing to waive."
                            .formatted(owed.code(), month.longLabel(), attempt.submission()));
                });
    }

    private String told(MonthlyReturn owed, ReportingMonth asked, String name) {
        return (undo
                        ? "%s must come for %s after all, says %s."
                        : "%s need not come for %s, says %s. If it comes all the same, it counts; --undo takes this back.")
                .formatted(owed.code(), asked.longLabel(), name);
    }
}
