package org.monthend.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.monthend.job.NightEvent;
import org.monthend.job.Standing;
import org.monthend.job.Stop;
import org.monthend.web.alert.Alerts;

/** What serve shows, asked for over HTTP. */
class WebServerTest {

    private static final WebAddress ANY_PORT = new WebAddress("127.0.0.1", 0);
    private static final Instant NEXT = Instant.parse("2015-12-25T02:00:00Z");
    private static final Standing STANDING = new Standing(
            Optional.of(Instant.parse("2015-12-24T02:01:30Z")),
            Optional.of(Duration.ofMillis(89_500)),
            1,
            140,
            3,
            2,
            11,
            4,
            5,
            Optional.of(6));

    private final NightMetrics metrics = new NightMetrics();
    private final WarehouseHealth health = new WarehouseHealth();
    private final Alerts alerts =
            Alerts.to(Optional.empty(), Optional.empty(), false, Duration.ofSeconds(1), new Stop(), Clock.systemUTC());
    private final HttpClient client = HttpClient.newHttpClient();

    private WebServer start(WebAddress address, Optional<String> token) {
        return WebServer.start(Optional.of(address), token, List.of(metrics, health, alerts));
    }

    private void hear(NightEvent event) {
        metrics.hear(event);
        health.hear(event);
    }

    @Test
    void showsHowNightsAndReturnsStand() throws Exception {
        try (WebServer server = start(ANY_PORT, Optional.empty())) {
            assertThat(get(server, "/actuator/prometheus").body())
                    .contains("monthend_warehouse_up 0.0\n", "monthend_returns_overdue NaN\n");
            hear(new NightEvent.Looked(NEXT, Optional.of(STANDING)));
            assertThat(get(server, "/actuator/prometheus").body().lines().filter(line -> line.startsWith("monthend_")))
                    .containsExactlyInAnyOrder(
                            "monthend_warehouse_up 1.0",
                            "monthend_night_running 0.0",
                            "monthend_night_next_timestamp_seconds 1.4510088E9",
                            "monthend_night_last_success_timestamp_seconds 1.45092249E9",
                            "monthend_night_last_duration_seconds 89.5",
                            "monthend_nights_failed 1.0",
                            "monthend_returns_due 140.0",
                            "monthend_returns_overdue 3.0",
                            "monthend_returns_refused 2.0",
                            "monthend_queries_open 11.0",
                            "monthend_errors_open 4.0",
                            "monthend_scorecards_stale 5.0",
                            "monthend_check_violations 6.0",
                            "monthend_night_attempts_failed_total 0.0",
                            "monthend_alerts_failed_total 0.0");
            hear(new NightEvent.Broke(new IllegalStateException()));
            assertThat(get(server, "/actuator/prometheus").body())
                    .contains("monthend_night_attempts_failed_total 1.0\n");
        }
    }

    /** The table of the page is what is exposed: names, kinds and meanings. */
    @Test
    void isDescribedInThePage() throws Exception {
        try (WebServer server = start(ANY_PORT, Optional.empty())) {
            String exposed = get(server, "/actuator/prometheus").body();
            List<String> rows = Pattern.compile("# HELP (monthend_\\S+) (.*)\n# TYPE \\S+ (\\S+)\n")
                    .matcher(exposed)
                    .results()
                    .map(WebServerTest::row)
                    .toList();
            assertThat(rows).hasSizeGreaterThan(10);
            assertThat(Files.readAllLines(Path.of("docs", "nightly.md")).stream()
                            .filter(line -> line.startsWith("| `monthend_")))
                    .containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    private static String row(MatchResult metric) {
        return "| `%s` | %s | %s |".formatted(metric.group(1), metric.group(3), metric.group(2));
    }

    @Test
    void isReadyWhileTheWarehouseCanBeReached() throws Exception {
        try (WebServer server = start(ANY_PORT, Optional.empty())) {
            assertThat(get(server, "/actuator/health/readiness").statusCode()).isEqualTo(503);
            hear(new NightEvent.Looked(NEXT, Optional.of(STANDING)));
            assertThat(get(server, "/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(get(server, "/actuator/health").body()).contains("\"warehouse\":{\"status\":\"UP\"}");
            hear(new NightEvent.Looked(NEXT, Optional.empty()));
            assertThat(get(server, "/actuator/health").statusCode()).isEqualTo(503);
            assertThat(get(server, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void showsNothingElse() throws Exception {
        try (WebServer server = start(ANY_PORT, Optional.empty())) {
            for (String route : List.of(
                    "/", "/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/loggers")) {
                HttpResponse<String> answer = get(server, route);
                assertThat(answer.statusCode()).as(route).isEqualTo(404);
                assertThat(answer.body()).as(route).doesNotContain("org.", "Exception");
            }
        }
    }

    @Test
    void withATokenAsksForItOnEveryRoute() throws Exception {
        try (WebServer server = start(ANY_PORT, Optional.of("open sesame"))) {
            hear(new NightEvent.Looked(NEXT, Optional.of(STANDING)));
            for (String route : List.of("/actuator/prometheus", "/actuator/health", "/actuator/env", "/", "/error")) {
                assertThat(get(server, route).statusCode()).as(route).isEqualTo(401);
                assertThat(get(server, route, "Bearer open").statusCode())
                        .as(route)
                        .isEqualTo(401);
                assertThat(get(server, route, "Basic open sesame").statusCode())
                        .as(route)
                        .isEqualTo(401);
            }
            assertThat(get(server, "/actuator/prometheus", "Bearer open sesame").statusCode())
                    .isEqualTo(200);
        }
    }

    /** As a page of another host asks that has bent its own name to 127.0.0.1. */
    @Test
    void withoutATokenAnswersOnlyToItsOwnName() throws Exception {
        try (WebServer server = start(ANY_PORT, Optional.empty())) {
            hear(new NightEvent.Looked(NEXT, Optional.of(STANDING)));
            assertThat(statusLine(server, "127.0.0.1")).contains(" 200");
            assertThat(statusLine(server, "evil.example")).contains(" 403");
        }
    }

    @Test
    void whereOthersCanReachItAsksForAToken() throws Exception {
        assertThatThrownBy(() -> start(new WebAddress("0.0.0.0", 0), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Others can reach 0.0.0.0:0, so it needs a token: set MONTHEND_METRICS_TOKEN, or listen on 127.0.0.1.");
    }

    @Test
    void aPortThatIsTakenIsToldInASentence() {
        try (WebServer one = start(ANY_PORT, Optional.empty())) {
            WebAddress taken = one.address().orElseThrow();
            assertThatThrownBy(() -> start(taken, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "Another program listens on port %d. Name another address with --metrics, or --metrics off.",
                            taken.port());
        }
    }

    @Test
    void canBeOff() {
        try (WebServer server = WebServer.start(Optional.empty(), Optional.empty(), List.of(metrics, health, alerts))) {
            assertThat(server.address()).isEmpty();
        }
    }

    private HttpResponse<String> get(WebServer server, String route, String... authorisation)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://" + server.address().orElseThrow() + route));
        for (String each : authorisation) {
            request.header("Authorization", each);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Over a socket, because the client does not let its Host be chosen. */
    private static String statusLine(WebServer server, String host) throws IOException {
        WebAddress address = server.address().orElseThrow();
        try (Socket socket = new Socket(address.host(), address.port());
                OutputStream out = socket.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            out.write("GET /actuator/health HTTP/1.1\r\nHost: %s:80\r\nConnection: close\r\n\r\n"
                    .formatted(host)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return in.readLine();
        }
    }
}
