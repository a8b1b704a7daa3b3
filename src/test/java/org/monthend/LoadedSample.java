package org.monthend;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.monthend.cli.Monthend;
import org.monthend.warehouse.TestDatabase;

/** The sample of the input folder, loaded once for all tests that look at what came out. */
public final class LoadedSample {

    private static final LoadedSample SAMPLE = new LoadedSample();

    private final TestDatabase database = TestDatabase.fresh();
    private final Path output;
    private final int exitCode;
    private final String printed;
    private final String progress;

    private LoadedSample() {
        try {
            output = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "loaded-sample");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        exitCode = command(out, err, "load");
        printed = out.toString();
        progress = err.toString();
    }

    public static LoadedSample get() {
        return SAMPLE;
    }

    /** Runs a command on the sample's database, input and output. */
    public int command(StringWriter out, StringWriter err, String... command) {
        String[] places = {
            "--url",
            database.address().url(),
            "--input",
            "input",
            "--output",
            output.toString(),
            "--data",
            "target/unused"
        };
        String[] arguments = new String[command.length + places.length];
        System.arraycopy(command, 0, arguments, 0, command.length);
        System.arraycopy(places, 0, arguments, command.length, places.length);
        return Monthend.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    public TestDatabase database() {
        return database;
    }

    public Path output() {
        return output;
    }

    public int exitCode() {
        return exitCode;
    }

    /** What the command printed on stdout. */
    public String printed() {
        return printed;
    }

    /** What it said on stderr. */
    public String progress() {
        return progress;
    }
}
