package org.monthend.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.extract.format.ReadLimits;
import org.monthend.job.Errand;
import org.monthend.job.MonthEndRun;
import org.monthend.job.Progress;
import org.monthend.load.CatalogueFile;
import org.monthend.load.CatalogueStore;
import org.monthend.load.LoadRuns;
import org.monthend.load.ReturnFolder;
import org.monthend.steward.RestatementText;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that restate a month have in common: who and why, a dry run, and how they tell what changes. */
final class Restating {

    private static final int FIGURES_SHOWN = 100;

    @Mixin
    private final Places places = new Places();

    @Mixin
    private final Limits moved = new Limits();

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks for it (default: the user who is logged in).")
    private @Nullable String by;

    @Option(
            names = "--dry-run",
            description = "Only show what would change: figures, standings, arrows and forecasts, before and after.")
    private boolean dryRun;

    @Option(names = "--json", description = "As JSON, one change a line.")
    private boolean json;

    Catalogue catalogue() {
        return catalogueFile().read(ReadLimits.standard());
    }

    private CatalogueFile catalogueFile() {
        return new CatalogueFile(places.input().resolve("catalogue.xlsx"));
    }

    ReturnFolder returns() {
        return new ReturnFolder(places.input().resolve("returns"));
    }

    ConfigurableApplicationContext start() {
        return Application.start(places);
    }

    /** The code of the return as the catalogue writes it. */
    static String returnCode(Catalogue catalogue, String asked) {
        return catalogue.returns().stream()
                .map(MonthlyReturn::code)
                .filter(asked::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new Misused("There is no return %s. The catalogue has: %s."
                        .formatted(
                                asked.toUpperCase(Locale.ROOT),
                                catalogue.returns().stream()
                                        .map(MonthlyReturn::code)
                                        .collect(Collectors.joining(", ")))));
    }

    /** Who asks. */
    String name() {
        String name = Optional.ofNullable(by)
                .orElse(System.getProperty("user.name", ""))
                .strip();
        if (name.isEmpty()) {
            throw new Misused("Nobody is logged in. Give a name with --by.");
        }
        return name;
    }

    /** Runs the errand, or rehearses it, and tells what it changes. */
    MonthEndRun.Outcome run(
            ConfigurableApplicationContext application,
            Catalogue catalogue,
            ReportingMonth month,
            Errand errand,
            String reason,
            PrintWriter out,
            PrintWriter err) {
        MonthEndRun.Request request = new MonthEndRun.Request(
                catalogue,
                returns(),
                List.of(month),
                places.output(),
                moved.read(),
                new LoadRuns.Asked(name(), reason, Optional.of(month)),
                errand,
                true);
        MonthEndRun.Outcome outcome = dryRun
                ? application.getBean(Rehearsal.class).of(run -> run.run(request, progress(err)))
                : run(application, request, err);
        tell(outcome, out, err);
        return outcome;
    }

    private MonthEndRun.Outcome run(
            ConfigurableApplicationContext application, MonthEndRun.Request request, PrintWriter err) {
        application.getBean(CatalogueStore.class).keep(catalogueFile(), request.catalogue());
        return application.getBean(MonthEndRun.class).run(request, progress(err));
    }

    private static Progress.Start progress(PrintWriter err) {
        return (files, months) -> new LoadProgress(err, files, months);
    }

    private void tell(MonthEndRun.Outcome outcome, PrintWriter out, PrintWriter err) {
        outcome.results().stream().filter(result -> !result.isAsBefore()).forEach(result -> Told.faults(err, result));
        RestatementText text = new RestatementText(outcome, dryRun, FIGURES_SHOWN, Told.ISSUES_SHOWN);
        if (json) {
            out.print(Json.array(text.objects()));
            return;
        }
        out.print(text.text());
        if (outcome.hadNewCatalogue()) {
            out.println("The catalogue has changed since the last run; %s."
                    .formatted(dryRun ? "it would be in force" : "it is in force"));
        }
    }

    boolean isJson() {
        return json;
    }
}
