package org.monthend.extract.format;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells what a compound file of the older Office programs holds, and opens it if it is a workbook. */
final class OleFile {

    private static final int SECTOR = 512;
    private static final int FIRST_TABLES = 109;

    private OleFile() {}

    static Workbook open(Path file, ReadLimits limits, ReadingClock clock, Remarks remarks) throws IOException {
        POIFSFileSystem files;
        try {
            files = new POIFSFileSystem(file.toFile(), true);
        } catch (IOException | RuntimeException | AssertionError damaged) {
            throw isCutOff(file) ? Refusals.truncated(damaged) : Refusals.damaged("The file", damaged);
        }
        try {
            return open(files, limits, clock, remarks);
        } catch (UnreadableWorkbook refused) {
            files.close();
            throw refused;
        } catch (IOException | RuntimeException | AssertionError damaged) {
            files.close();
            throw Refusals.damaged("The workbook", damaged);
        }
    }

    private static Workbook open(POIFSFileSystem files, ReadLimits limits, ReadingClock clock, Remarks remarks)
            throws IOException {
        DirectoryNode root = files.getRoot();
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw Refusals.encrypted();
        }
        for (String name : List.of("Workbook", "WORKBOOK", "WorkBook", "BOOK")) {
            if (root.hasEntry(name) && root.getEntry(name) instanceof DocumentEntry stream) {
                return new XlsWorkbook(files, stream, limits, clock, remarks);
            }
        }
        if (root.hasEntryCaseInsensitive("Book")) {
            throw Refusals.oldExcel("Excel 5.0 or 95");
        }
        throw Refusals.notAWorkbook(whatItIs(root));
    }

    private static String whatItIs(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            return "a Word document (.doc)";
        }
        if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
            return "a PowerPoint presentation (.ppt)";
        }
        if (root.hasEntryCaseInsensitive("__properties_version1.0")) {
            return "an Outlook message (.msg)";
        }
        return "a file of another Office program";
    }

    /** Whether the header points behind the end of the file: to its directory, or to one of its first tables. */
    private static boolean isCutOff(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() < SECTOR) {
                return true;
            }
            boolean beyond = isBeyond(bytes, 48);
            bytes.seek(44);
            int tables = Math.min(FIRST_TABLES, Math.max(0, Integer.reverseBytes(bytes.readInt())));
            for (int i = 0; i < tables; i++) {
                beyond |= isBeyond(bytes, 76 + 4 * i);
            }
            return beyond;
        }
    }

    private static boolean isBeyond(RandomAccessFile bytes, int offset) throws IOException {
        bytes.seek(offset);
        long sector = Integer.reverseBytes(bytes.readInt());
        return sector >= 0 && (sector + 1) * SECTOR >= bytes.length();
    }
}
