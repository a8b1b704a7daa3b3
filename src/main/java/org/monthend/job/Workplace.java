package org.monthend.job;

/** An open warehouse and what is done in it at night. */
public interface Workplace extends AutoCloseable {

    NightBook book();

    NightsWork work();

    @Override
    void close();

    /** The way in; throws what kept it from being opened. */
    interface Door {

        Workplace open();
    }
}
