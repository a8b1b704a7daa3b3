package org.monthend.publish.sender;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.FinanceLine;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Project;
import org.monthend.catalogue.Unit;

/** The rows of a template: what the catalogue says is due from a return in a month. */
final class TemplateRows {

    private static final Optional<Integer> NONE = Optional.empty();
    private static final Optional<Integer> ZERO = Optional.of(0);
    private static final Optional<Integer> HUNDRED = Optional.of(100);

    private final Catalogue catalogue;
    private final MonthlyReturn due;
    private final ReportingMonth month;
    private final LastFigures last;

    TemplateRows(Catalogue catalogue, MonthlyReturn due, ReportingMonth month, LastFigures last) {
        this.catalogue = catalogue;
        this.due = due;
        this.month = month;
        this.last = last;
    }

    TemplateTable of(Layout layout) {
        TemplateTable table = new TemplateTable(layout, List.of());
        List<TemplateTable.Row> rows = switch (table.subject()) {
            case "measures" ->
                measures().stream().map(measure -> measure(measure, table)).toList();
            case "finance" ->
                financeLines().stream().map(line -> financeLine(line, layout)).toList();
            case "projects" ->
                projects().stream().map(project -> project(project, layout)).toList();
            default ->
                categories(layout).stream()
                        .map(category -> category(category, table))
                        .toList();
        };
        return new TemplateTable(layout, rows);
    }

    /** The measures that are due: quarterly ones at the end of a quarter, retired ones never. */
    List<Measure> measures() {
        return due.measures().stream()
                .flatMap(code -> catalogue.measure(code).stream())
                .filter(measure -> measure.lifecycle() != Lifecycle.RETIRED)
                .filter(measure -> measure.frequency() == Frequency.MONTHLY || month.endsQuarter())
                .toList();
    }

    private List<FinanceLine> financeLines() {
        return catalogue.financeLines().stream()
                .sorted(Comparator.comparingInt(FinanceLine::position))
                .toList();
    }

    private List<Project> projects() {
        return catalogue.projects().stream()
                .sorted(Comparator.comparingInt(Project::position))
                .toList();
    }

    private List<Category> categories(Layout layout) {
        return catalogue.scheme(layout.words("scheme", "")).stream()
                .sorted(Comparator.comparingInt(Category::position))
                .toList();
    }

    private TemplateTable.Row measure(Measure measure, TemplateTable table) {
        boolean fraction =
                measure.aggregation().isRatio() || !measure.denominator().isEmpty();
        boolean percent = measure.unit() == Unit.PERCENT;
        Layout layout = table.layout();
        boolean byParts =
                fraction && TemplateTable.has(layout, "numerator") && TemplateTable.has(layout, "denominator");
        boolean byValue = !byParts && TemplateTable.has(layout, "value");
        Map<String, TemplateField> fields = new HashMap<>();
        fields.put("measure", new TemplateField.Given(measure.name()));
        fields.put(
                "numerator",
                byValue ? new TemplateField.NotNeeded() : figure(ZERO, NONE, "How many: " + measure.numerator()));
        fields.put(
                "denominator",
                byParts ? figure(ZERO, NONE, "Out of: " + measure.denominator()) : new TemplateField.NotNeeded());
        fields.put(
                "value",
                byValue
                        ? figure(ZERO, percent ? HUNDRED : NONE, "In " + unit(measure) + ": " + measure.definition())
                        : new TemplateField.NotNeeded());
        fields.put("status", new TemplateField.Choice(TemplateField.Choice.Kind.STATUS, statusOf(measure, table)));
        fields.put("comment", new TemplateField.Text(""));
        return row(measure.code(), unit(measure), last.measure(measure.code()), layout, fields);
    }

    /** What a measure says of itself as long as it has no figures. */
    private static String statusOf(Measure measure, TemplateTable table) {
        return measure.lifecycle() == Lifecycle.UNDER_DEVELOPMENT
                ? table.codes().stream()
                        .filter(code -> code.meaning().replace('_', ' ').equals(Lifecycle.UNDER_DEVELOPMENT.word()))
                        .map(TemplateTable.Code::word)
                        .findFirst()
                        .orElse("")
                : "";
    }

    static String unit(Measure measure) {
        return switch (measure.unit()) {
            case COUNT -> "number";
            case PERCENT -> "%";
            case PER_10000 -> "per 10,000";
            case DAYS, WEEKS, CASES_PER_FTE, DAYS_PER_FTE -> measure.unit().word();
        };
    }

    private TemplateTable.Row financeLine(FinanceLine line, Layout layout) {
        boolean percent = line.kind() == FinanceLine.Kind.PERCENT;
        Map<String, TemplateField> fields = new HashMap<>();
        fields.put("line", new TemplateField.Given(line.name()));
        fields.put(
                "budget", percent ? new TemplateField.NotNeeded() : pounds("Budget of the financial year, in pounds"));
        fields.put(
                "forecast",
                percent
                        ? figure(ZERO, HUNDRED, "Progress in percent: write 87 for 87%")
                        : pounds("Forecast of the year's outturn, in pounds"));
        fields.put(
                "variance",
                percent
                        ? new TemplateField.NotNeeded()
                        : pounds("Forecast less budget, in pounds; below zero for an underspend"));
        fields.put(
                "spend to date",
                percent ? new TemplateField.NotNeeded() : pounds("Spend from 1 April to the month's end, in pounds"));
        fields.put(
                "committed",
                percent
                        ? new TemplateField.NotNeeded()
                        : pounds("Ordered for the rest of the year beside the monthly run of spend, in pounds"));
        return row(line.code(), percent ? "%" : "£", last.financeLine(line.code()), layout, fields);
    }

    private static TemplateField pounds(String hint) {
        return figure(NONE, NONE, hint);
    }

    private TemplateTable.Row category(Category category, TemplateTable table) {
        boolean counted = TemplateTable.has(table.layout(), "count");
        Map<String, TemplateField> fields = new HashMap<>();
        fields.put("category", new TemplateField.Given(category.name()));
        fields.put("count", new TemplateField.Figure(ZERO, NONE, true, "How many; 0 where there was none"));
        fields.put(
                "share",
                counted ? new TemplateField.NotNeeded() : figure(ZERO, HUNDRED, "Share in percent: write 87 for 87%"));
        return row(
                category.code(),
                counted ? "number" : "%",
                last.category(category.scheme(), category.code()),
                table.layout(),
                fields);
    }

    private TemplateTable.Row project(Project project, Layout layout) {
        Map<String, TemplateField> fields = new HashMap<>();
        fields.put("project", new TemplateField.Given(project.name()));
        fields.put("progress", new TemplateField.Choice(TemplateField.Choice.Kind.RAG, ""));
        fields.put("finance", new TemplateField.Choice(TemplateField.Choice.Kind.RAG, ""));
        fields.put("narrative", new TemplateField.Text("What happened, in a few sentences for the board"));
        return row(project.code(), "", last.project(project.code()), layout, fields);
    }

    private static TemplateField figure(Optional<Integer> least, Optional<Integer> most, String hint) {
        return new TemplateField.Figure(least, most, false, hint);
    }

    private TemplateTable.Row row(
            String code, String unit, String lastFigure, Layout layout, Map<String, TemplateField> fields) {
        fields.put("month", new TemplateField.Month());
        fields.put("organisation", new TemplateField.Given(organisationName()));
        for (LayoutPart part : TemplateTable.columns(layout)) {
            fields.putIfAbsent(part.part(), new TemplateField.Text(""));
        }
        return new TemplateTable.Row(code, unit, lastFigure, fields);
    }

    private String organisationName() {
        return catalogue.organisations().stream()
                .filter(organisation -> organisation.code().equals(due.organisationCode()))
                .map(Organisation::name)
                .findFirst()
                .orElse(due.organisationCode());
    }
}
