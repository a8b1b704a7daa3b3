package org.monthend.faults;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;

/**
 * A return as it was sent.
 *
 * @param version 1 for the first that was sent for a month, 2 for its correction, and so on
 * @param bytes never changed
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
record SentFile(String returnCode, YearMonth month, int version, String name, List<Stated> rows, byte[] bytes) {

    String sha256() {
        return sha256(bytes);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "%s/%s (version %d)".formatted(month, name, version);
    }
}
