package org.monthend.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.extract.format.ReadLimits;
import org.monthend.validate.History;
import org.monthend.validate.Judgement;

/** Takes one file from its folder to a published revision, or to a refusal that says why. For any number of threads. */
public final class SubmissionLoader {

    private final Catalogue catalogue;
    private final SubmissionStore store;
    private final ReturnReading reading;
    private final ReturnReading readingPutBack;
    private final Map<Mapping, String> mappingVersions = new ConcurrentHashMap<>();

    public SubmissionLoader(Catalogue catalogue, SubmissionStore store, ReadLimits limits) {
        this.catalogue = catalogue;
        this.store = store;
        Map<ReportingMonth, KnownBefore> known = new ConcurrentHashMap<>();
        Function<ReportingMonth, KnownBefore> asked = month -> known.computeIfAbsent(month, store::historyBefore);
        this.reading = new ReturnReading(catalogue, limits, store, asked);
        // What is put back comes now, whenever it came first.
        this.readingPutBack = new ReturnReading(catalogue, limits, store, month -> AllKnown.of(asked.apply(month)));
    }

    /** Whether nothing would come of judging the file, as it is and with the catalogue as it is. */
    public boolean isDecided(ReturnFile file) {
        return store.isDecided(submission(file, Occasion.NEW));
    }

    boolean isDecided(FileToJudge file, ReportingMonth month) {
        return isDecided(new ReturnFile(Path.of(""), file.name(), month, file.sha256(), 0));
    }

    /** The code of the return that a file of this name is; empty when it is none. */
    String returnOf(String fileName) {
        List<MonthlyReturn> due = reading.dueReturns(fileName);
        return due.size() == 1 ? due.get(0).code() : "";
    }

    /** As {@link #load(ReturnFile, Occasion)}, of a file that is new. */
    public SubmissionResult load(ReturnFile file) {
        return load(file, Occasion.NEW);
    }

    /**
     * Extracts, judges and publishes the file in one transaction. A file that is still being written, or is not what it was
     * when it was described, is not decided: nothing of it is kept, and the next run looks at it again.
     */
    public SubmissionResult load(ReturnFile file, Occasion occasion) {
        Submission submission = submission(file, occasion);
        Optional<Untouched> before = Untouched.now(file.path());
        try (OpenSubmission open = store.open(submission)) {
            Judgement judgement = (occasion == Occasion.PUT_BACK ? readingPutBack : reading).judge(file, open::stage);
            if (judgement.verdict().isDecision() && !before.equals(Untouched.now(file.path()))) {
                throw new FileChanged(file.name());
            }
            return judgement.verdict().isDecision()
                    ? open.decide(judgement)
                    : SubmissionResult.undecided(submission, judgement);
        } catch (FileChanged e) {
            return SubmissionResult.undecided(submission, reading.changed(file));
        }
    }

    /** A file that could not be judged, for a reason that is not its sender's. */
    SubmissionResult troubled(FileToJudge file, ReportingMonth month, String trouble) {
        ReturnFile named = new ReturnFile(Path.of(""), file.name(), month, file.sha256(), 0);
        return SubmissionResult.troubled(submission(named, file.occasion()), trouble);
    }

    /**
     * Judges and publishes a file that has left its folder, from the bytes that are kept.
     *
     * @throws UncheckedIOException when there is no room for a copy of them
     */
    public SubmissionResult replay(FileToJudge file, ReportingMonth month, KeptFiles kept) {
        try {
            Path copy = Files.createTempFile("monthend-", ".kept");
            try {
                kept.copy(file.sha256(), copy);
                return load(new ReturnFile(copy, file.name(), month, file.sha256(), Files.size(copy)), file.occasion())
                        .asReplay();
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Submission submission(ReturnFile file, Occasion occasion) {
        List<MonthlyReturn> due = reading.dueReturns(file.name());
        return due.size() == 1
                ? new Submission(due.get(0).code(), file.month(), file, mappingVersion(due.get(0), file), occasion)
                : new Submission("", file.month(), file, returnsVersion(), occasion);
    }

    private String mappingVersion(MonthlyReturn due, ReturnFile file) {
        List<Layout> layouts = due.tables().stream()
                .flatMap(List::stream)
                .flatMap(code -> catalogue.layout(code, file.month()).stream())
                .toList();
        return mappingVersions.computeIfAbsent(
                new Mapping(due.organisationCode(), due.tables(), layouts, ReturnReading.nameSays(file.name())),
                mapping -> mapping.version(catalogue));
    }

    /** A file of no return may become one's when the patterns of file names change. */
    private String returnsVersion() {
        return ReturnFolder.sha256(ReturnReading.patterns(catalogue.returns()).getBytes(StandardCharsets.UTF_8))
                .substring(0, Mapping.DIGITS);
    }

    /** Everything that is known now, whichever file asks. */
    private record AllKnown(KnownBefore known) implements KnownBefore {

        static KnownBefore of(KnownBefore known) {
            return new AllKnown(known);
        }

        @Override
        public History of(ReturnFile file) {
            return known.now();
        }

        @Override
        public History now() {
            return known.now();
        }
    }

    /** What changes with a file, even where its bytes are the same again in the end. */
    private record Untouched(Optional<Object> key, FileTime changed, long bytes) {

        /** Empty when the file is not there. */
        static Optional<Untouched> now(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new Untouched(
                        Optional.ofNullable(attributes.fileKey()), attributes.lastModifiedTime(), attributes.size()));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
