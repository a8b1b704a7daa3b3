package org.monthend.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Draws the cells of one workbook in a team's hand. Rows and columns are counted from 1, as people do. */
final class Pen {

    /** What a cell is for, which decides how it looks. */
    enum Look {
        TITLE,
        SUBTITLE,
        HEADER,
        LABEL,
        TEXT,
        CENTRED,
        NUMBER,
        NOTE
    }

    private static final String GENERAL = "General";

    /** Points that a row is higher than its letters. */
    private static final float AIR = 7;

    private static final String LINE_COLOUR = "BFBFBF";

    private final Hand hand;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<String, XSSFCellStyle> styles = new HashMap<>();

    Pen(Hand hand) {
        this.hand = hand;
        XSSFFont standard = workbook.getFontAt(0);
        standard.setFontName(hand.font());
        standard.setFontHeightInPoints((short) hand.size());
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    /** A new sheet; widths are in characters. */
    XSSFSheet sheet(String name, int... widths) {
        XSSFSheet sheet = workbook.createSheet(name);
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * 256);
        }
        sheet.setDisplayGridlines(!hand.boxed());
        sheet.setDefaultRowHeightInPoints(hand.size() + AIR);
        return sheet;
    }

    /** A text; an empty one leaves the cell blank. */
    void write(XSSFSheet sheet, int row, int column, String text, Look look) {
        write(sheet, row, column, text, look, "");
    }

    /** A cell with a background of its own. */
    void write(XSSFSheet sheet, int row, int column, String text, Look look, String fill) {
        XSSFCell cell = cell(sheet, row, column, look, GENERAL, fill);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    void write(XSSFSheet sheet, int row, int column, BigDecimal number, String format) {
        cell(sheet, row, column, Look.NUMBER, format, "").setCellValue(number.doubleValue());
    }

    void write(XSSFSheet sheet, int row, int column, LocalDate day, String format) {
        cell(sheet, row, column, Look.CENTRED, format, "").setCellValue(day);
    }

    /** An empty cell that is drawn like its neighbours. */
    void leave(XSSFSheet sheet, int row, int column, Look look) {
        cell(sheet, row, column, look, GENERAL, "");
    }

    /** Merges cells and draws the text over all of them. */
    void merge(XSSFSheet sheet, int row, int lastRow, int column, int lastColumn, String text, Look look) {
        for (int each = row; each <= lastRow; each++) {
            for (int beside = column; beside <= lastColumn; beside++) {
                leave(sheet, each, beside, look);
            }
        }
        write(sheet, row, column, text, look);
        sheet.addMergedRegion(new CellRangeAddress(row - 1, lastRow - 1, column - 1, lastColumn - 1));
    }

    void height(XSSFSheet sheet, int row, double points) {
        row(sheet, row).setHeightInPoints((float) points);
    }

    /** Set up as for the printer: one page wide, the team's footer below. */
    void toPrint(XSSFSheet sheet, boolean landscape, String footer) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(landscape);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.getFooter().setLeft(footer);
        sheet.getFooter().setRight("Page &P of &N");
    }

    private XSSFCell cell(XSSFSheet sheet, int row, int column, Look look, String format, String fill) {
        XSSFRow drawn = row(sheet, row);
        XSSFCell cell = drawn.getCell(column - 1);
        if (cell == null) {
            cell = drawn.createCell(column - 1);
        }
        cell.setCellStyle(styles.computeIfAbsent(look + "|" + format + "|" + fill, key -> style(look, format, fill)));
        return cell;
    }

    private static XSSFRow row(XSSFSheet sheet, int row) {
        XSSFRow drawn = sheet.getRow(row - 1);
        return drawn == null ? sheet.createRow(row - 1) : drawn;
    }

    private XSSFCellStyle style(Look look, String format, String fill) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setFont(font(look));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        switch (look) {
            case HEADER -> {
                style.setAlignment(HorizontalAlignment.CENTER);
                style.setWrapText(true);
                fill(style, hand.headerFill());
            }
            case CENTRED -> style.setAlignment(HorizontalAlignment.CENTER);
            case NUMBER -> style.setAlignment(HorizontalAlignment.RIGHT);
            case LABEL, TEXT -> {
                style.setAlignment(HorizontalAlignment.LEFT);
                style.setIndention((short) 1);
                style.setWrapText(true);
            }
            case TITLE, SUBTITLE, NOTE -> style.setAlignment(HorizontalAlignment.LEFT);
        }
        fill(style, fill);
        if (look != Look.TITLE && look != Look.SUBTITLE && look != Look.NOTE) {
            border(style);
        }
        return style;
    }

    private XSSFFont font(Look look) {
        XSSFFont font = workbook.createFont();
        font.setFontName(hand.font());
        font.setFontHeightInPoints((short) (hand.size() + sizeBeyond(look)));
        font.setBold(look == Look.TITLE || look == Look.HEADER);
        font.setItalic(look == Look.NOTE);
        if (look == Look.HEADER && !hand.headerFill().isEmpty()) {
            font.setColor(colour(hand.headerText()));
        }
        return font;
    }

    private static int sizeBeyond(Look look) {
        return switch (look) {
            case TITLE -> 4;
            case SUBTITLE -> 1;
            case NOTE -> -1;
            case HEADER, LABEL, TEXT, CENTRED, NUMBER -> 0;
        };
    }

    private void border(XSSFCellStyle style) {
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(colour(LINE_COLOUR));
        if (hand.boxed()) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            style.setTopBorderColor(colour(LINE_COLOUR));
            style.setLeftBorderColor(colour(LINE_COLOUR));
            style.setRightBorderColor(colour(LINE_COLOUR));
        }
    }

    private void fill(XSSFCellStyle style, String fill) {
        if (!fill.isEmpty()) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(colour(fill));
        }
    }

    static XSSFColor colour(String rgb) {
        return new XSSFColor(HexFormat.of().parseHex(rgb.toLowerCase(Locale.ROOT)), null);
    }
}
