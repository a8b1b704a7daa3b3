package org.monthend.extract.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.CellWords;
import org.monthend.extract.Field;
import org.monthend.extract.format.Cell;

/**
 * Finds the measures of a table whose rows are organisations: columns headed by the catalogue's names, or headings that
 * say in one tier which figure it is and in the other of what.
 */
final class MeasuresAcross {

    private static final String MEASURE = "{measure}";
    private static final int NAMES_SHOWN = 5;

    private final List<Profile> columns;
    private final Names measures;
    private final List<SuggestedPart> parts = new ArrayList<>();
    private final List<Profile> taken = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private MeasuresAcross(List<Profile> columns, Names measures) {
        this.columns = columns;
        this.measures = measures;
    }

    /**
     * What was found.
     *
     * @param missing what a person has to say before the columns can be read
     */
    record Found(List<SuggestedPart> parts, List<Profile> columns, List<String> missing) {}

    /** Empty when nothing says that the columns are measures. */
    static Optional<Found> find(List<Profile> columns, Names measures) {
        MeasuresAcross across = new MeasuresAcross(
                columns.stream()
                        .filter(column -> column.isFigures() && column.hasHeading())
                        .toList(),
                measures);
        across.byName();
        if (across.parts.isEmpty()) {
            across.byTier(0);
        }
        if (across.parts.isEmpty()) {
            across.byTier(1);
        }
        return across.parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(across.parts, across.taken, across.missing));
    }

    /** Each column whose heading is, or nearly is, a measure's name. */
    private void byName() {
        for (Profile column : columns) {
            for (Cell cell : column.path()) {
                String name = CellKind.words(cell);
                Optional<String> exact = measures.find(name);
                Optional<Names.Near> near = exact.isPresent() ? Optional.empty() : measures.nearest(name);
                Optional<String> code = exact.or(() -> near.map(Names.Near::code));
                Field field = column.path().stream()
                        .filter(other -> !other.equals(cell))
                        .map(other -> UsualWords.figureOf(CellKind.words(other)))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(Field.VALUE);
                String part = code.map(each -> field.word() + " of " + each).orElse("");
                if (code.isPresent()
                        && parts.stream().noneMatch(each -> each.part().part().equals(part))) {
                    parts.add(new SuggestedPart(
                            new LayoutPart(part, "column", column.words(), ""),
                            cell.address(),
                            near.isPresent() ? Confidence.LIKELY : Confidence.CERTAIN,
                            near.map(each -> "the heading is nearly the name of " + each.code() + ": "
                                            + each.likeness().reason())
                                    .orElse("the heading is the name of the catalogue's measure"),
                            near.map(each -> List.of("a measure that the catalogue does not have"))
                                    .orElse(List.of())));
                    taken.add(column);
                    break;
                }
            }
        }
    }

    /** Headings of two tiers: all of the one tier are usual words for figures, and the other repeats under each. */
    private void byTier(int tierOfFigures) {
        Map<String, Set<String>> under = new LinkedHashMap<>();
        Map<String, List<Profile>> ofFigure = new LinkedHashMap<>();
        for (Profile column : columns) {
            if (column.path().size() == 2) {
                Cell figure = column.path().get(tierOfFigures);
                String words = CellKind.words(figure);
                if (UsualWords.figureOf(words).isPresent()) {
                    under.computeIfAbsent(words, each -> new LinkedHashSet<>())
                            .add(CellKind.words(column.path().get(1 - tierOfFigures)));
                    ofFigure.computeIfAbsent(words, each -> new ArrayList<>()).add(column);
                }
            }
        }
        boolean alike = under.size() > 1 && Set.copyOf(under.values()).size() == 1;
        long different = under.keySet().stream()
                .map(UsualWords::figureOf)
                .flatMap(Optional::stream)
                .distinct()
                .count();
        if (!alike || different != under.size()) {
            return;
        }
        ofFigure.forEach((words, all) -> {
            Cell cell = all.get(0).path().get(tierOfFigures);
            String figure = LayoutWords.of(List.of(cell));
            parts.add(new SuggestedPart(
                    new LayoutPart(
                            UsualWords.figureOf(words).orElseThrow().word(),
                            "across",
                            tierOfFigures == 0 ? figure + " > " + MEASURE : MEASURE + " > " + figure,
                            ""),
                    cell.address(),
                    Confidence.LIKELY,
                    "'%s' holds a usual word for it and stands with each of %d names"
                            .formatted(CellWords.quoted(words), all.size()),
                    List.of()));
            taken.addAll(all);
        });
        Set<String> names = under.values().iterator().next();
        String strange = names.stream()
                .filter(name -> measures.find(name).isEmpty())
                .limit(NAMES_SHOWN)
                .map(name -> "'" + CellWords.quoted(name) + "'")
                .collect(Collectors.joining(", "));
        if (!strange.isEmpty()) {
            missing.add("The headings name measures that the catalogue does not have: " + strange
                    + ". Add them to it, or say whose names they are by rows 'other name' (measure: name = code).");
        }
    }
}
