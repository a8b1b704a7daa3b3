package org.monthend.load;

import org.monthend.validate.Judgement;
import org.monthend.validate.Statement;

/** A submission inside its transaction. Closing it undecided takes everything back. */
public interface OpenSubmission extends AutoCloseable {

    void stage(Statement statement);

    /**
     * Decides the submission and commits: its rows become current revisions where they say something new, or, when it
     * is refused, only the verdict and its issues are kept.
     */
    SubmissionResult decide(Judgement judgement);

    @Override
    void close();
}
