package org.monthend.steward;

import java.util.Optional;

/** The files of submissions, kept as they came. */
public interface KeptFiles {

    /** Empty when the submission is unknown or its file is not kept. */
    Optional<KeptFile> file(long submission);
}
