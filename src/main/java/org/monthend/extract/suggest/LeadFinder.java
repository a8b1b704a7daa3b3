package org.monthend.extract.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.extract.Field;
import org.monthend.extract.Subject;

/**
 * Finds the column that names what each row is about: whose names are the catalogue's, or nearly so, or whose heading
 * is a usual word.
 */
final class LeadFinder {

    /** Names compared for likeness; more would only cost time. */
    private static final int COMPARED = 40;

    private final KnownRecords known;
    private final List<Profile> columns;

    /** @param columns those that may name something: words, with a heading or without */
    LeadFinder(KnownRecords known, List<Profile> columns) {
        this.known = known;
        this.columns = columns;
    }

    Optional<Lead> find() {
        return byName().or(this::byHeading).or(this::firstOfWords);
    }

    private Optional<Lead> byName() {
        List<Candidate> candidates = new ArrayList<>();
        for (Profile column : columns) {
            candidates.add(Candidate.of(Subject.MEASURES, "", column, known.measures()));
            candidates.add(Candidate.of(Subject.FINANCE, "", column, known.lines()));
            candidates.add(Candidate.of(Subject.PROJECTS, "", column, known.projects()));
            known.schemes().forEach((scheme, members) -> {
                Candidate candidate = Candidate.of(Subject.DISTRIBUTION, scheme, column, members);
                // A category stands once in a table; a column that repeats a few is a rating of something else.
                if (candidate.names().size() * 2 > column.cells().size()) {
                    candidates.add(candidate);
                }
            });
        }
        List<Candidate> best = candidates.stream()
                .filter(candidate -> candidate.exact() + candidate.near() > 0)
                .filter(candidate -> candidate.exact() > 0
                        || candidate.near() * 2 >= candidate.names().size())
                .sorted(Comparator.comparingInt(Candidate::exact)
                        .thenComparingInt(Candidate::near)
                        .reversed())
                .toList();
        return best.stream().findFirst().map(candidate -> lead(candidate, best));
    }

    private Lead lead(Candidate chosen, List<Candidate> all) {
        boolean most = chosen.exact() * 2 >= chosen.names().size();
        List<String> others = all.stream()
                .skip(1)
                .filter(other -> other.exact() == chosen.exact() && other.exact() > 0)
                .map(other -> "%s in %s".formatted(other.words(), other.column().named()))
                .limit(3)
                .toList();
        Confidence confidence = most ? Confidence.CERTAIN : Confidence.LIKELY;
        if (chosen.subject() == Subject.DISTRIBUTION) {
            return ofCategories(chosen, confidence, others);
        }
        return new Lead(
                chosen.subject(),
                Optional.empty(),
                chosen.column(),
                confidence,
                chosen.reason(),
                others,
                confidence,
                chosen.reason(),
                List.of());
    }

    /** Two subjects are made of categories: what the catalogue's layouts say of the scheme decides, then the words. */
    private Lead ofCategories(Candidate chosen, Confidence confidence, List<String> others) {
        Optional<Layout> settled = known.catalogue().layouts().stream()
                .filter(layout -> layout.parts(Field.SCHEME.word()).stream()
                        .anyMatch(part -> part.words().equals(chosen.scheme())))
                .findFirst();
        String heading = UsualWords.bare(chosen.column().heading());
        Subject subject = settled.flatMap(layout -> Subject.of(layout.words("rows are", "")))
                .orElse(UsualWords.has(heading, "opinion") ? Subject.AUDIT_OPINIONS : Subject.DISTRIBUTION);
        Subject other = subject == Subject.DISTRIBUTION ? Subject.AUDIT_OPINIONS : Subject.DISTRIBUTION;
        String why = settled.map(layout -> "layout " + layout.code() + " of the catalogue reads this scheme so")
                .orElse("the column is headed '" + chosen.column().heading() + "'");
        return new Lead(
                subject,
                Optional.of(chosen.scheme()),
                chosen.column(),
                confidence,
                chosen.reason(),
                others,
                settled.isPresent() ? Confidence.CERTAIN : Confidence.LIKELY,
                chosen.reason() + "; " + why,
                settled.isPresent() ? List.of() : List.of(other.word()));
    }

    private Optional<Lead> byHeading() {
        for (UsualWords.Fit least : List.of(UsualWords.Fit.USUAL, UsualWords.Fit.AMONG_OTHERS)) {
            for (Subject subject : List.of(Subject.MEASURES, Subject.PROJECTS, Subject.FINANCE, Subject.DISTRIBUTION)) {
                for (Profile column : columns) {
                    UsualWords.Fit fit = UsualWords.fit(column, subject.lead(), UsualWords.of(subject.lead()));
                    if (fit.compareTo(least) >= 0) {
                        return Optional.of(unknown(
                                subject,
                                column,
                                Confidence.LIKELY,
                                "the heading '" + column.heading()
                                        + "' says so; none of its names is in the catalogue"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Lead> firstOfWords() {
        return columns.stream()
                .filter(column -> column.hasHeading() && column.isWords())
                .findFirst()
                .map(column -> unknown(
                        Subject.MEASURES,
                        column,
                        Confidence.GUESS,
                        "the first column of words; none of its names is in the catalogue"));
    }

    private Lead unknown(Subject subject, Profile column, Confidence confidence, String reason) {
        List<String> others = columns.stream()
                .filter(other -> other.column() != column.column() && other.hasHeading() && other.isWords())
                .limit(3)
                .map(Profile::named)
                .toList();
        return new Lead(
                subject,
                Optional.empty(),
                column,
                confidence,
                reason,
                confidence == Confidence.GUESS ? others : List.of(),
                confidence,
                reason,
                List.of());
    }

    /** @param exact names that are the catalogue's; {@code near} those that are nearly so */
    private record Candidate(
            Subject subject, String scheme, Profile column, List<String> names, int exact, int near, String example) {

        static Candidate of(Subject subject, String scheme, Profile column, Names known) {
            List<String> names = column.cells().stream()
                    .filter(cell -> CellKind.of(cell) == CellKind.WORDS || CellKind.of(cell) == CellKind.CODE)
                    .map(CellKind::words)
                    .distinct()
                    .toList();
            List<String> strange =
                    names.stream().filter(name -> known.find(name).isEmpty()).toList();
            String example = "";
            int near = 0;
            for (String name : strange.subList(0, Math.min(COMPARED, strange.size()))) {
                Optional<Names.Near> nearest = known.nearest(name);
                near += nearest.isPresent() ? 1 : 0;
                if (nearest.isPresent() && example.isEmpty()) {
                    example = "'%s' is nearly %s: %s"
                            .formatted(
                                    name,
                                    nearest.get().code(),
                                    nearest.get().likeness().reason());
                }
            }
            return new Candidate(subject, scheme, column, names, names.size() - strange.size(), near, example);
        }

        String words() {
            return scheme.isEmpty() ? subject.word() : "categories of " + scheme;
        }

        String reason() {
            String nearly = near == 0 ? "" : "; %d more nearly (%s)".formatted(near, example);
            return "%d of %d names in column %s are %s of the catalogue%s"
                    .formatted(exact, names.size(), column.letters(), kind(), nearly);
        }

        private String kind() {
            return switch (subject) {
                case MEASURES -> "measures";
                case FINANCE -> "finance lines";
                case PROJECTS -> "projects";
                case DISTRIBUTION, AUDIT_OPINIONS ->
                    "categories of " + FoldedName.of(scheme).text().toUpperCase(java.util.Locale.ROOT);
            };
        }
    }
}
