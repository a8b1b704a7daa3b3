package org.monthend.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook drawn in a test: one line for each row, cells divided by |, a blank line for a blank row.
 *
 * <pre>
 * 51 · 0.5        a number                       [87%]            0.87 shown as 87%
 * CP · 87% · -    a text                         [text 51]        a text that looks like a number
 * [date 2015-12-31] · [date 2015-12-31T10:00]    [=SUM(A1)]       a formula that nobody computed
 * [#N/A]          an error                       [true]           a logical value
 * [17^2]          17 with a superscript 2        &lt; · ^       merged with the cell to the left, above
 * </pre>
 */
public final class SheetSketch {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern MARKER = Pattern.compile("\\[(date|text|=)? ?(.*)\\]");

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final StringBuilder drawing = new StringBuilder();

    private SheetSketch() {}

    public static SheetSketch workbook(String sheet, String rows) {
        return new SheetSketch().and(sheet, rows);
    }

    /** One more sheet. */
    public SheetSketch and(String name, String rows) {
        Sheet sheet = workbook.createSheet(name);
        drawing.append("sheet ").append(name).append('\n').append(rows.strip()).append('\n');
        List<List<String>> lines = rows.lines()
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < lines.get(row).size(); column++) {
                draw(sheet, row, column, lines.get(row).get(column));
            }
        }
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < lines.get(row).size(); column++) {
                merge(sheet, lines, row, column);
            }
        }
        return this;
    }

    /** Hides a sheet. */
    public SheetSketch hide(String name) {
        drawing.append("(the sheet ").append(name).append(" is hidden)\n");
        workbook.setSheetVisibility(workbook.getSheetIndex(name), SheetVisibility.HIDDEN);
        return this;
    }

    /** Hides a row of the last sheet, counted from 1. */
    public SheetSketch hideRow(int row) {
        drawing.append("(row ").append(row).append(" is hidden)\n");
        workbook.getSheetAt(workbook.getNumberOfSheets() - 1).getRow(row - 1).setZeroHeight(true);
        return this;
    }

    /** Gives it macros; they are no program. */
    public SheetSketch withMacros() {
        drawing.append("(and macros)\n");
        try {
            workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it a link to another workbook. */
    public SheetSketch withExternalLink() {
        drawing.append("(and a link to another workbook)\n");
        try {
            PackagePartName name = PackagingURIHelper.createPartName("/xl/externalLinks/externalLink1.xml");
            workbook.getPackage()
                    .createPart(name, "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml")
                    .getOutputStream()
                    .close();
            workbook.getPackagePart()
                    .addRelationship(
                            name,
                            TargetMode.INTERNAL,
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink");
            return this;
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the workbook and gives the file back. */
    public Path write(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The drawing as the test has it. */
    @Override
    public String toString() {
        return drawing.toString();
    }

    private void draw(Sheet sheet, int row, int column, String words) {
        if (words.isEmpty() || isMerge(words)) {
            return;
        }
        Cell cell = (sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row)).createCell(column);
        Matcher marker = MARKER.matcher(words);
        if (NUMBER.matcher(words).matches()) {
            cell.setCellValue(Double.parseDouble(words));
        } else if (marker.matches()) {
            drawMarked(cell, String.valueOf(marker.group(1)), marker.group(2));
        } else {
            cell.setCellValue(words);
        }
    }

    private void drawMarked(Cell cell, String kind, String words) {
        switch (kind) {
            case "date" -> {
                boolean timed = words.contains("T");
                cell.setCellStyle(style(timed ? "dd/mm/yyyy hh:mm" : "mmm-yy"));
                cell.setCellValue(
                        timed
                                ? LocalDateTime.parse(words)
                                : LocalDate.parse(words).atStartOfDay());
            }
            case "text" -> cell.setCellValue(words);
            case "=" -> cell.setCellFormula(words);
            default -> drawOther(cell, words);
        }
    }

    private void drawOther(Cell cell, String words) {
        if (words.endsWith("%")) {
            cell.setCellStyle(style("0%"));
            cell.setCellValue(Double.parseDouble(words.substring(0, words.length() - 1)) / 100);
        } else if (words.startsWith("#")) {
            cell.setCellErrorValue(FormulaError.forString(words).getCode());
        } else if (words.equals("true")) {
            cell.setCellValue(true);
        } else {
            int mark = words.indexOf('^');
            XSSFRichTextString text = new XSSFRichTextString(words.substring(0, mark));
            XSSFFont superscript = workbook.createFont();
            superscript.setTypeOffset(Font.SS_SUPER);
            text.append(words.substring(mark + 1), superscript);
            cell.setCellValue(text);
        }
    }

    private CellStyle style(String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static boolean isMerge(String words) {
        return words.equals("<") || words.equals("^");
    }

    private static void merge(Sheet sheet, List<List<String>> lines, int row, int column) {
        if (isMerge(lines.get(row).get(column))) {
            return;
        }
        int lastColumn = column;
        while (at(lines, row, lastColumn + 1).equals("<")) {
            lastColumn++;
        }
        int lastRow = row;
        while (at(lines, lastRow + 1, column).equals("^")) {
            lastRow++;
        }
        if (lastColumn > column || lastRow > row) {
            sheet.addMergedRegion(new CellRangeAddress(row, lastRow, column, lastColumn));
        }
    }

    private static String at(List<List<String>> lines, int row, int column) {
        return row < lines.size() && column < lines.get(row).size()
                ? lines.get(row).get(column)
                : "";
    }
}
