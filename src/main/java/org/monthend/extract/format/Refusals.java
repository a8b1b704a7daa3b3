package org.monthend.extract.format;

/** Refusals that more than one reader gives, in the same words. */
final class Refusals {

    private Refusals() {}

    static UnreadableWorkbook encrypted() {
        return new UnreadableWorkbook(
                Reason.ENCRYPTED,
                "The workbook is protected by a password and cannot be read; open it, remove the password (File, Info, Protect Workbook, Encrypt with Password) and send that copy.");
    }

    /** @param what what it is, with its article: a PDF document */
    static UnreadableWorkbook notAWorkbook(String what) {
        return new UnreadableWorkbook(
                Reason.NOT_A_WORKBOOK,
                "This is " + what + ", not a workbook; send the table as an Excel workbook (.xlsx) or as CSV.");
    }

    static UnreadableWorkbook oldExcel(String version) {
        return new UnreadableWorkbook(
                Reason.OLD_EXCEL,
                "This is a workbook of " + version
                        + ", which is too old to be read; open it in Excel and save it as Excel Workbook (.xlsx).");
    }

    static UnreadableWorkbook damaged(String subject, Throwable cause) {
        return new UnreadableWorkbook(
                Reason.CORRUPT,
                subject
                        + " is damaged and cannot be read to its end; open the file in Excel, check it, save it anew and send that.",
                cause);
    }

    static UnreadableWorkbook tooManyParts(String subject, ReadLimits limits) {
        return new UnreadableWorkbook(
                Reason.LIMIT_PARTS,
                Sentence.of(
                        "%s names more parts than the limit of %,d; open the file in Excel, copy the table to a new workbook and send that.",
                        subject, limits.parts()));
    }

    static UnreadableWorkbook tooManyMergedRanges(String sheet, ReadLimits limits) {
        return new UnreadableWorkbook(
                Reason.LIMIT_MERGED_RANGES,
                Sentence.of(
                        "Sheet '%s' has more merged ranges than the limit of %,d; send only the table.",
                        Excerpt.of(sheet), limits.mergedRanges()));
    }

    /** A sheet, and after which cell of it if one was read: Sheet 'CP', after cell F14, */
    static String place(String sheet, int row, int column) {
        String name = "Sheet '" + Excerpt.of(sheet) + "'";
        return row == 0 || column == 0 ? name : name + ", after cell " + CellAddress.of(row, column) + ",";
    }

    static UnreadableWorkbook noSuchString(String sheet, String address, String index, int count) {
        return new UnreadableWorkbook(
                Reason.CORRUPT,
                Sentence.of(
                        "Cell %s of sheet '%s' points to text %s of the workbook, which has only %d; open the file in Excel, check that cell, save it anew and send that.",
                        address, Excerpt.of(sheet), index, count));
    }

    static UnreadableWorkbook missingSheet(String sheet) {
        return new UnreadableWorkbook(
                Reason.MISSING_PART,
                Sentence.of(
                        "Sheet '%s' is missing from the file, which is damaged; open it in Excel, check it, save it anew and send that.",
                        Excerpt.of(sheet)));
    }

    static UnreadableWorkbook truncated(Throwable cause) {
        return new UnreadableWorkbook(
                Reason.TRUNCATED,
                "The file breaks off before its end: perhaps it is still being copied, or the transfer was cut; send it again.",
                cause);
    }
}
