package org.monthend.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.FinanceLine;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Project;
import org.monthend.extract.FootnoteMark;

/** The catalogue's records by code and by name, as returns call them. A name that is not there is never guessed. */
final class KnownNames {

    private final Map<FoldedName, Measure> measures = new HashMap<>();
    private final Map<FoldedName, Organisation> organisations = new HashMap<>();
    private final Map<FoldedName, FinanceLine> financeLines = new HashMap<>();
    private final Map<FoldedName, Project> projects = new HashMap<>();
    private final Catalogue catalogue;

    KnownNames(Catalogue catalogue) {
        this.catalogue = catalogue;
        index(measures, catalogue.measures(), List.of(Measure::code, Measure::name, Measure::printedName));
        index(organisations, catalogue.organisations(), List.of(Organisation::code, Organisation::name));
        index(financeLines, catalogue.financeLines(), List.of(FinanceLine::code, FinanceLine::name));
        index(projects, catalogue.projects(), List.of(Project::code, Project::name));
    }

    private static <T> void index(Map<FoldedName, T> names, List<T> records, List<Function<T, String>> namings) {
        for (T each : records) {
            namings.forEach(naming -> names.putIfAbsent(FoldedName.of(naming.apply(each)), each));
        }
    }

    Optional<Measure> measure(String name) {
        return find(measures, name);
    }

    Optional<Organisation> organisation(String name) {
        return find(organisations, name);
    }

    Optional<FinanceLine> financeLine(String name) {
        return find(financeLines, name);
    }

    Optional<Project> project(String name) {
        return find(projects, name);
    }

    Optional<Category> category(String scheme, String name) {
        FoldedName folded = FoldedName.of(name);
        return catalogue.scheme(scheme).stream()
                .filter(category -> FoldedName.of(category.code()).equals(folded)
                        || FoldedName.of(category.name()).equals(folded))
                .findFirst();
    }

    /** A footnote's mark or a © behind a name is no part of it. */
    private static <T> Optional<T> find(Map<FoldedName, T> names, String name) {
        String plain = name.replace("©", "").strip();
        return Optional.ofNullable(names.get(FoldedName.of(plain)))
                .or(() -> FootnoteMark.split(plain, false)
                        .flatMap(split -> Optional.ofNullable(names.get(FoldedName.of(split.text())))));
    }
}
