package org.monthend.catalogue;

/** Where a measure stands in its life. */
public enum Lifecycle {
    LIVE("live"),
    NEW("new"),
    UNDER_DEVELOPMENT("under development"),
    RETIRED("retired");

    private final String word;

    Lifecycle(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
