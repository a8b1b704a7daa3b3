package org.monthend.scorecard;

/**
 * An edition as it is drawn.
 *
 * @param page HTML in UTF-8
 * @param workbook xlsx
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record EditionFiles(byte[] page, byte[] workbook) {}
