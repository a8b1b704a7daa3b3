package org.monthend.warehouse;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.monthend.calendar.ReportingMonth;

/**
 * A public copy in the warehouse: all of it but the bytes of its files, which their digests stand for.
 *
 * @param edition key of the edition that it is of
 * @param previous digest of the chain up to the copy before; 64 zeros for the first
 */
record PublicCopyEntry(
        int number,
        int edition,
        ReportingMonth month,
        String organisation,
        int editionNumber,
        Instant madeAt,
        String madeBy,
        String page,
        String workbook,
        String figures,
        String report,
        String previous) {

    /** The columns of an entry in etl.public_copy. */
    static final String COLUMNS = """
            copy_no, edition_key, month_key, organisation_code, edition_no, made_at, made_by, page_sha256,
            workbook_sha256, figures_sha256, report_sha256, previous_sha256""";

    static PublicCopyEntry of(ResultSet row) throws SQLException {
        return new PublicCopyEntry(
                row.getInt("copy_no"),
                row.getInt("edition_key"),
                Rows.month(row, "month_key"),
                Rows.text(row, "organisation_code"),
                row.getInt("edition_no"),
                row.getTimestamp("made_at").toInstant(),
                Rows.text(row, "made_by"),
                Rows.text(row, "page_sha256"),
                Rows.text(row, "workbook_sha256"),
                Rows.text(row, "figures_sha256"),
                Rows.text(row, "report_sha256"),
                Rows.text(row, "previous_sha256"));
    }

    /** SHA-256 of the entry, the digest of the one before in it; docs/public-copy.md describes the text. */
    String digest() {
        String text = """
                monthend public copy 1
                number: %d
                month: %s
                organisation: %s
                edition: %d
                edition key: %d
                made at: %s
                made by: %s
                page: %s
                workbook: %s
                figures: %s
                report: %s
                previous: %s
                """.formatted(
                        number,
                        month,
                        ChainedText.escaped(organisation),
                        editionNumber,
                        edition,
                        ChainedText.time(madeAt),
                        ChainedText.escaped(madeBy),
                        page,
                        workbook,
                        figures,
                        report,
                        previous);
        return EditionContent.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
