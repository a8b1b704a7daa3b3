package org.monthend.extract.format;

/** Why a file cannot be read as a workbook; the name is the code that rules and reports use. */
public enum Reason {
    EMPTY_FILE,
    TRUNCATED,
    ENCRYPTED,
    NOT_A_WORKBOOK,
    OLD_EXCEL,
    CORRUPT,
    MISSING_PART,
    AMBIGUOUS_ZIP,
    DOCTYPE,
    BINARY_TEXT,
    STRAY_QUOTE,
    LIMIT_FILE_SIZE,
    LIMIT_PARTS,
    LIMIT_PART_SIZE,
    LIMIT_RATIO,
    LIMIT_TEXT,
    LIMIT_SHARED_STRINGS,
    LIMIT_ROWS,
    LIMIT_COLUMNS,
    LIMIT_MERGED_RANGES,
    LIMIT_SECONDS;

    /** Whether the file may only look wrong because its writer has not finished; it is worth another look later. */
    public boolean mayStillBeWritten() {
        return this == EMPTY_FILE || this == TRUNCATED;
    }

    /** Whether one of {@link ReadLimits} refused the file; a larger limit would let it in. */
    public boolean isLimit() {
        return name().startsWith("LIMIT_");
    }
}
