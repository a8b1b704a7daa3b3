package org.monthend.extract.format;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.monthend.extract.format.Reading.number;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strict Open XML is read as the usual .xlsx is; only its dates may be written out. */
class StrictReadingTest {

    private static final String DAY = "1";
    private static final String TIME = "2";

    private final Path folder;

    StrictReadingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void strictWorkbooksGiveTheCellsOfTheUsualOnes() throws IOException {
        String rows = "<row r='2' hidden='1'><c r='A2' t='s'><v>0</v></c><c r='B2' s='3'><v>0.87</v></c>"
                + "<c r='C2' s='1'><v>42339</v></c><c r='D2' t='b'><v>1</v></c><c r='E2' t='e'><v>#N/A</v></c></row>";

        Path usual = sketch(rows).in(folder, "usual.xlsx");
        Path strict = sketch(rows).strict().in(folder, "strict.xlsx");

        assertThat(Reading.rows(strict)).hasSize(1).isEqualTo(Reading.rows(usual));
        assertThat(Reading.cells(strict)).containsEntry("A2", new CellValue.Text("17", "2"));
        try (Workbook workbook = Workbooks.open(strict, ReadLimits.standard())) {
            assertThat(workbook.format()).isEqualTo(Format.STRICT_XLSX);
            assertThat(workbook.mergedRanges(workbook.sheets().get(0))).containsExactly(new MergedRange(2, 1, 3, 1));
        }
    }

    @Test
    void writtenDatesAreWhatTheirSerialNumbersWouldBe() throws IOException {
        assertThat(Reading.cells(sketch("<row r='1'>"
                                + written("A1", DAY, "2012-11-28")
                                + written("B1", TIME, "01:34:00.00000000000154875")
                                + written("C1", DAY, "2012-11-28T23:59:59.99999999999999")
                                + written("D1", TIME, "1899-12-31T12:00:00")
                                + written("E1", DAY, "1899-12-30")
                                + written("F1", DAY, "01:34:00")
                                + written("G1", "0", "2015-12-31T08:30:00.5")
                                + written("H1", DAY, "1900-02-28")
                                + written("I1", DAY, "2015-02-30")
                                + "<c r='J1' s='1'><v>42339</v></c></row>")
                        .strict()
                        .in(folder)))
                .containsExactly(
                        entry("A1", new CellValue.Date(LocalDate.of(2012, 11, 28))),
                        entry("B1", new CellValue.Elapsed(Duration.ofMinutes(94))),
                        entry("C1", new CellValue.Date(LocalDate.of(2012, 11, 29))),
                        entry("D1", new CellValue.Elapsed(Duration.ofHours(36))),
                        entry("E1", new CellValue.Unreadable(CellValue.Fault.NO_SUCH_DAY, "1899-12-30")),
                        entry("F1", new CellValue.Unreadable(CellValue.Fault.NO_SUCH_DAY, "0.06527777777777778")),
                        entry("G1", new CellValue.Moment(LocalDateTime.parse("2015-12-31T08:30:00.5"))),
                        entry("H1", new CellValue.Unreadable(CellValue.Fault.NO_SUCH_DAY, "1900-02-28")),
                        entry("I1", new CellValue.Unreadable(CellValue.Fault.NOT_A_DATE, "2015-02-30")),
                        entry("J1", new CellValue.Date(LocalDate.of(2015, 12, 1))));
    }

    @Test
    void aWrittenTimeCountsFromTheFirstDayOfTheDateSystem() throws IOException {
        PackageSketch sketch = sketch("<row r='1'>" + written("A1", TIME, "1904-01-02T12:00:00")
                + written("B1", DAY, "12:00:00") + "<c r='C1'><v>1</v></c></row>");
        String workbook = new String(sketch.part(PackageSketch.WORKBOOK), StandardCharsets.UTF_8)
                .replace("<sheets>", "<workbookPr date1904='1'/><sheets>");

        assertThat(Reading.cells(
                        sketch.with(PackageSketch.WORKBOOK, workbook).strict().in(folder)))
                .containsExactly(
                        entry("A1", new CellValue.Elapsed(Duration.ofHours(36))),
                        entry("B1", new CellValue.Moment(LocalDateTime.of(1904, 1, 1, 12, 0))),
                        entry("C1", number("1")));
    }

    private static PackageSketch sketch(String rows) {
        return PackageSketch.ofSheet(
                        "<sheetData>" + rows + "</sheetData><mergeCells><mergeCell ref='A2:A3'/></mergeCells>")
                .withStrings("<si><r><t>17</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r></si>")
                .withStyles("", 0, 14, 46, 9);
    }

    private static String written(String address, String style, String date) {
        return "<c r='" + address + "' s='" + style + "' t='d'><v>" + date + "</v></c>";
    }
}
