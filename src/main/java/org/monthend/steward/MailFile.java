package org.monthend.steward;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.monthend.catalogue.EmailAddress;

/**
 * A mail as a file that any mail program opens as a draft (RFC 5322, MIME). Whatever stands in it of others' words is
 * encoded, so that no name can add a header or an attachment.
 */
public final class MailFile {

    private static final String END = "\r\n";

    /** Stands in no text of base64. */
    private static final String BOUNDARY = "=_monthend_part";

    /** As many bytes as an encoded word holds in a line of 76 characters, which begins with Subject (RFC 2047). */
    private static final int ENCODED_WORD = 39;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private MailFile() {}

    /** Somebody's name, which may be empty, and address. */
    public record Mailbox(String name, String address) {

        /** Throws IllegalArgumentException when it is no address. */
        public Mailbox {
            if (!EmailAddress.isOne(address)) {
                throw new IllegalArgumentException("'" + StatusText.plain(address) + "' is no e-mail address");
            }
        }

        /** Reads Jo Bloggs &lt;jo@example.org&gt;, or the address alone. */
        public static Mailbox parse(String text) {
            int from = text.lastIndexOf('<');
            return from > 0 && text.strip().endsWith(">")
                    ? new Mailbox(
                            text.substring(0, from).strip(),
                            text.strip().substring(from + 1, text.strip().length() - 1))
                    : new Mailbox("", text.strip());
        }

        private String header() {
            return name.isEmpty() ? address : phrase(name) + END + " <" + address + ">";
        }
    }

    /** @param attachments files that go with it, under their own names */
    public static byte[] of(ChaseMail mail, Mailbox from, Instant now, List<Path> attachments) throws IOException {
        List<String> headers = new ArrayList<>();
        headers.add("From: " + from.header());
        if (!mail.address().isEmpty()) {
            headers.add("To: " + new Mailbox(String.join(" and ", mail.names()), mail.address()).header());
        }
        headers.add("Subject: " + phrase(mail.subject()));
        headers.add("Date: " + DATE.format(now));
        // Outlook opens it as a draft then.
        headers.add("X-Unsent: 1");
        headers.add("MIME-Version: 1.0");
        StringBuilder message = new StringBuilder(String.join(END, headers)).append(END);
        if (attachments.isEmpty()) {
            message.append(words(mail.body()));
            return message.toString().getBytes(StandardCharsets.US_ASCII);
        }
        message.append("Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"" + END + END);
        message.append("--" + BOUNDARY + END).append(words(mail.body()));
        for (Path attachment : attachments) {
            message.append("--" + BOUNDARY + END).append(file(attachment));
        }
        return message.append("--" + BOUNDARY + "--" + END).toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String words(String body) {
        return "Content-Type: text/plain; charset=UTF-8" + END + "Content-Transfer-Encoding: base64" + END + END
                + base64(body.replace("\n", END).getBytes(StandardCharsets.UTF_8));
    }

    private static String file(Path attachment) throws IOException {
        String name = String.valueOf(attachment.getFileName());
        return "Content-Type: " + type(name) + END
                + "Content-Transfer-Encoding: base64" + END
                + "Content-Disposition: attachment;" + END
                + " filename=\"" + name.replaceAll("[^A-Za-z0-9 ._-]", "_") + "\";" + END
                + " filename*=UTF-8''" + percent(name) + END + END
                + base64(Files.readAllBytes(attachment));
    }

    private static String type(String name) {
        return name.endsWith(".xlsm")
                ? "application/vnd.ms-excel.sheet.macroEnabled.12"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    /** As RFC 8187 writes what is not plain. */
    private static String percent(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xff);
            boolean isPlain =
                    character < 128 && (Character.isLetterOrDigit(character) || "-._".indexOf(character) >= 0);
            encoded.append(isPlain ? String.valueOf(character) : "%%%02X".formatted(each & 0xff));
        }
        return encoded.toString();
    }

    /** Plain words as they are, all others as encoded words, each on a line of its own (RFC 2047). */
    private static String phrase(String words) {
        String line = StatusText.plain(words.replaceAll("\\s+", " ").strip());
        if (line.matches("[A-Za-z0-9 ']{0,60}")) {
            return line;
        }
        List<String> encoded = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int character : line.codePoints().toArray()) {
            String next = Character.toString(character);
            if (bytes(piece + next) > ENCODED_WORD) {
                encoded.add(encodedWord(piece.toString()));
                piece.setLength(0);
            }
            piece.append(next);
        }
        encoded.add(encodedWord(piece.toString()));
        return String.join(END + " ", encoded);
    }

    private static int bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String encodedWord(String words) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes) + END;
    }
}
