package org.monthend.load;

import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.validate.Judgement;

/**
 * What became of a submission.
 *
 * @param revisions figures that were new or had changed; the rest were known already
 * @param earliestChange the first month of which a figure is new or changed; empty when none is
 */
public record SubmissionResult(
        Submission submission, Judgement judgement, int revisions, Optional<ReportingMonth> earliestChange) {}
