package org.monthend.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.MissingReason;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.load.ReturnFolder;
import org.monthend.load.ReturnReading;
import org.monthend.publish.sender.NoTemplate;
import org.monthend.publish.sender.ReturnTemplate;
import org.monthend.validate.Judgement;
import org.monthend.validate.Rule;
import org.monthend.validate.Statement;
import org.monthend.validate.Statement.MeasureStatement;
import org.monthend.validate.Verdict;

/** A template that a person fills is loaded like any other file, and one that nobody filled says nothing. */
class FilledTemplateTest {

    private static final Catalogue CATALOGUE =
            new CatalogueFile(Path.of("input", "catalogue.xlsx")).read(ReadLimits.standard());

    private final Path folder;
    private final List<Statement> stated = new ArrayList<>();

    FilledTemplateTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "RA, 2016-01, 4",
        "CP, 2016-01, 6",
        "CIC, 2016-01, 8",
        "PCL, 2016-01, 4",
        "YO, 2016-03, 1",
        "WF, 2016-01, 7",
        "CA, 2016-01, 5",
        "FIN, 2016-01, 4",
        "IA, 2016-01, 5",
        "PRJ, 2016-01, 4",
    })
    void loadsWholeOnceEveryOpenCellIsFilled(String code, String month, int rows) throws IOException {
        Judgement judgement = judge(code, month, (sheet, cell) -> fill(cell));

        assertThat(judgement.issues()).isEmpty();
        assertThat(judgement.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judgement.rowsAccepted()).isEqualTo(rows);
        assertThat(stated).hasSize(rows);
        assertThat(stated).allMatch(each -> each.month().toString().equals(month));
    }

    @ParameterizedTest
    @CsvSource({
        "RA, 2016-01",
        "CP, 2016-01",
        "CIC, 2016-01",
        "PCL, 2016-01",
        "YO, 2016-03",
        "WF, 2016-01",
        "CA, 2016-01",
        "FIN, 2016-01",
        "IA, 2016-01",
        "PRJ, 2016-01",
    })
    void statesNothingWhereNobodyFilledIt(String code, String month) throws IOException {
        Judgement judgement = judge(code, month, (sheet, cell) -> {});

        Rule rule = code.equals("PRJ") ? Rule.UNKNOWN_CATEGORY : Rule.NOTHING_STATED;
        assertThat(judgement.issues()).isNotEmpty().allMatch(issue -> issue.rule() == rule);
        assertThat(stated)
                .allMatch(
                        each -> each instanceof MeasureStatement measure && measure.figure() instanceof Figure.Missing);
        assertThat(judgement.rowsAccepted()).isEqualTo(stated.size());
    }

    @Test
    void aDashMeansThatThereIsNothingToReport() throws IOException {
        Judgement judgement = judge("CP", "2016-01", (sheet, cell) -> {
            if (headingOf(cell).matches("Numerator|Denominator|Value")) {
                cell.setCellValue("-");
            }
        });

        assertThat(judgement.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(stated)
                .hasSize(6)
                .allMatch(each ->
                        ((MeasureStatement) each).figure().equals(Figure.missing(MissingReason.NOTHING_TO_REPORT)));
    }

    @Test
    void onlyOpenCellsCanBeChangedAndNoneHoldsAFormula() throws IOException {
        try (XSSFWorkbook workbook = workbook(template("CP", "2016-01"))) {
            XSSFSheet sheet = workbook.getSheetAt(0);

            assertThat(sheet.getProtect()).isTrue();
            assertThat(workbook.getSheet("Instructions").getProtect()).isTrue();
            for (Row row : sheet) {
                for (Cell cell : row) {
                    boolean open = row.getRowNum() > 0
                            && headingOf(cell).matches("Numerator|Denominator|Value|Status|Comment")
                            && !isGrey(cell);
                    assertThat(cell.getCellStyle().getLocked()).isEqualTo(!open);
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                }
            }
            assertThat(sheet.getRow(1).getCell(2).getCellStyle().getDataFormatString())
                    .isEqualTo("mmm-yy");
            assertThat(sheet.getRow(1).getCell(2).getLocalDateTimeCellValue()).isEqualTo("2016-01-01T00:00");
        }
    }

    @Test
    void wordsAreOfferedAndNumbersAreLimited() throws IOException {
        try (XSSFWorkbook workbook = workbook(template("FIN", "2016-01"))) {
            List<? extends DataValidation> validations = workbook.getSheetAt(0).getDataValidations();

            assertThat(validations)
                    .anyMatch(
                            each -> each.getValidationConstraint().getFormula1().contains("<=100")
                                    && each.getErrorBoxText().contains("from 0 to 100"))
                    .allMatch(DataValidation::getShowErrorBox);
        }
        try (XSSFWorkbook workbook = workbook(template("PRJ", "2016-01"))) {
            assertThat(workbook.getSheetAt(0).getDataValidations())
                    .anyMatch(
                            each -> each.getValidationConstraint().getFormula1().equals("\"R,A,G\""));
        }
    }

    @Test
    void theInstructionsSayByWhenAndWhoAnswers() throws IOException {
        try (XSSFWorkbook workbook = workbook(template("CP", "2016-01"))) {
            String words = StreamSupport.stream(
                            workbook.getSheet("Instructions").spliterator(), false)
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                    .map(Cell::getStringCellValue)
                    .reduce("", (all, cell) -> all + "\n" + cell);
            assertThat(words)
                    .contains("Monday 8 February 2016, working day 6 of February 2016")
                    .contains("Safeguarding Unit Manager, safeguarding.unit@trust.example")
                    .contains("nothing to report");
        }
    }

    @Test
    void theSameCatalogueGivesTheSameBytes() throws IOException {
        assertThat(Files.readAllBytes(template("RA", "2016-01")))
                .isEqualTo(Files.readAllBytes(template("RA", "2016-01")));
    }

    @Test
    void saysWhatTheCatalogueLacks() {
        assertThatThrownBy(() -> template("YO", "2016-01"))
                .isInstanceOf(NoTemplate.class)
                .hasMessage("No measure of the return YO is due in January 2016.");
    }

    private Path template(String code, String month) throws IOException {
        ReturnTemplate template = new ReturnTemplate(
                CATALOGUE, CATALOGUE.monthlyReturn(code).orElseThrow(), ReportingMonth.parse(month), Optional.empty());
        Path file = folder.resolve(template.fileName());
        try (OutputStream out = Files.newOutputStream(file)) {
            template.write(out);
        }
        return file;
    }

    private static XSSFWorkbook workbook(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    /** Writes the template, has a person go through its open cells, and judges the file. */
    private Judgement judge(String code, String month, BiConsumer<Sheet, Cell> person) throws IOException {
        Path file = template(code, month);
        try (XSSFWorkbook workbook = workbook(file)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (!cell.getCellStyle().getLocked() && cell.getCellType() == CellType.BLANK) {
                            person.accept(sheet, cell);
                        }
                    }
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        return new ReturnReading(CATALOGUE, ReadLimits.standard())
                .judge(ReturnFolder.describe(file, ReportingMonth.parse(month)), stated::add);
    }

    private static void fill(Cell cell) {
        boolean hasStatus = cell.getRow()
                        .getCell(cell.getSheet().getRow(0).getLastCellNum() - 2)
                        .getCellType()
                == CellType.STRING;
        switch (headingOf(cell)) {
            case "Numerator" -> number(cell, 40, hasStatus);
            case "Denominator" -> number(cell, 50, hasStatus);
            case "Value", "Files", "Number of audits", "Budget", "Forecast" -> number(cell, 60, false);
            case "Variance" -> number(cell, 0, false);
            case "Progress (RAG)", "Forecast variance (RAG)" -> cell.setCellValue("G");
            case "Comment", "Narrative" -> cell.setCellValue("As expected");
            default -> {
                // a status stands only where there is no figure
            }
        }
    }

    private static void number(Cell cell, double number, boolean hasStatus) {
        if (!hasStatus) {
            cell.setCellValue(number);
        }
    }

    private static String headingOf(Cell cell) {
        return cell.getSheet().getRow(0).getCell(cell.getColumnIndex()).getStringCellValue();
    }

    private static boolean isGrey(Cell cell) {
        return cell.getCellStyle().getFillForegroundColorColor() instanceof org.apache.poi.xssf.usermodel.XSSFColor fill
                && fill.getARGBHex().equals("FFD0D4D7");
    }
}
