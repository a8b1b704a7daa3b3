package org.monthend.steward;

/** Makes a text stand out, where the terminal can show it. */
@FunctionalInterface
public interface Paint {

    /** For files, pipes and terminals without colours. */
    Paint NONE = (emphasis, text) -> text;

    String apply(Emphasis emphasis, String text);
}
