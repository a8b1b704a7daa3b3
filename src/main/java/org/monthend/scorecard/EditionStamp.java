package org.monthend.scorecard;

import java.time.Instant;

/**
 * What tells one state of a month's scorecard from any other: a draft that is computed anew has another time, an issued
 * edition another status.
 */
public record EditionStamp(int number, Edition.Status status, Instant dataAsAt) {

    /** As a page carries it. */
    public String text() {
        return number + " " + status.word() + " " + dataAsAt;
    }
}
