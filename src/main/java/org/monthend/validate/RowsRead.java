package org.monthend.validate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.monthend.extract.ExtractedRow;

/**
 * Which rows of a return passed, and the cells of those that did not. Of a million rows it keeps one bit each, and the
 * cells of the first and of those that were rejected at once, as many as are kept of a return.
 */
final class RowsRead {

    /** More rejected rows than these stay in the file, which is kept as a whole. */
    static final int KEPT = 10_000;

    private final BitSet passed = new BitSet();
    private final Map<Integer, ExtractedRow> held = new HashMap<>();
    private final Map<Integer, Set<Rule>> reasons = new HashMap<>();
    private int count;
    private int heldLate;

    int count() {
        return count;
    }

    int passed() {
        return passed.cardinality();
    }

    /** Takes the next row and gives its number. The first are held: any of them may yet be contradicted or refused. */
    int next(ExtractedRow row) {
        count++;
        if (count <= KEPT) {
            held.put(count, row);
        }
        return count;
    }

    void pass(int number) {
        passed.set(number);
    }

    boolean hasPassed(int number) {
        return passed.get(number);
    }

    /** Holds a row that has not passed, and that may never. */
    void hold(int number, ExtractedRow row) {
        if (number > KEPT && heldLate < KEPT) {
            held.put(number, row);
            heldLate++;
        }
    }

    /** Keeps the row out, whether or not it had passed. */
    void reject(int number, Set<Rule> rules) {
        passed.clear(number);
        if (held.containsKey(number)) {
            reasons.computeIfAbsent(number, each -> EnumSet.noneOf(Rule.class)).addAll(rules);
        }
    }

    /**
     * The rows that are not loaded, as far as their cells are held.
     *
     * @param refusal the rule that refuses the return as a whole, and so every row of it
     */
    List<RejectedRow> rejected(Optional<Rule> refusal) {
        List<RejectedRow> rejected = new ArrayList<>();
        for (int number = 1; number <= count && rejected.size() < KEPT; number++) {
            ExtractedRow row = held.get(number);
            if (row != null && (refusal.isPresent() || !passed.get(number))) {
                Set<Rule> rules = EnumSet.noneOf(Rule.class);
                rules.addAll(reasons.getOrDefault(number, Set.of()));
                refusal.ifPresent(rules::add);
                rejected.add(RejectedRow.of(number, row, Set.copyOf(rules)));
            }
        }
        return List.copyOf(rejected);
    }
}
