package org.monthend.extract.suggest;

import java.util.List;

/**
 * What is proposed for a workbook.
 *
 * @param tables none when no table was found
 * @param passedOver sheets that were not looked at or hold no table, one sentence each
 */
public record Suggestion(String fileName, String format, List<SuggestedTable> tables, List<String> passedOver) {}
