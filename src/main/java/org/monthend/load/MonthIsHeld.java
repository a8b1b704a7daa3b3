package org.monthend.load;

/** Another run works on the month; its message says who and since when. */
public final class MonthIsHeld extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MonthIsHeld(String message) {
        super(message);
    }
}
