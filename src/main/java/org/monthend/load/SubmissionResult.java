package org.monthend.load;

import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.validate.Judgement;

/**
 * What became of a submission.
 *
 * @param number the submission's number; 0 for one that is not decided yet
 * @param isReplay whether it was judged again from the bytes kept, its file having left the folder
 * @param revisions figures that were new or had changed; the rest were known already
 * @param earliestChange the first month of which a figure is new or changed; empty when none is
 */
public record SubmissionResult(
        long number,
        boolean isReplay,
        Submission submission,
        Judgement judgement,
        int revisions,
        Optional<ReportingMonth> earliestChange) {

    /** A file that is looked at again: nothing of it is kept. */
    static SubmissionResult undecided(Submission submission, Judgement judgement) {
        return new SubmissionResult(0, false, submission, judgement, 0, Optional.empty());
    }

    SubmissionResult asReplay() {
        return new SubmissionResult(number, true, submission, judgement, revisions, earliestChange);
    }
}
