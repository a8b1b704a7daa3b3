package org.monthend.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.monthend.calendar.ReportingMonth;

/**
 * A workbook in the tidy template as Excel stores one: shared strings, dates as numbers under a format, percentages as
 * the binary fractions that formulas give, blank cells with a style.
 *
 * @param first number of its first row among all rows of the workload
 * @param changed whether its first figure is another than it used to be
 */
record TidyWorkbook(long first, int rows, boolean changed) {

    private static final List<String> HEADINGS =
            List.of("Measure", "Organisation", "Month", "Numerator", "Denominator", "Value", "Status", "Comment");
    private static final LocalDateTime WRITTEN = LocalDateTime.of(2016, 1, 7, 12, 0);
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    /** One row in so many has nothing to report, one in so many a comment. */
    private static final int STATUS_EVERY = 50;

    private static final int COMMENT_EVERY = 10;

    static String measureCode(int number) {
        return "MEASURE_%03d".formatted(number);
    }

    /** Percentages, but for every fourth measure, which counts. */
    static boolean isCount(int measure) {
        return measure % 4 == 3;
    }

    static String organisationCode(int number) {
        return "TEAM_%03d".formatted(number);
    }

    void write(Path file) throws IOException {
        Map<String, Integer> strings = new LinkedHashMap<>();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(6);
            part(zip, "[Content_Types].xml", CONTENT_TYPES);
            part(zip, "_rels/.rels", relationships("officeDocument", "xl/workbook.xml"));
            part(zip, "xl/workbook.xml", WORKBOOK);
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relationships(
                            "worksheet",
                            "worksheets/sheet1.xml",
                            "styles",
                            "styles.xml",
                            "sharedStrings",
                            "sharedStrings.xml"));
            part(zip, "xl/styles.xml", STYLES);
            begin(zip, "xl/worksheets/sheet1.xml");
            sheet(zip, strings);
            zip.closeEntry();
            begin(zip, "xl/sharedStrings.xml");
            strings(zip, strings);
            zip.closeEntry();
        }
    }

    private void sheet(OutputStream out, Map<String, Integer> strings) throws IOException {
        StringBuilder xml = new StringBuilder(1 << 17);
        xml.append(XML).append("<worksheet xmlns=\"").append(MAIN).append("\"><dimension ref=\"A1:H");
        xml.append(rows + 1).append("\"/><sheetData>");
        xml.append("<row r=\"1\" spans=\"1:8\">");
        for (int column = 0; column < HEADINGS.size(); column++) {
            text(xml, (char) ('A' + column), 1, 0, HEADINGS.get(column), strings);
        }
        xml.append("</row>");
        for (int index = 0; index < rows; index++) {
            row(xml, index + 2, first + index, strings);
            if (xml.length() > 1 << 16) {
                out.write(xml.toString().getBytes(StandardCharsets.US_ASCII));
                xml.setLength(0);
            }
        }
        xml.append("</sheetData><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\"")
                .append(" footer=\"0.3\"/></worksheet>");
        out.write(xml.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void row(StringBuilder xml, int row, long number, Map<String, Integer> strings) {
        int measure = (int) (number / Workload.MONTHS % Workload.MEASURES);
        int organisation = (int) (number / Workload.MONTHS / Workload.MEASURES % Workload.ORGANISATIONS);
        ReportingMonth month = Workload.MONTH.minusMonths((int) (number % Workload.MONTHS));
        xml.append("<row r=\"").append(row).append("\" spans=\"1:8\">");
        text(xml, 'A', row, 1, measureCode(measure), strings);
        text(xml, 'B', row, 1, organisationCode(organisation), strings);
        number(xml, 'C', row, 2, Long.toString(serialOf(month)));
        figures(xml, row, number, measure, strings);
        if (number % COMMENT_EVERY == 3) {
            text(xml, 'H', row, 1, "Checked with the team, note " + number % 97, strings);
        } else {
            blank(xml, 'H', row, 1);
        }
        xml.append("</row>");
    }

    private void figures(StringBuilder xml, int row, long number, int measure, Map<String, Integer> strings) {
        if (number % STATUS_EVERY == 7) {
            blank(xml, 'D', row, 3);
            blank(xml, 'E', row, 3);
            blank(xml, 'F', row, 4);
            text(xml, 'G', row, 1, "-", strings);
            return;
        }
        long chance = (number * 0x9E3779B97F4A7C15L) >>> 20;
        long denominator = 40 + chance % 1000;
        long numerator = (chance >>> 12) % (denominator + 1) + (changed && number == first ? 1 : 0);
        if (isCount(measure)) {
            blank(xml, 'D', row, 3);
            blank(xml, 'E', row, 3);
            number(xml, 'F', row, 3, Long.toString(numerator));
        } else {
            number(xml, 'D', row, 3, Long.toString(numerator));
            number(xml, 'E', row, 3, Long.toString(denominator));
            number(xml, 'F', row, 4, fraction(numerator, denominator));
        }
        blank(xml, 'G', row, 1);
    }

    private static String fraction(long numerator, long denominator) {
        return BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), 14, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static void text(
            StringBuilder xml, char column, int row, int style, String text, Map<String, Integer> strings) {
        int index = strings.computeIfAbsent(text, each -> strings.size());
        open(xml, column, row, style).append(" t=\"s\"><v>").append(index).append("</v></c>");
    }

    private static void number(StringBuilder xml, char column, int row, int style, String number) {
        open(xml, column, row, style).append("><v>").append(number).append("</v></c>");
    }

    private static void blank(StringBuilder xml, char column, int row, int style) {
        open(xml, column, row, style).append("/>");
    }

    private static StringBuilder open(StringBuilder xml, char column, int row, int style) {
        return xml.append("<c r=\"")
                .append(column)
                .append(row)
                .append("\" s=\"")
                .append(style)
                .append('"');
    }

    /** Excel counts days from 30 December 1899. */
    private static long serialOf(ReportingMonth month) {
        return ChronoUnit.DAYS.between(java.time.LocalDate.of(1899, 12, 30), month.lastDay());
    }

    private static void strings(OutputStream out, Map<String, Integer> strings) throws IOException {
        StringBuilder xml =
                new StringBuilder(XML).append("<sst xmlns=\"").append(MAIN).append("\" uniqueCount=\"");
        xml.append(strings.size()).append("\">");
        strings.keySet().forEach(text -> xml.append("<si><t>").append(text).append("</t></si>"));
        out.write(xml.append("</sst>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        begin(zip, name);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(WRITTEN);
        zip.putNextEntry(entry);
    }

    private static String relationships(String... typesAndTargets) {
        StringBuilder xml = new StringBuilder(XML)
                .append("<Relationships xmlns=\"")
                .append(PACKAGE)
                .append("relationships\">");
        for (int index = 0; index < typesAndTargets.length; index += 2) {
            xml.append("<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(index / 2 + 1, OFFICE, typesAndTargets[index], typesAndTargets[index + 1]));
        }
        return xml.append("</Relationships>").toString();
    }

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String CONTENT_TYPES = XML
            + "<Types xmlns=\"" + PACKAGE + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SPREADSHEET + "sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + SPREADSHEET + "worksheet+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + SPREADSHEET + "styles+xml\"/>"
            + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + SPREADSHEET + "sharedStrings+xml\"/>"
            + "</Types>";
    private static final String WORKBOOK = XML
            + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>"
            + "<sheet name=\"Return\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    private static final String STYLES = XML
            + "<styleSheet xmlns=\"" + MAIN
            + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"mmm\\-yy\"/>"
            + "</numFmts><cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>"
            + "<xf numFmtId=\"3\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>";
}
