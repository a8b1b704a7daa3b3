package org.monthend.scorecard;

/** Whether moving ranges that are far above their mean are left out of the limits of a control chart. */
public enum Screening {
    ON,
    OFF,
    /**
     * On, unless nothing but ranges of 0 would be left of a series that does vary. Seventeen months of 0 and one of 1 would
     * have no limits then, and every month would lie outside them.
     */
    UNLESS_NOTHING_IS_LEFT
}
