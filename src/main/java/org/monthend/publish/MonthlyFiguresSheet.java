package org.monthend.publish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MonthFigure;

/** Every measure and month in a row of its own, oldest first, with missing months in their place. */
final class MonthlyFiguresSheet {

    private static final int FIGURE_COLUMN = 4;

    private final SheetFrame frame;
    private final Pen pen;
    private final XSSFSheet sheet;

    /**
     * Where the last 24 months of a measure stand.
     *
     * @param cells such as E10:E33
     * @param spansGaps figures are quarterly, so that empty months between them are not gaps
     */
    record Range(String cells, boolean spansGaps) {}

    MonthlyFiguresSheet(SheetFrame frame, Pen pen) {
        this.frame = frame;
        this.pen = pen;
        this.sheet = frame.sheet(ScorecardWorkbook.MONTHLY_FIGURES);
    }

    /** Returns where each measure's last months stand, for those with any; by the measure's code. */
    Map<String, Range> write() {
        frame.head(
                sheet,
                List.of(
                        SheetFrame.Column.words("Measure", 64),
                        SheetFrame.Column.numbers("Month", 10),
                        SheetFrame.Column.numbers("Numerator", 12),
                        SheetFrame.Column.numbers("Denominator", 12),
                        SheetFrame.Column.numbers(ScorecardWorkbook.FIGURE, 12),
                        SheetFrame.Column.words("Unit", 14),
                        SheetFrame.Column.words("Status", 20),
                        SheetFrame.Column.numbers(ScorecardWorkbook.TARGET, 10),
                        SheetFrame.Column.words("As reported", 14),
                        SheetFrame.Column.words("Footnote", 44),
                        SheetFrame.Column.words(ScorecardWorkbook.CODE, 26)));
        Map<String, Range> ranges = new LinkedHashMap<>();
        frame.text()
                .edition()
                .scorecard()
                .measures()
                .forEach(line -> months(line)
                        .ifPresent(range -> ranges.put(line.measure().code(), range)));
        sheet.setAutoFilter(new CellRangeAddress(ScorecardWorkbook.HEADER_ROW, sheet.getLastRowNum(), 0, 10));
        return ranges;
    }

    private Optional<Range> months(MeasureLine line) {
        if (line.months().isEmpty()) {
            return Optional.empty();
        }
        Map<ReportingMonth, MonthFigure> known =
                line.months().stream().collect(Collectors.toMap(MonthFigure::month, Function.identity()));
        ReportingMonth last = frame.text().edition().scorecard().month();
        int firstRow = sheet.getLastRowNum() + 1;
        for (ReportingMonth month : ReportingMonth.range(line.months().get(0).month(), last)) {
            Row row = SheetFrame.nextRow(sheet);
            month(row, line, Optional.ofNullable(known.get(month)).orElseGet(() -> unspoken(line.measure(), month)));
            line.targets().stream()
                    .filter(target -> target.holdsIn(month))
                    .flatMap(target -> target.value().stream())
                    .forEach(target -> pen.number(row, 7, target, format(line.measure(), 0), Look.NUMBER));
        }
        int lastRow = sheet.getLastRowNum();
        int from = Math.max(firstRow, lastRow - Sparkline.MONTHS + 1);
        return Optional.of(new Range(
                new CellReference(from, FIGURE_COLUMN).formatAsString()
                        + ":"
                        + new CellReference(lastRow, FIGURE_COLUMN).formatAsString(),
                line.measure().frequency() == Frequency.QUARTERLY));
    }

    private void month(Row row, MeasureLine line, MonthFigure figure) {
        Measure measure = line.measure();
        LocalDate day = figure.month().firstDay();
        pen.text(row, 0, measure.printedName(), Look.TEXT);
        pen.number(row, 1, BigDecimal.valueOf(DateUtil.getExcelDate(day)), "mmm\\-yy", Look.NUMBER);
        figure.numerator().ifPresent(value -> pen.number(row, 2, value, "General", Look.NUMBER));
        figure.denominator().ifPresent(value -> pen.number(row, 3, value, "General", Look.NUMBER));
        figure.figure()
                .reportedValue()
                .ifPresent(value -> pen.number(row, FIGURE_COLUMN, value, format(measure, 1), Look.NUMBER));
        pen.text(row, 5, measure.unit().word(), Look.FAINT);
        pen.text(row, 6, figure.figure().statusWord(), Look.FAINT);
        pen.text(row, 8, figure.reportedText(), Look.FAINT);
        pen.text(row, 9, (figure.footnoteMark() + " " + figure.footnoteText()).strip(), Look.FAINT);
        pen.text(row, 10, measure.code(), Look.FAINT);
    }

    /** The measure's decimals and some more; counts are whole unless the measure says otherwise. */
    static String format(Measure measure, int more) {
        int decimals = measure.decimals() + (measure.aggregation().isRatio() ? more : 0);
        String digits = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
        return measure.unit() == Unit.PERCENT ? digits + "\\%" : digits;
    }

    private static MonthFigure unspoken(Measure measure, ReportingMonth month) {
        boolean due = measure.frequency() == Frequency.MONTHLY || month.endsQuarter();
        return new MonthFigure(
                month,
                Optional.empty(),
                Optional.empty(),
                Figure.missing(due ? MissingReason.NOT_RECEIVED : MissingReason.NOT_DUE),
                "",
                "",
                "",
                OptionalLong.empty());
    }
}
