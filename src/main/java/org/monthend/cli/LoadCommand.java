package org.monthend.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.job.Errand;
import org.monthend.job.MonthEndRun;
import org.monthend.load.CatalogueFile;
import org.monthend.load.CatalogueStore;
import org.monthend.load.FolderNotes;
import org.monthend.load.KeptFile;
import org.monthend.load.KeptFiles;
import org.monthend.load.LoadRuns;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionResult;
import org.monthend.publish.ScorecardText;
import org.monthend.scorecard.EditionStore;
import org.monthend.steward.MonthEndBook;
import org.monthend.steward.RestatementText;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads what is new and computes every scorecard that it changes. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Load the returns that are new, and compute and draw the scorecards.")
final class LoadCommand implements Callable<Integer> {

    /** In a dry run; a first load has thousands. */
    private static final int FIGURES_SHOWN = 100;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Mixin
    private final Limits moved = new Limits();

    @Option(names = "--month", paramLabel = "MONTH", description = "Only this month, such as 2015-12.")
    private @Nullable String month;

    @Option(names = "--all", description = "Every month of the input folder (the default).")
    private boolean all;

    @Option(
            names = "--dry-run",
            description = "Only show what would change: figures, standings, arrows and forecasts, before and after.")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (month != null && all) {
            throw new Misused("--month and --all contradict each other. Give one of them.");
        }
        ReadLimits limits = moved.read();
        ReturnFolder returns = returnFolder();
        List<ReportingMonth> there = months(returns);
        CatalogueFile catalogueFile = new CatalogueFile(places.input().resolve("catalogue.xlsx"));
        Catalogue catalogue = catalogueFile.read(ReadLimits.standard());
        try (ConfigurableApplicationContext application = Application.start(places)) {
            List<ReportingMonth> months =
                    month == null ? withWaiting(there, application.getBean(KeptFiles.class)) : there;
            MonthEndRun.Request request = new MonthEndRun.Request(
                    catalogue,
                    returns,
                    months,
                    places.output(),
                    limits,
                    new LoadRuns.Asked(
                            "monthend load", "", Optional.ofNullable(month).map(Months::parse)),
                    new Errand.Load(),
                    dryRun);
            if (dryRun) {
                return rehearse(application.getBean(Rehearsal.class), request);
            }
            application.getBean(CatalogueStore.class).keep(catalogueFile, catalogue);
            MonthEndRun.Outcome outcome = application.getBean(MonthEndRun.class).run(request, this::progress);
            MonthEndBook book = application.getBean(MonthEndBook.class);
            if (outcome.hadNothingToDo()) {
                out().println(nothingToDo(book.totals()));
                tellNotes(returns, months, application.getBean(KeptFiles.class));
                return ExitCode.DONE.number();
            }
            outcome.results().stream().filter(SubmissionResult::isReplay).forEach(this::tellReplay);
            outcome.results().forEach(result -> Told.faults(err(), result));
            ReportingMonth latest = months.get(months.size() - 1);
            application
                    .getBean(EditionStore.class)
                    .newest(latest, catalogue.topOrganisation().code())
                    .ifPresent(edition -> out().println(ScorecardText.of(edition)));
            tellTotals(book, outcome.hadNewCatalogue(), latest);
            tellNotes(returns, months, application.getBean(KeptFiles.class));
            return Told.exitCode(outcome).number();
        }
    }

    private LoadProgress progress(int files, int months) {
        return new LoadProgress(err(), files, months);
    }

    private int rehearse(Rehearsal rehearsal, MonthEndRun.Request request) {
        MonthEndRun.Outcome outcome = rehearsal.of(run -> run.run(request, this::progress));
        outcome.results().forEach(result -> Told.faults(err(), result));
        out().print(new RestatementText(outcome, true, FIGURES_SHOWN, Told.ISSUES_SHOWN).text());
        out().flush();
        return Told.exitCode(outcome).number();
    }

    private ReturnFolder returnFolder() {
        Path folder = places.input().resolve("returns");
        if (!Files.isDirectory(folder)) {
            throw new Misused(
                    "There is no folder of returns at %s. Put the returns of December 2015 into %s, and so on."
                            .formatted(folder, folder.resolve("2015-12")));
        }
        return new ReturnFolder(folder);
    }

    private List<ReportingMonth> months(ReturnFolder returns) {
        List<ReportingMonth> there = returns.months();
        if (there.isEmpty()) {
            throw new Misused("There is no month in %s. Put the returns of December 2015 into %s, and so on."
                    .formatted(returns.folder(), returns.folder().resolve("2015-12")));
        }
        if (month == null) {
            return there;
        }
        ReportingMonth asked = Months.parse(month);
        if (!there.contains(asked)) {
            throw new Misused("There are no returns of %s: %s is not there."
                    .formatted(asked.longLabel(), returns.folder().resolve(asked.toString())));
        }
        return List.of(asked);
    }

    /** A month whose folder was cleared away may still have a return that waits for a mended catalogue. */
    private static List<ReportingMonth> withWaiting(List<ReportingMonth> there, KeptFiles kept) {
        return Stream.concat(there.stream(), kept.waiting().stream().map(KeptFile::month))
                .distinct()
                .sorted()
                .toList();
    }

    private static String nothingToDo(MonthEndBook.Totals totals) {
        String refused = totals.refused() == 0
                ? ""
                : "; %d refused %s for a corrected file"
                        .formatted(totals.refused(), totals.refused() == 1 ? "waits" : "wait");
        return "Nothing to do: %,d returns of %s are loaded and every scorecard is up to date%s."
                .formatted(totals.returns(), months(totals), refused);
    }

    private static String months(MonthEndBook.Totals totals) {
        return totals.months() == 1 ? "1 month" : totals.months() + " months";
    }

    /** A file that stands in the folder and does not count must not be a surprise. */
    private void tellNotes(ReturnFolder returns, List<ReportingMonth> months, KeptFiles kept) {
        FolderNotes notes = new FolderNotes(returns, kept);
        Told.notes(
                out(), months.stream().flatMap(each -> notes.of(each).stream()).toList());
    }

    private void tellReplay(SubmissionResult result) {
        out().printf(
                        "Replayed from the file kept: %s/%s: %s (submission %d).%n",
                        result.submission().month(),
                        result.submission().file().name(),
                        result.judgement().verdict().label(),
                        result.number());
    }

    private void tellTotals(MonthEndBook book, boolean newCatalogue, ReportingMonth latest) {
        MonthEndBook.Totals totals = book.totals();
        out().printf(
                        "%,d returns of %s loaded, %d refused: %,d rows read, %,d loaded, %,d rejected.%n",
                        totals.returns(),
                        months(totals),
                        totals.refused(),
                        totals.rowsRead(),
                        totals.rowsLoaded(),
                        totals.rowsRejected());
        out().printf(
                        "Issues: errors %,d, queries %,d, notes %,d%s.%n",
                        totals.errors(),
                        totals.queries(),
                        totals.notes(),
                        totals.explained() == 0 ? "" : ", explained %,d".formatted(totals.explained()));
        book.openIssues(Told.ISSUES_SHOWN)
                .forEach(issue -> out().printf(
                                "  issue %d: %s %s at %s %s: %s%n",
                                issue.number(),
                                issue.severity().toUpperCase(Locale.ROOT),
                                issue.ruleCode(),
                                issue.file(),
                                issue.place(),
                                issue.message()));
        if (totals.queries() > 0) {
            out().println("A query that is right as it is: ./monthend explain ISSUE --reason TEXT.");
        }
        if (newCatalogue) {
            out().println("The catalogue was new or had changed; it is in force.");
        }
        out().printf("""

                        Page and workbook: %s and scorecard.xlsx beside it; so for each month.
                        BI tools: ./monthend db start keeps the database running, ./monthend db url --as bi prints the address;
                        schema mart is made for them.
                        """, places.output().resolve(latest.toString()).resolve("scorecard.html"));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
