package org.monthend.extract.format;

import java.util.Locale;

/** A sentence for a steward with values put in, the same wherever the program runs. */
final class Sentence {

    private Sentence() {}

    /** As {@link String#format}, with British digits and thousands whatever the machine's own language is. */
    static String of(String pattern, Object... values) {
        return String.format(Locale.UK, pattern, values);
    }
}
