package org.monthend.publish;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Measure;
import org.monthend.scorecard.ControlSegment;
import org.monthend.scorecard.ForecastMonth;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MeasurePart;
import org.monthend.scorecard.MeasureParts;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.Outturn;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.Printed;
import org.monthend.scorecard.Scorecard;

/** Every measure by locality, one of each a row: what {@code mart.scorecard_by_organisation} says of it. */
final class LocalitiesSheet {

    private final SheetFrame frame;
    private final Pen pen;

    LocalitiesSheet(SheetFrame frame, Pen pen) {
        this.frame = frame;
        this.pen = pen;
    }

    /** Nothing where no locality has stated a figure. */
    void write() {
        Scorecard scorecard = frame.text().edition().scorecard();
        if (scorecard.parts().isEmpty()) {
            return;
        }
        XSSFSheet sheet = frame.sheet(ScorecardWorkbook.LOCALITIES);
        List<SheetFrame.Column> columns = columns(scorecard.month());
        frame.head(sheet, columns);
        scorecard
                .measures()
                .forEach(line -> MeasureParts.of(scorecard, line)
                        .parts()
                        .forEach(part -> part(SheetFrame.nextRow(sheet), part, scorecard.month(), columns.size() - 1)));
        sheet.setAutoFilter(
                new CellRangeAddress(ScorecardWorkbook.HEADER_ROW, sheet.getLastRowNum(), 0, columns.size() - 1));
    }

    private static List<SheetFrame.Column> columns(ReportingMonth month) {
        return List.of(
                SheetFrame.Column.words("Measure", 48),
                SheetFrame.Column.words("Locality", 26),
                SheetFrame.Column.numbers(month.quarter().plusQuarters(-1).label(), 10),
                SheetFrame.Column.numbers(month.label(), 9),
                SheetFrame.Column.numbers("Numerator", 11),
                SheetFrame.Column.numbers("Denominator", 12),
                SheetFrame.Column.numbers(ScorecardWorkbook.TARGET, 9),
                SheetFrame.Column.numbers("Variance (+ is better)", 12),
                SheetFrame.Column.words("Standing", 19),
                SheetFrame.Column.words(ScorecardWorkbook.TREND, 9),
                SheetFrame.Column.words(ScorecardWorkbook.VARIATION, 16),
                SheetFrame.Column.words(ScorecardWorkbook.ASSURANCE, 28),
                SheetFrame.Column.numbers("Lower limit", 10),
                SheetFrame.Column.numbers("Upper limit", 10),
                SheetFrame.Column.numbers("Forecast for " + month.plusMonths(1).label(), 11),
                SheetFrame.Column.numbers("Forecast 80% low", 10),
                SheetFrame.Column.numbers("Forecast 80% high", 10),
                SheetFrame.Column.numbers("Outturn", 10),
                SheetFrame.Column.numbers("Outturn 80% low", 10),
                SheetFrame.Column.numbers("Outturn 80% high", 10),
                SheetFrame.Column.numbers("Chance to meet target", 12),
                SheetFrame.Column.words(ScorecardWorkbook.READING, 96),
                SheetFrame.Column.words(ScorecardWorkbook.CODE, 30));
    }

    private void part(Row row, MeasurePart part, ReportingMonth month, int code) {
        MeasureLine line = part.line();
        Measure measure = line.measure();
        pen.text(row, 0, measure.printedName(), Look.TEXT);
        pen.text(row, 1, part.organisation().name(), Look.TEXT);
        printed(row, 2, line.quarters().get(line.quarters().size() - 1), Look.NUMBER);
        printed(row, 3, line.latest(), Look.LATEST);
        part.in(month).ifPresent(figure -> fraction(row, figure));
        pen.printed(row, 6, line.target().printed(), line.target().value(), Look.NUMBER);
        Optional<BigDecimal> good = line.target().varianceToTheGood();
        pen.printed(row, 7, good.map(value -> Printed.variance(value, measure)).orElse(""), good, Look.NUMBER);
        pen.text(
                row,
                8,
                ScorecardSheet.standing(line),
                ScorecardSheet.look(line.target().standing()));
        pen.text(row, 9, line.trend().direction().arrow(), ScorecardSheet.look(line.trend()));
        JudgementSign variation = JudgementSign.variation(line.chart());
        pen.text(row, 10, variation.isThere() ? variation.word() : "", Look.TEXT);
        pen.text(row, 11, line.chart().assurance().label(), Look.TEXT);
        line.chart().latest().ifPresent(segment -> limits(row, measure, segment));
        line.forecast()
                .ifPresent(forecast -> forecast(row, measure, forecast.months().get(0)));
        line.outturn().ifPresent(outturn -> outturn(row, measure, outturn));
        pen.text(row, code - 1, line.sentence(), Look.WRAPPED);
        pen.text(row, code, part.organisation().code() + " " + measure.code(), Look.FAINT);
        int lines = (line.sentence().length() + 104) / 105;
        row.setHeightInPoints(SheetFrame.ROW_HEIGHT * Math.max(1, lines));
    }

    private void printed(Row row, int column, PeriodFigure cell, Look look) {
        pen.printed(row, column, cell.printed(), cell.figure().reportedValue(), look);
    }

    private void fraction(Row row, MonthFigure figure) {
        figure.numerator().ifPresent(value -> pen.number(row, 4, value, "General", Look.NUMBER));
        figure.denominator().ifPresent(value -> pen.number(row, 5, value, "General", Look.NUMBER));
    }

    private void limits(Row row, Measure measure, ControlSegment segment) {
        if (segment.limits().ranges() > 0) {
            number(row, 12, segment.limits().lower(), measure);
            number(row, 13, segment.limits().upper(), measure);
        }
    }

    private void forecast(Row row, Measure measure, ForecastMonth next) {
        number(row, 14, next.mean(), measure);
        number(row, 15, next.low80(), measure);
        number(row, 16, next.high80(), measure);
    }

    private void outturn(Row row, Measure measure, Outturn outturn) {
        outturn.range().ifPresent(range -> {
            number(row, 17, range.median(), measure);
            number(row, 18, range.low80(), measure);
            number(row, 19, range.high80(), measure);
        });
        outturn.chanceShown().ifPresent(chance -> pen.number(row, 20, BigDecimal.valueOf(chance), "0\\%", Look.NUMBER));
    }

    private void number(Row row, int column, double value, Measure measure) {
        pen.number(row, column, BigDecimal.valueOf(value), MonthlyFiguresSheet.format(measure, 1), Look.NUMBER);
    }
}
