package org.monthend.scorecard.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All the worlds in which the same was published: every way to give the hidden counts whole numbers so that each
 * statement holds.
 *
 * <p>Whoever reads the copy cannot tell these worlds apart. Bounds of a count come from passing bounds along the
 * statements (interval propagation); that a count can have a value is shown by finding a world in which it has. A world
 * that is found proves it; one that is not found within {@value #STEPS} steps counts as if there were none, so that what
 * is not known to be safe is not taken for safe.
 *
 * @param domains what each hidden count may be, before anything is said of it
 */
record Worlds(Map<CountKey, Domain> domains, List<Statement> statements) {

    private static final int STEPS = 20_000;

    /**
     * A count's whole numbers.
     *
     * @param near where to look for one first
     */
    record Domain(long least, long most, long near) {}

    /** The least and the most that a count can be. */
    record Range(long least, long most) {}

    /** What follows of each count from all statements, by passing bounds along them; empty when they contradict. */
    Optional<Map<CountKey, Range>> bounds() {
        Search search = new Search(List.copyOf(domains.keySet()));
        return search.narrow() ? Optional.of(search.ranges()) : Optional.empty();
    }

    /** A world in which the count is the value; of the other counts only those that statements tie to it are in it. */
    Optional<Map<CountKey, Long>> with(CountKey count, long value) {
        Search search = new Search(tiedTo(count));
        return search.fix(count, value) && search.solve() ? Optional.of(search.world()) : Optional.empty();
    }

    /** Whether there is any world at all of the counts that statements tie to this one. */
    boolean any(CountKey count) {
        return new Search(tiedTo(count)).solve();
    }

    /** Statements that speak of any of the counts that are tied to this one. */
    List<Statement> about(CountKey count) {
        List<CountKey> tied = tiedTo(count);
        return statements.stream()
                .filter(statement -> statement.weights().keySet().stream().anyMatch(tied::contains))
                .toList();
    }

    private List<CountKey> tiedTo(CountKey count) {
        Map<CountKey, List<Statement>> saying = new HashMap<>();
        for (Statement statement : statements) {
            statement
                    .weights()
                    .keySet()
                    .forEach(each -> saying.computeIfAbsent(each, any -> new ArrayList<>())
                            .add(statement));
        }
        List<CountKey> tied = new ArrayList<>(List.of(count));
        Deque<CountKey> toFollow = new ArrayDeque<>(tied);
        while (!toFollow.isEmpty()) {
            for (Statement statement : saying.getOrDefault(toFollow.remove(), List.of())) {
                for (CountKey other : statement.weights().keySet()) {
                    if (!tied.contains(other)) {
                        tied.add(other);
                        toFollow.add(other);
                    }
                }
            }
        }
        return tied;
    }

    /** One statement with its counts by number. */
    private record Row(int[] counts, long[] weights, long low, long high) {}

    /** Bounds of some counts as they are narrowed, and the way back. */
    private final class Search {

        private final List<CountKey> counts;
        private final long[] least;
        private final long[] most;
        private final List<Row> rows = new ArrayList<>();
        private final AtomicInteger steps = new AtomicInteger();

        private Search(List<CountKey> counts) {
            this.counts = counts;
            this.least = counts.stream().mapToLong(each -> domain(each).least()).toArray();
            this.most = counts.stream().mapToLong(each -> domain(each).most()).toArray();
            Map<CountKey, Integer> numbers = new HashMap<>();
            for (int number = 0; number < counts.size(); number++) {
                numbers.put(counts.get(number), number);
            }
            for (Statement statement : statements) {
                if (statement.weights().keySet().stream().anyMatch(numbers::containsKey)) {
                    rows.add(new Row(
                            statement.weights().keySet().stream()
                                    .mapToInt(numbers::get)
                                    .toArray(),
                            statement.weights().values().stream()
                                    .mapToLong(Long::longValue)
                                    .toArray(),
                            statement.low(),
                            statement.high()));
                }
            }
        }

        private Domain domain(CountKey count) {
            return Optional.ofNullable(domains.get(count)).orElseThrow();
        }

        private boolean fix(CountKey count, long value) {
            int number = counts.indexOf(count);
            if (value < least[number] || value > most[number]) {
                return false;
            }
            least[number] = value;
            most[number] = value;
            return true;
        }

        /** Passes bounds along the statements until nothing changes; false when a count has no value left. */
        private boolean narrow() {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (Row row : rows) {
                    long before = width(row);
                    if (!narrow(row)) {
                        return false;
                    }
                    changed |= width(row) != before;
                }
            }
            return true;
        }

        /** How many values the statement's counts have between them; it only ever shrinks. */
        private long width(Row row) {
            return Arrays.stream(row.counts())
                    .mapToLong(count -> most[count] - least[count])
                    .sum();
        }

        private boolean narrow(Row row) {
            long smallest = 0;
            long largest = 0;
            for (int at = 0; at < row.counts().length; at++) {
                smallest += smallest(row, at);
                largest += largest(row, at);
            }
            if (smallest > row.high() || largest < row.low()) {
                return false;
            }
            for (int at = 0; at < row.counts().length; at++) {
                int count = row.counts()[at];
                long weight = row.weights()[at];
                if (row.high() != Statement.OPEN_HIGH) {
                    long room = row.high() - (smallest - smallest(row, at));
                    if (weight > 0) {
                        most[count] = Math.min(most[count], Math.floorDiv(room, weight));
                    } else {
                        least[count] = Math.max(least[count], -Math.floorDiv(room, -weight));
                    }
                }
                if (row.low() != Statement.OPEN_LOW) {
                    long need = row.low() - (largest - largest(row, at));
                    if (weight > 0) {
                        least[count] = Math.max(least[count], -Math.floorDiv(-need, weight));
                    } else {
                        most[count] = Math.min(most[count], Math.floorDiv(-need, -weight));
                    }
                }
                if (least[count] > most[count]) {
                    return false;
                }
                // What was narrowed tells more of those that follow.
                smallest = 0;
                largest = 0;
                for (int each = 0; each < row.counts().length; each++) {
                    smallest += smallest(row, each);
                    largest += largest(row, each);
                }
            }
            return true;
        }

        private long smallest(Row row, int at) {
            long weight = row.weights()[at];
            return weight * (weight > 0 ? least : most)[row.counts()[at]];
        }

        private long largest(Row row, int at) {
            long weight = row.weights()[at];
            return weight * (weight > 0 ? most : least)[row.counts()[at]];
        }

        private Map<CountKey, Range> ranges() {
            Map<CountKey, Range> ranges = new LinkedHashMap<>();
            for (int number = 0; number < counts.size(); number++) {
                ranges.put(counts.get(number), new Range(least[number], most[number]));
            }
            return ranges;
        }

        private Map<CountKey, Long> world() {
            Map<CountKey, Long> world = new LinkedHashMap<>();
            for (int number = 0; number < counts.size(); number++) {
                world.put(counts.get(number), least[number]);
            }
            return world;
        }

        /** Finds values for all counts; the narrowest is tried first, values from the likeliest outwards. */
        private boolean solve() {
            if (steps.incrementAndGet() > STEPS || !narrow()) {
                return false;
            }
            int open = narrowestOpen();
            if (open < 0) {
                return true;
            }
            long[] leastBefore = least.clone();
            long[] mostBefore = most.clone();
            long near = Math.max(
                    least[open], Math.min(most[open], domain(counts.get(open)).near()));
            long furthest = Math.max(near - least[open], most[open] - near);
            for (long away = 0; away <= furthest && steps.get() <= STEPS; away++) {
                for (long value : away == 0 ? new long[] {near} : new long[] {near + away, near - away}) {
                    if (value < leastBefore[open] || value > mostBefore[open]) {
                        continue;
                    }
                    least[open] = value;
                    most[open] = value;
                    if (solve()) {
                        return true;
                    }
                    System.arraycopy(leastBefore, 0, least, 0, least.length);
                    System.arraycopy(mostBefore, 0, most, 0, most.length);
                }
            }
            return false;
        }

        private int narrowestOpen() {
            int narrowest = -1;
            for (int count = 0; count < least.length; count++) {
                if (least[count] < most[count]
                        && (narrowest < 0 || most[count] - least[count] < most[narrowest] - least[narrowest])) {
                    narrowest = count;
                }
            }
            return narrowest;
        }
    }
}
