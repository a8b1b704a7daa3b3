package org.monthend.warehouse;

/** The warehouse could not be brought to the state that this program needs; the message says why. */
public final class MigrationFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    MigrationFailed(String message) {
        super(message);
    }

    MigrationFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
