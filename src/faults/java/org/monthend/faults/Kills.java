package org.monthend.faults;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Commands that are killed at random moments, up to eight times a month, and then given once more. */
final class Kills implements Trial {

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
    public Share share() {
        return new Share(40, 20, 60);
    }

    /** The months, then the publication of the first, then corrections. */
    @Override
    public void run(Workshop workshop, Tally tally, long seed) throws Exception {
        Random random = new Random(seed);
        try (Case monthEnd = new Case(workshop, tally, seed)) {
            monthEnd.noteKill();
            int waves = monthEnd.workload().waves().size();
            for (int number = 0; number < waves && tally.wantsMore(); number++) {
                if (number == Workload.MONTHS) {
                    List<String> publish =
                            monthEnd.publish(monthEnd.workload().months().get(0), monthEnd.database());
                    if (!survives(monthEnd, publish, "publication", workshop, tally, random)) {
                        return;
                    }
                }
                monthEnd.arrive(monthEnd.workload().waves().get(number));
                if (!survives(monthEnd, monthEnd.load(), "wave " + (number + 1), workshop, tally, random)) {
                    return;
                }
            }
            monthEnd.mustBeSound("at the end");
            monthEnd.judgeReaders();
        }
    }

    private static boolean survives(
            Case monthEnd, List<String> command, String what, Workshop workshop, Tally tally, Random random)
            throws Exception {
        int kills = 1 + random.nextInt(MOST_KILLS_OF_A_MONTH);
        for (int kill = 0; kill < kills && tally.wantsMore(); kill++) {
            if (killed(monthEnd, command, random, workshop.loadTime().toMillis())) {
                tally.round(what, Optional.empty());
            } else {
                tally.note("finished before the kill");
            }
        }
        boolean isPublication = command.get(0).equals("publish");
        return monthEnd.finish(command)
                && (!isPublication || monthEnd.finish(monthEnd.load()))
                && monthEnd.judge("%s, %d kills".formatted(what, kills));
    }

    /** Some kills come within a second of the start, some right after something was committed, the others at any time. */
    private static boolean killed(Case monthEnd, List<String> command, Random random, long loadMillis)
            throws Exception {
        int kind = random.nextInt(10);
        double moment = random.nextDouble();
        try (ProductProcess process = monthEnd.product().start(command)) {
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
