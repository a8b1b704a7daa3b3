package org.monthend.publish;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.catalogue.FinanceLine;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.FinanceOutlook;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.OutturnRange;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.SpendMonth;

/** Finance lines, distributions and internal audits: one table below the other, their codes in one column. */
final class GovernanceSheet {

    private static final String SIGNED_POUNDS = "\\+\"£\"#,##0;\\-\"£\"#,##0;\"£\"0";

    private static final String POUNDS = "\"£\"#,##0;\\-\"£\"#,##0";
    private static final String PERCENT = "0%";

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
        outlooks(scorecard);
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

    /** Where the lines are heading, below the lines; nothing where none states what it spent. */
    private void outlooks(Scorecard scorecard) {
        List<FinanceSection> sections = FinanceSection.all(scorecard.finance());
        if (sections.isEmpty()) {
            return;
        }
        SheetFrame.nextRow(sheet);
        pen.text(
                SheetFrame.nextRow(sheet),
                0,
                "Where the year %s is heading".formatted(frame.text().yearLabel()),
                Look.SECTION);
        frame.headings(
                SheetFrame.nextRow(sheet),
                List.of(
                        SheetFrame.Column.words("Line", 0),
                        SheetFrame.Column.numbers("Chance of overspend", 0),
                        SheetFrame.Column.numbers("Spend to date", 0),
                        SheetFrame.Column.numbers("Outturn", 0),
                        SheetFrame.Column.numbers("80% from", 0),
                        SheetFrame.Column.numbers("80% to", 0),
                        SheetFrame.Column.words("In words", 0)));
        pen.text(sheet.getRow(sheet.getLastRowNum()), 7, ScorecardWorkbook.CODE, Look.HEADER);
        FinanceRow.inOrder(scorecard.finance())
                .forEach(position -> position.outlook()
                        .filter(outlook -> sections.stream()
                                .anyMatch(section -> section.line().equals(position.line())))
                        .ifPresent(outlook -> outlook(position.line(), outlook, scorecard)));
    }

    private void outlook(FinanceLine line, FinanceOutlook outlook, Scorecard scorecard) {
        Row row = SheetFrame.nextRow(sheet);
        row.setHeightInPoints(2 * SheetFrame.ROW_HEIGHT);
        Optional<OutturnRange> range = outlook.outturn().outturn();
        pen.text(row, 0, line.name(), line.kind() == FinanceLine.Kind.OF_WHICH ? Look.PART : Look.TEXT);
        amount(
                row,
                1,
                outlook.outturn().chanceShown().map(chance -> BigDecimal.valueOf(chance, 2)),
                PERCENT,
                Look.NUMBER);
        amount(
                row,
                2,
                outlook.months().stream()
                        .filter(month -> month.month().equals(scorecard.month()))
                        .findFirst()
                        .flatMap(SpendMonth::spendToDate),
                POUNDS,
                Look.NUMBER);
        amount(row, 3, range.map(each -> BigDecimal.valueOf(each.median())), POUNDS, Look.LATEST);
        amount(row, 4, range.map(each -> BigDecimal.valueOf(each.low80())), POUNDS, Look.NUMBER);
        amount(row, 5, range.map(each -> BigDecimal.valueOf(each.high80())), POUNDS, Look.NUMBER);
        pen.text(row, 6, outlook.sentence(), Look.WRAPPED);
        pen.text(row, 7, line.code(), Look.FAINT);
    }

    private void amount(Row row, int column, Optional<BigDecimal> amount, String format, Look look) {
        pen.text(row, column, "", look);
        amount.ifPresent(value -> pen.number(row, column, value, format, look));
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
