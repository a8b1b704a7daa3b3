package org.monthend.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.calendar.ReportingMonth;
import org.monthend.sample.Pen.Look;

/** The returns whose rows are not measures: grades of case files, finance, internal audit and projects. */
final class OtherReturns {

    private static final Map<String, String> RAG_FILLS = Map.of("R", "F4B6B0", "A", "FFE699", "G", "C6E0B4");

    private final Pen pen;

    OtherReturns(Pen pen) {
        this.pen = pen;
    }

    void caseGrades(ReportingMonth month, List<Seed.PrintedCategory> categories, CaseGrades grades, String footer) {
        XSSFSheet sheet = pen.sheet("Grades", 28, 12, 12);
        pen.write(sheet, 1, 1, "Grades of case files audited in " + month.longLabel(), Look.TITLE);
        heading(sheet, 3, List.of("Grade", "Files", "Share"));
        int row = 4;
        for (int index = 0; index < categories.size(); index++, row++) {
            pen.write(sheet, row, 1, categories.get(index).name(), Look.LABEL);
            pen.write(sheet, row, 2, BigDecimal.valueOf(grades.files().get(index)), "0");
            pen.write(sheet, row, 3, grades.shares().get(index), "0%");
        }
        pen.write(sheet, row, 1, "Total", Look.LABEL);
        pen.write(sheet, row, 2, BigDecimal.valueOf(grades.total()), "0");
        pen.leave(sheet, row, 3, Look.NUMBER);
        pen.toPrint(sheet, false, footer);
    }

    /** Two tiers of headings: the year, the month's end and the forecast over what each column holds. */
    void finance(ReportingMonth month, List<FinanceMonths.Stated> lines, String footer) {
        XSSFSheet sheet = pen.sheet("Summary", 42, 14, 14, 14, 14, 14);
        pen.merge(sheet, 1, 1, 1, 4, "Finance summary", Look.TITLE);
        pen.merge(sheet, 2, 2, 1, 4, "Revenue monitoring to the end of " + month.longLabel(), Look.SUBTITLE);
        pen.merge(sheet, 4, 5, 1, 1, "Measure", Look.HEADER);
        pen.write(sheet, 4, 2, month.fiscalYear().label(), Look.HEADER);
        pen.write(sheet, 5, 2, "Budget", Look.HEADER);
        pen.write(sheet, 4, 3, month.lastDayLabel(), Look.HEADER);
        pen.write(sheet, 5, 3, "Forecast", Look.HEADER);
        pen.write(sheet, 4, 4, "Forecast", Look.HEADER);
        pen.write(sheet, 5, 4, "Variance", Look.HEADER);
        pen.write(sheet, 4, 5, month.lastDayLabel(), Look.HEADER);
        pen.write(sheet, 5, 5, "Spend to date", Look.HEADER);
        pen.write(sheet, 4, 6, month.lastDayLabel(), Look.HEADER);
        pen.write(sheet, 5, 6, "Committed", Look.HEADER);
        int row = 6;
        for (FinanceMonths.Stated line : lines) {
            pen.write(sheet, row, 1, line.line(), Look.LABEL);
            pen.write(sheet, row, 2, line.budget(), Look.CENTRED);
            pen.write(sheet, row, 3, line.forecast(), Look.CENTRED);
            pen.write(sheet, row, 4, line.variance(), Look.CENTRED);
            pen.write(sheet, row, 5, line.spendToDate(), Look.CENTRED);
            pen.write(sheet, row, 6, line.committed(), Look.CENTRED);
            row++;
        }
        pen.write(sheet, row + 1, 1, "Notes", Look.NOTE);
        pen.write(
                sheet,
                row + 2,
                1,
                "Forecast of the outturn at 31 March. A variance with + is an overspend.",
                Look.NOTE);
        pen.toPrint(sheet, false, footer);
    }

    void internalAudit(ReportingMonth month, List<Seed.PrintedCategory> opinions, List<Integer> audits, String footer) {
        XSSFSheet sheet = pen.sheet("Opinions", 30, 18);
        pen.write(sheet, 1, 1, "Internal audit", Look.TITLE);
        pen.write(sheet, 2, 1, "Audits by opinion, 1 April to date: " + month.longLabel(), Look.SUBTITLE);
        heading(sheet, 4, List.of("Opinion", "Number of audits"));
        for (int index = 0; index < opinions.size(); index++) {
            pen.write(sheet, 5 + index, 1, opinions.get(index).name(), Look.LABEL);
            pen.write(sheet, 5 + index, 2, BigDecimal.valueOf(audits.get(index)), "0");
        }
        pen.toPrint(sheet, false, footer);
    }

    void projects(ReportingMonth month, List<Seed.PrintedProject> projects, String footer) {
        XSSFSheet sheet = pen.sheet("Highlights", 34, 13, 13, 90);
        pen.write(sheet, 1, 1, "Innovation programme", Look.TITLE);
        pen.write(sheet, 2, 1, "Highlight report for " + month.longLabel(), Look.SUBTITLE);
        heading(sheet, 4, List.of("Project", "Progress (RAG)", "Forecast Variance", "Status"));
        pen.height(sheet, 4, 30);
        int row = 5;
        for (Seed.PrintedProject project : projects) {
            ProjectMonths.Reported reported = ProjectMonths.of(month, project);
            pen.write(sheet, row, 1, project.name(), Look.LABEL);
            rag(sheet, row, 2, reported.progress());
            rag(sheet, row, 3, reported.finance());
            pen.write(sheet, row, 4, reported.narrative(), Look.TEXT);
            pen.height(sheet, row, Math.max(36, 14 * (1 + reported.narrative().length() / 85)));
            row++;
        }
        pen.toPrint(sheet, true, footer);
    }

    private void rag(XSSFSheet sheet, int row, int column, String letter) {
        pen.write(sheet, row, column, letter, Look.CENTRED, RAG_FILLS.getOrDefault(letter, ""));
    }

    private void heading(XSSFSheet sheet, int row, List<String> headings) {
        for (int column = 1; column <= headings.size(); column++) {
            pen.write(sheet, row, column, headings.get(column - 1), Look.HEADER);
        }
    }
}
