package org.monthend.cli;

/** The command names something that is not there; its message says what to do. */
final class Misused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Misused(String message) {
        super(message);
    }
}
