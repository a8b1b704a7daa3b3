package org.monthend.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MonthlyReturn;

/**
 * What a return speaks of, whether its rows pass or not, and so what it says nothing about: a measure that it owes, a
 * category of a scheme, an organisation that it held the month before.
 */
final class Completeness {

    /** A message of hundreds of names is not read. */
    private static final int NAMED = 10;

    private final Catalogue catalogue;
    private final MonthlyReturn due;
    private final ReportingMonth month;
    private final History history;
    private final IssueLog log;
    private final Set<String> measures = new HashSet<>();
    private final Set<String> organisations = new HashSet<>();
    private final Map<Whole, Set<String>> wholes = new LinkedHashMap<>();
    private boolean namesOrganisations;

    Completeness(Catalogue catalogue, MonthlyReturn due, ReportingMonth month, History history, IssueLog log) {
        this.catalogue = catalogue;
        this.due = due;
        this.month = month;
        this.history = history;
        this.log = log;
    }

    /** A row about the measure in the return's month, or in a month that cannot be read. */
    void measure(Measure measure) {
        measures.add(measure.code());
    }

    /** A row about the organisation in the return's month, from a table of measures that names organisations. */
    void organisation(String code) {
        namesOrganisations = true;
        organisations.add(code);
    }

    /** A row about the category. */
    void category(Whole whole, String categoryCode) {
        wholes.computeIfAbsent(whole, each -> new HashSet<>()).add(categoryCode);
    }

    /** Something was rejected, so that the category that seems to be missing may have been there. */
    void broken(Whole whole) {
        wholes.remove(whole);
    }

    void judge() {
        due.measures().stream()
                .flatMap(code -> catalogue.measure(code).stream())
                .filter(measure -> isDue(measure) && !measures.contains(measure.code()))
                .forEach(measure -> log.raise(
                        Rule.MEASURE_MISSING,
                        "",
                        "",
                        measure.code(),
                        "the return says nothing of %s for %s.".formatted(measure.name(), month.longLabel())));
        wholes.forEach(this::missingCategories);
        missingOrganisations();
    }

    private boolean isDue(Measure measure) {
        boolean isCollected = measure.lifecycle() == Lifecycle.LIVE || measure.lifecycle() == Lifecycle.NEW;
        return isCollected && (measure.frequency() == Frequency.MONTHLY || month.endsQuarter());
    }

    private void missingCategories(Whole whole, Set<String> stated) {
        List<String> missing = catalogue.scheme(whole.scheme()).stream()
                .filter(category -> !stated.contains(category.code()))
                .map(Category::name)
                .toList();
        if (!missing.isEmpty()) {
            log.raise(
                    Rule.CATEGORY_MISSING,
                    whole.sheet(),
                    "",
                    String.join(", ", missing),
                    "the table says nothing of %s for %s in %s."
                            .formatted(
                                    some(missing),
                                    whole.organisationCode(),
                                    whole.month().longLabel()));
        }
    }

    /**
     * A return may come in several files, each about other organisations: this one is held against those of last month
     * that it shares an organisation with.
     */
    private void missingOrganisations() {
        if (!namesOrganisations || history.isEmpty()) {
            return;
        }
        Set<String> missing = new TreeSet<>();
        history.organisations(due.code(), month.minusMonths(1)).stream()
                .filter(before -> before.stream().anyMatch(organisations::contains))
                .forEach(missing::addAll);
        missing.removeAll(organisations);
        if (!missing.isEmpty()) {
            List<String> all = new ArrayList<>(missing);
            log.raise(
                    Rule.ORGANISATION_MISSING,
                    "",
                    "",
                    String.join(", ", all),
                    "the return of %s spoke of %s; this one does not."
                            .formatted(month.minusMonths(1).longLabel(), some(all)));
        }
    }

    private static String some(List<String> all) {
        if (all.size() > NAMED) {
            return String.join(", ", all.subList(0, NAMED)) + " and " + (all.size() - NAMED) + " more";
        }
        int last = all.size() - 1;
        return last == 0 ? all.get(0) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }

    /** What is divided into the categories of a scheme. */
    record Whole(String sheet, String scheme, String organisationCode, ReportingMonth month) {}
}
