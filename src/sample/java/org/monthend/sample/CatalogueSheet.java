package org.monthend.sample;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.sample.Pen.Look;

/**
 * One sheet of the catalogue: headings with instructions, drop-downs where the words are given, one record a row.
 *
 * @param rows a {@link String} or a {@link BigDecimal} for each column; an empty text leaves the cell blank
 */
record CatalogueSheet(String name, String tabColour, List<Column> columns, List<List<Object>> rows) {

    /** Rows below the records that have drop-downs, too. */
    private static final int ROOM_FOR_MORE = 200;

    /** In points. */
    private static final double LINE_HEIGHT = 14.5;

    /**
     * A column.
     *
     * @param width in characters
     * @param instruction what to write there, shown as a comment on the heading
     * @param choices the words to choose from: listed with commas, or as a range after "="; empty for any words
     */
    record Column(String heading, int width, String instruction, String choices) {

        static Column of(String heading, int width, String instruction) {
            return new Column(heading, width, instruction, "");
        }

        static Column of(String heading, int width, String instruction, String choices) {
            return new Column(heading, width, instruction, choices);
        }
    }

    void draw(Pen pen) {
        XSSFSheet sheet =
                pen.sheet(name, columns.stream().mapToInt(Column::width).toArray());
        sheet.setTabColor(Pen.colour(tabColour));
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        for (int column = 1; column <= columns.size(); column++) {
            pen.write(sheet, 1, column, columns.get(column - 1).heading(), Look.HEADER);
            instruct(sheet, drawing, column);
            offer(sheet, column);
        }
        pen.height(sheet, 1, 24);
        for (int row = 0; row < rows.size(); row++) {
            pen.height(sheet, row + 2, 7 + LINE_HEIGHT * lines(rows.get(row)));
            for (int column = 0; column < columns.size(); column++) {
                write(pen, sheet, row + 2, column + 1, rows.get(row).get(column));
            }
        }
        sheet.createFreezePane(1, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, rows.size()), 0, columns.size() - 1));
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        pen.toPrint(sheet, true, "Catalogue: " + name);
    }

    /** How many lines the longest text of a record needs; words wrap a little before the column's end. */
    private int lines(List<Object> record) {
        int lines = 1;
        for (int column = 0; column < record.size(); column++) {
            int letters = record.get(column).toString().length();
            lines = Math.max(lines, 1 + letters * 10 / (columns.get(column).width() * 9));
        }
        return lines;
    }

    private static void write(Pen pen, XSSFSheet sheet, int row, int column, Object value) {
        if (value instanceof BigDecimal number) {
            pen.write(sheet, row, column, number, number.scale() > 0 ? "0." + "0".repeat(number.scale()) : "0");
        } else {
            pen.write(sheet, row, column, value.toString(), Look.TEXT);
        }
    }

    private void instruct(XSSFSheet sheet, XSSFDrawing drawing, int column) {
        ClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, column, 1, column + 3, 6);
        XSSFComment comment = drawing.createCellComment(anchor);
        comment.setString(columns.get(column - 1).instruction());
        comment.setAuthor("Monthend");
        sheet.getRow(0).getCell(column - 1).setCellComment(comment);
    }

    private void offer(XSSFSheet sheet, int column) {
        String choices = columns.get(column - 1).choices();
        if (choices.isEmpty()) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidationConstraint constraint = choices.startsWith("=")
                ? helper.createFormulaListConstraint(choices.substring(1))
                : helper.createExplicitListConstraint(choices.split(","));
        CellRangeAddressList cells = new CellRangeAddressList(1, rows.size() + ROOM_FOR_MORE, column - 1, column - 1);
        DataValidation validation = helper.createValidation(constraint, cells);
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(true);
        validation.createErrorBox(columns.get(column - 1).heading(), "Please choose one of the words offered.");
        sheet.addValidationData(validation);
    }
}
