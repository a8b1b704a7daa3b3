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

/**
 * The catalogue's records by code and by name, as returns call them. Spaces count in a name but not in a code. A name that
 * is not there is never guessed.
 */
final class KnownNames {

    private final Names<Measure> measures;
    private final Names<Organisation> organisations;
    private final Names<FinanceLine> financeLines;
    private final Names<Project> projects;
    private final Catalogue catalogue;

    KnownNames(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.measures = new Names<>(catalogue.measures(), List.of(Measure::code, Measure::name, Measure::printedName));
        this.organisations = new Names<>(catalogue.organisations(), List.of(Organisation::code, Organisation::name));
        this.financeLines = new Names<>(catalogue.financeLines(), List.of(FinanceLine::code, FinanceLine::name));
        this.projects = new Names<>(catalogue.projects(), List.of(Project::code, Project::name));
    }

    Optional<Measure> measure(String name) {
        return measures.find(name);
    }

    Optional<Organisation> organisation(String name) {
        return organisations.find(name);
    }

    Optional<FinanceLine> financeLine(String name) {
        return financeLines.find(name);
    }

    Optional<Project> project(String name) {
        return projects.find(name);
    }

    Optional<Category> category(String scheme, String name) {
        FoldedName folded = FoldedName.of(name);
        return catalogue.scheme(scheme).stream()
                .filter(category -> FoldedName.of(category.code()).equals(folded)
                        || FoldedName.of(category.name()).equals(folded))
                .findFirst();
    }

    /** The records of one kind by their names. */
    private static final class Names<T> {

        /** A return repeats its names on row after row, so a name that was looked up is kept as it was written. */
        private static final int AS_WRITTEN = 10_000;

        private final Map<FoldedName, T> folded = new HashMap<>();
        private final Map<FoldedName, Optional<T>> codes = new HashMap<>();
        private final Map<String, Optional<T>> asWritten = new HashMap<>();

        /** @param namings the code, and then what else a record is called */
        Names(List<T> records, List<Function<T, String>> namings) {
            for (T each : records) {
                // Two codes that differ in spaces alone are both known only as they are written.
                codes.merge(
                        FoldedName.of(namings.get(0).apply(each)).unspaced(),
                        Optional.of(each),
                        (one, other) -> Optional.empty());
                namings.forEach(naming -> folded.putIfAbsent(FoldedName.of(naming.apply(each)), each));
            }
        }

        Optional<T> find(String name) {
            if (asWritten.size() >= AS_WRITTEN) {
                asWritten.clear();
            }
            return asWritten.computeIfAbsent(name, this::lookUp);
        }

        /** A footnote's mark or a © behind a name is no part of it. */
        private Optional<T> lookUp(String written) {
            String plain = written.replace("©", "").strip();
            FoldedName name = FoldedName.of(plain);
            return Optional.ofNullable(folded.get(name))
                    .or(() -> codes.getOrDefault(name.unspaced(), Optional.empty()))
                    .or(() -> FootnoteMark.split(plain, false)
                            .flatMap(split -> Optional.ofNullable(folded.get(FoldedName.of(split.text())))));
        }
    }
}
