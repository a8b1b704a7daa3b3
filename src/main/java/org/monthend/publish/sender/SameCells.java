package org.monthend.publish.sender;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.monthend.publish.sender.SourceSheets.Content;

/**
 * An Excel workbook of the same cells at the same addresses, for a file whose own format cannot be marked. Values are
 * kept, looks are not; no text can become a formula.
 */
public final class SameCells {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int WIDEST = 60;
    private static final double DAY = Duration.ofDays(1).toMillis();

    private final SXSSFWorkbook workbook;
    private final Map<String, CellStyle> styles = new HashMap<>();

    private SameCells(SXSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /**
     * Writes the workbook and leaves the stream open.
     *
     * @return the names of the sheets in the workbook by those they have in the source; Excel does not allow every name
     */
    public static Map<String, String> write(SourceSheets source, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setCompressTempFiles(true);
            Map<String, String> names = new SameCells(workbook).copy(source);
            workbook.write(out);
            return names;
        }
    }

    private Map<String, String> copy(SourceSheets source) throws IOException {
        Map<String, String> names = new HashMap<>();
        List<SourceSheets.Sheet> sheets = source.sheets();
        for (int index = 0; index < sheets.size(); index++) {
            SourceSheets.Sheet from = sheets.get(index);
            String name = freeName(from.name());
            names.putIfAbsent(from.name(), name);
            SXSSFSheet sheet = workbook.createSheet(name);
            Map<Integer, Integer> widths = new HashMap<>();
            source.rows(index, (row, hidden, cells) -> copy(sheet, row, hidden, cells, widths));
            widths.forEach((column, letters) ->
                    sheet.setColumnWidth(column - 1, 256 * Math.min(WIDEST, Math.max(9, letters + 2))));
            merge(sheet, from.merged());
            workbook.setSheetHidden(index, from.isHidden() && sheets.stream().anyMatch(each -> !each.isHidden()));
        }
        return names;
    }

    private String freeName(String wanted) {
        String safe = WorkbookUtil.createSafeSheetName(wanted.isBlank() ? "Sheet" : wanted);
        return Stream.concat(
                        Stream.of(safe), Stream.iterate(2, number -> number + 1).map(number -> {
                            String ending = " (" + number + ")";
                            return safe.substring(0, Math.min(safe.length(), LONGEST_SHEET_NAME - ending.length()))
                                    + ending;
                        }))
                .filter(name -> workbook.getSheet(name) == null)
                .findFirst()
                .orElseThrow();
    }

    private void copy(
            SXSSFSheet sheet, int number, boolean hidden, List<SourceSheets.Cell> cells, Map<Integer, Integer> widths) {
        Row row = sheet.createRow(number - 1);
        row.setZeroHeight(hidden);
        for (SourceSheets.Cell cell : cells) {
            int letters = fill(row.createCell(cell.column() - 1), cell.content());
            widths.merge(cell.column(), letters, Math::max);
        }
    }

    /** Fills the cell and says how many letters wide it is. */
    private int fill(Cell cell, Content content) {
        if (content instanceof Content.Figure figure) {
            cell.setCellValue(figure.value().doubleValue());
            if (figure.percent()) {
                int decimals = Math.max(0, Math.min(4, figure.value().scale() - 2));
                cell.setCellStyle(style(decimals == 0 ? "0%" : "0." + "0".repeat(decimals) + "%"));
            }
            return figure.value().toPlainString().length();
        }
        if (content instanceof Content.Day day) {
            cell.setCellValue(day.at());
            cell.setCellStyle(style(day.withTime() ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd"));
            return day.withTime() ? 19 : 10;
        }
        if (content instanceof Content.Length length) {
            cell.setCellValue(length.time().toMillis() / DAY);
            cell.setCellStyle(style("[h]:mm:ss"));
            return 9;
        }
        if (content instanceof Content.Truth truth) {
            cell.setCellValue(truth.value());
            return 5;
        }
        String text = content instanceof Content.Words words ? words.text() : ((Content.Failure) content).code();
        Optional<FormulaError> error = content instanceof Content.Failure ? errorOf(text) : Optional.empty();
        if (error.isPresent()) {
            cell.setCellErrorValue(error.get().getCode());
            return text.length();
        }
        cell.setCellValue(text);
        if (Characters.mayBecomeFormula(text)) {
            cell.setCellStyle(asWritten());
        }
        return text.lines().mapToInt(String::length).max().orElse(0);
    }

    private static Optional<FormulaError> errorOf(String code) {
        return Stream.of(FormulaError.values())
                .filter(error -> error.getString().equals(code.toUpperCase(Locale.ROOT)) && error.getLongCode() >= 0)
                .findFirst();
    }

    private CellStyle style(String format) {
        return styles.computeIfAbsent(format, key -> {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(key));
            return style;
        });
    }

    private CellStyle asWritten() {
        return styles.computeIfAbsent("as written", key -> {
            CellStyle style = workbook.createCellStyle();
            style.setQuotePrefixed(true);
            return style;
        });
    }

    private static void merge(SXSSFSheet sheet, List<String> ranges) {
        List<CellRangeAddress> merged = new ArrayList<>();
        for (String range : ranges) {
            CellRangeAddress cells = CellRangeAddress.valueOf(range);
            if (cells.getNumberOfCells() > 1 && merged.stream().noneMatch(cells::intersects)) {
                merged.add(cells);
            }
        }
        merged.forEach(sheet::addMergedRegionUnsafe);
    }

    /** Writes a workbook without any sheet, to which the issues can be added. */
    public static void writeNothing(OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            workbook.write(out);
        }
    }
}
