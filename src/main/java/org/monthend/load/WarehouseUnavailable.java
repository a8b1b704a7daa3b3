package org.monthend.load;

/** The warehouse cannot be reached or gave up; its message is one sentence for a steward: what, where, what to do. */
public final class WarehouseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public WarehouseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
