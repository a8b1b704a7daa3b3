package org.monthend.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a workbook so that the same content is always the same bytes, whenever it is written. */
final class WorkbookFile {

    private WorkbookFile() {}

    /**
     * Writes the workbook and closes it.
     *
     * @param author whom its properties name
     * @param written when it says that it was made; the entries of its archive have the same time
     */
    static void write(XSSFWorkbook workbook, Path file, String author, LocalDateTime written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (workbook) {
            POIXMLProperties.CoreProperties properties =
                    workbook.getProperties().getCoreProperties();
            Optional<Date> date = Optional.of(Date.from(written.toInstant(ZoneOffset.UTC)));
            properties.setCreator(author);
            properties.setLastModifiedByUser(author);
            properties.setCreated(date);
            properties.setModified(date);
            workbook.write(bytes);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, withEntriesOf(bytes.toByteArray(), written));
    }

    private static byte[] withEntriesOf(byte[] archive, LocalDateTime time) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(archive.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry timed = new ZipEntry(entry.getName());
                timed.setTimeLocal(time);
                to.putNextEntry(timed);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
