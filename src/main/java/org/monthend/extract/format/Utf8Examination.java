package org.monthend.extract.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the bytes of a file are UTF-8 (Unicode 15, table 3-7), and if not, whether they were meant to be. */
final class Utf8Examination {

    private static final int BYTES_A_LOOK = 1 << 16;
    private static final int FEWEST_BYTES_A_CONTROL = 200;
    private static final int OLD_END_OF_FILE = 0x1a;

    /** Continuation bytes still to come, and between which bounds the next one must be. */
    private int toCome;

    private int lowest;
    private int highest;

    private int lead;
    private boolean halfPair;
    private long bytes;
    private long nuls;
    private long controls;
    private long characters;
    private long malformed;
    private boolean surrogates;

    private Utf8Examination() {}

    /** Looks at every byte. Binary content is a refusal. */
    static Utf8Examination of(Path file, ReadingClock clock) throws IOException {
        Utf8Examination examination = new Utf8Examination();
        byte[] bytes = new byte[BYTES_A_LOOK];
        try (InputStream stream = Files.newInputStream(file)) {
            for (int read = stream.read(bytes); read >= 0; read = stream.read(bytes)) {
                for (int i = 0; i < read; i++) {
                    examination.take(bytes[i] & 0xff);
                }
                examination.bytes += read;
                clock.check();
            }
        }
        examination.malformed += examination.toCome > 0 ? 1 : 0;
        examination.refuseBinary();
        return examination;
    }

    boolean isUtf8() {
        return malformed == 0;
    }

    /** Whether most of what is not ASCII is right, or wrong in a way that only UTF-8 can be: half a surrogate pair. */
    boolean isDamagedUtf8() {
        return surrogates || characters > malformed;
    }

    private void take(int octet) {
        if (toCome > 0) {
            if (octet >= lowest && octet <= highest) {
                goOn(octet);
                return;
            }
            malformed++;
            toCome = 0;
        }
        begin(octet);
    }

    /** Half a surrogate pair, ED A0 80 and up, has the form of a character but is none. */
    private void goOn(int octet) {
        halfPair = (toCome == 2 && lead == 0xed) ? octet >= 0xa0 : halfPair;
        toCome--;
        lowest = 0x80;
        highest = 0xbf;
        if (toCome == 0) {
            characters += halfPair ? 0 : 1;
            malformed += halfPair ? 1 : 0;
            surrogates |= halfPair;
        }
    }

    private void begin(int octet) {
        lead = octet;
        halfPair = false;
        if (octet < 0x80) {
            nuls += octet == 0 ? 1 : 0;
            controls += octet < ' ' && (octet < '\t' || octet > '\r') && octet != OLD_END_OF_FILE ? 1 : 0;
            return;
        }
        toCome = octet >= 0xc2 && octet <= 0xdf
                ? 1
                : (octet & 0xf0) == 0xe0 ? 2 : octet >= 0xf0 && octet <= 0xf4 ? 3 : 0;
        malformed += toCome == 0 ? 1 : 0;
        lowest = octet == 0xe0 ? 0xa0 : octet == 0xf0 ? 0x90 : 0x80;
        highest = octet == 0xf4 ? 0x8f : 0xbf;
    }

    /** No text holds a NUL, and other control characters only by an accident of one in a few hundred. */
    private void refuseBinary() throws UnreadableWorkbook {
        if (nuls > 0 || controls * FEWEST_BYTES_A_CONTROL > bytes) {
            throw new UnreadableWorkbook(
                    Reason.BINARY_TEXT,
                    Sentence.of(
                            "The file is neither a workbook nor plain text (it holds %s); save the table as Excel Workbook (.xlsx) or as 'CSV UTF-8' and send that.",
                            nuls > 0 ? "NUL bytes" : "control characters"));
        }
    }
}
