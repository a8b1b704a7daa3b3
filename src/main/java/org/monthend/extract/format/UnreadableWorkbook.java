package org.monthend.extract.format;

import java.io.IOException;

/** A refusal to read a file any further. Its message is one sentence for a data steward: what it is, and what to do. */
public final class UnreadableWorkbook extends IOException {

    private final Reason reason;

    UnreadableWorkbook(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    UnreadableWorkbook(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
