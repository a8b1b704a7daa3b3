package org.monthend.publish;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.catalogue.Measure;
import org.monthend.scorecard.Forecast;
import org.monthend.scorecard.ForecastMonth;
import org.monthend.scorecard.MeasureLine;

/** The forecasts, one measure and month a row, in the measure's unit. */
final class ForecastSheet {

    private final SheetFrame frame;
    private final Pen pen;
    private final XSSFSheet sheet;

    ForecastSheet(SheetFrame frame, Pen pen) {
        this.frame = frame;
        this.pen = pen;
        this.sheet = frame.sheet(ScorecardWorkbook.FORECAST);
    }

    void write() {
        frame.head(
                sheet,
                List.of(
                        SheetFrame.Column.words("Measure", 64),
                        SheetFrame.Column.numbers("Month", 10),
                        SheetFrame.Column.numbers("Months ahead", 10),
                        SheetFrame.Column.numbers("Forecast", 12),
                        SheetFrame.Column.numbers("80% low", 12),
                        SheetFrame.Column.numbers("80% high", 12),
                        SheetFrame.Column.numbers("95% low", 12),
                        SheetFrame.Column.numbers("95% high", 12),
                        SheetFrame.Column.words("Unit", 14),
                        SheetFrame.Column.numbers("Months used", 10),
                        SheetFrame.Column.words("Indicative only", 12),
                        SheetFrame.Column.words("Method", 40),
                        SheetFrame.Column.words(ScorecardWorkbook.CODE, 26)));
        for (MeasureLine line : frame.text().edition().scorecard().measures()) {
            line.forecast()
                    .ifPresent(forecast -> forecast.months()
                            .forEach(month -> month(SheetFrame.nextRow(sheet), line.measure(), forecast, month)));
        }
        sheet.setAutoFilter(new CellRangeAddress(ScorecardWorkbook.HEADER_ROW, sheet.getLastRowNum(), 0, 12));
    }

    private void month(Row row, Measure measure, Forecast forecast, ForecastMonth month) {
        pen.text(row, 0, measure.printedName(), Look.TEXT);
        pen.number(
                row, 1, BigDecimal.valueOf(DateUtil.getExcelDate(month.month().firstDay())), "mmm\\-yy", Look.NUMBER);
        pen.number(row, 2, BigDecimal.valueOf(month.horizon()), "0", Look.NUMBER);
        List<Double> figures = List.of(month.mean(), month.low80(), month.high80(), month.low95(), month.high95());
        for (int index = 0; index < figures.size(); index++) {
            pen.number(
                    row,
                    3 + index,
                    BigDecimal.valueOf(figures.get(index)),
                    MonthlyFiguresSheet.format(measure, 1),
                    Look.NUMBER);
        }
        pen.text(row, 8, measure.unit().word(), Look.FAINT);
        pen.number(row, 9, BigDecimal.valueOf(forecast.monthsUsed()), "0", Look.NUMBER);
        pen.text(row, 10, forecast.indicative() ? "yes" : "no", Look.TEXT);
        pen.text(row, 11, forecast.method(), Look.FAINT);
        pen.text(row, 12, measure.code(), Look.FAINT);
    }
}
