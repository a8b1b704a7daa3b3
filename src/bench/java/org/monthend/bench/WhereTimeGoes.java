package org.monthend.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks every few milliseconds at what the loading threads do, waiting for the database included, and counts by the
 * part of the product that they are in.
 */
final class WhereTimeGoes implements AutoCloseable {

    private static final int EVERY_MILLISECONDS = 5;

    private final Map<String, Integer> seen = new HashMap<>();
    private final Thread watcher = new Thread(this::watch, "watcher");
    private volatile boolean goesOn = true;

    WhereTimeGoes() {
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        while (goesOn) {
            for (ThreadInfo thread : threads.dumpAllThreads(false, false)) {
                if (thread != null
                        && (thread.getThreadName().startsWith("load-")
                                || thread.getThreadName().equals("main"))) {
                    String part = part(thread.getStackTrace());
                    if (!part.isEmpty()) {
                        seen.merge(part, 1, Integer::sum);
                    }
                }
            }
            try {
                Thread.sleep(EVERY_MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The innermost method of ours says which part it is; empty for a thread that only waits for others. */
    private static String part(StackTraceElement[] stack) {
        if (stack.length == 0 || stack[0].getMethodName().equals("park")) {
            return "";
        }
        for (int index = 0; index < stack.length; index++) {
            StackTraceElement frame = stack[index];
            String type = frame.getClassName();
            if (type.startsWith("org.springframework.batch")) {
                return "job repository";
            }
            if (type.startsWith("org.monthend.extract")) {
                return "read";
            }
            if (type.startsWith("org.monthend.validate")) {
                return "judge";
            }
            if (type.endsWith(".StagedSubmission")) {
                return stagedPart(frame.getMethodName());
            }
            if (type.endsWith(".MonthEndRun")
                    || type.endsWith(".GroupsOfReturns")
                    || type.endsWith(".ReturnFolder")
                    || type.endsWith(".SubmissionLoader")
                    || type.endsWith(".SubmissionTables")
                    || type.endsWith(".LoadGroup")) {
                return "find what is new";
            }
            if (type.endsWith(".CatalogueTables")) {
                return "catalogue";
            }
            if (type.startsWith("org.monthend.publish")
                    || type.startsWith("org.monthend.scorecard")
                    || type.endsWith(".ScorecardOfMonth")
                    || type.contains(".warehouse.Edition")
                    || type.endsWith(".FigureQueries")) {
                return "scorecard";
            }
        }
        return "";
    }

    private static String stagedPart(String method) {
        return switch (method) {
            case "stage", "send" -> "stage";
            case "record" -> "verdict and issues";
            case "waitForPublishers" -> "wait for the other publisher";
            case "close", "<init>" -> "begin and end";
            default -> method;
        };
    }

    /** Shares of the time, the greatest first. */
    String told() {
        double all = seen.values().stream().mapToInt(Integer::intValue).sum();
        return seen.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(part -> "%s %.0f%%".formatted(part.getKey(), 100 * part.getValue() / all))
                .filter(part -> !part.endsWith(" 0%"))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        goesOn = false;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
