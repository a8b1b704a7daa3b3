package org.monthend.extract.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An .xlsb written record by record. One sheet, named Return; styles 0 to 3 are a figure, a day, a time and 0.0%. */
final class XlsbSketch {

    static final String SHEET = "xl/worksheets/sheet1.bin";

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private final ByteArrayOutputStream afterRows = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final Map<String, byte[]> others = new LinkedHashMap<>();
    private int workbookFlags;
    private int sheetState;

    /** The content of a record, little end first. */
    static final class Content {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Content u8(int value) {
            bytes.write(value);
            return this;
        }

        Content u16(int value) {
            return u8(value).u8(value >> 8);
        }

        Content i32(int value) {
            return u16(value).u16(value >> 16);
        }

        Content real(double value) {
            bytes.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putDouble(value)
                    .array());
            return this;
        }

        Content text(String text) {
            i32(text.length());
            text.chars().forEach(this::u16);
            return this;
        }
    }

    static Content content() {
        return new Content();
    }

    /** The beginning of a cell's record: its column, counted from 0, and its style. */
    static Content cell(int column, int style) {
        return content().i32(column).i32(style);
    }

    static byte[] record(int type, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (type < 0x80) {
            bytes.write(type);
        } else {
            bytes.write(type & 0x7f | 0x80);
            bytes.write(type >> 7);
        }
        int length = content.bytes.size();
        while (length >= 0x80) {
            bytes.write(length & 0x7f | 0x80);
            length >>= 7;
        }
        bytes.write(length);
        bytes.writeBytes(content.bytes.toByteArray());
        return bytes.toByteArray();
    }

    /** Begins a row, counted from 0. */
    XlsbSketch row(int index, boolean hidden) {
        return with(
                XlsbRecord.ROW,
                content()
                        .i32(index)
                        .i32(0)
                        .u16(300)
                        .u8(0)
                        .u8(hidden ? 0x10 : 0)
                        .u8(0)
                        .i32(0));
    }

    /** Adds a record of the sheet. */
    XlsbSketch with(int type, Content content) {
        rows.writeBytes(record(type, content));
        return this;
    }

    XlsbSketch withMergedRange(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        afterRows.writeBytes(record(
                XlsbRecord.MERGED_RANGE,
                content().i32(firstRow).i32(lastRow).i32(firstColumn).i32(lastColumn)));
        return this;
    }

    XlsbSketch withString(String text) {
        strings.writeBytes(record(XlsbRecord.SHARED_STRING, content().u8(0).text(text)));
        return this;
    }

    /** Adds a shared string whose characters from a place on are superscript. */
    XlsbSketch withMarkedString(String text, int markedFrom) {
        strings.writeBytes(record(
                XlsbRecord.SHARED_STRING,
                content().u8(1).text(text).i32(1).u16(markedFrom).u16(1)));
        return this;
    }

    XlsbSketch from1904() {
        workbookFlags = 1;
        return this;
    }

    XlsbSketch hiddenAs(int state) {
        sheetState = state;
        return this;
    }

    XlsbSketch withPart(String name, byte[] content) {
        others.put(name, content);
        return this;
    }

    Path in(Path folder) throws IOException {
        return in(folder, "sketch.xlsb");
    }

    Path in(Path folder, String name) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                xml(
                        "<Types><Default Extension='bin' ContentType='application/vnd.ms-excel.sheet.binary.macroEnabled.main'/></Types>"));
        parts.put("_rels/.rels", relationships("officeDocument", "xl/workbook.bin"));
        parts.put(
                "xl/_rels/workbook.bin.rels",
                relationships(
                        "worksheet",
                        "worksheets/sheet1.bin",
                        "styles",
                        "styles.bin",
                        "sharedStrings",
                        "sharedStrings.bin"));
        parts.put(
                "xl/workbook.bin",
                joined(
                        record(131, content()),
                        record(
                                XlsbRecord.WORKBOOK_PROPERTIES,
                                content().i32(workbookFlags).i32(0).i32(0)),
                        record(
                                XlsbRecord.SHEET,
                                content()
                                        .i32(sheetState)
                                        .i32(1)
                                        .text("worksheet")
                                        .text("Return")),
                        record(XlsbRecord.WORKBOOK_END, content())));
        parts.put("xl/styles.bin", styles());
        parts.put(
                "xl/sharedStrings.bin",
                joined(strings.toByteArray(), record(XlsbRecord.SHARED_STRINGS_END, content())));
        parts.put(
                SHEET,
                joined(
                        record(129, content()),
                        rows.toByteArray(),
                        afterRows.toByteArray(),
                        record(XlsbRecord.SHEET_END, content())));
        parts.putAll(others);
        return PackageSketch.zip(folder.resolve(name), parts);
    }

    private static byte[] styles() {
        return joined(
                record(XlsbRecord.NUMBER_FORMAT, content().u16(164).text("0.0%")),
                font(0),
                font(1),
                format(14),
                record(XlsbRecord.CELL_FORMATS, content().i32(4)),
                format(0),
                format(14),
                format(46),
                format(164),
                record(XlsbRecord.CELL_FORMATS_END, content()),
                format(14),
                record(XlsbRecord.STYLES_END, content()));
    }

    private static byte[] font(int superscript) {
        return record(XlsbRecord.FONT, content().u16(220).u16(0).u16(400).u16(superscript));
    }

    private static byte[] format(int numberFormat) {
        return record(XlsbRecord.CELL_FORMAT, content().u16(0).u16(numberFormat).u16(0));
    }

    private static byte[] relationships(String... typesAndTargets) {
        StringBuilder all = new StringBuilder("<Relationships xmlns='" + RELATIONSHIPS + "'>");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            all.append("<Relationship Id='%s' Type='%s/%s' Target='%s'/>"
                    .formatted(typesAndTargets[i], OFFICE, typesAndTargets[i], typesAndTargets[i + 1]));
        }
        return xml(all + "</Relationships>");
    }

    private static byte[] xml(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
