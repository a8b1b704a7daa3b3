package org.monthend.extract.suggest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.FinanceLine;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Project;

/** The catalogue's records by the names that cells are compared with. */
final class KnownRecords {

    private final Catalogue catalogue;
    private final Names measures;
    private final Names organisations;
    private final Names lines;
    private final Names projects;
    private final Map<String, Names> schemes = new LinkedHashMap<>();

    KnownRecords(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.measures = Names.of(catalogue.measures(), List.of(Measure::code, Measure::name, Measure::printedName));
        this.organisations = Names.of(catalogue.organisations(), List.of(Organisation::code, Organisation::name));
        this.lines = Names.of(catalogue.financeLines(), List.of(FinanceLine::code, FinanceLine::name));
        this.projects = Names.of(catalogue.projects(), List.of(Project::code, Project::name));
        catalogue.categories().stream()
                .map(Category::scheme)
                .distinct()
                .forEach(scheme -> schemes.put(
                        scheme, Names.of(catalogue.scheme(scheme), List.of(Category::code, Category::name))));
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Names measures() {
        return measures;
    }

    Names organisations() {
        return organisations;
    }

    Names lines() {
        return lines;
    }

    Names projects() {
        return projects;
    }

    /** The members of each scheme of categories, by the scheme's code. */
    Map<String, Names> schemes() {
        return schemes;
    }
}
