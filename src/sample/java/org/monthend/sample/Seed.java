package org.monthend.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.PageText;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Unit;

/** The printed December 2015 scorecard, exactly as the seed's files have it. */
record Seed(
        List<Measure> measures,
        List<PrintedLine> lines,
        List<PrintedFinance> finance,
        List<PrintedCategory> categories,
        List<PrintedProject> projects,
        List<PageText> pageTexts) {

    /** One measure's cells on the page. */
    record PrintedLine(
            String measure,
            String rank,
            String baseline,
            List<String> quarters,
            String latest,
            String target,
            String arrow) {}

    /** One line of the finance table. */
    record PrintedFinance(
            String code, String name, String contract, String kind, String budget, String forecast, String variance) {}

    /** One category of the case audits or of the internal audits. */
    record PrintedCategory(String scheme, String schemeName, String code, String name, String printed) {}

    record PrintedProject(String code, String name, String progress, String finance, String narrative) {}

    static Seed read(Path folder) throws IOException {
        List<PrintedLine> lines = rows(folder.resolve("scorecard-dec-15.csv"), Seed::line);
        return new Seed(
                rows(folder.resolve("measures.csv"), Seed::measure),
                lines,
                rows(
                        folder.resolve("finance-dec-15.csv"),
                        row -> new PrintedFinance(
                                row.getField("finance_line_code"),
                                row.getField("finance_line"),
                                row.getField("contract"),
                                row.getField("kind"),
                                row.getField("budget_2015_16"),
                                row.getField("forecast_31_dec"),
                                row.getField("forecast_variance"))),
                rows(
                        folder.resolve("distributions-dec-15.csv"),
                        row -> new PrintedCategory(
                                row.getField("scheme_code"),
                                row.getField("scheme"),
                                row.getField("category_code"),
                                row.getField("category"),
                                row.getField("printed"))),
                rows(
                        folder.resolve("projects-dec-15.csv"),
                        row -> new PrintedProject(
                                row.getField("project_code"),
                                row.getField("project"),
                                row.getField("progress_rag"),
                                row.getField("forecast_variance_rag"),
                                row.getField("status"))),
                pageTexts(Files.readAllLines(folder.resolve("corporate-scorecard-dec-15.txt"))));
    }

    Measure measure(String code) {
        return measures.stream()
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the seed has no measure " + code));
    }

    PrintedLine line(String code) {
        return lines.stream()
                .filter(line -> line.measure().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the seed prints no measure " + code));
    }

    List<PrintedCategory> categories(String scheme) {
        return categories.stream()
                .filter(category -> category.scheme().equals(scheme))
                .toList();
    }

    private static PrintedLine line(NamedCsvRecord row) {
        return new PrintedLine(
                row.getField("measure_code"),
                row.getField("baseline_rank"),
                row.getField("baseline_figure"),
                Stream.of("2014/15 Qtr3", "2014/15 Qtr4", "2015/16 Qtr1", "2015/16 Qtr2")
                        .map(row::getField)
                        .toList(),
                row.getField("Dec-15"),
                row.getField("target"),
                row.getField("trend_6mth"));
    }

    private static Measure measure(NamedCsvRecord row) {
        String code = row.getField("measure_code");
        String name = row.getField("measure_name");
        Lifecycle lifecycle = oneOf(Lifecycle.values(), Lifecycle::word, row.getField("lifecycle"));
        return new Measure(
                code,
                name,
                MeasureWords.printedName(code, name),
                row.getField("name_status"),
                row.getField("perspective"),
                row.getField("block"),
                Integer.parseInt(row.getField("position")),
                row.getField("contract"),
                oneOf(Unit.values(), Unit::word, row.getField("unit")),
                Integer.parseInt(row.getField("decimals")),
                row.getField("numerator"),
                row.getField("denominator"),
                MeasureWords.definition(code),
                oneOf(Polarity.values(), Polarity::word, row.getField("polarity")),
                oneOf(Frequency.values(), Frequency::word, row.getField("frequency")),
                oneOf(Aggregation.values(), Aggregation::word, row.getField("aggregation")),
                lifecycle,
                MeasureWords.showsTrend(code));
    }

    private static List<PageText> pageTexts(List<String> page) {
        return List.of(
                text("title", "", page, "Corporate Scorecard for month"),
                text("vision", "", page, "Our Vision"),
                text("section.services", "", page, "High quality services"),
                text("section.workforce", "", page, "Learning, Growth"),
                text("section.finance", "", page, "Effective Governance"),
                text("section.projects", "", page, "Other Headlines"),
                text("measure.header", "", page, "Measure ("),
                text("heading.audit", "", page, "Internal Audit analysis"),
                text("note", "1", page, "1: "),
                text("note", "2", page, "2: "),
                text("key.arrow", "", page, "Arrow denotes"),
                text("key.audit", "", page, "Key: "));
    }

    /** The page's line that begins so, up to its first tab and without the mark of a note. */
    private static PageText text(String place, String mark, List<String> page, String beginning) {
        String line = page.stream()
                .filter(words -> words.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the page has no line '" + beginning + "…'"));
        String words = line.indexOf('\t') < 0 ? line : line.substring(0, line.indexOf('\t'));
        return new PageText(
                place,
                mark,
                mark.isEmpty()
                        ? words.strip()
                        : words.substring(beginning.length()).strip());
    }

    private static <T> List<T> rows(Path file, Function<NamedCsvRecord, T> read) throws IOException {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
            return records.stream().map(read).toList();
        }
    }

    private static <E> E oneOf(E[] values, Function<E, String> word, String wanted) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such word: " + wanted));
    }
}
