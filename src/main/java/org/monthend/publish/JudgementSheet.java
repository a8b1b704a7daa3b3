package org.monthend.publish;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.catalogue.Measure;
import org.monthend.scorecard.ControlPoint;
import org.monthend.scorecard.ControlSegment;
import org.monthend.scorecard.ForecastAccuracy;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.Outturn;

/** How each measure is judged, one a row: its reading, the limits that say so, and where the year is heading. */
final class JudgementSheet {

    private static final List<SheetFrame.Column> COLUMNS = List.of(
            SheetFrame.Column.words("Measure", 48),
            SheetFrame.Column.words(ScorecardWorkbook.READING, 96),
            SheetFrame.Column.words(ScorecardWorkbook.VARIATION, 16),
            SheetFrame.Column.words("Rule", 34),
            SheetFrame.Column.words(ScorecardWorkbook.ASSURANCE, 28),
            SheetFrame.Column.numbers("Lower limit", 10),
            SheetFrame.Column.numbers("Mean", 10),
            SheetFrame.Column.numbers("Upper limit", 10),
            SheetFrame.Column.numbers("Of figures", 9),
            SheetFrame.Column.numbers("Since", 10),
            SheetFrame.Column.numbers("Outturn", 10),
            SheetFrame.Column.numbers("80% low", 10),
            SheetFrame.Column.numbers("80% high", 10),
            SheetFrame.Column.numbers("Chance to meet target", 12),
            SheetFrame.Column.numbers("Months known", 9),
            SheetFrame.Column.numbers("Forecasts scored", 10),
            SheetFrame.Column.numbers("Mean absolute error", 10),
            SheetFrame.Column.numbers("Inside 80%", 10),
            SheetFrame.Column.numbers("Inside 95%", 10),
            SheetFrame.Column.words(ScorecardWorkbook.CODE, 26));

    private final SheetFrame frame;
    private final Pen pen;

    JudgementSheet(SheetFrame frame, Pen pen) {
        this.frame = frame;
        this.pen = pen;
    }

    /** Nothing where the edition keeps no judgements. */
    void write() {
        List<MeasureLine> lines = frame.text().edition().scorecard().measures();
        if (lines.stream().noneMatch(line -> line.chart().isKept())) {
            return;
        }
        XSSFSheet sheet = frame.sheet(ScorecardWorkbook.JUDGEMENT);
        frame.head(sheet, COLUMNS);
        lines.forEach(line -> line(SheetFrame.nextRow(sheet), line));
        sheet.setAutoFilter(
                new CellRangeAddress(ScorecardWorkbook.HEADER_ROW, sheet.getLastRowNum(), 0, COLUMNS.size() - 1));
    }

    private void line(Row row, MeasureLine line) {
        Measure measure = line.measure();
        pen.text(row, 0, measure.printedName(), Look.TEXT);
        pen.text(row, 1, line.sentence(), Look.WRAPPED);
        JudgementSign variation = JudgementSign.variation(line.chart());
        pen.text(row, 2, variation.isThere() ? variation.word() : "", Look.TEXT);
        pen.text(row, 3, variation.isThere() ? rule(line) : variation.label(), Look.FAINT);
        pen.text(row, 4, line.chart().assurance().label(), Look.TEXT);
        line.chart().latest().ifPresent(segment -> limits(row, line, segment));
        line.outturn().ifPresent(outturn -> outturn(row, measure, outturn));
        line.accuracy().ifPresent(accuracy -> accuracy(row, measure, accuracy));
        pen.text(row, COLUMNS.size() - 1, measure.code(), Look.FAINT);
        int lines = (line.sentence().length() + 104) / 105;
        row.setHeightInPoints(SheetFrame.ROW_HEIGHT * Math.max(1, lines));
    }

    private static String rule(MeasureLine line) {
        List<ControlPoint> points = line.chart().points();
        return points.get(points.size() - 1).cause().label();
    }

    private void limits(Row row, MeasureLine line, ControlSegment segment) {
        Measure measure = line.measure();
        if (segment.limits().ranges() > 0) {
            number(row, 5, segment.limits().lower(), measure);
            number(row, 7, segment.limits().upper(), measure);
        }
        number(row, 6, segment.limits().mean(), measure);
        whole(row, 8, segment.limits().figures());
        pen.number(
                row,
                9,
                BigDecimal.valueOf(
                        DateUtil.getExcelDate(line.chartMonth(segment.start()).firstDay())),
                "mmm\\-yy",
                Look.NUMBER);
    }

    private void outturn(Row row, Measure measure, Outturn outturn) {
        outturn.range().ifPresent(range -> {
            number(row, 10, range.median(), measure);
            number(row, 11, range.low80(), measure);
            number(row, 12, range.high80(), measure);
        });
        outturn.chanceShown().ifPresent(chance -> pen.number(row, 13, BigDecimal.valueOf(chance), "0\\%", Look.NUMBER));
        whole(row, 14, outturn.monthsKnown());
    }

    private void accuracy(Row row, Measure measure, ForecastAccuracy accuracy) {
        whole(row, 15, accuracy.forecasts());
        number(row, 16, accuracy.meanAbsoluteError(), measure);
        share(row, 17, accuracy.covered80());
        share(row, 18, accuracy.covered95());
    }

    private void number(Row row, int column, double value, Measure measure) {
        pen.number(row, column, BigDecimal.valueOf(value), MonthlyFiguresSheet.format(measure, 1), Look.NUMBER);
    }

    private void whole(Row row, int column, int number) {
        pen.number(row, column, BigDecimal.valueOf(number), "0", Look.NUMBER);
    }

    private void share(Row row, int column, double share) {
        pen.number(row, column, BigDecimal.valueOf(100 * share), "0\\%", Look.NUMBER);
    }
}
