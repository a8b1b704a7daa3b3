package org.monthend.scorecard;

import java.util.List;
import java.util.Optional;
import org.monthend.scorecard.Revision.Statement;

/** One thing in which two scorecards differ, before it is known whose it is. */
record Difference(String item, String before, String after, boolean isOnPage, List<Statement> statements) {

    /** Looks for a difference in one text after the other, from what the page prints to what is exact. */
    record Sought(String item, List<Statement> statements, boolean isPrinted, Optional<Difference> found) {

        /** The first texts to compare are those that the page prints. */
        Sought(String item, List<Statement> statements) {
            this(item, statements, true, Optional.empty());
        }

        /** Of something that the page does not show. */
        static Sought offPage(String item, List<Statement> statements) {
            return new Sought(item, statements, false, Optional.empty());
        }

        Sought or(String before, String after) {
            if (found.isPresent() || before.equals(after)) {
                return new Sought(item, statements, false, found);
            }
            return new Sought(
                    item,
                    statements,
                    false,
                    Optional.of(new Difference(item, orNothing(before), orNothing(after), isPrinted, statements)));
        }

        private static String orNothing(String text) {
            return text.isEmpty() ? "nothing" : text;
        }
    }
}
