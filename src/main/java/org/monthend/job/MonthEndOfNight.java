package org.monthend.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.load.CatalogueStore;
import org.monthend.load.KeptFile;
import org.monthend.load.KeptFiles;
import org.monthend.load.LoadRuns;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionResult;

/** The month end as the night runs it: all months of the input folder, and then the integrity checks. */
public final class MonthEndOfNight implements NightsWork {

    private final Path input;
    private final Path output;
    private final ReadLimits limits;
    private final MonthEndRun monthEnd;
    private final CatalogueStore catalogues;
    private final KeptFiles kept;
    private final IntegrityChecks checks;

    /**
     * @param input the folder of catalogue.xlsx and returns
     * @param output the folder that gets the scorecards
     */
    public MonthEndOfNight(
            Path input,
            Path output,
            ReadLimits limits,
            MonthEndRun monthEnd,
            CatalogueStore catalogues,
            KeptFiles kept,
            IntegrityChecks checks) {
        this.input = input;
        this.output = output;
        this.limits = limits;
        this.monthEnd = monthEnd;
        this.catalogues = catalogues;
        this.kept = kept;
        this.checks = checks;
    }

    @Override
    public Done run(Instant night, NightEvent.Listener listener) {
        CatalogueFile catalogueFile = new CatalogueFile(input.resolve("catalogue.xlsx"));
        Catalogue catalogue = catalogueFile.read(ReadLimits.standard());
        catalogues.keep(catalogueFile, catalogue);
        ReturnFolder returns = new ReturnFolder(input.resolve("returns"));
        MonthEndRun.Outcome outcome = monthEnd.run(
                new MonthEndRun.Request(
                        catalogue,
                        returns,
                        months(returns),
                        output,
                        limits,
                        new LoadRuns.Asked(Night.REQUESTED_BY, Night.reason(night), Optional.empty())),
                (files, months) -> new Told(listener));
        List<IntegrityChecks.Violation> violations = checks.run();
        listener.hear(new NightEvent.Checked(checks.count(), violations));
        return new Done(outcome.results(), violations);
    }

    /** Those of the folder, and those of returns that wait for a mended catalogue. */
    private List<ReportingMonth> months(ReturnFolder returns) {
        return Stream.concat(returns.months().stream(), kept.waiting().stream().map(KeptFile::month))
                .distinct()
                .sorted()
                .toList();
    }

    /** Progress as the listener of nights hears it. */
    private record Told(NightEvent.Listener listener) implements Progress {

        @Override
        public void submissionDecided(SubmissionResult result) {
            listener.hear(new NightEvent.Decided(result));
        }

        @Override
        public void monthFinished(ReportingMonth month) {
            listener.hear(new NightEvent.MonthFinished(month));
        }

        @Override
        public void monthLeft(ReportingMonth month, String why) {
            listener.hear(new NightEvent.MonthLeft(month, why));
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
