package org.monthend.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Measure;
import org.monthend.sample.TidyReturn.Manner;
import org.monthend.sample.TidyReturn.MonthManner;
import org.monthend.sample.TidyReturn.ValueManner;

/** Writes the workbooks that the teams send for a month, each in its own hand. */
final class MonthFolder {

    private final Seed seed;
    private final Map<String, List<MonthStatement>> statements;

    MonthFolder(Seed seed, Map<String, List<MonthStatement>> statements) {
        this.seed = seed;
        this.statements = statements;
    }

    /** Every return that is due for the month, into the folder given. */
    void write(ReportingMonth month, Path folder) throws IOException {
        for (TeamReturn team : TeamReturn.values()) {
            if (team.isDue(month)) {
                Pen pen = new Pen(handOf(team));
                draw(team, month, pen);
                WorkbookFile.write(
                        pen.workbook(), folder.resolve(team.fileName(month)), team.owner(), team.written(month));
            }
        }
    }

    private void draw(TeamReturn team, ReportingMonth month, Pen pen) {
        List<Measure> measures = team.measures().stream().map(seed::measure).toList();
        List<MonthStatement> stated = stated(team, month);
        String footer = team.title() + " return, " + month.longLabel();
        switch (team) {
            case RA ->
                tidy(
                        pen,
                        new Manner(false, MonthManner.LAST_DAY, ValueManner.PERCENT_CELL),
                        month,
                        measures,
                        stated,
                        footer);
            case CP ->
                new HumanReturns(pen).childProtection(yearSoFar(month), measures, yearSoFar(team, month), footer);
            case CIC -> new HumanReturns(pen).childrenInCare(month, measures, stated, footer);
            case PCL ->
                tidy(pen, new Manner(true, MonthManner.TEXT, ValueManner.BLANK), month, measures, stated, footer);
            case YO ->
                tidy(
                        pen,
                        new Manner(false, MonthManner.FIRST_DAY, ValueManner.PERCENT_TEXT),
                        month,
                        measures,
                        stated,
                        footer);
            case WF -> new HumanReturns(pen).workforce(month, measures, stated, footer);
            case CA -> {
                tidy(
                        pen,
                        new Manner(true, MonthManner.TEXT, ValueManner.PERCENT_CELL),
                        month,
                        measures,
                        stated,
                        footer);
                List<Seed.PrintedCategory> grades = seed.categories("CASE_AUDIT");
                CaseGrades found = month.equals(SampleMonths.LAST)
                        ? CaseGrades.printed(grades)
                        : CaseGrades.agreeing(stated.get(0));
                new OtherReturns(pen).caseGrades(month, grades, found, footer);
            }
            case FIN -> new OtherReturns(pen).finance(month, FinanceMonths.of(month, seed.finance()), footer);
            case IA -> {
                List<Seed.PrintedCategory> opinions = seed.categories("INTERNAL_AUDIT");
                new OtherReturns(pen).internalAudit(month, opinions, InternalAuditMonths.of(month, opinions), footer);
            }
            case PRJ -> new OtherReturns(pen).projects(month, seed.projects(), footer);
        }
    }

    private static void tidy(
            Pen pen,
            Manner manner,
            ReportingMonth month,
            List<Measure> measures,
            List<MonthStatement> stated,
            String footer) {
        new TidyReturn(pen, manner).draw(month, measures, stated, footer);
    }

    private List<MonthStatement> stated(TeamReturn team, ReportingMonth month) {
        return team.measures().stream()
                .map(code -> statements.getOrDefault(code, List.of()).stream()
                        .filter(statement -> statement.month().equals(month))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("nothing is stated of " + code + " in " + month)))
                .toList();
    }

    private Map<String, List<MonthStatement>> yearSoFar(TeamReturn team, ReportingMonth month) {
        List<ReportingMonth> months = yearSoFar(month);
        return team.measures().stream()
                .collect(Collectors.toMap(
                        code -> code,
                        code -> statements.getOrDefault(code, List.of()).stream()
                                .filter(statement -> months.contains(statement.month()))
                                .toList()));
    }

    /** The months of the financial year up to the one given; the trust began in October 2014. */
    private static List<ReportingMonth> yearSoFar(ReportingMonth month) {
        ReportingMonth april = month.fiscalYear().firstMonth();
        return ReportingMonth.range(april.isBefore(SampleMonths.FIRST) ? SampleMonths.FIRST : april, month);
    }

    private static Hand handOf(TeamReturn team) {
        return switch (team) {
            case RA -> new Hand("Calibri", 11, "1F4E78", "FFFFFF", false);
            case CP -> new Hand("Arial", 10, "D9E2F3", "000000", true);
            case CIC -> new Hand("Calibri", 11, "E2EFDA", "000000", true);
            case PCL -> new Hand("Arial", 10, "F2F2F2", "000000", false);
            case YO -> new Hand("Verdana", 9, "FFF2CC", "000000", true);
            case WF -> new Hand("Tahoma", 10, "5B2C6F", "FFFFFF", true);
            case CA -> new Hand("Calibri", 11, "DDEBF7", "000000", true);
            case FIN -> new Hand("Arial", 10, "", "000000", true);
            case IA -> new Hand("Times New Roman", 12, "", "000000", false);
            case PRJ -> new Hand("Calibri", 11, "404040", "FFFFFF", true);
        };
    }
}
