package org.monthend.extract.format;

/** Measures how long a file is being read, and refuses it when that is longer than the limit. */
final class ReadingClock {

    private final int seconds;
    private long spent;
    private long since;

    ReadingClock(ReadLimits limits) {
        this.seconds = limits.seconds();
    }

    /** The reader works from here on. */
    void start() {
        since = System.nanoTime();
    }

    /** Someone else works from here on. */
    void stop() {
        spent += System.nanoTime() - since;
    }

    /** To be called while running, every few thousand bytes. */
    void check() throws UnreadableWorkbook {
        if (spent + System.nanoTime() - since > seconds * 1_000_000_000L) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_SECONDS,
                    "Reading the file takes longer than the limit of " + seconds
                            + " seconds; send a smaller workbook that holds only the table.");
        }
    }
}
