package org.monthend.publish.sender;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.monthend.calendar.ReportingMonth;
import org.monthend.calendar.WorkingDays;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.publish.sender.TemplatePen.Look;
import org.monthend.scorecard.Edition;

/** The sheet of a template that says in plain English what to fill in, by when, and how. */
final class TemplateInstructions {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final String SHEET = "Instructions";
    private static final int[] WIDTHS = {44, 26, 12, 36, 36, 70};
    private static final int LETTERS_IN_A_LINE = 190;

    private final TemplatePen pen;
    private final MonthlyReturn due;
    private final ReportingMonth month;
    private final List<TemplateTable> tables;
    private final List<Measure> measures;
    private final Optional<Edition> lastEdition;

    TemplateInstructions(
            TemplatePen pen,
            MonthlyReturn due,
            ReportingMonth month,
            List<TemplateTable> tables,
            List<Measure> measures,
            Optional<Edition> lastEdition) {
        this.pen = pen;
        this.due = due;
        this.month = month;
        this.tables = tables;
        this.measures = measures;
        this.lastEdition = lastEdition;
    }

    void write() {
        XSSFSheet sheet = pen.sheet(SHEET, "Template for " + month.longLabel());
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.setColumnWidth(column, WIDTHS[column] * 256);
        }
        pen.write(sheet.createRow(0), 0, "%s return for %s".formatted(due.name(), month.longLabel()), Look.TITLE);
        sheet.createRow(1);
        paragraphs().forEach(words -> paragraph(sheet, words, Look.WORDS));
        codes(sheet);
        if (tables.stream().anyMatch(table -> table.subject().equals("measures"))) {
            measures(sheet);
        }
    }

    private List<String> paragraphs() {
        LocalDate last = WorkingDays.nth(due.dueWorkingDay(), month.plusMonths(1));
        String sheets = tables.stream().map(table -> "'" + table.sheet() + "'").collect(Collectors.joining(" and "));
        String known = lastEdition
                .map(edition -> "The column 'Last figure' shows what is known up to "
                        + edition.scorecard().month().longLabel() + ", so that you can see a slip at once.")
                .orElse(
                        "The column 'Last figure' is empty, because no earlier figures were at hand when this was written.");
        return Stream.of(
                        "Send it to the data steward by %s, working day %d of %s, under the name that this file has."
                                .formatted(
                                        DAY.format(last),
                                        due.dueWorkingDay(),
                                        month.plusMonths(1).longLabel()),
                        due.owner().isEmpty() && due.email().isEmpty()
                                ? ""
                                : "Who answers for this return: "
                                        + Stream.of(due.owner(), due.email())
                                                .filter(words -> !words.isEmpty())
                                                .collect(Collectors.joining(", "))
                                        + ".",
                        "Fill the white cells of the sheet " + sheets
                                + ". Grey cells are not needed, and all others are locked. Click on a white cell to see what it asks for.",
                        known,
                        "Write plain numbers: 1234.5, without words or units. Write 87 for 87%. Write numbers and not formulas.",
                        "An empty cell is not zero. Write 0 only where you counted and there was none.",
                        "You can copy and paste into the white cells, but paste values only: pasted formats may hide a mistake.")
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private void codes(XSSFSheet sheet) {
        List<TemplateTable.Code> codes = tables.stream()
                .flatMap(table -> table.codes().stream())
                .distinct()
                .toList();
        if (codes.isEmpty()) {
            return;
        }
        sheet.createRow(sheet.getLastRowNum() + 1);
        paragraph(sheet, "Where there is no figure, choose or write one of these words instead:", Look.STRONG);
        for (TemplateTable.Code code : codes) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            pen.write(row, 0, code.word(), Look.NAME);
            pen.write(row, 1, code.meaning(), Look.WORDS);
        }
    }

    private void measures(XSSFSheet sheet) {
        sheet.createRow(sheet.getLastRowNum() + 1);
        paragraph(sheet, "What is measured:", Look.STRONG);
        Row headings = sheet.createRow(sheet.getLastRowNum() + 1);
        List<String> words = List.of("Measure", "Code", "Unit", "Numerator", "Denominator", "Definition");
        for (int column = 0; column < words.size(); column++) {
            pen.write(headings, column, words.get(column), Look.HEADER);
        }
        for (Measure measure : measures) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            row.setHeightInPoints(30);
            pen.write(row, 0, measure.name(), Look.NAME);
            pen.write(row, 1, measure.code(), Look.NAME);
            pen.write(row, 2, TemplateRows.unit(measure), Look.NAME);
            pen.write(row, 3, measure.numerator(), Look.NAME);
            pen.write(row, 4, measure.denominator(), Look.NAME);
            pen.write(row, 5, measure.definition(), Look.NAME);
        }
    }

    private void paragraph(XSSFSheet sheet, String words, Look look) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        row.setHeightInPoints(16 * (1 + words.length() / LETTERS_IN_A_LINE));
        pen.write(row, 0, words, look);
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, WIDTHS.length - 1));
    }
}
