package org.monthend.faults;

import java.io.IOException;
import java.util.List;

/** What the product is doing when something goes wrong. */
enum Situation {
    /** The first month is loaded into an empty warehouse. */
    FIRST_MONTH(0, false),
    /** A correction is loaded after all months. */
    CORRECTION(Workload.MONTHS, false),
    /** A month is published. */
    PUBLICATION(Workload.MONTHS, true);

    private final int wavesBefore;
    private final boolean publishes;

    Situation(int wavesBefore, boolean publishes) {
        this.wavesBefore = wavesBefore;
        this.publishes = publishes;
    }

    /** How many waves stand before. */
    int wavesBefore() {
        return wavesBefore;
    }

    /** Lets come what is to be loaded. */
    void prepare(Case monthEnd) throws IOException {
        if (!publishes) {
            monthEnd.arrive(monthEnd.workload().waves().get(wavesBefore));
        }
    }

    /** The command that is disturbed, and given again. */
    List<String> command(Case monthEnd, Database by) {
        return publishes ? monthEnd.publish(monthEnd.workload().months().get(1), by) : monthEnd.load(by);
    }

    /** What was disturbed is done again undisturbed, and all is as if nothing had been. */
    void mend(Case monthEnd, String what) throws Exception {
        if (!monthEnd.finishHere(command(monthEnd, monthEnd.database()))
                || (publishes && !monthEnd.finishHere(monthEnd.load()))
                || !monthEnd.judge(what)) {
            return;
        }
        if (publishes) {
            String editions = monthEnd.database().only("select count(*) from etl.publication");
            if (!editions.equals("1")) {
                monthEnd.violated(List.of(what + ": published " + editions + " times"));
            }
            monthEnd.mustBeSound(what);
        }
        monthEnd.judgeReaders();
    }
}
