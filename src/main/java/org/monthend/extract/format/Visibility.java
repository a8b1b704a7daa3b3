package org.monthend.extract.format;

/** Whether the author shows a sheet's tab; a very hidden one can be brought back by a macro only. */
public enum Visibility {
    VISIBLE,
    HIDDEN,
    VERY_HIDDEN
}
