package org.monthend.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the cells of one workbook: numbers as numbers that show what the page prints, all else as text. */
final class Pen {

    private static final String GENERAL = "General";

    /** What a spreadsheet program may take for the beginning of a formula when someone edits or exports the cell. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final XSSFWorkbook workbook;
    private final Map<StyleKey, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Look, XSSFFont> fonts = new HashMap<>();
    private final List<String> heldAsPrinted = new ArrayList<>();

    private record StyleKey(Look look, String format, boolean quoted) {}

    Pen(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** A text, never a formula; nothing but the look for an empty one, so that its neighbour may flow over it. */
    void text(Row row, int column, String text, Look look) {
        boolean quoted = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        Cell cell = row.createCell(column);
        cell.setCellStyle(style(look, GENERAL, quoted));
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    /**
     * What the page prints: a number with the format that shows it so, holding the exact value where that is known and
     * shows the same; otherwise a text.
     */
    void printed(Row row, int column, String printed, Optional<BigDecimal> exact, Look look) {
        Optional<PrintedNumber> number = PrintedNumber.of(printed);
        if (number.isEmpty()) {
            boolean words = printed.codePoints().filter(Character::isLetter).count() > 1;
            text(row, column, printed, words ? Look.WORDS : look);
            return;
        }
        BigDecimal held = number.get().held(exact);
        number(row, column, held, number.get().format(), look);
        if (exact.isPresent() && held.compareTo(exact.get()) != 0) {
            heldAsPrinted.add("%s, %s: shows and holds %s, not %s"
                    .formatted(
                            row.getSheet().getSheetName(),
                            row.getCell(column).getAddress(),
                            printed,
                            exact.get().stripTrailingZeros().toPlainString()));
        }
    }

    /** A number in a format of its own. */
    void number(Row row, int column, BigDecimal value, String format, Look look) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style(look, format, false));
        cell.setCellValue(value.doubleValue());
    }

    /** The cells, one sentence each, that could not hold the exact value because it would show as another text. */
    List<String> heldAsPrinted() {
        return heldAsPrinted;
    }

    private XSSFCellStyle style(Look look, String format, boolean quoted) {
        return styles.computeIfAbsent(new StyleKey(look, format, quoted), this::newStyle);
    }

    private XSSFCellStyle newStyle(StyleKey key) {
        Look look = key.look();
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(look, this::newFont));
        style.setAlignment(look.alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (look.ruled && look.alignment == HorizontalAlignment.LEFT) {
            style.setIndention((short) (look == Look.PART ? 3 : 1));
        }
        style.setWrapText(look.wraps);
        style.setQuotePrefixed(key.quoted());
        style.setDataFormat(workbook.createDataFormat().getFormat(key.format()));
        if (!look.fill.isEmpty()) {
            style.setFillForegroundColor(colour(look.fill));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look.ruled) {
            style.setBorderBottom(BorderStyle.THIN);
            style.setBottomBorderColor(colour("D3DADE"));
        }
        return style;
    }

    private XSSFFont newFont(Look look) {
        XSSFFont font = workbook.createFont();
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) look.points);
        font.setBold(look.bold);
        font.setItalic(look == Look.WORDS || look == Look.REPORTED);
        font.setColor(colour(look.colour));
        return font;
    }

    private static XSSFColor colour(String rgb) {
        return new XSSFColor(HexFormat.of().parseHex(rgb));
    }
}
