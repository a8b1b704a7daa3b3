package org.monthend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.monthend.cli.Monthend;
import org.monthend.warehouse.TestDatabase;

/** A copy of the sample's input to do harm to, with a database and an output folder of its own. */
public final class SampleInput implements AutoCloseable {

    private final Path folder;
    private final TestDatabase database;

    /** @param months the months whose returns are copied, such as 2015-12 */
    public SampleInput(Path folder, String... months) throws IOException {
        this(TestDatabase.fresh(), folder, months);
    }

    /** The whole sample, loaded already, but for what is drawn. */
    public static SampleInput loaded(Path folder) throws IOException {
        return new SampleInput(
                LoadedSample.get().database().copy(),
                folder,
                files(Path.of("input/returns")).stream()
                        .map(month -> String.valueOf(month.getFileName()))
                        .toArray(String[]::new));
    }

    private SampleInput(TestDatabase database, Path folder, String... months) throws IOException {
        this.database = database;
        this.folder = folder;
        Files.createDirectories(folder.resolve("input/returns"));
        Files.copy(Path.of("input/catalogue.xlsx"), folder.resolve("input/catalogue.xlsx"));
        for (String month : months) {
            Path to = Files.createDirectories(folder.resolve("input/returns").resolve(month));
            for (Path file : files(Path.of("input/returns").resolve(month))) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    public Path file(String path) {
        return folder.resolve("input").resolve(path);
    }

    public Path output() {
        return folder.resolve("output");
    }

    public TestDatabase database() {
        return database;
    }

    /** Opens a workbook of the copy, changes it and saves it. */
    public void edit(String path, Consumer<XSSFWorkbook> change) throws IOException {
        Path file = file(path);
        Path changed = file.resolveSibling("changed.tmp");
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(changed)) {
            change.accept(workbook);
            workbook.write(out);
        }
        Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Runs a command on this input and database. */
    public Answer run(String... command) {
        return runOn(database.address().url(), command);
    }

    /** Runs a command on this input and the database of the URL. */
    public Answer runOn(String url, String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = Stream.concat(
                        Stream.of(command),
                        Stream.of(
                                "--url",
                                url,
                                "--input",
                                folder.resolve("input").toString(),
                                "--output",
                                output().toString()))
                .toList();
        int exitCode = Monthend.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        return new Answer(exitCode, out.toString(), err.toString());
    }

    @Override
    public void close() {
        database.close();
    }

    /** What a command answered. */
    public record Answer(int exitCode, String out, String err) {}
}
