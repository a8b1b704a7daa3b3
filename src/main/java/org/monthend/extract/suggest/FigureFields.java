package org.monthend.extract.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.monthend.extract.Field;
import org.monthend.extract.Subject;
import org.monthend.extract.suggest.UsualWords.Fit;

/** Takes columns for a subject's figures and remarks: by their headings first, then by what the figures prove. */
final class FigureFields {

    private static final Set<Field> WORDS = EnumSet.of(Field.STATUS, Field.COMMENT, Field.NARRATIVE);
    private static final Set<Field> RATINGS = EnumSet.of(Field.PROGRESS, Field.FINANCE);

    /** Columns searched for a proof where headings say nothing. */
    private static final int SEARCHED = 8;

    private final Subject subject;
    private final List<Profile> columns;
    private final Map<Field, FieldChoice> choices = new EnumMap<>(Field.class);
    private final Set<Integer> taken = new HashSet<>();

    private FigureFields(Subject subject, List<Profile> columns) {
        this.subject = subject;
        this.columns = columns;
    }

    /** @param columns those that are taken for nothing else */
    static Map<Field, FieldChoice> choose(Subject subject, List<Profile> columns) {
        FigureFields fields = new FigureFields(subject, columns);
        fields.byHeadings();
        fields.byFigures();
        return fields.choices;
    }

    private void byHeadings() {
        List<Candidate> candidates = new ArrayList<>();
        UsualWords.of(subject)
                .forEach((field, words) -> columns.forEach(column -> {
                    Fit fit = UsualWords.fit(column, field, words);
                    if (fit != Fit.NONE && isOfKind(column, field, fit)) {
                        candidates.add(new Candidate(field, column, fit));
                    }
                }));
        candidates.sort(Comparator.comparing(Candidate::fit)
                .reversed()
                .thenComparing(candidate -> candidate.column().column())
                .thenComparing(Candidate::field));
        for (Candidate candidate : candidates) {
            if (!choices.containsKey(candidate.field())
                    && !taken.contains(candidate.column().column())) {
                take(
                        candidate.field(),
                        candidate.column(),
                        confidence(candidate.fit()),
                        reason(candidate),
                        others(candidate, candidates));
            }
        }
    }

    /** A column of words holds no figures; a blank one is taken at its heading's word alone. */
    private static boolean isOfKind(Profile column, Field field, Fit fit) {
        if (column.isBlank()) {
            return fit == Fit.OWN || fit == Fit.USUAL && field != Field.NUMERATOR;
        }
        if (WORDS.contains(field)) {
            return column.count(CellKind.FIGURE) == 0;
        }
        return RATINGS.contains(field) ? column.count(CellKind.CODE) > 0 : column.isFigures();
    }

    private static Confidence confidence(Fit fit) {
        return switch (fit) {
            case OWN -> Confidence.CERTAIN;
            case USUAL, AMONG_OTHERS -> Confidence.LIKELY;
            case ABOVE, NONE -> Confidence.GUESS;
        };
    }

    private static String reason(Candidate candidate) {
        String heading = "'" + candidate.column().heading() + "'";
        return switch (candidate.fit()) {
            case OWN -> "the heading " + heading + " is the field's own word";
            case USUAL -> "the heading " + heading + " is a usual word for it";
            case AMONG_OTHERS -> "the heading " + heading + " holds a usual word for it";
            case ABOVE, NONE -> "a heading over it holds a usual word for it";
        };
    }

    private static List<String> others(Candidate chosen, List<Candidate> candidates) {
        return candidates.stream()
                .filter(other -> other.fit() == chosen.fit() && other.fit() != Fit.OWN)
                .filter(other -> other.field() == chosen.field()
                        && other.column().column() != chosen.column().column())
                .filter(other -> candidates.stream()
                        .noneMatch(better -> better.column().equals(other.column())
                                && better.fit().compareTo(other.fit()) > 0))
                .map(other -> other.column().named())
                .toList();
    }

    private void take(Field field, Profile column, Confidence confidence, String reason, List<String> alternatives) {
        choices.put(field, new FieldChoice(field, column, confidence, reason, alternatives));
        taken.add(column.column());
    }

    private void byFigures() {
        switch (subject) {
            case MEASURES -> measures();
            case FINANCE -> finance();
            case DISTRIBUTION, AUDIT_OPINIONS -> firstFree(Field.COUNT);
            case PROJECTS -> {
                // ratings and narratives prove nothing
            }
        }
    }

    private void measures() {
        if (has(Field.NUMERATOR) && has(Field.DENOMINATOR) && has(Field.VALUE)) {
            check(
                    Proof.ofRatio(column(Field.NUMERATOR), column(Field.DENOMINATOR), column(Field.VALUE)),
                    "numerator / denominator = value",
                    Field.NUMERATOR,
                    Field.DENOMINATOR,
                    Field.VALUE);
        } else {
            searchRatio();
        }
        if (!has(Field.VALUE) && !(has(Field.NUMERATOR) && has(Field.DENOMINATOR))) {
            firstFree(Field.VALUE);
        }
    }

    private void finance() {
        if (has(Field.BUDGET) && has(Field.FORECAST) && has(Field.VARIANCE)) {
            Proof proof = Proof.ofVariance(column(Field.BUDGET), column(Field.FORECAST), column(Field.VARIANCE));
            check(proof, "forecast - budget = variance", Field.BUDGET, Field.FORECAST, Field.VARIANCE);
        } else if (!has(Field.BUDGET) && !has(Field.FORECAST) && !has(Field.VARIANCE)) {
            firstFree(Field.FORECAST);
        }
    }

    /** What the headings said is borne out by the figures, or is not. */
    private void check(Proof proof, String law, Field... fields) {
        for (Field field : fields) {
            Optional.ofNullable(choices.get(field)).ifPresent(choice -> {
                if (proof.holds()) {
                    choices.put(
                            field,
                            new FieldChoice(
                                    field,
                                    choice.column(),
                                    Confidence.CERTAIN,
                                    choice.reason() + "; " + proved(proof, law),
                                    List.of()));
                } else if (proof.fails()) {
                    choices.put(
                            field,
                            choice.because(
                                    Confidence.GUESS,
                                    "but %s in %d of %d rows only (%s)"
                                            .formatted(law, proof.held(), proof.rows(), proof.example())));
                }
            });
        }
    }

    private static String proved(Proof proof, String law) {
        return "%s in %d of %d rows (%s)".formatted(law, proof.held(), proof.rows(), proof.example());
    }

    /**
     * Two columns whose ratio is a third. Where A / B = C, A / C = B as well: the value is rather the one with
     * percentages, or the last.
     */
    private void searchRatio() {
        List<Profile> figures = columns.stream()
                .filter(column -> column.isFigures() && column.hasHeading())
                .filter(column -> !taken.contains(column.column()) || isOfRatio(column))
                .limit(SEARCHED)
                .toList();
        List<Ratio> ratios = new ArrayList<>();
        for (Profile value : figures) {
            for (Profile numerator : figures) {
                for (Profile denominator : figures) {
                    if (fits(Field.VALUE, value)
                            && fits(Field.NUMERATOR, numerator)
                            && fits(Field.DENOMINATOR, denominator)
                            && areDifferent(value, numerator, denominator)) {
                        ratios.add(
                                new Ratio(numerator, denominator, value, Proof.ofRatio(numerator, denominator, value)));
                    }
                }
            }
        }
        int least = has(Field.NUMERATOR) && has(Field.DENOMINATOR) ? 1 : 3;
        ratios.stream()
                .filter(ratio -> ratio.proof().holds() && ratio.proof().rows() >= least)
                .max(Comparator.comparing((Ratio ratio) -> ratio.value().holdsPercentages())
                        .thenComparing(ratio -> ratio.value().column())
                        .thenComparing(ratio -> ratio.denominator().column()))
                .ifPresent(this::take);
    }

    private void take(Ratio ratio) {
        String reason = proved(
                ratio.proof(),
                "column %s / column %s = column %s"
                        .formatted(
                                ratio.numerator().letters(),
                                ratio.denominator().letters(),
                                ratio.value().letters()));
        Map.of(Field.NUMERATOR, ratio.numerator(), Field.DENOMINATOR, ratio.denominator(), Field.VALUE, ratio.value())
                .forEach((field, column) -> {
                    String words = Optional.ofNullable(choices.get(field))
                            .map(choice -> choice.reason() + "; ")
                            .orElse("");
                    take(field, column, Confidence.LIKELY, words + reason, List.of());
                });
    }

    private static boolean areDifferent(Profile one, Profile other, Profile third) {
        return one.column() != other.column() && other.column() != third.column() && one.column() != third.column();
    }

    private boolean isOfRatio(Profile column) {
        return List.of(Field.NUMERATOR, Field.DENOMINATOR, Field.VALUE).stream()
                .anyMatch(field -> has(field) && column(field).equals(column));
    }

    /** A column that the headings gave to a field stays there. */
    private boolean fits(Field field, Profile column) {
        return has(field) ? column(field).equals(column) : !taken.contains(column.column());
    }

    private void firstFree(Field field) {
        if (has(field)) {
            return;
        }
        List<Profile> free = columns.stream()
                .filter(column -> column.isFigures() && column.hasHeading() && !taken.contains(column.column()))
                .toList();
        if (free.isEmpty()) {
            return;
        }
        boolean only = free.size() == 1;
        take(
                field,
                free.get(0),
                only ? Confidence.LIKELY : Confidence.GUESS,
                only ? "no other column of figures is left" : "the first column of figures whose heading says nothing",
                free.stream().skip(1).limit(5).map(Profile::named).toList());
    }

    private boolean has(Field field) {
        return choices.containsKey(field);
    }

    private Profile column(Field field) {
        return Optional.ofNullable(choices.get(field)).orElseThrow().column();
    }

    private record Candidate(Field field, Profile column, Fit fit) {}

    private record Ratio(Profile numerator, Profile denominator, Profile value, Proof proof) {}
}
