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
public record Issue(
        Rule rule, Severity severity, String sheet, String cell, String found, String message, Matter matter) {

    private static final int LONGEST_ECHO = 200;

    public Issue {
        if (found.length() > LONGEST_ECHO) {
            boolean wouldSplit = Character.isHighSurrogate(found.charAt(LONGEST_ECHO - 1));
            found = found.substring(0, wouldSplit ? LONGEST_ECHO - 1 : LONGEST_ECHO) + "…";
        }
    }

    /** An issue that is about its place, and rests on what is said of it. */
    public Issue(Rule rule, Severity severity, String sheet, String cell, String found, String message) {
        this(rule, severity, sheet, cell, found, message, Matter.atPlace(sheet, cell, message));
    }

    /**
     * What an issue is about, wherever it stands: a row that has moved down is about the same.
     *
     * @param about measure, organisation, month and the like; or sheet and cell where no row is named
     * @param grounds the figures that the issue rests on, as written: an explanation holds as long as they do
     */
    public record Matter(String about, String grounds) {

        static Matter atPlace(String sheet, String cell, String grounds) {
            return new Matter(sheet + "!" + cell, grounds);
        }
    }

    /** ERROR R201 at CP!F14: 'n/a' is not a number. Write a number … */
    public String sentence() {
        String place = sheet.isEmpty() ? "" : " at " + sheet + (cell.isEmpty() ? "" : "!" + cell);
        return severity + " " + rule.code() + place + ": " + message + " " + rule.howToFix();
    }

    /** The same for the same rule, matter and content, so that issues of two attempts at a return can be matched. */
    public String fingerprint() {
        return digest(rule.code(), matter.about(), found);
    }

    /** The same only while the figures are the same too: an explanation is an explanation of a cause. */
    public String cause() {
        return digest(rule.code(), matter.about(), found, matter.grounds());
    }

    private static String digest(String... words) {
        String identity = String.join("\u0000", words);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
