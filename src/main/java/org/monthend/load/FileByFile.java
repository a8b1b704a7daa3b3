package org.monthend.load;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.monthend.calendar.ReportingMonth;

/** Judges files of a month one after the other. One that fails does not keep the others from being judged. */
public final class FileByFile {

    private final ReportingMonth month;
    private final ReturnFolder folder;
    private final KeptFiles kept;
    private final SubmissionLoader loader;

    public FileByFile(ReportingMonth month, ReturnFolder folder, KeptFiles kept, SubmissionLoader loader) {
        this.month = month;
        this.folder = folder;
        this.kept = kept;
        this.loader = loader;
    }

    /**
     * @param mayGoOn is asked before each file
     * @param results receives what became of each, also of one that could not be judged
     * @return false when it was told not to go on
     * @throws WarehouseUnavailable when the warehouse gave up on one of them; all the others were tried
     */
    public boolean judge(List<FileToJudge> files, BooleanSupplier mayGoOn, Consumer<SubmissionResult> results) {
        List<WarehouseUnavailable> failures = new ArrayList<>();
        Set<String> digests = new HashSet<>();
        for (FileToJudge file : files) {
            if (!mayGoOn.getAsBoolean()) {
                return false;
            }
            try {
                judge(file, digests).ifPresent(results);
            } catch (WarehouseUnavailable e) {
                failures.add(e);
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                results.accept(loader.troubled(file, month, trouble(e)));
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return true;
    }

    private static String trouble(Throwable failure) {
        if (!(failure instanceof UncheckedIOException unreadable)) {
            return "reading it failed unexpectedly, and that is our fault, not the sender's (%s). The next run tries it again; until then nothing of it counts."
                    .formatted(failure);
        }
        Throwable cause = Objects.requireNonNull(unreadable.getCause());
        if (cause instanceof NoSuchFileException) {
            return "it was taken away before it was read. The next run looks again.";
        }
        return "it cannot be read (%s). Check its rights and the disk; the next run tries it again."
                .formatted(cause instanceof AccessDeniedException ? "access is denied" : cause.getMessage());
    }

    /** Empty for a file whose bytes are decided already: an earlier one had them under another name. */
    private Optional<SubmissionResult> judge(FileToJudge planned, Set<String> digests) {
        if (planned.place() == FileToJudge.Place.KEPT) {
            return Optional.of(loader.replay(planned, month, kept));
        }
        ReturnFile file =
                ReturnFolder.describe(folder.folder().resolve(month.toString()).resolve(planned.name()), month);
        Occasion occasion = file.sha256().equals(planned.sha256()) ? planned.occasion() : Occasion.NEW;
        boolean isFirst = digests.add(file.sha256()) && file.sha256().equals(planned.sha256());
        return occasion != Occasion.NEW || isFirst || !loader.isDecided(file)
                ? Optional.of(loader.load(file, occasion))
                : Optional.empty();
    }
}
