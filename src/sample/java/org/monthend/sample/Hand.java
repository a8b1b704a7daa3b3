package org.monthend.sample;

/**
 * How the workbooks of a team look.
 *
 * @param headerFill background of headings as RRGGBB; empty for none
 * @param headerText their colour
 * @param boxed whether every cell has a border, or rows only a line beneath
 */
record Hand(String font, int size, String headerFill, String headerText, boolean boxed) {}
