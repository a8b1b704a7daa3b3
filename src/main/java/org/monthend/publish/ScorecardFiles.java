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

    /** Puts the month's newest edition into its folder, as scorecard.html and scorecard.xlsx. */
    public static void put(EditionFiles files, Path folder) throws IOException {
        put(files, folder, "scorecard");
    }

    /** Puts an issued edition beside the newest one, under its number: scorecard-edition-1.html and .xlsx. */
    public static void putNumbered(EditionFiles files, Path folder, int number) throws IOException {
        put(files, folder, "scorecard-edition-" + number);
    }

    private static void put(EditionFiles files, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        replace(folder.resolve(name + ".html"), files.page());
        replace(folder.resolve(name + ".xlsx"), files.workbook());
    }

    /** Whoever opens the file sees the old one or the new one, never half of one. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
