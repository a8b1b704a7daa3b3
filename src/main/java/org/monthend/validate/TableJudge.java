package org.monthend.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.monthend.calendar.MonthWords;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Severity;
import org.monthend.extract.CellWords;
import org.monthend.extract.ExtractedRow;
import org.monthend.extract.Field;
import org.monthend.extract.SourcedValue;
import org.monthend.extract.Table;
import org.monthend.extract.format.CellValue;

/** Judges the rows of one table: what is the same for every subject. The subject's own are its {@link SubjectRules}. */
final class TableJudge {

    private static final List<Field> FIGURES = List.of(
            Field.NUMERATOR,
            Field.DENOMINATOR,
            Field.VALUE,
            Field.STATUS,
            Field.COUNT,
            Field.SHARE,
            Field.BUDGET,
            Field.FORECAST,
            Field.VARIANCE,
            Field.PROGRESS,
            Field.FINANCE,
            Field.NARRATIVE);

    private final Table table;
    private final KnownNames names;
    private final MonthlyReturn due;
    private final ReportingMonth month;
    private final IssueLog log;
    private final Map<FoldedName, MissingReason> codes;
    private final SubjectRules subjectRules;
    private boolean rejected;

    TableJudge(
            Table table,
            Layout layout,
            KnownNames names,
            MonthlyReturn due,
            ReportingMonth month,
            RuleBook rules,
            IssueLog log,
            Set<MeasureRow> contradicted) {
        this.table = table;
        this.names = names;
        this.due = due;
        this.month = month;
        this.log = log;
        this.codes = codesOf(layout);
        this.subjectRules = switch (table.subject()) {
            case MEASURES -> new MeasureRules(this, contradicted);
            case FINANCE -> new FinanceRules(this, rules.tolerance(Rule.VARIANCE_DISAGREES));
            case DISTRIBUTION -> new DistributionRules(this, rules.tolerance(Rule.SHARES_DO_NOT_ADD_UP));
            case AUDIT_OPINIONS -> new AuditRules(this);
            case PROJECTS -> new ProjectRules(this);
        };
    }

    /** A month across that has not come yet and is not filled in: no row at all. */
    boolean isBlankAhead(ExtractedRow row) {
        boolean ahead = row.value(Field.MONTH)
                .flatMap(TableJudge::monthOf)
                .map(stated -> stated.isAfter(month))
                .orElse(false);
        return ahead && FIGURES.stream().allMatch(field -> row.value(field).isEmpty());
    }

    Optional<Statement> judge(ExtractedRow row) {
        rejected = false;
        if (row.value(table.subject().lead())
                .map(lead -> CellWords.of(lead.value()).isBlank())
                .orElse(true)) {
            raise(Rule.NAME_MISSING, row, table.subject().lead(), "the row has figures but no name.");
            return Optional.empty();
        }
        Optional<Organisation> organisation = organisation(row);
        Optional<ReportingMonth> rowMonth = month(row);
        if (organisation.isEmpty() || rowMonth.isEmpty()) {
            return Optional.empty();
        }
        Optional<Statement> statement =
                subjectRules.judge(row, organisation.get().code(), rowMonth.get());
        return rejected ? Optional.empty() : statement;
    }

    /** Rows that could only be judged together. */
    Stream<Statement> finish() {
        return subjectRules.finish();
    }

    static Optional<ReportingMonth> monthOf(SourcedValue source) {
        if (source.value() instanceof CellValue.Date date) {
            return Optional.of(ReportingMonth.of(date.day()));
        }
        return source.value() instanceof CellValue.Text text ? MonthWords.read(text.text()) : Optional.empty();
    }

    private Optional<Organisation> organisation(ExtractedRow row) {
        String name = text(row, Field.ORGANISATION).orElse(due.organisationCode());
        Optional<Organisation> organisation = names.organisation(name);
        if (organisation.isEmpty()) {
            raise(Rule.UNKNOWN_ORGANISATION, row, Field.ORGANISATION, "'" + name + "' is no organisation.");
        }
        return organisation;
    }

    private Optional<ReportingMonth> month(ExtractedRow row) {
        Optional<SourcedValue> source = row.value(Field.MONTH);
        if (source.isEmpty()) {
            raise(Rule.UNREADABLE_MONTH, row, Field.MONTH, "the row names no month.");
            return Optional.empty();
        }
        Optional<ReportingMonth> stated = monthOf(source.get());
        if (stated.isEmpty()) {
            String found = CellWords.of(source.get().value());
            raise(Rule.UNREADABLE_MONTH, row, Field.MONTH, "'" + found + "' is no month that can be read for certain.");
            return Optional.empty();
        }
        if (stated.get().isAfter(month)) {
            raise(
                    Rule.MONTH_AFTER_RETURN,
                    row,
                    Field.MONTH,
                    "the row is about %s, after the return's month %s."
                            .formatted(stated.get().longLabel(), month.longLabel()));
            return Optional.empty();
        }
        return stated;
    }

    KnownNames names() {
        return names;
    }

    String sheet() {
        return table.sheet().name();
    }

    /** The text of a field; empty when the cell is blank. */
    Optional<String> text(ExtractedRow row, Field field) {
        return row.value(field)
                .map(source -> CellWords.of(source.value()).strip())
                .filter(text -> !text.isEmpty());
    }

    /** What stands in the field's cell, read as a figure; empty when it is blank. A fault is raised here. */
    Optional<StatedFigure> figure(ExtractedRow row, Field field, StatedFigure.Scale scale) {
        boolean fraction = "fraction".equals(table.units().get(field));
        Optional<StatedFigure> figure = row.value(field)
                .filter(source -> !CellWords.of(source.value()).isBlank())
                .map(source -> StatedFigure.read(source, fraction ? StatedFigure.Scale.FRACTION : scale, codes));
        if (figure.isPresent() && figure.get() instanceof StatedFigure.Fault fault) {
            raise(fault.rule(), row, field, fault.message());
            return Optional.empty();
        }
        return figure;
    }

    /** The layout's words for missing figures, folded. */
    Map<FoldedName, MissingReason> codes() {
        return codes;
    }

    /** The note of a mark: from beneath the table, or else the row's own comment. */
    String footnote(ExtractedRow row, String mark) {
        String comment = text(row, Field.COMMENT).orElse("");
        if (mark.isEmpty()) {
            return comment;
        }
        String note = Optional.ofNullable(table.footnotes().get(mark)).orElse(comment);
        if (note.isEmpty()) {
            raise(Rule.MARK_WITHOUT_NOTE, row, Field.VALUE, "the mark '" + mark + "' has no note in the return.");
        }
        return note;
    }

    /** Raises an issue at the field's cell; an ERROR rejects the row at hand. */
    void raise(Rule rule, ExtractedRow row, Field field, String message) {
        String found =
                row.value(field).map(source -> CellWords.of(source.value())).orElse("");
        raise(rule, row.cellOf(field), found, message);
    }

    void raise(Rule rule, String cell, String found, String message) {
        Severity severity = log.raise(rule, sheet(), cell, found, message);
        rejected |= severity == Severity.ERROR || severity == Severity.REFUSE;
    }

    private static Map<FoldedName, MissingReason> codesOf(Layout layout) {
        Map<FoldedName, MissingReason> codes = new HashMap<>();
        for (LayoutPart part : layout.parts("code")) {
            String[] meaning = part.words().split("=", 2);
            MissingCodes.reason(meaning[meaning.length - 1])
                    .ifPresent(reason -> codes.put(FoldedName.of(meaning[0]), reason));
        }
        return codes;
    }
}
