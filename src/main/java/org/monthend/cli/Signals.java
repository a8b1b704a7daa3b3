package org.monthend.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.monthend.job.Stop;

/**
 * What SIGTERM and Ctrl-C do. A command that works on the warehouse finishes the file in hand, says what stands and ends
 * by itself; one that takes too long, and one that only reads, ends at once, and the database undoes what was open.
 */
final class Signals {

    /** Asked by a signal; the runs of this process look at it. */
    static final Stop STOP = new Stop();

    /** Whoever sends a signal waits about 30 seconds before it kills. */
    private static final long PATIENCE_SECONDS = 25;

    private static final AtomicBoolean WORTH_WAITING = new AtomicBoolean();

    private Signals() {}

    /** To be called before the warehouse is opened. */
    static void waitForTheCommand() {
        WORTH_WAITING.set(true);
    }

    /** Runs the command of this process and answers its exit code; a signal meanwhile decides how it ends. */
    static int attend(PrintWriter err, IntSupplier command) {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicInteger exitCode = new AtomicInteger(ExitCode.UNEXPECTED.number());
        Thread onSignal = new Thread(() -> end(err, ended, exitCode), "signals");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            exitCode.set(command.getAsInt());
        } finally {
            ended.countDown();
        }
        return exitCode.get();
    }

    /** The first of the hooks to act: the code of a process that a signal ends can be set in no other way. */
    private static void end(PrintWriter err, CountDownLatch ended, AtomicInteger exitCode) {
        if (ended.getCount() == 0) {
            return;
        }
        STOP.ask();
        if (!WORTH_WAITING.get()) {
            Runtime.getRuntime().halt(ExitCode.STOPPED.number());
        }
        err.println("Stopping: what is in hand is finished first.");
        if (waitFor(ended)) {
            Runtime.getRuntime().halt(exitCode.get());
        }
        err.printf(
                "What is in hand did not end within %d seconds and is given up; the database undoes what was open."
                        + " Run the same command again.%n",
                PATIENCE_SECONDS);
        Runtime.getRuntime().halt(ExitCode.STOPPED.number());
    }

    private static boolean waitFor(CountDownLatch ended) {
        try {
            return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
