package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Baseline;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Severity;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;

class CatalogueReaderTest {

    private final Path folder;

    CatalogueReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsTheCatalogueThatIsShipped() throws IOException {
        try (Workbook workbook = Workbooks.open(Path.of("input", "catalogue.xlsx"), ReadLimits.standard())) {
            Catalogue catalogue = complete(CatalogueReader.read(workbook, "digest"));

            assertThat(catalogue.measures()).hasSize(31);
            assertThat(catalogue.returns()).hasSize(10);
            assertThat(catalogue.layouts())
                    .extracting(Layout::code)
                    .containsExactly(
                            "TIDY",
                            "CP-ACROSS",
                            "CIC-MONTH",
                            "WORKFORCE",
                            "CASE-GRADES",
                            "FINANCE",
                            "AUDIT-OPINIONS",
                            "PROJECTS",
                            "TIDY-GRADES",
                            "TIDY-FINANCE",
                            "TIDY-AUDITS",
                            "TIDY-PROJECTS");
            assertThat(catalogue.monthlyReturn("PCL").orElseThrow().measures())
                    .containsExactly(
                            "ADOPTION_A1_DAYS", "PROCEEDINGS_WEEKS", "CARE_LEAVER_EET_PCT", "CARE_LEAVER_ACCOM_PCT");
            assertThat(catalogue.returns().stream().flatMap(due -> due.measures().stream()))
                    .containsExactlyInAnyOrderElementsOf(
                            catalogue.measures().stream().map(Measure::code).toList());
            assertThat(catalogue.rules()).hasSize(Rule.values().length);
            assertThat(catalogue.topOrganisation().code()).isEqualTo("TRUST");
        }
    }

    @Test
    void readsEveryCell() {
        Catalogue catalogue = complete(new CatalogueSketch().read(folder));

        assertThat(catalogue.digest()).isEqualTo("digest");
        assertThat(catalogue.measures())
                .extracting(Measure::printedName)
                .containsExactly("CPP per 10,000", "Open cases");
        assertThat(catalogue.organisations())
                .extracting(Organisation::parentCode)
                .hasToString("[Optional.empty, Optional[TRUST]]");
        assertThat(catalogue
                        .target("CPP", "TRUST", new ReportingMonth(2015, 3))
                        .orElseThrow()
                        .value())
                .hasToString("Optional[60]");
        assertThat(catalogue
                        .target("CPP", "TRUST", new ReportingMonth(2015, 4))
                        .orElseThrow()
                        .high())
                .hasToString("Optional[70]");
        assertThat(catalogue.baselines())
                .extracting(Baseline::rank)
                .containsExactly(new Baseline.QuartileBand("B"), new Baseline.NoRank("-"));
        assertThat(catalogue.monthlyReturn("CP").orElseThrow().tables())
                .containsExactly(List.of("TIDY"), List.of("GRADES"));
        assertThat(catalogue.layout("TIDY", new ReportingMonth(2014, 9))).isEmpty();
        assertThat(catalogue
                        .layout("TIDY", new ReportingMonth(2014, 10))
                        .orElseThrow()
                        .parts())
                .hasSize(5);
        assertThat(new RuleBook(catalogue.rules()).severity(Rule.VARIANCE_DISAGREES))
                .isEqualTo(Severity.QUERY);
    }

    @Test
    void aReturnHoldsTheMeasuresThatNameIt() {
        Catalogue catalogue = complete(stating("CP", "CP").read(folder));

        assertThat(catalogue.monthlyReturn("CP").orElseThrow().measures()).containsExactly("CPP", "OPEN");
    }

    @Test
    void aMeasureMayBeStatedByNoReturn() {
        Catalogue catalogue = complete(stating("", "CP").read(folder));

        assertThat(catalogue.monthlyReturn("CP").orElseThrow().measures()).containsExactly("OPEN");
    }

    @Test
    void aCatalogueMayNotSayWhichReturnStatesAMeasure() {
        Catalogue catalogue = complete(new CatalogueSketch().read(folder));

        assertThat(catalogue.monthlyReturn("CP").orElseThrow().measures()).isEmpty();
    }

    @Test
    void aMeasureOfAnUnknownReturnIsAFault() {
        assertThat(stating("CP", "CPX").read(folder))
                .isEqualTo(new CatalogueReading.Faulty(List.of("Measures!S3: Return 'CPX' is not in the catalogue."
                        + " Add it to the sheet 'Returns', or correct the code.")));
    }

    private static CatalogueSketch stating(String returnOfFirst, String returnOfSecond) {
        return new CatalogueSketch()
                .with("Measures", "Show trend", "Show trend | Return")
                .with("Measures", "live | y", "live | y | " + returnOfFirst)
                .with("Measures", "new | n", "new | n | " + returnOfSecond);
    }

    @Test
    void alternativesOfATableAreJoinedByOr() {
        Catalogue catalogue = complete(new CatalogueSketch()
                .with("Returns", "TIDY; GRADES", "TIDY or  GRADES")
                .read(folder));

        assertThat(catalogue.monthlyReturn("CP").orElseThrow().tables()).containsExactly(List.of("TIDY", "GRADES"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            # sheet     ~ in place of        ~ stands                  ~ fault
            Measures    ~ "Decimals | "      ~ "Places | "             ~ Measures!A1: the heading 'Decimals' is missing. Put it back into the first row.
            Measures    ~ Show trend         ~ Show trend | Unit       ~ Measures!S1: the heading 'Unit' stands twice. Take one of the two columns away.
            Measures    ~ count              ~ ""                      ~ Measures!I3: Unit is blank. Fill it in.
            Measures    ~ count              ~ pieces                  ~ "Measures!I3: Unit 'pieces' is not known. Write one of: count, percent, per_10000, days, weeks, cases per FTE, days per FTE."
            Measures    ~ | 1 | y |          ~ | one | y |             ~ "Measures!G2: Position 'one' is not a number. Write a plain number, or leave the cell blank."
            Measures    ~ | 1 | y |          ~ | 1.5 | y |             ~ Measures!G2: Position '1.5' is not right. Write a whole number from 1 to 999.
            Measures    ~ | 1 | y |          ~ | 99999999999 | y |     ~ Measures!G2: Position '99999999999' is not right. Write a whole number from 1 to 999.
            Measures    ~ | 1 | y |          ~ | | y |                 ~ Measures!G2: Position is blank. Fill it in.
            Measures    ~ | 1 | y |          ~ | 1 | yes |             ~ "Measures!H2: Contract 'yes' is not known. Write y, n or inferred y."
            Measures    ~ | 1 | y |          ~ | [#N/A] | y |          ~ Measures!G2: Position '#N/A' cannot be used. Write the text or the figure itself.
            Measures    ~ Cases open         ~ [=A2]                   ~ Measures!B3: Name '=A2' cannot be used. Write the text or the figure itself.
            Measures    ~ | new | n          ~ | new | no              ~ Measures!R3: Show trend 'no' is neither y nor n. Write y or n.
            Measures    ~ per_10000 | 0      ~ per_10000 | 9           ~ Measures!J2: Decimals '9' is not right. Write a whole number from 0 to 6.
            Measures    ~ Open cases         ~ cpp  PER 10,000         ~ "Measures!C3: Printed name 'cpp  PER 10,000' is what CPP in row 2 is called. Give each a name of its own."
            Measures    ~ Open cases         ~ cpp                     ~ Measures!C3: Printed name 'cpp' is what CPP in row 2 is called. Give each a name of its own.
            Targets     ~ | 2015-03 | 60     ~ | 2015-13 | 60          ~ Targets!D2: To '2015-13' is not a month from 2000 to 2049. Write it as 2014-10.
            Targets     ~ | 2015-03 | 60     ~ | 2014-09 | 60          ~ Targets!D2: To '2014-09' is before the start. Correct the one or the other.
            Targets     ~ | 2015-03 | 60     ~ | | 60                  ~ Targets!C3: From of CPP lies in the time of the target in row 2. End the earlier one the month before.
            Targets     ~ | 2015-03 | 60     ~ | 2015-04 | 60          ~ Targets!C3: From of CPP lies in the time of the target in row 2. End the earlier one the month before.
            Targets     ~ | | 50 | 70        ~ | 60 | 50 | 70          ~ "Targets!E3: Target is neither one value nor one band. Give a target, or a low and a high one."
            Targets     ~ | | 50 | 70        ~ | | 50 |                ~ "Targets!E3: Target is neither one value nor one band. Give a target, or a low and a high one."
            Targets     ~ | | 50 | 70        ~ | 60 | 50 |             ~ "Targets!E3: Target is neither one value nor one band. Give a target, or a low and a high one."
            Targets     ~ | | 50 | 70        ~ | | 70 | 50             ~ Targets!F3: Low '70' is above the high one. Exchange the two.
            Targets     ~ | | | 2            ~ | | | -2                ~ Targets!H2: Tolerance '-2' is negative. Write how far a miss may lie off.
            Targets     ~ CPP | TRUST | 2014-10 ~ CP | TRUST | 2014-10 ~ "Targets!A2: Measure 'CP' is not in the catalogue. Add it to the sheet 'Measures', or correct the code."
            Targets     ~ CPP | TRUST | 2014-10 ~ CPP | Trust | 2014-10 ~ "Targets!B2: Organisation 'Trust' is not in the catalogue. Add it to the sheet 'Organisations', or correct the code."
            Baselines   ~ | B |              ~ | E |                   ~ "Baselines!B2: Rank 'E' is no quartile. Write A, B, C, D or -, or leave it blank."
            Baselines   ~ | B | |            ~ | B | 48 |              ~ Baselines!C2: National average stands beside a rank. Keep the one that the page is to show.
            Baselines   ~ OPEN               ~ CPP                     ~ Baselines!A3: Measure 'CPP' stands in row 2 already. Keep one of the two.
            Baselines   ~ OPEN               ~ OPENED                  ~ "Baselines!A3: Measure 'OPENED' is not in the catalogue. Add it to the sheet 'Measures', or correct the code."
            Organisations ~ locality | TRUST ~ locality | WEST         ~ "Organisations!D3: Parent 'WEST' is not in the catalogue. Add it to the sheet 'Organisations', or correct the code."
            Organisations ~ locality | TRUST ~ locality |              ~ "Organisations!D3: Parent is blank, as in row 2. One organisation has no parent, the one that the scorecard is for; name the parent here."
            Organisations ~ | North |        ~ | the trust |           ~ Organisations!B3: Name 'the trust' is what TRUST in row 2 is called. Give each a name of its own.
            Returns     ~ TIDY; GRADES       ~ TIDY; GRADE             ~ "Returns!G2: Tables 'GRADE' is not in the catalogue. Add it to the sheet 'Layouts', or correct the code."
            Returns     ~ TIDY; GRADES       ~ TIDY;                   ~ "Returns!G2: Tables '' is not in the catalogue. Add it to the sheet 'Layouts', or correct the code."
            Returns     ~ | 6 |              ~ | 0 |                   ~ Returns!E2: Due working day '0' is not right. Write a whole number from 1 to 60.
            Returns     ~ TIDY; GRADES |     ~ TIDY; GRADES | The team | ask the team ~ "Returns!I2: E-mail 'ask the team' is no e-mail address. Write one address, such as team@example.org, or leave the cell blank."
            Finance lines ~ money            ~ pounds                  ~ "Finance lines!D2: Kind 'pounds' is not known. Write one of: money, of which, percent."
            Categories  ~ Inadequate         ~ good                    ~ Categories!D3: Name 'good' is what G in row 2 is called. Give each a name of its own.
            Categories  ~ | I |              ~ | g |                   ~ Categories!C3: Code 'g' stands in row 2 already. Keep one of the two.
            Rules       ~ R205 | ERROR       ~ R205 | BAD              ~ "Rules!B18: Severity 'BAD' is not known. Write one of: REFUSE, ERROR, QUERY, NOTE."
            Rules       ~ R205 | ERROR       ~ R205 | QUERY            ~ "Rules!B18: Severity 'QUERY' cannot be had for R205. Write one of: REFUSE, ERROR."
            Rules       ~ R001 | REFUSE      ~ R001 | NOTE             ~ Rules!B2: Severity 'NOTE' cannot be had for R001. Write one of: REFUSE.
            Rules       ~ R003 | NOTE        ~ R003 | ERROR            ~ "Rules!B4: Severity 'ERROR' cannot be had for R003. Write one of: REFUSE, QUERY, NOTE."
            Rules       ~ R403 | QUERY |     ~ R403 | QUERY | -1       ~ Rules!C43: Tolerance '-1' is negative. Write 0 or more.
            Page        ~ Corporate Scorecard for month: ~ ""          ~ Page!C2: Text is blank. Fill it in.
            """)
    void eachFaultIsToldWithSheetAndCell(String sheet, String words, String others, String fault) {
        assertThat(faults(new CatalogueSketch().with(sheet, words, others))).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            # in place of                   ~ stands                             ~ fault
            value | column | Value |        ~ values | column | Value |          ~ "Layouts!D5: Part 'values' is not known. Write a field, or one of: sheet, rows are, header tiers, table, fill down, code, other name, years end in, numbers, dates, pass over, ends at, notes. # Layouts!A2: Layout has no figure. Add a row for one of: value, numerator, remainder, status."
            value | column | Value |        ~ value | columns | Value |          ~ "Layouts!E5: Where 'columns' is not known. Write one of: column, across, title, constant, file name, sheet name."
            value | column | Value |        ~ value | | Value |                  ~ "Layouts!E5: Where is blank. Write one of: column, across, title, constant, file name, sheet name."
            value | column | Value |        ~ value | column | |                 ~ Layouts!F5: Words is blank. Fill it in.
            value | column | Value |        ~ value | column | Value | promille  ~ "Layouts!G5: Unit 'promille' is not known. Write one of: percent, fraction, pounds, £k, £m, thousands, millions, per 1,000, per 10,000, per 100,000, count, days, weeks; or leave it blank for the measure's own."
            value | column | Value |        ~ value | title | {month} |          ~ Layouts!E5: Where 'title' is for the month, year, measure, organisation or category alone. Write column or constant.
            value | column | Value |        ~ value | column | {month} > Value | ~ "Layouts!F5: Words '{month} > Value' has more tiers than the header, which has 1. Add a row for header tiers, or correct the words."
            value | column | Value |        ~ value | column | {week} |          ~ "Layouts!F5: Words '{week}' stands for nothing known. Write one of: {month}, {fiscal year}, {quarter}, {month end}, {year}."
            value | column | Value |        ~ value | column | {month}{month} |  ~ Layouts!F5: Words '{month}{month}' asks for several months. Keep one {month}.
            value | column | Value |        ~ measure | column | Name |          ~ "Layouts!D5: Part 'measure' stands in row 3 already. Keep one of the two. # Layouts!A2: Layout has no figure. Add a row for one of: value, numerator, remainder, status."
            value | column | Value |        ~ comment | column | Value |         ~ "Layouts!A2: Layout has no figure. Add a row for one of: value, numerator, remainder, status."
            value | column | Value |        ~ budget | column | Value |          ~ "Layouts!D5: Part 'budget' is no field of measures. Write one of: measure, organisation, organisation name, month, year, quarter, figure, numerator, remainder, denominator, value, unit, status, comment. # Layouts!A2: Layout has no figure. Add a row for one of: value, numerator, remainder, status."
            value | column | Value |        ~ figure | column | Value |          ~ "Layouts!A2: Layout has a figure column, but no months across. Take the one away or add the other. # Layouts!A2: Layout has no figure. Add a row for one of: value, numerator, remainder, status."
            month | column | Month |        ~ comment | column | Month |         ~ Layouts!A2: Layout does not say where the month stands. Add a row for it.
            month | column | Month |        ~ month | across | Month |           ~ "Layouts!F4: Words 'Month' does not say where the month stands. Put {month} there, once. # Layouts!A2: Layout has months across and a column of figures beside them. Keep the one or the other."
            month | column | Month |        ~ quarter | across | {quarter}          ~ "Layouts!F4: Words '{quarter}' does not say where the quarter and its year stand. Put {fiscal year} and {quarter} there, once. # Layouts!A2: Layout has months across and a column of figures beside them. Keep the one or the other."
            month | column | Month |        ~ quarter | column | Quarter            ~ "Layouts!A2: Layout has its quarters in a place of their own. Describe quarters as across."
            value | column | Value |        ~ quarter | across | {fiscal year} {quarter} ~ ""
            category | column | Grade       ~ category | across | RI                ~ "Layouts!A7: Layout has categories across and a column of figures beside them. Keep the one or the other."
            measure | column | Measure |    ~ measure | constant | CCP |         ~ "Layouts!F3: Words 'CCP' is not in the catalogue. Add it to the sheet 'Measures', or correct the code."
            - = nothing to report           ~ - nothing to report                ~ "Layouts!F6: Words '- nothing to report' gives no meaning. Write the code, = and one of: nothing to report, not available, not applicable, suppressed, new measure, under development, not received, not due."
            - = nothing to report           ~ - = zero                           ~ "Layouts!F6: Words '- = zero' gives no meaning. Write the code, = and one of: nothing to report, not available, not applicable, suppressed, new measure, under development, not received, not due."
            sheet | | Return*               ~ pass over | | *                    ~ Layouts!F2: Words '*' cannot be for 'pass over'. Write words that no row of data begins with.
            sheet | | Return*               ~ header tiers | | 4                 ~ "Layouts!F2: Words '4' cannot be for 'header tiers'. Write 1, 2 or 3."
            rows are | | distribution       ~ rows are | | children              ~ "Layouts!F7: Words 'children' cannot be for 'rows are'. Write one of: measures, distribution, finance, audit opinions, projects."
            scheme | constant | GRADE       ~ scheme | constant | GRADES         ~ "Layouts!F8: Words 'GRADES' is not in the catalogue. Add it to the sheet 'Categories', or correct the code."
            organisation | constant | TRUST ~ organisation | constant | SOUTH    ~ "Layouts!F10: Words 'SOUTH' is not in the catalogue. Add it to the sheet 'Organisations', or correct the code."
            organisation | constant | TRUST ~ organisation | constant | the trust ~ ""
            title | Grades of {month}       ~ title | Grades                     ~ "Layouts!F11: Words 'Grades' does not say where the month stands. Put {month} there, once."
            TIDY | 2014-10 | | value        ~ TIDY | 2014-11 | | value           ~ "Layouts!A2: Layout has no figure. Add a row for one of: value, numerator, remainder, status. # Layouts!A5: Layout does not say what measure a row is about. Add a row for it. # Layouts!A5: Layout has no column that names its rows. Add a row for one of: measure, organisation, organisation name, month. # Layouts!A5: Layout does not say where the month stands. Add a row for it. # Layouts!B5: From of TIDY lies in the time of the layout in row 2. Give all rows of a layout the same months, and end the earlier layout the month before."
            """)
    void eachFaultOfALayoutIsTold(String words, String others, String faults) {
        CatalogueReading reading =
                new CatalogueSketch().with("Layouts", words, others).read(folder);

        assertThat(reading instanceof CatalogueReading.Faulty faulty ? String.join(" # ", faulty.faults()) : "")
                .isEqualTo(faults);
    }

    @Test
    void aCodeMayNotStandTwice() {
        assertThat(faults(new CatalogueSketch().and("Projects", "pause | Another | 2 |")))
                .containsExactly("Projects!A3: Code 'pause' stands in row 2 already. Keep one of the two.");
    }

    @Test
    void whoIsWrittenToAboutAReturnMayBeLeftOut() {
        assertThat(complete(new CatalogueSketch()
                                .with("Returns", "| Tables       | Owner | E-mail", "| Tables")
                                .with("Returns", "GRADES |       |", "GRADES")
                                .read(folder))
                        .returns())
                .extracting(MonthlyReturn::owner, MonthlyReturn::email)
                .containsExactly(tuple("", ""));
    }

    @Test
    void twoReturnsMayNotHaveTheSameFileName() {
        assertThat(faults(new CatalogueSketch()
                        .and("Returns", "CP2 | Other | TRUST | monthly | 6 | cp  *.XLSX | TIDY | |")))
                .containsExactly("Returns!F3: File name 'cp  *.XLSX' stands in row 2 already. Keep one of the two.");
    }

    @Test
    void aCodeOfALayoutMayNotMeanTwoThings() {
        assertThat(faults(new CatalogueSketch().and("Layouts", "TIDY | 2014-10 | | code | | – = not available |")))
                .containsExactly("Layouts!F13: Words '– = not available' explains a code again, after"
                        + " '- = nothing to report'. Keep one of the two.");
    }

    @Test
    void nobodyIsPartOfItself() {
        assertThat(faults(new CatalogueSketch()
                        .and("Organisations", "EAST | East | locality | WEST")
                        .and("Organisations", "WEST | West | locality | EAST")))
                .containsExactly(
                        "Organisations!D4: Parent 'WEST' is part of EAST itself. Correct the parent.",
                        "Organisations!D5: Parent 'EAST' is part of WEST itself. Correct the parent.");
    }

    @Test
    void someoneMustBeAtTheTop() {
        assertThat(faults(new CatalogueSketch().with("Organisations", "| trust |", "| trust | NORTH")))
                .contains("Organisations!D2: Parent 'NORTH' leaves no organisation at the top."
                        + " Leave the parent blank of the one that the scorecard is for.");
    }

    @Test
    void everyRuleNeedsASeverity() {
        assertThat(faults(new CatalogueSketch().with("Rules", "R310 | QUERY |", "R999 | QUERY |")))
                .containsExactly(
                        "Rules!A38: Rule 'R999' is none. Take the row away, or correct the code.",
                        "Rules!A1: R310 (The variance cannot come from budget and forecast) has no row."
                                + " Add it, with a severity.");
    }

    @Test
    void saysWhichSheetIsMissing() {
        assertThat(faults(new CatalogueSketch().without("Projects")))
                .containsExactly("Projects!A1: there is no such sheet."
                        + " Add it, with the headings Code, Name, Position, Sponsor.");
    }

    /** A missing sheet of measures is one fault, and not one for every target. */
    @Test
    void aMissingSheetIsNotToldAgainByWhoeverRefersToIt() {
        assertThat(faults(new CatalogueSketch().without("Measures").without("Layouts")))
                .hasSize(2)
                .allMatch(fault -> fault.contains("!A1: there is no such sheet."));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        List<String> faults = faults(new CatalogueSketch()
                .without("Page")
                .with("Measures", "count", "pieces")
                .with("Targets", "CPP | TRUST | 2014-10", "CP | TRUST | 2014-10")
                .with("Layouts", "value | column | Value |", "value | | Value |")
                .with("Rules", "R310 | QUERY |", "")
                .with("Organisations", "locality | TRUST", "locality | WEST"));

        assertThat(faults).hasSize(6);
        assertThat(String.join("\n", faults))
                .contains("Page!A1", "Measures!I3", "Targets!A2", "Layouts!E5", "R310", "Organisations!D3");
    }

    @Test
    void blankRowsAndSpareColumnsAreLeftAlone() {
        CatalogueReading reading = new CatalogueSketch()
                .with("Page", "Place | Mark | Text", "Note | Place | Mark | Text")
                .with("Page", "title | | Corporate", "\n[text   ]\nwhy | title | | Corporate")
                .read(folder);

        assertThat(complete(reading).pageTexts()).hasSize(1);
    }

    private static Catalogue complete(CatalogueReading reading) {
        assertThat(reading).isInstanceOf(CatalogueReading.Complete.class);
        return ((CatalogueReading.Complete) reading).catalogue();
    }

    private List<String> faults(CatalogueSketch sketch) {
        CatalogueReading reading = sketch.read(folder);
        assertThat(reading).isInstanceOf(CatalogueReading.Faulty.class);
        return ((CatalogueReading.Faulty) reading).faults();
    }
}
