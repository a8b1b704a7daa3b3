package org.monthend.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionFiles;

/** Page and workbook of an edition: how they are drawn, and where they lie. */
public final class ScorecardFiles {

    private static final String NEWEST = "scorecard";
    private static final String PAGE = ".html";
    private static final String WORKBOOK = ".xlsx";

    private ScorecardFiles() {}

    /** Draws both; the same edition always gives the same bytes. */
    public static EditionFiles draw(Edition edition) {
        try {
            ByteArrayOutputStream workbook = new ByteArrayOutputStream();
            new ScorecardWorkbook().write(edition, workbook);
            return new EditionFiles(
                    new ScorecardPage().html(edition).getBytes(StandardCharsets.UTF_8), workbook.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Begins both files of a month before its newest edition becomes another one: what a process leaves unfinished that
     * dies in between tells the next that the files beside it show the edition before.
     */
    public static void begin(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(unfinished(folder.resolve(NEWEST + PAGE)), new byte[0]);
        Files.write(unfinished(folder.resolve(NEWEST + WORKBOOK)), new byte[0]);
    }

    /** Whether page and workbook of the month's newest edition are in its folder. */
    public static boolean areThere(Path folder) {
        return isThere(folder.resolve(NEWEST + PAGE)) && isThere(folder.resolve(NEWEST + WORKBOOK));
    }

    private static boolean isThere(Path file) {
        return Files.exists(file) && !Files.exists(unfinished(file));
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    /** Puts the month's newest edition into its folder, as scorecard.html and scorecard.xlsx. */
    public static void put(EditionFiles files, Path folder) throws IOException {
        put(files, folder, NEWEST);
    }

    /** Puts an issued edition beside the newest one, under its number: scorecard-edition-1.html and .xlsx. */
    public static void putNumbered(EditionFiles files, Path folder, int number) throws IOException {
        put(files, folder, "scorecard-edition-" + number);
    }

    private static void put(EditionFiles files, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        replace(folder.resolve(name + PAGE), files.page());
        replace(folder.resolve(name + WORKBOOK), files.workbook());
    }

    /** Whoever opens the file sees the old one or the new one, never half of one. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path beside = unfinished(file);
        Files.write(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
