package org.monthend;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scorecard of December 2015 as it was printed: every value by the place where it stands. */
final class PrintedScorecard {

    private static final Map<String, String> COLUMNS = Map.of(
            "baseline_rank", "baseline_rank",
            "baseline_figure", "baseline_figure",
            "2014/15 Qtr3", "quarter_1",
            "2014/15 Qtr4", "quarter_2",
            "2015/16 Qtr1", "quarter_3",
            "2015/16 Qtr2", "quarter_4",
            "Dec-15", "latest",
            "target", "target",
            "trend_6mth", "trend");

    private PrintedScorecard() {}

    /** Measures and projects have a line by code, categories by scheme, texts by place. */
    static Map<String, String> values() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.putAll(measures());
        values.putAll(finance());
        for (NamedCsvRecord row : rows("distributions-dec-15.csv")) {
            values.put(place(row.getField("scheme_code"), row.getField("category_code")), row.getField("printed"));
        }
        for (NamedCsvRecord row : rows("projects-dec-15.csv")) {
            String code = row.getField("project_code");
            values.put(place(code, "name"), row.getField("project"));
            values.put(place(code, "progress"), row.getField("progress_rag"));
            values.put(place(code, "finance"), row.getField("forecast_variance_rag"));
            values.put(place(code, "narrative"), row.getField("status"));
        }
        return values;
    }

    private static Map<String, String> measures() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows("measures.csv")) {
            names.put(row.getField("measure_code"), row.getField("measure_name"));
        }
        // The page prints the state of this one behind its name.
        names.computeIfPresent("STAFF_SATISFACTION_PCT", (code, name) -> name + " - UNDER DEVELOPMENT");
        for (NamedCsvRecord row : rows("scorecard-dec-15.csv")) {
            String code = row.getField("measure_code");
            values.put(place(code, "name"), names.get(code));
            COLUMNS.forEach((printed, column) -> values.put(place(code, column), row.getField(printed)));
        }
        return values;
    }

    private static Map<String, String> finance() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows("finance-dec-15.csv")) {
            String code = row.getField("finance_line_code");
            values.put(place(code, "name"), row.getField("finance_line"));
            values.put(place(code, "budget"), row.getField("budget_2015_16"));
            // A forecast is no variance: the stray sign of +£21.4M is dropped, and noted at its cell.
            values.put(place(code, "forecast"), row.getField("forecast_31_dec").replace("+", ""));
            values.put(place(code, "variance"), row.getField("forecast_variance"));
        }
        return values;
    }

    /** The page's own texts: title, vision, headings, notes and key, as they stand in the printed text. */
    static List<String> texts() throws IOException {
        String page = Files.readString(seed().resolve("corporate-scorecard-dec-15.txt"));
        return page.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("Corporate Scorecard for month")
                        || line.startsWith("Our Vision")
                        || line.startsWith("High quality services")
                        || line.startsWith("Learning, Growth")
                        || line.startsWith("Effective Governance")
                        || line.startsWith("Other Headlines")
                        || line.startsWith("Internal Audit analysis")
                        || line.startsWith("Key:")
                        || line.startsWith("1:")
                        || line.startsWith("2:")
                        || line.startsWith("Arrow denotes")
                        || line.startsWith("*16 relate"))
                .map(line -> line.startsWith("*16") ? line.substring(1, line.indexOf('\t')) : line)
                .map(line -> line.startsWith("1:") || line.startsWith("2:")
                        ? line.substring(2).strip()
                        : line)
                .toList();
    }

    static String place(String line, String column) {
        return line + " / " + column;
    }

    private static Path seed() {
        return Path.of(System.getProperty("shared")).resolve("seed");
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(seed().resolve(file))) {
            return reader.stream().toList();
        }
    }
}
