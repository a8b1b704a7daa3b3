package org.monthend.job;

import java.util.List;

/** The checks of the warehouse: each looks for rows that must not exist. */
public interface IntegrityChecks {

    /** Runs every check, and gives those that found something, by name. */
    List<Violation> run();

    /** How many checks there are. */
    int count();

    /**
     * A check that found what must not be.
     *
     * @param check its name: two_current_revisions
     * @param meaning what it looks for, in a sentence
     * @param rows how many it found
     * @param examples the first of them, as text
     */
    record Violation(String check, String meaning, int rows, List<String> examples) {

        /** What a steward is told. */
        public String sentence() {
            return "check %s found %d %s".formatted(check, rows, rows == 1 ? "row" : "rows");
        }
    }
}
