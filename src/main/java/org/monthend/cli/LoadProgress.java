package org.monthend.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.monthend.calendar.ReportingMonth;
import org.monthend.job.Progress;
import org.monthend.load.SubmissionResult;

/** Progress on stderr: bars on a terminal, otherwise a line for each month. */
final class LoadProgress implements Progress {

    private final PrintWriter err;
    private final int months;
    private final Optional<ProgressBar> bar;
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger decided = new AtomicInteger();

    LoadProgress(PrintWriter err, int returns, int months) {
        this.err = err;
        this.months = months;
        boolean terminal = Boolean.getBoolean("monthend.terminal");
        this.bar = terminal
                ? Optional.of(new ProgressBarBuilder()
                        .setTaskName("Returns")
                        .setInitialMax((long) returns + months)
                        .setStyle(style())
                        .setUpdateIntervalMillis(100)
                        .continuousUpdate()
                        .build())
                : Optional.empty();
    }

    /** NO_COLOR asks for plain characters. */
    private static ProgressBarStyle style() {
        return System.getenv("NO_COLOR") == null ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII;
    }

    @Override
    public void submissionDecided(SubmissionResult result) {
        decided.incrementAndGet();
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void monthFinished(ReportingMonth month) {
        int done = finished.incrementAndGet();
        bar.ifPresent(each -> {
            each.step();
            each.setExtraMessage(month.label());
        });
        if (bar.isEmpty() && done > months) {
            err.printf("%s computed anew%n", month.label());
        } else if (bar.isEmpty()) {
            err.printf("%s done, %d of %d months, %d returns so far%n", month.label(), done, months, decided.get());
        }
    }

    @Override
    public void monthLeft(ReportingMonth month, String why) {
        err.printf("The scorecard of %s is out of date, and was left so: %s%n", month.label(), why);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        err.flush();
    }
}
