package org.monthend.sample;

import java.util.ArrayList;
import java.util.List;

/** The rows of the catalogue's Layouts sheet: where things stand in each team's workbook. */
final class LayoutRows {

    private static final String SINCE = SampleMonths.FIRST.toString();

    private final List<List<Object>> rows = new ArrayList<>();
    private String layout = "";

    private LayoutRows() {}

    static List<List<Object>> all() {
        LayoutRows rows = new LayoutRows();
        rows.tidy();
        rows.childProtection();
        rows.childrenInCare();
        rows.workforce();
        rows.caseGrades();
        rows.finance();
        rows.internalAudit();
        rows.projects();
        rows.tidyGrades();
        rows.tidyFinance();
        rows.tidyAudits();
        rows.tidyProjects();
        return rows.rows;
    }

    private void tidy() {
        begin("TIDY", TidyReturn.SHEET + "*", "measures", "The template: one row for each measure");
        column("measure", "Measure", "Name or code");
        column("organisation", "Organisation", "Name or code");
        column("month", "Month", "A date within the month, or words such as Dec-15");
        column("numerator", "Numerator", "");
        column("denominator", "Denominator", "");
        column("value", "Value", "May be left blank where there are numerator and denominator");
        column("status", "Status", "In place of a figure; see the codes below");
        column("comment", "Comment", "");
        codes("-", "..", "n/a", "c", "new measure", "under development");
    }

    private void tidyGrades() {
        begin("TIDY-GRADES", "Grades*", "distribution", "The template: one row for each grade");
        part("scheme", "constant", "CASE_AUDIT", "", "");
        column("category", "Grade", "Name or code");
        tidyWhereAndWhen();
        column("count", "Files", "");
        column("share", "Share", "May be left blank where there are files");
    }

    private void tidyFinance() {
        begin("TIDY-FINANCE", "Finance*", "finance", "The template: one row for each line");
        column("line", "Line", "Name or code");
        tidyWhereAndWhen();
        part("budget", "column", "Budget", "pounds", "");
        part("forecast", "column", "Forecast", "pounds", "Progress lines have a percentage here");
        part("variance", "column", "Variance", "pounds", "Forecast less budget");
        part("spend to date", "column", "Spend to date", "pounds", "Since 1 April; may be left blank");
        part("committed", "column", "Committed", "pounds", "Ordered for the rest of the year; may be left blank");
        codes("-", "..");
    }

    private void tidyAudits() {
        begin("TIDY-AUDITS", "Audits*", "audit opinions", "The template: one row for each opinion");
        part("scheme", "constant", "INTERNAL_AUDIT", "", "");
        column("category", "Opinion", "Name or code");
        tidyWhereAndWhen();
        column("count", "Number of audits", "From 1 April to the month's end");
    }

    private void tidyProjects() {
        begin("TIDY-PROJECTS", "Projects*", "projects", "The template: one row for each project");
        column("project", "Project", "Name or code");
        tidyWhereAndWhen();
        column("progress", "Progress (RAG)", "R, A or G");
        column("finance", "Forecast variance (RAG)", "R, A or G");
        column("narrative", "Narrative", "");
    }

    private void tidyWhereAndWhen() {
        column("organisation", "Organisation", "Name or code");
        column("month", "Month", "A date within the month, or words such as Dec-15");
    }

    private void childProtection() {
        begin("CP-ACROSS", "CP *", "measures", "Months of the financial year so far across");
        column("measure", "Measure", "");
        column("figure", "Figure", "Numerator, Denominator or Value");
        part("month", "across", "{month}", "", "Each month of the year so far; earlier months are restated");
        trust();
        codes("-", "..", "new measure");
    }

    private void childrenInCare() {
        begin("CIC-MONTH", "Children in Care*", "measures", "Two tiers of headings, results as text");
        part("header tiers", "", "2", "", "The month stands over Number, Out of and Result");
        column("measure", "Measure", "Merged over both tiers");
        column("numerator", "{month} > Number", "");
        column("denominator", "{month} > Out of", "");
        column("value", "{month} > Result", "90%, or a status");
        part("month", "title", "Month: {month}", "", "");
        trust();
        codes("-", "..", "under development");
        part("notes", "", "Notes*", "", "Each line below is a mark and its footnote");
    }

    private void workforce() {
        begin("WORKFORCE", "Workforce*", "measures", "Titles above, notes beneath");
        column("measure", "Indicator", "");
        column("numerator", "Count (a)", "");
        column("denominator", "Out of (b)", "");
        column("value", "Result", "");
        part("month", "title", "Workforce return for {month}", "", "");
        trust();
        codes("-", "..", "under development");
        part("notes", "", "Notes*", "", "Each line below is a mark and its footnote");
    }

    private void caseGrades() {
        begin("CASE-GRADES", "Grades*", "distribution", "Beside the measure on its own sheet");
        part("scheme", "constant", "CASE_AUDIT", "", "");
        column("category", "Grade", "");
        column("count", "Files", "");
        column("share", "Share", "");
        part("month", "title", "Grades of case files audited in {month}", "", "");
        trust();
        part("pass over", "", "Total*", "", "");
    }

    private void finance() {
        begin("FINANCE", "Summary*", "finance", "Two tiers of headings, figures as text");
        part("header tiers", "", "2", "", "");
        column("line", "Measure", "Merged over both tiers");
        part("budget", "column", "{fiscal year} > Budget", "pounds", "£42.3M");
        part("forecast", "column", "{month end} > Forecast", "pounds", "Progress lines have a percentage here");
        part("variance", "column", "Forecast > Variance", "pounds", "+ is an overspend");
        part("spend to date", "column", "{month end} > Spend to date", "pounds", "Since 1 April");
        part("committed", "column", "{month end} > Committed", "pounds", "Ordered for the rest of the year");
        part("month", "title", "Revenue monitoring to the end of {month}", "", "");
        trust();
        part("notes", "", "Notes*", "", "");
    }

    private void internalAudit() {
        begin("AUDIT-OPINIONS", "Opinions*", "audit opinions", "The financial year to date");
        part("scheme", "constant", "INTERNAL_AUDIT", "", "");
        column("category", "Opinion", "");
        column("count", "Number of audits", "");
        part("month", "title", "Audits by opinion, 1 April to date: {month}", "", "");
        trust();
    }

    private void projects() {
        begin("PROJECTS", "Highlights*", "projects", "One row for each project");
        column("project", "Project", "");
        column("progress", "Progress (RAG)", "R, A or G");
        column("finance", "Forecast Variance", "R, A or G");
        column("narrative", "Status", "");
        part("month", "title", "Highlight report for {month}", "", "");
        trust();
    }

    private void begin(String code, String sheet, String rowsAre, String note) {
        layout = code;
        part("sheet", "", sheet, "", note);
        part("rows are", "", rowsAre, "", "");
    }

    private void column(String field, String words, String note) {
        part(field, "column", words, "", note);
    }

    private void trust() {
        part("organisation", "constant", Trust.CODE, "", "");
    }

    private void codes(String... codes) {
        for (String code : codes) {
            String meaning = switch (code) {
                case "-" -> "nothing to report";
                case "..", "n/a" -> "not available";
                case "c" -> "suppressed";
                default -> code;
            };
            part("code", "", code + " = " + meaning, "", "");
        }
    }

    private void part(String part, String where, String words, String unit, String note) {
        rows.add(List.of(layout, SINCE, "", part, where, words, unit, note));
    }
}
