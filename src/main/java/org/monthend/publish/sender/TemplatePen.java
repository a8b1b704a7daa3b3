package org.monthend.publish.sender;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the cells of a template. */
final class TemplatePen {

    /** How a cell looks and whether it may be filled. */
    enum Look {
        TITLE("General", "", true, 14, false),
        HEADER("General", "E9EEF1", true, 10, true),
        NAME("General", "F6F8F9", false, 10, true),
        QUIET("General", "F6F8F9", false, 9, true),
        MONTH("mmm-yy", "F6F8F9", false, 10, true),
        GREY("General", "D0D4D7", false, 10, true),
        OPEN("General", "FFFFFF", false, 10, true),
        OPEN_NUMBER("#,##0.##########", "FFFFFF", false, 10, true),
        OPEN_WHOLE("#,##0", "FFFFFF", false, 10, true),
        OPEN_TEXT("General", "FFFFFF", false, 10, true),
        WORDS("General", "", false, 10, false),
        STRONG("General", "", true, 10, false);

        private final String format;
        private final String fill;
        private final boolean bold;
        private final int points;
        private final boolean boxed;

        Look(String format, String fill, boolean bold, int points, boolean boxed) {
            this.format = format;
            this.fill = fill;
            this.bold = bold;
            this.points = points;
            this.boxed = boxed;
        }

        private boolean isOpen() {
            return name().startsWith("OPEN");
        }
    }

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Look, XSSFCellStyle> quoted = new HashMap<>();

    TemplatePen(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** A sheet that prints on A4, landscape, by its width; nothing but open cells can be changed. */
    XSSFSheet sheet(String name, String footer) {
        XSSFSheet sheet = workbook.createSheet(name);
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        // An ampersand begins a code of the footer's own.
        sheet.getFooter().setLeft(footer.replace("&", "&&"));
        sheet.getFooter().setRight("&A, page &P of &N");
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
        return sheet;
    }

    /** A cell with words, never a formula; empty words leave it blank. */
    void write(Row row, int column, String words, Look look) {
        Cell cell = row.createCell(column);
        boolean asWritten = Characters.mayBecomeFormula(words);
        cell.setCellStyle((asWritten ? quoted : styles).computeIfAbsent(look, key -> style(key, asWritten)));
        if (!words.isEmpty()) {
            cell.setCellValue(words);
        }
    }

    Cell leave(Row row, int column, Look look) {
        write(row, column, "", look);
        return row.getCell(column);
    }

    private XSSFCellStyle style(Look look, boolean asWritten) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) look.points);
        font.setBold(look.bold);
        font.setColor(colour(look == Look.QUIET ? "505A5F" : "14202B"));
        style.setFont(font);
        style.setLocked(!look.isOpen());
        style.setQuotePrefixed(asWritten);
        style.setWrapText(look != Look.TITLE);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format));
        if (look == Look.MONTH) {
            style.setAlignment(HorizontalAlignment.CENTER);
        }
        if (!look.fill.isEmpty()) {
            style.setFillForegroundColor(colour(look.fill));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look.boxed) {
            box(style);
        }
        return style;
    }

    private static void box(XSSFCellStyle style) {
        XSSFColor line = colour("A0A8AD");
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(line);
        style.setBottomBorderColor(line);
        style.setLeftBorderColor(line);
        style.setRightBorderColor(line);
    }

    private static XSSFColor colour(String rgb) {
        return new XSSFColor(HexFormat.of().parseHex(rgb));
    }
}
