package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.monthend.extract.format.Reading.cells;
import static org.monthend.extract.format.Reading.number;
import static org.monthend.extract.format.Reading.percent;
import static org.monthend.extract.format.Reading.refusal;
import static org.monthend.extract.format.Reading.remarks;
import static org.monthend.extract.format.Reading.rows;
import static org.monthend.extract.format.Reading.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxReadingTest {

    private final Path folder;

    XlsxReadingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    // --- what spreadsheet programs write, by POI

    @Test
    void readsTheRawValueNeverTheDisplayText() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFRow row = workbook.createSheet("CP").createRow(13);
            row.createCell(5).setCellValue(0.8092742991878439);
            row.createCell(6).setCellValue(0.875);
            row.getCell(6).setCellStyle(style(workbook, "0%"));
            row.createCell(7).setCellValue(1234.5678);
            row.getCell(7).setCellStyle(style(workbook, "#,##0"));
            row.createCell(8).setCellValue(0.1 + 0.2);

            assertThat(cells(saved(workbook)))
                    .containsExactly(
                            entry("F14", number("0.8092742991878439")),
                            entry("G14", percent("0.875")),
                            entry("H14", number("1234.5678")),
                            entry("I14", number("0.30000000000000004")));
        }
    }

    @Test
    void aFormulaWithoutAStoredValueIsNeitherZeroNorBlank() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFRow row = workbook.createSheet().createRow(0);
            row.createCell(0).setCellFormula("SUM(B2:B9)");
            row.createCell(1).setCellFormula("1+1");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(1));
            row.createCell(2).setCellFormula("1/0");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(2));

            assertThat(cells(saved(workbook)))
                    .containsExactly(
                            entry("A1", new CellValue.UncomputedFormula("SUM(B2:B9)")),
                            entry("B1", number("2")),
                            entry("C1", new CellValue.Error("#DIV/0!")));
        }
    }

    @Test
    void theYearsOfThe1904SystemAreRight() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
            XSSFRow row = workbook.createSheet().createRow(0);
            row.createCell(0).setCellValue(LocalDate.of(2015, 12, 1));
            row.getCell(0).setCellStyle(style(workbook, "mmm-yy"));

            assertThat(cells(saved(workbook)))
                    .containsExactly(entry("A1", new CellValue.Date(LocalDate.of(2015, 12, 1))));
        }
    }

    @Test
    void tellsDaysMomentsAndLengthsOfTimeByTheirFormat() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFRow row = workbook.createSheet().createRow(0);
            row.createCell(0).setCellValue(42339);
            row.getCell(0).setCellStyle(style(workbook, "dd/mm/yyyy"));
            row.createCell(1).setCellValue(42339.5);
            row.getCell(1).setCellStyle(style(workbook, "dd/mm/yyyy hh:mm"));
            row.createCell(2).setCellValue(1.5);
            row.getCell(2).setCellStyle(style(workbook, "[h]:mm"));
            row.createCell(3).setCellValue(42339);
            row.createCell(4).setCellValue(60);
            row.getCell(4).setCellStyle(style(workbook, "dd/mm/yyyy"));

            assertThat(cells(saved(workbook)))
                    .containsExactly(
                            entry("A1", new CellValue.Date(LocalDate.of(2015, 12, 1))),
                            entry("B1", new CellValue.Moment(LocalDateTime.of(2015, 12, 1, 12, 0))),
                            entry("C1", new CellValue.Elapsed(Duration.ofHours(36))),
                            entry("D1", number("42339")),
                            entry("E1", new CellValue.Unreadable(CellValue.Fault.NO_SUCH_DAY, "60")));
        }
    }

    @Test
    void takesASuperscriptFootnoteOutOfTheText() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFFont superscript = workbook.createFont();
            superscript.setTypeOffset(Font.SS_SUPER);
            XSSFFont subscript = workbook.createFont();
            subscript.setTypeOffset(Font.SS_SUB);
            XSSFRow row = workbook.createSheet().createRow(0);
            row.createCell(0).setCellValue(marked("172", 2, 3, superscript));
            row.createCell(1).setCellValue(marked("Year: 20165", 10, 11, superscript));
            row.createCell(2).setCellValue(marked("CO2", 2, 3, subscript));
            row.createCell(3).setCellValue(marked("Jobs(1) offered", 4, 7, superscript));

            assertThat(cells(saved(workbook)))
                    .containsExactly(
                            entry("A1", new CellValue.Text("17", "2")),
                            entry("B1", new CellValue.Text("Year: 2016", "5")),
                            entry("C1", text("CO2")),
                            entry("D1", new CellValue.Text("Jobs offered", "(1)")));
        }
    }

    @Test
    void namesTheSheetsWithTheirVisibilityAndTheirMergedRanges() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet cover = workbook.createSheet("Cover ");
            cover.createRow(0).createCell(0).setCellValue("title");
            cover.addMergedRegion(CellRangeAddress.valueOf("A1:C2"));
            cover.addMergedRegion(CellRangeAddress.valueOf("B4:B9"));
            workbook.createSheet("Lists");
            workbook.setSheetHidden(1, true);
            workbook.createSheet("Codes");
            workbook.setSheetVisibility(2, org.apache.poi.ss.usermodel.SheetVisibility.VERY_HIDDEN);

            try (Workbook read = Workbooks.open(saved(workbook), ReadLimits.standard())) {
                assertThat(read.format()).isEqualTo(Format.XLSX);
                assertThat(read.sheets())
                        .containsExactly(
                                new SheetInfo(0, "Cover ", Visibility.VISIBLE),
                                new SheetInfo(1, "Lists", Visibility.HIDDEN),
                                new SheetInfo(2, "Codes", Visibility.VERY_HIDDEN));
                assertThat(read.mergedRanges(read.sheets().get(0)))
                        .containsExactly(new MergedRange(1, 1, 2, 3), new MergedRange(4, 2, 9, 2));
                assertThat(read.mergedRanges(read.sheets().get(1))).isEmpty();
            }
        }
    }

    @Test
    void saysWhichRowsAndColumnsAreHidden() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("CP");
            sheet.createRow(0).createCell(0).setCellValue(1);
            sheet.createRow(1).createCell(0).setCellValue(2);
            sheet.getRow(1).setZeroHeight(true);
            sheet.setColumnHidden(6, true);
            Path file = saved(workbook);

            assertThat(rows(file)).extracting(SheetRow::hidden).containsExactly(false, true);
            assertThat(remarks(file))
                    .containsExactly(new Remark(
                            Remark.Kind.HIDDEN_COLUMNS,
                            "CP",
                            "Sheet 'CP' has hidden columns (G); they were read like all others."));
        }
    }

    @Test
    void stopsWhenTheTakerWantsNoMore() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet();
            for (int i = 0; i < 100; i++) {
                sheet.createRow(i).createCell(0).setCellValue(i);
            }
            List<Integer> taken = new ArrayList<>();
            try (Workbook read = Workbooks.open(saved(workbook), ReadLimits.standard())) {
                read.rows(read.sheets().get(0), row -> {
                    taken.add(row.number());
                    return row.number() < 3;
                });
            }
            assertThat(taken).containsExactly(1, 2, 3);
        }
    }

    @Test
    void whatTheTakerThrowsIsNotBlamedOnTheFile() throws IOException {
        Path file = PackageSketch.ofRows("<row><c><v>1</v></c></row>").in(folder);
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            assertThatThrownBy(() -> workbook.rows(workbook.sheets().get(0), row -> {
                        throw new IllegalStateException("our own fault");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("our own fault");
        }
    }

    // --- what only other programs write, by hand

    @Test
    void countsRowsAndCellsThatHaveNoAddress() throws IOException {
        Path file = PackageSketch.ofRows("""
                <row><c><v>1</v></c><c/><c><v>3</v></c></row>
                <row r="4"><c r="B4"><v>4</v></c><c><v>5</v></c></row>
                <row><c><v>6</v></c></row>
                """).in(folder);

        assertThat(cells(file))
                .containsExactly(
                        entry("A1", number("1")),
                        entry("C1", number("3")),
                        entry("B4", number("4")),
                        entry("C4", number("5")),
                        entry("A5", number("6")));
    }

    @Test
    void readsEveryKindOfCell() throws IOException {
        Path file = PackageSketch.ofRows("""
                <row r="1">
                  <c r="A1" t="s"><v>1</v></c>
                  <c r="B1" t="inlineStr"><is><t>inline</t></is></c>
                  <c r="C1" t="str"><f>A1&amp;""</f><v>of a formula</v></c>
                  <c r="D1" t="b"><v>1</v></c>
                  <c r="E1" t="e"><f>NA()</f><v>#N/A</v></c>
                  <c r="F1" t="d"><v>2015-12-01T00:00:00Z</v></c>
                  <c r="G1" t="n"><v> 17 </v></c>
                  <c r="H1" t="s"><v>2</v></c>
                </row>
                <row r="2">
                  <c r="A2" t="str"><f>IF(1,"")</f><v></v></c>
                  <c r="B2" t="str"><f>A1</f></c>
                  <c r="C2"><f t="shared" si="0"/></c>
                  <c r="D2"><f>B1</f><v/></c>
                  <c r="E2" s="1"/>
                  <c r="F2" t="n"><v>seventeen</v></c>
                  <c r="G2" t="d"><v>1 December</v></c>
                  <c r="H2" t="err"><v>5</v></c>
                  <c r="I2" t="b"><v>yes</v></c>
                </row>
                """)
                .withStrings("<si><t>unused</t></si><si><r><t xml:space='preserve'>two </t></r><r><t>runs</t></r>"
                        + "<rPh sb='0' eb='1'><t>said so</t></rPh></si><si><t>line_x000D_\nend</t></si>")
                .in(folder);

        assertThat(cells(file))
                .containsExactly(
                        entry("A1", text("two runs")),
                        entry("B1", text("inline")),
                        entry("C1", text("of a formula")),
                        entry("D1", new CellValue.Logical(true)),
                        entry("E1", new CellValue.Error("#N/A")),
                        entry("F1", new CellValue.Date(LocalDate.of(2015, 12, 1))),
                        entry("G1", number("17")),
                        entry("H1", text("line\r\nend")),
                        entry("B2", new CellValue.UncomputedFormula("A1")),
                        entry("C2", new CellValue.UncomputedFormula("")),
                        entry("D2", new CellValue.UncomputedFormula("B1")),
                        entry("F2", new CellValue.Unreadable(CellValue.Fault.NOT_A_NUMBER, "seventeen")),
                        entry("G2", new CellValue.Unreadable(CellValue.Fault.NOT_A_DATE, "1 December")),
                        entry("H2", new CellValue.Unreadable(CellValue.Fault.UNKNOWN_KIND, "5")),
                        entry("I2", new CellValue.Unreadable(CellValue.Fault.UNKNOWN_KIND, "yes")));
    }

    @Test
    void aRowInSeveralPiecesIsOneRow() throws IOException {
        Path file = PackageSketch.ofRows("""
                <row r="1"><c r="B1"><v>2</v></c></row>
                <row r="1"><c r="A1"><v>1</v></c></row>
                <row r="2"><c r="A2"><v>3</v></c></row>
                """).in(folder);

        assertThat(rows(file))
                .containsExactly(
                        new SheetRow(1, List.of(new Cell(1, 1, number("1")), new Cell(1, 2, number("2"))), false),
                        new SheetRow(2, List.of(new Cell(2, 1, number("3"))), false));
        assertThat(remarks(file)).extracting(Remark::kind).containsExactly(Remark.Kind.REPEATED_ROWS);
    }

    @Test
    void aRepeatedRowIsTakenOnceAndRefusedWhenItsValuesDiffer() throws IOException {
        String once = "<row r='5'><c r='A5'><v>1</v></c></row>";
        assertThat(rows(PackageSketch.ofRows(once + once).in(folder))).hasSize(1);

        UnreadableWorkbook refusal = refusal(PackageSketch.ofRows(once + "<row r='5'><c r='A5'><v>2</v></c></row>")
                .in(folder));
        assertThat(refusal.reason()).isEqualTo(Reason.CORRUPT);
        assertThat(refusal).hasMessageStartingWith("Cell A5 of sheet 'Return' is stored twice, as '1' and as '2';");
    }

    @Test
    void aSharedStringThatIsNotThereIsRefusedWithItsCell() throws IOException {
        UnreadableWorkbook refusal = refusal(PackageSketch.ofRows("<row r='2'><c r='B2' t='s'><v>77</v></c></row>")
                .withStrings("<si><t>only</t></si>")
                .in(folder));

        assertThat(refusal.reason()).isEqualTo(Reason.CORRUPT);
        assertThat(refusal)
                .hasMessageStartingWith(
                        "Cell B2 of sheet 'Return' points to text 77 of the workbook, which has only 1;");
    }

    @Test
    void rowsAndCellsInTheWrongPlaceAreRefused() throws IOException {
        assertThat(refusal(PackageSketch.ofRows("<row r='5'><c><v>1</v></c></row><row r='4'><c><v>1</v></c></row>")
                        .in(folder)))
                .hasMessageContaining("row 4 is stored after row 5");
        assertThat(refusal(PackageSketch.ofRows("<row r='5'><c r='A6'><v>1</v></c></row>")
                        .in(folder)))
                .hasMessageContaining("row 5 holds a cell that calls itself 'A6'");
        assertThat(refusal(
                        PackageSketch.ofRows("<row r='0'><c><v>1</v></c></row>").in(folder)))
                .hasMessageContaining("without a number from 1");
    }

    @Test
    void theUsedRangeMayLie() throws IOException {
        Path file = PackageSketch.ofSheet(
                        "<dimension ref='A1:XFD1048576'/><sheetData><row r='2'><c r='C2'><v>1</v></c></row></sheetData>")
                .in(folder);

        assertThat(cells(file)).containsExactly(entry("C2", number("1")));
    }

    @Test
    void aStyleThatIsNotThereMakesANumberUnreadableButNotAText() throws IOException {
        Path file = PackageSketch.ofRows(
                        "<row><c s='1'><v>42339</v></c><c s='9'><v>42339</v></c><c s='9' t='str'><v>a</v></c></row>")
                .withStyles("<numFmt numFmtId='164' formatCode='mmm\\-yy'/>", 0, 164)
                .in(folder);

        assertThat(cells(file))
                .containsExactly(
                        entry("A1", new CellValue.Date(LocalDate.of(2015, 12, 1))),
                        entry("B1", new CellValue.Unreadable(CellValue.Fault.UNKNOWN_FORMAT, "42339")),
                        entry("C1", text("a")));
    }

    @Test
    void findsThePartsByTheirRelationshipsWhateverTheirNames() throws IOException {
        PackageSketch sketch = PackageSketch.ofRows("");
        byte[] workbook = sketch.part(PackageSketch.WORKBOOK);
        Path file = sketch.without(PackageSketch.WORKBOOK)
                .without(PackageSketch.SHEET)
                .with("book/main.xml", new String(workbook, StandardCharsets.UTF_8))
                .with(
                        "Data/TABLE one.xml",
                        "<x:worksheet xmlns:x='" + PackageSketch.MAIN
                                + "'><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>")
                .with("_rels/.rels", relationship("officeDocument", "/book/main.xml"))
                .with("book/_rels/main.xml.rels", relationship("worksheet", "../data/table%20one.xml"))
                .in(folder);

        assertThat(cells(file)).containsExactly(entry("A1", number("7")));
    }

    @Test
    void remarksOnMacrosAndExternalLinksWithoutTouchingThem() throws IOException {
        Path file = PackageSketch.ofRows("<row><c><f>[1]CP!A1</f><v>41</v></c></row>")
                .related("m1", "vbaProject", "vbaProject.bin")
                .related("e1", "externalLink", "externalLinks/externalLink1.xml")
                .in(folder);

        assertThat(cells(file)).containsExactly(entry("A1", number("41")));
        assertThat(remarks(file))
                .extracting(Remark::kind)
                .containsExactly(Remark.Kind.MACROS, Remark.Kind.EXTERNAL_LINKS);
    }

    @Test
    void aTextTooLongOrBrokenSpoilsItsCellOnly() throws IOException {
        Path file = PackageSketch.ofRows("<row><c t='inlineStr'><is><t>" + "A".repeat(32_768)
                        + "</t></is></c><c t='str'><v>lost \ufffd</v></c><c t='inlineStr'><is><t>half _xD800_</t></is></c>"
                        + "<c t='inlineStr'><is><t>" + "B".repeat(32_767) + "</t></is></c></row>")
                .in(folder);

        assertThat(cells(file))
                .containsExactly(
                        entry("A1", new CellValue.Unreadable(CellValue.Fault.TEXT_TOO_LONG, "A".repeat(60) + "…")),
                        entry("B1", new CellValue.Unreadable(CellValue.Fault.BROKEN_CHARACTERS, "lost \ufffd")),
                        entry("C1", new CellValue.Unreadable(CellValue.Fault.BROKEN_CHARACTERS, "half  ")),
                        entry("D1", text("B".repeat(32_767))));
    }

    private static String relationship(String type, String target) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='s1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + type
                + "' Target='" + target + "'/></Relationships>";
    }

    private static XSSFRichTextString marked(String text, int from, int to, XSSFFont font) {
        XSSFRichTextString rich = new XSSFRichTextString(text);
        rich.applyFont(from, to, font);
        return rich;
    }

    private static CellStyle style(XSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private Path saved(XSSFWorkbook workbook) throws IOException {
        Path file = folder.resolve("drawn.xlsx");
        try (OutputStream bytes = Files.newOutputStream(file)) {
            workbook.write(bytes);
        }
        return file;
    }
}
