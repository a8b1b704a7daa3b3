package org.monthend.warehouse;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.Caveats;

/**
 * An entry of the book of publications: all of it but the bytes of page and workbook, which its digests stand for.
 *
 * @param catalogue digest of the catalogue in force; empty where none was noted
 * @param previous digest of the chain up to the entry before; 64 zeros for the first
 */
record PublicationEntry(
        int number,
        int edition,
        ReportingMonth month,
        String organisation,
        int editionNumber,
        Instant dataAsAt,
        String methodVersion,
        String catalogue,
        Instant publishedAt,
        String publishedBy,
        String note,
        Caveats caveats,
        int contentFormat,
        String content,
        String page,
        String workbook,
        String previous) {

    /** What the first entry follows. */
    static final String BEGINNING = "0".repeat(64);

    /** The columns of an entry in etl.publication. */
    static final String COLUMNS = """
            publication_no, edition_key, month_key, organisation_code, edition_no, data_as_at, method_version,
            catalogue_sha256, published_at, published_by, note_text, open_queries, returns_missing, returns_refused,
            returns_in_part, caveats, content_format, content_sha256, page_sha256, workbook_sha256, previous_sha256""";

    static PublicationEntry of(ResultSet row) throws SQLException {
        return new PublicationEntry(
                row.getInt("publication_no"),
                row.getInt("edition_key"),
                Rows.month(row, "month_key"),
                Rows.text(row, "organisation_code"),
                row.getInt("edition_no"),
                row.getTimestamp("data_as_at").toInstant(),
                Rows.text(row, "method_version"),
                Rows.text(row, "catalogue_sha256"),
                row.getTimestamp("published_at").toInstant(),
                Rows.text(row, "published_by"),
                Rows.text(row, "note_text"),
                new Caveats(
                        row.getInt("open_queries"),
                        row.getInt("returns_missing"),
                        row.getInt("returns_refused"),
                        row.getInt("returns_in_part"),
                        List.copyOf(
                                Arrays.asList((String[]) row.getArray("caveats").getArray()))),
                row.getInt("content_format"),
                Rows.text(row, "content_sha256"),
                Rows.text(row, "page_sha256"),
                Rows.text(row, "workbook_sha256"),
                Rows.text(row, "previous_sha256"));
    }

    /** SHA-256 of the entry, the digest of the one before in it: the digest of the chain up to here. */
    String digest() {
        return EditionContent.sha256(text().getBytes(StandardCharsets.UTF_8));
    }

    /** The text that is digested; docs/publication.md describes it. */
    String text() {
        StringBuilder text = new StringBuilder("monthend publication 1\n");
        line(text, "number", Integer.toString(number));
        line(text, "month", month.toString());
        line(text, "organisation", organisation);
        line(text, "edition", Integer.toString(editionNumber));
        line(text, "edition key", Integer.toString(edition));
        line(text, "data as at", ChainedText.time(dataAsAt));
        line(text, "method", methodVersion);
        line(text, "catalogue", catalogue);
        line(text, "published at", ChainedText.time(publishedAt));
        line(text, "published by", publishedBy);
        line(text, "note", note);
        line(text, "open queries", Integer.toString(caveats.openQueries()));
        line(text, "returns missing", Integer.toString(caveats.returnsMissing()));
        line(text, "returns refused", Integer.toString(caveats.returnsRefused()));
        line(text, "returns in part", Integer.toString(caveats.returnsInPart()));
        caveats.sentences().forEach(caveat -> line(text, "caveat", caveat));
        line(text, "content format", Integer.toString(contentFormat));
        line(text, "content", content);
        line(text, "page", page);
        line(text, "workbook", workbook);
        line(text, "previous", previous);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(ChainedText.escaped(value)).append('\n');
    }
}
