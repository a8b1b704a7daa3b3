package org.monthend.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A scorecard's workbook read back: what its cells show. */
public final class ReadWorkbook {

    /** Commas behind the last digit divide by a thousand each; POI's formatter knows them only where nothing follows. */
    private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9])(,+)(?=\\\\)");

    private final XSSFWorkbook workbook;
    private final DataFormatter formatter = new DataFormatter(Locale.UK);

    private ReadWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    public static ReadWorkbook read(byte[] xlsx) throws IOException {
        return new ReadWorkbook(new XSSFWorkbook(new ByteArrayInputStream(xlsx)));
    }

    /** What is shown where the row of a code meets the column of a heading. */
    public String shown(String sheet, String code, String heading) {
        return shown(cell(sheet, code, Optional.empty(), heading));
    }

    /** The same for a category of a distribution or of the internal audits. */
    public String shown(String sheet, String scheme, String category, String heading) {
        return shown(cell(sheet, scheme, Optional.of(category), heading));
    }

    /** The number that a cell holds, whatever its format shows. */
    public double number(String sheet, String code, String heading) {
        return cell(sheet, code, Optional.empty(), heading).getNumericCellValue();
    }

    Cell cell(String sheet, String code, String heading) {
        return cell(sheet, code, Optional.empty(), heading);
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    List<Row> rows(String sheet) {
        return StreamSupport.stream(workbook.getSheet(sheet).spliterator(), false)
                .toList();
    }

    private Cell cell(String name, String code, Optional<String> category, String heading) {
        Sheet sheet = workbook.getSheet(name);
        for (int top = 0; top <= sheet.getLastRowNum(); top++) {
            Optional<Integer> codes = column(sheet, top, ScorecardWorkbook.CODE);
            Optional<Integer> column = column(sheet, top, heading);
            Optional<Integer> categories = column(sheet, top, ScorecardWorkbook.CATEGORY);
            if (codes.isEmpty() || column.isEmpty() || category.isPresent() && categories.isEmpty()) {
                continue;
            }
            for (int below = top + 1; below <= sheet.getLastRowNum(); below++) {
                if (text(sheet, below, codes.get()).equals(code)
                        && (category.isEmpty()
                                || text(sheet, below, categories.get()).equals(category.get()))) {
                    return sheet.getRow(below).getCell(column.get());
                }
            }
        }
        throw new AssertionError("no cell for %s %s, %s on %s".formatted(code, category.orElse(""), heading, name));
    }

    private static Optional<Integer> column(Sheet sheet, int row, String heading) {
        return IntStream.range(0, 30)
                .boxed()
                .filter(column -> text(sheet, row, column).equals(heading))
                .findFirst();
    }

    private static String text(Sheet sheet, int row, int column) {
        return Optional.ofNullable(sheet.getRow(row))
                .map(each -> each.getCell(column))
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .map(Cell::getStringCellValue)
                .orElse("");
    }

    String shown(Cell cell) {
        if (cell.getCellType() != CellType.NUMERIC) {
            return formatter.formatCellValue(cell);
        }
        String format = cell.getCellStyle().getDataFormatString();
        Matcher thousands = THOUSANDS.matcher(format);
        int powers = thousands.find() ? thousands.group(1).length() : 0;
        return formatter.formatRawCellContents(
                cell.getNumericCellValue() / Math.pow(1000, powers),
                cell.getCellStyle().getDataFormat()
                        + powers * 1000, // POI keeps what it understood of a format by number
                thousands.replaceAll(""));
    }
}
