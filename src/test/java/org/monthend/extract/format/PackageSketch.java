package org.monthend.extract.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .xlsx written part by part, to draw what no spreadsheet program would write. One sheet, named Return. */
final class PackageSketch {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder relationships = new StringBuilder();

    /** A workbook whose sheet holds these rows, written as XML. */
    static PackageSketch ofRows(String rows) {
        return ofSheet("<sheetData>" + rows + "</sheetData>");
    }

    /** A workbook whose sheet has this content, written as XML. */
    static PackageSketch ofSheet(String content) {
        return new PackageSketch()
                .with(
                        "[Content_Types].xml",
                        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                                + "<Default Extension='xml' ContentType='application/xml'/>"
                                + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>")
                .with(
                        "_rels/.rels",
                        "<Relationships xmlns='" + RELATIONSHIPS + "'><Relationship Id='r1' Type='" + OFFICE
                                + "/officeDocument' Target='xl/workbook.xml'/></Relationships>")
                .with(
                        WORKBOOK,
                        "<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE
                                + "'><sheets><sheet name='Return' sheetId='1' r:id='s1'/></sheets></workbook>")
                .with(SHEET, "<worksheet xmlns='" + MAIN + "'>" + content + "</worksheet>")
                .related("s1", "worksheet", "worksheets/sheet1.xml");
    }

    PackageSketch with(String part, String content) {
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The same workbook as Excel saves it as Strict Open XML: other words for the same elements. */
    PackageSketch strict() {
        parts.replaceAll((name, content) -> inStrictWords(new String(content, StandardCharsets.UTF_8)));
        String related = relationships.toString().replace(OFFICE, STRICT_OFFICE);
        relationships.setLength(0);
        relationships.append(related);
        return this;
    }

    private static byte[] inStrictWords(String content) {
        return content.replace(OFFICE, STRICT_OFFICE)
                .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .getBytes(StandardCharsets.UTF_8);
    }

    PackageSketch without(String part) {
        parts.remove(part);
        return this;
    }

    /** Relates a part to the workbook. */
    PackageSketch related(String id, String type, String target) {
        relationships.append("<Relationship Id='%s' Type='%s/%s' Target='%s'/>".formatted(id, OFFICE, type, target));
        return this;
    }

    PackageSketch withStrings(String items) {
        return with(STRINGS, "<sst xmlns='" + MAIN + "'>" + items + "</sst>")
                .related("t1", "sharedStrings", "sharedStrings.xml");
    }

    /** Styles 0 to n with these number formats; format 164 and up have the codes given. */
    PackageSketch withStyles(String numFmts, int... formatIds) {
        StringBuilder styles = new StringBuilder("<styleSheet xmlns='" + MAIN + "'><numFmts>" + numFmts + "</numFmts>"
                + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>");
        for (int formatId : formatIds) {
            styles.append("<xf numFmtId='").append(formatId).append("'/>");
        }
        return with(STYLES, styles.append("</cellXfs></styleSheet>").toString()).related("y1", "styles", "styles.xml");
    }

    byte[] part(String name) {
        return parts.getOrDefault(name, new byte[0]);
    }

    Path in(Path folder) throws IOException {
        return in(folder, "sketch.xlsx");
    }

    Path in(Path folder, String name) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(parts);
        all.putIfAbsent(
                "xl/_rels/workbook.xml.rels",
                ("<Relationships xmlns='" + RELATIONSHIPS + "'>" + relationships + "</Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        return zip(folder.resolve(name), all);
    }

    static Path zip(Path file, Map<String, byte[]> parts) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
