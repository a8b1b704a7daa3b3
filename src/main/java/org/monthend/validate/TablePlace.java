package org.monthend.validate;

import java.util.Map;
import org.monthend.calendar.ReportingMonth;

/**
 * Where a table stood in a return.
 *
 * @param layout code of the layout that found it
 * @param month the month of the return
 * @param headerRow the last row of its header
 * @param headings the cell of each heading, such as F4, by the words that the layout finds it by
 */
public record TablePlace(
        String layout, ReportingMonth month, String sheet, int headerRow, Map<String, String> headings) {}
