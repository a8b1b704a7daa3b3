package org.monthend.publish;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The texts of the page, what the edition is, and how the workbook's numbers are to be read. */
final class NotesSheet {

    private static final List<String> READING = List.of(
            "Numbers are in the unit of their measure: a cell that shows 23% holds 23 and not 0.23.",
            "Variance is the latest figure less the target on exact values, signed so that plus is better.",
            "Better or worse judges the last three months against the nine before; (s) means not seasonally adjusted.",
            "A target is known for the scorecard's own month only; earlier months of the monthly figures have none.",
            "not_received: no return has spoken of the month. not_due: the measure is quarterly.");

    private static final String EXACT = "Cells hold exact values and show them rounded, halves away from zero.";

    /** Exact values would tell what they are made of. */
    private static final String ROUNDED =
            "Figures are rounded, halves away from zero, and are given without their numerators and denominators.";

    private final SheetFrame frame;
    private final Pen pen;
    private final XSSFSheet sheet;

    NotesSheet(SheetFrame frame, Pen pen) {
        this.frame = frame;
        this.pen = pen;
        this.sheet = frame.sheet(ScorecardWorkbook.NOTES);
    }

    /** To be called last, when it is known which cells hold a rounded value. */
    void write() {
        frame.head(
                sheet,
                List.of(
                        SheetFrame.Column.words("Place", 22),
                        SheetFrame.Column.words("Mark", 8),
                        SheetFrame.Column.words("Text", 150)));
        frame.text().edition().scorecard().texts().forEach(text -> note(text.place(), text.mark(), text.text()));
        frame.text().particulars().forEach(particular -> note("edition", "", particular));
        Summary summary = Summary.of(frame.text().edition().scorecard());
        note("summary", "", summary.numbers());
        summary.queries().forEach(query -> note("query", "", query));
        ReportedQuarters.note(frame.text().edition().scorecard())
                .ifPresent(sentence -> note("reading", "", "Quarters in grey italics are " + sentence + "."));
        note("reading", "", frame.text().isPublicCopy() ? ROUNDED : EXACT);
        READING.forEach(sentence -> note("reading", "", sentence));
        pen.heldAsPrinted().forEach(cell -> note("rounded cell", "", cell));
    }

    private void note(String place, String mark, String text) {
        Row row = SheetFrame.nextRow(sheet);
        pen.text(row, 0, place, Look.FAINT);
        pen.text(row, 1, mark, Look.CENTRED);
        pen.text(row, 2, text, Look.WRAPPED);
    }
}
