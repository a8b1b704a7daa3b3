package org.monthend.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueStore;
import org.monthend.load.FilesToJudge;
import org.monthend.load.KeptFiles;
import org.monthend.load.LoadRuns;
import org.monthend.load.MonthIsHeld;
import org.monthend.load.MonthLocks;
import org.monthend.load.ReturnFolder;
import org.monthend.load.RevisionBook;
import org.monthend.load.SubmissionLoader;
import org.monthend.load.SubmissionResult;
import org.monthend.load.SubmissionStore;
import org.monthend.load.Withdrawal;
import org.monthend.publish.ScorecardFiles;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionStore;

/** One run of the month end: what is new is loaded, and every scorecard that it changes is computed and drawn. */
public final class MonthEndRun {

    private final MonthWork work;
    private final CatalogueStore catalogues;
    private final SubmissionStore submissions;
    private final KeptFiles kept;
    private final EditionStore editions;
    private final RevisionBook revisions;
    private final LoadRuns runs;
    private final MonthLocks locks;
    private final Stop stop;
    private final ReturnsWatch watch;

    public MonthEndRun(
            MonthWork work,
            CatalogueStore catalogues,
            SubmissionStore submissions,
            KeptFiles kept,
            EditionStore editions,
            RevisionBook revisions,
            LoadRuns runs,
            MonthLocks locks,
            Stop stop,
            ReturnsWatch watch) {
        this.work = work;
        this.catalogues = catalogues;
        this.submissions = submissions;
        this.kept = kept;
        this.editions = editions;
        this.revisions = revisions;
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
     * @param tellsChanges whether to tell figure by figure what the run changes
     */
    public record Request(
            Catalogue catalogue,
            ReturnFolder returns,
            List<ReportingMonth> months,
            Path output,
            ReadLimits limits,
            LoadRuns.Asked asked,
            Errand errand,
            boolean tellsChanges) {

        /** Whatever is new is loaded. */
        public Request(
                Catalogue catalogue,
                ReturnFolder returns,
                List<ReportingMonth> months,
                Path output,
                ReadLimits limits,
                LoadRuns.Asked asked) {
            this(catalogue, returns, months, output, limits, asked, new Errand.Load(), false);
        }
    }

    /**
     * What came of it.
     *
     * @param hadNothingToDo every file was known and every scorecard up to date
     * @param results one for each file that was judged
     * @param withdrawal of a run that was to withdraw a return; empty where there was nothing to take back
     */
    public record Outcome(
            boolean hadNothingToDo,
            boolean hadNewCatalogue,
            List<SubmissionResult> results,
            Optional<Withdrawal> withdrawal,
            Restatement restatement) {

        private static Outcome nothingToDo(boolean hadNewCatalogue) {
            return new Outcome(true, hadNewCatalogue, List.of(), Optional.empty(), Restatement.notAsked());
        }

        /** No file was refused and no row rejected. */
        public boolean isClean() {
            return results.stream()
                    .allMatch(result -> result.judgement().verdict().isLoaded()
                            && result.judgement().rowsRejected() == 0);
        }

        /** A file could not be judged, or not yet; the same command may do it the next time. */
        public boolean isToBeRepeated() {
            return results.stream()
                    .anyMatch(result -> !result.judgement().verdict().isDecision());
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
            ToDo toDo = toDo(request);
            Outcome outcome = toDo.months().isEmpty()
                    ? Outcome.nothingToDo(newCatalogue)
                    : run(request, newCatalogue, toDo, held, progress);
            look.end(outcome.results());
            return outcome;
        }
    }

    private Outcome run(Request request, boolean newCatalogue, ToDo toDo, MonthLocks.Held held, Progress.Start start) {
        try (LoadRuns.OpenRun run = runs.begin(request.asked());
                Progress progress = start.of(toDo.files(), toDo.months().size())) {
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
                    stop,
                    request.errand());
            try {
                List<SubmissionResult> results = new ArrayList<>();
                List<Restatement.Recomputed> scorecards = new ArrayList<>();
                Optional<Withdrawal> withdrawal = withdraw(request, monthEnd);
                toDo.months()
                        .forEach(month ->
                                compared(month, request, scorecards, () -> results.addAll(work.run(month, monthEnd))));
                // A restated month changes the scorecards of later ones that are done already. What is computed anew
                // may
                // make later ones stale, which say how good its forecasts were; so each is looked for when its turn
                // comes.
                Optional<ReportingMonth> next = staleAfter(Optional.empty());
                while (next.isPresent()) {
                    ReportingMonth month = next.get();
                    compared(month, request, scorecards, () -> recompute(month, request, monthEnd));
                    next = staleAfter(next);
                }
                if (results.stream().allMatch(result -> result.trouble().isEmpty())) {
                    run.succeeded();
                }
                return new Outcome(
                        false,
                        newCatalogue,
                        results,
                        withdrawal,
                        request.tellsChanges()
                                ? new Restatement(revisions.of(submissions(results, withdrawal)), scorecards)
                                : Restatement.notAsked());
            } catch (Stopped e) {
                run.stopped();
                throw e;
            }
        }
    }

    private Optional<ReportingMonth> staleAfter(Optional<ReportingMonth> done) {
        return editions.stale().stream()
                .filter(month -> done.map(month::isAfter).orElse(true))
                .findFirst();
    }

    private static List<Long> submissions(List<SubmissionResult> results, Optional<Withdrawal> withdrawal) {
        return Stream.concat(
                        results.stream().filter(result -> !result.isAsBefore()).map(SubmissionResult::number),
                        withdrawal.map(Withdrawal::number).stream())
                .toList();
    }

    private static Optional<Withdrawal> withdraw(Request request, MonthEnd monthEnd) {
        return request.errand() instanceof Errand.Withdraw withdraw
                ? monthEnd.submissions()
                        .withdraw(withdraw.returnCode(), request.months().get(0))
                : Optional.empty();
    }

    /** A month may be computed twice in a run: what was before is what was before the run. */
    private void compared(
            ReportingMonth month, Request request, List<Restatement.Recomputed> scorecards, Runnable computation) {
        if (!request.tellsChanges()) {
            computation.run();
            return;
        }
        String organisation = request.catalogue().topOrganisation().code();
        Optional<Edition> before = scorecards.stream()
                .filter(each -> each.month().equals(month))
                .findFirst()
                .map(Restatement.Recomputed::before)
                .orElseGet(() -> editions.newest(month, organisation));
        computation.run();
        scorecards.removeIf(each -> each.month().equals(month));
        editions.newest(month, organisation)
                .ifPresent(after -> scorecards.add(new Restatement.Recomputed(month, before, after)));
    }

    /** A later month that another run holds is left to it, or to the next run: its mark stays until it is computed. */
    private void recompute(ReportingMonth month, Request request, MonthEnd monthEnd) {
        if (request.months().contains(month)) {
            work.recompute(month, monthEnd);
            return;
        }
        try (MonthLocks.Held alsoHeld = locks.take(List.of(month))) {
            work.recompute(month, monthEnd);
        } catch (MonthIsHeld e) {
            monthEnd.progress().monthLeft(month, String.valueOf(e.getMessage()));
        }
    }

    /** A load looks for what is new; whoever asks for a month to be rerun or a return to be withdrawn means that month. */
    private ToDo toDo(Request request) {
        FilesToJudge files = request.errand()
                .files(
                        request.returns(),
                        kept,
                        new SubmissionLoader(request.catalogue(), submissions, request.limits()));
        SortedSet<ReportingMonth> months = new TreeSet<>(stale(request));
        int count = 0;
        for (ReportingMonth month : request.months()) {
            int toJudge = files.of(month).size();
            count += toJudge;
            if (toJudge > 0 || !(request.errand() instanceof Errand.Load) || !isDrawn(month, request)) {
                months.add(month);
            }
        }
        return new ToDo(months, count);
    }

    private List<ReportingMonth> stale(Request request) {
        return editions.stale().stream().filter(request.months()::contains).toList();
    }

    private boolean isDrawn(ReportingMonth month, Request request) {
        return editions.stamp(month, request.catalogue().topOrganisation().code())
                .map(stamp -> ScorecardFiles.isPut(stamp, request.output().resolve(month.toString())))
                .orElse(false);
    }

    private record ToDo(SortedSet<ReportingMonth> months, int files) {}
}
