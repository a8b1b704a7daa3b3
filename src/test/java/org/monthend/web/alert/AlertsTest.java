package org.monthend.web.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.job.IntegrityChecks.Violation;
import org.monthend.job.NightEnd;
import org.monthend.job.NightEnd.Outcome;
import org.monthend.job.Stop;
import org.monthend.job.Trouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts as they arrive: over a real mail server and a real web server, both of this process. */
class AlertsTest {

    private static final Instant NIGHT = Instant.parse("2015-12-24T02:00:00Z");
    private static final Clock CHRISTMAS = Clock.fixed(NIGHT.plusSeconds(90), ZoneOffset.UTC);

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Queue<String> posted = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer webServer;

    @BeforeEach
    void starts() throws IOException {
        mailServer.start();
        webServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webServer.createContext("/hook", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(Optional.ofNullable(answers.poll()).orElse(204), -1);
            exchange.close();
        });
        webServer.start();
    }

    @AfterEach
    void stops() {
        mailServer.stop();
        webServer.stop(0);
    }

    private Alerts alerts(boolean alsoOnSuccess) {
        return Alerts.to(
                Optional.of(hook()),
                Optional.of(MailAddress.of(
                        "steward@trust.example, chief@trust.example",
                        "monthend@trust.example",
                        "127.0.0.1:" + mailServer.getSmtp().getPort(),
                        Optional.empty(),
                        "")),
                alsoOnSuccess,
                Duration.ofMillis(1),
                new Stop(),
                CHRISTMAS);
    }

    private String hook() {
        return "http://127.0.0.1:%d/hook".formatted(webServer.getAddress().getPort());
    }

    private static NightEnd end(Outcome outcome, Trouble trouble, String failure) {
        return new NightEnd(
                NIGHT,
                "24 December 2015, 02:00 (Europe/London)",
                outcome,
                1,
                Duration.ofSeconds(90),
                List.of(),
                List.of(),
                trouble == Trouble.CHECK_VIOLATED
                        ? List.of(new Violation("two_current_revisions", "Two of one.", 3, List.of("figure 68")))
                        : List.of(),
                trouble,
                failure,
                outcome == Outcome.WAITING ? Optional.of(NIGHT.plusSeconds(900)) : Optional.empty(),
                true);
    }

    private static NightEnd refusedCatalogue() {
        return end(Outcome.FAILED, Trouble.CATALOGUE_REFUSED, "catalogue.xlsx Measures!C4: 'per cent' is no unit.");
    }

    private static NightEnd success() {
        return end(Outcome.SUCCEEDED, Trouble.NONE, "");
    }

    @Test
    void aFailedNightIsToldInALetterThatSaysWhatHappenedAndWhatToDo() throws Exception {
        alerts(false).hear(refusedCatalogue());
        assertThat(mailServer.getReceivedMessages()).hasSize(2);
        MimeMessage letter = mailServer.getReceivedMessages()[0];
        assertThat(letter.getSubject())
                .isEqualTo("Monthend: the night of 24 December 2015, 02:00 (Europe/London) failed");
        assertThat(letter.getFrom()[0]).hasToString("monthend@trust.example");
        assertThat(letter.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("steward@trust.example", "chief@trust.example");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getContent().toString().replace("\r\n", "\n").strip()).isEqualTo("""
                What happened: catalogue.xlsx Measures!C4: 'per cent' is no unit. It is not tried again before the next night.

                What to do: mend the catalogue as it says, then run ./monthend load. Until then nothing is loaded.""");
    }

    @Test
    void aFailedNightIsPostedForPeopleAndForPrograms() {
        alerts(false)
                .hear(end(Outcome.FAILED, Trouble.CHECK_VIOLATED, "The returns are loaded, but check x found 3 rows"));
        JsonNode told = JsonMapper.shared().readTree(posted.remove());
        assertThat(told.get("text").asString())
                .startsWith("Monthend: the night of 24 December 2015, 02:00 (Europe/London) failed\n\nWhat happened: ")
                .contains("run ./monthend db check to see the rows");
        assertThat(told.get("night").asString()).isEqualTo("2015-12-24T02:00:00Z");
        assertThat(told.get("outcome").asString()).isEqualTo("failed");
        assertThat(told.get("trouble").asString()).isEqualTo("check_violated");
        assertThat(told.get("checksViolated").get(0).asString()).isEqualTo("two_current_revisions");
        assertThat(told.toString()).doesNotContain("figure 68");
    }

    @Test
    void aNightThatWentWellIsToldWhenAskedForAndAfterAFailure() {
        Alerts onFailure = alerts(false);
        onFailure.hear(success());
        assertThat(posted).isEmpty();
        onFailure.hear(refusedCatalogue());
        onFailure.hear(success());
        onFailure.hear(success());
        assertThat(posted).hasSize(2).last().asString().contains("succeeded");

        alerts(true).hear(success());
        assertThat(posted).hasSize(3);
    }

    @Test
    void anAlertIsTriedAgainAFewTimesThenCountedAndNeverFailsTheNight() {
        Alerts alerts = alerts(false);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        alerts.bindTo(registry);
        answers.addAll(List.of(500, 302));
        alerts.hear(refusedCatalogue());
        assertThat(posted).hasSize(3);
        assertThat(registry.get("monthend.alerts.failed").functionCounter().count())
                .isZero();

        webServer.stop(0);
        mailServer.stop();
        alerts.hear(refusedCatalogue());
        assertThat(registry.get("monthend.alerts.failed").functionCounter().count())
                .isEqualTo(2);
    }

    @Test
    void anAttemptThatIsNotToBeToldIsNot() {
        NightEnd end = end(Outcome.WAITING, Trouble.BROKE_OFF, "Something unexpected happened");
        alerts(true)
                .hear(new NightEnd(
                        end.night(),
                        end.name(),
                        end.outcome(),
                        end.attempt(),
                        end.took(),
                        end.covered(),
                        end.results(),
                        end.violations(),
                        end.trouble(),
                        end.failure(),
                        end.nextAttempt(),
                        false));
        assertThat(posted).isEmpty();
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    /** The page shows the text for each kind of trouble as it is sent. */
    @ParameterizedTest
    @EnumSource(names = "STOPPED", mode = EnumSource.Mode.EXCLUDE)
    void whatToDoStandsInThePage(Trouble trouble) throws IOException {
        Outcome outcome = trouble == Trouble.NONE ? Outcome.SUCCEEDED : Outcome.FAILED;
        String toDo = Alert.of(end(outcome, trouble, "why"))
                .text()
                .lines()
                .filter(line -> line.startsWith("What to do: "))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(Path.of("docs", "nightly.md"))).contains("| " + toDo.substring(12) + " |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hooks.example/x", "ftp://hooks.example/x", "https://", "http://a b"})
    void aWebhookIsAnHttpAddress(String address) {
        assertThatThrownBy(() -> new Webhook(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The webhook's address is none. Write https://host/path.");
    }

    @Test
    void theSecretsOfAnAddressAreNeverTold() {
        assertThat(new Webhook("https://hooks.example/services/T0/secret").name())
                .isEqualTo("webhook at hooks.example");
        MailAddress mail = MailAddress.of("a@b.example", "c@d.example", "smtp.example:587", Optional.of("u"), "secret");
        assertThat(mail).hasToString("a@b.example over smtp.example:587");
        assertThat(new Mail(mail, CHRISTMAS).name()).isEqualTo("e-mail over smtp.example");
    }

    @Test
    void aPasswordIsNeverSentInTheClear() {
        assertThat(MailAddress.of("a@b.example", "c@d.example", "smtp.example:25", Optional.of("u"), "p")
                        .needsEncryption())
                .isTrue();
        assertThat(MailAddress.of("a@b.example", "c@d.example", "smtp.example:25", Optional.empty(), "")
                        .needsEncryption())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "steward", "a@b@c", "steward@trust.example\nBcc: all@trust.example"})
    void aLetterGoesToAnAddress(String to) {
        MailAddress address = MailAddress.of(to, "monthend@trust.example", "localhost:25", Optional.empty(), "");
        assertThatThrownBy(() -> new Mail(address, CHRISTMAS)).isInstanceOf(IllegalArgumentException.class);
    }
}
