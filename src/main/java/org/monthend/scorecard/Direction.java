package org.monthend.scorecard;

/** Which way the number has moved. */
public enum Direction {
    UP("up", "↑"),
    LEVEL("level", "↔"),
    DOWN("down", "↓"),
    /** No arrow: there is too little to say, or the measure is not one that an arrow can be drawn for. */
    NONE("none", "");

    private final String word;
    private final String arrow;

    Direction(String word, String arrow) {
        this.word = word;
        this.arrow = arrow;
    }

    public String word() {
        return word;
    }

    /** The arrow as printed; empty for none. */
    public String arrow() {
        return arrow;
    }
}
