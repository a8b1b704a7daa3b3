package org.monthend.cli;

/** A cell of a csv file that cannot be judged; its message says which, what was found and what to write. */
final class BadCell extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadCell(String column, String rest) {
        super("column " + column + ": " + rest, null, false, false);
    }
}
