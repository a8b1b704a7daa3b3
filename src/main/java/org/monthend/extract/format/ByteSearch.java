package org.monthend.extract.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks for an ASCII word in a stream of bytes, by Horspool's method: most bytes are never looked at. */
final class ByteSearch {

    private static final int BYTES_A_LOOK = 1 << 15;

    private final byte[] word;
    private final int[] steps = new int[256];

    ByteSearch(String word) {
        this.word = word.getBytes(StandardCharsets.US_ASCII);
        int last = this.word.length - 1;
        Arrays.fill(steps, this.word.length);
        for (int i = 0; i < last; i++) {
            steps[this.word[i]] = last - i;
        }
    }

    /** Reads the stream to its end, or to where the word is found. */
    boolean isIn(InputStream stream) throws IOException {
        byte[] bytes = new byte[BYTES_A_LOOK];
        int kept = 0;
        int read = stream.read(bytes, 0, bytes.length);
        while (read >= 0) {
            int length = kept + read;
            int end = word.length - 1;
            while (end < length) {
                if (endsAt(bytes, end)) {
                    return true;
                }
                end += steps[bytes[end] & 0xff];
            }
            kept = Math.min(length, word.length - 1);
            System.arraycopy(bytes, length - kept, bytes, 0, kept);
            read = stream.read(bytes, kept, bytes.length - kept);
        }
        return false;
    }

    private boolean endsAt(byte[] bytes, int end) {
        int first = end - word.length + 1;
        return Arrays.equals(bytes, first, end + 1, word, 0, word.length);
    }
}
