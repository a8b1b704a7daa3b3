package org.monthend.scorecard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One figure, judgement or text in which a scorecard differs from another.
 *
 * @param code of the measure, finance line, scheme or project; empty for texts of the page
 * @param name of the same, as printed
 * @param item what of it differs: Oct-15, 2015/16 Qtr2, standing, budget
 * @param before as the earlier scorecard says it; "nothing" where it says nothing
 * @param after as the later one says it
 * @param isOnPage whether the page shows the difference; strengths of trends, forecasts and decimals stand in the workbook
 *     and the warehouse alone
 * @param statements what was said by a return and makes the difference; empty where no return did
 * @param cause why and when; empty until it has been looked up, and where nobody said so
 */
public record Revision(
        Block block,
        String code,
        String name,
        String item,
        String before,
        String after,
        boolean isOnPage,
        List<Statement> statements,
        Optional<Cause> cause) {

    /** The part of the page that it is in. */
    public enum Block {
        MEASURES("measures"),
        /** Measures of the parts; the code names part and measure. */
        ORGANISATIONS("organisations"),
        FINANCE("finance"),
        DISTRIBUTION("distribution"),
        AUDIT("audit"),
        PROJECTS("projects"),
        TEXTS("texts");

        private final String word;

        Block(String word) {
            this.word = word;
        }

        /** The word that the warehouse has for it. */
        public String word() {
            return word;
        }
    }

    /** What a return said, by its number in the warehouse. */
    public record Statement(Kind kind, long id) {

        /** The fact that keeps it. */
        public enum Kind {
            MEASURE_VALUE,
            MEASURE_QUARTER,
            FINANCE_POSITION,
            DISTRIBUTION,
            AUDIT_OPINION,
            PROJECT_STATUS
        }
    }

    /**
     * Why a figure was revised.
     *
     * @param reason in words: restated by a file, changed in the catalogue
     * @param file that said so; empty when no file did
     * @param submission number of its submission; 0 when no file did
     */
    public record Cause(String reason, String file, long submission, Instant at) {}

    /** The same revision with its cause. */
    public Revision because(Cause why) {
        return new Revision(block, code, name, item, before, after, isOnPage, statements, Optional.of(why));
    }
}
