package org.monthend.extract.suggest;

import java.util.List;

/** What came of reading the file by the proposed layout. */
public sealed interface Trial {

    /**
     * The table was found and read.
     *
     * @param rows rows of the layout's kind; a measure's months across are one row each
     * @param passedOver rows of totals
     * @param figures cells of figures among them
     * @param names who and what the rows are about, one sentence each
     * @param firstRows the first rows as they would be read
     */
    record Read(int rows, int passedOver, int figures, List<String> names, List<String> firstRows) implements Trial {}

    /** The layout does not find its own table, in one sentence each. */
    record Misfits(List<String> sentences) implements Trial {}
}
