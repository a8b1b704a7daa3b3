package org.monthend.catalogue;

import java.util.List;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;

/**
 * All that the catalogue workbook says.
 *
 * @param digest SHA-256 of the workbook it was read from, in lower-case hexadecimal
 */
public record Catalogue(
        String digest,
        List<Measure> measures,
        List<Target> targets,
        List<Baseline> baselines,
        List<Organisation> organisations,
        List<MonthlyReturn> returns,
        List<Layout> layouts,
        List<FinanceLine> financeLines,
        List<Project> projects,
        List<Category> categories,
        List<RuleSetting> rules,
        List<PageText> pageTexts) {

    public Optional<Measure> measure(String code) {
        return measures.stream().filter(measure -> measure.code().equals(code)).findFirst();
    }

    public Optional<Target> target(String measureCode, String organisationCode, ReportingMonth month) {
        return targets.stream()
                .filter(target -> target.measureCode().equals(measureCode)
                        && target.organisationCode().equals(organisationCode)
                        && target.holdsIn(month))
                .findFirst();
    }

    public Optional<Baseline> baseline(String measureCode) {
        return baselines.stream()
                .filter(baseline -> baseline.measureCode().equals(measureCode))
                .findFirst();
    }

    public Optional<MonthlyReturn> monthlyReturn(String code) {
        return returns.stream().filter(due -> due.code().equals(code)).findFirst();
    }

    public Optional<Layout> layout(String code, ReportingMonth month) {
        return layouts.stream()
                .filter(layout -> layout.code().equals(code) && layout.holdsIn(month))
                .findFirst();
    }

    public List<Category> scheme(String scheme) {
        return categories.stream()
                .filter(category -> category.scheme().equals(scheme))
                .toList();
    }

    /** The organisation that the scorecard is for: the one that is part of no other. */
    public Organisation topOrganisation() {
        return organisations.stream()
                .filter(organisation -> organisation.parentCode().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
