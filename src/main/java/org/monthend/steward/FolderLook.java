package org.monthend.steward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.FileToJudge;
import org.monthend.load.ReturnFile;
import org.monthend.load.ReturnFolder;
import org.monthend.steward.FileRemark.Kind;

/** Tells of the files of a month's folder whatever is not plain: most lie there and count, and of those nothing is said. */
final class FolderLook {

    private final ReturnFolder folder;
    private final List<Attempt> attempts;
    private final List<FileToJudge> waiting;
    private final List<String> unfinished;

    FolderLook(ReturnFolder folder, List<Attempt> attempts, List<FileToJudge> waiting, List<String> unfinished) {
        this.folder = folder;
        this.attempts = attempts;
        this.waiting = waiting;
        this.unfinished = unfinished;
    }

    List<FileRemark> remarks(ReportingMonth month) {
        List<FileRemark> remarks = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        // Of two files with the same bytes the one that was judged is the one that lies there by right.
        List<ReturnFile> files = folder.files(month).stream()
                .sorted(Comparator.comparing((ReturnFile file) -> wasJudgedAs(file) ? 0 : 1))
                .toList();
        Set<String> digests = new HashSet<>();
        for (ReturnFile file : files) {
            digests.add(file.sha256());
            String twin = seen.putIfAbsent(file.sha256(), file.name());
            if (twin == null) {
                remark(file).ifPresent(remarks::add);
            } else {
                remarks.add(new FileRemark(
                        file.name(), Kind.SAME_BYTES, "the same bytes as '%s'; one of them is enough".formatted(twin)));
            }
        }
        waiting.stream()
                .filter(file -> !digests.contains(file.sha256()))
                .map(file -> new FileRemark(
                        file.name(), Kind.READ_ANEW, "no longer in the folder, but kept; the next load reads it anew"))
                .forEach(remarks::add);
        folder.openInExcel(month)
                .forEach(name -> remarks.add(new FileRemark(name, Kind.OPEN_IN_EXCEL, "someone has it open in Excel")));
        remarks.sort(Comparator.comparing(FileRemark::file));
        return remarks;
    }

    private boolean wasJudgedAs(ReturnFile file) {
        return attempts.stream()
                .anyMatch(attempt ->
                        attempt.sha256().equals(file.sha256()) && attempt.file().equals(file.name()));
    }

    private Optional<FileRemark> remark(ReturnFile file) {
        Optional<Attempt> known = known(file);
        if (isWaiting(file)) {
            return Optional.of(waiting(file, known));
        }
        if (known.isEmpty()) {
            return Optional.of(new FileRemark(
                    file.name(), Kind.OLDER, "a later file counts for its return; this one is not loaded"));
        }
        Attempt attempt = known.get();
        if (attempt.returnCode().isEmpty()) {
            return Optional.of(new FileRemark(
                    file.name(),
                    Kind.NO_RETURN,
                    "fits no return of the catalogue; name it as the Returns sheet says, or take it away"));
        }
        if (attempt.counts() && !attempt.stands()) {
            return Optional.of(new FileRemark(
                    file.name(),
                    Kind.STILL_COUNTS,
                    "counts for %s still, because nothing of a later file was loaded".formatted(attempt.returnCode())));
        }
        if (!attempt.stands()) {
            return Optional.of(new FileRemark(
                    file.name(),
                    Kind.OLDER,
                    "was attempt %d at %s; a later one counts".formatted(attempt.number(), attempt.returnCode())));
        }
        return attempt.file().equals(file.name())
                ? Optional.empty()
                : Optional.of(new FileRemark(
                        file.name(),
                        Kind.RENAMED,
                        "counts for %s; it was called '%s' when it was judged"
                                .formatted(attempt.returnCode(), attempt.file())));
    }

    private boolean isWaiting(ReturnFile file) {
        return waiting.stream()
                .anyMatch(each ->
                        each.sha256().equals(file.sha256()) && each.name().equals(file.name()));
    }

    private FileRemark waiting(ReturnFile file, Optional<Attempt> known) {
        if (unfinished.contains(file.sha256())) {
            return new FileRemark(
                    file.name(),
                    Kind.UNFINISHED,
                    "broke off when a run looked at it, as if it were still being copied; the next load looks again");
        }
        return known.isPresent()
                ? new FileRemark(file.name(), Kind.READ_ANEW, "known, but the catalogue now reads it otherwise")
                : new FileRemark(file.name(), Kind.NEW, "not loaded yet");
    }

    /** The attempt that the bytes are best known by: one that counts, else the last at a return, else one at none. */
    private Optional<Attempt> known(ReturnFile file) {
        return attempts.stream()
                .filter(attempt -> attempt.sha256().equals(file.sha256()))
                .max(Comparator.comparing(
                                (Attempt attempt) -> !attempt.returnCode().isEmpty())
                        .thenComparing(Attempt::counts)
                        .thenComparing(Attempt::stands)
                        .thenComparing(Attempt::submission));
    }
}
