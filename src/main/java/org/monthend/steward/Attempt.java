package org.monthend.steward;

import java.time.Instant;
import java.util.Set;

/**
 * One file that was judged as a return of a month.
 *
 * @param submission its number
 * @param returnCode empty when the file fits no return
 * @param number which attempt at the return it is
 * @param stands whether it is the last word on the return: the last attempt at the file that came last, or its withdrawal
 * @param counts whether it is what is loaded of the return; a later file that was refused changes nothing of that
 * @param file the sender's name of it: data, never a path to write to
 * @param sha256 digest of its bytes, in lower-case hexadecimal
 * @param verdict the warehouse's word for it: loaded_with_queries
 * @param received when a run first saw these bytes
 * @param ruleCode rule of the gravest issue; empty when nothing was found
 * @param found what that issue found, with what to do
 * @param openQueries queries that wait for an explanation
 */
public record Attempt(
        long submission,
        String returnCode,
        int number,
        boolean stands,
        boolean counts,
        String file,
        String sha256,
        String verdict,
        String reasonCode,
        int rowsRead,
        int rowsRejected,
        Instant received,
        String ruleCode,
        String found,
        int openQueries) {

    private static final Set<String> LOADED = Set.of("loaded", "loaded_with_queries", "partly_loaded", "no_change");

    boolean isWithdrawn() {
        return verdict.equals("withdrawn");
    }

    boolean isLoaded() {
        return LOADED.contains(verdict);
    }
}
