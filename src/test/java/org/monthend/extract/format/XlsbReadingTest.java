package org.monthend.extract.format;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.monthend.extract.format.Reading.number;
import static org.monthend.extract.format.Reading.percent;
import static org.monthend.extract.format.XlsbSketch.cell;
import static org.monthend.extract.format.XlsbSketch.content;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsbReadingTest {

    private static final int ALWAYS_CALCULATE = 2;

    private final Path folder;

    XlsbReadingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyKindOfCellIsReadRaw() throws IOException {
        Path file = new XlsbSketch()
                .withMarkedString("172", 2)
                .withString("")
                .row(0, false)
                .with(XlsbRecord.CELL_BLANK, cell(0, 0))
                .with(XlsbRecord.CELL_RK, cell(1, 0).i32(17 << 2 | 2))
                .with(XlsbRecord.CELL_RK, cell(2, 3).i32(8750 << 2 | 3))
                .with(XlsbRecord.CELL_REAL, cell(3, 0).real(0.1 + 0.2))
                .with(XlsbRecord.CELL_REAL, cell(4, 1).real(42339))
                .with(XlsbRecord.CELL_REAL, cell(5, 2).real(1.5))
                .with(XlsbRecord.CELL_LOGICAL, cell(6, 0).u8(1))
                .with(XlsbRecord.CELL_ERROR, cell(7, 0).u8(0x2a))
                .with(XlsbRecord.CELL_TEXT, cell(8, 0).text("inline _x000D_"))
                .with(XlsbRecord.CELL_SHARED_STRING, cell(9, 0).i32(0))
                .with(XlsbRecord.CELL_SHARED_STRING, cell(10, 0).i32(1))
                .with(
                        XlsbRecord.CELL_RICH_TEXT,
                        cell(11, 0).u8(1).text("ab").i32(1).u16(1).u16(1))
                .row(1, false)
                .with(XlsbRecord.FORMULA_NUMBER, cell(0, 0).real(4).u16(0))
                .with(XlsbRecord.FORMULA_NUMBER, cell(1, 0).real(0).u16(0))
                .with(XlsbRecord.FORMULA_NUMBER, cell(2, 0).real(0).u16(ALWAYS_CALCULATE))
                .with(XlsbRecord.FORMULA_TEXT, cell(3, 0).text("of a formula").u16(0))
                .with(XlsbRecord.FORMULA_TEXT, cell(4, 0).text("").u16(0))
                .with(XlsbRecord.FORMULA_LOGICAL, cell(5, 0).u8(0).u16(0))
                .with(XlsbRecord.FORMULA_ERROR, cell(6, 0).u8(7).u16(0))
                .with(XlsbRecord.CELL_REAL, cell(7, 9).real(3))
                .with(XlsbRecord.CELL_ERROR, cell(8, 0).u8(99))
                .with(XlsbRecord.CELL_REAL, cell(9, 0).real(Double.NaN))
                .in(folder);

        assertThat(Reading.cells(file))
                .containsExactly(
                        entry("B1", number("17")),
                        entry("C1", percent("87.5")),
                        entry("D1", number("0.30000000000000004")),
                        entry("E1", new CellValue.Date(LocalDate.of(2015, 12, 1))),
                        entry("F1", new CellValue.Elapsed(Duration.ofHours(36))),
                        entry("G1", new CellValue.Logical(true)),
                        entry("H1", new CellValue.Error("#N/A")),
                        entry("I1", Reading.text("inline _x000D_")),
                        entry("J1", new CellValue.Text("17", "2")),
                        entry("L1", new CellValue.Text("a", "b")),
                        entry("A2", number("4")),
                        entry("B2", number("0")),
                        entry("C2", new CellValue.UncomputedFormula("")),
                        entry("D2", Reading.text("of a formula")),
                        entry("F2", new CellValue.Logical(false)),
                        entry("G2", new CellValue.Error("#DIV/0!")),
                        entry("H2", new CellValue.Unreadable(CellValue.Fault.UNKNOWN_FORMAT, "3")),
                        entry("I2", new CellValue.Unreadable(CellValue.Fault.UNKNOWN_KIND, "error 99")),
                        entry("J2", new CellValue.Unreadable(CellValue.Fault.NOT_A_NUMBER, "")));
    }

    @Test
    void aShortCellStandsBehindTheLastOne() throws IOException {
        Path file = new XlsbSketch()
                .withString("shared")
                .row(4, false)
                .with(XlsbRecord.CELL_BLANK, cell(1, 0))
                .with(XlsbRecord.SHORT_RK, content().i32(0).i32(17 << 2 | 2))
                .with(XlsbRecord.SHORT_BLANK, content().i32(0))
                .with(XlsbRecord.SHORT_REAL, content().i32(3).real(0.5))
                .with(XlsbRecord.SHORT_LOGICAL, content().i32(0).u8(0))
                .with(XlsbRecord.SHORT_ERROR, content().i32(0).u8(0x17))
                .with(XlsbRecord.SHORT_TEXT, content().i32(0).text("t"))
                .with(XlsbRecord.SHORT_SHARED_STRING, content().i32(0).i32(0))
                .in(folder);

        assertThat(Reading.cells(file))
                .containsExactly(
                        entry("C5", number("17")),
                        entry("E5", percent("0.5")),
                        entry("F5", new CellValue.Logical(false)),
                        entry("G5", new CellValue.Error("#REF!")),
                        entry("H5", Reading.text("t")),
                        entry("I5", Reading.text("shared")));
    }

    @Test
    void whatIsHiddenMergedOrCountedFrom1904IsSaid() throws IOException {
        Path file = new XlsbSketch()
                .from1904()
                .hiddenAs(2)
                .with(XlsbRecord.COLUMNS, content().i32(1).i32(2).i32(0).i32(0).u16(1))
                .row(2, true)
                .with(XlsbRecord.CELL_REAL, cell(0, 1).real(40877))
                .withMergedRange(2, 3, 0, 1)
                .in(folder);

        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            SheetInfo sheet = workbook.sheets().get(0);
            assertThat(workbook.format()).isEqualTo(Format.XLSB);
            assertThat(sheet).isEqualTo(new SheetInfo(0, "Return", Visibility.VERY_HIDDEN));
            assertThat(Reading.rows(workbook, sheet))
                    .containsExactly(new SheetRow(
                            3, List.of(new Cell(3, 1, new CellValue.Date(LocalDate.of(2015, 12, 1)))), true));
            assertThat(workbook.mergedRanges(sheet))
                    .extracting(MergedRange::address)
                    .containsExactly("A3:B4");
            assertThat(workbook.remarks())
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.sentence()).contains("(B:C)"));
        }
        assertThat(Reading.refusal(file, Reading.limit("mergedRanges", 0)).reason())
                .isEqualTo(Reason.LIMIT_MERGED_RANGES);
    }

    @Test
    void recordsThatLaterVersionsAddedAreNoCells() throws IOException {
        Path file = new XlsbSketch()
                .row(0, false)
                .with(XlsbRecord.CELL_REAL, cell(0, 0).real(1))
                .with(XlsbRecord.FUTURE, content().i32(0x0e02))
                .with(XlsbRecord.FUTURE, content().i32(0x0e02))
                .with(XlsbRecord.FUTURE_END, content())
                .with(XlsbRecord.CELL_REAL, cell(1, 0).real(2))
                .with(XlsbRecord.SHEET_END, content())
                .with(XlsbRecord.FUTURE_END, content())
                .with(XlsbRecord.CELL_REAL, cell(2, 0).real(3))
                .in(folder);

        assertThat(Reading.cells(file)).containsExactly(entry("A1", number("1")), entry("C1", number("3")));
    }

    @Test
    void aTextLongerThanACellMakesTheCellUnreadable() throws IOException {
        String text = "x".repeat(32_768);
        Path file = new XlsbSketch()
                .withString(text)
                .row(0, false)
                .with(XlsbRecord.CELL_SHARED_STRING, cell(0, 0).i32(0))
                .with(XlsbRecord.CELL_TEXT, cell(1, 0).text(text))
                .with(XlsbRecord.CELL_TEXT, cell(2, 0).text("half \ud83d"))
                .in(folder);

        assertThat(Reading.cells(file).values())
                .extracting(value -> ((CellValue.Unreadable) value).fault())
                .containsExactly(
                        CellValue.Fault.TEXT_TOO_LONG,
                        CellValue.Fault.TEXT_TOO_LONG,
                        CellValue.Fault.BROKEN_CHARACTERS);
    }

    @ParameterizedTest
    @CsvSource({"16384, LIMIT_COLUMNS", "-1, LIMIT_COLUMNS"})
    void aColumnBeyondTheLimitIsRefused(int column, Reason reason) throws IOException {
        Path file = new XlsbSketch()
                .row(0, false)
                .with(XlsbRecord.CELL_REAL, cell(column, 0).real(1))
                .in(folder);

        assertThat(Reading.refusal(file).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"1048576, LIMIT_ROWS", "2147483647, LIMIT_ROWS", "-5, CORRUPT"})
    void aRowBeyondTheLimitIsRefused(int row, Reason reason) throws IOException {
        assertThat(Reading.refusal(new XlsbSketch().row(row, false).in(folder)).reason())
                .isEqualTo(reason);
    }

    @Test
    void damageIsRefusedByItsPlace() throws IOException {
        XlsbSketch sketch = new XlsbSketch()
                .row(0, false)
                .with(XlsbRecord.CELL_REAL, cell(1, 0).real(1));

        assertThat(Reading.refusal(sketch.with(XlsbRecord.CELL_REAL, cell(2, 0)).in(folder)))
                .hasMessageStartingWith("Sheet 'Return', after cell B1, is damaged")
                .extracting(UnreadableWorkbook::reason)
                .isEqualTo(Reason.CORRUPT);
        assertThat(Reading.refusal(new XlsbSketch()
                        .row(0, false)
                        .with(XlsbRecord.CELL_SHARED_STRING, cell(1, 0).i32(5))
                        .in(folder)))
                .hasMessageStartingWith("Cell B1 of sheet 'Return' points to text 5");
        assertThat(Reading.refusal(new XlsbSketch()
                                .with(XlsbRecord.CELL_REAL, cell(1, 0).real(1))
                                .in(folder))
                        .reason())
                .isEqualTo(Reason.CORRUPT);
    }

    @Test
    void aPartThatEndsTooEarlyOrHoldsAHugeRecordIsRefused() throws IOException {
        assertThat(Reading.refusal(new XlsbSketch()
                                .withPart(XlsbSketch.SHEET, new byte[0])
                                .in(folder))
                        .reason())
                .isEqualTo(Reason.CORRUPT);
        byte[] huge = {6, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f};
        assertThat(Reading.refusal(new XlsbSketch()
                                .withPart(XlsbSketch.SHEET, huge)
                                .in(folder))
                        .reason())
                .isEqualTo(Reason.LIMIT_TEXT);
    }

    @Test
    void manyBytesWithoutMarkupAreNoSingleText() throws IOException {
        XlsbSketch sketch = new XlsbSketch();
        for (int row = 0; row < 300; row++) {
            sketch.row(row, false).with(XlsbRecord.CELL_TEXT, cell(0, 0).text("abc"));
        }

        try (Workbook workbook = Workbooks.open(sketch.in(folder), Reading.limit("unbrokenCharacters", 1000))) {
            assertThat(Reading.rows(workbook, workbook.sheets().get(0))).hasSize(300);
        }
    }
}
