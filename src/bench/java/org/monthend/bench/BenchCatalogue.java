package org.monthend.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.monthend.catalogue.Severity;
import org.monthend.validate.Rule;

/** The catalogue that the workloads are loaded by: one return, one layout, many measures and organisations. */
final class BenchCatalogue {

    private BenchCatalogue() {}

    static void write(Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            sheet(
                    workbook,
                    "Measures",
                    "Code|Name|Printed name|Name status|Section|Block|Position|Contract|Unit|Decimals|Numerator"
                            + "|Denominator|Definition|Polarity|Frequency|Aggregation|Lifecycle|Show trend",
                    IntStream.range(0, Workload.MEASURES).mapToObj(BenchCatalogue::measure));
            sheet(
                    workbook,
                    "Targets",
                    "Measure|Organisation|From|To|Target|Low|High|Tolerance",
                    IntStream.range(0, Workload.MEASURES)
                            .filter(measure -> !TidyWorkbook.isCount(measure))
                            .mapToObj(measure -> TidyWorkbook.measureCode(measure) + "|TRUST|2014-04||75|||5"));
            sheet(workbook, "Baselines", "Measure|Rank|National average|Figure|Source", Stream.of());
            sheet(
                    workbook,
                    "Organisations",
                    "Code|Name|Level|Parent",
                    Stream.concat(
                            Stream.of("TRUST|The Trust|trust|"),
                            IntStream.range(0, Workload.ORGANISATIONS)
                                    .mapToObj(number -> "%s|Team %d|team|TRUST"
                                            .formatted(TidyWorkbook.organisationCode(number), number))));
            sheet(
                    workbook,
                    "Returns",
                    "Code|Name|Organisation|Frequency|Due working day|File name|Tables|Owner|E-mail",
                    Stream.of("FIGURES|Figures|TRUST|monthly|10|figures-*.xlsx|TIDY||"));
            sheet(workbook, "Layouts", "Layout|From|To|Part|Where|Words|Unit", layout());
            sheet(workbook, "Finance lines", "Code|Name|Contract|Kind|Position", Stream.of());
            sheet(workbook, "Projects", "Code|Name|Position|Sponsor", Stream.of());
            sheet(workbook, "Categories", "Scheme|Scheme name|Code|Name|Position|Favourable", Stream.of());
            sheet(
                    workbook,
                    "Rules",
                    "Rule|Severity|Tolerance",
                    Arrays.stream(Rule.values()).map(rule -> rule.code() + "|" + severest(rule) + "|"));
            sheet(workbook, "Page", "Place|Mark|Text", Stream.of("header.organisation||The Trust"));
            workbook.write(out);
        }
    }

    private static String measure(int number) {
        boolean count = TidyWorkbook.isCount(number);
        return "%s|Measure %d||printed|services|%s|%d|n|%s|0|%s|%s|What is measured|higher|monthly|%s|live|y"
                .formatted(
                        TidyWorkbook.measureCode(number),
                        number,
                        number % 2 == 0 ? "left" : "right",
                        number + 1,
                        count ? "count" : "percent",
                        count ? "" : "timely",
                        count ? "" : "all",
                        count ? "flow" : "ratio");
    }

    /** A benchmark that rejects a row in silence measures nothing; its figures may do what they like over the months. */
    private static Severity severest(Rule rule) {
        boolean ofHistory = rule.code().startsWith("R5");
        return Arrays.stream(Severity.values())
                .filter(rule::admits)
                .filter(severity -> !ofHistory || severity == Severity.QUERY || severity == Severity.NOTE)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> layout() {
        List<String> parts =
                new ArrayList<>(List.of("sheet||Return*", "rows are||measures", "code||- = nothing to report"));
        for (String field :
                List.of("Measure", "Organisation", "Month", "Numerator", "Denominator", "Value", "Status", "Comment")) {
            parts.add(field.toLowerCase(java.util.Locale.ROOT) + "|column|" + field);
        }
        return parts.stream().map(part -> "TIDY|||" + part + "|");
    }

    private static void sheet(XSSFWorkbook workbook, String name, String headings, Stream<String> rows) {
        XSSFSheet sheet = workbook.createSheet(name);
        row(sheet, headings);
        rows.forEach(each -> row(sheet, each));
    }

    private static void row(XSSFSheet sheet, String cells) {
        XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        String[] texts = cells.split("\\|", -1);
        for (int column = 0; column < texts.length; column++) {
            if (!texts[column].isEmpty()) {
                row.createCell(column).setCellValue(texts[column]);
            }
        }
    }
}
