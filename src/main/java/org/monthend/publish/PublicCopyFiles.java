package org.monthend.publish;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.EditionFiles;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.disclosure.CopyCell;
import org.monthend.scorecard.disclosure.PublicEdition;
import org.monthend.scorecard.disclosure.PublicFiles;

/** Page, workbook and csv of a public copy: how they are drawn from it and from nothing else, and where they lie. */
public final class PublicCopyFiles {

    private static final List<String> HEADINGS = List.of("code", "name", "kind", "period", "shown", "figure", "unit");
    private static final Set<String> FIGURES = Set.of("month", "quarter");

    private PublicCopyFiles() {}

    /**
     * Draws all three; the same copy always gives the same bytes.
     *
     * @param report what is hidden and why; it is kept with them and never public
     */
    public static PublicFiles draw(PublicEdition copy, String report) {
        EditionFiles files = ScorecardFiles.draw(copy.edition());
        return new PublicFiles(
                files.page(),
                files.workbook(),
                csv(copy.edition().scorecard()).getBytes(StandardCharsets.UTF_8),
                report.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts the public files into a folder of their own, and the report beside that folder. */
    public static void put(PublicFiles files, Path month) throws IOException {
        Path folder = Files.createDirectories(month.resolve("public"));
        ScorecardFiles.replace(month.resolve("hidden.txt"), files.report());
        ScorecardFiles.replace(folder.resolve("figures.csv"), files.figures());
        ScorecardFiles.replace(folder.resolve("scorecard.xlsx"), files.workbook());
        ScorecardFiles.replace(folder.resolve("scorecard.html"), files.page());
    }

    /**
     * What a csv of a public copy shows of measures, as it prints it; what it hides or does not have is not among it.
     *
     * @throws IllegalStateException when it is no such csv
     */
    public static Map<CopyCell, String> shown(byte[] csv) {
        Map<CopyCell, String> shown = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(new String(csv, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : lines) {
                if (FIGURES.contains(line.getField("kind"))
                        && !line.getField("figure").isEmpty()) {
                    shown.put(new CopyCell(line.getField("code"), line.getField("period")), line.getField("shown"));
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("The figures of a public copy cannot be read", e);
        }
        return shown;
    }

    private static String csv(Scorecard scorecard) {
        CsvLines lines = new CsvLines();
        for (MeasureLine line : scorecard.measures()) {
            measure(lines, line, scorecard);
        }
        for (CategoryFigure figure : scorecard.distributions()) {
            category(lines, figure, "percent");
        }
        for (CategoryFigure figure : scorecard.auditOpinions()) {
            category(lines, figure, "count");
        }
        for (FinancePosition position : scorecard.finance()) {
            finance(lines, position, "budget", position.printedBudget());
            finance(lines, position, "forecast", position.printedForecast());
            finance(lines, position, "variance", position.printedVariance());
        }
        return CsvLines.header(HEADINGS) + lines;
    }

    private static void measure(CsvLines lines, MeasureLine line, Scorecard scorecard) {
        Measure measure = line.measure();
        String unit = measure.unit().word();
        line(lines, measure, "baseline", "baseline", line.baselineFigure(), Optional.empty(), unit);
        for (PeriodFigure quarter : line.quarters()) {
            line(
                    lines,
                    measure,
                    "quarter",
                    quarter.period(),
                    quarter.printed(),
                    quarter.figure().reportedValue(),
                    unit);
        }
        if (line.months().stream().noneMatch(month -> month.month().equals(scorecard.month()))) {
            line(lines, measure, "month", line.latest().period(), line.latest().printed(), Optional.empty(), unit);
        }
        line.months()
                .forEach(month -> line(
                        lines,
                        measure,
                        "month",
                        month.month().label(),
                        month.reportedText().isEmpty() ? words(month.figure()) : month.reportedText(),
                        month.figure().reportedValue(),
                        unit));
        line(lines, measure, "target", scorecard.month().label(), line.target().printed(), Optional.empty(), unit);
        line.forecast().stream().flatMap(forecast -> forecast.months().stream()).forEach(month -> {
            BigDecimal mean = BigDecimal.valueOf(month.mean()).setScale(measure.decimals() + 1, RoundingMode.HALF_UP);
            line(
                    lines,
                    measure,
                    "forecast",
                    month.month().label(),
                    mean.toPlainString() + " f",
                    Optional.of(mean),
                    unit);
        });
    }

    private static String words(Figure figure) {
        return figure instanceof Figure.Missing missing ? missing.reason().printed() : "";
    }

    private static void line(
            CsvLines lines,
            Measure measure,
            String kind,
            String period,
            String shown,
            Optional<BigDecimal> figure,
            String unit) {
        if (shown.isEmpty()) {
            return;
        }
        CsvLines.Line line = lines.line()
                .text(measure.code())
                .text(measure.printedName())
                .text(kind)
                .text(period)
                .text(shown);
        figure.ifPresentOrElse(value -> line.text(value.toPlainString()), line::blank);
        line.text(unit).end();
    }

    private static void category(CsvLines lines, CategoryFigure figure, String unit) {
        lines.line()
                .text(figure.category().scheme())
                .text(figure.category().schemeName() + ": " + figure.category().name())
                .text("category")
                .text(figure.category().code())
                .text(figure.printed())
                .blank()
                .text(unit)
                .end();
    }

    private static void finance(CsvLines lines, FinancePosition position, String column, String printed) {
        if (!printed.isEmpty()) {
            lines.line()
                    .text(position.line().code())
                    .text(position.line().name())
                    .text("finance")
                    .text(column)
                    .text(printed)
                    .blank()
                    .text("")
                    .end();
        }
    }
}
