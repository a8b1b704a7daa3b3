package org.monthend.scorecard.disclosure;

/**
 * A figure that the public copy hides.
 *
 * @param because in words for the steward; it may name what is hidden
 */
public record Hidden(CopyCell cell, Why why, String because) {

    /** Why a figure is hidden. */
    public enum Why {
        /** It is, or gives back, a count of 1 to 5. */
        SMALL("small"),
        /** What it counts is not known, so it may be 1 to 5. */
        NOT_KNOWN("not known"),
        /** Shown, it would tell a small one. */
        PROTECTS("protects");

        private final String word;

        Why(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
