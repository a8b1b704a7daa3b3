package org.monthend.publish;

import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.scorecard.ProjectStatus;

/** The projects with their two signs and what they report. */
final class ProjectsSheet {

    private static final int NARRATIVE_WIDTH = 110;

    private final SheetFrame frame;
    private final Pen pen;
    private final XSSFSheet sheet;

    ProjectsSheet(SheetFrame frame, Pen pen) {
        this.frame = frame;
        this.pen = pen;
        this.sheet = frame.sheet(ScorecardWorkbook.PROJECTS);
    }

    void write() {
        pen.text(sheet.createRow(3), 0, frame.text().sectionHeading("projects"), Look.SECTION);
        frame.head(
                sheet,
                List.of(
                        SheetFrame.Column.words("Project", 44),
                        SheetFrame.Column.words(ScorecardWorkbook.PROGRESS, 15),
                        SheetFrame.Column.words(ScorecardWorkbook.FINANCE, 15),
                        SheetFrame.Column.words(ScorecardWorkbook.NARRATIVE, NARRATIVE_WIDTH),
                        SheetFrame.Column.words("Sponsor", 24),
                        SheetFrame.Column.words(ScorecardWorkbook.CODE, 26)));
        frame.text().edition().scorecard().projects().stream()
                .sorted(Comparator.comparingInt(status -> status.project().position()))
                .forEach(this::project);
    }

    private void project(ProjectStatus status) {
        Row row = SheetFrame.nextRow(sheet);
        // Excel sizes rows to wrapped text only when someone edits it.
        int lines = Math.max(2, status.narrative().length() / NARRATIVE_WIDTH + 1);
        row.setHeightInPoints(lines * SheetFrame.ROW_HEIGHT + 3);
        pen.text(row, 0, status.project().name(), Look.WRAPPED);
        pen.text(row, 1, status.progressRag(), look(status.progressRag()));
        pen.text(row, 2, status.financeRag(), look(status.financeRag()));
        pen.text(row, 3, status.narrative(), Look.WRAPPED);
        pen.text(row, 4, status.project().sponsor(), Look.WRAPPED);
        pen.text(row, 5, status.project().code(), Look.FAINT);
    }

    private static Look look(String rag) {
        return switch (rag) {
            case "G" -> Look.GOOD;
            case "A" -> Look.AMBER;
            case "R" -> Look.BAD;
            default -> Look.TEXT;
        };
    }
}
