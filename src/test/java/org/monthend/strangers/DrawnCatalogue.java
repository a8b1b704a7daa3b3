package org.monthend.strangers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.SheetSketch;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;
import org.monthend.validate.CatalogueReader;
import org.monthend.validate.CatalogueReading;
import org.monthend.validate.SmallCatalogue;

/** A catalogue workbook drawn by a program, as a steward would fill it in. */
final class DrawnCatalogue {

    private final Map<String, StringBuilder> sheets = new LinkedHashMap<>();

    DrawnCatalogue() {
        sheet(
                "Measures",
                "Code | Name | Printed name | Name status | Section | Block | Position | Contract | Unit | Decimals"
                        + " | Numerator | Denominator | Definition | Polarity | Frequency | Aggregation | Lifecycle | Show trend");
        sheet("Targets", "Measure | Organisation | From | To | Target | Low | High | Tolerance");
        sheet("Baselines", "Measure | Rank | National average | Figure | Source");
        sheet("Organisations", "Code | Name | Level | Parent");
        sheet(
                "Returns",
                "Code | Name | Organisation | Frequency | Due working day | File name | Tables | Owner | E-mail");
        sheet("Layouts", "Layout | From | To | Part | Where | Words | Unit");
        sheet("Finance lines", "Code | Name | Contract | Kind | Position");
        sheet("Projects", "Code | Name | Position | Sponsor");
        sheet("Categories", "Scheme | Scheme name | Code | Name | Position | Favourable");
        sheet("Rules", "Rule | Severity | Tolerance");
        SmallCatalogue.rules()
                .forEach(rule -> row(
                        "Rules",
                        rule.rule() + " | " + rule.severity() + " | "
                                + rule.tolerance().map(Object::toString).orElse("")));
        sheet("Page", "Place | Mark | Text\ntitle | | Corporate Scorecard for month:");
    }

    private void sheet(String name, String headings) {
        sheets.put(name, new StringBuilder(headings));
    }

    /** One more row at the end of the sheet, cells divided by |. */
    DrawnCatalogue row(String sheet, String row) {
        sheets.getOrDefault(sheet, new StringBuilder()).append('\n').append(row);
        return this;
    }

    /** A measure that is reported every month and shown with one decimal place. */
    DrawnCatalogue measure(String code, String name, String unit, String fraction, String aggregation) {
        String position = String.valueOf(sheets.getOrDefault("Measures", new StringBuilder())
                        .chars()
                        .filter(character -> character == '\n')
                        .count()
                + 1);
        row(
                "Measures",
                "%s | %s | | printed | services | left | %s | n | %s | 1 | %s | | higher | monthly | %s | live | y"
                        .formatted(code, name, position, unit, fraction, aggregation));
        return row("Baselines", code + " | | | | ");
    }

    /** A layout as "part | where | words | unit", in force since the month. */
    DrawnCatalogue layout(String code, String from, String parts) {
        parts.lines().forEach(part -> row("Layouts", "%s | %s | | %s".formatted(code, from, part)));
        return this;
    }

    DrawnCatalogue write(Path file) {
        List<String> names = List.copyOf(sheets.keySet());
        SheetSketch sketch = SheetSketch.workbook(names.get(0), text(names.get(0)));
        names.stream().skip(1).forEach(name -> sketch.and(name, text(name)));
        sketch.write(file);
        return this;
    }

    private String text(String sheet) {
        return sheets.getOrDefault(sheet, new StringBuilder()).toString();
    }

    /** The catalogue as the product reads it from the workbook. */
    Catalogue catalogue(Path folder) {
        Path file = folder.resolve("catalogue.xlsx");
        write(file);
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            CatalogueReading reading = CatalogueReader.read(workbook, "digest");
            if (reading instanceof CatalogueReading.Complete complete) {
                return complete.catalogue();
            }
            throw new AssertionError(reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell that looks like a number, but is a code. */
    static String code(String code) {
        return code.matches("[0-9]+") ? "[text " + code + "]" : code;
    }

    /** The cells of a CSV without quotes, heading by heading; lines that begin with # are none. */
    static List<Map<String, String>> csv(Path file) {
        try (Stream<String> all = Files.lines(file)) {
            List<List<String>> lines = all.filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace("\ufeff", ""))
                    .map(DrawnCatalogue::cells)
                    .toList();
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        Map<String, String> row = new LinkedHashMap<>();
                        for (int column = 0; column < lines.get(0).size(); column++) {
                            row.put(lines.get(0).get(column), line.get(column));
                        }
                        return row;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Divided at commas, but not at those between quotes. */
    private static List<String> cells(String line) {
        return Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.replace("\"", ""))
                .toList();
    }

    /** What the cells of a catalogue workbook say, one line each. */
    static List<String> cellsOf(Path file) {
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            List<String> cells = new ArrayList<>();
            for (var sheet : workbook.sheets()) {
                workbook.rows(sheet, row -> {
                    cells.add(sheet.name() + ": "
                            + row.cells().stream()
                                    .map(cell -> cell.address() + " " + cell.value())
                                    .collect(Collectors.joining(", ")));
                    return true;
                });
            }
            return cells;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
