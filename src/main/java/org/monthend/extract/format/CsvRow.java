package org.monthend.extract.format;

import java.util.List;

/**
 * One row of a csv file, as far as its columns were asked for.
 *
 * @param line line of the file on which it starts, from 1
 * @param cells in the order in which the columns were asked for; empty where an optional column is not there
 * @param fault why the row cannot be trusted, in a sentence; empty when it can
 */
public record CsvRow(long line, List<String> cells, String fault) {

    public CsvRow withFault(String sentence) {
        return new CsvRow(line, cells, sentence);
    }
}
