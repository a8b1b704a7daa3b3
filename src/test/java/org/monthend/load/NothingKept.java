package org.monthend.load;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.monthend.calendar.ReportingMonth;

/** No file came before. */
final class NothingKept implements KeptFiles {

    @Override
    public List<KeptFile> waiting() {
        return List.of();
    }

    @Override
    public List<FileStanding> standings(ReportingMonth month) {
        return List.of();
    }

    @Override
    public List<String> arrivals(ReportingMonth month) {
        return List.of();
    }

    @Override
    public void copy(String sha256, Path target) {
        throw new NoSuchElementException(sha256);
    }
}
