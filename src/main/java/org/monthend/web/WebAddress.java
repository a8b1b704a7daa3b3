package org.monthend.web;

import java.util.Set;

/**
 * Where serve listens.
 *
 * @param port 0 for any that is free
 */
public record WebAddress(String host, int port) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    /** @throws IllegalArgumentException with a sentence when it is not HOST:PORT */
    public static WebAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon <= 0 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException(
                    "'%s' is no address. Write HOST:PORT, such as 127.0.0.1:8715.".formatted(text));
        }
        return new WebAddress(text.substring(0, colon), Integer.parseInt(port));
    }

    /** Whether nobody but this machine can reach it. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
