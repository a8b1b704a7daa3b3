package org.monthend.extract;

import java.util.Optional;

/**
 * A field as a layout names it: "value", or "value of CPP" for a column that holds the figures of one measure only.
 *
 * @param measure the measure's code or name; empty where the row or the header says which
 */
public record NamedField(Field field, String measure) {

    private static final String OF = " of ";

    /** Empty when the part of a layout is about something else than a field. */
    public static Optional<NamedField> of(String part) {
        int of = part.indexOf(OF);
        String field = of < 0 ? part : part.substring(0, of);
        String measure = of < 0 ? "" : part.substring(of + OF.length()).strip();
        return Field.of(field).map(each -> new NamedField(each, measure));
    }
}
