package org.monthend.scorecard.disclosure;

/**
 * What tells one count from another.
 *
 * @param what what is counted: the catalogue's words for a numerator or denominator
 * @param period in which month
 * @param version tells a count that was revised from what it was before; the count itself, so that one count that is
 *     stated twice is one
 */
record CountKey(String what, String period, String version) {}
