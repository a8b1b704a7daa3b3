package org.monthend.load;

/** Why a file is judged. */
public enum Occasion {
    /** It is new, or a mended catalogue reads it otherwise. */
    NEW,
    /** A rerun judges it whatever was decided before; it makes an attempt only where it comes out otherwise. */
    AGAIN,
    /** A rerun takes it on purpose, although a newer file had taken its place or its return was withdrawn. */
    PUT_BACK
}
