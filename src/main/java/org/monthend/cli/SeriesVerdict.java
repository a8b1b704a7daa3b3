package org.monthend.cli;

import java.util.List;
import org.monthend.publish.CsvLines;

/**
 * What some rows of a csv of series came to.
 *
 * @param texts lines for each of the outputs, in their order
 * @param faults what is wrong with rows that were left out, a sentence each
 * @param notes what else should be known, a sentence each
 */
record SeriesVerdict(List<CsvLines> texts, List<String> faults, List<String> notes) {}
