package org.monthend.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
import org.monthend.validate.Statement.MeasureStatement;

/**
 * Judges one submission row by row as it is read, and gives every row that passes on as a statement. It keeps nothing
 * of a row but what it is about.
 */
public final class ReturnJudge {

    private final KnownNames names;
    private final MonthlyReturn due;
    private final ReportingMonth month;
    private final RuleBook rules;
    private final IssueLog log;
    private final Consumer<Statement> accepted;
    private final MonthOfCell months = new MonthOfCell();
    private final StatedOnce stated = new StatedOnce();
    private final Completeness completeness;
    private final HistoryJudge past;
    private final WholeAndParts parts;
    private final History history;
    private final List<TablePlace> tables = new ArrayList<>();
    private Optional<TableJudge> table = Optional.empty();
    private final RowsRead rows = new RowsRead();
    private int rowsBeforeTable;
    private boolean sawTheMonth;
    private Optional<SourcedMonth> anotherMonth = Optional.empty();

    /**
     * @param due the return that the file is
     * @param month the month whose folder the file stands in
     * @param history what was known before
     * @param accepted receives every row that passes
     */
    public ReturnJudge(
            Catalogue catalogue,
            MonthlyReturn due,
            ReportingMonth month,
            History history,
            Consumer<Statement> accepted) {
        this.names = new KnownNames(catalogue);
        this.due = due;
        this.month = month;
        this.rules = new RuleBook(catalogue.rules());
        this.log = new IssueLog(rules, due.code() + " " + month + " ");
        this.completeness = new Completeness(catalogue, due, month, history, log);
        this.past = new HistoryJudge(history, names, month, rules, log);
        this.parts = new WholeAndParts(catalogue, rules, log);
        this.history = history;
        this.accepted = accepted;
    }

    /** The sender's name of the file must not speak of another month. A day in it says when it was sent. */
    public void fileName(String name) {
        List<ReportingMonth> named = MonthsInName.of(name);
        if (!Set.of(month).containsAll(named)) {
            raise(
                    Rule.WRONG_MONTH,
                    "",
                    "",
                    name,
                    "the file '%s' is named for %s, but it stands in the folder of %s."
                            .formatted(
                                    CellWords.quoted(name),
                                    named.stream()
                                            .distinct()
                                            .map(ReportingMonth::longLabel)
                                            .collect(Collectors.joining(" and ")),
                                    month.longLabel()));
        }
    }

    /** Something about the file or a sheet that is worth an issue. */
    public Severity raise(Rule rule, String sheet, String cell, String found, String message) {
        return log.raise(rule, sheet, cell, found, message);
    }

    /** What has moved since the layout last fitted is told with what is wrong. */
    public void misfit(Misfit misfit) {
        String where = misfit.sheet().isEmpty() ? "" : "on sheet '" + misfit.sheet() + "' ";
        List<String> sentences = new ArrayList<>(misfit.sentences());
        history.lastPlace(due.code(), misfit.layout())
                .ifPresent(last -> sentences.addAll(WhatMoved.since(last, misfit, month)));
        log.raise(
                Rule.LAYOUT_MISFIT,
                misfit.sheet(),
                misfit.cell(),
                "",
                "layout %s does not fit: %s%s.".formatted(misfit.layout(), where, String.join("; ", sentences)));
    }

    public void startTable(Table found, Layout layout) {
        endTable();
        tables.add(new TablePlace(found.layout(), month, found.sheet().name(), found.headerRow(), found.headings()));
        table = Optional.of(new TableJudge(
                found, layout, names, due, month, months, rules, log, stated, rows, completeness, this::give));
        Optional.ofNullable(found.fixed().get(Field.MONTH))
                .ifPresent(source -> noteMonth(found.sheet().name(), source));
    }

    private void give(Statement statement) {
        accepted.accept(statement);
        if (statement instanceof MeasureStatement measure) {
            past.take(measure);
            parts.take(measure);
        }
    }

    public void row(ExtractedRow row) {
        row.value(Field.MONTH).ifPresent(source -> noteMonth(row.sheet(), source));
        TableJudge judge = table.orElseThrow();
        if (judge.isNotDue(row)) {
            return;
        }
        judge.judge(row, rows.next(row));
    }

    public Judgement finish() {
        endTable();
        if (!log.isRefused() && rows.count() == 0) {
            log.raise(Rule.NO_ROWS, "", "", "", "no row of data was found in the return.");
        }
        if (!log.isRefused()) {
            completeness.judge();
            parts.finish(stated.contradictedMeasures());
            past.finish();
        }
        stated.waiting().forEach(accepted);
        Optional<Rule> refusal = log.refusal();
        int loaded = refusal.isPresent() ? 0 : rows.passed();
        return new Judgement(
                verdict(loaded),
                rows.count(),
                loaded,
                rows.count() - loaded,
                log.issues(),
                stated.contradictedMeasures(),
                tables,
                rows.rejected(refusal));
    }

    /** Nothing is judged of a file that is not complete yet; it is looked at again. */
    public Judgement defer(String reason, String message) {
        Issue unfinished =
                rules.issue(Rule.UNFINISHED_FILE, "", "", reason, message, Issue.Matter.atPlace("", "", message));
        return new Judgement(Verdict.DEFERRED, 0, 0, 0, List.of(unfinished), Set.of(), List.of(), List.of());
    }

    private Verdict verdict(int loaded) {
        if (log.isRefused() || loaded == 0) {
            return Verdict.REFUSED;
        }
        if (loaded < rows.count()) {
            return Verdict.PARTLY_ACCEPTED;
        }
        return log.hasQuery() ? Verdict.ACCEPTED_WITH_QUERIES : Verdict.ACCEPTED;
    }

    /** A table that speaks of other months only is not about the month of the return. */
    private void endTable() {
        table.ifPresent(judge -> {
            judge.finish();
            if (rows.count() == rowsBeforeTable && !log.isRefused()) {
                log.raise(Rule.NO_ROWS, judge.sheet(), "", "", "no row of data was found beneath the headings.");
            }
        });
        table = Optional.empty();
        rowsBeforeTable = rows.count();
        if (!sawTheMonth) {
            anotherMonth.ifPresent(other -> log.raise(
                    Rule.WRONG_MONTH,
                    other.sheet(),
                    other.source().cell(),
                    CellWords.of(other.source().value()),
                    "the workbook is about %s, but it stands in the folder of %s."
                            .formatted(other.month().longLabel(), month.longLabel())));
        }
        sawTheMonth = false;
        anotherMonth = Optional.empty();
    }

    private void noteMonth(String sheet, SourcedValue source) {
        months.of(source).ifPresent(found -> {
            sawTheMonth |= found.equals(month);
            if (anotherMonth.isEmpty() && !found.equals(month)) {
                anotherMonth = Optional.of(new SourcedMonth(sheet, source, found));
            }
        });
    }

    private record SourcedMonth(String sheet, SourcedValue source, ReportingMonth month) {}
}
