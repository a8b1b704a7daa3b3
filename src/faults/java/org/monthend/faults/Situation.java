package org.monthend.faults;

import java.io.IOException;
import java.util.List;

/** What the product is doing when something goes wrong. */
enum Situation {
    /** The first month is loaded into an empty warehouse. */
    FIRST_MONTH(false, false),
    /** A correction is loaded after all months. */
    CORRECTION(true, false),
    /** A month is published. */
    PUBLICATION(true, true);

    private final boolean monthsStand;
    private final boolean publishes;

    Situation(boolean monthsStand, boolean publishes) {
        this.monthsStand = monthsStand;
        this.publishes = publishes;
    }

    /** How many waves stand before. */
    int wavesBefore(Prepared prepared) {
        return monthsStand ? prepared.months() : 0;
    }

    /** Lets come what is to be loaded. */
    void prepare(Case monthEnd) throws IOException {
        if (!publishes) {
            monthEnd.arrive(monthEnd.workload()
                    .waves()
                    .get(monthsStand ? monthEnd.workload().months().size() : 0));
        }
    }

    /** The command that is disturbed, and given again. */
    List<String> command(Case monthEnd, Database by) {
        return publishes ? monthEnd.publish(monthEnd.workload().months().get(0), by) : monthEnd.load(by);
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
