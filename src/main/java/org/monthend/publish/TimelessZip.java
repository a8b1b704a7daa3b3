package org.monthend.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Copies a zip archive without the times at which its entries were written, so that the same content is the same bytes. */
public final class TimelessZip {

    /** The first moment that a zip archive can name. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TimelessZip() {}

    /** Copies every entry and leaves the stream open. */
    public static void copy(byte[] archive, OutputStream out) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        try (ZipInputStream original = new ZipInputStream(new ByteArrayInputStream(archive))) {
            ZipEntry entry = original.getNextEntry();
            while (entry != null) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(EPOCH);
                copy.putNextEntry(timeless);
                original.transferTo(copy);
                copy.closeEntry();
                entry = original.getNextEntry();
            }
        }
        copy.finish();
        copy.flush();
    }
}
