package org.monthend.job;

import java.nio.file.Path;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.FilesToJudge;
import org.monthend.load.KeptFiles;
import org.monthend.load.MonthLocks;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionLoader;
import org.monthend.load.SubmissionStore;
import org.monthend.scorecard.EditionStore;

/**
 * What one run of the month end works with.
 *
 * @param errand what the run is for
 * @param submissions belongs to the run: what it publishes is noted as the run's
 * @param output the folder that gets a folder for each month
 */
public record MonthEnd(
        long run,
        Catalogue catalogue,
        ReturnFolder returns,
        SubmissionStore submissions,
        KeptFiles kept,
        EditionStore editions,
        ReadLimits limits,
        Path output,
        Progress progress,
        MonthLocks.Held held,
        Stop stop,
        Errand errand) {

    /** The files that there are to judge. */
    FilesToJudge files(SubmissionLoader loader) {
        return errand.files(returns, kept, loader);
    }

    /**
     * Whether more may be begun: not when the process was asked to stop.
     *
     * @throws org.monthend.load.WarehouseUnavailable when the months are held no longer, so that another run may hold them
     */
    boolean mayGoOn() {
        held.confirm();
        return !stop.isAsked();
    }
}
