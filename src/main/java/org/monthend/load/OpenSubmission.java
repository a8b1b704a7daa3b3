package org.monthend.load;

import org.monthend.validate.Judgement;
import org.monthend.validate.Statement;

/** A submission inside its transaction. Closing it undecided takes everything back. */
public interface OpenSubmission extends AutoCloseable {

    void stage(Statement statement);

    /**
     * Decides the submission and commits: its rows become current revisions where they say something new, unless it is
     * refused. The verdict, the issues, the rows that were rejected and the bytes of the file are kept in any case. One
     * that is judged again and comes out as before is taken back: nothing is written.
     *
     * @throws FileChanged when the file is no longer what was read; nothing is written
     */
    SubmissionResult decide(Judgement judgement);

    @Override
    void close();
}
