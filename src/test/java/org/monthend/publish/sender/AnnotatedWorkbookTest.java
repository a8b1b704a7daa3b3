package org.monthend.publish.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.catalogue.Severity;

class AnnotatedWorkbookTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String SPARKLINES = "<extLst><ext uri=\"{05C60535-1F16-4fd2-B693-F4F36F0B64E0}\""
            + " xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"><x14:sparklineGroups"
            + " xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"><x14:sparklineGroup><x14:sparklines>"
            + "<x14:sparkline><xm:f>Figures!B2:B4</xm:f><xm:sqref>D2</xm:sqref></x14:sparkline></x14:sparklines>"
            + "</x14:sparklineGroup></x14:sparklineGroups></ext></extLst>";

    private final Path folder;

    AnnotatedWorkbookTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Fault fault(Severity severity, String sheet, String cell) {
        return new Fault(severity, "R304", sheet, cell, "67%", "The value is stated wrongly.", "Correct it.");
    }

    private static Fault error(String cell) {
        return fault(Severity.ERROR, "Figures", cell);
    }

    /** A workbook with much that a careless hand would lose. */
    private static PackageParts rich() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        XSSFSheet sheet = workbook.createSheet("Figures");
        for (int row = 0; row < 4; row++) {
            sheet.createRow(row).createCell(0).setCellValue("row " + row);
            sheet.getRow(row).createCell(1).setCellValue(row * 1.5);
        }
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
        style.setBorderBottom(BorderStyle.DOUBLE);
        sheet.getRow(1).getCell(1).setCellStyle(style);
        sheet.setColumnWidth(0, 7777);
        sheet.setColumnHidden(2, true);
        sheet.createRow(6).setZeroHeight(true);
        sheet.createFreezePane(1, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        sheet.setAutoFilter(CellRangeAddress.valueOf("A1:B4"));
        sheet.addMergedRegion(CellRangeAddress.valueOf("F2:G3"));
        sheet.getPrintSetup().setLandscape(true);
        DataValidationHelper helper = sheet.getDataValidationHelper();
        sheet.addValidationData(helper.createValidation(
                helper.createExplicitListConstraint(new String[] {"a", "b"}), new CellRangeAddressList(1, 3, 0, 0)));
        sheet.getSheetConditionalFormatting()
                .addConditionalFormatting(
                        new CellRangeAddress[] {CellRangeAddress.valueOf("B2:B4")},
                        sheet.getSheetConditionalFormatting().createConditionalFormattingRule("B2>1"));
        chart(sheet);
        picture(workbook, sheet);
        XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor(3));
        comment.setString("Checked with \"Áine\" & Co.");
        comment.setAuthor("Sender");
        comment.setAddress(new CellAddress("A3"));
        XSSFSheet other = workbook.createSheet("Other's \"sheet\" & more");
        other.createRow(0).createCell(0).setCellValue("kept");
        workbook.createName().setNameName("Everywhere");
        workbook.getName("Everywhere").setRefersToFormula("Figures!$B$2");
        var local = workbook.createName();
        local.setNameName("Local");
        local.setSheetIndex(1);
        local.setRefersToFormula("Figures!$B$3");
        workbook.setActiveSheet(1);
        sheet.setSelected(false);
        other.setSelected(true);
        PackageParts parts = PackageParts.of(workbook);
        return parts.replacing(SHEET, "</worksheet>", SPARKLINES + "</worksheet>");
    }

    private static ClientAnchor anchor(int row) {
        return new org.apache.poi.xssf.usermodel.XSSFClientAnchor(0, 0, 0, 0, 4, row, 7, row + 4);
    }

    private static void chart(XSSFSheet sheet) {
        XSSFChart chart = sheet.createDrawingPatriarch()
                .createChart(sheet.createDrawingPatriarch().createAnchor(0, 0, 0, 0, 8, 0, 14, 12));
        var numbers = XDDFDataSourcesFactory.fromNumericCellRange(sheet, CellRangeAddress.valueOf("B1:B4"));
        XDDFChartData data = chart.createData(
                ChartTypes.LINE,
                chart.createCategoryAxis(AxisPosition.BOTTOM),
                chart.createValueAxis(AxisPosition.LEFT));
        data.addSeries(numbers, numbers);
        chart.plot(data);
    }

    private static void picture(XSSFWorkbook workbook, XSSFSheet sheet) {
        int picture = workbook.addPicture(new byte[] {1, 2, 3}, XSSFWorkbook.PICTURE_TYPE_PNG);
        sheet.createDrawingPatriarch()
                .createPicture(sheet.createDrawingPatriarch().createAnchor(0, 0, 0, 0, 8, 14, 9, 15), picture);
    }

    @Test
    void nothingButTheMarkedSheetsAndTheListsOfPartsIsTouched() throws IOException {
        PackageParts sent = rich();

        PackageParts back = sent.annotated(folder, error("B2"));

        assertThat(sent.differingFrom(back))
                .containsExactlyInAnyOrder(
                        "[Content_Types].xml",
                        "xl/workbook.xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/styles.xml",
                        SHEET,
                        "xl/worksheets/sheet2.xml",
                        "xl/comments1.xml",
                        "xl/drawings/vmlDrawing0.vml");
        assertThat(back.differingFrom(sent))
                .contains("xl/worksheets/monthend-issues1.xml")
                .hasSize(9);
        assertThat(back.part("xl/worksheets/sheet2.xml"))
                .isEqualTo(sent.part("xl/worksheets/sheet2.xml").replace("tabSelected=\"true\"", "tabSelected=\"0\""));
    }

    @Test
    void inAMarkedSheetOnlyTheMarkedCellChanges() throws IOException {
        PackageParts sent = rich();

        String sheet = sent.annotated(folder, error("B2")).part(SHEET);

        assertThat(sheet.replaceFirst("(<c r=\"B2\" t=\"n\" s=\")[0-9]+", "$11"))
                .isEqualTo(sent.part(SHEET))
                .contains(
                        SPARKLINES,
                        "dataValidations",
                        "conditionalFormatting",
                        "width=\"30.",
                        "autoFilter",
                        "mergeCell");
    }

    @Test
    void theMarkIsAFillOverTheCellsOwnStyle() throws IOException {
        try (XSSFWorkbook workbook = rich().annotated(folder, error("B2")).workbook()) {
            XSSFCell cell = workbook.getSheet("Figures").getRow(1).getCell(1);

            assertThat(cell.getCellStyle().getFillForegroundColorColor().getARGBHex())
                    .isEqualTo("FFFFC7C1");
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("0.0%");
            assertThat(cell.getCellStyle().getBorderBottom()).isEqualTo(BorderStyle.DOUBLE);
            assertThat(cell.getNumericCellValue()).isEqualTo(1.5);
            assertThat(cell.getCellComment().getAuthor()).isEqualTo("Monthend");
            assertThat(cell.getCellComment().getString().getString())
                    .contains("ERROR R304: The value is stated wrongly.", "Found: 67%", "Correct it.");
        }
    }

    @Test
    void manyIssuesAtOneCellAreOneCommentUnderTheWorstColour() throws IOException {
        Fault query = new Fault(Severity.QUERY, "R310", "Figures", "B2", "", "The variance is odd.", "Explain it.");
        try (XSSFWorkbook workbook =
                rich().annotated(folder, query, error("B2")).workbook()) {
            XSSFSheet sheet = workbook.getSheet("Figures");

            assertThat(sheet.getCellComments()).hasSize(2);
            assertThat(sheet.getCellComment(new CellAddress("B2")).getString().getString())
                    .contains("ERROR R304", "QUERY R310");
            assertThat(sheet.getRow(1)
                            .getCell(1)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex())
                    .isEqualTo("FFFFC7C1");
        }
    }

    @Test
    void theSendersCommentStaysAboveOurs() throws IOException {
        try (XSSFWorkbook workbook = rich().annotated(folder, error("A3")).workbook()) {
            XSSFComment comment = workbook.getSheet("Figures").getCellComment(new CellAddress("A3"));

            assertThat(comment.getAuthor()).isEqualTo("Sender");
            assertThat(comment.getString().getString())
                    .startsWith("Checked with \"Áine\" & Co.\n\n— Monthend —\nERROR R304");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C2", "A7", "Z9", "A5000", "XFD1"})
    void aCellThatDoesNotExistIsMadeEvenInHiddenRowsAndColumns(String cell) throws IOException {
        try (XSSFWorkbook workbook = rich().annotated(folder, error(cell)).workbook()) {
            XSSFSheet sheet = workbook.getSheet("Figures");
            CellReference at = new CellReference(cell);

            assertThat(sheet.getRow(at.getRow())
                            .getCell(at.getCol())
                            .getCellStyle()
                            .getFillPattern())
                    .isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(sheet.getCellComment(new CellAddress(cell))).isNotNull();
            assertThat(sheet.isColumnHidden(2)).isTrue();
            assertThat(sheet.getRow(6).getZeroHeight()).isTrue();
            assertThat(StreamSupport.stream(sheet.spliterator(), false).map(row -> row.getRowNum()))
                    .isSorted();
        }
    }

    @Test
    void aMergedCellIsMarkedWhereItIsSeen() throws IOException {
        try (XSSFWorkbook workbook = rich().annotated(folder, error("G3")).workbook()) {
            assertThat(workbook.getSheet("Figures").getCellComment(new CellAddress("F2")))
                    .isNotNull();
            assertThat(workbook.getSheet("Issues").getRow(4).getCell(4).getStringCellValue())
                    .isEqualTo("G3");
            assertThat(workbook.getSheet("Issues").getHyperlink(4, 4).getAddress())
                    .isEqualTo("'Figures'!F2");
        }
    }

    @Test
    void theIssuesStandInFrontWorstFirstEachLinkedToItsCell() throws IOException {
        Fault file = fault(Severity.REFUSE, "", "");
        Fault other = fault(Severity.NOTE, "Other's \"sheet\" & more", "B7");
        Fault gone = fault(Severity.QUERY, "No such sheet", "A1");
        try (XSSFWorkbook workbook =
                rich().annotated(folder, other, gone, error("B2"), file).workbook()) {
            XSSFSheet issues = workbook.getSheetAt(0);

            assertThat(issues.getSheetName()).isEqualTo("Issues");
            assertThat(workbook.getActiveSheetIndex()).isZero();
            assertThat(IntStream.range(0, workbook.getNumberOfSheets())
                            .filter(sheet -> workbook.getSheetAt(sheet).isSelected()))
                    .containsExactly(0);
            assertThat(IntStream.rangeClosed(4, 7)
                            .mapToObj(row -> issues.getRow(row).getCell(1).getStringCellValue()))
                    .containsExactly("REFUSE", "ERROR", "QUERY", "NOTE");
            assertThat(issues.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
            assertThat(issues.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A4:H8");
            assertThat(issues.getRepeatingRows().formatAsString()).isEqualTo("4:4");
            assertThat(issues.getHyperlinkList())
                    .extracting(Hyperlink::getAddress)
                    .containsExactly("'Figures'!B2", "'Other''s \"sheet\" & more'!B7")
                    .allSatisfy(address -> {
                        CellReference to = new CellReference(address);
                        assertThat(workbook.getSheet(to.getSheetName())
                                        .getRow(to.getRow())
                                        .getCell(to.getCol()))
                                .isNotNull();
                    });
        }
    }

    @Test
    void namesOfASheetStayWithIt() throws IOException {
        try (XSSFWorkbook workbook = rich().annotated(folder, error("B2")).workbook()) {
            assertThat(workbook.getName("Local").getSheetIndex()).isEqualTo(2);
            assertThat(workbook.getName("Everywhere").getRefersToFormula()).isEqualTo("Figures!$B$2");
            assertThat(workbook.getSheet("Figures").getRepeatingRows().formatAsString())
                    .isEqualTo("1:1");
        }
    }

    @Test
    void aSheetOfTheSendersThatIsCalledIssuesKeepsItsName() throws IOException {
        XSSFWorkbook sent = new XSSFWorkbook();
        sent.createSheet("ISSUES").createRow(0).createCell(0).setCellValue("mine");
        try (XSSFWorkbook workbook = PackageParts.of(sent)
                .annotated(folder, fault(Severity.ERROR, "ISSUES", "A1"))
                .workbook()) {
            assertThat(workbook.getSheetName(0)).isEqualTo("Issues (Monthend)");
            assertThat(workbook.getSheet("ISSUES").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("mine");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-2", "@SUM(A1)", "<b>&\"'", "_x0041_", "naïve ☃ 😀", "\u0007 bell"})
    void whatWasFoundIsTextAndNothingElse(String found) throws IOException {
        Fault fault = new Fault(Severity.ERROR, "R201", "Figures", "B2", found, found, "Write a number.");
        try (XSSFWorkbook workbook = rich().annotated(folder, fault).workbook()) {
            XSSFCell cell = workbook.getSheet("Issues").getRow(4).getCell(5);

            assertThat(cell.getStringCellValue()).isEqualTo(found.replace('\u0007', '\ufffd'));
            assertThat(cell.getCellStyle().getQuotePrefixed()).isEqualTo("=+-@".indexOf(found.charAt(0)) >= 0);
            assertThat(workbook.getSheet("Figures")
                            .getCellComment(new CellAddress("B2"))
                            .getString()
                            .getString())
                    .contains(found.replace('\u0007', '\ufffd'));
        }
    }

    @Test
    void macrosStayAsTheyAreByteForByte() throws IOException {
        String macros = IntStream.range(0, 256)
                .collect(StringBuilder::new, (text, code) -> text.append((char) code), StringBuilder::append)
                .toString();
        PackageParts sent = rich().with("xl/vbaProject.bin", macros)
                .replacing(
                        "[Content_Types].xml",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml");

        PackageParts back = sent.annotated(folder, error("B2"));

        assertThat(back.part("xl/vbaProject.bin")).isEqualTo(macros);
        assertThat(back.part("[Content_Types].xml")).contains("macroEnabled.main+xml");
    }

    @Test
    void marksOfAnEarlierTimeAreReplaced() throws IOException {
        PackageParts sent = rich();

        PackageParts once = sent.annotated(folder, error("B3"), error("A3"));
        PackageParts twice =
                sent.annotated(folder, error("B2"), error("A3")).annotated(folder, error("B3"), error("A3"));

        assertThat(twice.parts().keySet()).isEqualTo(once.parts().keySet());
        assertThat(twice.part("xl/workbook.xml").replaceAll("sheetId=\"[0-9]+\"", ""))
                .isEqualTo(once.part("xl/workbook.xml").replaceAll("sheetId=\"[0-9]+\"", ""));
        try (XSSFWorkbook workbook = twice.workbook()) {
            XSSFSheet sheet = workbook.getSheet("Figures");
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(sheet.getCellComments().keySet())
                    .containsExactlyInAnyOrder(new CellAddress("B3"), new CellAddress("A3"));
            assertThat(sheet.getCellComment(new CellAddress("A3")).getString().getString())
                    .containsOnlyOnce("Monthend")
                    .startsWith("Checked with");
            assertThat(sheet.getRow(1).getCell(1).getCellStyle().getFillPattern())
                    .isEqualTo(FillPatternType.NO_FILL);
            assertThat(sheet.getRow(1).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("0.0%");
        }
    }

    @Test
    void ourCommentsAreKnownAgainWithoutTheirAuthor() throws IOException {
        PackageParts saved = rich().annotated(folder, error("B2"))
                .replacing("xl/comments1.xml", "<author>Monthend</author>", "<author> </author>");

        try (XSSFWorkbook workbook = saved.annotated(folder, error("B3")).workbook()) {
            assertThat(workbook.getSheet("Figures").getCellComments().keySet())
                    .containsExactlyInAnyOrder(new CellAddress("A3"), new CellAddress("B3"));
        }
    }

    @Test
    void aCellThatIsMendedGetsBackTheFillItHad() throws IOException {
        XSSFWorkbook sent = new XSSFWorkbook();
        XSSFCellStyle green = sent.createCellStyle();
        green.setFillForegroundColor((short) 17);
        green.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        sent.createSheet("Figures").createRow(0).createCell(0).setCellStyle(green);

        PackageParts back = PackageParts.of(sent).annotated(folder, error("A1")).annotated(folder);

        try (XSSFWorkbook workbook = back.workbook()) {
            assertThat(workbook.getSheet("Figures")
                            .getRow(0)
                            .getCell(0)
                            .getCellStyle()
                            .getFillForegroundColor())
                    .isEqualTo((short) 17);
            assertThat(workbook.getSheet("Figures").getCellComments()).isEmpty();
        }
    }

    @Test
    void partsWithPrefixesAndWithoutReferencesAreMarkedToo() throws IOException {
        PackageParts sent = PackageParts.of(new XSSFWorkbook() {
            {
                createSheet("Figures");
            }
        });
        String prefixed =
                "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData>"
                        + "<x:row><x:c><x:v>1</x:v></x:c><x:c t='inlineStr'><x:is><x:t>a &gt; b</x:t></x:is></x:c></x:row>"
                        + "<x:row/></x:sheetData></x:worksheet>";

        PackageParts back = sent.with(SHEET, prefixed).annotated(folder, error("B1"), error("C1"), error("A2"));

        assertThat(back.part(SHEET))
                .contains("<x:v>1</x:v></x:c><x:c t='inlineStr' s=", "<x:c r=\"C1\" s=", "<x:row><x:c r=\"A2\" s=")
                .contains("<x:legacyDrawing ");
    }

    @Test
    void partsInUtf16AreMarkedToo() throws IOException {
        PackageParts sent = rich();
        String utf16 = new String(
                ("\ufeff" + sent.part(SHEET).replace("UTF-8", "UTF-16")).getBytes(StandardCharsets.UTF_16LE),
                StandardCharsets.ISO_8859_1);

        try (XSSFWorkbook workbook =
                sent.with(SHEET, utf16).annotated(folder, error("B2")).workbook()) {
            assertThat(workbook.getSheet("Figures")
                            .getRow(1)
                            .getCell(1)
                            .getCellStyle()
                            .getFillPattern())
                    .isEqualTo(FillPatternType.SOLID_FOREGROUND);
        }
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        PackageParts sent = rich();
        List<Fault> faults = List.of(error("B2"), error("Z9"));

        assertThat(sent.annotated(folder, faults.toArray(Fault[]::new)))
                .isEqualTo(sent.annotated(folder, faults.toArray(Fault[]::new)));
    }
}
