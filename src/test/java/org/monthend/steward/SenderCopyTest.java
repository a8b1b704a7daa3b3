package org.monthend.steward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.catalogue.Severity;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.SheetInfo;
import org.monthend.extract.format.UnreadableWorkbook;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;
import org.monthend.publish.sender.Cover;
import org.monthend.publish.sender.Fault;

class SenderCopyTest {

    private static final Cover COVER = new Cover("Issues", "Verdict", "To do");

    private final Path folder;

    SenderCopyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Fault fault(String sheet, String cell) {
        return new Fault(Severity.ERROR, "R201", sheet, cell, "n/a", "It is no number.", "Write a number.");
    }

    private Path copy(Path file, Fault... faults) {
        SenderCopy copy = new SenderCopy(file, file.getFileName().toString(), ReadLimits.standard());
        Path target = folder.resolve("back").resolve(copy.fileName());
        copy.write(COVER, List.of(faults), target);
        return target;
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    @Test
    void aCsvBecomesAWorkbookOfTheSameCells() throws IOException {
        Path csv = Files.writeString(folder.resolve("cp [2015-12].csv"), """
                Measure,Month,Value
                CPP,2015-12,68

                "=HYPERLINK(""x"")",-2+3,n/a
                """);
        Path back = copy(csv, fault("cp [2015-12]", "C4"));

        assertThat(back.getFileName()).hasToString("cp [2015-12]-issues.xlsx");
        try (XSSFWorkbook workbook = open(back)) {
            XSSFSheet sheet = workbook.getSheetAt(1);
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("68");
            XSSFCell formula = sheet.getRow(3).getCell(0);
            assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
            assertThat(formula.getStringCellValue()).isEqualTo("=HYPERLINK(\"x\")");
            assertThat(formula.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(sheet.getRow(3).getCell(2).getCellStyle().getFillPattern())
                    .isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(sheet.getCellComment(new CellAddress("C4")).getString().getString())
                    .contains("R201");
            assertThat(links(workbook)).containsExactly("'" + sheet.getSheetName() + "'!C4");
        }
    }

    @Test
    void anOldWorkbookKeepsItsValuesAndWhatTheyAre() throws IOException {
        Path xls = folder.resolve("cp dec-15.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(xls)) {
            var row = workbook.createSheet("CP").createRow(2);
            row.createCell(1).setCellValue(0.875);
            var percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
            row.getCell(1).setCellStyle(percent);
            row.createCell(2).setCellValue(java.time.LocalDate.of(2015, 12, 31));
            var date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            row.getCell(2).setCellStyle(date);
            row.createCell(3).setCellValue(true);
            workbook.createSheet("Hidden");
            workbook.setSheetHidden(1, true);
            workbook.write(out);
        }
        try (XSSFWorkbook workbook = open(copy(xls, fault("CP", "B3")))) {
            XSSFSheet sheet = workbook.getSheet("CP");
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(0.875);
            assertThat(sheet.getRow(2).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("0.0%");
            assertThat(sheet.getRow(2).getCell(2).getLocalDateTimeCellValue()).isEqualTo("2015-12-31T00:00");
            assertThat(sheet.getRow(2).getCell(3).getBooleanCellValue()).isTrue();
            assertThat(workbook.isSheetHidden(workbook.getSheetIndex("Hidden"))).isTrue();
        }
    }

    @Test
    void ofAFileThatCannotBeReadThereIsTheListOfIssuesAlone() throws IOException {
        Path broken = Files.write(folder.resolve("cp.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Fault unreadable = new Fault(Severity.REFUSE, "R001", "", "", "TRUNCATED", "It breaks off.", "Send it again.");
        try (XSSFWorkbook workbook = open(copy(broken, unreadable))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
            assertThat(workbook.getSheet("Issues").getRow(4).getCell(6).getStringCellValue())
                    .isEqualTo("It breaks off.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cp.xlsx,       cp-issues.xlsx",
        "cp.v2.XLSX,    cp.v2-issues.xlsx",
        "cp.xls,        cp-issues.xlsx",
        "cp,            cp-issues.xlsx",
        "a:b|c.xlsx,    a_b_c-issues.xlsx",
    })
    void theCopyIsCalledAfterTheFile(String name, String copy) {
        Path sample = Path.of("input/returns/2015-12/Child protection Dec-15.xlsx");
        assertThat(new SenderCopy(sample, name, ReadLimits.standard()).fileName())
                .isEqualTo(copy);
    }

    @Test
    void nothingUnfinishedIsLeftAndTheFileItselfIsNotTouched() throws IOException {
        Path sample = Path.of("input/returns/2015-12/Child protection Dec-15.xlsx");
        Path file = Files.copy(sample, folder.resolve("Child protection Dec-15.xlsx"));
        copy(file, fault("CP 2015-16", "C5"));

        assertThat(Files.mismatch(file, sample)).isEqualTo(-1);
        try (Stream<Path> left = Files.list(folder.resolve("back"))) {
            assertThat(left).hasSize(1);
        }
    }

    /** Every odd workbook that was collected can be sent back, marked on each of its sheets. */
    @Test
    void everyWorkbookOfTheCorpusCanBeSentBack() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("shared"), "corpus"))) {
            for (Path file : files.filter(SenderCopyTest::isSmall).sorted().toList()) {
                List<Fault> faults = sheets(file).stream()
                        .map(sheet -> fault(sheet.name(), "C3"))
                        .toList();
                Path back = copy(file, faults.toArray(Fault[]::new));
                if (sheetsMarked(back) < faults.size()) {
                    wrong.add(file.getFileName() + ": " + sheetsMarked(back) + " of " + faults.size());
                }
                Files.delete(back);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isSmall(Path file) {
        return file.toFile().length() < 20_000;
    }

    private static List<SheetInfo> sheets(Path file) throws IOException {
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            for (SheetInfo sheet : workbook.sheets()) {
                workbook.rows(sheet, row -> true);
            }
            return workbook.sheets();
        } catch (UnreadableWorkbook e) {
            return List.of();
        }
    }

    /** How many sheets hold a cell C3, which each of them was to be marked at, by our own reader and the links. */
    private static int sheetsMarked(Path back) throws IOException {
        try (Workbook workbook = Workbooks.open(back, ReadLimits.standard())) {
            List<String> links = new ArrayList<>();
            workbook.rows(workbook.sheets().get(0), row -> {
                row.cells().stream()
                        .filter(cell -> cell.column() == 5 && row.number() > 4)
                        .forEach(cell -> links.add(cell.value().excerpt()));
                return true;
            });
            return links.size();
        }
    }

    private static List<String> links(XSSFWorkbook workbook) {
        return workbook.getSheetAt(0).getHyperlinkList().stream()
                .map(XSSFHyperlink::getAddress)
                .filter(address -> {
                    CellReference to = new CellReference(address);
                    return workbook.getSheet(to.getSheetName())
                                    .getRow(to.getRow())
                                    .getCell(to.getCol())
                            != null;
                })
                .toList();
    }
}
