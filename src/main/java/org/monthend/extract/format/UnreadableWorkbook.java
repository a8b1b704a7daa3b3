package org.monthend.extract.format;

import java.io.IOException;
import java.util.Locale;

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

    /** A file whose name says text and whose content says workbook. */
    public static UnreadableWorkbook misnamed(Format format) {
        return new UnreadableWorkbook(
                Reason.MISNAMED,
                "The file is named as a text table (.csv), but holds a workbook (."
                        + format.name().toLowerCase(Locale.ROOT)
                        + "); name it as what it is, or save it as CSV UTF-8.");
    }

    public Reason reason() {
        return reason;
    }
}
