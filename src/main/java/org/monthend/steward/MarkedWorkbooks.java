package org.monthend.steward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.KeptFiles;

/** Writes senders' workbooks, marked, from the bytes that are kept. */
public final class MarkedWorkbooks {

    private final SubmissionBook submissions;
    private final KeptFiles kept;
    private final ReadLimits limits;

    public MarkedWorkbooks(SubmissionBook submissions, KeptFiles kept, ReadLimits limits) {
        this.submissions = submissions;
        this.kept = kept;
        this.limits = limits;
    }

    /** Writes the copy into the folder of its submission and gives its place; empty when the bytes are not kept. */
    public Optional<Path> write(long number, Path folder) throws IOException {
        Optional<KeptSubmission> found = submissions.submission(number).filter(KeptSubmission::isFileKept);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        KeptSubmission submission = found.get();
        Path bytes = Files.createTempFile("monthend", ".return");
        try {
            kept.copy(submission.sha256(), bytes);
            SenderCopy copy = new SenderCopy(bytes, submission.file(), limits);
            Path target = folder.resolve(copy.fileName());
            copy.write(SenderWords.cover(submission), SenderWords.faults(submission.issues()), target);
            return Optional.of(target);
        } finally {
            Files.deleteIfExists(bytes);
        }
    }
}
