package org.monthend.warehouse.server;

/** The embedded server cannot be had; the message says in one sentence what failed, where, and what to do. */
public final class ServerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    ServerUnavailable(String message) {
        super(message);
    }

    ServerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
