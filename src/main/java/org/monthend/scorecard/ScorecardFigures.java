package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.monthend.calendar.ReportingMonth;

/**
 * The figures of one organisation that a scorecard is computed from, as reported: the current revisions, without any
 * printed text. Months before and after the scorecard's may be among them.
 *
 * @param months by measure code; at most one figure for each month, in any order
 * @param quarters by measure code, what earlier scorecards reported; at most one figure for each quarter, in any order
 * @param distributions shares of a whole, in percent
 * @param auditOpinions numbers of audits
 * @param rebases by measure code, those that stand
 * @param pastForecasts by measure code, what earlier scorecards forecast; those of the scorecard's month and later ones
 *     change nothing
 * @param finance at most one statement for each line and month, in any order
 * @param pastMoney by code of the finance line, what earlier scorecards said of where its year would end; those of the
 *     scorecard's month and later ones change nothing
 * @param parts the localities of the organisation that have stated anything, by their code
 */
public record ScorecardFigures(
        Map<String, List<MonthFigure>> months,
        Map<String, List<QuarterFigure>> quarters,
        List<ReportedFinance> finance,
        List<ReportedCategory> distributions,
        List<ReportedCategory> auditOpinions,
        List<ReportedProject> projects,
        Map<String, List<Rebase>> rebases,
        Map<String, List<PastForecast>> pastForecasts,
        Map<String, List<PastMoney>> pastMoney,
        Map<String, PartFigures> parts) {

    /** Without what earlier scorecards said of finance lines. */
    public ScorecardFigures(
            Map<String, List<MonthFigure>> months,
            Map<String, List<QuarterFigure>> quarters,
            List<ReportedFinance> finance,
            List<ReportedCategory> distributions,
            List<ReportedCategory> auditOpinions,
            List<ReportedProject> projects,
            Map<String, List<Rebase>> rebases,
            Map<String, List<PastForecast>> pastForecasts,
            Map<String, PartFigures> parts) {
        this(
                months,
                quarters,
                finance,
                distributions,
                auditOpinions,
                projects,
                rebases,
                pastForecasts,
                Map.of(),
                parts);
    }

    /** Without any rebase, past forecast or part. */
    public ScorecardFigures(
            Map<String, List<MonthFigure>> months,
            Map<String, List<QuarterFigure>> quarters,
            List<ReportedFinance> finance,
            List<ReportedCategory> distributions,
            List<ReportedCategory> auditOpinions,
            List<ReportedProject> projects) {
        this(months, quarters, finance, distributions, auditOpinions, projects, Map.of(), Map.of(), Map.of());
    }

    /** Figures of months alone. */
    public ScorecardFigures(
            Map<String, List<MonthFigure>> months,
            List<ReportedFinance> finance,
            List<ReportedCategory> distributions,
            List<ReportedCategory> auditOpinions,
            List<ReportedProject> projects) {
        this(months, Map.of(), finance, distributions, auditOpinions, projects);
    }

    /**
     * A finance line as the finance team reports it, in pounds.
     *
     * @param variance the team's own forecast less budget
     * @param progress percent, for progress lines only
     * @param spendToDate what was spent from 1 April to the month's end
     * @param committed what is ordered for the rest of the year, beside the monthly run of spend
     * @param source file, sheet and cells, such as "finance_dec15.xlsx ▸ Summary ▸ B6, C6, E6"; empty where not known
     */
    public record ReportedFinance(
            ReportingMonth month,
            String lineCode,
            Optional<BigDecimal> budget,
            Optional<BigDecimal> forecast,
            Optional<BigDecimal> variance,
            Optional<BigDecimal> progress,
            Optional<BigDecimal> spendToDate,
            Optional<BigDecimal> committed,
            String source,
            OptionalLong revisionId) {

        /** Of which nothing is said of spend. */
        public ReportedFinance(
                ReportingMonth month,
                String lineCode,
                Optional<BigDecimal> budget,
                Optional<BigDecimal> forecast,
                Optional<BigDecimal> variance,
                Optional<BigDecimal> progress,
                OptionalLong revisionId) {
            this(
                    month,
                    lineCode,
                    budget,
                    forecast,
                    variance,
                    progress,
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    revisionId);
        }
    }

    /** What is reported of one category of a scheme. */
    public record ReportedCategory(
            ReportingMonth month, String scheme, String categoryCode, BigDecimal value, OptionalLong revisionId) {}

    /** What a project reports; both RAGs are codes of the RAG scheme. */
    public record ReportedProject(
            ReportingMonth month,
            String projectCode,
            String progressRag,
            String financeRag,
            String narrative,
            OptionalLong revisionId) {}
}
