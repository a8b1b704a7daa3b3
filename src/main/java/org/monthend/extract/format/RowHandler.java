package org.monthend.extract.format;

/** Takes the rows of a sheet, top to bottom. */
@FunctionalInterface
public interface RowHandler {

    /** Takes one row; says whether it wants the next. */
    boolean take(SheetRow row);
}
