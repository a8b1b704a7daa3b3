package org.monthend.scorecard.disclosure;

/**
 * A public copy as it is kept, byte for byte.
 *
 * @param page HTML
 * @param workbook xlsx
 * @param figures csv
 * @param report what is hidden and why, for the steward: never public
 */
@SuppressWarnings("ArrayRecordComponent") // files; nobody compares them
public record PublicFiles(byte[] page, byte[] workbook, byte[] figures, byte[] report) {}
