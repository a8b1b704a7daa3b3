package org.monthend.validate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.monthend.catalogue.Severity;

/**
 * The rules that returns are judged by. How severely each is taken stands in the catalogue's Rules sheet, not here.
 * R0 is about the file, R1 about its structure, R2 about a cell, R3 about a row, R4 about the return as a whole, R5 about
 * what was known before.
 */
public enum Rule {
    UNREADABLE_WORKBOOK(
            "R001", "The file is not a workbook that can be read", "Send it again as an Excel workbook (.xlsx)."),
    UNKNOWN_RETURN(
            "R002",
            "The file belongs to no return of the catalogue",
            "Name the file as the catalogue's Returns sheet says, or add the return there."),
    MACROS("R003", "The workbook holds macros, which are never run", "Nothing to do."),
    EXTERNAL_LINKS(
            "R004",
            "The workbook takes figures from another workbook, which is never opened",
            "Check that the figures are up to date, or paste them as values."),
    DECODED_ENCODING("R005", "The file is not in the encoding that it ought to be in", "Save it as CSV UTF-8."),
    UNUSUAL_FILE("R006", "The file is unusual", "It was read; check the figures if you did not expect this."),
    UNFINISHED_FILE(
            "R007",
            "The file is perhaps still being written",
            "Wait until it stands still, and load again; a file that stays as it is must be sent anew."),
    LAYOUT_MISFIT(
            "R101",
            "The table is not where the layout says",
            "Put the heading back as it was, or describe the new layout in the catalogue's Layouts sheet."),
    WRONG_MONTH("R102", "The workbook is about another month", "Put the file into the folder of its month."),
    NO_ROWS("R103", "The return holds no rows", "Fill it in, or state '-' where there is nothing to report."),
    HIDDEN_SHEETS("R104", "Hidden sheets are not read", "Nothing to do."),
    ROWS_PASSED_OVER("R105", "Rows of totals are passed over", "Nothing to do."),
    NOT_A_NUMBER("R201", "The cell is not a number", "Write a number, or '-' if there is nothing to report."),
    UNCOMPUTED_FORMULA(
            "R202", "The formula was never computed", "Open the workbook in Excel, let it calculate, and save it."),
    ERROR_VALUE("R203", "The cell holds an error value", "Mend the formula, or write the figure."),
    UNREADABLE_MONTH("R204", "The month cannot be read", "Write the month as Dec-15."),
    UNKNOWN_MEASURE("R205", "The measure is not in the catalogue", "Use a name or code of the Measures sheet."),
    UNKNOWN_ORGANISATION(
            "R206", "The organisation is not in the catalogue", "Use a name or code of the Organisations sheet."),
    UNKNOWN_STATUS("R207", "The status is not one of the layout's codes", "Use one of the codes, or write a figure."),
    STRAY_SIGN("R208", "A figure that is no variance carries a plus sign", "Leave the sign out; it was dropped."),
    UNKNOWN_CATEGORY("R209", "The category is not in the catalogue", "Use a name or code of the Categories sheet."),
    UNKNOWN_FINANCE_LINE(
            "R210", "The finance line is not in the catalogue", "Use a name or code of the Finance lines sheet."),
    UNKNOWN_PROJECT("R211", "The project is not in the catalogue", "Use a name or code of the Projects sheet."),
    MARK_WITHOUT_NOTE(
            "R212", "A footnote mark has no note", "Write the note beneath the table, or take the mark away."),
    NAME_MISSING("R213", "The name of the row is missing", "Name it, or clear the row."),
    UNREADABLE_TEXT(
            "R214", "A text of the row cannot be read", "Write it anew; the row's figures were judged without it."),
    MIXED_SCALES(
            "R215",
            "A column of percentages mixes scales",
            "Write all of them as 87% or as 87, or declare percent or fraction for the column in the catalogue's Layouts"
                    + " sheet."),
    FRACTION_INCOMPLETE(
            "R301", "Numerator and denominator belong together", "Give both, or neither and the value alone."),
    DENOMINATOR_NOT_POSITIVE("R302", "The denominator must be above zero", "Write '-' if there was nothing to count."),
    NUMERATOR_ABOVE_DENOMINATOR(
            "R303", "The numerator is larger than the denominator", "Check which of the two is wrong."),
    VALUE_DISAGREES("R304", "The value is not numerator over denominator", "Correct the figure that is wrong."),
    NOTHING_STATED(
            "R305",
            "There is neither a figure nor a status",
            "Write the figure; for a measure or a finance line that has none, write '-'."),
    FIGURE_AND_STATUS("R306", "There is both a figure and a status", "Keep the one that is right."),
    MONTH_AFTER_RETURN("R307", "The row is about a month after the return's", "Correct the month."),
    PERCENTAGE_OUT_OF_RANGE("R308", "A percentage lies outside 0 to 100", "Correct the figure."),
    NEGATIVE_FIGURE("R309", "A count or rate is negative", "Correct the figure."),
    VARIANCE_DISAGREES(
            "R310",
            "The variance cannot come from budget and forecast",
            "Confirm the variance with the finance team, or correct it."),
    NOT_A_QUARTER_END(
            "R311",
            "A quarterly measure is reported under the quarter's last month",
            "Report it under March, June, September or December."),
    MONTH_TOO_OLD(
            "R312", "The row is about a month long past", "Correct the month, or send it with the return of then."),
    SAME_ROW_TWICE("R401", "The same row stands twice", "Take one of the two away; it was counted once."),
    CONTRADICTING_ROWS("R402", "Two rows contradict each other", "Keep the one that is right."),
    SHARES_DO_NOT_ADD_UP(
            "R403", "The shares of a distribution do not add up to 100%", "Check the shares against the cases."),
    MEASURE_MISSING(
            "R404",
            "A measure that the return must state is missing",
            "Add its row; write '-' if there is nothing to report."),
    CATEGORY_MISSING(
            "R405", "A category of the scheme is missing", "Add its row; write 0 where nothing falls into it."),
    PARTS_DISAGREE(
            "R406",
            "The localities do not add up to the whole",
            "Correct the figure that is wrong, that of the whole or of a locality."),
    /** Found when a scorecard is computed, not when the return is judged: the months may come in other returns, later. */
    QUARTER_DISAGREES(
            "R410",
            "A reported quarter differs from its months",
            "Confirm the months, which the scorecard shows, or correct the one that is wrong."),
    COPY_OF_LAST_MONTH(
            "R501",
            "Every figure equals that of the month before",
            "Send the month's own figures, or confirm that nothing has changed."),
    OUTSIDE_OWN_LIMITS(
            "R502",
            "The figure lies outside what is usual for the measure",
            "Check the figure; if it is right, say what has happened."),
    RESTATED_MONTH("R503", "A figure of an earlier month is restated", "Nothing to do, if that was meant."),
    RESTATED_CLOSED_MONTH(
            "R504",
            "A figure of a month that is published is restated",
            "Say why it has changed; what is published stays as it is until a new edition."),
    ORGANISATION_MISSING(
            "R505",
            "An organisation that reported last month is missing",
            "Add its rows, or say why it no longer reports."),
    HISTORY_LEFT_OUT(
            "R506",
            "Not all figures were compared with the months before",
            "Nothing to do; look at the rest yourself, or send it in several files.");

    private final String code;
    private final String title;
    private final String howToFix;

    Rule(String code, String title, String howToFix) {
        this.code = code;
        this.title = title;
        this.howToFix = howToFix;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** What the sender can do about it, as a sentence. */
    public String howToFix() {
        return howToFix;
    }

    /**
     * Whether the rule may be taken so severely. What makes the whole return unsafe always refuses it, a row of which
     * nothing could be loaded is always rejected, and what is about the file, or seen only when all rows were read,
     * rejects no row.
     */
    public boolean admits(Severity severity) {
        return switch (this) {
            case UNREADABLE_WORKBOOK, UNKNOWN_RETURN, LAYOUT_MISFIT, NO_ROWS -> severity == Severity.REFUSE;
            case UNFINISHED_FILE -> severity == Severity.NOTE;
            case MACROS, EXTERNAL_LINKS, DECODED_ENCODING, UNUSUAL_FILE, WRONG_MONTH, HIDDEN_SHEETS, ROWS_PASSED_OVER ->
                severity != Severity.ERROR;
            case NOT_A_NUMBER,
                    UNCOMPUTED_FORMULA,
                    ERROR_VALUE,
                    UNREADABLE_MONTH,
                    UNKNOWN_MEASURE,
                    UNKNOWN_ORGANISATION,
                    UNKNOWN_STATUS,
                    UNKNOWN_CATEGORY,
                    UNKNOWN_FINANCE_LINE,
                    UNKNOWN_PROJECT,
                    NAME_MISSING,
                    FRACTION_INCOMPLETE,
                    DENOMINATOR_NOT_POSITIVE,
                    NUMERATOR_ABOVE_DENOMINATOR,
                    NOTHING_STATED,
                    FIGURE_AND_STATUS,
                    MONTH_AFTER_RETURN,
                    MONTH_TOO_OLD,
                    PERCENTAGE_OUT_OF_RANGE,
                    NEGATIVE_FIGURE,
                    NOT_A_QUARTER_END,
                    CONTRADICTING_ROWS -> severity == Severity.ERROR || severity == Severity.REFUSE;
            case QUARTER_DISAGREES -> severity == Severity.QUERY || severity == Severity.NOTE;
            case MIXED_SCALES -> severity == Severity.REFUSE || severity == Severity.QUERY;
            case MEASURE_MISSING,
                    CATEGORY_MISSING,
                    PARTS_DISAGREE,
                    COPY_OF_LAST_MONTH,
                    OUTSIDE_OWN_LIMITS,
                    RESTATED_MONTH,
                    RESTATED_CLOSED_MONTH,
                    ORGANISATION_MISSING,
                    HISTORY_LEFT_OUT -> severity != Severity.ERROR;
            case STRAY_SIGN,
                    UNREADABLE_TEXT,
                    MARK_WITHOUT_NOTE,
                    VALUE_DISAGREES,
                    VARIANCE_DISAGREES,
                    SAME_ROW_TWICE,
                    SHARES_DO_NOT_ADD_UP -> true;
        };
    }

    /** What the rule lets pass where the catalogue gives no tolerance, in the rule's own unit. */
    BigDecimal usualTolerance() {
        return switch (this) {
            case OUTSIDE_OWN_LIMITS -> BigDecimal.ONE;
            case COPY_OF_LAST_MONTH -> BigDecimal.valueOf(3);
            case MONTH_TOO_OLD -> BigDecimal.valueOf(24);
            default -> BigDecimal.ZERO;
        };
    }

    /** The rule of that code; empty when there is none. */
    public static Optional<Rule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }
}
