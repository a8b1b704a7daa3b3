package org.monthend.publish.sender;

import java.util.Optional;

/** What a template asks for in one cell. */
sealed interface TemplateField {

    /** Words that are there already and cannot be changed. */
    record Given(String words) implements TemplateField {}

    /** The month, as a date. */
    record Month() implements TemplateField {}

    /** A cell that this row does not need. */
    record NotNeeded() implements TemplateField {}

    /**
     * A number to be typed.
     *
     * @param least empty where it may be negative
     * @param most empty where there is no bound
     * @param whole whether it must be a whole number
     * @param hint what is asked for, shown beside the cell
     */
    record Figure(Optional<Integer> least, Optional<Integer> most, boolean whole, String hint)
            implements TemplateField {}

    /**
     * One of the words of a list, or nothing.
     *
     * @param words the one that is there already; empty for none
     */
    record Choice(Kind kind, String words) implements TemplateField {

        enum Kind {
            STATUS,
            RAG
        }
    }

    /** Any text. */
    record Text(String hint) implements TemplateField {}
}
