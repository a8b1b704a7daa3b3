package org.monthend.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.validate.History;
import org.monthend.validate.Judgement;
import org.monthend.validate.Statement;

/** Keeps what is published in memory, in place of the warehouse. */
final class KeptSubmissions implements SubmissionStore {

    /** A submission that was decided, and what was staged of it. */
    record Kept(Submission submission, Judgement judgement, List<Statement> staged) {}

    private final History history;
    private final List<Kept> kept = new ArrayList<>();
    private Runnable whenOpened = () -> {};
    private int closed;

    KeptSubmissions() {
        this(History.nothing());
    }

    /** @param history what is known of every month */
    KeptSubmissions(History history) {
        this.history = history;
    }

    /** Has something happen after a file was described, and before it is read. */
    KeptSubmissions whenOpened(Runnable happens) {
        whenOpened = happens;
        return this;
    }

    List<Kept> kept() {
        return kept;
    }

    /** How many submissions were closed, decided or not. */
    int closed() {
        return closed;
    }

    @Override
    public SubmissionStore ofRun(long run) {
        return this;
    }

    /** No file was seen before. */
    @Override
    public boolean stoodStill(ReturnFile file) {
        return false;
    }

    @Override
    public boolean isDecided(Submission submission) {
        return kept.stream()
                .map(Kept::submission)
                .anyMatch(each -> each.returnCode().equals(submission.returnCode())
                        && each.month().equals(submission.month())
                        && each.file().sha256().equals(submission.file().sha256())
                        && each.mappingVersion().equals(submission.mappingVersion()));
    }

    @Override
    public KnownBefore historyBefore(ReportingMonth month) {
        return new KnownBefore() {
            @Override
            public History of(ReturnFile file) {
                return history;
            }

            @Override
            public History now() {
                return history;
            }
        };
    }

    @Override
    public Optional<Withdrawal> withdraw(String returnCode, ReportingMonth month) {
        return Optional.empty();
    }

    @Override
    public OpenSubmission open(Submission submission) {
        List<Statement> staged = new ArrayList<>();
        whenOpened.run();
        return new OpenSubmission() {
            @Override
            public void stage(Statement statement) {
                staged.add(statement);
            }

            @Override
            public SubmissionResult decide(Judgement judgement) {
                kept.add(new Kept(submission, judgement, staged));
                return SubmissionResult.decided(kept.size(), submission, judgement, staged.size(), Optional.empty());
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }
}
