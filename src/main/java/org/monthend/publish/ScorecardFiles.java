package org.monthend.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionFiles;
import org.monthend.scorecard.EditionStamp;

/** Page and workbook of an edition: how they are drawn, and where they lie. */
public final class ScorecardFiles {

    /** The stamp stands before title and style. */
    private static final int TOP_BYTES = 1_000;

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

    /**
     * Whether the folder has page and workbook of just this edition. A run that ended between an edition and its page, or
     * that drew it into another machine's folder, has left an older one.
     */
    public static boolean isPut(EditionStamp stamp, Path folder) {
        Path page = folder.resolve("scorecard.html");
        if (!Files.isRegularFile(page) || !Files.isRegularFile(folder.resolve("scorecard.xlsx"))) {
            return false;
        }
        try (InputStream in = Files.newInputStream(page)) {
            String top = new String(in.readNBytes(TOP_BYTES), StandardCharsets.UTF_8);
            return top.contains("<meta name=\"edition\" content=\"" + stamp.text() + "\"");
        } catch (IOException e) {
            return false;
        }
    }

    /** Puts an issued edition beside the newest one, under its number: scorecard-edition-1.html and .xlsx. */
    public static void putNumbered(EditionFiles files, Path folder, int number) throws IOException {
        put(files, folder, "scorecard-edition-" + number);
    }

    /** Whether both lie there; a publication that was cut short after it was in the books has left one or none. */
    public static boolean isPutNumbered(Path folder, int number) {
        return Files.isRegularFile(folder.resolve("scorecard-edition-%d.html".formatted(number)))
                && Files.isRegularFile(folder.resolve("scorecard-edition-%d.xlsx".formatted(number)));
    }

    private static void put(EditionFiles files, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        // The page is last: it carries the stamp that says that both are there.
        replace(folder.resolve(name + ".xlsx"), files.workbook());
        replace(folder.resolve(name + ".html"), files.page());
    }

    /** Whoever opens the file sees the old one or the new one, never half of one. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
