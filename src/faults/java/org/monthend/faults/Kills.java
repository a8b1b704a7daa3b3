package org.monthend.faults;

import java.util.List;
import java.util.Random;

/** Loads that are killed at random moments, up to eight times a month, and then given once more. */
final class Kills implements FaultTest {

    private static final int MOST_KILLS_OF_A_MONTH = 8;

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public int fullRounds() {
        return 1_000;
    }

    @Override
    public int fewestRounds() {
        return 40;
    }

    @Override
    public void run(Workshop workshop, Tally tally, long seed) throws Exception {
        Random random = new Random(seed);
        try (Case monthEnd = new Case(workshop, tally, seed, workshop.server().fresh(), false)) {
            int number = 0;
            for (List<SentFile> wave : monthEnd.workload().waves()) {
                monthEnd.arrive(wave);
                int kills = 1 + random.nextInt(MOST_KILLS_OF_A_MONTH);
                for (int kill = 0; kill < kills; kill++) {
                    if (killed(monthEnd, random, workshop.loadTime().toMillis())) {
                        tally.round();
                    } else {
                        tally.note("finished before the kill");
                    }
                }
                monthEnd.noteKill();
                if (!monthEnd.finish() || !monthEnd.judge("wave %d, %d kills".formatted(++number, kills))) {
                    return;
                }
            }
            monthEnd.judgeReaders();
        }
    }

    /** Some kills come within a second of the start, some right after something was committed, the others at any time. */
    private static boolean killed(Case monthEnd, Random random, long loadMillis) throws Exception {
        int kind = random.nextInt(10);
        double moment = random.nextDouble();
        try (ProductProcess process = monthEnd.startLoad()) {
            if (kind < 2) {
                Thread.sleep((long) (1_000 * moment));
            } else if (kind < 6) {
                monthEnd.readers().awaitChange(loadMillis * 2);
                Thread.sleep((long) (40 * moment * moment));
            } else {
                Thread.sleep((long) (loadMillis * (0.25 + 0.7 * moment)));
            }
            return process.kill();
        }
    }
}
