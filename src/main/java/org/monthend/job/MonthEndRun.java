package org.monthend.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueStore;
import org.monthend.load.KeptFiles;
import org.monthend.load.LoadRuns;
import org.monthend.load.MonthIsHeld;
import org.monthend.load.MonthLocks;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionLoader;
import org.monthend.load.SubmissionResult;
import org.monthend.load.SubmissionStore;
import org.monthend.load.UndecidedFiles;
import org.monthend.publish.ScorecardFiles;
import org.monthend.scorecard.EditionStore;

/** One run of the month end: what is new is loaded, and every scorecard that it changes is computed and drawn. */
public final class MonthEndRun {

    private final LoadMonth loadMonth;
    private final CatalogueStore catalogues;
    private final SubmissionStore submissions;
    private final KeptFiles kept;
    private final EditionStore editions;
    private final LoadRuns runs;
    private final MonthLocks locks;
    private final Stop stop;
    private final ReturnsWatch watch;

    public MonthEndRun(
            LoadMonth loadMonth,
            CatalogueStore catalogues,
            SubmissionStore submissions,
            KeptFiles kept,
            EditionStore editions,
            LoadRuns runs,
            MonthLocks locks,
            Stop stop,
            ReturnsWatch watch) {
        this.loadMonth = loadMonth;
        this.catalogues = catalogues;
        this.submissions = submissions;
        this.kept = kept;
        this.editions = editions;
        this.runs = runs;
        this.locks = locks;
        this.stop = stop;
        this.watch = watch;
    }

    /**
     * What is asked of a run.
     *
     * @param months the months that may be touched; they are held until the run ends
     * @param output the folder that gets a folder for each month
     * @param asked who or what asks, for the book of runs
     */
    public record Request(
            Catalogue catalogue,
            ReturnFolder returns,
            List<ReportingMonth> months,
            Path output,
            ReadLimits limits,
            LoadRuns.Asked asked) {}

    /**
     * What came of it.
     *
     * @param hadNothingToDo every file was known and every scorecard up to date
     * @param results one for each file that was new, or that a mended catalogue reads otherwise
     */
    public record Outcome(boolean hadNothingToDo, boolean hadNewCatalogue, List<SubmissionResult> results) {

        /** No file was refused and no row rejected. */
        public boolean isClean() {
            return results.stream()
                    .allMatch(result -> result.judgement().verdict().isLoaded()
                            && result.judgement().rowsRejected() == 0);
        }
    }

    /**
     * @throws org.monthend.load.MonthIsHeld when another run holds one of the months
     * @throws MonthFailed when a month could not be finished; the months before it stand
     * @throws Stopped when the process was asked to stop; what is decided stands
     */
    public Outcome run(Request request, Progress.Start progress) {
        try (MonthLocks.Held held = locks.take(request.months())) {
            runs.settleDead();
            boolean newCatalogue = catalogues.save(request.catalogue());
            ReturnsWatch.Look look = watch.begin(request.catalogue(), request.returns(), request.months());
            Work work = work(request);
            boolean isIdle = work.months().isEmpty();
            List<SubmissionResult> results = isIdle ? List.of() : run(request, work, held, progress);
            look.end();
            return new Outcome(isIdle, newCatalogue, results);
        }
    }

    private List<SubmissionResult> run(Request request, Work work, MonthLocks.Held held, Progress.Start start) {
        try (LoadRuns.OpenRun run = runs.begin(request.asked());
                Progress progress = start.of(work.files(), work.months().size())) {
            MonthEnd monthEnd = new MonthEnd(
                    run.number(),
                    request.catalogue(),
                    request.returns(),
                    submissions.ofRun(run.number()),
                    kept,
                    editions,
                    request.limits(),
                    request.output(),
                    progress,
                    held,
                    stop);
            try {
                List<SubmissionResult> results = new ArrayList<>();
                work.months().forEach(month -> results.addAll(loadMonth.run(month, monthEnd)));
                // A restated month changes the scorecards of later ones that are done already.
                editions.stale().forEach(month -> recompute(month, request, monthEnd));
                run.succeeded();
                return results;
            } catch (Stopped e) {
                run.stopped();
                throw e;
            }
        }
    }

    /** A later month that another run holds is left to it, or to the next run: its mark stays until it is computed. */
    private void recompute(ReportingMonth month, Request request, MonthEnd monthEnd) {
        if (request.months().contains(month)) {
            loadMonth.run(month, monthEnd);
            return;
        }
        try (MonthLocks.Held alsoHeld = locks.take(List.of(month))) {
            loadMonth.run(month, monthEnd);
        } catch (MonthIsHeld e) {
            monthEnd.progress().monthLeft(month, String.valueOf(e.getMessage()));
        }
    }

    private Work work(Request request) {
        UndecidedFiles undecidedFiles = new UndecidedFiles(
                request.returns(), kept, new SubmissionLoader(request.catalogue(), submissions, request.limits()));
        SortedSet<ReportingMonth> months = new TreeSet<>(stale(request));
        int files = 0;
        for (ReportingMonth month : request.months()) {
            int undecided = undecidedFiles.of(month).size();
            files += undecided;
            if (undecided > 0 || !isDrawn(month, request)) {
                months.add(month);
            }
        }
        return new Work(months, files);
    }

    private List<ReportingMonth> stale(Request request) {
        return editions.stale().stream().filter(request.months()::contains).toList();
    }

    private boolean isDrawn(ReportingMonth month, Request request) {
        return editions.stamp(month, request.catalogue().topOrganisation().code())
                .map(stamp -> ScorecardFiles.isPut(stamp, request.output().resolve(month.toString())))
                .orElse(false);
    }

    private record Work(SortedSet<ReportingMonth> months, int files) {}
}
