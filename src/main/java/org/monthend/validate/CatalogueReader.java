package org.monthend.validate;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Baseline;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.FinanceLine;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.PageText;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Project;
import org.monthend.catalogue.RuleSetting;
import org.monthend.catalogue.Severity;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;
import org.monthend.extract.Field;
import org.monthend.extract.Subject;
import org.monthend.extract.format.Workbook;
import org.monthend.validate.CatalogueSheet.Row;

/** Reads the catalogue workbook and judges every cell of it; all faults are told together. */
public final class CatalogueReader {

    private static final Set<String> PLACES =
            Set.of("column", "across", "title", "constant", "file name", "sheet name", "");
    private static final Set<String> PARTS_WITHOUT_FIELD =
            Set.of("sheet", "rows are", "header tiers", "code", "pass over", "notes");

    private final Workbook workbook;
    private final List<String> faults = new ArrayList<>();

    private CatalogueReader(Workbook workbook) {
        this.workbook = workbook;
    }

    /** @param digest SHA-256 of the workbook's bytes, in hexadecimal */
    public static CatalogueReading read(Workbook workbook, String digest) throws IOException {
        CatalogueReader reader = new CatalogueReader(workbook);
        Catalogue catalogue = reader.catalogue(digest);
        if (reader.faults.isEmpty()) {
            reader.checkReferences(catalogue);
        }
        return reader.faults.isEmpty()
                ? new CatalogueReading.Complete(catalogue)
                : new CatalogueReading.Faulty(List.copyOf(reader.faults));
    }

    private Catalogue catalogue(String digest) throws IOException {
        return new Catalogue(
                digest,
                measures(),
                targets(),
                baselines(),
                organisations(),
                returns(),
                layouts(),
                financeLines(),
                projects(),
                categories(),
                rules(),
                pageTexts());
    }

    private CatalogueSheet sheet(String name, String... headings) throws IOException {
        return CatalogueSheet.read(workbook, name, List.of(headings), faults);
    }

    private List<Measure> measures() throws IOException {
        CatalogueSheet sheet = sheet(
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
        sheet.uniqueBy(row -> row.text("Code"));
        return sheet.records(row -> {
            Measure measure = new Measure(
                    row.required("Code"),
                    row.required("Name"),
                    row.text("Printed name").isEmpty() ? row.text("Name") : row.text("Printed name"),
                    row.required("Name status"),
                    row.required("Section"),
                    row.required("Block"),
                    row.wholeNumber("Position"),
                    row.required("Contract"),
                    row.choice("Unit", Unit.values(), Unit::word),
                    row.wholeNumber("Decimals"),
                    row.text("Numerator"),
                    row.text("Denominator"),
                    row.text("Definition"),
                    row.choice("Polarity", Polarity.values(), Polarity::word),
                    row.choice("Frequency", Frequency.values(), Frequency::word),
                    row.choice("Aggregation", Aggregation.values(), Aggregation::word),
                    row.choice("Lifecycle", Lifecycle.values(), Lifecycle::word),
                    row.flag("Show trend"));
            if (measure.decimals() < 0 || measure.decimals() > 6) {
                row.fault("Decimals", "are " + measure.decimals(), "Write a number from 0 to 6.");
            }
            if (!Set.of("y", "n", "inferred y", "inferred n").contains(measure.contract())) {
                row.fault("Contract", "'" + measure.contract() + "' is not known", "Write y, n or inferred y.");
            }
            return measure;
        });
    }

    private List<Target> targets() throws IOException {
        return sheet("Targets", "Measure", "Organisation", "From", "To", "Target", "Low", "High", "Tolerance")
                .records(row -> {
                    Target target = new Target(
                            row.required("Measure"),
                            row.required("Organisation"),
                            row.from("From"),
                            row.month("To"),
                            row.number("Target"),
                            row.number("Low"),
                            row.number("High"),
                            row.number("Tolerance").orElse(BigDecimal.ZERO));
                    boolean band = target.low().isPresent() && target.high().isPresent();
                    if (target.value().isPresent() == band) {
                        row.fault("Target", "is neither a value nor a band", "Give a target, or a low and a high one.");
                    }
                    return target;
                });
    }

    private List<Baseline> baselines() throws IOException {
        CatalogueSheet sheet = sheet("Baselines", "Measure", "Rank", "National average", "Figure", "Source");
        sheet.uniqueBy(row -> row.text("Measure"));
        return sheet.records(row -> {
            boolean noFigure =
                    row.text("Figure").isEmpty() || row.text("Figure").equals("-");
            return new Baseline(
                    row.required("Measure"),
                    rank(row),
                    noFigure ? Optional.empty() : row.number("Figure"),
                    noFigure ? row.text("Figure") : "",
                    row.text("Source"));
        });
    }

    private static Baseline.Rank rank(Row row) {
        String rank = row.text("Rank");
        if (rank.matches("[A-D]")) {
            return new Baseline.QuartileBand(rank);
        }
        if (!rank.isEmpty() && !rank.equals("-")) {
            row.fault("Rank", "'" + rank + "' is no quartile", "Write A, B, C, D or -, or leave it blank.");
        }
        return row.number("National average")
                .<Baseline.Rank>map(Baseline.NationalAverage::new)
                .orElse(new Baseline.NoRank(rank));
    }

    private List<Organisation> organisations() throws IOException {
        CatalogueSheet sheet = sheet("Organisations", "Code", "Name", "Level", "Parent");
        sheet.uniqueBy(row -> row.text("Code"));
        return sheet.records(row -> new Organisation(
                row.required("Code"),
                row.required("Name"),
                row.required("Level"),
                Optional.of(row.text("Parent")).filter(parent -> !parent.isEmpty())));
    }

    private List<MonthlyReturn> returns() throws IOException {
        CatalogueSheet sheet = sheet(
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
        sheet.uniqueBy(row -> row.text("Code"));
        return sheet.records(row -> new MonthlyReturn(
                row.required("Code"),
                row.required("Name"),
                row.required("Organisation"),
                row.choice("Frequency", Frequency.values(), Frequency::word),
                row.wholeNumber("Due working day"),
                row.required("File name"),
                tables(row.required("Tables")),
                row.text("Owner"),
                row.text("E-mail")));
    }

    private static List<List<String>> tables(String words) {
        return Pattern.compile(";")
                .splitAsStream(words)
                .map(table ->
                        Arrays.stream(table.split(" or ")).map(String::strip).toList())
                .toList();
    }

    private List<Layout> layouts() throws IOException {
        Map<LayoutKey, List<LayoutPart>> parts = new LinkedHashMap<>();
        sheet("Layouts", "Layout", "From", "To", "Part", "Where", "Words", "Unit")
                .records(row -> {
                    LayoutPart part = new LayoutPart(
                            row.required("Part").toLowerCase(Locale.ROOT),
                            row.text("Where").toLowerCase(Locale.ROOT),
                            row.required("Words"),
                            row.text("Unit"));
                    check(row, part);
                    LayoutKey key = new LayoutKey(row.required("Layout"), row.from("From"), row.month("To"));
                    parts.computeIfAbsent(key, layout -> new ArrayList<>()).add(part);
                    return part;
                });
        return parts.entrySet().stream()
                .map(entry -> new Layout(
                        entry.getKey().code(),
                        entry.getKey().from(),
                        entry.getKey().to(),
                        List.copyOf(entry.getValue())))
                .toList();
    }

    private static void check(Row row, LayoutPart part) {
        Optional<Field> field = Field.of(part.part());
        if (field.isEmpty() && !part.part().equals("scheme") && !PARTS_WITHOUT_FIELD.contains(part.part())) {
            row.fault(
                    "Part",
                    "'" + part.part() + "' is not known",
                    "Write a field, sheet, rows are, header tiers, code, pass over or notes.");
        }
        if (!PLACES.contains(part.where())) {
            row.fault(
                    "Where",
                    "'" + part.where() + "' is not known",
                    "Write column, across, title, constant, file name or sheet name.");
        }
        if (part.part().equals("rows are") && Subject.of(part.words()).isEmpty()) {
            row.fault(
                    "Words",
                    "'" + part.words() + "' are no rows",
                    "Write measures, distribution, finance, audit opinions or projects.");
        }
        if (part.part().equals("header tiers") && !part.words().matches("[123]")) {
            row.fault("Words", "'" + part.words() + "' are no tiers", "Write 1, 2 or 3.");
        }
        if (part.part().equals("code")) {
            String[] meaning = part.words().split("=", 2);
            if (meaning.length < 2 || MissingCodes.reason(meaning[1]).isEmpty()) {
                row.fault(
                        "Words",
                        "'" + part.words() + "' gives no meaning",
                        "Write the code, = and the meaning, such as .. = not available.");
            }
        }
    }

    private List<FinanceLine> financeLines() throws IOException {
        CatalogueSheet sheet = sheet("Finance lines", "Code", "Name", "Contract", "Kind", "Position");
        sheet.uniqueBy(row -> row.text("Code"));
        return sheet.records(row -> new FinanceLine(
                row.required("Code"),
                row.required("Name"),
                row.flag("Contract"),
                row.choice("Kind", FinanceLine.Kind.values(), FinanceLine.Kind::word),
                row.wholeNumber("Position")));
    }

    private List<Project> projects() throws IOException {
        CatalogueSheet sheet = sheet("Projects", "Code", "Name", "Position", "Sponsor");
        sheet.uniqueBy(row -> row.text("Code"));
        return sheet.records(row -> new Project(
                row.required("Code"), row.required("Name"), row.wholeNumber("Position"), row.text("Sponsor")));
    }

    private List<Category> categories() throws IOException {
        CatalogueSheet sheet = sheet("Categories", "Scheme", "Scheme name", "Code", "Name", "Position", "Favourable");
        sheet.uniqueBy(row -> row.text("Scheme") + " " + row.text("Code"));
        return sheet.records(row -> new Category(
                row.required("Scheme"),
                row.required("Scheme name"),
                row.required("Code"),
                row.required("Name"),
                row.wholeNumber("Position"),
                row.text("Favourable")));
    }

    private List<RuleSetting> rules() throws IOException {
        CatalogueSheet sheet = sheet("Rules", "Rule", "Severity", "Tolerance");
        sheet.uniqueBy(row -> row.text("Rule"));
        List<RuleSetting> settings = sheet.records(row -> new RuleSetting(
                row.required("Rule"),
                row.choice("Severity", Severity.values(), Severity::name),
                row.number("Tolerance")));
        if (faults.isEmpty()) {
            RuleBook.missingFrom(settings)
                    .forEach(rule -> faults.add("Rules: %s (%s) has no row. Add it, with a severity."
                            .formatted(rule.code(), rule.title())));
        }
        return settings;
    }

    private List<PageText> pageTexts() throws IOException {
        return sheet("Page", "Place", "Mark", "Text")
                .records(row -> new PageText(row.required("Place"), row.text("Mark"), row.required("Text")));
    }

    /** What one sheet says of another must be there. */
    private void checkReferences(Catalogue catalogue) {
        Set<String> measures = codes(catalogue.measures(), Measure::code);
        Set<String> organisations = codes(catalogue.organisations(), Organisation::code);
        Set<String> layouts = codes(catalogue.layouts(), Layout::code);
        catalogue.targets().forEach(target -> {
            known(measures, target.measureCode(), "Targets", "measure");
            known(organisations, target.organisationCode(), "Targets", "organisation");
        });
        catalogue.baselines().forEach(baseline -> known(measures, baseline.measureCode(), "Baselines", "measure"));
        catalogue
                .organisations()
                .forEach(organisation -> organisation
                        .parentCode()
                        .ifPresent(parent -> known(organisations, parent, "Organisations", "parent")));
        if (catalogue.organisations().stream()
                        .filter(each -> each.parentCode().isEmpty())
                        .count()
                != 1) {
            faults.add(
                    "Organisations!D1: exactly one organisation may have no parent, the one that the scorecard is for.");
        }
        catalogue.returns().forEach(due -> {
            known(organisations, due.organisationCode(), "Returns", "organisation");
            due.tables().forEach(table -> table.forEach(layout -> known(layouts, layout, "Returns", "layout")));
        });
        checkNames(catalogue);
        checkTargets(catalogue);
    }

    /** A name that two measures share would be loaded as the wrong one. */
    private void checkNames(Catalogue catalogue) {
        Map<String, String> owners = new LinkedHashMap<>();
        for (Measure measure : catalogue.measures()) {
            Set<String> names = new HashSet<>();
            for (String name : List.of(measure.code(), measure.name(), measure.printedName())) {
                names.add(FoldedName.of(name).text());
            }
            for (String name : names) {
                String owner = owners.putIfAbsent(name, measure.code());
                if (owner != null) {
                    faults.add("Measures: %s and %s are both called '%s'. Give each a name of its own."
                            .formatted(owner, measure.code(), name));
                }
            }
        }
    }

    private void checkTargets(Catalogue catalogue) {
        for (Target target : catalogue.targets()) {
            boolean overlaps = catalogue.targets().stream()
                    .filter(other -> other != target)
                    .filter(other -> other.measureCode().equals(target.measureCode())
                            && other.organisationCode().equals(target.organisationCode()))
                    .anyMatch(other -> other.holdsIn(target.from()));
            if (overlaps) {
                faults.add("Targets: %s has two targets for %s. End the earlier one the month before."
                        .formatted(target.measureCode(), target.from().label()));
            }
        }
    }

    private void known(Set<String> codes, String code, String sheet, String kind) {
        if (!codes.contains(code)) {
            faults.add("%s: the %s '%s' is not in the catalogue. Add it to its sheet, or correct the code."
                    .formatted(sheet, kind, code));
        }
    }

    private static <T> Set<String> codes(List<T> records, Function<T, String> code) {
        return records.stream().map(code).collect(Collectors.toSet());
    }

    private record LayoutKey(String code, ReportingMonth from, Optional<ReportingMonth> to) {}
}
