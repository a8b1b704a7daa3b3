package org.monthend.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where judgements go: standard output, or a file that has its name only once it is whole. A file that is being judged
 * is never written over.
 */
final class SeriesOutput implements Closeable {

    private final Writer writer;
    private final Optional<Path> part;
    private final Optional<Path> target;

    private SeriesOutput(Writer writer, Optional<Path> part, Optional<Path> target) {
        this.writer = writer;
        this.part = part;
        this.target = target;
    }

    /** A file, or standard output without one. */
    static SeriesOutput to(@Nullable Path target, Path input, CommandSpec command) {
        return target == null
                ? new SeriesOutput(command.commandLine().getOut(), Optional.empty(), Optional.empty())
                : to(target, input);
    }

    static SeriesOutput to(Path target, Path input) {
        try {
            if (Files.exists(target) && Files.isSameFile(target, input)) {
                throw new Misused("%s would be written over while it is read. Name another file.".formatted(target));
            }
            if (Files.isDirectory(target)) {
                throw new Misused("%s is a folder. Name a file in it.".formatted(target));
            }
            Path parent = target.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            boolean special = Files.exists(target) && !Files.isRegularFile(target);
            Path part = special ? target : target.resolveSibling(target.getFileName() + ".part");
            BufferedWriter writer = Files.newBufferedWriter(part);
            return new SeriesOutput(writer, special ? Optional.empty() : Optional.of(part), Optional.of(target));
        } catch (IOException e) {
            throw new Misused("%s cannot be written (%s). Name a file in a folder where you may write."
                    .formatted(target, e.getMessage()));
        }
    }

    void write(String text) throws IOException {
        writer.write(text);
        if (writer instanceof PrintWriter out && out.checkError()) {
            throw new IOException("nobody reads the output any more");
        }
    }

    /** The output is whole. */
    void finish() throws IOException {
        if (target.isEmpty()) {
            writer.flush();
            return;
        }
        writer.close();
        if (part.isPresent()) {
            Files.move(part.get(), target.get(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Without a finish before, nothing is left behind. */
    @Override
    public void close() throws IOException {
        if (target.isPresent()) {
            writer.close();
            if (part.isPresent()) {
                Files.deleteIfExists(part.get());
            }
        }
    }
}
