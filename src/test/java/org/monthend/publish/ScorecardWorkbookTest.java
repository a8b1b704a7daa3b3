package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.monthend.catalogue.Figure;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.Scorecard;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScorecardWorkbookTest {

    private final Scorecard scorecard = SampleEdition.scorecard();
    private final byte[] bytes;
    private final ReadWorkbook book;

    ScorecardWorkbookTest() throws IOException {
        bytes = write(SampleEdition.draft());
        book = ReadWorkbook.read(bytes);
    }

    @Test
    void showsEveryFigureOfEveryMeasureAsPrinted() {
        assertThat(scorecard.measures()).hasSize(31).allSatisfy(line -> {
            assertThat(shown(line, "Measure")).isEqualTo(line.measure().printedName());
            assertThat(shown(line, ScorecardWorkbook.BASELINE_RANK)).isEqualTo(line.baselineRank());
            assertThat(shown(line, ScorecardWorkbook.BASELINE_FIGURE)).isEqualTo(line.baselineFigure());
            for (PeriodFigure quarter : line.quarters()) {
                assertThat(shown(line, quarter.period())).isEqualTo(quarter.printed());
            }
            assertThat(shown(line, line.latest().period()))
                    .isEqualTo(line.latest().printed());
            assertThat(shown(line, ScorecardWorkbook.TARGET))
                    .isEqualTo(line.target().printed());
            assertThat(shown(line, ScorecardWorkbook.TREND))
                    .isEqualTo(line.trend().direction().arrow());
        });
    }

    @Test
    void showsFinanceDistributionsAuditsAndProjectsAsPrinted() {
        String sheet = ScorecardWorkbook.GOVERNANCE;
        assertThat(scorecard.finance()).isNotEmpty().allSatisfy(position -> {
            String code = position.line().code();
            assertThat(book.shown(sheet, code, ScorecardWorkbook.BUDGET)).isEqualTo(position.printedBudget());
            assertThat(book.shown(sheet, code, ScorecardWorkbook.FORECAST_OUTTURN))
                    .isEqualTo(position.printedForecast());
            assertThat(book.shown(sheet, code, ScorecardWorkbook.VARIANCE)).isEqualTo(position.printedVariance());
        });
        assertThat(List.of(scorecard.distributions(), scorecard.auditOpinions()))
                .allSatisfy(figures -> assertThat(figures)
                        .isNotEmpty()
                        .allSatisfy(figure -> assertThat(book.shown(
                                        sheet,
                                        figure.category().scheme(),
                                        figure.category().code(),
                                        ScorecardWorkbook.FIGURE))
                                .isEqualTo(figure.printed())));
        assertThat(scorecard.projects()).isNotEmpty().allSatisfy(status -> {
            String code = status.project().code();
            String projects = ScorecardWorkbook.PROJECTS;
            assertThat(book.shown(projects, code, ScorecardWorkbook.PROGRESS)).isEqualTo(status.progressRag());
            assertThat(book.shown(projects, code, ScorecardWorkbook.FINANCE)).isEqualTo(status.financeRag());
            assertThat(book.shown(projects, code, ScorecardWorkbook.NARRATIVE)).isEqualTo(status.narrative());
        });
    }

    @Test
    void holdsExactNumbersNotTexts() {
        MeasureLine line = line("VISIT_TIMELY_PCT");
        double exact = line.latest().figure().reportedValue().orElseThrow().doubleValue();

        assertThat(cell("VISIT_TIMELY_PCT", "Nov-21").getNumericCellValue()).isEqualTo(exact);
        assertThat(exact).isNotEqualTo(Math.rint(exact));
        assertThat(cell("CONDUCT_CASES", "Nov-21").getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(cell("SECOND_PLAN_PCT", ScorecardWorkbook.BASELINE_FIGURE).getNumericCellValue())
                .isEqualTo(18.4);
        assertThat(book.cell(ScorecardWorkbook.GOVERNANCE, "PAY", ScorecardWorkbook.VARIANCE)
                        .getNumericCellValue())
                .isEqualTo(-478_000);
    }

    @Test
    void writesWhatIsNoNumberAsText() {
        assertThat(cell("OUTREACH_CASES", "2020/21 Qtr3").getStringCellValue()).isEqualTo("new measure");
        assertThat(cell("HEALTH_CHECK_PCT", "Nov-21").getStringCellValue()).isEqualTo("- ⁴");
        assertThat(cell("VOICE_PCT", "2021/22 Qtr2").getCellType()).isEqualTo(CellType.BLANK);
    }

    @Test
    void showsThePrintedValueAndSaysSoWhereTheExactOneWouldShowAnother() throws IOException {
        MeasureLine line = line("PLAN_RATE");
        PeriodFigure latest = line.latest();
        Figure other = Figure.of(latest.figure().reportedValue().orElseThrow().add(BigDecimal.TEN));
        MeasureLine printedOtherwise = new MeasureLine(
                line.measure(),
                line.baselineRank(),
                line.baselineFigure(),
                line.quarters(),
                new PeriodFigure(latest.period(), other, latest.printed(), "", 1, false),
                line.target(),
                line.targets(),
                line.trend(),
                line.forecast(),
                line.chartFrom(),
                line.months());

        ReadWorkbook read =
                ReadWorkbook.read(write(SampleEdition.draft(SampleEdition.with(List.of(printedOtherwise)))));

        assertThat(read.shown(ScorecardWorkbook.SCORECARD, "PLAN_RATE", "Nov-21"))
                .isEqualTo(latest.printed());
        assertThat(texts(read.rows(ScorecardWorkbook.NOTES)))
                .anyMatch(text -> text.startsWith("Scorecard, I7: shows and holds " + latest.printed() + ", not "));
        assertThat(texts(book.rows(ScorecardWorkbook.NOTES))).noneMatch(text -> text.contains("shows and holds"));
    }

    @Test
    void keepsMonthsInOrderWithTheMissingOnesInTheirPlace() {
        List<Row> rows = book.rows(ScorecardWorkbook.MONTHLY_FIGURES).stream()
                .filter(row ->
                        row.getCell(10) != null && book.shown(row.getCell(10)).equals("KEYWORKER_PCT"))
                .toList();

        assertThat(rows).hasSize(30);
        assertThat(rows)
                .filteredOn(row -> book.shown(row.getCell(6)).equals("not_received"))
                .as("the sample leaves out three months")
                .hasSize(3);
        assertThat(rows).filteredOn(row -> row.getCell(4) == null).hasSize(3);
        assertThat(rows.get(0).getCell(1).getLocalDateTimeCellValue()).isEqualTo("2019-06-01T00:00");
        assertThat(rows.get(29).getCell(1).getLocalDateTimeCellValue()).isEqualTo("2021-11-01T00:00");
        assertThat(rows.get(29).getCell(1).getCellStyle().getDataFormatString()).isEqualTo("mmm\\-yy");
    }

    @Test
    void neverTakesATextForAFormula() {
        Cell narrative = book.cell(ScorecardWorkbook.PROJECTS, "LANTERN", ScorecardWorkbook.NARRATIVE);

        assertThat(narrative.getCellType()).isEqualTo(CellType.STRING);
        assertThat(narrative.getStringCellValue()).startsWith("=Two of");
        assertThat(narrative.getCellStyle().getQuotePrefixed()).isTrue();
        assertThat(cells()).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
        assertThat(cells())
                .filteredOn(cell -> cell.getCellType() == CellType.STRING
                        && "=+-@".indexOf(cell.getStringCellValue().charAt(0)) >= 0)
                .isNotEmpty()
                .allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
    }

    @Test
    void tellsOfEveryMeasureHowItIsJudged() {
        String sheet = ScorecardWorkbook.JUDGEMENT;
        assertThat(scorecard.measures()).allSatisfy(line -> {
            String code = line.measure().code();
            assertThat(book.shown(sheet, code, ScorecardWorkbook.READING)).isEqualTo(line.sentence());
            assertThat(book.shown(sheet, code, ScorecardWorkbook.ASSURANCE))
                    .isEqualTo(line.chart().assurance().label());
            assertThat(book.shown(sheet, code, ScorecardWorkbook.VARIATION).isEmpty())
                    .isEqualTo(line.chart().variation().isEmpty());
            line.chart()
                    .latest()
                    .ifPresent(
                            segment -> assertThat(book.cell(sheet, code, "Mean").getNumericCellValue())
                                    .isEqualTo(segment.limits().mean()));
        });
    }

    @Test
    void printsEverySheetOnA3ByItsWidthWithItsHeadings() {
        assertThat(book.workbook()).hasSize(7).allSatisfy(each -> {
            XSSFSheet sheet = (XSSFSheet) each;
            assertThat(sheet.getPrintSetup().getPaperSizeEnum()).isEqualTo(PaperSize.A3_PAPER);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(ScorecardWorkbook.HEADER_ROW);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) (ScorecardWorkbook.HEADER_ROW + 1));
            assertThat(sheet.getFooter().getRight()).contains("&P of &N");
            assertThat(sheet.getMergedRegions()).isEmpty();
        });
    }

    @Test
    void drawsASparklineForEveryMeasureWithFigures() {
        String sheet = ((XSSFSheet) book.workbook().getSheet(ScorecardWorkbook.SCORECARD))
                .getCTWorksheet()
                .xmlText();

        long withFigures = scorecard.measures().stream()
                .filter(line -> !line.months().isEmpty())
                .count();
        assertThat(sheet.split("<x14:sparkline>", -1)).hasSize(Math.toIntExact(withFigures) + 1);
        assertThat(sheet).contains("displayEmptyCellsAs=\"gap\"").contains("displayEmptyCellsAs=\"span\"");
    }

    @Test
    void givesForecastsAsNumbersWithTheirIntervals() {
        Cell mean = book.cell(ScorecardWorkbook.FORECAST, "PLAN_RATE", "Forecast");

        assertThat(mean.getNumericCellValue()).isEqualTo(63);
        assertThat(book.cell(ScorecardWorkbook.FORECAST, "PLAN_RATE", "Month").getLocalDateTimeCellValue())
                .isEqualTo("2021-12-01T00:00");
        assertThat(book.shown(ScorecardWorkbook.FORECAST, "PLAN_RATE", "80% low"))
                .isEqualTo("61.8");
    }

    @Test
    void isTheSameBytesForTheSameEditionWithoutTheTimeOfWriting() throws IOException {
        assertThat(write(SampleEdition.draft())).isEqualTo(bytes);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
                entry = zip.getNextEntry();
            }
        }
        assertThat(book.workbook().getProperties().getCoreProperties().getModified())
                .isEqualTo(Date.from(SampleEdition.draft().dataAsAt()));
    }

    private static byte[] write(Edition edition) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ScorecardWorkbook().write(edition, out);
        return out.toByteArray();
    }

    private String shown(MeasureLine line, String heading) {
        return book.shown(ScorecardWorkbook.SCORECARD, line.measure().code(), heading);
    }

    private Cell cell(String code, String heading) {
        return book.cell(ScorecardWorkbook.SCORECARD, code, heading);
    }

    private MeasureLine line(String code) {
        return scorecard.measures().stream()
                .filter(line -> line.measure().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        book.workbook().forEach(sheet -> sheet.forEach(row -> row.forEach(cells::add)));
        return cells;
    }

    private static List<String> texts(List<Row> rows) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.STRING) {
                texts.add(cell.getStringCellValue());
            }
        }));
        return texts;
    }
}
