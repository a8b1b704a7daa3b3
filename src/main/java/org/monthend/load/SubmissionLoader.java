package org.monthend.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.extract.format.ReadLimits;
import org.monthend.validate.Judgement;

/** Takes one file from its folder to a published revision, or to a refusal that says why. For any number of threads. */
public final class SubmissionLoader {

    private final Catalogue catalogue;
    private final SubmissionStore store;
    private final ReturnReading reading;
    private final Map<Mapping, String> mappingVersions = new ConcurrentHashMap<>();

    public SubmissionLoader(Catalogue catalogue, SubmissionStore store, ReadLimits limits) {
        this.catalogue = catalogue;
        this.store = store;
        this.reading = new ReturnReading(catalogue, limits, store);
    }

    /** Whether nothing would come of judging the file, as it is and with the catalogue as it is. */
    public boolean isDecided(ReturnFile file) {
        return store.isDecided(submission(file));
    }

    boolean isDecided(UndecidedFile file, ReportingMonth month) {
        return isDecided(new ReturnFile(Path.of(""), file.name(), month, file.sha256(), 0));
    }

    /** The code of the return that a file of this name is; empty when it is none. */
    String returnOf(String fileName) {
        List<MonthlyReturn> due = reading.dueReturns(fileName);
        return due.size() == 1 ? due.get(0).code() : "";
    }

    /**
     * Extracts, judges and publishes the file in one transaction. A file that is still being written is not decided:
     * nothing of it is kept, and the next run looks at it again.
     */
    public SubmissionResult load(ReturnFile file) {
        Submission submission = submission(file);
        try (OpenSubmission open = store.open(submission)) {
            Judgement judgement = reading.judge(file, open::stage);
            return judgement.verdict().isDecision()
                    ? open.decide(judgement)
                    : SubmissionResult.undecided(submission, judgement);
        }
    }

    /**
     * Judges and publishes a file that has left its folder, from the bytes that are kept.
     *
     * @throws UncheckedIOException when there is no room for a copy of them
     */
    public SubmissionResult replay(UndecidedFile file, ReportingMonth month, KeptFiles kept) {
        try {
            Path copy = Files.createTempFile("monthend-", ".kept");
            try {
                kept.copy(file.sha256(), copy);
                return load(new ReturnFile(copy, file.name(), month, file.sha256(), Files.size(copy)))
                        .asReplay();
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Submission submission(ReturnFile file) {
        List<MonthlyReturn> due = reading.dueReturns(file.name());
        return due.size() == 1
                ? new Submission(due.get(0).code(), file.month(), file, mappingVersion(due.get(0), file))
                : new Submission("", file.month(), file, returnsVersion());
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
}
