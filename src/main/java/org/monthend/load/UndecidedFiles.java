package org.monthend.load;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.FileToJudge.Place;

/**
 * What a load judges: files of the folder that are new, or that a mended catalogue reads otherwise, and files that have
 * left the folder, but whose return still waits for just that.
 */
public final class UndecidedFiles implements FilesToJudge {

    private final ReturnFolder folder;
    private final KeptFiles kept;
    private final SubmissionLoader loader;

    public UndecidedFiles(ReturnFolder folder, KeptFiles kept, SubmissionLoader loader) {
        this.folder = folder;
        this.kept = kept;
        this.loader = loader;
    }

    @Override
    public List<FileToJudge> of(ReportingMonth month) {
        List<ReturnFile> there = there(folder, month, kept, loader);
        Set<String> digests = there.stream().map(ReturnFile::sha256).collect(Collectors.toSet());
        List<String> arrivals = kept.arrivals(month);
        Stream<FileToJudge> undecided = there.stream()
                .filter(file -> !file.isLegible() || !loader.isDecided(file))
                .map(file -> new FileToJudge(
                        Occasion.NEW, Place.FOLDER, loader.returnOf(file.name()), file.name(), file.sha256()));
        Stream<FileToJudge> waiting = kept.waiting().stream()
                .filter(file -> file.month().equals(month) && !digests.contains(file.sha256()))
                .map(file -> new FileToJudge(
                        Occasion.NEW, Place.KEPT, loader.returnOf(file.name()), file.name(), file.sha256()))
                .filter(file -> !file.returnCode().isEmpty() && !loader.isDecided(file, month));
        return Stream.concat(undecided, waiting)
                .sorted(Comparator.comparingInt(file -> arrival(arrivals, file)))
                .toList();
    }

    /**
     * The files of the folder but for those that are a return's already and were given a name that is no return's: their
     * bytes are kept, and the name takes nothing back.
     */
    static List<ReturnFile> there(ReturnFolder folder, ReportingMonth month, KeptFiles kept, SubmissionLoader loader) {
        List<ReturnFile> files = folder.files(month);
        if (files.stream().noneMatch(file -> loader.returnOf(file.name()).isEmpty())) {
            return files;
        }
        Set<String> ofReturns = kept.standings(month).stream()
                .filter(standing -> !standing.returnCode().isEmpty())
                .map(FileStanding::sha256)
                .collect(Collectors.toSet());
        return files.stream()
                .filter(file -> !loader.returnOf(file.name()).isEmpty() || !ofReturns.contains(file.sha256()))
                .toList();
    }

    static int arrival(List<String> arrivals, FileToJudge file) {
        int place = arrivals.indexOf(file.sha256());
        return place < 0 ? arrivals.size() : place;
    }
}
