package org.monthend.extract.format;

/**
 * One sheet of cells; sheets that are a chart or a macro are not counted.
 *
 * @param index place among the sheets of cells, from 0
 * @param name as on the tab, unchanged; a CSV's only sheet has the file's name without its ending
 */
public record SheetInfo(int index, String name, Visibility visibility) {}
