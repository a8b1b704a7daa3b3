package org.monthend.publish;

import java.util.List;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.monthend.scorecard.Edition;

/** Makes the sheets of one edition's workbook: what stands above each table, and how each sheet prints. */
record SheetFrame(XSSFWorkbook workbook, Pen pen, EditionText text) {

    /** Of one line of text, in points. */
    static final float ROW_HEIGHT = 15;

    /** One column of a table: its heading, its width in characters, and whether numbers stand below it. */
    record Column(String heading, int width, boolean ofNumbers) {
        static Column words(String heading, int width) {
            return new Column(heading, width, false);
        }

        static Column numbers(String heading, int width) {
            return new Column(heading, width, true);
        }
    }

    /** A sheet that begins with the edition's title, vision and particulars; every sheet prints on A3 by its width. */
    XSSFSheet sheet(String name) {
        XSSFSheet sheet = workbook.createSheet(name);
        boolean draft = text.edition().status() == Edition.Status.DRAFT;
        pen.text(sheet.createRow(0), 0, text.title() + " " + text.monthLabel(), Look.TITLE);
        pen.text(sheet.createRow(1), 0, text.vision(), Look.VISION);
        Row particulars = sheet.createRow(2);
        pen.text(particulars, 0, text.status(), draft ? Look.DRAFT : Look.QUIET);
        pen.text(particulars, 1, String.join(" · ", text.particulars()), Look.QUIET);
        sheet.getRow(0).setHeightInPoints(24);
        sheet.setDefaultRowHeightInPoints(ROW_HEIGHT);
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PaperSize.A3_PAPER);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        // An ampersand begins a code of the footer's own.
        sheet.getFooter().setLeft(text.documentTitle().replace("&", "&&"));
        sheet.getFooter().setCenter(text.status());
        sheet.getFooter().setRight("&A, page &P of &N");
        return sheet;
    }

    /** Heads a table in the usual row, keeps the headings in sight and repeats them on every printed page. */
    void head(XSSFSheet sheet, List<Column> columns) {
        Row header = sheet.createRow(ScorecardWorkbook.HEADER_ROW);
        header.setHeightInPoints(2 * ROW_HEIGHT);
        headings(header, columns);
        for (int index = 0; index < columns.size(); index++) {
            sheet.setColumnWidth(index, columns.get(index).width() * 256);
        }
        sheet.createFreezePane(1, ScorecardWorkbook.HEADER_ROW + 1);
        sheet.setRepeatingRows(
                new CellRangeAddress(ScorecardWorkbook.HEADER_ROW, ScorecardWorkbook.HEADER_ROW, -1, -1));
    }

    void headings(Row row, List<Column> columns) {
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            pen.text(row, index, column.heading(), column.ofNumbers() ? Look.HEADER_NUMBER : Look.HEADER);
        }
    }

    /** The first row below everything so far. */
    static Row nextRow(XSSFSheet sheet) {
        return sheet.createRow(sheet.getLastRowNum() + 1);
    }
}
