package org.monthend.catalogue;

/** A line of the finance table. "Of which" lines are memo lines: they are part of the money line and never added. */
public record FinanceLine(String code, String name, boolean contract, Kind kind, int position) {

    /** What the line's figures are. */
    public enum Kind {
        MONEY("money"),
        OF_WHICH("of which"),
        PERCENT("percent");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
