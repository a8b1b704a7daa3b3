package org.monthend.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.FileStanding.State;

/** What has to be said of files that stand in a folder and do not count, one sentence each. */
public final class FolderNotes {

    /** A return that comes in more files is a feed: each of them speaks for its own part. */
    private static final int MOST_FILES = 20;

    private final ReturnFolder folder;
    private final KeptFiles kept;

    public FolderNotes(ReturnFolder folder, KeptFiles kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /** The sentences about a month's folder, in the order of its files. */
    public List<String> of(ReportingMonth month) {
        List<ReturnFile> there = folder.files(month);
        List<FileStanding> known = kept.standings(month);
        Set<String> names = there.stream().map(ReturnFile::name).collect(Collectors.toSet());
        Map<String, Long> filesOfReturns =
                known.stream().collect(Collectors.groupingBy(FileStanding::returnCode, Collectors.counting()));
        Predicate<FileStanding> isOneOfFew = file -> filesOfReturns.getOrDefault(file.returnCode(), 0L) <= MOST_FILES;
        List<String> notes = new ArrayList<>();
        for (ReturnFile file : there) {
            List<FileStanding> same = known.stream()
                    .filter(each -> file.isLegible() && each.sha256().equals(file.sha256()))
                    .toList();
            same.stream()
                    .filter(each -> names.contains(each.name())
                            && same.stream().noneMatch(other -> other.name().equals(file.name())))
                    .findFirst()
                    .ifPresentOrElse(
                            each -> notes.add("%s/%s has the same bytes as %s and is loaded once."
                                    .formatted(month, file.name(), each.name())),
                            () -> same.stream()
                                    .filter(isOneOfFew)
                                    .reduce((one, next) -> next)
                                    .flatMap(each -> note(month, file.name(), each, names))
                                    .ifPresent(notes::add));
        }
        return notes;
    }

    private static Optional<String> note(ReportingMonth month, String name, FileStanding standing, Set<String> names) {
        if (standing.state() == State.WITHDRAWN) {
            return Optional.of(
                    "%s/%s does not count: return %s was withdrawn. ./monthend rerun %s --return %s brings it back."
                            .formatted(month, name, standing.returnCode(), month, standing.returnCode()));
        }
        if (standing.state() != State.REPLACED) {
            return Optional.empty();
        }
        String how = names.contains(standing.countingName())
                ? "To make it count, take that one out of the folder and run"
                : "That one is no longer in the folder; to make this one count, run";
        return Optional.of("%s/%s does not count: %s came later for return %s. %s ./monthend rerun %s --return %s."
                .formatted(
                        month,
                        name,
                        standing.countingName(),
                        standing.returnCode(),
                        how,
                        month,
                        standing.returnCode()));
    }
}
