package org.monthend.catalogue;

/** What a broken rule does to its row. */
public enum Severity {
    /** The whole submission is refused. */
    REFUSE,
    /** The row does not load. */
    ERROR,
    /** The row loads; the issue stays open until someone explains it. */
    QUERY,
    /** The row loads; it is said once. */
    NOTE
}
