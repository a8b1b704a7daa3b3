package org.monthend.steward;

import java.nio.file.Files;
import java.util.Optional;
import org.monthend.load.ReturnFile;
import org.monthend.load.ReturnFolder;

/** Finds the file of a submission in the folder of returns, by its digest. */
public record FilesOfInput(ReturnFolder folder, Submissions submissions) implements KeptFiles {

    @Override
    public Optional<KeptFile> file(long submission) {
        return submissions.find(submission).flatMap(this::find);
    }

    private Optional<KeptFile> find(Submissions.Judged judged) {
        return folder.files(judged.month()).stream()
                .filter(file -> file.sha256().equals(judged.sha256()))
                .map(ReturnFile::path)
                .map(path -> new KeptFile(judged.fileName(), () -> Files.newInputStream(path)))
                .findFirst();
    }
}
