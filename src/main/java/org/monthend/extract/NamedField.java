package org.monthend.extract;

import java.util.Optional;

/**
 * A field as a layout names it: "value", or "value of CPP" for a column that holds the figures of one measure only, or
 * "share of Good" for one that holds those of one category.
 *
 * @param measure code or name of the measure or category; empty where the row or the header says which
 */
public record NamedField(Field field, String measure) {

    private static final String OF = " of ";

    /** What the column's figures are about where the layout says so: a measure, or a category of a scheme. */
    public Field about() {
        return field == Field.COUNT || field == Field.SHARE ? Field.CATEGORY : Field.MEASURE;
    }

    /** Empty when the part of a layout is about something else than a field. */
    public static Optional<NamedField> of(String part) {
        int of = part.indexOf(OF);
        String field = of < 0 ? part : part.substring(0, of);
        String measure = of < 0 ? "" : part.substring(of + OF.length()).strip();
        return Field.of(field).map(each -> new NamedField(each, measure));
    }
}
