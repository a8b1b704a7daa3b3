package org.monthend.warehouse;

import java.sql.SQLException;
import org.monthend.load.WarehouseUnavailable;

/** Says in a sentence what the database had against it. */
final class Failure {

    private Failure() {}

    /** Connection trouble is the server's, anything else is told as it came. */
    static WarehouseUnavailable of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String told = firstLine(e);
        if (state.startsWith("28")) {
            return new WarehouseUnavailable(
                    "The database refused the login: %s. Check user and password.".formatted(told), e);
        }
        if (state.startsWith("3D")) {
            return new WarehouseUnavailable(
                    "The database does not exist: %s. Create it, or correct the URL.".formatted(told), e);
        }
        if (state.startsWith("08") || state.startsWith("57") || state.isEmpty()) {
            return new WarehouseUnavailable(
                    "The database cannot be reached: %s. Check that it runs and that the URL is right, then run the same command again; nothing is half done."
                            .formatted(told),
                    e);
        }
        return new WarehouseUnavailable(
                "The database gave up: %s. Nothing of the step is half done; run the same command again."
                        .formatted(told),
                e);
    }

    /** Its first sentence; the driver's own advice behind it is for programmers. */
    private static String firstLine(SQLException e) {
        String message = String.valueOf(e.getMessage());
        String line = message.lines().findFirst().orElse(message);
        int sentence = line.indexOf(". ");
        String first = sentence < 0 ? line : line.substring(0, sentence);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
