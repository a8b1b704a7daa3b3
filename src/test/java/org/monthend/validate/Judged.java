package org.monthend.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Layout;
import org.monthend.extract.TableFinder;
import org.monthend.extract.TableReader;
import org.monthend.extract.TableSearch.Found;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;
import org.monthend.validate.Statement.AuditStatement;
import org.monthend.validate.Statement.DistributionStatement;
import org.monthend.validate.Statement.FinanceStatement;
import org.monthend.validate.Statement.MeasureStatement;
import org.monthend.validate.Statement.ProjectStatement;
import org.monthend.validate.Statement.QuarterStatement;

/** What came of judging a return of December 2015: the judgement, and what would be published of it. */
record Judged(Judgement judgement, List<Statement> statements) {

    static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    /** Every layout of the catalogue is one table of the workbook. */
    static Judged of(Path file, Catalogue catalogue) {
        return of(file, catalogue, History.nothing());
    }

    static Judged of(Path file, Catalogue catalogue, History history) {
        List<Statement> statements = new ArrayList<>();
        ReturnJudge judge = new ReturnJudge(catalogue, SmallCatalogue.CP, DECEMBER, history, statements::add);
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            TableFinder finder = new TableFinder(workbook, file.getFileName().toString());
            for (Layout layout : catalogue.layouts()) {
                Found found = (Found) finder.find(layout);
                judge.startTable(found.table(), layout);
                TableReader.read(workbook, found.table(), layout, judge::row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Judged(judge.finish(), statements);
    }

    List<String> issues() {
        return judgement.issues().stream().map(Issue::sentence).toList();
    }

    /** partly_accepted 3 = 2 + 1: rows read, accepted and rejected. */
    String verdict() {
        return "%s %s = %s + %s"
                .formatted(
                        judgement.verdict().word(),
                        judgement.rowsRead(),
                        judgement.rowsAccepted(),
                        judgement.rowsRejected());
    }

    /** What is published, one line each; rows that contradict each other are not. */
    List<String> published() {
        if (!judgement.verdict().isLoaded()) {
            return List.of();
        }
        return statements.stream()
                .filter(statement -> !(statement instanceof MeasureStatement measure)
                        || !judgement
                                .contradicted()
                                .contains(new MeasureRow(
                                        measure.measureCode(), measure.organisationCode(), measure.month())))
                .map(Judged::line)
                .toList();
    }

    private static String line(Statement statement) {
        String what = String.valueOf(words(statement));
        return what.formatted(statement.organisationCode(), statement.month());
    }

    private static String words(Statement statement) {
        if (statement instanceof MeasureStatement measure) {
            return measure.measureCode() + " %s %s "
                    + measure.figure()
                            .reportedValue()
                            .map(Judged::plain)
                            .orElse(measure.figure().statusWord())
                    + note(measure.footnoteMark(), measure.footnoteText());
        }
        if (statement instanceof QuarterStatement quarter) {
            return quarter.measureCode() + " %s " + quarter.quarter().label() + " "
                    + quarter.figure()
                            .reportedValue()
                            .map(Judged::plain)
                            .orElse(quarter.figure().statusWord())
                    + note(quarter.footnoteMark(), quarter.footnoteText());
        }
        if (statement instanceof FinanceStatement line) {
            return line.lineCode() + " %s %s "
                    + Stream.of(line.budget(), line.forecast(), line.variance(), line.progress())
                            .map(Judged::plain)
                            .collect(Collectors.joining("/"))
                    + pounds(" spent ", line.spendToDate())
                    + pounds(" committed ", line.committed());
        }
        if (statement instanceof DistributionStatement share) {
            return share.categoryCode() + " %s %s " + plain(share.count()) + "=" + plain(share.share());
        }
        if (statement instanceof AuditStatement audit) {
            return audit.categoryCode() + " %s %s " + plain(audit.count());
        }
        ProjectStatement project = (ProjectStatement) statement;
        return project.projectCode() + " %s %s " + project.progress() + project.finance() + " " + project.narrative();
    }

    private static String pounds(String word, FinanceStatement.Pounds pounds) {
        return pounds.figure()
                .map(figure -> word + figure.toPlainString() + " in " + pounds.cell())
                .orElse("");
    }

    private static String note(String mark, String text) {
        return (mark + text).isEmpty() ? "" : " (" + (mark + " " + text).strip() + ")";
    }

    private static String plain(Optional<BigDecimal> figure) {
        return figure.map(Judged::plain).orElse("-");
    }

    /** To six digits, so that a test can be read. */
    private static String plain(BigDecimal figure) {
        BigDecimal rounded = figure.round(new MathContext(6));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
