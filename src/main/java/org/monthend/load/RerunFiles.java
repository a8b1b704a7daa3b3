package org.monthend.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.FileStanding.State;
import org.monthend.load.FileToJudge.Place;

/**
 * What a rerun judges, whatever was decided before: every file of the folder, and of each return the file that counts, from
 * its kept bytes where the folder has neither it nor a new one. A return that was withdrawn stays so, and an older file does not count
 * in place of a newer one that has left the folder, unless the return is named: then the folder is taken at its word.
 */
public final class RerunFiles implements FilesToJudge {

    private final ReturnFolder folder;
    private final KeptFiles kept;
    private final SubmissionLoader loader;
    private final Optional<String> named;

    /** @param named code of the one return that is judged again; every one of the month when empty */
    public RerunFiles(ReturnFolder folder, KeptFiles kept, SubmissionLoader loader, Optional<String> named) {
        this.folder = folder;
        this.kept = kept;
        this.loader = loader;
        this.named = named;
    }

    @Override
    public List<FileToJudge> of(ReportingMonth month) {
        List<FileStanding> known = kept.standings(month);
        Map<String, List<FileToJudge>> there =
                inFolder(month, known).stream().collect(Collectors.groupingBy(FileToJudge::returnCode));
        Map<String, List<FileStanding>> knownOfReturns =
                known.stream().collect(Collectors.groupingBy(FileStanding::returnCode));
        List<String> arrivals = known.stream().map(FileStanding::sha256).toList();
        return Stream.concat(there.keySet().stream(), knownOfReturns.keySet().stream())
                .distinct()
                .sorted()
                .filter(code -> named.map(code::equals).orElse(true))
                .flatMap(code -> ofReturn(
                        month,
                        there.getOrDefault(code, List.of()),
                        code.isEmpty() ? List.of() : knownOfReturns.getOrDefault(code, List.of()))
                        .stream())
                .sorted(Comparator.comparingInt(file -> UndecidedFiles.arrival(arrivals, file)))
                .toList();
    }

    /** The same bytes under two names are one file of the return, under the name by which they are known if it is there. */
    private List<FileToJudge> inFolder(ReportingMonth month, List<FileStanding> known) {
        Map<String, FileToJudge> files = new LinkedHashMap<>();
        for (ReturnFile file : UndecidedFiles.there(folder, month, kept, loader)) {
            FileToJudge again = new FileToJudge(
                    file.isLegible() && loader.isDecided(file) ? Occasion.AGAIN : Occasion.NEW,
                    Place.FOLDER,
                    loader.returnOf(file.name()),
                    file.name(),
                    file.sha256());
            boolean isKnownByThisName = known.stream()
                    .anyMatch(each -> each.sha256().equals(file.sha256())
                            && each.returnCode().equals(again.returnCode())
                            && each.name().equals(file.name()));
            String bytes = file.isLegible() ? file.sha256() : file.name();
            if (isKnownByThisName || !files.containsKey(again.returnCode() + " " + bytes)) {
                files.put(again.returnCode() + " " + bytes, again);
            }
        }
        List<String> arrivals = known.stream().map(FileStanding::sha256).toList();
        return files.values().stream()
                .sorted(Comparator.comparingInt(file -> UndecidedFiles.arrival(arrivals, file)))
                .toList();
    }

    /**
     * Those of one return.
     *
     * @param there what the folder has of it, in the order of arrival
     * @param known what was judged of it, in the same order
     */
    private List<FileToJudge> ofReturn(ReportingMonth month, List<FileToJudge> there, List<FileStanding> known) {
        Optional<FileStanding> counting = last(known, State.COUNTS);
        Optional<FileStanding> withdrawn = counting.isPresent() ? Optional.empty() : last(known, State.WITHDRAWN);
        List<FileToJudge> news =
                there.stream().filter(file -> file.occasion() == Occasion.NEW).toList();
        if (withdrawn.isPresent() && named.isEmpty()) {
            return news;
        }
        Set<String> digests = there.stream().map(FileToJudge::sha256).collect(Collectors.toSet());
        Optional<FileStanding> newest = known.stream().reduce((one, next) -> next);
        if (named.isPresent() && !there.isEmpty()) {
            boolean isAsThere = Stream.of(counting, newest)
                    .flatMap(Optional::stream)
                    .anyMatch(file -> digests.contains(file.sha256()));
            return known.isEmpty() || !news.isEmpty() || isAsThere && withdrawn.isEmpty() ? there : lastPutBack(there);
        }
        boolean hasUnknown = there.stream()
                .anyMatch(file -> known.stream().noneMatch(each -> each.sha256().equals(file.sha256())));
        if (hasUnknown) {
            return there;
        }
        List<FileToJudge> all = new ArrayList<>(there);
        Stream.of(counting.or(() -> withdrawn), newest)
                .flatMap(Optional::stream)
                .distinct()
                .filter(file -> file.isKept()
                        && !digests.contains(file.sha256())
                        && loader.returnOf(file.name()).equals(file.returnCode()))
                .forEach(file -> all.add(fromKept(month, file)));
        return all;
    }

    private static Optional<FileStanding> last(List<FileStanding> known, State state) {
        return known.stream().filter(file -> file.state() == state).reduce((one, next) -> next);
    }

    private FileToJudge fromKept(ReportingMonth month, FileStanding standing) {
        FileToJudge again =
                new FileToJudge(Occasion.AGAIN, Place.KEPT, standing.returnCode(), standing.name(), standing.sha256());
        if (standing.state() == State.WITHDRAWN) {
            return of(Occasion.PUT_BACK, again);
        }
        return loader.isDecided(again, month) ? again : of(Occasion.NEW, again);
    }

    /** One alone takes its place anew, so that it is done in one transaction: the last of those that are there. */
    private static List<FileToJudge> lastPutBack(List<FileToJudge> there) {
        List<FileToJudge> files = new ArrayList<>(there);
        int end = files.size() - 1;
        files.set(end, of(Occasion.PUT_BACK, files.get(end)));
        return files;
    }

    private static FileToJudge of(Occasion occasion, FileToJudge file) {
        return new FileToJudge(occasion, file.place(), file.returnCode(), file.name(), file.sha256());
    }
}
