package org.monthend.extract.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file as a workbook; its content decides what it is, never its name. */
public final class Workbooks {

    private Workbooks() {}

    /**
     * Opens a workbook for reading.
     *
     * @throws UnreadableWorkbook when the file is no workbook that can be read, with the reason and a sentence about it
     * @throws IOException when the file is not there or the disk fails
     */
    public static Workbook open(Path file, ReadLimits limits) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new UnreadableWorkbook(
                    Reason.EMPTY_FILE,
                    "The file is empty (0 bytes): perhaps it is still being written; save or send it again.");
        }
        if (size > limits.fileBytes()) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_FILE_SIZE,
                    Sentence.of(
                            "The file has %,d MB, above the limit of %,d MB; send a workbook that holds only the table.",
                            size >> 20, limits.fileBytes() >> 20));
        }
        ReadingClock clock = new ReadingClock(limits);
        Remarks remarks = new Remarks();
        clock.start();
        try {
            return switch (FileContent.of(beginning(file))) {
                case ZIP -> openZip(file, limits, clock, remarks);
                case OLE -> OleFile.open(file, limits, clock, remarks);
                case TEXT -> new CsvWorkbook(file, limits, clock, remarks);
            };
        } finally {
            clock.stop();
        }
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(FileContent.BYTES_TO_TELL);
        }
    }

    private static Workbook openZip(Path file, ReadLimits limits, ReadingClock clock, Remarks remarks)
            throws IOException {
        ZipParts parts = ZipParts.open(file, limits, clock, remarks);
        try {
            return OfficePackage.open(parts, limits, clock, remarks);
        } catch (IOException | RuntimeException refused) {
            parts.close();
            throw refused;
        }
    }
}
