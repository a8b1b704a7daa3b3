package org.monthend.load;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.monthend.calendar.ReportingMonth;
import org.monthend.validate.Judgement;
import org.monthend.validate.Verdict;

/**
 * What became of a submission.
 *
 * @param number the submission's number; 0 for one that is not decided yet
 * @param isReplay whether it was judged again from the bytes kept, its file having left the folder
 * @param isAsBefore whether it was judged again and came out as before, so that nothing was written
 * @param revisions figures that were new or had changed; the rest were known already
 * @param earliestChange the first month of which a figure is new or changed; empty when none is
 * @param trouble why the file could not be judged at all, in a sentence; empty when it could
 */
public record SubmissionResult(
        long number,
        boolean isReplay,
        boolean isAsBefore,
        Submission submission,
        Judgement judgement,
        int revisions,
        Optional<ReportingMonth> earliestChange,
        String trouble) {

    /** One that was decided and published. */
    public static SubmissionResult decided(
            long number,
            Submission submission,
            Judgement judgement,
            int revisions,
            Optional<ReportingMonth> earliestChange) {
        return new SubmissionResult(number, false, false, submission, judgement, revisions, earliestChange, "");
    }

    /** One that was decided before, and comes out the same. */
    public static SubmissionResult asBefore(long number, Submission submission, Judgement judgement) {
        return new SubmissionResult(number, false, true, submission, judgement, 0, Optional.empty(), "");
    }

    /** A file that is looked at again: nothing of it is kept. */
    static SubmissionResult undecided(Submission submission, Judgement judgement) {
        return new SubmissionResult(0, false, false, submission, judgement, 0, Optional.empty(), "");
    }

    /** A file that could not be judged, for a reason that is not its sender's: the next run looks at it again. */
    static SubmissionResult troubled(Submission submission, String trouble) {
        Judgement nothing = new Judgement(Verdict.DEFERRED, 0, 0, 0, List.of(), Set.of(), List.of(), List.of());
        return new SubmissionResult(0, false, false, submission, nothing, 0, Optional.empty(), trouble);
    }

    SubmissionResult asReplay() {
        return new SubmissionResult(
                number, true, isAsBefore, submission, judgement, revisions, earliestChange, trouble);
    }
}
