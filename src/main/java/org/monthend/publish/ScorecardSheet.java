package org.monthend.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.catalogue.Measure;
import org.monthend.scorecard.Direction;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.Printed;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.TargetStanding;
import org.monthend.scorecard.Trend;

/** The measures as the page has them, one a row, below the headings of their sections. */
final class ScorecardSheet {

    private static final int SPARKLINE_WIDTH = 22;

    private final SheetFrame frame;
    private final Pen pen;
    private final XSSFSheet sheet;
    private final Map<String, Integer> rows = new TreeMap<>();

    ScorecardSheet(SheetFrame frame, Pen pen) {
        this.frame = frame;
        this.pen = pen;
        this.sheet = frame.sheet(ScorecardWorkbook.SCORECARD);
    }

    void write() {
        Scorecard scorecard = frame.text().edition().scorecard();
        pen.text(sheet.createRow(3), 0, Summary.of(scorecard).numbers(), Look.QUIET);
        List<SheetFrame.Column> columns = columns(scorecard);
        frame.head(sheet, columns);
        String section = "";
        for (MeasureLine line : scorecard.measures()) {
            if (!line.measure().section().equals(section)) {
                section = line.measure().section();
                Row heading = SheetFrame.nextRow(sheet);
                heading.setHeightInPoints(24);
                pen.text(heading, 0, frame.text().sectionHeading(section), Look.SECTION);
            }
            measure(SheetFrame.nextRow(sheet), line);
        }
        footnotes();
        frame.workbook()
                .setPrintArea(
                        frame.workbook().getSheetIndex(sheet),
                        0,
                        columns.size() - 2, // the codes are for programs
                        0,
                        sheet.getLastRowNum());
        sheet.getPrintSetup().setFitHeight((short) 1);
    }

    /** Draws the last 24 months beside each measure, from the ranges where they stand on the sheet of monthly figures. */
    void addSparklines(Map<String, MonthlyFiguresSheet.Range> ranges) {
        int column = columns(frame.text().edition().scorecard()).size() - 2;
        SheetSparklines sparklines = new SheetSparklines();
        ranges.forEach((code, range) ->
                Optional.ofNullable(rows.get(code)).ifPresent(row -> sparklines.add(row, column, range)));
        sparklines.addTo(sheet);
    }

    private static List<SheetFrame.Column> columns(Scorecard scorecard) {
        List<SheetFrame.Column> columns = new ArrayList<>(List.of(
                SheetFrame.Column.words("Measure", 64),
                SheetFrame.Column.words("Contract", 9),
                SheetFrame.Column.words(ScorecardWorkbook.BASELINE_RANK, 9),
                SheetFrame.Column.numbers(ScorecardWorkbook.BASELINE_FIGURE, 9)));
        Scorecard.quartersShown(scorecard.month())
                .forEach(quarter -> columns.add(SheetFrame.Column.numbers(quarter.label(), 8)));
        columns.addAll(List.of(
                SheetFrame.Column.numbers(scorecard.month().label(), 9),
                SheetFrame.Column.numbers(ScorecardWorkbook.TARGET, 9),
                SheetFrame.Column.numbers("Variance (+ is better)", 12),
                SheetFrame.Column.words("Standing", 19),
                SheetFrame.Column.words(ScorecardWorkbook.TREND, 9),
                SheetFrame.Column.words("Better or worse", 16),
                SheetFrame.Column.words("Name status", 14),
                SheetFrame.Column.words("24 months", SPARKLINE_WIDTH),
                SheetFrame.Column.words(ScorecardWorkbook.CODE, 26)));
        return columns;
    }

    private void measure(Row row, MeasureLine line) {
        Measure measure = line.measure();
        row.setHeightInPoints(19);
        rows.put(measure.code(), row.getRowNum());
        int column = 0;
        pen.text(row, column++, measure.printedName(), Look.TEXT);
        pen.text(row, column++, MeasureRow.contractMark(measure), Look.CENTRED);
        pen.printed(row, column++, line.baselineRank(), Optional.empty(), Look.CENTRED);
        pen.printed(row, column++, line.baselineFigure(), Optional.empty(), Look.NUMBER);
        for (PeriodFigure quarter : line.quarters()) {
            Look look = ReportedQuarters.isShownIn(quarter) ? Look.REPORTED : Look.NUMBER;
            pen.printed(row, column++, quarter.printed(), quarter.figure().reportedValue(), look);
        }
        pen.printed(
                row, column++, line.latest().printed(), line.latest().figure().reportedValue(), Look.LATEST);
        pen.printed(row, column++, line.target().printed(), line.target().value(), Look.NUMBER);
        Optional<String> variance = line.target().varianceToTheGood().map(good -> Printed.variance(good, measure));
        pen.printed(row, column++, variance.orElse(""), line.target().varianceToTheGood(), Look.NUMBER);
        pen.text(row, column++, standing(line), look(line.target().standing()));
        pen.text(row, column++, line.trend().direction().arrow(), look(line.trend()));
        pen.text(row, column++, trendWord(line.trend()), look(line.trend()));
        pen.text(row, column++, measure.nameStatus(), Look.FAINT);
        pen.text(row, column++, "", Look.TEXT);
        pen.text(row, column, measure.code(), Look.FAINT);
    }

    static String standing(MeasureLine line) {
        TargetStanding standing = line.target().standing();
        String sign = switch (standing) {
            case MET -> "✓ ";
            case WITHIN_TOLERANCE -> "! ";
            case MISSED -> "✕ ";
            case NO_TARGET, NO_FIGURE -> "– ";
        };
        return sign + standing.label() + (line.target().missesByRounding() ? " by rounding" : "");
    }

    private static String trendWord(Trend trend) {
        String adjusted = trend.direction() == Direction.NONE || trend.seasonallyAdjusted() ? "" : " (s)";
        return MeasureRow.trendWord(trend) + adjusted;
    }

    static Look look(TargetStanding standing) {
        return switch (standing) {
            case MET -> Look.GOOD;
            case WITHIN_TOLERANCE -> Look.AMBER;
            case MISSED -> Look.BAD;
            case NO_TARGET, NO_FIGURE -> Look.WORDS;
        };
    }

    static Look look(Trend trend) {
        return switch (trend.judgement()) {
            case BETTER -> Look.GOOD;
            case WORSE -> Look.BAD;
            case NEUTRAL -> Look.TEXT;
        };
    }

    private void footnotes() {
        SheetFrame.nextRow(sheet);
        frame.text()
                .all("footnote")
                .forEach(note -> pen.text(SheetFrame.nextRow(sheet), 0, note.mark() + " " + note.text(), Look.QUIET));
        ReportedQuarters.note(frame.text().edition().scorecard())
                .ifPresent(note ->
                        pen.text(SheetFrame.nextRow(sheet), 0, "Quarters in grey italics: " + note + ".", Look.QUIET));
        frame.text()
                .all("note")
                .forEach(note -> pen.text(SheetFrame.nextRow(sheet), 0, note.mark() + ": " + note.text(), Look.QUIET));
    }
}
