package org.monthend.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.monthend.calendar.ReportingMonth;

/** A workbook of the sample as it stands in the input folder, read back cell by cell. */
final class SampleBook {

    private static final Path INPUT = Path.of("input");

    private final XSSFWorkbook workbook;

    private SampleBook(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            workbook = new XSSFWorkbook(bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static SampleBook catalogue() {
        return new SampleBook(INPUT.resolve("catalogue.xlsx"));
    }

    /** The month's only workbook whose name begins so. */
    static SampleBook of(ReportingMonth month, String beginning) {
        List<Path> found = files(month).stream()
                .filter(file -> file.getFileName().toString().startsWith(beginning))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("not one workbook '" + beginning + "…' in " + month + ": " + found);
        }
        return new SampleBook(found.get(0));
    }

    static List<Path> files(ReportingMonth month) {
        try (Stream<Path> files = Files.list(INPUT.resolve("returns").resolve(month.toString()))) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    List<String> sheets() {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    XSSFSheet sheet(int index) {
        return workbook.getSheetAt(index);
    }

    /** Every row of the sheet as texts, blank cells as "", as wide as its widest row. */
    List<List<String>> rows(String sheet) {
        XSSFSheet read = workbook.getSheet(sheet);
        int width = IntStream.rangeClosed(0, read.getLastRowNum())
                .mapToObj(read::getRow)
                .mapToInt(row -> row == null ? 0 : row.getLastCellNum())
                .max()
                .orElse(0);
        return IntStream.rangeClosed(0, read.getLastRowNum())
                .mapToObj(row -> IntStream.range(0, width)
                        .mapToObj(column -> text(read, row, column))
                        .toList())
                .toList();
    }

    /** The cell's text, or its number as it was typed; % where a number is formatted so; blank as "". */
    String text(String sheet, String address) {
        CellReference cell = new CellReference(address);
        return text(workbook.getSheet(sheet), cell.getRow(), cell.getCol());
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        Row read = sheet.getRow(row);
        Cell cell = read == null ? null : read.getCell(column);
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "";
        }
        if (cell.getCellType() == CellType.STRING) {
            return cell.getStringCellValue();
        }
        if (DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        BigDecimal number = BigDecimal.valueOf(cell.getNumericCellValue());
        boolean percent = cell.getCellStyle().getDataFormatString().endsWith("%");
        return (percent ? number.movePointRight(2) : number)
                        .stripTrailingZeros()
                        .toPlainString()
                + (percent ? "%" : "");
    }
}
