package org.monthend.faults;

/** One row of the table of faults: breaks the product in one way, a case after the other. */
interface Trial {

    /** What the command line calls it. */
    String name();

    /** How many rounds of it are run in full. */
    int fullRounds();

    /** What is run of it with every change. */
    Share share();

    /**
     * A share that fits into the few minutes that a change may take.
     *
     * @param rounds how many are run
     * @param fewest how many are run even if that takes longer
     * @param seconds after which no more than those are begun
     */
    record Share(int rounds, int fewest, int seconds) {

        /** The same in what is left of the time of all: of the last ones at least one is tried. */
        Share within(long secondsLeft) {
            return secondsLeft >= seconds ? this : new Share(rounds, 1, (int) Math.max(0, secondsLeft));
        }
    }

    /** The seed of a case. A share of the rounds takes them from all over, where the full number takes one after the other. */
    default long seed(long first, int number, boolean share) {
        return first + number;
    }

    /** Whether there is nothing left to be tried. */
    default boolean isExhausted() {
        return false;
    }

    /** One case, of one or more rounds, that is the same for the same seed as far as processes can be. */
    void run(Workshop workshop, Tally tally, long seed) throws Exception;
}
