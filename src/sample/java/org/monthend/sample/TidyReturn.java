package org.monthend.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;
import org.monthend.sample.Pen.Look;

/**
 * A return in the tidy template: one row for each measure and then those of the localities, always the same eight columns.
 */
final class TidyReturn {

    static final String SHEET = "Return";
    static final List<String> COLUMNS =
            List.of("Measure", "Organisation", "Month", "Numerator", "Denominator", "Value", "Status", "Comment");

    private static final Map<String, String> COMMENTS = Map.of(
            "REFERRAL_RATE 2015-12", "Schools closed from 18 December",
            "REFERRAL_RATE 2014-10", "First month of the Trust; contacts still screened by the Council's front door",
            "ASSESSMENT_TIMELY_PCT 2015-08", "Backlog of overdue assessments being closed",
            "CARE_LEAVER_ACCOM_PCT 2015-03", "Four moves pending at month end",
            "ADOPTION_A1_DAYS 2015-01", "One sibling group of three",
            "CASE_FILE_RI_PLUS_PCT 2015-08", "Re-audit of five files in September");

    /** How a team writes the month. */
    enum MonthManner {
        FIRST_DAY,
        LAST_DAY,
        TEXT
    }

    /** Whether a team states the value beside numerator and denominator, and how. */
    enum ValueManner {
        BLANK,
        PERCENT_CELL,
        PERCENT_TEXT
    }

    /**
     * A team's ways with the template.
     *
     * @param byCode whether measures and the organisation are named by their codes
     */
    record Manner(boolean byCode, MonthManner month, ValueManner value) {}

    private final Pen pen;
    private final Manner manner;

    TidyReturn(Pen pen, Manner manner) {
        this.pen = pen;
        this.manner = manner;
    }

    void draw(ReportingMonth month, List<Measure> measures, List<MonthStatement> statements, String footer) {
        XSSFSheet sheet = pen.sheet(SHEET, 46, 26, 10, 12, 13, 10, 18, 40);
        for (int column = 1; column <= COLUMNS.size(); column++) {
            pen.write(sheet, 1, column, COLUMNS.get(column - 1), Look.HEADER);
        }
        pen.height(sheet, 1, 21);
        int row = 2;
        for (int index = 0; index < measures.size(); index++) {
            String whole = manner.byCode() ? Trust.CODE : Trust.NAME;
            row(sheet, row++, month, measures.get(index), whole, statements.get(index));
        }
        for (Locality place : Locality.values()) {
            for (int index = 0; index < measures.size(); index++) {
                Measure measure = measures.get(index);
                if (Locality.report(measure.code())) {
                    String part = manner.byCode() ? place.name() : place.title();
                    MonthStatement statement = Locality.statements(measure.code(), statements.get(index))
                            .get(place.ordinal());
                    row(sheet, row++, month, measure, part, statement);
                }
            }
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, row - 2, 0, COLUMNS.size() - 1));
        pen.toPrint(sheet, true, footer);
    }

    private void row(
            XSSFSheet sheet,
            int row,
            ReportingMonth month,
            Measure measure,
            String organisation,
            MonthStatement statement) {
        pen.write(sheet, row, 1, manner.byCode() ? measure.code() : measure.name(), Look.LABEL);
        pen.write(sheet, row, 2, organisation, Look.TEXT);
        switch (manner.month()) {
            case FIRST_DAY -> pen.write(sheet, row, 3, month.firstDay(), "mmm-yy");
            case LAST_DAY -> pen.write(sheet, row, 3, month.lastDay(), "mmm-yy");
            case TEXT -> pen.write(sheet, row, 3, month.label(), Look.CENTRED);
        }
        for (int column = 4; column <= COLUMNS.size(); column++) {
            pen.leave(sheet, row, column, column < 7 ? Look.NUMBER : Look.TEXT);
        }
        statement.numerator().ifPresent(number -> pen.write(sheet, row, 4, number, "#,##0"));
        statement.denominator().ifPresent(number -> pen.write(sheet, row, 5, number, "#,##0"));
        statement.rounded(measure).ifPresent(value -> value(sheet, row, measure, value));
        pen.write(sheet, row, 7, statement.status(), Look.TEXT);
        boolean whole = organisation.equals(Trust.CODE) || organisation.equals(Trust.NAME);
        pen.write(sheet, row, 8, whole ? COMMENTS.getOrDefault(measure.code() + " " + month, "") : "", Look.TEXT);
    }

    private void value(XSSFSheet sheet, int row, Measure measure, BigDecimal value) {
        boolean percent = measure.unit() == Unit.PERCENT;
        switch (manner.value()) {
            case BLANK -> {}
            case PERCENT_CELL ->
                pen.write(sheet, row, 6, percent ? value.movePointLeft(2) : value, percent ? "0%" : "#,##0");
            case PERCENT_TEXT -> pen.write(sheet, row, 6, value.toPlainString() + (percent ? "%" : ""), Look.CENTRED);
        }
    }
}
