package org.monthend.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;
import org.monthend.sample.Pen.Look;

/** The measures' returns that are laid out for people: titles above, headings in tiers, months across, notes beneath. */
final class HumanReturns {

    private static final String WHOLE = "#,##0";
    private static final String ONE_DECIMAL = "#,##0.0";

    private final Pen pen;

    HumanReturns(Pen pen) {
        this.pen = pen;
    }

    /**
     * Measures down, the months of the financial year so far across.
     *
     * @param statements by measure code, for the months given
     */
    void childProtection(
            List<ReportingMonth> months,
            List<Measure> measures,
            Map<String, List<MonthStatement>> statements,
            String footer) {
        XSSFSheet sheet = pen.sheet("CP " + months.get(0).fiscalYear().label().replace("/", "-"), 54, 13);
        ReportingMonth last = months.get(months.size() - 1);
        pen.write(
                sheet, 1, 1, "Child protection performance " + last.fiscalYear().label(), Look.TITLE);
        pen.write(sheet, 2, 1, "Cumulative return, figures to the end of " + last.longLabel(), Look.SUBTITLE);
        int header = 4;
        pen.write(sheet, header, 1, "Measure", Look.HEADER);
        pen.write(sheet, header, 2, "Figure", Look.HEADER);
        for (int index = 0; index < months.size(); index++) {
            pen.write(sheet, header, index + 3, months.get(index).label(), Look.HEADER);
            sheet.setColumnWidth(index + 2, 13 * 256);
        }
        int row = header + 1;
        for (Measure measure : measures) {
            List<MonthStatement> figures = statements.getOrDefault(measure.code(), List.of());
            if (measure.aggregation().isRatio()) {
                across(sheet, row++, measure, "Numerator", figures);
                across(sheet, row++, measure, "Denominator", figures);
            } else {
                across(sheet, row++, measure, "Value", figures);
            }
        }
        sheet.createFreezePane(2, header);
        pen.toPrint(sheet, true, footer);
    }

    private void across(XSSFSheet sheet, int row, Measure measure, String figure, List<MonthStatement> months) {
        pen.write(sheet, row, 1, measure.name(), Look.LABEL);
        pen.write(sheet, row, 2, figure, Look.TEXT);
        for (int index = 0; index < months.size(); index++) {
            MonthStatement month = months.get(index);
            int column = index + 3;
            switch (figure) {
                case "Numerator" ->
                    pen.write(sheet, row, column, month.numerator().orElseThrow(), WHOLE);
                case "Denominator" ->
                    pen.write(sheet, row, column, month.denominator().orElseThrow(), WHOLE);
                default -> {
                    if (month.count().isPresent()) {
                        pen.write(sheet, row, column, month.count().get(), WHOLE);
                    } else {
                        pen.write(sheet, row, column, month.status(), Look.CENTRED);
                    }
                }
            }
        }
    }

    /** Two tiers of merged headings, results as text. */
    void childrenInCare(ReportingMonth month, List<Measure> measures, List<MonthStatement> statements, String footer) {
        XSSFSheet sheet = pen.sheet("Children in Care", 62, 12, 12, 20);
        pen.write(sheet, 1, 1, "CHILDREN IN CARE", Look.TITLE);
        pen.write(sheet, 2, 1, Trust.NAME + " \u2013 monthly performance return", Look.SUBTITLE);
        pen.write(sheet, 3, 1, "Month: " + month.longLabel(), Look.SUBTITLE);
        pen.merge(sheet, 5, 6, 1, 1, "Measure", Look.HEADER);
        pen.merge(sheet, 5, 5, 2, 4, month.label(), Look.HEADER);
        pen.write(sheet, 6, 2, "Number", Look.HEADER);
        pen.write(sheet, 6, 3, "Out of", Look.HEADER);
        pen.write(sheet, 6, 4, "Result", Look.HEADER);
        int row = 7;
        for (int index = 0; index < measures.size(); index++, row++) {
            MonthStatement statement = statements.get(index);
            pen.write(sheet, row, 1, measures.get(index).name(), Look.LABEL);
            numbers(sheet, row, statement, WHOLE);
            pen.write(sheet, row, 4, statement.text(measures.get(index)), Look.CENTRED);
        }
        notes(sheet, row + 1, statements);
        pen.toPrint(sheet, false, footer);
    }

    /** One tier of headings below a title that names the month, figures as Excel shows them. */
    void workforce(ReportingMonth month, List<Measure> measures, List<MonthStatement> statements, String footer) {
        XSSFSheet sheet = pen.sheet("Workforce", 56, 13, 13, 13);
        pen.merge(sheet, 1, 1, 1, 4, "Human Resources and Organisational Development", Look.TITLE);
        pen.merge(sheet, 2, 2, 1, 4, "Workforce return for " + month.longLabel(), Look.SUBTITLE);
        List<String> headings = List.of("Indicator", "Count (a)", "Out of (b)", "Result");
        for (int column = 1; column <= headings.size(); column++) {
            pen.write(sheet, 4, column, headings.get(column - 1), Look.HEADER);
        }
        int row = 5;
        for (int index = 0; index < measures.size(); index++, row++) {
            MonthStatement statement = statements.get(index);
            pen.write(sheet, row, 1, measures.get(index).name(), Look.LABEL);
            numbers(sheet, row, statement, ONE_DECIMAL);
            result(sheet, row, measures.get(index), statement);
        }
        notes(sheet, row + 1, statements);
        pen.toPrint(sheet, false, footer);
    }

    private void numbers(XSSFSheet sheet, int row, MonthStatement statement, String format) {
        pen.leave(sheet, row, 2, Look.NUMBER);
        pen.leave(sheet, row, 3, Look.NUMBER);
        statement.numerator().ifPresent(number -> pen.write(sheet, row, 2, number, format(number, format)));
        statement.denominator().ifPresent(number -> pen.write(sheet, row, 3, number, format(number, format)));
    }

    private static String format(BigDecimal number, String format) {
        return number.scale() > 0 ? format : WHOLE;
    }

    private void result(XSSFSheet sheet, int row, Measure measure, MonthStatement statement) {
        if (statement.rounded(measure).isEmpty() || !statement.mark().isEmpty()) {
            pen.write(sheet, row, 4, statement.text(measure), Look.CENTRED);
            return;
        }
        BigDecimal value = statement.rounded(measure).get();
        boolean percent = measure.unit() == Unit.PERCENT;
        pen.write(
                sheet,
                row,
                4,
                percent ? value.movePointLeft(2) : value,
                percent ? "0%" : measure.decimals() == 0 ? WHOLE : ONE_DECIMAL);
    }

    private void notes(XSSFSheet sheet, int row, List<MonthStatement> statements) {
        List<String> notes = statements.stream()
                .filter(statement -> !statement.note().isEmpty())
                .map(statement -> statement.mark() + " " + statement.note())
                .toList();
        pen.write(sheet, row, 1, notes.isEmpty() ? "Notes: none" : "Notes", Look.NOTE);
        for (int index = 0; index < notes.size(); index++) {
            pen.write(sheet, row + 1 + index, 1, notes.get(index), Look.NOTE);
        }
    }
}
