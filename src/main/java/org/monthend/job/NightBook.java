package org.monthend.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The book of nights that all instances share: each night is in it once. */
public interface NightBook {

    /** Asks for the turn to run a night; it is not taken when another instance that lives has it. */
    Turn takeTurn(String instance);

    /** What those who watch the nights want to know. */
    Standing standing();

    /**
     * The right of one instance to run nights and to write in the book. It ends on close, and also when the process or
     * its connection dies; what a dead turn tries to write fails.
     */
    interface Turn extends AutoCloseable {

        boolean isTaken();

        Optional<Night> night(Instant scheduledAt);

        /** The newest night of the book that is older than the given one. */
        Optional<Instant> newestBefore(Instant scheduledAt);

        /** Notes that an attempt begins at the given time, and that the night makes up for the missed ones. */
        void begin(Instant scheduledAt, Instant now, int failures, List<Instant> missed);

        /** Notes that the attempt has succeeded. */
        void succeed(Instant scheduledAt, Instant now, int failures);

        /** Notes that the attempt has failed and when there will be another. */
        void await(Instant scheduledAt, Instant now, int failures, Instant nextAttempt, String failure);

        /**
         * Notes that the attempt has failed and that there will be no other.
         *
         * @param violations rows that the integrity checks found; negative when they were not run
         */
        void fail(Instant scheduledAt, Instant now, int failures, String failure, int violations);

        @Override
        void close();
    }
}
