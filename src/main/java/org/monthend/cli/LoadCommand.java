package org.monthend.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Severity;
import org.monthend.extract.format.ReadLimits;
import org.monthend.job.LoadMonth;
import org.monthend.job.MonthEnd;
import org.monthend.load.CatalogueFile;
import org.monthend.load.CatalogueStore;
import org.monthend.load.LoadRuns;
import org.monthend.load.MonthLocks;
import org.monthend.load.ReturnFile;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionLoader;
import org.monthend.load.SubmissionResult;
import org.monthend.publish.ScorecardText;
import org.monthend.scorecard.EditionStore;
import org.monthend.steward.MonthEndBook;
import org.monthend.validate.Issue;
import org.monthend.validate.Verdict;
import org.monthend.warehouse.SubmissionTables;
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

    private static final int ISSUES_SHOWN = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private final Places places = new Places();

    @Option(names = "--month", paramLabel = "MONTH", description = "Only this month, such as 2015-12.")
    private @Nullable String month;

    @Option(names = "--all", description = "Every month of the input folder (the default).")
    private boolean all;

    @Override
    public Integer call() {
        ReadLimits limits = ReadLimits.standard();
        ReturnFolder returns = returnFolder();
        List<ReportingMonth> months = months(returns);
        Catalogue catalogue = new CatalogueFile(places.input().resolve("catalogue.xlsx")).read(limits);
        try (ConfigurableApplicationContext application = Application.start(places);
                MonthLocks.Held held = application.getBean(MonthLocks.class).take(months)) {
            return load(application, catalogue, returns, months, limits);
        }
    }

    private int load(
            ConfigurableApplicationContext application,
            Catalogue catalogue,
            ReturnFolder returns,
            List<ReportingMonth> months,
            ReadLimits limits) {
        DataSource warehouse = application.getBean(DataSource.class);
        EditionStore editions = application.getBean(EditionStore.class);
        boolean newCatalogue = application.getBean(CatalogueStore.class).save(catalogue);
        SubmissionLoader asked = new SubmissionLoader(catalogue, new SubmissionTables(warehouse, 0), limits);
        SortedSet<ReportingMonth> work = new TreeSet<>();
        int newFiles = 0;
        for (ReportingMonth each : months) {
            List<ReturnFile> undecided = returns.files(each).stream()
                    .filter(file -> !asked.isDecided(file))
                    .toList();
            newFiles += undecided.size();
            if (!undecided.isEmpty() || isWithoutPages(each)) {
                work.add(each);
            }
        }
        editions.stale().stream().filter(months::contains).forEach(work::add);
        MonthEndBook book = application.getBean(MonthEndBook.class);
        if (work.isEmpty()) {
            out().println(nothingToDo(book.totals()));
            return ExitCode.DONE.number();
        }
        LoadRuns runs = application.getBean(LoadRuns.class);
        long run = runs.begin("monthend load");
        List<SubmissionResult> results = new ArrayList<>();
        boolean succeeded = false;
        int exitCode = ExitCode.FAILED.number();
        try (LoadProgress progress = new LoadProgress(spec.commandLine().getErr(), newFiles, work.size())) {
            MonthEnd monthEnd = new MonthEnd(
                    run,
                    catalogue,
                    returns,
                    new SubmissionTables(warehouse, run),
                    editions,
                    limits,
                    places.output(),
                    progress);
            LoadMonth loadMonth = application.getBean(LoadMonth.class);
            work.forEach(each -> results.addAll(loadMonth.run(each, monthEnd)));
            // A restated month changes the scorecards of later ones that are done already.
            editions.stale().stream().filter(months::contains).forEach(each -> loadMonth.run(each, monthEnd));
            succeeded = true;
            exitCode = isClean(results) ? ExitCode.DONE.number() : ExitCode.REFUSED.number();
        } finally {
            runs.end(run, succeeded, exitCode);
        }
        tell(results, months, editions, catalogue, book, newCatalogue);
        return exitCode;
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
        if (month == null) {
            if (there.isEmpty()) {
                throw new Misused("There is no month in %s. Put the returns of December 2015 into %s, and so on."
                        .formatted(returns.folder(), returns.folder().resolve("2015-12")));
            }
            return there;
        }
        ReportingMonth asked = Months.parse(month);
        if (!there.contains(asked)) {
            throw new Misused("There are no returns of %s: %s is not there."
                    .formatted(asked.longLabel(), returns.folder().resolve(asked.toString())));
        }
        return List.of(asked);
    }

    private boolean isWithoutPages(ReportingMonth each) {
        Path folder = places.output().resolve(each.toString());
        return !Files.exists(folder.resolve("scorecard.html")) || !Files.exists(folder.resolve("scorecard.xlsx"));
    }

    private static boolean isClean(List<SubmissionResult> results) {
        return results.stream()
                .allMatch(result -> result.judgement().verdict().isLoaded()
                        && result.judgement().rowsRejected() == 0);
    }

    private static String nothingToDo(MonthEndBook.Totals totals) {
        String refused = totals.refused() == 0
                ? ""
                : "; %d refused %s for a corrected file"
                        .formatted(totals.refused(), totals.refused() == 1 ? "waits" : "wait");
        return "Nothing to do: %d returns of %d months are loaded and every scorecard is up to date%s."
                .formatted(totals.returns(), totals.months(), refused);
    }

    private void tell(
            List<SubmissionResult> results,
            List<ReportingMonth> months,
            EditionStore editions,
            Catalogue catalogue,
            MonthEndBook book,
            boolean newCatalogue) {
        results.stream()
                .filter(result -> result.judgement().verdict() == Verdict.REFUSED
                        || result.judgement().rowsRejected() > 0)
                .forEach(this::tellFault);
        ReportingMonth latest = months.get(months.size() - 1);
        editions.newest(latest, catalogue.topOrganisation().code())
                .ifPresent(edition -> out().println(ScorecardText.of(edition)));
        MonthEndBook.Totals totals = book.totals();
        out().printf(
                        "%,d returns of %d months loaded, %d refused: %,d rows read, %,d loaded, %,d rejected.%n",
                        totals.returns(),
                        totals.months(),
                        totals.refused(),
                        totals.rowsRead(),
                        totals.rowsLoaded(),
                        totals.rowsRejected());
        out().printf(
                        "Issues: %,d errors, %,d queries, %,d notes.%n",
                        totals.errors(), totals.queries(), totals.notes());
        book.openIssues(ISSUES_SHOWN)
                .forEach(issue -> out().printf(
                                "  %s %s %s %s: %s%n",
                                issue.severity().toUpperCase(Locale.ROOT),
                                issue.ruleCode(),
                                issue.file(),
                                issue.place(),
                                issue.message()));
        if (newCatalogue) {
            out().println("The catalogue had changed and is now in force.");
        }
        out().printf(
                        "%nPage and workbook: %s and scorecard.xlsx beside it; so for each month.%n",
                        places.output().resolve(latest.toString()).resolve("scorecard.html"));
        out().println(
                        "BI tools: ./monthend db start keeps the database running, ./monthend db url --as bi says where; its schema mart is made for them.");
    }

    private void tellFault(SubmissionResult result) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "%s %s/%s%n",
                result.judgement().verdict().label(),
                result.submission().month(),
                result.submission().file().name());
        result.judgement().issues().stream()
                .filter(issue -> issue.severity().compareTo(Severity.QUERY) < 0)
                .limit(ISSUES_SHOWN)
                .map(Issue::sentence)
                .forEach(sentence -> err.println("  " + sentence));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
