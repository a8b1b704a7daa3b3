package org.monthend.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Severity;
import org.monthend.cli.Monthend;
import org.monthend.extract.SheetSketch;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.ScorecardRule;
import org.monthend.validate.Rule;
import org.monthend.warehouse.EditionTables;
import org.monthend.warehouse.TestDatabase;

/** From a return that gives localities alone to the scorecard of the whole and of each. */
class LocalitiesTest {

    private static final int MONTHS = 24;
    private static final ReportingMonth LAST = new ReportingMonth(2015, 12);

    private TestDatabase database;
    private Path folder;

    @BeforeEach
    void writesTheInput(@TempDir Path folder) throws IOException {
        this.database = TestDatabase.fresh();
        this.folder = folder;
        Path returns = Files.createDirectories(folder.resolve("returns/2015-12"));
        catalogue().write(folder.resolve("catalogue.xlsx"));
        SheetSketch.workbook("Return", """
                Measure | Organisation | Month | Numerator | Denominator | Value
                """ + rows()).write(returns.resolve("figures-2015-12.xlsx"));
    }

    @AfterEach
    void letsGo() {
        database.close();
    }

    /** North is ever better and small, South large and level; half of what is due is counted in North alone. */
    private static String rows() {
        return ReportingMonth.range(LAST.minusMonths(MONTHS - 1), LAST).stream()
                .flatMap(month -> {
                    int age = LAST.index() - month.index();
                    return Stream.of(
                            "DONE | NORTH | %s | %d | 100 |".formatted(month, 90 - 2 * age),
                            "DONE | SOUTH | %s | %d | 900 |".formatted(month, 450 + 9 * (age % 3)),
                            "OPEN | NORTH | %s | | | %d".formatted(month, 10 + age % 4),
                            "OPEN | SOUTH | %s | | | %d".formatted(month, 20 + age % 5));
                })
                .collect(Collectors.joining("\n"));
    }

    private static SheetSketch catalogue() {
        return SheetSketch.workbook("Measures", """
                        Code | Name | Printed name | Name status | Section | Block | Position | Contract | Unit | Decimals | Numerator | Denominator | Definition | Polarity | Frequency | Aggregation | Lifecycle | Show trend
                        DONE | Done in time | | printed | services | left | 1 | y | percent | 0 | done | due | | higher | monthly | ratio | live | y
                        OPEN | Cases open | | printed | services | left | 2 | n | count | 0 | cases | | | lower | monthly | stock | live | y
                        """)
                .and("Targets", """
                        Measure | Organisation | From    | To      | Target | Low | High | Tolerance
                        DONE    | TRUST        | 2013-04 | 2015-09 | 40     |     |      | 0
                        DONE    | TRUST        | 2015-10 |         | 60     |     |      | 10
                        DONE    | NORTH        | 2013-04 |         | 85     |     |      | 0
                        OPEN    | SOUTH        | 2013-04 |         |        | 5   | 40   | 0
                        """)
                .and("Baselines", "Measure | Rank | National average | Figure | Source")
                .and("Organisations", """
                        Code  | Name      | Level    | Parent
                        TRUST | The Trust | trust    |
                        NORTH | North     | locality | TRUST
                        SOUTH | South     | locality | TRUST
                        """)
                .and("Returns", """
                        Code    | Name    | Organisation | Frequency | Due working day | File name      | Tables | Owner | E-mail
                        FIGURES | Figures | TRUST        | monthly   | 10              | figures-*.xlsx | TIDY   |       |
                        """)
                .and("Layouts", """
                        Layout | From | To | Part         | Where  | Words        | Unit
                        TIDY   |      |    | sheet        |        | Return*      |
                        TIDY   |      |    | rows are     |        | measures     |
                        TIDY   |      |    | measure      | column | Measure      |
                        TIDY   |      |    | organisation | column | Organisation |
                        TIDY   |      |    | month        | column | Month        |
                        TIDY   |      |    | numerator    | column | Numerator    |
                        TIDY   |      |    | denominator  | column | Denominator  |
                        TIDY   |      |    | value        | column | Value        |
                        """)
                .and("Finance lines", "Code | Name | Contract | Kind | Position")
                .and("Projects", "Code | Name | Position | Sponsor")
                .and("Categories", "Scheme | Scheme name | Code | Name | Position | Favourable")
                .and(
                        "Rules",
                        "Rule | Severity | Tolerance\n"
                                + Arrays.stream(Rule.values())
                                        .map(rule -> rule.code() + " | " + mildest(rule) + " | ")
                                        .collect(Collectors.joining("\n")))
                .and("Page", """
                        Place | Mark | Text
                        header.organisation | | The Trust
                        """);
    }

    private static String mildest(Rule rule) {
        return Stream.concat(Stream.of(Severity.NOTE, Severity.QUERY), Arrays.stream(Severity.values()))
                .filter(rule::admits)
                .findFirst()
                .orElseThrow()
                .name()
                .toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void judgesTheWholeAndEveryLocality() throws SQLException {
        load();

        assertThat(rows("""
                        select organisation_code, is_total, measure_code, round(latest_figure, 1), latest_text, standing,
                            assurance, variation
                        from mart.scorecard_by_organisation
                        where month_key = 201512
                        order by sort_order
                        """))
                .containsExactly(
                        "TRUST t DONE 54.0 54% within_tolerance consistent_fail special_cause_improvement",
                        "TRUST t OPEN 30.0 30 no_target - common_cause",
                        "NORTH f DONE 90.0 90% met consistent_fail special_cause_improvement",
                        "NORTH f OPEN 10.0 10 no_target - common_cause",
                        "SOUTH f DONE 50.0 50% no_target - common_cause",
                        "SOUTH f OPEN 20.0 20 met consistent_pass common_cause");
        assertThat(rows(
                        "select measure_code, round(latest_figure, 1), target_value from mart.scorecard where month_key = 201512"
                                + " order by sort_order"))
                .as("the scorecard stays that of the whole")
                .containsExactly("DONE 54.0 60", "OPEN 30.0 -");
        assertThat(
                        rows(
                                "select count(*), count(distinct organisation_code) from mart.variation where month_key = 201512"))
                .containsExactly((3 * 2 * MONTHS) + " 3");
        assertThat(rows(
                        "select organisation_code, measure_code, months_known from mart.outturn where month_key = 201512"
                                + " and measure_code = 'DONE' order by 1"))
                .containsExactly("NORTH DONE 9", "SOUTH DONE 9", "TRUST DONE 9");
        assertThat(rows("select count(*) from mart.scorecard_month where month_key = 201512"))
                .containsExactly(Integer.toString(2 * MONTHS));
    }

    /** The whole's target stepped in October; South's is a band, which it left for a month. */
    @Test
    void aTargetThatStepsAndABandAreJudgedByTheMonthTheyHoldIn() throws SQLException {
        load();
        assertThat(rows("""
                        select series_month_key, target_value from mart.variation
                        where month_key = 201512 and organisation_code = 'TRUST' and measure_code = 'DONE'
                            and series_month_key between 201509 and 201510
                        order by 1
                        """)).containsExactly("201509 40", "201510 60");
        assertThat(rows("""
                        select organisation_code, target_value, target_low, target_high, round(variance, 1),
                            round(variance_to_the_good, 1), standing, assurance, outturn_chance_pct is not null as has_chance
                        from mart.scorecard_by_organisation
                        where month_key = 201512 and (organisation_code, measure_code) in (('TRUST', 'DONE'), ('SOUTH', 'OPEN'))
                        order by 1 desc
                        """))
                .containsExactly(
                        "TRUST 60 - - -6.0 -6.0 within_tolerance consistent_fail t",
                        "SOUTH - 5 40 0.0 0.0 met consistent_pass t");
        assertThat(rows("""
                        select from_month_key, to_month_key, target_value, tolerance
                        from dw.fact_scorecard_target
                        join dw.dim_organisation using (organisation_key)
                        where organisation_code = 'TRUST'
                        order by 1
                        """)).containsExactly("201304 201509 40 0", "201510 - 60 10");
    }

    @Test
    void readsBackWhatWasComputedOfLocalities() throws SQLException {
        load();
        Catalogue catalogue = new CatalogueFile(folder.resolve("catalogue.xlsx")).read(ReadLimits.standard());
        List<Scorecard> computed = new ArrayList<>();
        Edition edition = new EditionTables(database.application()).replaceDraft(LAST, "TRUST", figures -> {
            computed.add(ScorecardRule.compute(LAST, catalogue.topOrganisation(), catalogue, figures));
            return computed.get(0);
        });
        assertThat(edition.scorecard().parts()).hasSize(2);
        assertThat(edition.scorecard())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(computed.get(0));
    }

    @Test
    void whatIsPublishedOfLocalitiesIsProvedAndChecked() throws SQLException {
        load();
        assertThat(run("publish", "2015-12", "--by", "Jo")).isZero();
        assertThat(run("verify")).isZero();
        assertThat(run("db", "check")).isZero();
        assertThat(run("rerun", "2015-12")).isZero();
        assertThat(rows("select count(*) from dw.dim_scorecard_edition"))
                .as("a rerun of the same says what is published")
                .containsExactly("1");
    }

    @Test
    void limitsOfALocalityStartAfreshByThemselves() throws SQLException {
        load();
        assertThat(run("rebase", "DONE", "2015-01", "--organisation", "NORTH", "--reason", "New team", "--by", "Jo"))
                .isZero();
        assertThat(run("load")).isZero();
        assertThat(rows("select organisation_code, max(segment_no) from mart.variation where measure_code = 'DONE'"
                        + " group by 1 order by 1"))
                .containsExactly("NORTH 1", "SOUTH 0", "TRUST 0");
    }

    private void load() {
        assertThat(run("load")).isZero();
    }

    private int run(String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(
                "--url",
                database.address().url(),
                "--input",
                folder.toString(),
                "--output",
                folder.resolve("output").toString()));
        int exitCode = Monthend.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        assertThat(exitCode).as(out + "\n" + err).isZero();
        return exitCode;
    }

    private List<String> rows(String question) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    String cell = row.getString(column);
                    cells.add(cell == null ? "-" : cell);
                }
                rows.add(String.join(" ", cells));
            }
            return rows;
        }
    }
}
