package org.monthend.extract.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Tells what a zip holds, by its declarations and not by the names of its files, and opens it if it is a workbook. */
final class OfficePackage {

    private static final int LONGEST_MIME_TYPE = 100;

    private OfficePackage() {}

    static Workbook open(ZipParts parts, ReadLimits limits, ReadingClock clock, Remarks remarks) throws IOException {
        if (isOpenDocument(parts)) {
            return new OdsWorkbook(parts, limits, clock, remarks);
        }
        if (!parts.has(ContentTypes.PART)) {
            throw archive(parts);
        }
        ContentTypes types = ContentTypes.of(parts, limits);
        Optional<Relationships.Relationship> document =
                Relationships.of("", parts, limits).byType("officeDocument");
        if (document.isEmpty()) {
            throw parts.has("xl/workbook.xml")
                    ? new UnreadableWorkbook(
                            Reason.MISSING_PART,
                            "The file does not say where its workbook is: it is damaged; open it in Excel, check it, save it anew and send that.")
                    : archive(parts);
        }
        String type = types.of(document.get().target()).toLowerCase(Locale.ROOT);
        refuseOtherDocuments(type);
        if (type.contains("ms-excel.sheet.binary")) {
            return new XlsbWorkbook(document.get().target(), parts, limits, clock, remarks);
        }
        Format format = type.contains("macroenabled") ? Format.XLSM : Format.XLSX;
        return new XlsxWorkbook(document.get().target(), format, parts, limits, clock, remarks);
    }

    private static boolean isOpenDocument(ZipParts parts) throws IOException {
        boolean byManifest = parts.has("META-INF/manifest.xml") && parts.has("content.xml");
        String mimeType = "";
        if (parts.has("mimetype")) {
            try (InputStream stream = parts.readSupport("mimetype")) {
                mimeType = new String(stream.readNBytes(LONGEST_MIME_TYPE), StandardCharsets.US_ASCII);
            }
        }
        if (mimeType.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
            return true;
        }
        if (mimeType.startsWith("application/")) {
            throw Refusals.notAWorkbook("a document of another program (" + Excerpt.of(mimeType.strip()) + ")");
        }
        return byManifest;
    }

    private static UnreadableWorkbook archive(ZipParts parts) {
        return new UnreadableWorkbook(
                Reason.NOT_A_WORKBOOK,
                parts.isEmpty()
                        ? "This is an empty zip archive, not a workbook; send the workbook itself."
                        : "This is a zip archive, not a workbook; unpack it and send the workbooks in it one by one.");
    }

    private static void refuseOtherDocuments(String type) throws UnreadableWorkbook {
        if (type.contains("wordprocessingml") || type.contains("ms-word")) {
            throw Refusals.notAWorkbook("a Word document");
        }
        if (type.contains("presentationml") || type.contains("ms-powerpoint")) {
            throw Refusals.notAWorkbook("a PowerPoint presentation");
        }
        if (type.contains("visio")) {
            throw Refusals.notAWorkbook("a Visio drawing");
        }
    }
}
