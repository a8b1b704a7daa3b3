package org.monthend.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.load.Timeliness;
import org.monthend.steward.ChaseMail.Concern;
import org.monthend.steward.MailFile.Mailbox;

/** Read back by hand, as RFC 5322, 2045 and 2047 say. */
class MailFileTest {

    private static final Instant NOW = Instant.parse("2016-01-13T08:05:00Z");
    private static final Mailbox JO = Mailbox.parse("Jo Bloggs <jo@example.org>");
    private static final String NASTY =
            "Finance\r\nBcc: thief@example.org\r\n\r\nGive me \u2028money\u0000 \u202e=?x?=";

    @Test
    void isAMessageWithItsHeadersAndItsText() throws IOException {
        List<String> head = head(file(mail("Zoë Ångström", "Kinder & Jugend – 子供", "zoe@example.org")));

        assertThat(head)
                .contains(
                        "From: Jo Bloggs <jo@example.org>",
                        "To: Zoë Ångström <zoe@example.org>",
                        "Subject: Kinder & Jugend – 子供 return for December 2015: please send it",
                        "Date: Wed, 13 Jan 2016 08:05:00 +0000",
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=UTF-8");
        assertThat(text(file(mail("Zoë Ångström", "Kinder & Jugend – 子供", "zoe@example.org"))))
                .startsWith("Dear Zoë Ångström,\r\n\r\nThank you for what you send us every month.")
                .contains("Kinder & Jugend – 子供, December 2015: it has not reached us.")
                .endsWith("Kind regards\r\nJo\r\n");
    }

    @Test
    void noNameAddsAHeaderOrALineOfItsOwn() throws IOException {
        byte[] nasty = file(mail(NASTY, NASTY, "finance@example.org"));

        assertThat(head(nasty))
                .extracting(line -> line.split(":", 2)[0])
                .containsExactly(
                        "From",
                        "To",
                        "Subject",
                        "Date",
                        "X-Unsent",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Transfer-Encoding");
        assertThat(text(nasty).lines()).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(text(nasty)).doesNotContain("\u0000", "\u2028", "\u202e");
    }

    @Test
    void everyLineIsPlainAndShortEnough() throws IOException {
        String mail = new String(
                file(mail("子供".repeat(200), "Ö".repeat(500), "finance@example.org")), StandardCharsets.US_ASCII);

        assertThat(mail.split("\r\n")).allMatch(line -> line.length() <= 78 && line.matches("\\p{Print}*"));
        assertThat(mail.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void carriesFilesUnderTheirOwnNames(@TempDir Path folder) throws IOException {
        Path workbook = Files.write(folder.resolve("Zoë's \"return\";.xlsx"), new byte[] {80, 75, 0, -1, 13, 10});
        String mail = new String(
                MailFile.of(mail("Zoë", "Finance", "zoe@example.org"), JO, NOW, List.of(workbook)),
                StandardCharsets.US_ASCII);
        String boundary = mail.replaceAll("(?s).*boundary=\"([^\"]+)\".*", "$1");
        String[] parts = mail.split(Pattern.quote("--" + boundary));

        assertThat(parts).hasSize(4);
        assertThat(parts[3]).isEqualTo("--\r\n");
        assertThat(parts[2])
                .contains(
                        " filename=\"Zo__s _return__.xlsx\";\r\n filename*=UTF-8''Zo%C3%AB%27s%20%22return%22%3B.xlsx\r\n");
        assertThat(decoded(parts[2])).isEqualTo(Files.readAllBytes(workbook));
        assertThat(new String(decoded(parts[1]), StandardCharsets.UTF_8)).startsWith("Dear Zoë,");
    }

    @Test
    void goesToNobodyWhereTheCatalogueHasNoAddress() throws IOException {
        assertThat(head(file(mail("Zoë", "Finance", "")))).noneMatch(line -> line.startsWith("To:"));
        assertThat(mail("Zoë", "Finance", "").text())
                .startsWith("To: (no e-mail address: fill it in on the Returns sheet, at FIN)\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jo",
                "jo@example",
                "jo@@example.org",
                "jo@example.org, kim@example.org",
                "jo@example.org\r\nBcc: kim@example.org",
                "jo@example.org>",
                "jo bloggs@example.org",
                "jö@example.org",
                ".jo@example.org",
                "jo@-example.org"
            })
    void whatIsNoAddressIsNotWrittenTo(String address) {
        assertThatThrownBy(() -> new Mailbox("Jo", address)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ChaseMail mail(String owner, String returnName, String address) {
        MonthlyReturn owed = new MonthlyReturn(
                "FIN", returnName, "TRUST", Frequency.MONTHLY, 9, "*", List.of(), List.of(), owner, address);
        ReturnStatus status = new ReturnStatus(
                ReportingMonth.parse("2015-12"),
                owed,
                ReturnStanding.OVERDUE,
                Optional.of(LocalDate.of(2016, 1, 11)),
                new Timeliness(Timeliness.Kind.OVERDUE, 2, 2),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new ChaseMail(
                address, List.of(owner), List.of(new Concern(status, List.of())), LocalDate.of(2016, 1, 13), "Jo");
    }

    private static byte[] file(ChaseMail mail) throws IOException {
        return MailFile.of(mail, JO, NOW, List.of());
    }

    /** The header fields, unfolded and decoded. */
    private static List<String> head(byte[] mail) {
        String head = new String(mail, StandardCharsets.US_ASCII).split("\r\n\r\n", 2)[0];
        String joined = head.replaceAll("\\?=\r\n =\\?", "?==?").replaceAll("\r\n ", " ");
        return joined.lines()
                .map(line -> Pattern.compile("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]*)\\?=")
                        .matcher(line)
                        .replaceAll(
                                word -> new String(Base64.getDecoder().decode(word.group(1)), StandardCharsets.UTF_8)
                                        .replace("\\", "\\\\")
                                        .replace("$", "\\$")))
                .collect(Collectors.toList());
    }

    private static String text(byte[] mail) {
        return new String(decoded(new String(mail, StandardCharsets.US_ASCII)), StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String part) {
        return Base64.getMimeDecoder().decode(part.split("\r\n\r\n", 2)[1].strip());
    }
}
