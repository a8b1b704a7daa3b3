package org.monthend.extract.format;

/**
 * Something that a reader noticed and that does not stop it; a rule may report it.
 *
 * @param sheet name of the sheet that it is about, empty when it is about the whole file
 * @param sentence what was noticed, in one sentence
 */
public record Remark(Kind kind, String sheet, String sentence) {

    static final String MACROS_NOT_RUN = "The workbook carries macros; they were not run.";
    static final String LINKS_NOT_FOLLOWED =
            "Formulas take values from other workbooks; the values stored when it was last saved were read and may be out of date.";

    /** What can be noticed. */
    public enum Kind {
        /** The workbook carries macros; they are never run. */
        MACROS,
        /** Formulas take values from other workbooks; the stored values may be out of date, and no link is followed. */
        EXTERNAL_LINKS,
        /** A part of the zip has a name that would leave the folder it is unpacked in; nothing is unpacked here. */
        UNSAFE_PART_NAME,
        /** A row is stored in several pieces or twice; the pieces were put together, nothing is given twice. */
        REPEATED_ROWS,
        /** A sheet is formatted far below its last value. */
        EMPTY_ROWS,
        /** Columns are hidden; their cells are given like all others. */
        HIDDEN_COLUMNS,
        /** A CSV is no UTF-8 and was read as Windows-1252. */
        DECODED_AS_WINDOWS_1252,
        /** A CSV is UTF-8 with some damaged characters; the cells that hold them are unreadable. */
        DAMAGED_UTF_8,
        /** Which delimiter a CSV was read with, where that is no comma or in doubt. */
        DELIMITER,
        /** The records of a CSV have different numbers of fields. */
        RAGGED_ROWS
    }
}
