package org.monthend.validate;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monthend.calendar.MonthWords;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.catalogue.Severity;
import org.monthend.extract.CellWords;
import org.monthend.extract.ExtractedRow;
import org.monthend.extract.Field;
import org.monthend.extract.SourcedValue;
import org.monthend.extract.Table;
import org.monthend.extract.TableSearch.Misfit;

/**
 * Judges one submission row by row as it is read, and gives every row that passes on as a statement. It keeps nothing
 * of a row but what it is about.
 */
public final class ReturnJudge {

    /** A month in a file name, unless it is part of a day such as 2016-01-20. */
    private static final Pattern MONTH_IN_NAME =
            Pattern.compile("(?<![A-Za-z0-9])(" + MonthWords.ANY_FORM + ")(?![0-9]|-[0-9])");

    private final KnownNames names;
    private final MonthlyReturn due;
    private final ReportingMonth month;
    private final RuleBook rules;
    private final IssueLog log;
    private final Consumer<Statement> accepted;
    private final Set<MeasureRow> contradicted = new HashSet<>();
    private Optional<TableJudge> table = Optional.empty();
    private int rowsRead;
    private int rowsAccepted;
    private boolean sawTheMonth;
    private Optional<SourcedMonth> anotherMonth = Optional.empty();

    /**
     * @param due the return that the file is
     * @param month the month whose folder the file stands in
     * @param accepted receives every row that passes
     */
    public ReturnJudge(Catalogue catalogue, MonthlyReturn due, ReportingMonth month, Consumer<Statement> accepted) {
        this.names = new KnownNames(catalogue);
        this.due = due;
        this.month = month;
        this.rules = new RuleBook(catalogue.rules());
        this.log = new IssueLog(rules);
        this.accepted = accepted;
    }

    /** The sender's name of the file must not speak of another month. */
    public void fileName(String name) {
        String bare = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        Matcher matcher = MONTH_IN_NAME.matcher(bare.replace('_', ' '));
        if (matcher.find()) {
            MonthWords.read(matcher.group(1))
                    .filter(named -> !named.equals(month))
                    .ifPresent(named -> raise(
                            Rule.WRONG_MONTH,
                            "",
                            "",
                            name,
                            "the file '%s' is named for %s, but it stands in the folder of %s."
                                    .formatted(name, named.longLabel(), month.longLabel())));
        }
    }

    /** Something about the file or a sheet that is worth an issue. */
    public Severity raise(Rule rule, String sheet, String cell, String found, String message) {
        return log.raise(rule, sheet, cell, found, message);
    }

    public void misfit(Misfit misfit) {
        String where = misfit.sheet().isEmpty() ? "" : "on sheet '" + misfit.sheet() + "' ";
        log.raise(
                Rule.LAYOUT_MISFIT,
                misfit.sheet(),
                misfit.cell(),
                "",
                "layout %s does not fit: %s%s."
                        .formatted(misfit.layout(), where, String.join("; ", misfit.sentences())));
    }

    public void startTable(Table found, Layout layout) {
        endTable();
        table = Optional.of(new TableJudge(found, layout, names, due, month, rules, log, contradicted));
        Optional.ofNullable(found.fixed().get(Field.MONTH))
                .ifPresent(source -> noteMonth(found.sheet().name(), source));
    }

    public void row(ExtractedRow row) {
        row.value(Field.MONTH).ifPresent(source -> noteMonth(row.sheet(), source));
        TableJudge judge = table.orElseThrow();
        if (judge.isBlankAhead(row)) {
            return;
        }
        rowsRead++;
        judge.judge(row).ifPresent(statement -> {
            rowsAccepted++;
            accepted.accept(statement);
        });
    }

    public Judgement finish() {
        endTable();
        if (!log.isRefused()) {
            if (rowsRead == 0) {
                log.raise(Rule.NO_ROWS, "", "", "", "no row of data was found in the return.");
            } else if (!sawTheMonth) {
                anotherMonth.ifPresent(other -> log.raise(
                        Rule.WRONG_MONTH,
                        other.sheet(),
                        other.source().cell(),
                        CellWords.of(other.source().value()),
                        "the workbook is about %s, but it stands in the folder of %s."
                                .formatted(other.month().longLabel(), month.longLabel())));
            }
        }
        int loaded = log.isRefused() ? 0 : rowsAccepted - contradicted.size();
        return new Judgement(
                verdict(loaded), rowsRead, loaded, rowsRead - loaded, log.issues(), Set.copyOf(contradicted));
    }

    private Verdict verdict(int loaded) {
        if (log.isRefused() || loaded == 0) {
            return Verdict.REFUSED;
        }
        if (loaded < rowsRead) {
            return Verdict.PARTLY_ACCEPTED;
        }
        return log.hasQuery() ? Verdict.ACCEPTED_WITH_QUERIES : Verdict.ACCEPTED;
    }

    private void endTable() {
        table.ifPresent(judge -> {
            judge.finish().forEach(statement -> {
                rowsAccepted++;
                accepted.accept(statement);
            });
        });
        table = Optional.empty();
    }

    private void noteMonth(String sheet, SourcedValue source) {
        TableJudge.monthOf(source).ifPresent(found -> {
            sawTheMonth |= found.equals(month);
            if (anotherMonth.isEmpty() && !found.equals(month)) {
                anotherMonth = Optional.of(new SourcedMonth(sheet, source, found));
            }
        });
    }

    private record SourcedMonth(String sheet, SourcedValue source, ReportingMonth month) {}
}
