package org.monthend.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether this process was asked to end. A run looks at it before each file and each step: what is in hand is finished,
 * and nothing more is begun.
 */
public final class Stop {

    private final CountDownLatch asked = new CountDownLatch(1);

    public void ask() {
        asked.countDown();
    }

    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits so long, or until it is asked; says whether it is. A thread that is interrupted is asked to stop, too. */
    public boolean isAskedWithin(Duration wait) {
        try {
            return asked.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
