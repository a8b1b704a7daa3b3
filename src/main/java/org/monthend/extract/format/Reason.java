package org.monthend.extract.format;

/** Why a file cannot be read as a workbook; the name is the code that rules and reports use. */
public enum Reason {
    EMPTY_FILE,
    TRUNCATED,
    ENCRYPTED,
    NOT_A_WORKBOOK,
    MISNAMED,
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
    LIMIT_PACKAGE_SIZE,
    LIMIT_SUPPORT_SIZE,
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

    /** The name by which the limit that refused can be set ({@link ReadLimits#NAMES}); empty when none did. */
    public String limit() {
        return switch (this) {
            case LIMIT_FILE_SIZE -> "file-mb";
            case LIMIT_PARTS -> "parts";
            case LIMIT_PART_SIZE -> "part-mb";
            case LIMIT_PACKAGE_SIZE -> "package-mb";
            case LIMIT_SUPPORT_SIZE -> "support-mb";
            case LIMIT_RATIO -> "ratio";
            case LIMIT_TEXT -> "unbroken-mb";
            case LIMIT_SHARED_STRINGS -> "shared-strings-mb";
            case LIMIT_ROWS -> "rows";
            case LIMIT_COLUMNS -> "columns";
            case LIMIT_MERGED_RANGES -> "merged-ranges";
            case LIMIT_SECONDS -> "seconds";
            default -> "";
        };
    }
}
