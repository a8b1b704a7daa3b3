package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.monthend.cli.ServingProcess.await;
import static org.monthend.cli.ServingProcess.get;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput;
import org.monthend.cli.ServingProcess.Line;
import org.monthend.warehouse.Sql;

/** The nights of real processes, on a real database. */
class ServeTest {

    private static final Map<String, String> AS_IT_IS = Map.of();

    private final BlockingQueue<Line> log = new LinkedBlockingQueue<>();
    private SampleInput input;

    @BeforeEach
    void copyTheSample(@TempDir Path folder) throws IOException {
        input = new SampleInput(folder, "2015-12");
    }

    @AfterEach
    void letGo() {
        input.close();
    }

    private ServingProcess start(String... options) throws IOException {
        return ServingProcess.start(input, input.database().address().url(), log, AS_IT_IS, options);
    }

    /** Both start with a missed night, and then race for one every two seconds. */
    @Test
    void twoInstancesRunEachNightOnce() throws Exception {
        try (ServingProcess one = start("--cron", "*/2 * * * * *");
                ServingProcess other = start("--cron", "*/2 * * * * *")) {
            Set<ServingProcess> serving = new HashSet<>();
            Set<String> nights = new HashSet<>();
            int nightsOfBoth = 0;
            while (nightsOfBoth < 3) {
                Line line = await(log, "serve-started", "night-started", "night-failed", "night-waiting");
                assertThat(line.action()).isIn("serve-started", "night-started");
                if (line.action().equals("serve-started")) {
                    serving.add(line.from());
                } else {
                    assertThat(nights.add(line.text("/monthend/night/scheduled")))
                            .isTrue();
                    nightsOfBoth += serving.size() == 2 ? 1 : 0;
                }
            }
            // The night in hand is finished, and no other is begun.
            one.terminate();
            other.terminate();
            assertThat(List.of(one.exitCode(), other.exitCode())).isSubsetOf(0, 4);
        }
        assertThat(rows("""
                select distinct attempt_count
                from etl.nightly_run
                where night_state not in ('covered', 'waiting')
                """)).containsExactly("1");
        assertThat(rows("select requested_by, run_status from etl.load_run"))
                .containsExactly("monthend serve | succeeded");
        assertThat(rows("select count(*) from etl.return_submission")).containsExactly(returns());
    }

    @Test
    void aNightWhoseInstanceIsKilledOrStoppedIsFinishedByAnother() throws Exception {
        String everyDay = "0 0 2 * * *";
        try (Connection publisher = input.database().owner().getConnection();
                Statement statement = publisher.createStatement()) {
            // Nobody can publish a submission, so that a night is caught in the middle.
            statement.execute("select pg_advisory_lock(73001)");
            try (ServingProcess one = start("--cron", everyDay);
                    ServingProcess other = start("--cron", everyDay)) {
                Line began = await(log, "night-started");
                ServingProcess killed = began.from();
                ServingProcess stopped = killed == one ? other : one;
                killed.kill();
                Line takenOver = await(log, "night-taken-over");
                assertThat(takenOver.from()).isEqualTo(stopped);
                assertThat(takenOver.text("/monthend/night/dead_instance")).startsWith("process " + killed.pid());

                await(log, "night-started");
                stopped.terminate();
                statement.execute("select pg_advisory_unlock(73001)");
                await(log, "night-stopped");
                assertThat(stopped.exitCode()).isEqualTo(4);
                assertThat(rows("select night_state, attempt_count from etl.nightly_run"))
                        .containsExactly("waiting | 2");
            }
        }
        try (ServingProcess third = start("--cron", everyDay)) {
            await(log, "night-succeeded");
            third.terminate();
            assertThat(third.exitCode()).isZero();
        }
        assertThat(rows("select night_state, attempt_count, check_violation_count from etl.nightly_run"))
                .containsExactly("succeeded | 3 | 0");
        assertThat(rows("select count(*) from etl.return_submission")).containsExactly(returns());
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedForAndARefusedCatalogueIsToldAtOnce() throws Exception {
        GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        BlockingQueue<String> posted = new LinkedBlockingQueue<>();
        HttpServer hook = hook(posted);
        int closedPort = freePort();
        String url = input.database().address().url();
        String closed = url.replaceFirst(":\\d+/", ":" + closedPort + "/");
        Map<String, String> environment = Map.of(
                "MONTHEND_CRON", "0 0 2 * * *",
                "MONTHEND_RETRY_AFTER", "1s",
                "MONTHEND_RETRIES", "1",
                "MONTHEND_WEBHOOK",
                        "http://127.0.0.1:%d/".formatted(hook.getAddress().getPort()),
                "MONTHEND_MAIL_TO", "steward@trust.example",
                "MONTHEND_MAIL_FROM", "monthend@trust.example",
                "MONTHEND_SMTP", "127.0.0.1:" + mailServer.getSmtp().getPort());
        Files.copy(input.file("catalogue.xlsx"), input.file("returns/2015-12/two\nlines.xlsx"));

        try (ServingProcess serving = ServingProcess.start(input, closed, log, environment)) {
            Line started = await(log, "serve-started");
            assertThat(await(log, "warehouse-away").text("/message")).startsWith("The database cannot be reached: ");
            assertThat(await(log, "night-waiting").text("/event/reason")).isEqualTo("warehouse_away");
            assertThat(get("/actuator/health/readiness", started)).startsWith("503 ");
            assertThat(posted.poll(60, TimeUnit.SECONDS)).contains("cannot be run yet", "see that the database runs");

            try (Forwarding database = Forwarding.from(closedPort, new InetSocketAddress("127.0.0.1", port(url)))) {
                Line refused = await(log, "return-decided");
                while (!refused.text("/file/name").contains("\n")) {
                    refused = await(log, "return-decided");
                }
                assertThat(refused.text("/file/name")).isEqualTo("two\nlines.xlsx");
                assertThat(refused.text("/monthend/return/verdict")).isEqualTo("refused");
                Line succeeded = await(log, "night-succeeded");
                assertThat(succeeded.text("/monthend/returns/refused")).isEqualTo("1");
                assertThat(posted.poll(60, TimeUnit.SECONDS)).contains("succeeded", "1 refused (");
                assertThat(mailServer.waitForIncomingEmail(2)).isTrue();
                serving.terminate();
                assertThat(serving.exitCode()).isZero();
            }
        }
        assertThat(rows("select night_state, attempt_count, failure_count from etl.nightly_run"))
                .containsExactly("succeeded | 1 | 0");

        // Another night, at one, and a catalogue that lost a sheet.
        input.edit("catalogue.xlsx", workbook -> workbook.removeSheetAt(workbook.getSheetIndex("Targets")));
        try (ServingProcess serving = ServingProcess.start(input, url, log, environment, "--cron", "30 0 2 * * *")) {
            Line failed = await(log, "night-failed");
            assertThat(failed.text("/event/reason")).isEqualTo("catalogue_refused");
            assertThat(posted.poll(60, TimeUnit.SECONDS)).contains("failed", "catalogue.xlsx", "mend the catalogue");
            serving.terminate();
            assertThat(serving.exitCode()).isZero();
        }
        assertThat(rows("select night_state, attempt_count from etl.nightly_run order by scheduled_at desc"))
                .startsWith("failed | 1");
        hook.stop(0);
        mailServer.stop();
    }

    private static HttpServer hook(BlockingQueue<String> posted) throws IOException {
        HttpServer hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        hook.start();
        return hook;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int port(String url) {
        return Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    private List<String> rows(String question) throws SQLException {
        return Sql.as(input.database().owner()).rows(question);
    }

    private String returns() {
        return String.valueOf(
                List.of(input.file("returns/2015-12").toFile().list()).size());
    }
}
