package org.monthend.publish.sender;

import org.monthend.catalogue.Severity;

/**
 * Something wrong with a return, or worth saying of it, as its sender is told.
 *
 * @param rule code of the rule, such as R304
 * @param sheet empty when it is about the file as a whole
 * @param cell address such as F14; empty when it is about the sheet or the file
 * @param found what stands there
 * @param wrong what is wrong with it, as a sentence
 * @param toDo what to do about it, as a sentence
 */
public record Fault(
        Severity severity, String rule, String sheet, String cell, String found, String wrong, String toDo) {

    /** The same on a sheet that is called otherwise. */
    public Fault onSheet(String name) {
        return new Fault(severity, rule, name, cell, found, wrong, toDo);
    }

    boolean isAtCell() {
        return !sheet.isEmpty() && CellPlace.of(cell).isPresent();
    }
}
