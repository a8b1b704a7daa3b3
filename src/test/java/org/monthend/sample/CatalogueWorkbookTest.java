package org.monthend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueWorkbookTest {

    private final SampleBook catalogue = SampleBook.catalogue();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Measures | Code, Name, Printed name, Name status, Section, Block, Position, Contract, Unit, Decimals, Numerator, Denominator, Definition, Polarity, Frequency, Aggregation, Lifecycle, Show trend, Return",
                "Targets | Measure, Organisation, From, To, Target, Low, High, Tolerance",
                "Baselines | Measure, Rank, National average, Figure, Source",
                "Organisations | Code, Name, Level, Parent",
                "Returns | Code, Name, Organisation, Frequency, Due working day, File name, Tables, Owner, E-mail",
                "Layouts | Layout, From, To, Part, Where, Words, Unit, Note",
                "Finance lines | Code, Name, Contract, Kind, Position",
                "Projects | Code, Name, Position, Sponsor",
                "Categories | Scheme, Scheme name, Code, Name, Position, Favourable",
                "Rules | Rule, Severity, Tolerance, Title",
                "Page | Place, Mark, Text",
            })
    void sheetsHaveTheirColumnsWithAnInstructionOnEach(String sheet, String columns) {
        assertThat(catalogue.rows(sheet).get(0)).containsExactly(columns.split(", "));

        XSSFSheet drawn = catalogue.workbook().getSheet(sheet);
        assertThat(drawn.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        assertThat(drawn.getCTWorksheet().isSetAutoFilter()).isTrue();
        assertThat(drawn.getCellComments()).hasSameSizeAs(columns.split(", "));
    }

    @Test
    void measuresAreWordForWordTheSeeds() throws IOException {
        List<List<String>> rows = catalogue.rows("Measures");
        try (CsvReader<NamedCsvRecord> seed =
                CsvReader.builder().ofNamedCsvRecord(SharedSeed.folder().resolve("measures.csv"))) {
            assertThat(rows.stream()
                            .skip(1)
                            .map(row -> Stream.of(0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)
                                    .map(row::get)
                                    .toList()))
                    .containsExactlyElementsOf(seed.stream()
                            .map(record -> Stream.of(
                                            "measure_code",
                                            "measure_name",
                                            "name_status",
                                            "perspective",
                                            "block",
                                            "position",
                                            "contract",
                                            "unit",
                                            "decimals",
                                            "numerator",
                                            "denominator",
                                            "polarity",
                                            "frequency",
                                            "aggregation",
                                            "lifecycle")
                                    .map(record::getField)
                                    .toList())
                            .toList());
        }
        assertThat(rows).allMatch(row -> !row.get(12).isEmpty());
    }

    @Test
    void targetsOfDecemberAreThePrintedOnes() {
        List<String> holding = catalogue.rows("Targets").stream()
                .skip(1)
                .filter(row -> row.get(1).equals(Trust.CODE) && row.get(3).isEmpty())
                .map(row -> row.get(0) + " " + row.get(4))
                .toList();
        assertThat(holding)
                .containsExactlyElementsOf(SharedSeed.read().lines().stream()
                        .filter(line -> !line.target().isEmpty())
                        .map(line -> line.measure() + " " + line.target().replace("%", ""))
                        .toList());
    }

    @Test
    void targetsFollowEachOtherWithoutAGap() {
        List<List<String>> rows = catalogue.rows("Targets");
        List<List<String>> stepping =
                rows.stream().filter(row -> row.get(3).equals("2015-03")).toList();
        assertThat(stepping).isNotEmpty().allMatch(row -> {
            List<String> next = rows.get(rows.indexOf(row) + 1);
            return next.get(0).equals(row.get(0)) && next.get(2).equals("2015-04");
        });
    }

    @Test
    void baselinesAreThePrintedOnes() {
        XSSFSheet sheet = catalogue.workbook().getSheet("Baselines");
        List<Seed.PrintedLine> lines = SharedSeed.read().lines();
        for (int row = 1; row <= lines.size(); row++) {
            List<String> read = catalogue.rows("Baselines").get(row);
            Seed.PrintedLine line = lines.get(row - 1);
            boolean ranked = line.rank().matches("[A-D-]?");
            assertThat(read.get(0)).isEqualTo(line.measure());
            assertThat(read.get(1)).isEqualTo(ranked ? line.rank() : "");
            assertThat(read.get(2)).isEqualTo(ranked ? "" : line.rank().replace("%", ""));
            String figure = line.baseline().replace("%", "");
            assertThat(read.get(3)).isEqualTo(figure.replaceAll("\\.0$", ""));
            if (figure.contains(".")) {
                assertThat(sheet.getRow(row).getCell(3).getCellStyle().getDataFormatString())
                        .isEqualTo("0.0");
            }
        }
    }

    @Test
    void everyMeasureIsOwedByOneReturnAndEveryTableHasALayout() {
        List<List<String>> layouts = catalogue.rows("Layouts");
        List<String> tables = catalogue.rows("Returns").stream()
                .skip(1)
                .flatMap(row -> Stream.of(row.get(6).split("; | or ")))
                .toList();
        assertThat(layouts.stream().skip(1).map(row -> row.get(0)).distinct())
                .containsExactlyInAnyOrderElementsOf(tables.stream().distinct().toList());
        assertThat(catalogue.rows("Returns").stream().skip(1).map(row -> row.get(0)))
                .containsAll(catalogue.rows("Measures").stream()
                        .skip(1)
                        .map(row -> row.get(18))
                        .toList());
        assertThat(Stream.of(TeamReturn.values()).flatMap(team -> team.measures().stream()))
                .containsExactlyInAnyOrderElementsOf(catalogue.rows("Measures").stream()
                        .skip(1)
                        .map(row -> row.get(0))
                        .toList());
    }

    @Test
    void pageTextsStandOnThePageWordForWord() throws IOException {
        String page = Files.readString(SharedSeed.folder().resolve("corporate-scorecard-dec-15.txt"));
        List<List<String>> rows = catalogue.rows("Page");
        assertThat(rows).hasSize(13);
        assertThat(rows.stream().skip(1))
                .allSatisfy(
                        row -> assertThat(page).contains((row.get(1).isEmpty() ? "" : row.get(1) + ": ") + row.get(2)));
    }

    @Test
    void organisationsAreTheTrustAndItsLocalities() {
        assertThat(catalogue.rows("Organisations").stream().skip(1).map(row -> row.get(0) + " < " + row.get(3)))
                .containsExactly("TRUST < ", "NORTH < TRUST", "SOUTH < TRUST", "EAST < TRUST", "CENTRAL < TRUST");
    }

    @Test
    void wordsOfTheProductAreOfferedToChooseFrom() {
        assertThat(catalogue.workbook().getSheet("Measures").getDataValidations().stream()
                        .map(validation -> validation.getValidationConstraint().getFormula1()))
                .contains(
                        "\"flow,flow_mean,stock,rolling_3m,ratio,stock_ratio,rank\"",
                        "\"higher,lower,context\"",
                        "\"y,n\"");
    }
}
