package org.monthend.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.monthend.catalogue.Severity;
import org.monthend.validate.Rule;

/** The catalogue that the workload is loaded by. */
final class FaultCatalogue {

    private static final byte[] BYTES = bytes();

    private FaultCatalogue() {}

    static void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(BYTES);
        }
    }

    private static byte[] bytes() {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            fill(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("a workbook in memory cannot be written", e);
        }
    }

    private static void fill(XSSFWorkbook workbook) {
        sheet(
                workbook,
                "Measures",
                "Code|Name|Printed name|Name status|Section|Block|Position|Contract|Unit|Decimals|Numerator"
                        + "|Denominator|Definition|Polarity|Frequency|Aggregation|Lifecycle|Show trend",
                Arrays.stream(KnownMeasure.values()).map(FaultCatalogue::measure));
        sheet(
                workbook,
                "Targets",
                "Measure|Organisation|From|To|Target|Low|High|Tolerance",
                Arrays.stream(KnownMeasure.values())
                        .filter(measure -> measure.hasBand() || measure.target().isPresent())
                        .map(FaultCatalogue::target));
        sheet(workbook, "Baselines", "Measure|Rank|National average|Figure|Source", Stream.of());
        sheet(
                workbook,
                "Organisations",
                "Code|Name|Level|Parent",
                Stream.of("TRUST|The Trust|trust|", "TEAM|The Team|team|TRUST"));
        sheet(
                workbook,
                "Returns",
                "Code|Name|Organisation|Frequency|Due working day|File name|Tables|Owner|E-mail",
                Workload.RETURNS.stream().map(FaultCatalogue::due));
        sheet(workbook, "Layouts", "Layout|From|To|Part|Where|Words|Unit", layout());
        sheet(workbook, "Finance lines", "Code|Name|Contract|Kind|Position", Stream.of());
        sheet(workbook, "Projects", "Code|Name|Position|Sponsor", Stream.of());
        sheet(workbook, "Categories", "Scheme|Scheme name|Code|Name|Position|Favourable", Stream.of());
        sheet(
                workbook,
                "Rules",
                "Rule|Severity|Tolerance",
                Arrays.stream(Rule.values()).map(rule -> rule.code() + "|" + severity(rule) + "|"));
        sheet(workbook, "Page", "Place|Mark|Text", Stream.of("header.organisation||The Trust"));
    }

    private static String measure(KnownMeasure measure) {
        return "%s|Measure %s||printed|services|left|%d|n|%s|%d|%s|%s|What is counted|%s|monthly|%s|live|y"
                .formatted(
                        measure,
                        measure.name().toLowerCase(Locale.ROOT),
                        measure.ordinal() + 1,
                        measure.unit(),
                        measure.decimals(),
                        measure.isRatio() ? "counted" : "",
                        measure.isRatio() ? "all" : "",
                        measure.polarity(),
                        measure.aggregation());
    }

    private static String target(KnownMeasure measure) {
        String aim = measure.hasBand()
                ? "|%s|%s|".formatted(measure.low(), measure.high())
                : "%s|||%s".formatted(measure.target().orElseThrow(), measure.tolerance());
        return measure + "|TRUST|2013-04||" + aim;
    }

    private static String due(String code) {
        return "%1$s|Return %1$s|TRUST|monthly|10|%2$s-*.%3$s|TIDY||"
                .formatted(code, code.toLowerCase(Locale.ROOT), Workload.isSpreadsheet(code) ? "xlsx" : "csv");
    }

    /** Figures that jump about are what the workload is made of: nobody need be asked about them. */
    private static Severity severity(Rule rule) {
        boolean ofHistory = rule.code().startsWith("R5");
        return Arrays.stream(Severity.values())
                .filter(rule::admits)
                .filter(severity -> !ofHistory || severity == Severity.QUERY || severity == Severity.NOTE)
                .reduce((severest, milder) -> ofHistory ? milder : severest)
                .orElseThrow();
    }

    private static Stream<String> layout() {
        List<String> parts =
                new ArrayList<>(List.of("sheet||Return*", "rows are||measures", "code||- = nothing to report"));
        for (String field :
                List.of("Measure", "Organisation", "Month", "Numerator", "Denominator", "Value", "Status", "Comment")) {
            parts.add(field.toLowerCase(Locale.ROOT) + "|column|" + field);
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
