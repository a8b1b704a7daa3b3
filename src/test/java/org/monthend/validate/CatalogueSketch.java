package org.monthend.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.monthend.extract.SheetSketch;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;

/** A small catalogue workbook that is right, to be spoilt by a test. */
final class CatalogueSketch {

    private final Map<String, String> sheets = new LinkedHashMap<>();

    CatalogueSketch() {
        sheets.put("Measures", """
                Code | Name | Printed name | Name status | Section | Block | Position | Contract | Unit | Decimals | Numerator | Denominator | Definition | Polarity | Frequency | Aggregation | Lifecycle | Show trend
                CPP  | CPP per 10,000 | | printed | services | left | 1 | y | per_10000 | 0 | plans | children | | context | monthly | stock_ratio | live | y
                OPEN | Cases open | Open cases | printed | services | left | 2 | n | count | 0 | cases | | | lower | monthly | stock | new | n
                """);
        sheets.put("Targets", """
                Measure | Organisation | From    | To      | Target | Low | High | Tolerance
                CPP     | TRUST        | 2014-10 | 2015-03 | 60     |     |      | 2
                CPP     | TRUST        | 2015-04 |         |        | 50  | 70   |
                """);
        sheets.put("Baselines", """
                Measure | Rank | National average | Figure | Source
                CPP     | B    |                  | 51     | National
                OPEN    | -    |                  | -      |
                """);
        sheets.put("Organisations", """
                Code  | Name      | Level    | Parent
                TRUST | The Trust | trust    |
                NORTH | North     | locality | TRUST
                """);
        sheets.put("Returns", """
                Code | Name             | Organisation | Frequency | Due working day | File name | Tables       | Owner | E-mail
                CP   | Child protection | TRUST        | monthly   | 6               | CP *.xlsx | TIDY; GRADES |       |
                """);
        sheets.put("Layouts", """
                Layout | From    | To | Part         | Where    | Words   | Unit
                TIDY   | 2014-10 |    | sheet        |          | Return* |
                TIDY   | 2014-10 |    | measure      | column   | Measure |
                TIDY   | 2014-10 |    | month        | column   | Month   |
                TIDY   | 2014-10 |    | value        | column   | Value   |
                TIDY   | 2014-10 |    | code         |          | - = nothing to report |
                GRADES | 2014-10 |    | rows are     |          | distribution |
                GRADES | 2014-10 |    | scheme       | constant | GRADE   |
                GRADES | 2014-10 |    | category     | column   | Grade   |
                GRADES | 2014-10 |    | organisation | constant | TRUST   |
                GRADES | 2014-10 |    | month        | title    | Grades of {month} |
                GRADES | 2014-10 |    | count        | column   | Files   |
                """);
        sheets.put("Finance lines", """
                Code  | Name   | Contract | Kind  | Position
                TOTAL | Budget | y        | money | 1
                """);
        sheets.put("Projects", """
                Code  | Name          | Position | Sponsor
                PAUSE | PAUSE project | 1        |
                """);
        sheets.put("Categories", """
                Scheme | Scheme name | Code | Name | Position | Favourable
                GRADE  | Grade       | G    | Good | 1        | y
                GRADE  | Grade       | I    | Inadequate | 2  | n
                """);
        sheets.put(
                "Rules",
                "Rule | Severity | Tolerance\n"
                        + SmallCatalogue.rules().stream()
                                .map(rule -> rule.rule() + " | " + rule.severity() + " | ")
                                .collect(Collectors.joining("\n")));
        sheets.put("Page", """
                Place | Mark | Text
                title |      | Corporate Scorecard for month:
                """);
    }

    /** Exchanges words that stand once on the sheet, the spaces between cells aside. */
    CatalogueSketch with(String sheet, String words, String others) {
        String before = tight(sheets.getOrDefault(sheet, ""));
        String after = before.replace(tight(words), tight(others));
        if (after.equals(before)) {
            throw new IllegalArgumentException("'" + words + "' does not stand on " + sheet);
        }
        sheets.put(sheet, after);
        return this;
    }

    /** One more row at the end of the sheet. */
    CatalogueSketch and(String sheet, String row) {
        sheets.merge(sheet, row, (rows, more) -> rows.strip() + "\n" + more);
        return this;
    }

    CatalogueSketch without(String sheet) {
        sheets.remove(sheet);
        return this;
    }

    CatalogueReading read(Path folder) {
        List<String> names = List.copyOf(sheets.keySet());
        SheetSketch sketch = SheetSketch.workbook(names.get(0), sheets.getOrDefault(names.get(0), ""));
        names.stream().skip(1).forEach(name -> sketch.and(name, sheets.getOrDefault(name, "")));
        return read(sketch, folder);
    }

    private static CatalogueReading read(SheetSketch sketch, Path folder) {
        try (Workbook workbook =
                Workbooks.open(sketch.write(folder.resolve("catalogue.xlsx")), ReadLimits.standard())) {
            return CatalogueReader.read(workbook, "digest");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tight(String rows) {
        return rows.lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).collect(Collectors.joining("|")))
                .collect(Collectors.joining("\n"));
    }
}
