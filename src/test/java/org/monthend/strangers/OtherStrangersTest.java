package org.monthend.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transit report and a school's mark sheet: as far from a return as workbooks of figures can be. */
class OtherStrangersTest {

    private static final Path LAYOUTS = Strangers.REAL.resolve("layouts");

    private final Path folder;

    OtherStrangersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Eighteen years across, in thousands, two of them with marks; years before 2000 are passed over by their heading. */
    @Test
    void aTransitReportIsReadByYearsAcross() {
        DrawnCatalogue catalogue = new DrawnCatalogue()
                .row("Organisations", "TTC | Toronto Transit Commission | agency | ")
                .row("Returns", "TTC | Ridership | TTC | monthly | 10 | toronto*.xlsx | TTC | | ")
                .layout("TTC", "2000-12", """
                        measure      | column   | FARE MEDIA |
                        organisation | constant | TTC        |
                        month        | across   | {year}     | thousands
                        years end in |          | December   |
                        pass over    | heading  | 19*        |
                        pass over    |          | ADULT      |
                        ends at      |          | SUB-TOTAL  |
                        code         |          | N/A = not applicable |
                        """);
        for (String fare : new String[] {
            "TOKENS",
            "TICKETS",
            "TWO-FARE",
            "PRESTO - SINGLE RIDE",
            "PRESTO - SRVM TOKEN RIDE",
            "PRESTO - SRVM CASH RIDE",
            "PRESTO - MONTHLY PASS",
            "REGULAR MONTHLY PASS",
            "POST-SECONDARY PASS",
            "TWIN-GO PASS",
            "WEEKLY PASS",
            "CASH"
        }) {
            catalogue.measure(fare.replace(' ', '_'), fare, "count", "rides | ", "flow");
        }
        try (Loaded loaded = new Loaded(catalogue.catalogue(folder))) {
            loaded.load(LAYOUTS.resolve("toronto_transit.xlsx"), "2017-12");

            assertThat(loaded.verdicts()).singleElement().asString().contains(" accepted 216 = 216 + 0");
            assertThat(loaded.statements())
                    .hasSize(216)
                    .containsAllEntriesOf(Map.of(
                            "2017-12 TTC TOKENS", "76106000",
                            "2015-12 TTC TOKENS", "110945000",
                            "2000-12 TTC TOKENS", "82218000",
                            "2017-12 TTC TICKETS", "not_applicable",
                            "2009-12 TTC TICKETS", "8807000",
                            "2017-12 TTC CASH", "36045000",
                            "2006-12 TTC CASH", "38684000"));
        }
    }

    /** 284 merges, groups of pupils without a heading, measures across as fractions, blank where it is too few. */
    @Test
    void aMarkSheetIsReadByMeasuresAcross() {
        DrawnCatalogue catalogue = new DrawnCatalogue()
                .measure("PROFICIENT", "Proficient or higher", "percent", "proficient | pupils", "stock_ratio")
                .measure("MEDIAN_SGP", "Median growth", "count", "percentile | ", "stock")
                .measure("INCLUDED", "Pupils included", "count", "pupils | ", "stock")
                .row("Organisations", "SCHOOL | All Students | school | ")
                .row("Returns", "MCAS | Results | SCHOOL | monthly | 10 | school*.xlsx | MCAS | | ")
                .layout("MCAS", "2013-05", """
                        sheet               |          | Sheet1                    |
                        organisation        | column   | {column A}                |
                        value of PROFICIENT | column   | % Proficient or Higher    | fraction
                        value of MEDIAN_SGP | column   | Median SGP                |
                        value of INCLUDED   | column   | N Included                |
                        month               | constant | May-13                    |
                        pass over           | column   | N Included = {blank}      |
                        code                |          | {blank} = suppressed      |
                        """);
        for (String group : new String[] {
            "Economically Disadvantaged",
            "Non-Economically Disadvantaged",
            "Students w/ Disabilities",
            "Non-Disabled",
            "ELL",
            "Non-ELL",
            "African Amer./Black",
            "Asian",
            "Hispanic/Latino",
            "Nat. Haw. or Pacif. Isl.",
            "White",
            "Male",
            "Female",
            "Non-Title 1",
            "High Needs",
            "Non-High Needs",
            "Non-Former ELL",
            "ELL and Former ELL",
            "Ever ELL",
            "Former ELL"
        }) {
            catalogue.row("Organisations", "%s | %s | group | SCHOOL".formatted(group.replaceAll("\\W+", "_"), group));
        }
        try (Loaded loaded = new Loaded(catalogue.catalogue(folder))) {
            loaded.load(LAYOUTS.resolve("school.xlsx"), "2013-05");

            assertThat(loaded.verdicts()).singleElement().asString().contains(" accepted 63 = 63 + 0");
            assertThat(loaded.statements())
                    .hasSize(63)
                    .containsAllEntriesOf(Map.of(
                            "2013-05 SCHOOL PROFICIENT", "96.039604",
                            "2013-05 SCHOOL MEDIAN_SGP", "70",
                            "2013-05 SCHOOL INCLUDED", "101",
                            "2013-05 Students_w_Disabilities PROFICIENT", "suppressed",
                            "2013-05 Students_w_Disabilities INCLUDED", "9",
                            "2013-05 Female PROFICIENT", "96.491228",
                            "2013-05 Ever_ELL MEDIAN_SGP", "suppressed",
                            "2013-05 Ever_ELL INCLUDED", "12"));
        }
    }
}
