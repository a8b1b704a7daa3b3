package org.monthend.cli;

/** What a command tells the shell. */
enum ExitCode {
    DONE(0),
    UNEXPECTED(1),
    /** The command line is wrong, or names something that is not there. */
    USAGE(2),
    /** Returns were refused or rows rejected, and the rest is loaded; or what verify was to prove does not hold. */
    REFUSED(3),
    STOPPED(4),
    /** Failed, and the same command takes up where it stopped. */
    FAILED(5),
    /** Another run holds the month. */
    LOCKED(75);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
