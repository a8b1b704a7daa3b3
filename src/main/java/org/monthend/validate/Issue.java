package org.monthend.validate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.monthend.catalogue.Severity;

/**
 * Something wrong, or worth saying, at a cell of a submission.
 *
 * @param sheet empty when it is about the file as a whole
 * @param cell address such as F14; empty when it is about the sheet or the file
 * @param found what stands there, cut at 200 characters
 * @param message what was found and expected; with the rule's remedy it is all that the sender needs
 */
public record Issue(Rule rule, Severity severity, String sheet, String cell, String found, String message) {

    private static final int LONGEST_ECHO = 200;

    public Issue {
        if (found.length() > LONGEST_ECHO) {
            boolean wouldSplit = Character.isHighSurrogate(found.charAt(LONGEST_ECHO - 1));
            found = found.substring(0, wouldSplit ? LONGEST_ECHO - 1 : LONGEST_ECHO) + "…";
        }
    }

    /** ERROR R201 at CP!F14: 'n/a' is not a number. Write a number … */
    public String sentence() {
        String place = sheet.isEmpty() ? "" : " at " + sheet + (cell.isEmpty() ? "" : "!" + cell);
        return severity + " " + rule.code() + place + ": " + message + " " + rule.howToFix();
    }

    /** The same for the same rule, cell and content, so that issues of two attempts can be matched. */
    public String fingerprint() {
        String identity = String.join("\u0000", rule.code(), sheet, cell, found);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
