package org.monthend.publish;

import org.apache.poi.ss.usermodel.HorizontalAlignment;

/** How a cell of the workbook looks. */
enum Look {
    TITLE(16, true, "14202B", "", HorizontalAlignment.LEFT, false, false),
    VISION(12, false, "00594C", "", HorizontalAlignment.LEFT, false, false),
    QUIET(10, false, "505A5F", "", HorizontalAlignment.LEFT, false, false),
    DRAFT(10, true, "0B0C0C", "FFDD00", HorizontalAlignment.LEFT, false, false),
    HEADER(10, true, "505A5F", "E9EEF1", HorizontalAlignment.LEFT, true, true),
    HEADER_NUMBER(10, true, "505A5F", "E9EEF1", HorizontalAlignment.RIGHT, true, true),
    SECTION(12, true, "1D3F58", "", HorizontalAlignment.LEFT, false, false),
    TEXT(10, false, "14202B", "", HorizontalAlignment.LEFT, false, true),
    /** A line that is part of the one above. */
    PART(10, false, "14202B", "", HorizontalAlignment.LEFT, false, true),
    WRAPPED(10, false, "14202B", "", HorizontalAlignment.LEFT, true, true),
    /** A row that somebody has to decide about. */
    DOUBTFUL(10, false, "14202B", "FFF4BF", HorizontalAlignment.LEFT, true, true),
    CENTRED(10, false, "14202B", "", HorizontalAlignment.CENTER, false, true),
    WORDS(10, false, "505A5F", "", HorizontalAlignment.LEFT, false, true),
    FAINT(9, false, "505A5F", "", HorizontalAlignment.LEFT, false, true),
    NUMBER(10, false, "14202B", "", HorizontalAlignment.RIGHT, false, true),
    /** A figure taken over from an earlier scorecard. */
    REPORTED(10, false, "505A5F", "", HorizontalAlignment.RIGHT, false, true),
    LATEST(10, true, "14202B", "F1F5F7", HorizontalAlignment.RIGHT, false, true),
    GOOD(10, true, "00594C", "", HorizontalAlignment.LEFT, false, true),
    AMBER(10, true, "0B0C0C", "FFDD00", HorizontalAlignment.LEFT, false, true),
    BAD(10, true, "D4351C", "", HorizontalAlignment.LEFT, false, true);

    final int points;
    final boolean bold;
    final String colour;
    final String fill;
    final HorizontalAlignment alignment;
    final boolean wraps;
    final boolean ruled;

    /**
     * @param colour of the text, as RRGGBB
     * @param fill behind it, empty for none
     * @param ruled with a thin line below
     */
    Look(
            int points,
            boolean bold,
            String colour,
            String fill,
            HorizontalAlignment alignment,
            boolean wraps,
            boolean ruled) {
        this.points = points;
        this.bold = bold;
        this.colour = colour;
        this.fill = fill;
        this.alignment = alignment;
        this.wraps = wraps;
        this.ruled = ruled;
    }
}
