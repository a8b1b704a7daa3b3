package org.monthend;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The printed scorecard of December 2015 as somebody would type it into a workbook: one sheet in the shape of the page,
 * two tables side by side with the quarters across, and the other blocks beneath each other.
 */
final class TypedScorecard {

    /** The sheet. */
    static final String SHEET = "Scorecard";

    private static final List<String> QUARTERS =
            List.of("2014/15 Qtr3", "2014/15 Qtr4", "2015/16 Qtr1", "2015/16 Qtr2");
    private static final int RIGHT = 11;

    /** Offsets of a table's columns from its first one. */
    private static final int FIRST_QUARTER = 3;

    private static final int LATEST = 7;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet = workbook.createSheet(SHEET);
    private final Map<String, CellStyle> formats = new HashMap<>();
    private final Map<String, NamedCsvRecord> printed = new LinkedHashMap<>();
    private final List<NamedCsvRecord> measures;
    private final Map<String, String> retyped = new HashMap<>();
    private final Map<String, String> cells = new HashMap<>();
    private boolean rightNames = true;
    private int row;

    private TypedScorecard() throws IOException {
        measures = rows("measures.csv");
        rows("scorecard-dec-15.csv").forEach(line -> printed.put(line.getField("measure_code"), line));
    }

    static TypedScorecard asPrinted() throws IOException {
        return new TypedScorecard();
    }

    /** Another figure in the place of the printed one; the column as the page heads it. */
    TypedScorecard retyping(String measure, String column, String figure) {
        retyped.put(measure + " " + column, figure);
        return this;
    }

    /** As on the real page: the names of the right half are lost. */
    TypedScorecard withoutNamesOnTheRight() {
        rightNames = false;
        return this;
    }

    /** Writes the workbook; answers the cell of each figure of a measure, by code and column. */
    Map<String, String> write(Path file) throws IOException {
        List<String> page = Files.readAllLines(seed().resolve("corporate-scorecard-dec-15.txt"));
        text(0, "Corporate Scorecard for month:");
        next();
        text(0, "Dec-15");
        next();
        text(0, line(page, "Our Vision"));
        next();
        services(page);
        workforce(page);
        cases(page);
        governance(page);
        projects(page);
        for (String beginning : List.of("1: ", "2: ", "Arrow denotes")) {
            text(0, line(page, beginning));
            next();
        }
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return cells;
    }

    private void services(List<String> page) {
        text(0, line(page, "High quality services"));
        next();
        for (int table : List.of(0, RIGHT)) {
            head(table, "Baseline ¹", "Target", "6mth Trend");
        }
        row += 2;
        int first = row;
        for (NamedCsvRecord measure : measures) {
            boolean right = measure.getField("block").equals("right");
            if (measure.getField("perspective").equals("services")) {
                row = first + Integer.parseInt(measure.getField("position")) - 1;
                String name = right && !rightNames ? "" : measure.getField("measure_name");
                measure(measure, right ? RIGHT : 0, name, true);
            }
        }
        row = first + 13;
    }

    private void workforce(List<String> page) {
        text(0, line(page, "Learning, Growth"));
        next();
        head(0, "Baseline", "6mth Trend");
        row += 2;
        for (NamedCsvRecord measure : measures) {
            if (measure.getField("perspective").equals("workforce")) {
                boolean state = measure.getField("measure_code").equals("STAFF_SATISFACTION_PCT");
                measure(measure, 0, measure.getField("measure_name") + (state ? " - UNDER DEVELOPMENT" : ""), false);
                next();
            }
        }
    }

    /** The two tiers of a table of measures: years over their quarters, all else merged over both. */
    private void head(int table, String baseline, String... last) {
        text(table, "Measure (© denotes a contract measure)");
        merge(row, row + 1, table, table);
        text(table + 1, baseline);
        merge(row, row, table + 1, table + 2);
        text(table + FIRST_QUARTER, "2014/15");
        merge(row, row, table + FIRST_QUARTER, table + FIRST_QUARTER + 1);
        text(table + FIRST_QUARTER + 2, "2015/16");
        merge(row, row, table + FIRST_QUARTER + 2, table + FIRST_QUARTER + 3);
        text(table + LATEST, "Latest");
        for (int index = 0; index < last.length; index++) {
            text(table + LATEST + 1 + index, last[index]);
            merge(row, row + 1, table + LATEST + 1 + index, table + LATEST + 1 + index);
        }
        next();
        List<String> second = List.of("Rank ²", "Fig.", "Qtr3", "Qtr4", "Qtr1", "Qtr2", "Dec-15");
        for (int index = 0; index < second.size(); index++) {
            text(table + 1 + index, second.get(index));
        }
        row--;
    }

    private void measure(NamedCsvRecord measure, int table, String name, boolean targets) {
        String code = measure.getField("measure_code");
        String contract = measure.getField("contract").equals("y") ? " ©" : "";
        text(table, name.isEmpty() ? "" : name + contract);
        figure(table + 1, said(code, "baseline_rank"));
        figure(table + 2, said(code, "baseline_figure"));
        for (int index = 0; index < QUARTERS.size(); index++) {
            figure(table + FIRST_QUARTER + index, said(code, QUARTERS.get(index)));
            cells.put(code + " " + QUARTERS.get(index), address(table + FIRST_QUARTER + index));
        }
        figure(table + LATEST, said(code, "Dec-15"));
        cells.put(code + " Dec-15", address(table + LATEST));
        if (targets) {
            figure(table + LATEST + 1, said(code, "target"));
        }
        text(table + LATEST + (targets ? 2 : 1), said(code, "trend_6mth"));
        speakForBlanks(code, table);
    }

    /** Words that the page prints once for several periods are merged over them. */
    private void speakForBlanks(String code, int table) {
        int last = 0;
        while (last < QUARTERS.size()
                && said(code, last + 1 < QUARTERS.size() ? QUARTERS.get(last + 1) : "Dec-15")
                        .isEmpty()) {
            last++;
        }
        if (last > 0) {
            merge(row, row, table + FIRST_QUARTER, table + FIRST_QUARTER + last);
        }
    }

    private String said(String code, String column) {
        return retyped.getOrDefault(code + " " + column, printed.get(code).getField(column));
    }

    private void cases(List<String> page) throws IOException {
        text(0, line(page, "*16 relate"));
        List<NamedCsvRecord> shares = rows("distributions-dec-15.csv").stream()
                .filter(share -> share.getField("scheme_code").equals("CASE_AUDIT"))
                .toList();
        for (int index = 0; index < shares.size(); index++) {
            text(2 + index, shares.get(index).getField("category_code"));
        }
        next();
        text(0, "Quality of Cases Audited");
        for (int index = 0; index < shares.size(); index++) {
            figure(2 + index, shares.get(index).getField("printed"));
        }
        row += 2;
    }

    private void governance(List<String> page) throws IOException {
        text(0, line(page, "Effective Governance"));
        next();
        text(0, "Measure (© denotes a contract measure)");
        merge(row, row + 1, 0, 0);
        List<String> first = List.of("2015/16", "31-Dec", "Forecast");
        List<String> second = List.of("Budget", "Forecast", "Forecast");
        for (int index = 0; index < first.size(); index++) {
            text(1 + index, first.get(index));
        }
        next();
        for (int index = 0; index < second.size(); index++) {
            text(1 + index, second.get(index));
        }
        next();
        for (NamedCsvRecord line : rows("finance-dec-15.csv")) {
            text(0, line.getField("finance_line") + (line.getField("contract").equals("y") ? " ©" : ""));
            text(1, line.getField("budget_2015_16"));
            text(2, line.getField("forecast_31_dec"));
            text(3, line.getField("forecast_variance"));
            next();
        }
        List<NamedCsvRecord> opinions = rows("distributions-dec-15.csv").stream()
                .filter(opinion -> opinion.getField("scheme_code").equals("INTERNAL_AUDIT"))
                .toList();
        next();
        for (int index = 0; index < opinions.size(); index++) {
            text(index, opinions.get(index).getField("category_code"));
        }
        next();
        for (int index = 0; index < opinions.size(); index++) {
            figure(index, opinions.get(index).getField("printed"));
        }
        next();
        text(0, line(page, "Internal Audit analysis"));
        next();
        text(0, line(page, "Key:"));
        row += 2;
    }

    private void projects(List<String> page) throws IOException {
        text(0, line(page, "Other Headlines"));
        next();
        List<String> headings = List.of("Project", "Progress (RAG)", "Forecast Variance", "Status");
        for (int index = 0; index < headings.size(); index++) {
            text(index, headings.get(index));
        }
        next();
        for (NamedCsvRecord project : rows("projects-dec-15.csv")) {
            text(0, project.getField("project"));
            text(1, project.getField("progress_rag"));
            text(2, project.getField("forecast_variance_rag"));
            text(3, project.getField("status"));
            next();
        }
        next();
    }

    /** 35% and 16.0 become numbers with a format, as a spreadsheet makes of them; 17*, "- ⁴" and words stay words. */
    private void figure(int column, String words) {
        if (!words.matches("[0-9]+(\\.[0-9]+)?%?")) {
            text(column, words);
            return;
        }
        boolean percent = words.endsWith("%");
        String digits = words.replace("%", "");
        int decimals = digits.contains(".") ? digits.length() - digits.indexOf('.') - 1 : 0;
        String format = "0" + (decimals == 0 ? "" : "." + "0".repeat(decimals)) + (percent ? "%" : "");
        Cell cell = cell(column);
        cell.setCellStyle(formats.computeIfAbsent(format, this::style));
        cell.setCellValue(Double.parseDouble(digits) / (percent ? 100 : 1));
    }

    private CellStyle style(String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private void text(int column, String words) {
        if (!words.isEmpty()) {
            cell(column).setCellValue(words);
        }
    }

    private Cell cell(int column) {
        XSSFRow existing = sheet.getRow(row);
        return (existing == null ? sheet.createRow(row) : existing).createCell(column);
    }

    private String address(int column) {
        return new org.apache.poi.ss.util.CellAddress(row, column).formatAsString();
    }

    private void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (lastRow > firstRow || lastColumn > firstColumn) {
            sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
        }
    }

    private void next() {
        row++;
    }

    /** The page's line that begins so, up to its first tab. */
    private static String line(List<String> page, String beginning) {
        String line = page.stream()
                .filter(words -> words.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the page has no line '" + beginning + "…'"));
        return line.indexOf('\t') < 0 ? line : line.substring(0, line.indexOf('\t'));
    }

    private static Path seed() {
        return Path.of(System.getProperty("shared")).resolve("seed");
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(seed().resolve(file))) {
            return reader.stream().toList();
        }
    }
}
