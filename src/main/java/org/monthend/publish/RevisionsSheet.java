package org.monthend.publish;

import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.scorecard.Revision;
import org.monthend.scorecard.RevisionNotice;

/** What the edition says otherwise than the one published before it, one thing a row; the page has the chief ones. */
final class RevisionsSheet {

    private final Pen pen;
    private final SheetFrame frame;

    RevisionsSheet(SheetFrame frame, Pen pen) {
        this.frame = frame;
        this.pen = pen;
    }

    /** Writes no sheet where the edition is the first of its month. */
    void write() {
        Optional<RevisionNotice> notice = frame.text().edition().revisions();
        if (notice.isEmpty()) {
            return;
        }
        XSSFSheet sheet = frame.sheet(ScorecardWorkbook.REVISIONS);
        pen.text(sheet.createRow(3), 0, frame.text().revisionHeading(), Look.QUIET);
        frame.head(
                sheet,
                List.of(
                        SheetFrame.Column.words("What", 64),
                        SheetFrame.Column.words("Figure", 22),
                        SheetFrame.Column.words("Before", 30),
                        SheetFrame.Column.words("After", 30),
                        SheetFrame.Column.words("On the page", 11),
                        SheetFrame.Column.words("Why", 60),
                        SheetFrame.Column.words("When (UK time)", 26),
                        SheetFrame.Column.words("File", 40),
                        SheetFrame.Column.words(ScorecardWorkbook.CODE, 26)));
        notice.get().revisions().forEach(revision -> row(SheetFrame.nextRow(sheet), revision));
    }

    private void row(Row row, Revision revision) {
        int column = 0;
        pen.text(row, column++, revision.name(), Look.TEXT);
        pen.text(row, column++, revision.item(), Look.TEXT);
        pen.text(row, column++, revision.before(), Look.TEXT);
        pen.text(row, column++, revision.after(), Look.TEXT);
        pen.text(row, column++, revision.isOnPage() ? "yes" : "no", Look.CENTRED);
        pen.text(row, column++, revision.cause().map(Revision.Cause::reason).orElse(""), Look.TEXT);
        pen.text(
                row,
                column++,
                revision.cause().map(cause -> EditionText.time(cause.at())).orElse(""),
                Look.TEXT);
        pen.text(row, column++, revision.cause().map(Revision.Cause::file).orElse(""), Look.TEXT);
        pen.text(row, column, revision.code(), Look.FAINT);
    }
}
