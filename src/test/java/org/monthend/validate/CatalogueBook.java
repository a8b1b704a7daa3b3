package org.monthend.validate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.FinanceLine;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.PageText;
import org.monthend.catalogue.Project;
import org.monthend.catalogue.RuleSetting;
import org.monthend.catalogue.Target;

/** Writes a catalogue of a test as the workbook that a steward would edit, for commands that read one. */
public final class CatalogueBook {

    private final XSSFWorkbook workbook = new XSSFWorkbook();

    private CatalogueBook() {}

    /** Baselines are not written: no test needs one. */
    public static Path write(Catalogue catalogue, Path file) {
        CatalogueBook book = new CatalogueBook();
        book.measures(catalogue.measures());
        book.targets(catalogue.targets());
        book.sheet("Baselines", "Measure", "Rank", "National average", "Figure", "Source");
        book.organisations(catalogue.organisations());
        book.returns(catalogue.returns());
        book.layouts(catalogue.layouts());
        Sheet lines = book.sheet("Finance lines", "Code", "Name", "Contract", "Kind", "Position");
        for (FinanceLine line : catalogue.financeLines()) {
            row(
                    lines,
                    line.code(),
                    line.name(),
                    flag(line.contract()),
                    line.kind().word(),
                    line.position());
        }
        Sheet projects = book.sheet("Projects", "Code", "Name", "Position", "Sponsor");
        for (Project project : catalogue.projects()) {
            row(projects, project.code(), project.name(), project.position(), project.sponsor());
        }
        Sheet categories = book.sheet("Categories", "Scheme", "Scheme name", "Code", "Name", "Position", "Favourable");
        for (Category category : catalogue.categories()) {
            row(
                    categories,
                    category.scheme(),
                    category.schemeName(),
                    category.code(),
                    category.name(),
                    category.position(),
                    category.favourable());
        }
        Sheet rules = book.sheet("Rules", "Rule", "Severity", "Tolerance");
        for (RuleSetting rule : catalogue.rules()) {
            row(rules, rule.rule(), rule.severity(), plain(rule.tolerance()));
        }
        Sheet page = book.sheet("Page", "Place", "Mark", "Text");
        row(page, "title", "", "Corporate Scorecard for month:");
        for (PageText text : catalogue.pageTexts()) {
            row(page, text.place(), text.mark(), text.text());
        }
        return book.write(file);
    }

    private void measures(List<Measure> measures) {
        Sheet sheet = sheet(
                "Measures",
                "Code",
                "Name",
                "Printed name",
                "Name status",
                "Section",
                "Block",
                "Position",
                "Contract",
                "Unit",
                "Decimals",
                "Numerator",
                "Denominator",
                "Definition",
                "Polarity",
                "Frequency",
                "Aggregation",
                "Lifecycle",
                "Show trend");
        int position = 0;
        for (Measure measure : measures) {
            row(
                    sheet,
                    measure.code(),
                    measure.name(),
                    measure.printedName(),
                    measure.nameStatus(),
                    measure.section(),
                    measure.block(),
                    ++position,
                    measure.contract(),
                    measure.unit().word(),
                    measure.decimals(),
                    measure.numerator(),
                    measure.denominator(),
                    measure.definition(),
                    measure.polarity().word(),
                    measure.frequency().word(),
                    measure.aggregation().word(),
                    measure.lifecycle().word(),
                    flag(measure.showsTrend()));
        }
    }

    private void targets(List<Target> targets) {
        Sheet sheet = sheet("Targets", "Measure", "Organisation", "From", "To", "Target", "Low", "High", "Tolerance");
        for (Target target : targets) {
            row(
                    sheet,
                    target.measureCode(),
                    target.organisationCode(),
                    target.from(),
                    target.to().map(ReportingMonth::toString).orElse(""),
                    plain(target.value()),
                    plain(target.low()),
                    plain(target.high()),
                    target.tolerance().toPlainString());
        }
    }

    private void organisations(List<Organisation> organisations) {
        Sheet sheet = sheet("Organisations", "Code", "Name", "Level", "Parent");
        for (Organisation organisation : organisations) {
            row(
                    sheet,
                    organisation.code(),
                    organisation.name(),
                    organisation.level(),
                    organisation.parentCode().orElse(""));
        }
    }

    private void returns(List<MonthlyReturn> returns) {
        Sheet sheet = sheet(
                "Returns",
                "Code",
                "Name",
                "Organisation",
                "Frequency",
                "Due working day",
                "File name",
                "Tables",
                "Owner",
                "E-mail");
        for (MonthlyReturn due : returns) {
            row(
                    sheet,
                    due.code(),
                    due.name(),
                    due.organisationCode(),
                    due.frequency().word(),
                    due.dueWorkingDay(),
                    due.fileName(),
                    due.tables().stream()
                            .map(alternatives -> String.join(" or ", alternatives))
                            .collect(Collectors.joining("; ")),
                    due.owner(),
                    due.email());
        }
    }

    private void layouts(List<Layout> layouts) {
        Sheet sheet = sheet("Layouts", "Layout", "From", "To", "Part", "Where", "Words", "Unit");
        for (Layout layout : layouts) {
            for (LayoutPart part : layout.parts()) {
                row(
                        sheet,
                        layout.code(),
                        layout.from(),
                        layout.to().map(ReportingMonth::toString).orElse(""),
                        part.part(),
                        part.where(),
                        part.words(),
                        part.unit());
            }
        }
    }

    private Sheet sheet(String name, Object... headings) {
        Sheet sheet = workbook.createSheet(name);
        row(sheet, headings);
        return sheet;
    }

    private static void row(Sheet sheet, Object... values) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int column = 0; column < values.length; column++) {
            if (values[column] instanceof Integer number) {
                row.createCell(column).setCellValue(number);
            } else if (!values[column].toString().isEmpty()) {
                row.createCell(column).setCellValue(values[column].toString());
            }
        }
    }

    private static String flag(boolean yes) {
        return yes ? "y" : "n";
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    private Path write(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
            workbook.close();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
