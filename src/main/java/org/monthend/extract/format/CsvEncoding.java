package org.monthend.extract.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which encoding a text file is in, by its byte order mark or else by all of its bytes: UTF-8 if it is nothing else,
 * Windows-1252 if it cannot be UTF-8.
 *
 * @param markLength bytes of the byte order mark, which are no text
 */
record CsvEncoding(Charset charset, int markLength) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Looks at the whole file. Binary content is a refusal. */
    static CsvEncoding of(Path file, ReadingClock clock, Remarks remarks) throws IOException {
        byte[] start = new byte[4];
        try (InputStream bytes = Files.newInputStream(file)) {
            int length = bytes.readNBytes(start, 0, start.length);
            if (begins(start, length, 0xff, 0xfe, 0, 0)) {
                return new CsvEncoding(Charset.forName("UTF-32LE"), 4);
            }
            if (begins(start, length, 0, 0, 0xfe, 0xff)) {
                return new CsvEncoding(Charset.forName("UTF-32BE"), 4);
            }
            if (begins(start, length, 0xff, 0xfe)) {
                return new CsvEncoding(StandardCharsets.UTF_16LE, 2);
            }
            if (begins(start, length, 0xfe, 0xff)) {
                return new CsvEncoding(StandardCharsets.UTF_16BE, 2);
            }
            boolean marked = begins(start, length, 0xef, 0xbb, 0xbf);
            Utf8Examination examination = Utf8Examination.of(file, clock);
            if (examination.isUtf8()) {
                return new CsvEncoding(StandardCharsets.UTF_8, marked ? 3 : 0);
            }
            if (marked || examination.isDamagedUtf8()) {
                remarks.add(
                        Remark.Kind.DAMAGED_UTF_8,
                        "The text is UTF-8, but some of its characters are damaged; the cells that hold them cannot be read.");
                return new CsvEncoding(StandardCharsets.UTF_8, marked ? 3 : 0);
            }
            remarks.add(
                    Remark.Kind.DECODED_AS_WINDOWS_1252,
                    "The text is not UTF-8 and was read as Windows-1252 (Western European); if letters or pound signs look wrong, save it as 'CSV UTF-8'.");
            return new CsvEncoding(WINDOWS_1252, 0);
        }
    }

    private static boolean begins(byte[] bytes, int length, int... mark) {
        if (length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The file's bytes behind the byte order mark. */
    InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.skipNBytes(markLength);
        return bytes;
    }
}
