package org.monthend.warehouse.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs one of the server's programs and waits for its end. */
final class Command {

    private static final int LINES_SHOWN = 8;

    private Command() {}

    /** A program that is not there has failed, as one that ended with an error has. */
    static Outcome run(List<String> command, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true);
        // The caller's own PGDATA, PGPORT or LC_ALL must not reach this server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        Process process;
        try {
            process = builder.start();
        } catch (IOException notThere) {
            return new Outcome(-1, -1, String.valueOf(notThere.getMessage()));
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.pid(), process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), interrupted);
        }
    }

    /** @param pid of the program, which has ended */
    record Outcome(long pid, int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }

        String lastLines() {
            return Command.lastLines(output);
        }
    }

    static String lastLines(String text) {
        List<String> lines = text.strip().lines().toList();
        return String.join(
                System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }
}
