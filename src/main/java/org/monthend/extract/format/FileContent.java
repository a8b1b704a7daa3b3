package org.monthend.extract.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a file is by its first bytes, as far as there is a reader for it. */
enum FileContent {
    /** A zip: an .xlsx, or something else that is packed so. */
    ZIP,
    /** A compound file of the older Office programs: an .xls, or something else. */
    OLE,
    /** Text without any mark of its own, to be read as CSV. */
    TEXT;

    static final int BYTES_TO_TELL = 4096;

    private record Signature(String bytes, String what) {}

    private static final List<Signature> OTHERS = List.of(
            new Signature("%PDF", "a PDF document"),
            new Signature("{\\rtf", "a rich text document (.rtf)"),
            new Signature("\u0089PNG", "a picture"),
            new Signature("\u00ff\u00d8\u00ff", "a picture"),
            new Signature("GIF8", "a picture"),
            new Signature("\u001f\u008b", "a gzip archive"),
            new Signature("7z\u00bc\u00af", "a 7-Zip archive"),
            new Signature("Rar!", "a RAR archive"),
            new Signature("MIME-Version:", "a web archive (.mht)"),
            new Signature("ID;P", "a SYLK file (.slk)"),
            new Signature("TABLE\r\n0,1", "a DIF file (.dif)"),
            new Signature("TABLE\n0,1", "a DIF file (.dif)"),
            new Signature("SQLite format 3", "a database"),
            new Signature("{\"", "a JSON document"),
            new Signature("[{", "a JSON document"));

    /** Workbook streams from before compound files, by the first bytes of their BOF record. */
    private static final List<Signature> OLD_EXCEL = List.of(
            new Signature("\t\u0000\u0004\u0000", "Excel 2"),
            new Signature("\t\u0002\u0006\u0000", "Excel 3"),
            new Signature("\t\u0004\u0006\u0000", "Excel 4"),
            new Signature("\t\u0008", "Excel 95 or older"));

    private static final List<String> HTML = List.of(
            "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<script", "<div", "<!--");

    /** Tells by the beginning of a file. What is known to be something else than a workbook is a refusal. */
    static FileContent of(byte[] beginning) throws UnreadableWorkbook {
        String octets = new String(beginning, StandardCharsets.ISO_8859_1);
        if (octets.startsWith("PK\u0003\u0004") || octets.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (octets.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OLE;
        }
        for (Signature old : OLD_EXCEL) {
            if (octets.startsWith(old.bytes())) {
                throw Refusals.oldExcel(old.what());
            }
        }
        for (Signature other : OTHERS) {
            if (octets.startsWith(other.bytes())) {
                throw Refusals.notAWorkbook(other.what());
            }
        }
        refuseMarkup(octets);
        return TEXT;
    }

    private static void refuseMarkup(String octets) throws UnreadableWorkbook {
        // An ASCII text in UTF-16 differs from one in UTF-8 by its NULs.
        String text = octets.replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .replace("\u0000", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("<?xml") && text.contains("office:spreadsheet")) {
            throw new UnreadableWorkbook(
                    Reason.NOT_A_WORKBOOK,
                    "This is an XML Spreadsheet 2003, which cannot be read; open it in Excel and save it as Excel Workbook (.xlsx).");
        }
        if (HTML.stream().anyMatch(text::startsWith) || (text.startsWith("<?xml") && text.contains("<html"))) {
            throw new UnreadableWorkbook(
                    Reason.NOT_A_WORKBOOK,
                    "This is a web page (HTML), not a workbook, though many systems export such pages as .xls; open it in Excel and save it as Excel Workbook (.xlsx).");
        }
        if (text.startsWith("<?xml")) {
            throw Refusals.notAWorkbook("an XML document");
        }
    }
}
