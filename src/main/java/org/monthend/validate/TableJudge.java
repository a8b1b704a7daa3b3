package org.monthend.validate;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Severity;
import org.monthend.catalogue.Unit;
import org.monthend.extract.CellWords;
import org.monthend.extract.ExtractedRow;
import org.monthend.extract.Field;
import org.monthend.extract.FootnoteMark;
import org.monthend.extract.SourcedValue;
import org.monthend.extract.Subject;
import org.monthend.extract.Table;
import org.monthend.extract.format.CellValue;

/** Judges the rows of one table: what is the same for every subject. The subject's own are its {@link SubjectRules}. */
final class TableJudge {

    private static final List<Field> FIGURES = List.of(
            Field.NUMERATOR,
            Field.REMAINDER,
            Field.DENOMINATOR,
            Field.VALUE,
            Field.STATUS,
            Field.COUNT,
            Field.SHARE,
            Field.BUDGET,
            Field.FORECAST,
            Field.VARIANCE,
            Field.SPEND_TO_DATE,
            Field.COMMITTED,
            Field.PROGRESS,
            Field.FINANCE,
            Field.NARRATIVE);

    /** What the unit of a row is about; numerators and denominators are counts whatever it says. */
    private static final Set<Field> UNIT_OF_ROW =
            EnumSet.of(Field.VALUE, Field.BUDGET, Field.FORECAST, Field.VARIANCE, Field.SPEND_TO_DATE, Field.COMMITTED);

    /** What a row says in words beside its figures; a name that cannot be read is no known one anyway. */
    private static final Set<Field> TEXTS = EnumSet.of(Field.COMMENT, Field.NARRATIVE);

    private final Table table;
    private final KnownNames names;
    private final MonthlyReturn due;
    private final ReportingMonth month;
    private final MonthOfCell months;
    private final IssueLog log;
    private final FigureWriting writing;
    private final StatedOnce stated;
    private final Completeness completeness;
    private final int oldestIndex;
    private final Consumer<Statement> accepted;
    private final RowsRead rows;
    private final SubjectRules subjectRules;
    /** Rows that can only be judged together with others, by the addresses of their cells. */
    private final Map<String, Integer> undecided = new HashMap<>();

    private final Set<Rule> raised = EnumSet.noneOf(Rule.class);
    private final Set<Rule> rejecting = EnumSet.noneOf(Rule.class);

    /**
     * @param stated what the return has stated so far, in this table and others
     * @param rows the rows of the return so far, in this table and others
     * @param completeness what the return has spoken of so far
     * @param accepted receives what may be published at once
     */
    TableJudge(
            Table table,
            Layout layout,
            KnownNames names,
            MonthlyReturn due,
            ReportingMonth month,
            MonthOfCell months,
            RuleBook rules,
            IssueLog log,
            StatedOnce stated,
            RowsRead rows,
            Completeness completeness,
            Consumer<Statement> accepted) {
        this.table = table;
        this.names = names;
        this.due = due;
        this.month = month;
        this.months = months;
        this.log = log;
        this.writing = FigureWriting.of(layout);
        this.stated = stated;
        this.rows = rows;
        this.completeness = completeness;
        this.oldestIndex = month.index() - rules.tolerance(Rule.MONTH_TOO_OLD).intValue();
        this.accepted = accepted;
        this.subjectRules = switch (table.subject()) {
            case MEASURES -> new MeasureRules(this);
            case FINANCE -> new FinanceRules(this, rules.tolerance(Rule.VARIANCE_DISAGREES));
            case DISTRIBUTION -> new DistributionRules(this, rules.tolerance(Rule.SHARES_DO_NOT_ADD_UP));
            case AUDIT_OPINIONS -> new AuditRules(this);
            case PROJECTS -> new ProjectRules(this);
        };
    }

    /**
     * Whether a blank cell is no row at all: its month has not come yet, or months stand across and the measure is not
     * due in that month.
     */
    boolean isNotDue(ExtractedRow row) {
        Optional<ReportingMonth> about = row.value(Field.QUARTER).isPresent()
                ? quarter(row).map(FiscalQuarter::lastMonth)
                : row.value(Field.MONTH).flatMap(months::of);
        if (about.isEmpty()
                || FIGURES.stream().anyMatch(field -> row.value(field).isPresent())) {
            return false;
        }
        return about.get().isAfter(month) || table.isAcross() && subjectRules.isNotDue(row, about.get());
    }

    /** @param number which row of the return it is */
    void judge(ExtractedRow row, int number) {
        begin();
        judgeAlone(row).ifPresent(statement -> take(statement, number));
        if (isRejected()) {
            rows.hold(number, row);
            rows.reject(number, rejecting);
        } else if (!rows.hasPassed(number)) {
            rows.hold(number, row);
            row.values().values().forEach(source -> undecided.put(source.cell(), number));
        }
    }

    /** The row's statement; empty when it was rejected, or when its subject judges rows together. */
    private Optional<Statement> judgeAlone(ExtractedRow row) {
        row.values().forEach((field, source) -> {
            if (source.value() instanceof CellValue.Unreadable unreadable && TEXTS.contains(field)) {
                raise(
                        Rule.UNREADABLE_TEXT,
                        row,
                        field,
                        "the " + field.word() + " is unreadable: "
                                + unreadable.fault().sentence() + ".");
            }
        });
        if (text(row, table.subject().lead()).isEmpty()) {
            raise(Rule.NAME_MISSING, row, table.subject().lead(), "the row has figures but no name.");
            subjectRules.lost();
            return Optional.empty();
        }
        if (row.value(Field.FIGURE).isPresent()) {
            raise(
                    Rule.NAME_MISSING,
                    row,
                    Field.FIGURE,
                    "'%s' is none of Numerator, Denominator and Value."
                            .formatted(quoted(text(row, Field.FIGURE).orElse(""))));
            return Optional.empty();
        }
        Optional<Organisation> organisation = organisation(row);
        Optional<ReportingMonth> rowMonth = row.value(Field.QUARTER).isPresent() ? lastMonthOfQuarter(row) : month(row);
        if (organisation.isEmpty() || rowMonth.isEmpty()) {
            subjectRules.lost();
            spokenOf(row, organisation);
            return Optional.empty();
        }
        if (rowMonth.get().equals(month)) {
            spokenOf(row, organisation);
        }
        return subjectRules
                .judge(row, organisation.get().code(), rowMonth.get())
                .filter(statement -> !isRejected());
    }

    /** What a row of measures is about is not missing, whether or not the row passes. */
    private void spokenOf(ExtractedRow row, Optional<Organisation> organisation) {
        if (table.subject() != Subject.MEASURES) {
            return;
        }
        text(row, Field.MEASURE).flatMap(names::measure).ifPresent(completeness::measure);
        if (table.namesOrganisations()) {
            organisation.map(Organisation::code).ifPresent(completeness::organisation);
        }
    }

    /** Rows that could only be judged together. */
    void finish() {
        subjectRules.finish().forEach(statement -> {
            begin();
            int number = Optional.ofNullable(undecided.get(statement.place())).orElseThrow();
            take(statement, number);
            if (isRejected()) {
                rows.reject(number, rejecting);
            }
        });
    }

    /** What is raised from now on is raised for one row, or for several that are judged together. */
    void begin() {
        raised.clear();
        rejecting.clear();
    }

    /** Keeps out rows that were judged together, by the addresses of their cells, for what was raised. */
    void rejectTogether(List<String> cells) {
        Set<Rule> rules = isRejected() ? rejecting : raised;
        cells.forEach(cell -> Optional.ofNullable(undecided.get(cell)).ifPresent(number -> rows.reject(number, rules)));
    }

    private void take(Statement statement, int number) {
        switch (stated.standing(statement)) {
            case FIRST -> {
                stated.take(statement, number);
                rows.pass(number);
                if (statement instanceof Statement.MeasureStatement) {
                    accepted.accept(statement);
                }
            }
            case REPEATED -> {
                raise(
                        Rule.SAME_ROW_TWICE,
                        statement.place(),
                        statement.about().code(),
                        "%s for %s stands at %s already."
                                .formatted(statement.about().code(), statement.period(), stated.firstPlace(statement)),
                        matter(statement));
                if (!isRejected()) {
                    stated.repeat(statement, number);
                    rows.pass(number);
                }
            }
            case CONTRADICTED -> {
                stated.contradict(statement).forEach(taken -> rows.reject(taken, Set.of(Rule.CONTRADICTING_ROWS)));
                raise(
                        Rule.CONTRADICTING_ROWS,
                        statement.place(),
                        statement.about().code(),
                        "%s for %s says something else at %s; neither was loaded."
                                .formatted(statement.about().code(), statement.period(), stated.firstPlace(statement)),
                        matter(statement));
            }
        }
    }

    /** Whether an ERROR was raised for the row at hand. */
    boolean isRejected() {
        return !rejecting.isEmpty();
    }

    private Optional<Organisation> organisation(ExtractedRow row) {
        Optional<String> stated = text(row, Field.ORGANISATION);
        if (stated.isEmpty() && table.namesOrganisations()) {
            raise(Rule.UNKNOWN_ORGANISATION, row, Field.ORGANISATION, "the row names no organisation.");
            return Optional.empty();
        }
        String name = stated.orElse(due.organisationCode());
        Optional<Organisation> organisation = names.organisation(name);
        if (organisation.isEmpty()) {
            raise(Rule.UNKNOWN_ORGANISATION, row, Field.ORGANISATION, "'" + quoted(name) + "' is no organisation.");
        }
        return organisation;
    }

    private Optional<ReportingMonth> month(ExtractedRow row) {
        Optional<SourcedValue> source = row.value(Field.MONTH);
        if (source.isEmpty()) {
            raise(Rule.UNREADABLE_MONTH, row, Field.MONTH, "the row names no month.");
            return Optional.empty();
        }
        Optional<ReportingMonth> stated = months.of(source.get());
        if (stated.isEmpty()) {
            String found = quoted(CellWords.of(source.get().value()));
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
        if (stated.get().index() < oldestIndex && !table.isAcross()) {
            raise(
                    Rule.MONTH_TOO_OLD,
                    row,
                    Field.MONTH,
                    "the row is about %s, %d months before the return's month %s."
                            .formatted(
                                    stated.get().longLabel(),
                                    month.index() - stated.get().index(),
                                    month.longLabel()));
            return Optional.empty();
        }
        return stated;
    }

    Completeness completeness() {
        return completeness;
    }

    /** Whether the layout says how figures of the field are written. */
    boolean hasDeclaredUnit(ExtractedRow row, Field field) {
        return table.units().containsKey(field)
                || row.value(field).map(source -> !source.unit().isEmpty()).orElse(false);
    }

    /** A quarter is known by its last month, which may not lie after the return's: it would not be over. */
    private Optional<ReportingMonth> lastMonthOfQuarter(ExtractedRow row) {
        Optional<FiscalQuarter> stated = quarter(row);
        if (stated.isEmpty()) {
            String found = quoted(text(row, Field.QUARTER).orElse(""));
            raise(
                    Rule.UNREADABLE_MONTH,
                    row,
                    Field.QUARTER,
                    "'" + found + "' is no quarter that can be read for certain.");
            return Optional.empty();
        }
        ReportingMonth last = stated.get().lastMonth();
        if (last.isAfter(month)) {
            raise(
                    Rule.MONTH_AFTER_RETURN,
                    row,
                    Field.QUARTER,
                    "the row is about %s, which ends after the return's month %s."
                            .formatted(stated.get().label(), month.longLabel()));
            return Optional.empty();
        }
        return Optional.of(last);
    }

    /** The quarter that the row is about; empty where it is about a month. */
    Optional<FiscalQuarter> quarter(ExtractedRow row) {
        return text(row, Field.QUARTER).flatMap(FiscalQuarter::read);
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
        return figure(row, field, scale, Optional.empty());
    }

    /**
     * The same for a measure of that unit. A column of fractions holds percentages as 0.87; its figures of other measures
     * are as they stand. Other units must fit the measure: a count in a row of percentages is a fault.
     */
    Optional<StatedFigure> figure(ExtractedRow row, Field field, StatedFigure.Scale scale, Optional<Unit> measure) {
        if (row.value(field).isEmpty()) {
            return Optional.empty();
        }
        SourcedValue source = row.value(field).get();
        Optional<String> rowUnit = UNIT_OF_ROW.contains(field) ? text(row, Field.UNIT) : Optional.empty();
        String words = rowUnit.orElse(source.unit());
        Optional<FigureUnit> unit = FigureUnit.of(words);
        boolean fits = unit.map(each -> each.fits(scale, measure)).orElse(words.isEmpty());
        if (!fits && (rowUnit.isPresent() || !unit.map(FigureUnit::isPlain).orElse(false))) {
            raise(
                    Rule.NOT_A_NUMBER,
                    row,
                    rowUnit.isPresent() ? Field.UNIT : field,
                    "'" + quoted(words) + "' is no unit that this figure can be written in.");
            return Optional.empty();
        }
        boolean fraction = fits && unit.equals(Optional.of(FigureUnit.FRACTION));
        StatedFigure figure = StatedFigure.read(
                source, fraction ? StatedFigure.Scale.FRACTION : scale, writing.codes(field), writing.style());
        if (figure instanceof StatedFigure.Fault fault) {
            raise(fault.rule(), row, field, fault.message());
            return Optional.empty();
        }
        BigDecimal factor = fits ? unit.map(FigureUnit::factor).orElse(BigDecimal.ONE) : BigDecimal.ONE;
        if (factor.compareTo(BigDecimal.ONE) != 0 && figure instanceof StatedFigure.Number number) {
            if (number.saysItsScale()) {
                raise(
                        Rule.NOT_A_NUMBER,
                        row,
                        field,
                        "'%s' says its own scale, and the layout says '%s'.".formatted(quoted(number.text()), words));
                return Optional.empty();
            }
            return Optional.of(number.times(factor));
        }
        return Optional.of(figure);
    }

    /** The number in the field's cell; empty when it is blank, a status or at fault. */
    Optional<StatedFigure.Number> number(ExtractedRow row, Field field, StatedFigure.Scale scale) {
        return figure(row, field, scale).flatMap(StatedFigure::number);
    }

    FigureWriting writing() {
        return writing;
    }

    /** The note of a mark: from beneath the table, or else the row's own comment. */
    String footnote(ExtractedRow row, String mark) {
        String comment = text(row, Field.COMMENT).orElse("");
        if (mark.isEmpty()) {
            return comment;
        }
        String note = Optional.ofNullable(table.footnotes().get(FootnoteMark.shared(mark)))
                .orElse(comment);
        if (note.isEmpty()) {
            raise(
                    Rule.MARK_WITHOUT_NOTE,
                    row,
                    Field.VALUE,
                    "the mark '" + quoted(mark) + "' has no note in the return.");
        }
        return note;
    }

    /** Words of the return as a message repeats them. */
    static String quoted(String words) {
        return CellWords.quoted(words);
    }

    /** Raises an issue at the field's cell; an ERROR rejects the row at hand. */
    void raise(Rule rule, ExtractedRow row, Field field, String message) {
        String found =
                row.value(field).map(source -> CellWords.of(source.value())).orElse("");
        raise(rule, row.cellOf(field), found, message, matter(row, field));
    }

    /** Raises an issue about its place and says whether it rejects what it is about. */
    boolean raise(Rule rule, String cell, String found, String message) {
        return note(rule, log.raise(rule, sheet(), cell, found, message));
    }

    /** Raises an issue and says whether it rejects what it is about. */
    boolean raise(Rule rule, String cell, String found, String message, Issue.Matter matter) {
        return note(rule, log.raise(rule, sheet(), cell, found, message, matter));
    }

    private boolean note(Rule rule, Severity severity) {
        raised.add(rule);
        boolean rejects = severity == Severity.ERROR || severity == Severity.REFUSE;
        if (rejects) {
            rejecting.add(rule);
        }
        return rejects;
    }

    /** The field of a row, by what the row is about; a row without a name is about its place. */
    private Issue.Matter matter(ExtractedRow row, Field field) {
        String grounds = FIGURES.stream()
                .map(each -> row.value(each)
                        .map(source -> CellWords.of(source.value()))
                        .orElse(""))
                .collect(Collectors.joining("|"));
        Optional<String> lead = text(row, table.subject().lead());
        if (lead.isEmpty()) {
            return Issue.Matter.atPlace(sheet(), row.cellOf(field), grounds);
        }
        String organisation = text(row, Field.ORGANISATION).orElse(due.organisationCode());
        return new Issue.Matter(
                String.join(
                        "|",
                        table.subject().word(),
                        FoldedName.of(text(row, Field.SCHEME).orElse("")).text(),
                        FoldedName.of(lead.get()).text(),
                        names.organisation(organisation).map(Organisation::code).orElse(organisation),
                        row.value(Field.MONTH)
                                .flatMap(months::of)
                                .map(ReportingMonth::toString)
                                .or(() -> text(row, Field.MONTH))
                                .orElse(""),
                        field.word()),
                grounds);
    }

    static Issue.Matter matter(Statement statement) {
        Statement.About about = statement.about();
        return new Issue.Matter(
                String.join(
                        "|",
                        about.kind(),
                        about.code(),
                        about.organisationCode(),
                        about.month().toString()),
                statement.said());
    }
}
