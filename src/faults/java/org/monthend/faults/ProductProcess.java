package org.monthend.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The product as a process of its own, started as the launcher starts it; what it says is kept in a file. */
final class ProductProcess implements AutoCloseable {

    private static final List<String> LAUNCHERS_OPTIONS = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "-Djava.awt.headless=true");

    private final Process process;
    private final Path said;

    private ProductProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /**
     * Starts it.
     *
     * @param options of the Java machine, beside the launcher's
     * @param temporary its folder for temporary files
     * @param said the file that gets standard output and error
     */
    static ProductProcess start(
            String classPath, List<String> options, String main, List<String> arguments, Path temporary, Path said)
            throws IOException {
        List<String> command = command(classPath, options, main, arguments, temporary);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        return new ProductProcess(process, said);
    }

    /** The words by which it is started. */
    static List<String> command(
            String classPath, List<String> options, String main, List<String> arguments, Path temporary) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LAUNCHERS_OPTIONS);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-Dmonthend.home=" + temporary.resolveSibling("home"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        return command;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit code; when it still runs after that time, nothing, and where its threads are is added to what it said. */
    Optional<Integer> await(Duration patience) throws IOException, InterruptedException {
        if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.of(process.exitValue());
        }
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid())).start().waitFor();
        Thread.sleep(1_000);
        return Optional.empty();
    }

    /** kill -9; false when it had ended before. */
    boolean kill() throws InterruptedException {
        process.destroyForcibly();
        return process.waitFor() == 128 + 9;
    }

    /** kill -TERM. */
    void terminate() {
        process.destroy();
    }

    String said() throws IOException {
        return Files.readString(said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
