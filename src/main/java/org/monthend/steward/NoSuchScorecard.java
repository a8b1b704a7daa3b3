package org.monthend.steward;

/** There is no scorecard as it was asked for; the message says why, and what there is. */
public final class NoSuchScorecard extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchScorecard(String message) {
        super(message);
    }
}
