package org.monthend.warehouse;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.monthend.warehouse.server.DatabaseAddress;

/** Where the warehouse is and who enters, as JDBC takes it. */
public record WarehouseLogin(String jdbcUrl, String user, String password) {

    static WarehouseLogin of(DatabaseAddress address) {
        return new WarehouseLogin(address.jdbcUrl(), address.user(), address.password());
    }

    /**
     * Reads a URL as psql takes it, postgresql://user:password@host:port/database, or as JDBC does. A user or password
     * given beside it goes before the one in it.
     *
     * @throws IllegalArgumentException with a sentence when it is neither
     */
    public static WarehouseLogin parse(String url, Optional<String> user, Optional<String> password) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new WarehouseLogin(url, user.orElse(""), password.orElse(""));
        }
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new IllegalArgumentException(
                    "'%s' is no PostgreSQL URL. Write postgresql://user:password@host:port/database or jdbc:postgresql://host:port/database."
                            .formatted(url));
        }
        URI address = URI.create(url);
        String[] login =
                Optional.ofNullable(address.getRawUserInfo()).orElse("").split(":", 2);
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        int port = address.getPort() < 0 ? 5432 : address.getPort();
        return new WarehouseLogin(
                "jdbc:postgresql://%s:%d%s%s".formatted(address.getHost(), port, address.getRawPath(), query),
                user.orElse(decoded(login[0])),
                password.orElse(login.length > 1 ? decoded(login[1]) : ""));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
