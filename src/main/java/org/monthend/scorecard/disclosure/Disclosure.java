package org.monthend.scorecard.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a public copy hides, and how little it tells of it.
 *
 * @param hidden by figure, in the order of the page; all other figures are shown
 * @param partlyHidden codes of measures of which any figure is hidden, or a count behind one that is shown: 0% of few
 * @param audited what the attempt to undo it came to, one entry for each small count behind the figures
 */
public record Disclosure(Map<CopyCell, Hidden> hidden, Set<String> partlyHidden, List<Audited> audited) {

    /**
     * A small count that the audit tried to tell.
     *
     * @param least the least that it can be by all that is published
     * @param most the most that it can be
     * @param from the published figures that speak of it, directly or through other hidden ones; empty where none does
     */
    public record Audited(CopyCell cell, String what, long least, long most, List<String> from) {}

    public boolean hides(CopyCell cell) {
        return hidden.containsKey(cell);
    }

    /** Whether all figures of the measure are shown, and all that they are made of may be told. */
    public boolean isWhole(String measureCode) {
        return !partlyHidden.contains(measureCode);
    }

    /** What came of disclosure control. */
    public sealed interface Outcome {}

    /** A public copy can be made: whatever is hidden cannot be told. */
    public record Safe(Disclosure disclosure) implements Outcome {}

    /** It cannot, since something that is out already tells a small count; in a sentence. */
    public record Told(String sentence) implements Outcome {}
}
