package org.monthend.validate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.FinanceLine;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Project;
import org.monthend.catalogue.RuleSetting;
import org.monthend.catalogue.Severity;
import org.monthend.catalogue.Unit;

/** A catalogue made up for tests: one measure of each kind, and severities as the sample has them. */
public final class SmallCatalogue {

    public static final MonthlyReturn CP = due("CP", "cp *.xlsx", List.of(List.of("TIDY")));

    private SmallCatalogue() {}

    public static Catalogue of(List<MonthlyReturn> returns, Layout... layouts) {
        return with(measures(), organisations(), rules(), returns, layouts);
    }

    /** The same with a rule taken otherwise. */
    public static Catalogue taking(Rule rule, Severity severity, Layout... layouts) {
        List<RuleSetting> rules = rules().stream()
                .map(setting -> setting.rule().equals(rule.code())
                        ? new RuleSetting(rule.code(), severity, setting.tolerance())
                        : setting)
                .toList();
        return with(measures(), organisations(), rules, List.of(CP), layouts);
    }

    public static Catalogue with(
            List<Measure> measures,
            List<Organisation> organisations,
            List<RuleSetting> rules,
            List<MonthlyReturn> returns,
            Layout... layouts) {
        return new Catalogue(
                "",
                measures,
                List.of(),
                List.of(),
                organisations,
                returns,
                List.of(layouts),
                List.of(
                        new FinanceLine("TOTAL", "Budget Spend", true, FinanceLine.Kind.MONEY, 1),
                        new FinanceLine("PAY", "Cost of staff pay", false, FinanceLine.Kind.OF_WHICH, 2),
                        new FinanceLine("PLAN", "Efficiency Plan", true, FinanceLine.Kind.PERCENT, 3)),
                List.of(new Project("PAUSE", "PAUSE project", 1, "")),
                List.of(
                        new Category("GRADE", "Grade", "RI", "Requires Improvement", 1, "y"),
                        new Category("GRADE", "Grade", "G", "Good", 2, "y"),
                        new Category("GRADE", "Grade", "O", "Outstanding", 3, "y"),
                        new Category("OPINION", "Opinion", "LA", "Limited", 1, "n"),
                        new Category("RAG", "RAG", "R", "Red", 1, "n"),
                        new Category("RAG", "RAG", "G", "Green", 2, "y")),
                rules,
                List.of());
    }

    public static List<Measure> measures() {
        return List.of(
                measure("CPP", "CPP per 10,000", Unit.PER_10000, Aggregation.STOCK_RATIO, Frequency.MONTHLY),
                measure("TIMELY", "Visits in time", Unit.PERCENT, Aggregation.RATIO, Frequency.MONTHLY),
                measure("OPEN", "Cases open", Unit.COUNT, Aggregation.STOCK, Frequency.MONTHLY),
                measure("EET", "Young offenders in EET", Unit.PERCENT, Aggregation.RATIO, Frequency.QUARTERLY));
    }

    public static List<Organisation> organisations() {
        return List.of(
                new Organisation("TRUST", "The Trust", "trust", Optional.empty()),
                new Organisation("007", "Seven", "locality", Optional.of("TRUST")),
                new Organisation("NORTH", "North locality", "locality", Optional.of("TRUST")));
    }

    public static MonthlyReturn due(String code, String fileName, List<List<String>> tables) {
        return new MonthlyReturn(code, code, "TRUST", Frequency.MONTHLY, 6, fileName, tables, List.of(), "", "");
    }

    /** A return that must state the measures. */
    public static MonthlyReturn owing(String fileName, List<String> measures, List<List<String>> tables) {
        return new MonthlyReturn(fileName, fileName, "TRUST", Frequency.MONTHLY, 6, fileName, tables, measures, "", "");
    }

    public static Measure measure(String code, String name, Unit unit, Aggregation aggregation, Frequency frequency) {
        return new Measure(
                code,
                name,
                name,
                "printed",
                "services",
                "left",
                1,
                "n",
                unit,
                0,
                "counted",
                aggregation.isRatio() ? "out of" : "",
                "",
                Polarity.CONTEXT,
                frequency,
                aggregation,
                Lifecycle.LIVE,
                true);
    }

    public static List<RuleSetting> rules() {
        return Arrays.stream(Rule.values())
                .map(rule -> new RuleSetting(
                        rule.code(),
                        severityOf(rule),
                        rule == Rule.SHARES_DO_NOT_ADD_UP ? Optional.of(BigDecimal.ONE) : Optional.empty()))
                .toList();
    }

    private static Severity severityOf(Rule rule) {
        return switch (rule) {
            case UNREADABLE_WORKBOOK, UNKNOWN_RETURN, LAYOUT_MISFIT, WRONG_MONTH, NO_ROWS, MIXED_SCALES ->
                Severity.REFUSE;
            case MACROS,
                    EXTERNAL_LINKS,
                    DECODED_ENCODING,
                    UNUSUAL_FILE,
                    UNFINISHED_FILE,
                    HIDDEN_SHEETS,
                    ROWS_PASSED_OVER,
                    STRAY_SIGN,
                    MARK_WITHOUT_NOTE,
                    SAME_ROW_TWICE,
                    RESTATED_MONTH,
                    HISTORY_LEFT_OUT -> Severity.NOTE;
            case VARIANCE_DISAGREES,
                    SHARES_DO_NOT_ADD_UP,
                    UNREADABLE_TEXT,
                    QUARTER_DISAGREES,
                    MEASURE_MISSING,
                    CATEGORY_MISSING,
                    PARTS_DISAGREE,
                    COPY_OF_LAST_MONTH,
                    OUTSIDE_OWN_LIMITS,
                    RESTATED_CLOSED_MONTH,
                    ORGANISATION_MISSING -> Severity.QUERY;
            default -> Severity.ERROR;
        };
    }
}
