package org.monthend.strangers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monthend.extract.CellWords;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;

/** The catalogues by which the workbooks of strangers are read; nothing but their own words is in them. */
final class Strangers {

    static final Path REAL = Path.of(System.getProperty("shared")).resolve("real");

    private Strangers() {}

    /** Attendances at A&E departments, by provider and type of department. */
    static DrawnCatalogue accidentAndEmergency() {
        DrawnCatalogue catalogue = new DrawnCatalogue()
                .measure("AE01", "Type 1 within four hours", "percent", "within | attendances", "ratio")
                .measure("AE02", "Type 2 within four hours", "percent", "within | attendances", "ratio")
                .measure("AE03", "Type 3 within four hours", "percent", "within | attendances", "ratio")
                .row("Targets", "AE01 | ENGLAND | 2016-04 | | 95 | | | ")
                .row("Targets", "AE02 | ENGLAND | 2016-04 | | 95 | | | ")
                .row("Targets", "AE03 | ENGLAND | 2016-04 | | 95 | | | ")
                .row("Organisations", "ENGLAND | England | nation | ");
        providers()
                .forEach(code -> catalogue.row(
                        "Organisations",
                        "%s | Provider %s | provider | ENGLAND".formatted(DrawnCatalogue.code(code), code)));
        return catalogue
                .row("Returns", "AE | A&E attendances | ENGLAND | monthly | 10 | tidy_*.xlsx | AE-TIDY | | ")
                .row("Returns", "AE-S | A&E statistics | ENGLAND | monthly | 10 | stranger_*.xlsx | AE-STRANGER | | ")
                .layout("AE-TIDY", "2016-04", """
                        sheet             |          | Return       |
                        measure           | column   | Measure code |
                        organisation      | column   | Org code     |
                        organisation name | column   | Org name     |
                        month             | column   | Month        |
                        numerator         | column   | Numerator    |
                        denominator       | column   | Denominator  |
                        value             | column   | Value        | fraction
                        comment           | column   | Comment      |
                        """)
                .layout("AE-STRANGER", "2016-04", """
                        sheet               |         | Provider Level*                                 |
                        header tiers        |         | 2                                               |
                        organisation        | column  | Code                                            |
                        organisation name   | column  | Name                                            |
                        denominator of AE01 | column  | A&E attendances > Type 1*                       |
                        denominator of AE02 | column  | A&E attendances > Type 2*                       |
                        denominator of AE03 | column  | A&E attendances > Type 3*                       |
                        remainder of AE01   | column  | Attendances * 4 hours from arrival > Type 1*    |
                        remainder of AE02   | column  | Attendances * 4 hours from arrival > Type 2*    |
                        remainder of AE03   | column  | Attendances * 4 hours from arrival > Type 3*    |
                        month               | title   | {month}                                         |
                        pass over           |         | England                                         |
                        code                |         | * = suppressed                                  |
                        code                | denominator | 0 = nothing to report                       |
                        notes               |         | Notes*                                          |
                        """);
    }

    private static SortedSet<String> providers() {
        SortedSet<String> codes = new TreeSet<>();
        DrawnCatalogue.csv(REAL.resolve("ae_returns/expected_rows.csv"))
                .forEach(row -> codes.add(row.getOrDefault("org_code", "")));
        for (String month : List.of("2016-04", "2016-10")) {
            codes.addAll(firstColumn(REAL.resolve("ae_returns/stranger_" + month + ".xlsx"), 19));
        }
        codes.remove("Notes:");
        codes.removeIf(code -> code.startsWith("*"));
        return codes;
    }

    private static List<String> firstColumn(Path file, int fromRow) {
        List<String> words = new ArrayList<>();
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            workbook.rows(workbook.sheets().get(0), row -> {
                Cell first = row.cells().get(0);
                if (row.number() >= fromRow) {
                    words.add(CellWords.of(first.value()));
                }
                return true;
            });
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Children's social care and looked after children, by local authority and year. */
    static DrawnCatalogue childrensServices() {
        DrawnCatalogue catalogue = new DrawnCatalogue()
                .measure("REFERRALS", "Referrals", "count", "referrals | ", "flow")
                .measure("REFERRAL_RATE", "Referrals per 10,000", "per_10000", "referrals | children", "stock_ratio")
                .measure("REREFERRAL_PCT", "Re-referrals", "percent", "re-referrals | referrals", "ratio")
                .measure("AGENCY_PCT", "Agency workers", "percent", "agency | all", "stock_ratio")
                .measure(
                        "COVER_PCT", "Agency workers covering vacancies", "percent", "covering | agency", "stock_ratio")
                .measure("VACANCY_PCT", "Vacancies", "percent", "vacant | posts", "stock_ratio")
                .measure("CASELOAD", "Caseload", "cases per FTE", "cases | workers", "stock_ratio")
                .measure("KS1_ELIGIBLE", "Eligible at key stage 1", "count", "children | ", "stock")
                .measure("KS1_READING_PCT", "Reading at key stage 1", "percent", "reaching | eligible", "stock_ratio")
                .measure("CLA_MATCHED", "Looked after, in the census", "count", "children | ", "stock")
                .measure("CLA_NO_SEN_PCT", "Looked after without SEN", "percent", "without | all", "stock_ratio")
                .row("Organisations", "E92000001 | England | nation | ");
        authorities()
                .forEach((code, name) ->
                        catalogue.row("Organisations", "%s | %s | local authority | E92000001".formatted(code, name)));
        return catalogue
                .row("Returns", "CIN | Referrals | E92000001 | monthly | 10 | c1_*.csv | DFE-C1 | | ")
                .row("Returns", "CSWW | Workforce | E92000001 | monthly | 10 | csww_*.csv | DFE-CSWW | | ")
                .row("Returns", "SFR12 | Outcomes 2016 | E92000001 | monthly | 10 | SFR12*.xlsx | DFE-KS1 | | ")
                .row("Returns", "SFR49 | Outcomes 2014 | E92000001 | monthly | 10 | SFR49*.xlsx | DFE-SEN | | ")
                .layout("DFE-C1", "2013-03", """
                        organisation                  | column | new_la_code                 |
                        organisation name             | column | la_name                     |
                        month                         | column | time_period                 |
                        years end in                  |        | March                       |
                        value of REFERRALS            | column | Referrals                   |
                        value of REFERRAL_RATE        | column | Referrals_rate              | per 10,000
                        numerator of REREFERRAL_PCT   | column | Re_referrals                |
                        denominator of REREFERRAL_PCT | column | Referrals                   |
                        value of REREFERRAL_PCT       | column | Re_referrals_percent        | percent
                        pass over                     | column | geographic_level = National |
                        pass over                     | column | geographic_level = Regional |
                        code                          |        | c = suppressed              |
                        code                          |        | x = not available           |
                        code                          |        | z = not applicable          |
                        """)
                .layout("DFE-CSWW", "2013-03", """
                        organisation         | column | new_la_code                 |
                        organisation name    | column | la_name                     |
                        month                | column | time_period                 |
                        years end in         |        | March                       |
                        value of AGENCY_PCT  | column | agency_rate_fte             | percent
                        value of COVER_PCT   | column | agency_cover_rate_fte       | percent
                        value of VACANCY_PCT | column | vacancy_rate_fte            | percent
                        value of CASELOAD    | column | caseload_fte                |
                        pass over            | column | geographic_level = National |
                        pass over            | column | geographic_level = Regional |
                        code                 |        | c = suppressed              |
                        code                 |        | x = not available           |
                        code                 |        | z = not applicable          |
                        code                 |        | u = not available           |
                        """)
                .layout("DFE-KS1", "2013-03", """
                        sheet                    |              | Table LA1                                            |
                        header tiers             |              | 2                                                    |
                        organisation             | column       | LA Code                                              |
                        organisation name        | column       | LA Code                                              |
                        value of KS1_ELIGIBLE    | column       | Number eligible for key stage 1 assessments          |
                        value of KS1_READING_PCT | column       | Reaching the expected standard (%) > Reading         | percent
                        month                    | title        | Year: {year}                                         |
                        years end in             |              | March                                                |
                        pass over                | column       | LA Code = {blank}                                    |
                        other name               | organisation | E08000020 = E08000037                                |
                        other name               | organisation | E06000048 = E06000057                                |
                        other name               | organisation | E10000002 = E06000060                                |
                        code                     |              | x = suppressed                                       |
                        code                     |              | . = not applicable                                   |
                        notes                    |              | 1. *                                                 |
                        """)
                .layout("DFE-SEN", "2013-03", """
                        sheet                   |              | Table LA8                                              |
                        header tiers            |              | 3                                                      |
                        organisation            | column       | {column A}                                             |
                        value of CLA_MATCHED    | column       | Number of children looked after at 31 March *          |
                        value of CLA_NO_SEN_PCT | column       | Number of looked after children * > No SEN > Percentage | percent
                        month                   | title        | Years: {year}                                          |
                        years end in            |              | March                                                  |
                        other name              | organisation | Durham = E06000047                                     |
                        other name              | organisation | Cheshire West & Chester = Cheshire West and Chester    |
                        other name              | organisation | Herefordshire = E06000019                              |
                        other name              | organisation | Bedford Borough = E06000055                            |
                        pass over               |              | ENGLAND                                                |
                        pass over               |              | NORTH EAST                                             |
                        pass over               |              | NORTH WEST                                             |
                        pass over               |              | YORKSHIRE AND THE HUMBER                               |
                        pass over               |              | EAST MIDLANDS                                          |
                        pass over               |              | WEST MIDLANDS                                          |
                        pass over               |              | EAST OF ENGLAND                                        |
                        pass over               |              | LONDON                                                 |
                        pass over               |              | INNER LONDON                                           |
                        pass over               |              | OUTER LONDON                                           |
                        pass over               |              | SOUTH EAST                                             |
                        pass over               |              | SOUTH WEST                                             |
                        code                    |              | x = suppressed                                         |
                        code                    |              | . = not applicable                                     |
                        notes                   |              | 1. *                                                   |
                        """);
    }

    /** By code; where two had one name after another, the later one carries its code as well. */
    private static Map<String, String> authorities() {
        Map<String, String> names = new TreeMap<>();
        for (String file : List.of(
                "c1_children_in_need_referrals_and_rereferrals_2013_to_2023.csv", "csww_indicators_2017_to_2023.csv")) {
            DrawnCatalogue.csv(REAL.resolve("dfe").resolve(file)).stream()
                    .filter(row -> !row.getOrDefault("new_la_code", "").isEmpty())
                    .forEach(row -> names.put(row.getOrDefault("new_la_code", ""), row.getOrDefault("la_name", "")));
        }
        Set<String> later = Set.of("E06000065", "E06000059", "E06000066");
        names.replaceAll((code, name) -> later.contains(code) ? name + " " + code : name);
        return names;
    }
}
