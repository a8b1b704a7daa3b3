package org.monthend.load;

import org.monthend.validate.History;

/** What was known before the files of a month came, each for itself. For any number of threads. */
public interface KnownBefore {

    /**
     * What was known before the file took its place in the order of arrival; for a file that is new, all that is known
     * now. What the file said itself is no news to judge it by when it is judged again.
     */
    History of(ReturnFile file);

    /** All that is known now. */
    History now();

    /** Nothing is known: for a check without a warehouse. */
    static KnownBefore nothing() {
        return new KnownBefore() {
            @Override
            public History of(ReturnFile file) {
                return History.nothing();
            }

            @Override
            public History now() {
                return History.nothing();
            }
        };
    }
}
