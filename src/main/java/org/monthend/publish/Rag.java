package org.monthend.publish;

/**
 * A code of the RAG scheme as the page shows it.
 *
 * @param word Red, Amber or Green; empty for a code that is none of the three
 * @param sign the warehouse's word for the standing with the same sign
 */
record Rag(String code, String word, String sign) {

    static Rag of(String code) {
        return switch (code) {
            case "G" -> new Rag(code, "Green", "met");
            case "A" -> new Rag(code, "Amber", "within_tolerance");
            case "R" -> new Rag(code, "Red", "missed");
            default -> new Rag(code, "", "no_target");
        };
    }
}
