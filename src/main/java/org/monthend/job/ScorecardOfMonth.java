package org.monthend.job;

import java.io.IOException;
import java.nio.file.Path;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Organisation;
import org.monthend.publish.ScorecardFiles;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionFiles;
import org.monthend.scorecard.ScorecardRule;

/** The scorecard of a month: computed from what the warehouse knows, and drawn from what the warehouse keeps. */
final class ScorecardOfMonth {

    private ScorecardOfMonth() {}

    /** Whoever asks for a month to be run again has it computed again; a load computes what its inputs have made stale. */
    static void compute(ReportingMonth month, MonthEnd monthEnd) {
        Organisation organisation = monthEnd.catalogue().topOrganisation();
        if (monthEnd.errand() instanceof Errand.Load
                && !monthEnd.editions().stale().contains(month)
                && monthEnd.editions().stamp(month, organisation.code()).isPresent()) {
            return;
        }
        monthEnd.editions()
                .replaceDraft(
                        month,
                        organisation.code(),
                        figures -> ScorecardRule.compute(month, organisation, monthEnd.catalogue(), figures));
    }

    /** A draft is drawn; an issued edition lies there as it was published. */
    static void publish(ReportingMonth month, MonthEnd monthEnd) throws IOException {
        String organisation = monthEnd.catalogue().topOrganisation().code();
        Edition edition = monthEnd.editions().newest(month, organisation).orElseThrow();
        Path folder = monthEnd.output().resolve(month.toString());
        EditionFiles files = edition.status() == Edition.Status.DRAFT
                ? ScorecardFiles.draw(edition)
                : monthEnd.editions()
                        .files(month, organisation, edition.number())
                        .orElseThrow();
        ScorecardFiles.put(files, folder);
    }
}
