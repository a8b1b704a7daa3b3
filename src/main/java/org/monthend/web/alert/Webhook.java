package org.monthend.web.alert;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts an alert as JSON to an address. Its member text is what Slack, Teams and Mattermost show. The address may be a
 * secret, so that only its host is ever told.
 */
final class Webhook implements Channel {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @throws IllegalArgumentException with a sentence when it is no http or https address */
    Webhook(String address) {
        URI parsed = parsed(address);
        if (parsed.getHost() == null || !("https".equals(parsed.getScheme()) || "http".equals(parsed.getScheme()))) {
            throw notAnAddress();
        }
        this.address = parsed;
    }

    private static URI parsed(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw notAnAddress();
        }
    }

    private static IllegalArgumentException notAnAddress() {
        return new IllegalArgumentException("The webhook's address is none. Write https://host/path.");
    }

    @Override
    public String name() {
        return "webhook at " + address.getHost();
    }

    @Override
    public void send(Alert alert) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("text", alert.subject() + "\n\n" + alert.text());
        members.putAll(alert.facts());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(members)))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IOException("it answered " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was not waited for", e);
        }
    }
}
