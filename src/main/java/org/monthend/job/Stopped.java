package org.monthend.job;

/** A run was asked to end and did; its message says what stands. Running the same command again does the rest. */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Stopped(String message) {
        super(message);
    }
}
