package org.monthend.validate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Unit;
import org.monthend.extract.CellWords;
import org.monthend.extract.ExtractedRow;
import org.monthend.extract.Field;
import org.monthend.validate.Statement.MeasureStatement;
import org.monthend.validate.Statement.QuarterStatement;

/** A row of a measures table: numerator and denominator, or a value, or a status. */
final class MeasureRules implements SubjectRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What may be said of one part of a fraction while the other is a number. */
    private static final Set<MissingReason> PART_UNKNOWN =
            EnumSet.of(MissingReason.SUPPRESSED, MissingReason.NOT_AVAILABLE, MissingReason.NOT_APPLICABLE);

    private final TableJudge table;
    private final ColumnScales scales = new ColumnScales();

    MeasureRules(TableJudge table) {
        this.table = table;
    }

    @Override
    public boolean isNotDue(ExtractedRow row, ReportingMonth month) {
        return !month.endsQuarter()
                && table.text(row, Field.MEASURE)
                        .flatMap(table.names()::measure)
                        .map(measure -> measure.frequency() == Frequency.QUARTERLY)
                        .orElse(false);
    }

    @Override
    public Optional<Statement> judge(ExtractedRow row, String organisationCode, ReportingMonth month) {
        String name = table.text(row, Field.MEASURE).orElseThrow();
        Optional<Measure> known = table.names().measure(name);
        if (known.isEmpty()) {
            table.raise(
                    Rule.UNKNOWN_MEASURE,
                    row,
                    Field.MEASURE,
                    "'" + TableJudge.quoted(name) + "' is no measure of the catalogue.");
            return Optional.empty();
        }
        Measure measure = known.get();
        Cells cells = new Cells(
                table.figure(row, Field.VALUE, scaleOf(measure), Optional.of(measure.unit())),
                statusColumn(row),
                table.figure(row, Field.NUMERATOR, StatedFigure.Scale.PLAIN),
                table.figure(row, Field.REMAINDER, StatedFigure.Scale.PLAIN),
                table.figure(row, Field.DENOMINATOR, StatedFigure.Scale.PLAIN));
        if (table.isRejected()) {
            return Optional.empty();
        }
        Optional<Figure> figure = cells.hasStatus() ? missing(row, cells) : reported(row, measure, month, cells);
        if (figure.isEmpty()) {
            return Optional.empty();
        }
        noteScale(row, measure, cells);
        String mark = cells.mark();
        Optional<FiscalQuarter> quarter = table.quarter(row);
        if (quarter.isPresent()) {
            return Optional.of(new QuarterStatement(
                    measure.code(),
                    organisationCode,
                    quarter.get(),
                    figure.get(),
                    cells.text(),
                    mark,
                    table.footnote(row, mark),
                    table.sheet(),
                    row.cellOf(row.value(Field.VALUE).isPresent() ? Field.VALUE : Field.NUMERATOR)));
        }
        return Optional.of(new MeasureStatement(
                measure.code(),
                organisationCode,
                month,
                number(cells.numerator()),
                number(cells.denominator()),
                number(cells.value()),
                figure.get(),
                cells.text(),
                mark,
                table.footnote(row, mark),
                table.sheet(),
                row.value(Field.NUMERATOR).isPresent()
                        ? row.addressOf(Field.NUMERATOR)
                        : row.addressOf(Field.REMAINDER),
                row.addressOf(Field.DENOMINATOR),
                row.value(Field.VALUE).isPresent() ? row.addressOf(Field.VALUE) : row.addressOf(Field.STATUS)));
    }

    /** A column of the sheet is written in one way, unless its layout says in which. */
    private void noteScale(ExtractedRow row, Measure measure, Cells cells) {
        if (measure.unit() == Unit.PERCENT && !table.hasDeclaredUnit(row, Field.VALUE)) {
            boolean settled = number(cells.numerator()).isPresent()
                    && number(cells.denominator()).isPresent();
            row.value(Field.VALUE)
                    .ifPresent(
                            source -> number(cells.value()).ifPresent(percent -> scales.see(source, percent, settled)));
        }
    }

    @Override
    public Stream<Statement> finish() {
        scales.mixed((below, above) -> table.raise(
                Rule.MIXED_SCALES,
                below.cell(),
                CellWords.of(below.value()),
                "'%s' stands in one column with '%s' in %s, so it may be a percentage below 1 or one of 100 times as much."
                        .formatted(
                                TableJudge.quoted(CellWords.of(below.value())),
                                TableJudge.quoted(CellWords.of(above.value())),
                                above.cell())));
        return Stream.empty();
    }

    private Optional<StatedFigure> statusColumn(ExtractedRow row) {
        Optional<StatedFigure> read = row.value(Field.STATUS)
                .map(source -> StatedFigure.read(
                        source, StatedFigure.Scale.PLAIN, table.writing().codes(Field.STATUS)));
        if (read.isPresent() && !(read.get() instanceof StatedFigure.Status)) {
            String word = table.text(row, Field.STATUS).orElse("");
            table.raise(
                    Rule.UNKNOWN_STATUS,
                    row,
                    Field.STATUS,
                    "'" + TableJudge.quoted(word) + "' is no status that the layout knows.");
        }
        return read;
    }

    /** One reason why there is no figure, and no figure beside it. */
    private Optional<Figure> missing(ExtractedRow row, Cells cells) {
        List<StatedFigure.Status> statuses = cells.statuses();
        StatedFigure.Status first = statuses.get(0);
        Optional<StatedFigure.Status> another = statuses.stream()
                .filter(status -> status.reason() != first.reason())
                .findFirst();
        if (cells.hasNumber() && !cells.isPartUnknown() || another.isPresent()) {
            Field field = Stream.of(Field.STATUS, Field.VALUE, Field.NUMERATOR, Field.REMAINDER, Field.DENOMINATOR)
                    .filter(each -> cells.at(each).filter(first::equals).isPresent())
                    .findFirst()
                    .orElse(Field.STATUS);
            table.raise(
                    Rule.FIGURE_AND_STATUS,
                    row,
                    field,
                    another.map(other -> "the row says both '%s' and '%s'.".formatted(first.text(), other.text()))
                            .orElse("the row has a figure and the status '%s'.".formatted(first.text())));
            return Optional.empty();
        }
        return Optional.of(Figure.missing(first.reason()));
    }

    private Optional<Figure> reported(ExtractedRow row, Measure measure, ReportingMonth month, Cells cells) {
        Optional<BigDecimal> numerator = number(cells.numerator());
        Optional<BigDecimal> denominator = number(cells.denominator());
        if (!cells.hasNumber() && table.writing().blank().isPresent()) {
            return table.writing().blank().map(Figure::missing);
        }
        if (!cells.hasNumber()) {
            table.raise(
                    Rule.NOTHING_STATED,
                    row,
                    Field.MEASURE,
                    "%s has no figure for %s."
                            .formatted(
                                    measure.name(),
                                    table.quarter(row).map(FiscalQuarter::label).orElseGet(month::label)));
            return Optional.empty();
        }
        if (measure.frequency() == Frequency.QUARTERLY && !month.endsQuarter()) {
            table.raise(
                    Rule.NOT_A_QUARTER_END,
                    row,
                    Field.MONTH,
                    "%s is reported by the quarter, and %s ends none.".formatted(measure.name(), month.longLabel()));
            return Optional.empty();
        }
        if (!isFraction(measure)) {
            return counted(row, measure, cells);
        }
        if (numerator.isPresent() != denominator.isPresent()) {
            Field missing = numerator.isPresent() ? Field.DENOMINATOR : Field.NUMERATOR;
            table.raise(
                    Rule.FRACTION_INCOMPLETE, row, missing, "%s has no %s.".formatted(measure.name(), missing.word()));
            return Optional.empty();
        }
        return numerator.isPresent()
                ? fraction(row, measure, numerator.get(), denominator.orElseThrow(), cells.value())
                : alone(row, measure, number(cells.value()).orElseThrow());
    }

    /** A measure that is no fraction: its figure stands as the value or as what is counted, never both differently. */
    private Optional<Figure> counted(ExtractedRow row, Measure measure, Cells cells) {
        if (cells.denominator().isPresent()) {
            table.raise(
                    Rule.FRACTION_INCOMPLETE,
                    row,
                    Field.DENOMINATOR,
                    "%s is no fraction, yet it has a denominator.".formatted(measure.name()));
            return Optional.empty();
        }
        Optional<BigDecimal> numerator = number(cells.numerator());
        if (numerator.isPresent()
                && cells.value().isPresent()
                && cells.value().get() instanceof StatedFigure.Number stated) {
            BigDecimal gap = stated.value().subtract(numerator.get()).abs();
            if (gap.compareTo(stated.halfWidth()) > 0) {
                table.raise(
                        Rule.VALUE_DISAGREES,
                        row,
                        Field.VALUE,
                        "'%s' is stated, but %s was counted."
                                .formatted(stated.text(), numerator.get().toPlainString()));
            }
        }
        return alone(row, measure, numerator.or(() -> number(cells.value())).orElseThrow());
    }

    private Optional<Figure> fraction(
            ExtractedRow row,
            Measure measure,
            BigDecimal numerator,
            BigDecimal denominator,
            Optional<StatedFigure> value) {
        if (denominator.signum() <= 0) {
            table.raise(
                    Rule.DENOMINATOR_NOT_POSITIVE,
                    row,
                    Field.DENOMINATOR,
                    "the denominator of %s is %s.".formatted(measure.name(), denominator.toPlainString()));
            return Optional.empty();
        }
        if (numerator.signum() < 0) {
            table.raise(
                    Rule.NEGATIVE_FIGURE,
                    row,
                    Field.NUMERATOR,
                    "the numerator of %s is %s.".formatted(measure.name(), numerator.toPlainString()));
        } else if (measure.unit() == Unit.PERCENT && numerator.compareTo(denominator) > 0) {
            table.raise(
                    Rule.NUMERATOR_ABOVE_DENOMINATOR,
                    row,
                    Field.NUMERATOR,
                    "%s of %s would be more than 100%%."
                            .formatted(numerator.toPlainString(), denominator.toPlainString()));
        }
        BigDecimal computed =
                measure.unit().multiplier().multiply(numerator).divide(denominator, MathContext.DECIMAL128);
        if (value.isPresent() && value.get() instanceof StatedFigure.Number stated) {
            BigDecimal gap = computed.subtract(stated.value()).abs();
            if (gap.compareTo(stated.halfWidth()) > 0) {
                table.raise(
                        Rule.VALUE_DISAGREES,
                        row,
                        Field.VALUE,
                        "'%s' is stated, but %s over %s gives %s."
                                .formatted(
                                        stated.text(),
                                        numerator.toPlainString(),
                                        denominator.toPlainString(),
                                        computed.setScale(measure.decimals() + 1, RoundingMode.HALF_UP)
                                                .toPlainString()));
            }
        }
        return Optional.of(Figure.of(computed));
    }

    private Optional<Figure> alone(ExtractedRow row, Measure measure, BigDecimal value) {
        Field field = row.value(Field.VALUE).isPresent() ? Field.VALUE : Field.NUMERATOR;
        if (measure.unit() == Unit.PERCENT && (value.signum() < 0 || value.compareTo(HUNDRED) > 0)) {
            table.raise(
                    Rule.PERCENTAGE_OUT_OF_RANGE,
                    row,
                    field,
                    "%s%% is no share of anything.".formatted(value.toPlainString()));
        } else if (value.signum() < 0) {
            table.raise(Rule.NEGATIVE_FIGURE, row, field, "%s is %s.".formatted(measure.name(), value.toPlainString()));
        }
        return Optional.of(Figure.of(value));
    }

    private static boolean isFraction(Measure measure) {
        return measure.aggregation().isRatio() || !measure.denominator().isEmpty();
    }

    private static StatedFigure.Scale scaleOf(Measure measure) {
        return measure.unit() == Unit.PERCENT ? StatedFigure.Scale.PERCENT : StatedFigure.Scale.PLAIN;
    }

    private static Optional<BigDecimal> number(Optional<StatedFigure> figure) {
        return figure.flatMap(StatedFigure::number).map(StatedFigure.Number::value);
    }

    /** What a row says in its cells, the one that says most first. */
    private static final class Cells {

        private final Optional<StatedFigure> value;
        private final Optional<StatedFigure> status;
        private final Optional<StatedFigure> numerator;
        private final Optional<StatedFigure> remainder;
        private final Optional<StatedFigure> denominator;
        private final List<StatedFigure> all = new ArrayList<>(4);

        Cells(
                Optional<StatedFigure> value,
                Optional<StatedFigure> status,
                Optional<StatedFigure> numerator,
                Optional<StatedFigure> remainder,
                Optional<StatedFigure> denominator) {
            this.value = value;
            this.status = status;
            this.numerator = numerator;
            this.remainder = remainder;
            this.denominator = denominator;
            value.ifPresent(all::add);
            status.ifPresent(all::add);
            numerator.ifPresent(all::add);
            remainder.ifPresent(all::add);
            denominator.ifPresent(all::add);
        }

        Optional<StatedFigure> value() {
            return value;
        }

        /** What is counted, or else the denominator without those that are not. */
        Optional<StatedFigure> numerator() {
            return numerator.or(() -> remainder
                    .flatMap(StatedFigure::number)
                    .flatMap(left -> denominator.flatMap(StatedFigure::number).map(whole -> whole.without(left))));
        }

        Optional<StatedFigure> denominator() {
            return denominator;
        }

        Optional<StatedFigure> at(Field field) {
            return switch (field) {
                case VALUE -> value;
                case STATUS -> status;
                case NUMERATOR -> numerator;
                case REMAINDER -> remainder;
                case DENOMINATOR -> denominator;
                default -> Optional.empty();
            };
        }

        List<StatedFigure.Status> statuses() {
            return all.stream()
                    .filter(StatedFigure.Status.class::isInstance)
                    .map(StatedFigure.Status.class::cast)
                    .toList();
        }

        /**
         * Whether one part of a fraction is known and the other is not: of 12 attendances too few to be told were late. The
         * same holds where there is nothing, and the other part says 0.
         */
        boolean isPartUnknown() {
            boolean valueStated = value.flatMap(StatedFigure::number).isPresent();
            return !valueStated
                    && (statuses().stream().allMatch(each -> PART_UNKNOWN.contains(each.reason()))
                            || all.stream()
                                    .flatMap(each -> each.number().stream())
                                    .allMatch(each -> each.value().signum() == 0));
        }

        boolean hasStatus() {
            return holds(StatedFigure.Status.class);
        }

        boolean hasNumber() {
            return holds(StatedFigure.Number.class);
        }

        private boolean holds(Class<? extends StatedFigure> kind) {
            for (StatedFigure each : all) {
                if (kind.isInstance(each)) {
                    return true;
                }
            }
            return false;
        }

        /** The footnote's mark at any of the cells. */
        String mark() {
            for (StatedFigure each : all) {
                if (!each.mark().isEmpty()) {
                    return each.mark();
                }
            }
            return "";
        }

        /** What the value's cell shows, or else the status. */
        String text() {
            return value.or(() ->
                            statuses().stream().map(StatedFigure.class::cast).findFirst())
                    .map(StatedFigure::text)
                    .orElse("");
        }
    }
}
