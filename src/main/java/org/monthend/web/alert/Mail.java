package org.monthend.web.alert;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/**
 * Sends an alert as a letter in plain text. The connection is encrypted where the server can do it, and always when
 * there is a password to keep.
 */
final class Mail implements Channel {

    /** The port on which a connection is encrypted from its first byte. */
    private static final String SMTPS = "465";

    private static final String PATIENCE_MILLIS = "10000";

    private final MailAddress address;
    private final InternetAddress from;
    private final InternetAddress[] to;
    private final Session session;
    private final Clock clock;

    /** @throws IllegalArgumentException with a sentence when an address is none */
    Mail(MailAddress address, Clock clock) {
        this.address = address;
        this.from = addresses(address.from())[0];
        this.to = addresses(address.to());
        this.session = session(address);
        this.clock = clock;
    }

    private static InternetAddress[] addresses(String text) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(text, true);
            if (parsed.length == 0) {
                throw new AddressException("it is empty");
            }
            for (InternetAddress each : parsed) {
                each.validate();
            }
            return parsed;
        } catch (AddressException e) {
            throw new IllegalArgumentException("'%s' is no e-mail address: %s.".formatted(text, e.getMessage()), e);
        }
    }

    private static Session session(MailAddress address) {
        Properties properties = new Properties();
        String protocol = address.port().equals(SMTPS) ? "smtps" : "smtp";
        properties.setProperty("mail.transport.protocol", protocol);
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "host", address.host());
        properties.setProperty(prefix + "port", address.port());
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", Boolean.toString(address.needsEncryption()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "timeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "writetimeout", PATIENCE_MILLIS);
        Optional<PasswordAuthentication> login = address.login();
        properties.setProperty(prefix + "auth", Boolean.toString(login.isPresent()));
        return Session.getInstance(properties, login.map(Mail::answering).orElse(null));
    }

    private static Authenticator answering(PasswordAuthentication login) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return login;
            }
        };
    }

    @Override
    public String name() {
        return "e-mail over " + address.host();
    }

    @Override
    public void send(Alert alert) throws IOException {
        try {
            MimeMessage letter = new MimeMessage(session);
            letter.setFrom(from);
            letter.setRecipients(Message.RecipientType.TO, to);
            letter.setSubject(alert.subject(), StandardCharsets.UTF_8.name());
            letter.setText(alert.text(), StandardCharsets.UTF_8.name());
            letter.setSentDate(Date.from(clock.instant()));
            letter.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(letter);
        } catch (MessagingException e) {
            throw new IOException(e.getClass().getSimpleName(), e);
        }
    }
}
