package org.monthend.job;

import java.util.List;
import java.util.Optional;
import org.monthend.load.FilesToJudge;
import org.monthend.load.KeptFiles;
import org.monthend.load.RerunFiles;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionLoader;
import org.monthend.load.UndecidedFiles;

/** What a run is sent for. */
public sealed interface Errand {

    /** The files that there are to judge. */
    FilesToJudge files(ReturnFolder returns, KeptFiles kept, SubmissionLoader loader);

    /** Whatever is new is loaded. */
    record Load() implements Errand {

        @Override
        public FilesToJudge files(ReturnFolder returns, KeptFiles kept, SubmissionLoader loader) {
            return new UndecidedFiles(returns, kept, loader);
        }
    }

    /**
     * The months are judged again, whatever was decided before.
     *
     * @param returnCode the one return that is judged again, by what stands in the folder; every one when empty
     */
    record Rerun(Optional<String> returnCode) implements Errand {

        @Override
        public FilesToJudge files(ReturnFolder returns, KeptFiles kept, SubmissionLoader loader) {
            return new RerunFiles(returns, kept, loader, returnCode);
        }
    }

    /** What a return has said for the month is taken back; no file is judged. */
    record Withdraw(String returnCode) implements Errand {

        @Override
        public FilesToJudge files(ReturnFolder returns, KeptFiles kept, SubmissionLoader loader) {
            return month -> List.of();
        }
    }
}
