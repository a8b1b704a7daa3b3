package org.monthend.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.monthend.catalogue.LayoutPart;

/**
 * Writes proposed layouts as a workbook (xlsx): a sheet in the columns of the catalogue's Layouts sheet, to be pasted
 * there, and a sheet that gives the reason for each row. The same proposal always gives the same bytes.
 */
public final class LayoutWorkbook {

    /** In the catalogue's columns and nothing else. */
    public static final String LAYOUTS = "Layouts";

    /** Row for row why the layouts are proposed so, then what must be decided and what was not understood. */
    public static final String EVIDENCE = "Evidence";

    /** The headings of {@link #LAYOUTS}, as the catalogue has them. */
    public static final List<String> HEADINGS =
            List.of("Layout", "From", "To", "Part", "Where", "Words", "Unit", "Note");

    private static final List<SheetFrame.Column> LAYOUT_COLUMNS = List.of(
            SheetFrame.Column.words(HEADINGS.get(0), 26),
            SheetFrame.Column.words(HEADINGS.get(1), 10),
            SheetFrame.Column.words(HEADINGS.get(2), 10),
            SheetFrame.Column.words(HEADINGS.get(3), 15),
            SheetFrame.Column.words(HEADINGS.get(4), 12),
            SheetFrame.Column.words(HEADINGS.get(5), 52),
            SheetFrame.Column.words(HEADINGS.get(6), 10),
            SheetFrame.Column.words(HEADINGS.get(7), 44));

    private static final List<SheetFrame.Column> EVIDENCE_COLUMNS = List.of(
            SheetFrame.Column.words("Layout", 26),
            SheetFrame.Column.words("Part", 15),
            SheetFrame.Column.words("Words", 40),
            SheetFrame.Column.words("Confidence", 13),
            SheetFrame.Column.words("Cell", 14),
            SheetFrame.Column.words("Why", 76),
            SheetFrame.Column.words("Or", 40));

    /** A proposal is of no time, so that the same one is the same bytes. */
    private static final Optional<Date> NO_TIME = Optional.of(Date.from(Instant.EPOCH));

    /** A column's width is in digits, and words are a little narrower. */
    private static final double LETTERS_TO_A_DIGIT = 1.05;

    /**
     * One row of a layout and its reason.
     *
     * @param from the first month of the layout as 2015-12; empty for no beginning
     * @param note what the row's reader has to decide; empty when nothing
     * @param confidence certain, likely or guess
     * @param cell where the reason was seen
     */
    public record Proposed(
            String layout,
            String from,
            LayoutPart part,
            String note,
            String confidence,
            String cell,
            String why,
            String alternatives) {}

    /** What is said of a layout, or of the file where that is empty, beside its rows. */
    public record Remark(String layout, String kind, String sentence) {}

    /** Writes the workbook and leaves the stream open. */
    public void write(List<Proposed> rows, List<Remark> remarks, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            POIXMLProperties.CoreProperties properties =
                    workbook.getProperties().getCoreProperties();
            properties.setCreator("Monthend");
            properties.setCreated(NO_TIME);
            properties.setModified(NO_TIME);
            Pen pen = new Pen(workbook);
            layouts(workbook, pen, rows);
            evidence(workbook, pen, rows, remarks);
            workbook.write(bytes);
        }
        TimelessZip.copy(bytes.toByteArray(), out);
    }

    private static void layouts(XSSFWorkbook workbook, Pen pen, List<Proposed> rows) {
        XSSFSheet sheet = sheet(workbook, pen, LAYOUTS, LAYOUT_COLUMNS);
        for (Proposed row : rows) {
            LayoutPart part = row.part();
            line(
                    sheet,
                    pen,
                    LAYOUT_COLUMNS,
                    row.note().isEmpty() ? Look.WRAPPED : Look.DOUBTFUL,
                    List.of(
                            row.layout(),
                            row.from(),
                            "",
                            part.part(),
                            part.where(),
                            part.words(),
                            part.unit(),
                            row.note()));
        }
    }

    private static void evidence(XSSFWorkbook workbook, Pen pen, List<Proposed> rows, List<Remark> remarks) {
        XSSFSheet sheet = sheet(workbook, pen, EVIDENCE, EVIDENCE_COLUMNS);
        for (Proposed row : rows) {
            line(
                    sheet,
                    pen,
                    EVIDENCE_COLUMNS,
                    row.note().isEmpty() ? Look.WRAPPED : Look.DOUBTFUL,
                    List.of(
                            row.layout(),
                            row.part().part(),
                            row.part().words(),
                            row.confidence(),
                            row.cell(),
                            row.why(),
                            row.alternatives()));
        }
        for (Remark remark : remarks) {
            line(
                    sheet,
                    pen,
                    EVIDENCE_COLUMNS,
                    Look.WRAPPED,
                    List.of(remark.layout(), "", "", remark.kind(), "", remark.sentence(), ""));
        }
    }

    private static XSSFSheet sheet(XSSFWorkbook workbook, Pen pen, String name, List<SheetFrame.Column> columns) {
        XSSFSheet sheet = workbook.createSheet(name);
        Row header = sheet.createRow(0);
        header.setHeightInPoints(24);
        for (int index = 0; index < columns.size(); index++) {
            pen.text(header, index, columns.get(index).heading(), Look.HEADER);
            sheet.setColumnWidth(index, columns.get(index).width() * 256);
        }
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setRight("&A, page &P of &N");
        return sheet;
    }

    private static void line(XSSFSheet sheet, Pen pen, List<SheetFrame.Column> columns, Look look, List<String> texts) {
        Row row = SheetFrame.nextRow(sheet);
        int lines = 1;
        for (int index = 0; index < texts.size(); index++) {
            String text = texts.get(index);
            pen.text(row, index, text, look);
            int width = (int) (columns.get(index).width() * LETTERS_TO_A_DIGIT);
            lines = Math.max(lines, 1 + text.length() / width);
        }
        row.setHeightInPoints(SheetFrame.ROW_HEIGHT * lines);
    }
}
