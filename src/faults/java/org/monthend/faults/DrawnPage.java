package org.monthend.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** The latest figures that a drawn scorecard shows, by measure. */
final class DrawnPage {

    private static final Pattern LATEST = Pattern.compile("data-line=\"(\\w+)\" data-column=\"latest\">([^<]*)<");
    private static final int LATEST_COLUMN = 8;

    private DrawnPage() {}

    /** As the page prints them. */
    static Map<String, String> printed(Path page) throws IOException {
        Map<String, String> shown = new HashMap<>();
        LATEST.matcher(Files.readString(page)).results().forEach(cell -> shown.put(cell.group(1), cell.group(2)));
        return shown;
    }

    /** As the workbook holds them: numbers in full, and words where there is none. */
    static Map<String, String> held(Path workbook) throws IOException {
        Map<String, String> shown = new HashMap<>();
        try (InputStream in = Files.newInputStream(workbook);
                Workbook book = WorkbookFactory.create(in)) {
            for (Row row : book.getSheetAt(0)) {
                if (row.getLastCellNum() <= LATEST_COLUMN) {
                    continue;
                }
                Cell code = row.getCell(row.getLastCellNum() - 1);
                Cell latest = row.getCell(LATEST_COLUMN);
                if (code != null && code.getCellType() == CellType.STRING && latest != null) {
                    shown.put(
                            code.getStringCellValue(),
                            latest.getCellType() == CellType.NUMERIC
                                    ? Double.toString(latest.getNumericCellValue())
                                    : "");
                }
            }
        }
        return shown;
    }
}
