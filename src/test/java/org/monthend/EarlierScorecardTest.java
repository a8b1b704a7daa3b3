package org.monthend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.monthend.PrintedScorecard.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.SampleInput.Answer;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;

/**
 * The printed scorecard of December 2015, typed as a workbook of its shape, loads as a return: its quarters are taken over
 * as reported, and give way to what months say.
 */
class EarlierScorecardTest {

    private static final String FILE = "returns/2015-12/corporate scorecard dec-15.xlsx";

    /** The return and its layouts as a steward describes them in the catalogue: layout, part, where, words, unit. */
    private static final String LAYOUTS = """
            SERVICES-LEFT  | table        |          | 1                          |
            SERVICES-RIGHT | table        |          | 2                          |
            WORKFORCE-PAGE | table        | title    | Learning, Growth*          |
            SERVICES-LEFT  | notes        |          | Learning, Growth*          |
            SERVICES-RIGHT | notes        |          | Learning, Growth*          |
            WORKFORCE-PAGE | notes        |          | ~**                        |
            CASES-PAGE     | rows are     |          | distribution               |
            CASES-PAGE     | scheme       | constant | CASE_AUDIT                 |
            CASES-PAGE     | category     | across   | I                          | percent
            CASES-PAGE     | category     | across   | RI                         | percent
            CASES-PAGE     | category     | across   | G                          | percent
            CASES-PAGE     | category     | across   | O                          | percent
            CASES-PAGE     | month        | title    | {month}                    |
            CASES-PAGE     | notes        |          | Effective Governance*      |
            FINANCE-PAGE   | rows are     |          | finance                    |
            FINANCE-PAGE   | header tiers |          | 2                          |
            FINANCE-PAGE   | line         | column   | Measure*                   |
            FINANCE-PAGE   | budget       | column   | {fiscal year} > Budget     | pounds
            FINANCE-PAGE   | forecast     | column   | {month end} > Forecast     | pounds
            FINANCE-PAGE   | variance     | column   | Forecast > Forecast        | pounds
            FINANCE-PAGE   | month        | title    | {month}                    |
            FINANCE-PAGE   | notes        |          | NA                         |
            OPINIONS-PAGE  | rows are     |          | audit opinions             |
            OPINIONS-PAGE  | scheme       | constant | INTERNAL_AUDIT             |
            OPINIONS-PAGE  | category     | across   | NA                         |
            OPINIONS-PAGE  | category     | across   | LA                         |
            OPINIONS-PAGE  | category     | across   | Rea                        |
            OPINIONS-PAGE  | category     | across   | Sub                        |
            OPINIONS-PAGE  | category     | across   | Due                        |
            OPINIONS-PAGE  | month        | title    | {month}                    |
            OPINIONS-PAGE  | notes        |          | Internal Audit*            |
            PROJECTS-PAGE  | rows are     |          | projects                   |
            PROJECTS-PAGE  | project      | column   | Project                    |
            PROJECTS-PAGE  | progress     | column   | Progress (RAG)             |
            PROJECTS-PAGE  | finance      | column   | Forecast Variance          |
            PROJECTS-PAGE  | narrative    | column   | Status                     |
            PROJECTS-PAGE  | month        | title    | {month}                    |
            PROJECTS-PAGE  | notes        |          | 1:*                        |
            """;

    private static final String MEASURES = """
            | header tiers |        | 2                                       |
            | measure      | column | Measure*                                |
            | quarter      | across | {fiscal year} > {quarter}               |
            | month        | across | Latest > {month}                        |
            | code         |        | - = nothing to report                   |
            | code         |        | new measure = new measure               |
            | code         |        | under development = under development   |
            """;

    private SampleInput input;

    @BeforeEach
    void describesTheReturnInTheCatalogue(@TempDir Path folder) throws IOException {
        input = new SampleInput(folder);
        input.edit("catalogue.xlsx", EarlierScorecardTest::describe);
    }

    /** The same catalogue lies beside the tests as a workbook, for the command line; -Dgolden=update writes it. */
    @Test
    void itsCatalogueIsThereToLookAt() throws IOException {
        Path kept = Path.of("src/test/resources/catalogues/scorecard/catalogue.xlsx");
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(kept.getParent());
            Files.copy(input.file("catalogue.xlsx"), kept, StandardCopyOption.REPLACE_EXISTING);
        }
        Catalogue said = new CatalogueFile(input.file("catalogue.xlsx")).read(ReadLimits.standard());
        Catalogue read = new CatalogueFile(kept).read(ReadLimits.standard());

        assertThat(read.layouts()).isEqualTo(said.layouts());
        assertThat(read.returns()).isEqualTo(said.returns());
        assertThat(read.measures()).isEqualTo(said.measures());
        assertThat(read.rules()).isEqualTo(said.rules());
    }

    @AfterEach
    void letGo() {
        input.close();
    }

    private static void describe(XSSFWorkbook catalogue) {
        List<List<String>> parts = new ArrayList<>();
        LAYOUTS.lines().map(EarlierScorecardTest::cells).forEach(parts::add);
        for (String layout : List.of("SERVICES-LEFT", "SERVICES-RIGHT", "WORKFORCE-PAGE")) {
            MEASURES.lines().map(line -> cells(layout + line)).forEach(parts::add);
        }
        parts.stream()
                .map(part -> part.get(0))
                .distinct()
                .toList()
                .forEach(layout -> parts.add(List.of(layout, "organisation", "constant", "TRUST", "")));
        // Rows of a layout stand together.
        parts.stream()
                .sorted((one, other) -> one.get(0).compareTo(other.get(0)))
                .forEach(part -> add(
                        catalogue.getSheet("Layouts"),
                        List.of(part.get(0), "2014-10", "", part.get(1), part.get(2), part.get(3), part.get(4), "")));
        add(
                catalogue.getSheet("Returns"),
                List.of(
                        "PAGE",
                        "An earlier scorecard",
                        "TRUST",
                        "once",
                        "6",
                        "corporate scorecard*.xlsx",
                        "SERVICES-LEFT; SERVICES-RIGHT; WORKFORCE-PAGE; CASES-PAGE; FINANCE-PAGE; OPINIONS-PAGE;"
                                + " PROJECTS-PAGE",
                        "",
                        ""));
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static void add(XSSFSheet sheet, List<String> record) {
        int last = sheet.getLastRowNum();
        while (sheet.getRow(last) == null
                || sheet.getRow(last).getCell(0) == null
                || sheet.getRow(last).getCell(0).toString().isBlank()) {
            last--;
        }
        XSSFRow row = sheet.createRow(last + 1);
        for (int column = 0; column < record.size(); column++) {
            if (record.get(column).matches("[0-9]")) {
                row.createCell(column).setCellValue(Integer.parseInt(record.get(column)));
            } else if (!record.get(column).isEmpty()) {
                row.createCell(column).setCellValue(record.get(column));
            }
        }
    }

    @Test
    void itsPageComesOutAsItWasPrinted() throws IOException, SQLException {
        Map<String, String> typed = TypedScorecard.asPrinted().write(input.file(FILE));

        Answer answer = input.run("load");

        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
        Document page = Jsoup.parse(input.output().resolve("2015-12/scorecard.html"));
        Map<String, String> differing = new LinkedHashMap<>();
        int compared = 0;
        for (Map.Entry<String, String> printed : PrintedScorecard.values().entrySet()) {
            // A trend wants months; the four quarters are none.
            if (!printed.getKey().endsWith(place("", "trend").strip())) {
                compared++;
                String found = shown(page, printed.getKey());
                if (!printed.getValue().equals(found)) {
                    differing.put(printed.getKey(), "printed '%s', found '%s'".formatted(printed.getValue(), found));
                }
            }
        }
        assertThat(differing).isEmpty();
        assertThat(compared).isEqualTo(31 * 9 + 4 * 4 + 9 + 4 * 4);
        assertThat(rows("""
                select 'quarters', value_status, count(*) from dw.fact_measure_quarter group by value_status
                union all
                select 'months', value_status, count(*) from dw.fact_measure_value group by value_status
                order by 1 desc, 2
                """))
                .containsExactly(
                        "quarters | new_measure | 2",
                        "quarters | nothing_to_report | 10",
                        "quarters | reported | 108",
                        "quarters | under_development | 4",
                        "months | nothing_to_report | 2",
                        "months | reported | 28",
                        "months | under_development | 1");
        assertThat(page.select("abbr.reported")).hasSize(31 * 4 - 1 - 3);
        assertThat(page.text())
                .contains("r: as reported in the scorecard of Dec-15; not computed from monthly returns.")
                .contains("* 16 relate to sickness, one to discipline");
        assertThat(rows("select distinct basis from mart.scorecard_figure where column_code like 'quarter%'"))
                .containsExactly("reported");
        assertThat(PageAndMart.quarters(input.database())).hasSize(31 * 4);
        assertThat(PageAndMart.differingQuarters(input.database())).isEmpty();
        assertThat(rows(Files.readString(Path.of("sql/checks/reported_quarter_that_is_not_the_statement.sql"))))
                .isEmpty();

        assertThat(input.run("trace", "2015-12", "CPP_RATE").out())
                .contains("2014/15 Qtr3  60, as reported in the scorecard of Dec-15")
                .contains("corporate scorecard dec-15.xlsx")
                .contains("value      " + typed.get("CPP_RATE 2014/15 Qtr3") + "  as stated");
    }

    @Test
    void aHalfWithoutNamesIsRefusedRowByRowAndNeverGuessed() throws IOException, SQLException {
        TypedScorecard.asPrinted().withoutNamesOnTheRight().write(input.file(FILE));

        Answer answer = input.run("load");

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.out() + answer.err()).contains("the row has figures but no name. Name it, or clear the row.");
        assertThat(rows("""
                select verdict, rows_rejected from etl.return_submission
                """)).containsExactly("partly_loaded | 60");
        assertThat(rows("""
                select count(*) from dw.fact_measure_quarter join dw.dim_measure using (measure_key)
                where block_code = 'right'
                """)).containsExactly("0");
    }

    @Test
    void monthsReplaceWhatWasReportedAndADifferenceIsAsked() throws IOException, SQLException {
        Map<String, String> typed = TypedScorecard.asPrinted()
                .retyping("CPP_RATE", "2015/16 Qtr2", "55")
                .write(input.file(FILE));
        assertThat(input.run("load").exitCode()).isZero();
        assertThat(quarter("CPP_RATE")).isEqualTo("55 | reported");
        assertThat(quarter("CIN_RATE")).isEqualTo("387 | reported");

        for (String month : List.of("2015-07", "2015-08", "2015-09")) {
            copySample(month);
        }
        Answer answer = input.run("load");

        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
        assertThat(quarter("CPP_RATE")).isEqualTo("48 | computed");
        assertThat(quarter("CIN_RATE")).isEqualTo("387 | computed");
        assertThat(PageAndMart.differingQuarters(input.database())).isEmpty();
        assertThat(rows("""
                select severity, sheet_name, cell_address, issue_state, found_text
                from etl.current_issue
                where rule_code = 'R410'
                """))
                .singleElement()
                .asString()
                .matches("query \\| Scorecard \\| " + typed.get("CPP_RATE 2015/16 Qtr2")
                        + " \\| open \\| 2015/16 Qtr2 reported as 55, computed as 4[78]\\.[0-9]");
        assertThat(Jsoup.parse(input.output().resolve("2015-12/scorecard.html"))
                        .select(".queries")
                        .text())
                .contains("CPP per 10,000 population in 2015/16 Qtr2 was reported as 55 in the scorecard of Dec-15");

        TypedScorecard.asPrinted().write(input.file(FILE));
        assertThat(input.run("load").exitCode()).isZero();
        assertThat(quarter("CPP_RATE")).isEqualTo("48 | computed");
        assertThat(rows(
                        "select revision_no, figure from dw.fact_measure_quarter join dw.dim_measure using (measure_key)"
                                + " where measure_code = 'CPP_RATE' and month_key = 201509 order by 1"))
                .containsExactly("0 | 55", "1 | 48");
        assertThat(Jsoup.parse(input.output().resolve("2015-12/scorecard.html"))
                        .select(".queries")
                        .text())
                .doesNotContain("was reported as");
        assertThat(rows("select issue_state from etl.current_issue where rule_code = 'R410'"))
                .containsExactly("fixed");
    }

    private String quarter(String measure) throws SQLException {
        return rows("""
                select printed_text, basis from mart.scorecard_figure
                where month_key = 201512 and line_code = '%s' and column_code = 'quarter_4'
                """.formatted(measure)).get(0);
    }

    private void copySample(String month) throws IOException {
        Path to = Files.createDirectories(input.file("returns/" + month));
        try (Stream<Path> files = Files.list(Path.of("input/returns").resolve(month))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static String shown(Document page, String place) {
        String[] lineAndColumn = place.split(" / ");
        Element cell = page.selectFirst("[data-line=%s][data-column=%s]".formatted(lineAndColumn[0], lineAndColumn[1]));
        return cell == null ? "(not there)" : cell.text();
    }

    private List<String> rows(String question) throws SQLException {
        try (Connection connection = input.database().owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    cells.add(row.getString(column));
                }
                rows.add(String.join(" | ", cells));
            }
            return rows;
        }
    }
}
