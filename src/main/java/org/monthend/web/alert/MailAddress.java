package org.monthend.web.alert;

import jakarta.mail.PasswordAuthentication;
import java.util.Optional;
import java.util.Set;

/**
 * Whom letters go to, and over which server.
 *
 * @param to one address, or several with commas between them
 * @param user login at the server; empty for none
 */
public record MailAddress(String to, String from, String host, String port, Optional<String> user, String password) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    /**
     * @param server HOST:PORT
     * @throws IllegalArgumentException with a sentence when the server is not HOST:PORT
     */
    public static MailAddress of(String to, String from, String server, Optional<String> user, String password) {
        int colon = server.lastIndexOf(':');
        if (colon <= 0 || !server.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "'%s' is no mail server. Write HOST:PORT, such as smtp.example.org:587.".formatted(server));
        }
        return new MailAddress(to, from, server.substring(0, colon), server.substring(colon + 1), user, password);
    }

    Optional<PasswordAuthentication> login() {
        return user.map(name -> new PasswordAuthentication(name, password));
    }

    boolean needsEncryption() {
        return user.isPresent() && !THIS_MACHINE.contains(host);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return to + " over " + host + ":" + port;
    }
}
