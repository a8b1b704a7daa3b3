package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.monthend.extract.format.Reading.cells;
import static org.monthend.extract.format.Reading.number;
import static org.monthend.extract.format.Reading.percent;
import static org.monthend.extract.format.Reading.refusal;
import static org.monthend.extract.format.Reading.rows;
import static org.monthend.extract.format.Reading.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsReadingTest {

    private final Path folder;

    XlsReadingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsTheRawValueOfEveryKindOfCell() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFRow row = workbook.createSheet("CP").createRow(13);
            row.createCell(5).setCellValue(0.8092742991878439);
            row.createCell(6).setCellValue(0.875);
            row.getCell(6).setCellStyle(style(workbook, "0%"));
            row.createCell(7).setCellValue(LocalDate.of(2015, 12, 1));
            row.getCell(7).setCellStyle(style(workbook, "mmm-yy"));
            row.createCell(8).setCellValue("text");
            row.createCell(9).setCellValue(true);
            row.createCell(10).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF);
            row.createCell(11);
            row.createCell(12).setCellFormula("SUM(A1:A9)");
            row.createCell(13).setCellFormula("\"as\"&\" text\"");
            row.createCell(14).setCellFormula("1/0");
            row.createCell(15).setCellFormula("0.1+0.2");
            for (int column = 13; column < 16; column++) {
                workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(column));
            }

            assertThat(cells(saved(workbook)))
                    .containsExactly(
                            entry("F14", number("0.8092742991878439")),
                            entry("G14", percent("0.875")),
                            entry("H14", new CellValue.Date(LocalDate.of(2015, 12, 1))),
                            entry("I14", text("text")),
                            entry("J14", new CellValue.Logical(true)),
                            entry("K14", new CellValue.Error("#REF!")),
                            entry("M14", new CellValue.UncomputedFormula("")),
                            entry("N14", text("as text")),
                            entry("O14", new CellValue.Error("#DIV/0!")),
                            entry("P14", number("0.30000000000000004")));
        }
    }

    @Test
    void theYearsOfThe1904SystemAreRight() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.getInternalWorkbook().getRecords().stream()
                    .filter(record -> record instanceof org.apache.poi.hssf.record.DateWindow1904Record)
                    .forEach(record ->
                            ((org.apache.poi.hssf.record.DateWindow1904Record) record).setWindowing((short) 1));
            HSSFRow row = workbook.createSheet().createRow(0);
            row.createCell(0).setCellValue(40877);
            row.getCell(0).setCellStyle(style(workbook, "mmm-yy"));

            assertThat(cells(saved(workbook)))
                    .containsExactly(entry("A1", new CellValue.Date(LocalDate.of(2015, 12, 1))));
        }
    }

    @Test
    void takesASuperscriptFootnoteOutOfTheText() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            for (int i = 0; i < 3; i++) {
                workbook.createFont().setFontName("Font " + i);
            }
            HSSFFont superscript = workbook.createFont();
            superscript.setTypeOffset(Font.SS_SUPER);
            HSSFRow row = workbook.createSheet().createRow(0);
            HSSFRichTextString mark = new HSSFRichTextString("172");
            mark.applyFont(2, 3, superscript);
            row.createCell(0).setCellValue(mark);
            HSSFRichTextString inside = new HSSFRichTextString("Jobs(1) offered");
            inside.applyFont(4, 7, superscript);
            row.createCell(1).setCellValue(inside);

            assertThat(cells(saved(workbook)))
                    .containsExactly(
                            entry("A1", new CellValue.Text("17", "2")),
                            entry("B1", new CellValue.Text("Jobs offered", "(1)")));
        }
    }

    @Test
    void namesTheSheetsWithTheirVisibilityHiddenRowsAndMergedRanges() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet cover = workbook.createSheet("Cover");
            cover.createRow(0).createCell(0).setCellValue(1);
            cover.createRow(1).createCell(0).setCellValue(2);
            cover.getRow(1).setZeroHeight(true);
            cover.setColumnHidden(6, true);
            cover.addMergedRegion(CellRangeAddress.valueOf("A1:C2"));
            workbook.createSheet("Codes");
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);

            try (Workbook read = Workbooks.open(saved(workbook), ReadLimits.standard())) {
                assertThat(read.format()).isEqualTo(Format.XLS);
                assertThat(read.sheets())
                        .containsExactly(
                                new SheetInfo(0, "Cover", Visibility.VISIBLE),
                                new SheetInfo(1, "Codes", Visibility.VERY_HIDDEN));
                assertThat(rows(read, read.sheets().get(0)))
                        .extracting(SheetRow::hidden)
                        .containsExactly(false, true);
                assertThat(read.mergedRanges(read.sheets().get(0))).containsExactly(new MergedRange(1, 1, 2, 3));
                assertThat(read.remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.HIDDEN_COLUMNS);
            }
        }
    }

    @Test
    void readsManyTextsOverManyRecords() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                texts.add((i % 3 == 0 ? "Ωμέγα " : "text ") + i + "x".repeat(i % 50));
                sheet.createRow(i).createCell(0).setCellValue(texts.get(i));
            }

            assertThat(cells(saved(workbook)).values())
                    .containsExactlyElementsOf(texts.stream().map(Reading::text).toList());
        }
    }

    @Test
    void stopsWhenTheTakerWantsNoMore() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet();
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
    void aPasswordIsARefusalEvenIfItIsTheOneThatEverybodyKnows() throws IOException {
        for (String password : List.of("secret", Decryptor.DEFAULT_PASSWORD)) {
            try (HSSFWorkbook workbook = new HSSFWorkbook()) {
                workbook.createSheet().createRow(0).createCell(0).setCellValue(1);
                Biff8EncryptionKey.setCurrentUserPassword(password);
                assertThat(refusal(saved(workbook)).reason()).isEqualTo(Reason.ENCRYPTED);
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
        }
    }

    @Test
    void otherDocumentsOfTheSameContainerAreNamed() throws IOException {
        Path file = folder.resolve("report.xls");
        for (String[] each : new String[][] {
            {"WordDocument", "This is a Word document (.doc)"},
            {"PowerPoint Document", "This is a PowerPoint presentation (.ppt)"},
            {"Contents", "This is a file of another Office program"}
        }) {
            try (POIFSFileSystem files = new POIFSFileSystem();
                    OutputStream bytes = Files.newOutputStream(file)) {
                files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), each[0]);
                files.writeFilesystem(bytes);
            }
            assertThat(refusal(file).reason()).isEqualTo(Reason.NOT_A_WORKBOOK);
            assertThat(refusal(file)).hasMessageStartingWith(each[1]);
        }
    }

    @Test
    void anOldWorkbookIsRefusedWithWhatToDo() throws IOException {
        Path file = folder.resolve("old.xls");
        try (POIFSFileSystem files = new POIFSFileSystem();
                OutputStream bytes = Files.newOutputStream(file)) {
            files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "Book");
            files.writeFilesystem(bytes);
        }
        assertThat(refusal(file).reason()).isEqualTo(Reason.OLD_EXCEL);
        assertThat(refusal(file))
                .hasMessage(
                        "This is a workbook of Excel 5.0 or 95, which is too old to be read; open it in Excel and save it as Excel Workbook (.xlsx).");
    }

    @Test
    void aWorkbookCutOffAnywhereIsRefusedAndNothingElseIsThrown() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet();
            for (int i = 0; i < 200; i++) {
                sheet.createRow(i).createCell(0).setCellValue("text " + i);
            }
            byte[] whole = Files.readAllBytes(saved(workbook));
            Path file = folder.resolve("cut.xls");
            for (int length = 8; length < whole.length - 512; length += 777) {
                Files.write(file, java.util.Arrays.copyOf(whole, length));
                assertThat(refusal(file).reason()).isIn(Reason.TRUNCATED, Reason.CORRUPT, Reason.NOT_A_WORKBOOK);
            }
        }
    }

    private static CellStyle style(HSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private Path saved(HSSFWorkbook workbook) throws IOException {
        Path file = folder.resolve("drawn.xls");
        try (OutputStream bytes = Files.newOutputStream(file)) {
            workbook.write(bytes);
        }
        return file;
    }
}
