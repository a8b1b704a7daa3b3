package org.monthend.bench;

import java.lang.management.ManagementFactory;

/** CPU time, which other programs on the machine disturb less than the clock. */
final class Cpu {

    private Cpu() {}

    /** In nanoseconds. */
    static long ofThisThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
