package org.monthend.job;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether this process was asked to end. A run looks at it before each file and each step: what is in hand is finished,
 * and nothing more is begun.
 */
public final class Stop {

    private final AtomicBoolean asked = new AtomicBoolean();

    public void ask() {
        asked.set(true);
    }

    public boolean isAsked() {
        return asked.get();
    }
}
