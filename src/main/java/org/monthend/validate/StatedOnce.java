package org.monthend.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.validate.Statement.About;
import org.monthend.validate.Statement.MeasureStatement;

/**
 * What the rows of a return have stated so far. The same again counts as a row and says nothing new; something else about
 * the same thing is a contradiction, and then no row about it counts. Of measures, of which there may be a million, only
 * a digest is kept; the others are few, as many as the catalogue has, and wait here until the whole return was read.
 */
final class StatedOnce {

    /** What a row is to those before it. */
    enum Standing {
        FIRST,
        REPEATED,
        CONTRADICTED
    }

    private final Map<About, Stated> stated = new HashMap<>();
    private final Map<About, List<Integer>> repeats = new HashMap<>();
    private final Map<About, Statement> waiting = new LinkedHashMap<>();

    /** How the statement stands to those that were taken; nothing is taken yet. */
    Standing standing(Statement statement) {
        Stated earlier = stated.get(statement.about());
        if (earlier == null) {
            return Standing.FIRST;
        }
        return earlier.contradicted || earlier.digest != Statement.digest(statement.said())
                ? Standing.CONTRADICTED
                : Standing.REPEATED;
    }

    /** The place of the first statement about the same; CP!F14. */
    String firstPlace(Statement statement) {
        Stated earlier = stated.get(statement.about());
        return earlier == null ? "" : earlier.place;
    }

    /** Takes the first statement about something; one of a measure may be published at once, the others wait. */
    void take(Statement statement, int row) {
        stated.put(
                statement.about(),
                new Stated(statement.sheet() + "!" + statement.place(), Statement.digest(statement.said()), row));
        if (!(statement instanceof MeasureStatement)) {
            waiting.put(statement.about(), statement);
        }
    }

    /** Notes a row that says the same again. */
    void repeat(Statement statement, int row) {
        repeats.computeIfAbsent(statement.about(), each -> new ArrayList<>()).add(row);
    }

    /** Notes that rows contradict each other, and gives the numbers of those that had been taken. */
    List<Integer> contradict(Statement statement) {
        waiting.remove(statement.about());
        List<Integer> rows = new ArrayList<>(repeats.getOrDefault(statement.about(), List.of()));
        Stated earlier = stated.get(statement.about());
        if (earlier != null) {
            earlier.contradicted = true;
            rows.add(earlier.row);
        }
        return rows;
    }

    /** The statements that waited for the end of the return. */
    Stream<Statement> waiting() {
        return waiting.values().stream();
    }

    /** Measures that were given away before they were contradicted. */
    Set<MeasureRow> contradictedMeasures() {
        return stated.entrySet().stream()
                .filter(entry ->
                        entry.getValue().contradicted && entry.getKey().kind().equals("measure"))
                .map(entry -> entry.getKey())
                .map(about -> new MeasureRow(about.code(), about.organisationCode(), about.month()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first statement about something, and the number of its row. */
    private static final class Stated {

        private final String place;
        private final long digest;
        private final int row;
        private boolean contradicted;

        private Stated(String place, long digest, int row) {
            this.place = place;
            this.digest = digest;
            this.row = row;
        }
    }
}
