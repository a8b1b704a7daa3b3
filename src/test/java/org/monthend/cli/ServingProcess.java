package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.monthend.SampleInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ./monthend serve in a process of its own, and what it logs. */
final class ServingProcess implements AutoCloseable {

    /** Long enough for a machine that does much else at the same time. */
    private static final long PATIENCE_SECONDS = 90;

    /** A line of the log and whose it is. */
    record Line(ServingProcess from, JsonNode json) {

        String action() {
            return json.at("/event/action").asString("");
        }

        String text(String pointer) {
            return json.at(pointer).asString("");
        }
    }

    private final Process process;
    private final BlockingQueue<Line> log;

    private ServingProcess(Process process, BlockingQueue<Line> log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts one on the input and the database of the URL.
     *
     * @param log gets each line as it comes; several may share it
     */
    static ServingProcess start(
            SampleInput input, String url, BlockingQueue<Line> log, Map<String, String> environment, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.monthend.cli.Monthend",
                "serve",
                "--url",
                url,
                "--input",
                input.file("").toString(),
                "--output",
                input.output().toString(),
                "--metrics",
                "127.0.0.1:0",
                "--look",
                "300ms",
                "--zone",
                "UTC"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        ServingProcess serving = new ServingProcess(builder.start(), log);
        Thread reader = new Thread(serving::read, "log of " + serving.process.pid());
        reader.setDaemon(true);
        reader.start();
        return serving;
    }

    /** Every line must be one JSON object: a line that is none would be lost here, and be missed by the test. */
    private void read() {
        BufferedReader lines = process.inputReader();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(new Line(this, JsonMapper.shared().readTree(line)));
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // It was killed, and its pipe is closed.
        }
    }

    /** The next line with one of the actions, on whichever process; those before it are passed over. */
    static Line await(BlockingQueue<Line> log, String... actions) throws InterruptedException {
        List<String> passed = new ArrayList<>();
        while (true) {
            Line line = log.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("one of %s after %s", List.of(actions), passed).isNotNull();
            if (List.of(actions).contains(line.action())) {
                return line;
            }
            assertThat(line.action().isEmpty() && line.text("/log/level").equals("WARN"))
                    .as("a library warns of something that no operator can change: %s", line.json())
                    .isFalse();
            passed.add(line.action() + " " + line.text("/message"));
        }
    }

    static String get(String route, Line started) throws IOException, InterruptedException {
        URI address = URI.create(
                "http://%s:%s%s".formatted(started.text("/server/address"), started.text("/server/port"), route));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    long pid() {
        return process.pid();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and unlike the process's own way of it this leaves its log open. */
    void terminate() {
        process.toHandle().destroy();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
