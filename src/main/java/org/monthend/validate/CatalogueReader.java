package org.monthend.validate;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Baseline;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.EmailAddress;
import org.monthend.catalogue.FinanceLine;
import org.monthend.catalogue.Frequency;
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
import org.monthend.extract.CellWords;
import org.monthend.extract.format.Workbook;
import org.monthend.validate.CatalogueSheet.Period;
import org.monthend.validate.CatalogueSheet.Row;

/** Reads the catalogue workbook and judges every cell of it; all faults are told together. */
public final class CatalogueReader {

    /** The heading of the return that states a measure; a catalogue may go without it. */
    private static final String RETURN = "Return";

    /** The headings of who is written to about a return; a catalogue may go without them. */
    private static final String OWNER = "Owner";

    private static final String EMAIL = "E-mail";

    private final List<String> faults = new ArrayList<>();
    private final Workbook workbook;
    /** How often a measure can be reported; a return may also come once. */
    private static final Frequency[] OF_MEASURES = {Frequency.MONTHLY, Frequency.QUARTERLY};

    private final CatalogueSheet measures;
    private final CatalogueSheet targets;
    private final CatalogueSheet baselines;
    private final CatalogueSheet organisations;
    private final CatalogueSheet returns;
    private final CatalogueSheet layouts;
    private final CatalogueSheet financeLines;
    private final CatalogueSheet projects;
    private final CatalogueSheet categories;
    private final CatalogueSheet rules;
    private final CatalogueSheet page;

    private CatalogueReader(Workbook workbook) throws IOException {
        this.workbook = workbook;
        this.measures = sheet(
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
        this.targets = sheet("Targets", "Measure", "Organisation", "From", "To", "Target", "Low", "High", "Tolerance");
        this.baselines = sheet("Baselines", "Measure", "Rank", "National average", "Figure", "Source");
        this.organisations = sheet("Organisations", "Code", "Name", "Level", "Parent");
        this.returns =
                sheet("Returns", "Code", "Name", "Organisation", "Frequency", "Due working day", "File name", "Tables");
        this.layouts = sheet("Layouts", "Layout", "From", "To", "Part", "Where", "Words", "Unit");
        this.financeLines = sheet("Finance lines", "Code", "Name", "Contract", "Kind", "Position");
        this.projects = sheet("Projects", "Code", "Name", "Position", "Sponsor");
        this.categories = sheet("Categories", "Scheme", "Scheme name", "Code", "Name", "Position", "Favourable");
        this.rules = sheet("Rules", "Rule", "Severity", "Tolerance");
        this.page = sheet("Page", "Place", "Mark", "Text");
    }

    /** @param digest SHA-256 of the workbook's bytes, in hexadecimal */
    public static CatalogueReading read(Workbook workbook, String digest) throws IOException {
        CatalogueReader reader = new CatalogueReader(workbook);
        Catalogue catalogue = reader.catalogue(digest);
        return reader.faults.isEmpty()
                ? new CatalogueReading.Complete(catalogue)
                : new CatalogueReading.Faulty(List.copyOf(reader.faults));
    }

    private CatalogueSheet sheet(String name, String... headings) throws IOException {
        return CatalogueSheet.read(workbook, name, List.of(headings), faults);
    }

    private Catalogue catalogue(String digest) {
        return new Catalogue(
                digest,
                measures(),
                targets(),
                baselines(),
                organisations(),
                returns(),
                new LayoutRows(layouts, measures, organisations, categories).layouts(),
                financeLines(),
                projects(),
                categories(),
                rules(),
                pageTexts());
    }

    private List<Measure> measures() {
        measures.unique("Code");
        measures.uniqueNames(row -> "", "Code", "Name", "Printed name");
        return measures.records(row -> {
            Measure measure = new Measure(
                    row.required("Code"),
                    row.required("Name"),
                    row.text("Printed name").isEmpty() ? row.text("Name") : row.text("Printed name"),
                    row.required("Name status"),
                    row.required("Section"),
                    row.required("Block"),
                    row.wholeNumber("Position", 1, 999),
                    row.required("Contract"),
                    row.choice("Unit", Unit.values(), Unit::word),
                    row.wholeNumber("Decimals", 0, 6),
                    row.text("Numerator"),
                    row.text("Denominator"),
                    row.text("Definition"),
                    row.choice("Polarity", Polarity.values(), Polarity::word),
                    row.choice("Frequency", OF_MEASURES, Frequency::word),
                    row.choice("Aggregation", Aggregation.values(), Aggregation::word),
                    row.choice("Lifecycle", Lifecycle.values(), Lifecycle::word),
                    row.flag("Show trend"));
            if (!Set.of("", "y", "n", "inferred y", "inferred n").contains(measure.contract())) {
                row.fault("Contract", "'" + measure.contract() + "' is not known", "Write y, n or inferred y.");
            }
            if (measures.has(RETURN) && !row.text(RETURN).isEmpty()) {
                row.reference(RETURN, returns, "Code");
            }
            return measure;
        });
    }

    private List<Target> targets() {
        List<Held> held = new ArrayList<>();
        return targets.records(row -> {
            int before = faults.size();
            Period period = row.period();
            boolean isDated = faults.size() == before;
            Target target = new Target(
                    row.reference("Measure", measures, "Code"),
                    row.reference("Organisation", organisations, "Code"),
                    period.from(),
                    period.to(),
                    row.number("Target"),
                    row.number("Low"),
                    row.number("High"),
                    row.number("Tolerance").orElse(BigDecimal.ZERO));
            checkValue(row, target);
            Held now = new Held(target.measureCode(), target.organisationCode(), period, row.number());
            held.stream()
                    .filter(earlier ->
                            isDated && earlier.isFor(now) && earlier.period().overlaps(period))
                    .findFirst()
                    .ifPresent(earlier -> row.fault(
                            "From",
                            "of " + target.measureCode() + " lies in the time of the target in row " + earlier.row(),
                            "End the earlier one the month before."));
            if (isDated) {
                held.add(now);
            }
            return target;
        });
    }

    private static void checkValue(Row row, Target target) {
        boolean band = target.low().isPresent() && target.high().isPresent();
        boolean halfBand = target.low().isPresent() != target.high().isPresent();
        if (halfBand || target.value().isPresent() == band) {
            row.fault("Target", "is neither one value nor one band", "Give a target, or a low and a high one.");
        }
        if (band && target.low().get().compareTo(target.high().get()) > 0) {
            row.fault("Low", "'" + row.text("Low") + "' is above the high one", "Exchange the two.");
        }
        if (target.tolerance().signum() < 0) {
            row.fault("Tolerance", "'" + row.text("Tolerance") + "' is negative", "Write how far a miss may lie off.");
        }
    }

    private List<Baseline> baselines() {
        baselines.unique("Measure");
        return baselines.records(row -> {
            boolean noFigure =
                    row.text("Figure").isEmpty() || row.text("Figure").equals("-");
            return new Baseline(
                    row.reference("Measure", measures, "Code"),
                    rank(row),
                    noFigure ? Optional.empty() : row.number("Figure"),
                    noFigure ? row.text("Figure") : "",
                    row.text("Source"));
        });
    }

    private static Baseline.Rank rank(Row row) {
        String rank = row.text("Rank");
        Optional<BigDecimal> average = row.number("National average");
        if (rank.matches("[A-D]")) {
            if (average.isPresent()) {
                row.fault("National average", "stands beside a rank", "Keep the one that the page is to show.");
            }
            return new Baseline.QuartileBand(rank);
        }
        if (!rank.isEmpty() && !rank.equals("-")) {
            row.fault("Rank", "'" + rank + "' is no quartile", "Write A, B, C, D or -, or leave it blank.");
        }
        return average.<Baseline.Rank>map(Baseline.NationalAverage::new).orElse(new Baseline.NoRank(rank));
    }

    private List<Organisation> organisations() {
        organisations.unique("Code");
        organisations.uniqueNames(row -> "", "Code", "Name");
        List<Row> tops = organisations.rows().stream()
                .filter(row -> row.text("Parent").isEmpty())
                .toList();
        tops.stream()
                .skip(1)
                .forEach(row -> row.fault(
                        "Parent",
                        "is blank, as in row " + tops.get(0).number(),
                        "One organisation has no parent, the one that the scorecard is for; name the parent here."));
        if (tops.isEmpty()) {
            organisations.rows().stream()
                    .findFirst()
                    .ifPresent(row -> row.fault(
                            "Parent",
                            "'" + row.text("Parent") + "' leaves no organisation at the top",
                            "Leave the parent blank of the one that the scorecard is for."));
        }
        Map<String, String> parents = new HashMap<>();
        organisations.rows().forEach(row -> parents.putIfAbsent(row.text("Code"), row.text("Parent")));
        return organisations.records(row -> {
            checkAncestors(row, parents);
            return new Organisation(
                    row.required("Code"),
                    row.required("Name"),
                    row.required("Level"),
                    row.text("Parent").isEmpty()
                            ? Optional.empty()
                            : Optional.of(row.reference("Parent", organisations, "Code")));
        });
    }

    /** Nobody is part of itself, by whatever way. */
    private static void checkAncestors(Row row, Map<String, String> parents) {
        String code = row.text("Code");
        String parent = row.text("Parent");
        for (int steps = 0; !parent.isEmpty() && steps <= parents.size(); steps++) {
            if (parent.equals(code)) {
                row.fault(
                        "Parent", "'" + row.text("Parent") + "' is part of " + code + " itself", "Correct the parent.");
                return;
            }
            parent = parents.getOrDefault(parent, "");
        }
    }

    private List<MonthlyReturn> returns() {
        returns.unique("Code");
        returns.unique("File name");
        return returns.records(row -> {
            MonthlyReturn due = new MonthlyReturn(
                    row.required("Code"),
                    row.required("Name"),
                    row.reference("Organisation", organisations, "Code"),
                    row.choice("Frequency", Frequency.values(), Frequency::word),
                    row.wholeNumber("Due working day", 1, 60),
                    row.required("File name"),
                    tables(row.required("Tables")),
                    measuresOf(row.text("Code")),
                    returns.has(OWNER) ? row.text(OWNER) : "",
                    returns.has(EMAIL) ? row.text(EMAIL) : "");
            if (!due.email().isEmpty() && !EmailAddress.isOne(due.email())) {
                row.fault(
                        EMAIL,
                        "'" + CellWords.quoted(due.email()) + "' is no e-mail address",
                        "Write one address, such as team@example.org, or leave the cell blank.");
            }
            Set<String> known = layouts.codes("Layout").orElse(Set.of());
            due.tables().stream()
                    .flatMap(List::stream)
                    .filter(layout -> !known.contains(layout)
                            && layouts.codes("Layout").isPresent()
                            && !row.text("Tables").isEmpty())
                    .forEach(layout -> row.unknown("Tables", layout, layouts));
            return due;
        });
    }

    private List<String> measuresOf(String returnCode) {
        return measures.has(RETURN)
                ? measures.rows().stream()
                        .filter(row -> row.text(RETURN).equals(returnCode))
                        .map(row -> row.text("Code"))
                        .toList()
                : List.of();
    }

    private static List<List<String>> tables(String words) {
        return Arrays.stream(words.split(";", -1))
                .map(table -> Pattern.compile("\\s+or\\s+")
                        .splitAsStream(table.strip())
                        .toList())
                .toList();
    }

    private List<FinanceLine> financeLines() {
        financeLines.unique("Code");
        financeLines.uniqueNames(row -> "", "Code", "Name");
        return financeLines.records(row -> new FinanceLine(
                row.required("Code"),
                row.required("Name"),
                row.flag("Contract"),
                row.choice("Kind", FinanceLine.Kind.values(), FinanceLine.Kind::word),
                row.wholeNumber("Position", 1, 999)));
    }

    private List<Project> projects() {
        projects.unique("Code");
        projects.uniqueNames(row -> "", "Code", "Name");
        return projects.records(row -> new Project(
                row.required("Code"), row.required("Name"), row.wholeNumber("Position", 1, 999), row.text("Sponsor")));
    }

    private List<Category> categories() {
        categories.unique("Scheme", "Code");
        categories.uniqueNames(row -> row.text("Scheme"), "Code", "Name");
        return categories.records(row -> new Category(
                row.required("Scheme"),
                row.required("Scheme name"),
                row.required("Code"),
                row.required("Name"),
                row.wholeNumber("Position", 1, 999),
                row.text("Favourable")));
    }

    private List<RuleSetting> rules() {
        rules.unique("Rule");
        List<RuleSetting> settings = rules.records(row -> {
            RuleSetting setting = new RuleSetting(
                    row.required("Rule"),
                    row.choice("Severity", Severity.values(), Severity::name),
                    row.number("Tolerance"));
            Optional<Rule> rule = Rule.of(setting.rule());
            if (rule.isEmpty() && !setting.rule().isEmpty()) {
                row.fault("Rule", "'" + setting.rule() + "' is none", "Take the row away, or correct the code.");
            }
            if (rule.isPresent()
                    && !row.text("Severity").isEmpty()
                    && !rule.get().admits(setting.severity())) {
                row.fault(
                        "Severity",
                        "'" + setting.severity() + "' cannot be had for "
                                + rule.get().code(),
                        "Write one of: "
                                + Arrays.stream(Severity.values())
                                        .filter(rule.get()::admits)
                                        .map(Severity::name)
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
            if (setting.tolerance().map(tolerance -> tolerance.signum() < 0).orElse(false)) {
                row.fault("Tolerance", "'" + row.text("Tolerance") + "' is negative", "Write 0 or more.");
            }
            return setting;
        });
        rules.codes("Rule")
                .ifPresent(codes -> Arrays.stream(Rule.values())
                        .filter(rule -> !codes.contains(rule.code()))
                        .forEach(rule -> faults.add("Rules!A1: %s (%s) has no row. Add it, with a severity."
                                .formatted(rule.code(), rule.title()))));
        return settings;
    }

    private List<PageText> pageTexts() {
        return page.records(row -> new PageText(row.required("Place"), row.text("Mark"), row.required("Text")));
    }

    /** When an earlier row's target holds. */
    private record Held(String measureCode, String organisationCode, Period period, int row) {

        boolean isFor(Held other) {
            return measureCode.equals(other.measureCode) && organisationCode.equals(other.organisationCode);
        }
    }
}
