package org.monthend.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What a piece of work cost.
 *
 * @param wallSeconds by the clock; other programs on the machine make it longer
 * @param ownSeconds of CPU in this process
 * @param serverSeconds of CPU in the database server; 0 where the system does not tell
 * @param heldMebibytes the most that any garbage collection left over; less than that the work could not do with
 */
record Cost(double wallSeconds, double ownSeconds, double serverSeconds, double heldMebibytes) {

    private static final AtomicLong HELD = new AtomicLong();

    /** Linux counts CPU in hundredths of a second. */
    private static final double TICKS = 100;

    static {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> noteHeld(notification.getUserData()), null, null);
        }
    }

    /** A piece of work. */
    interface Work {
        void run() throws Exception;
    }

    static Cost of(ProcessHandle server, Work work) throws Exception {
        System.gc();
        HELD.set(0);
        double own = ownCpu();
        double others = serverCpu(server);
        long start = System.nanoTime();
        work.run();
        long end = System.nanoTime();
        return new Cost((end - start) / 1e9, ownCpu() - own, serverCpu(server) - others, HELD.get() / 1024.0 / 1024);
    }

    /** Of work without a server. */
    static Cost of(Work work) throws Exception {
        System.gc();
        HELD.set(0);
        double own = ownCpu();
        long start = System.nanoTime();
        work.run();
        long end = System.nanoTime();
        return new Cost((end - start) / 1e9, ownCpu() - own, 0, HELD.get() / 1024.0 / 1024);
    }

    double cpuSeconds() {
        return ownSeconds + serverSeconds;
    }

    /** The one in the middle by its CPU, which other programs disturb the least. */
    static Cost median(List<Cost> costs) {
        return costs.stream()
                .sorted(Comparator.comparingDouble(Cost::cpuSeconds))
                .toList()
                .get(costs.size() / 2);
    }

    @Override
    public String toString() {
        return "%6.2f s, CPU %6.2f s (here %.2f, server %.2f), held %.0f MiB"
                .formatted(wallSeconds, cpuSeconds(), ownSeconds, serverSeconds, heldMebibytes);
    }

    private static void noteHeld(Object userData) {
        GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from((CompositeData) userData);
        long left = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> !pool.getKey().contains("Metaspace")
                        && !pool.getKey().contains("Code")
                        && !pool.getKey().contains("Class"))
                .map(java.util.Map.Entry::getValue)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        HELD.accumulateAndGet(left, Math::max);
    }

    private static double ownCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** Of the server's first process, those of its children that live, and those that it has seen end. */
    private static double serverCpu(ProcessHandle server) throws IOException {
        double ticks = ticks(server, 13, 14, 15, 16);
        for (ProcessHandle child : server.children().toList()) {
            ticks += ticks(child, 13, 14);
        }
        return ticks / TICKS;
    }

    private static double ticks(ProcessHandle process, int... fields) throws IOException {
        Path file = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.exists(file)) {
            return 0;
        }
        String stat = Files.readString(file);
        // The second field is a name in brackets that may hold blanks.
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int field : fields) {
            ticks += Long.parseLong(words[field - 2]);
        }
        return ticks;
    }
}
