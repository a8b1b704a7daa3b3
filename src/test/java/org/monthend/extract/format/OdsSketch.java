package org.monthend.extract.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An .ods written part by part, to draw what no spreadsheet program would write. */
final class OdsSketch {

    private static final String WORDS = " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
            + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
            + " xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** A workbook of one sheet, named Return, with these rows, written as XML. */
    static OdsSketch ofRows(String rows) {
        return of("", "<table:table table:name='Return'>" + rows + "</table:table>");
    }

    /** A workbook of these styles that came of typing, and these sheets, written as XML. */
    static OdsSketch of(String styles, String tables) {
        return new OdsSketch()
                .with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                .with(
                        "content.xml",
                        "<office:document-content" + WORDS + "><office:automatic-styles>" + styles
                                + "</office:automatic-styles><office:body><office:spreadsheet>" + tables
                                + "</office:spreadsheet></office:body></office:document-content>");
    }

    OdsSketch with(String part, String content) {
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Styles with names, written as XML. */
    OdsSketch withNamedStyles(String styles) {
        return with(
                "styles.xml",
                "<office:document-styles" + WORDS + "><office:styles>" + styles
                        + "</office:styles></office:document-styles>");
    }

    static String row(String... cells) {
        return "<table:table-row>" + String.join("", cells) + "</table:table-row>";
    }

    /** A cell of a type, its stored value in the attribute that the type has. */
    static String cell(String type, String stored) {
        String attribute = switch (type) {
            case "date", "time", "boolean" -> type + "-value";
            default -> "value";
        };
        return "<table:table-cell office:value-type='" + type + "' office:" + attribute + "='" + stored
                + "'><text:p>as shown</text:p></table:table-cell>";
    }

    static String text(String paragraph) {
        return "<table:table-cell office:value-type='string'><text:p>" + paragraph + "</text:p></table:table-cell>";
    }

    static String blanks(int count) {
        return "<table:table-cell table:number-columns-repeated='" + count + "'/>";
    }

    Path in(Path folder) throws IOException {
        return in(folder, "sketch.ods");
    }

    Path in(Path folder, String name) throws IOException {
        return PackageSketch.zip(folder.resolve(name), parts);
    }
}
