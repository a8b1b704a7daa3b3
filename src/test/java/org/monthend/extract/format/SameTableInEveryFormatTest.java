package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The same table saved as .xlsx, .xls, .xlsb, .ods and .csv gives the same cells, as far as the format can carry them. */
class SameTableInEveryFormatTest {

    @Property(tries = 200)
    void everySpreadsheetFormatGivesEqualCellsAndCsvGivesThemAsText(@ForAll("tables") List<List<Object>> table)
            throws IOException {
        Path folder = Files.createTempDirectory("same-table");
        try {
            List<SheetRow> xlsx = read(draw(new XSSFWorkbook(), table, folder.resolve("table.xlsx")));
            List<SheetRow> xls = read(draw(new HSSFWorkbook(), table, folder.resolve("table.xls")));
            List<SheetRow> csv = read(Files.writeString(folder.resolve("table.csv"), csv(table)));

            List<SheetRow> xlsb = read(xlsb(table).in(folder, "table.xlsb"));
            List<SheetRow> ods = read(OdsSketch.ofRows(odsRows(table)).in(folder, "table.ods"));

            assertThat(xls).isEqualTo(xlsx);
            assertThat(ods).isEqualTo(xlsx);
            assertThat(xlsb).isEqualTo(xlsx);
            assertThat(texts(csv)).isEqualTo(texts(xlsx));
        } finally {
            for (String name : List.of("table.xlsx", "table.xls", "table.xlsb", "table.ods", "table.csv")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    @Provide
    Arbitrary<List<List<Object>>> tables() {
        Arbitrary<Object> blanks = Arbitraries.just("");
        Arbitrary<Object> texts = Arbitraries.strings()
                .withChars("aZ0 -,;\"'£é–Ж漢\n")
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(text -> text);
        Arbitrary<Object> integers = Arbitraries.integers().map(Integer::doubleValue);
        Arbitrary<Object> decimals = Arbitraries.doubles().between(-1e9, 1e9).map(figure -> figure);
        Arbitrary<Object> shares = Arbitraries.integers().between(0, 1000).map(share -> share / 1000.0);
        Arbitrary<Object> days = Arbitraries.integers().between(61, 60_000).map(LocalDate.of(1899, 12, 30)::plusDays);
        Arbitrary<Object> flags = Arbitraries.of(true, false).map(flag -> flag);
        return Arbitraries.oneOf(blanks, texts, integers, decimals, shares, days, flags)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static List<SheetRow> read(Path file) throws IOException {
        return Reading.rows(file);
    }

    private static Path draw(org.apache.poi.ss.usermodel.Workbook book, List<List<Object>> table, Path file)
            throws IOException {
        try (org.apache.poi.ss.usermodel.Workbook workbook = book;
                OutputStream bytes = Files.newOutputStream(file)) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            Sheet sheet = workbook.createSheet("table");
            for (int i = 0; i < table.size(); i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < table.get(i).size(); j++) {
                    set(row.createCell(j), table.get(i).get(j), day);
                }
            }
            workbook.write(bytes);
        }
        return file;
    }

    private static void set(org.apache.poi.ss.usermodel.Cell cell, Object value, CellStyle day) {
        if (value instanceof Double number) {
            cell.setCellValue(number);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
        } else {
            cell.setCellValue(value.toString());
        }
    }

    private static XlsbSketch xlsb(List<List<Object>> table) {
        XlsbSketch sketch = new XlsbSketch();
        for (int i = 0; i < table.size(); i++) {
            sketch.row(i, false);
            for (int j = 0; j < table.get(i).size(); j++) {
                Object value = table.get(i).get(j);
                if (value instanceof Double number) {
                    sketch.with(XlsbRecord.CELL_REAL, XlsbSketch.cell(j, 0).real(number));
                } else if (value instanceof LocalDate date) {
                    double serial = ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), date);
                    sketch.with(XlsbRecord.CELL_REAL, XlsbSketch.cell(j, 1).real(serial));
                } else if (value instanceof Boolean flag) {
                    sketch.with(XlsbRecord.CELL_LOGICAL, XlsbSketch.cell(j, 0).u8(flag ? 1 : 0));
                } else {
                    sketch.with(XlsbRecord.CELL_TEXT, XlsbSketch.cell(j, 0).text(value.toString()));
                }
            }
        }
        return sketch;
    }

    private static String odsRows(List<List<Object>> table) {
        return table.stream()
                .map(row -> OdsSketch.row(
                        row.stream().map(SameTableInEveryFormatTest::odsCell).toArray(String[]::new)))
                .collect(Collectors.joining());
    }

    private static String odsCell(Object value) {
        if (value instanceof Double number) {
            return OdsSketch.cell("float", number.toString());
        }
        if (value instanceof LocalDate date) {
            return OdsSketch.cell("date", date.toString());
        }
        return value instanceof Boolean flag
                ? OdsSketch.cell("boolean", flag.toString())
                : OdsSketch.text(value.toString()
                        .replace("&", "&amp;")
                        .replace(" ", "<text:s/>")
                        .replace("\n", "</text:p><text:p>"));
    }

    /** One line a row, every text in quotes; a first line tells the delimiter, and is line 1 of the file. */
    private static String csv(List<List<Object>> table) {
        return table.stream()
                .map(row -> row.stream().map(SameTableInEveryFormatTest::field).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "sep=,\n", "\n"));
    }

    private static String field(Object value) {
        String text = value instanceof Double number
                ? ExactNumber.of(number).toPlainString()
                : value instanceof Boolean flag ? (flag ? "TRUE" : "FALSE") : value.toString();
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** The rows without their numbers: a text of two lines moves the lines below it in a csv only. */
    private static List<List<String>> texts(List<SheetRow> rows) {
        List<List<String>> texts = new ArrayList<>();
        for (SheetRow row : rows) {
            texts.add(row.cells().stream()
                    .map(cell -> cell.column() + " " + cell.value().excerpt())
                    .toList());
        }
        return texts;
    }
}
