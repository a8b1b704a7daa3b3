package org.monthend.publish;

import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.catalogue.FinanceLine;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.Scorecard;

/** Finance lines, distributions and internal audits: one table below the other, their codes in one column. */
final class GovernanceSheet {

    private static final String SIGNED_POUNDS = "\\+\"£\"#,##0;\\-\"£\"#,##0;\"£\"0";

    private final SheetFrame frame;
    private final Pen pen;
    private final XSSFSheet sheet;

    GovernanceSheet(SheetFrame frame, Pen pen) {
        this.frame = frame;
        this.pen = pen;
        this.sheet = frame.sheet(ScorecardWorkbook.GOVERNANCE);
    }

    void write() {
        Scorecard scorecard = frame.text().edition().scorecard();
        List<SheetFrame.Column> columns = List.of(
                SheetFrame.Column.words("Line", 44),
                SheetFrame.Column.words("Contract", 10),
                SheetFrame.Column.numbers(ScorecardWorkbook.BUDGET, 14),
                SheetFrame.Column.numbers(ScorecardWorkbook.FORECAST_OUTTURN, 14),
                SheetFrame.Column.numbers(ScorecardWorkbook.VARIANCE, 14),
                SheetFrame.Column.numbers("Forecast less budget", 14),
                SheetFrame.Column.words("Query", 90),
                SheetFrame.Column.words(ScorecardWorkbook.CODE, 26));
        pen.text(
                sheet.createRow(3),
                0,
                "%s: budget of %s, forecast at %s"
                        .formatted(
                                frame.text().sectionHeading("finance"),
                                frame.text().yearLabel(),
                                frame.text().monthEndLabel()),
                Look.SECTION);
        frame.head(sheet, columns);
        FinanceRow.inOrder(scorecard.finance()).forEach(this::finance);
        Distribution.of(scorecard.distributions()).forEach(each -> distribution(each, each.name()));
        Distribution.of(scorecard.auditOpinions())
                .forEach(each -> distribution(each, frame.text().auditHeading()));
    }

    private void finance(FinancePosition position) {
        Row row = SheetFrame.nextRow(sheet);
        FinanceLine line = position.line();
        Optional<VarianceQuery> query = VarianceQuery.of(position);
        if (query.isPresent()) {
            row.setHeightInPoints(2 * SheetFrame.ROW_HEIGHT);
        }
        pen.text(row, 0, line.name(), line.kind() == FinanceLine.Kind.OF_WHICH ? Look.PART : Look.TEXT);
        pen.text(row, 1, line.contract() ? "©" : "", Look.CENTRED);
        pen.printed(row, 2, position.printedBudget(), position.budget(), Look.NUMBER);
        pen.printed(row, 3, position.printedForecast(), position.forecast().or(position::progress), Look.LATEST);
        pen.printed(row, 4, position.printedVariance(), position.reportedVariance(), Look.NUMBER);
        pen.text(row, 5, "", Look.NUMBER);
        position.computedVariance().ifPresent(variance -> pen.number(row, 5, variance, SIGNED_POUNDS, Look.NUMBER));
        pen.text(row, 6, query.map(VarianceQuery::sentence).orElse(""), Look.WRAPPED);
        pen.text(row, 7, line.code(), Look.FAINT);
    }

    private void distribution(Distribution distribution, String heading) {
        SheetFrame.nextRow(sheet);
        pen.text(SheetFrame.nextRow(sheet), 0, heading, Look.SECTION);
        frame.headings(
                SheetFrame.nextRow(sheet),
                List.of(
                        SheetFrame.Column.words("Name", 0),
                        SheetFrame.Column.words(ScorecardWorkbook.CATEGORY, 0),
                        SheetFrame.Column.numbers(ScorecardWorkbook.FIGURE, 0)));
        pen.text(sheet.getRow(sheet.getLastRowNum()), 7, ScorecardWorkbook.CODE, Look.HEADER);
        for (CategoryFigure figure : distribution.figures()) {
            Row row = SheetFrame.nextRow(sheet);
            pen.text(row, 0, figure.category().name(), Look.TEXT);
            pen.text(row, 1, figure.category().code(), Look.TEXT);
            pen.printed(row, 2, figure.printed(), Optional.of(figure.value()), Look.NUMBER);
            pen.text(row, 7, distribution.scheme(), Look.FAINT);
        }
    }
}
