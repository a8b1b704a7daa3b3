package org.monthend.validate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;
import org.monthend.extract.ExtractedRow;
import org.monthend.extract.Field;
import org.monthend.validate.Statement.MeasureStatement;

/** A row of a measures table: numerator and denominator, or a value, or a status. */
final class MeasureRules implements SubjectRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TableJudge table;
    private final Set<MeasureRow> contradicted;
    private final Map<MeasureRow, FirstSeen> seen = new HashMap<>();

    MeasureRules(TableJudge table, Set<MeasureRow> contradicted) {
        this.table = table;
        this.contradicted = contradicted;
    }

    @Override
    public Optional<Statement> judge(ExtractedRow row, String organisationCode, ReportingMonth month) {
        String name = table.text(row, Field.MEASURE).orElseThrow();
        Optional<Measure> known = table.names().measure(name);
        if (known.isEmpty()) {
            table.raise(Rule.UNKNOWN_MEASURE, row, Field.MEASURE, "'" + name + "' is no measure of the catalogue.");
            return Optional.empty();
        }
        Measure measure = known.get();
        Optional<StatedFigure> numerator = table.figure(row, Field.NUMERATOR, StatedFigure.Scale.PLAIN);
        Optional<StatedFigure> denominator = table.figure(row, Field.DENOMINATOR, StatedFigure.Scale.PLAIN);
        Optional<StatedFigure> value = table.figure(row, Field.VALUE, scaleOf(measure));
        Optional<StatedFigure.Status> status = statusOf(row, numerator, denominator, value);
        Optional<BigDecimal> top = number(numerator);
        Optional<BigDecimal> bottom = number(denominator);
        Optional<BigDecimal> stated = number(value);
        String mark =
                markOf(value).or(() -> status.map(StatedFigure.Status::mark)).orElse("");
        Optional<Figure> figure = figureOf(row, measure, month, top, bottom, value, status);
        if (figure.isEmpty()) {
            return Optional.empty();
        }
        MeasureStatement statement = new MeasureStatement(
                measure.code(),
                organisationCode,
                month,
                top,
                bottom,
                stated,
                figure.get(),
                textOf(value).or(() -> status.map(StatedFigure.Status::text)).orElse(""),
                mark,
                table.footnote(row, mark),
                table.sheet(),
                cell(row, Field.NUMERATOR),
                cell(row, Field.DENOMINATOR),
                row.value(Field.VALUE).isPresent() ? cell(row, Field.VALUE) : cell(row, Field.STATUS));
        return standsOnce(row, measure, statement) ? Optional.of(statement) : Optional.empty();
    }

    private Optional<Figure> figureOf(
            ExtractedRow row,
            Measure measure,
            ReportingMonth month,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            Optional<StatedFigure> value,
            Optional<StatedFigure.Status> status) {
        Optional<BigDecimal> stated = number(value);
        boolean hasNumber = numerator.isPresent() || denominator.isPresent() || stated.isPresent();
        if (status.isPresent()) {
            if (hasNumber) {
                table.raise(
                        Rule.FIGURE_AND_STATUS,
                        row,
                        Field.STATUS,
                        "the row has a figure and the status '%s'."
                                .formatted(status.get().text()));
                return Optional.empty();
            }
            return Optional.of(Figure.missing(status.get().reason()));
        }
        if (!hasNumber) {
            boolean blank = row.value(Field.NUMERATOR).isEmpty()
                    && row.value(Field.DENOMINATOR).isEmpty()
                    && row.value(Field.VALUE).isEmpty()
                    && row.value(Field.STATUS).isEmpty();
            if (blank) {
                table.raise(
                        Rule.NOTHING_STATED,
                        row,
                        Field.MEASURE,
                        "%s has no figure for %s.".formatted(measure.name(), month.label()));
            }
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
        if (measure.aggregation().isRatio() && (numerator.isPresent() != denominator.isPresent())) {
            Field missing = numerator.isPresent() ? Field.DENOMINATOR : Field.NUMERATOR;
            table.raise(
                    Rule.FRACTION_INCOMPLETE, row, missing, "%s has no %s.".formatted(measure.name(), missing.word()));
            return Optional.empty();
        }
        if (numerator.isPresent() && denominator.isPresent()) {
            return fraction(row, measure, numerator.get(), denominator.get(), value);
        }
        BigDecimal alone = stated.or(() -> numerator).orElseThrow();
        return inRange(row, measure, alone) ? Optional.of(Figure.of(alone)) : Optional.empty();
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
            return Optional.empty();
        }
        if (measure.unit() == Unit.PERCENT && numerator.compareTo(denominator) > 0) {
            table.raise(
                    Rule.NUMERATOR_ABOVE_DENOMINATOR,
                    row,
                    Field.NUMERATOR,
                    "%s of %s would be more than 100%%."
                            .formatted(numerator.toPlainString(), denominator.toPlainString()));
            return Optional.empty();
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
                                        computed.setScale(measure.decimals() + 1, RoundingMode.HALF_UP)));
                return Optional.empty();
            }
        }
        return Optional.of(Figure.of(computed));
    }

    private boolean inRange(ExtractedRow row, Measure measure, BigDecimal value) {
        Field field = row.value(Field.VALUE).isPresent() ? Field.VALUE : Field.NUMERATOR;
        if (measure.unit() == Unit.PERCENT && (value.signum() < 0 || value.compareTo(HUNDRED) > 0)) {
            table.raise(
                    Rule.PERCENTAGE_OUT_OF_RANGE,
                    row,
                    field,
                    "%s%% is no share of anything.".formatted(value.toPlainString()));
            return false;
        }
        if (value.signum() < 0) {
            table.raise(Rule.NEGATIVE_FIGURE, row, field, "%s is %s.".formatted(measure.name(), value.toPlainString()));
            return false;
        }
        return true;
    }

    /** The status column, or a code where a figure would stand; one is enough. */
    private Optional<StatedFigure.Status> statusOf(
            ExtractedRow row,
            Optional<StatedFigure> numerator,
            Optional<StatedFigure> denominator,
            Optional<StatedFigure> value) {
        Optional<StatedFigure.Status> inCell = asStatus(value)
                .or(() -> asStatus(numerator)
                        .filter(status -> asStatus(denominator).isPresent() || denominator.isEmpty()));
        Optional<String> word = table.text(row, Field.STATUS);
        if (word.isEmpty()) {
            return inCell;
        }
        Optional<StatedFigure> read = row.value(Field.STATUS)
                .map(source -> StatedFigure.read(source, StatedFigure.Scale.PLAIN, table.codes()));
        if (read.isPresent() && read.get() instanceof StatedFigure.Status status) {
            boolean cellSaysMore = inCell.isPresent() && status.mark().isEmpty();
            return Optional.of(cellSaysMore ? inCell.get() : status);
        }
        table.raise(Rule.UNKNOWN_STATUS, row, Field.STATUS, "'" + word.get() + "' is no status that the layout knows.");
        return Optional.empty();
    }

    private boolean standsOnce(ExtractedRow row, Measure measure, MeasureStatement statement) {
        MeasureRow about = new MeasureRow(measure.code(), statement.organisationCode(), statement.month());
        String cell = row.cellOf(row.value(Field.VALUE).isPresent() ? Field.VALUE : Field.NUMERATOR);
        FirstSeen now = new FirstSeen(
                cell,
                Objects.hash(
                        plain(statement.numerator()),
                        plain(statement.denominator()),
                        plain(statement.figure().reportedValue()),
                        statement.figure().statusWord()));
        FirstSeen first = seen.putIfAbsent(about, now);
        if (first == null) {
            return true;
        }
        if (first.content() == now.content()) {
            table.raise(
                    Rule.SAME_ROW_TWICE,
                    cell,
                    measure.name(),
                    "%s for %s stands at %s already."
                            .formatted(measure.name(), statement.month().label(), first.cell()));
            return true;
        }
        contradicted.add(about);
        table.raise(
                Rule.CONTRADICTING_ROWS,
                cell,
                measure.name(),
                "%s for %s says something else at %s; neither was loaded."
                        .formatted(measure.name(), statement.month().label(), first.cell()));
        return false;
    }

    private static StatedFigure.Scale scaleOf(Measure measure) {
        return measure.unit() == Unit.PERCENT ? StatedFigure.Scale.PERCENT : StatedFigure.Scale.PLAIN;
    }

    private static Optional<BigDecimal> number(Optional<StatedFigure> figure) {
        return figure.filter(StatedFigure.Number.class::isInstance)
                .map(StatedFigure.Number.class::cast)
                .map(StatedFigure.Number::value);
    }

    private static Optional<StatedFigure.Status> asStatus(Optional<StatedFigure> figure) {
        return figure.filter(StatedFigure.Status.class::isInstance).map(StatedFigure.Status.class::cast);
    }

    private static Optional<String> markOf(Optional<StatedFigure> figure) {
        return figure.filter(StatedFigure.Number.class::isInstance)
                .map(StatedFigure.Number.class::cast)
                .map(StatedFigure.Number::mark);
    }

    private static Optional<String> textOf(Optional<StatedFigure> figure) {
        return figure.filter(StatedFigure.Number.class::isInstance)
                .map(StatedFigure.Number.class::cast)
                .map(StatedFigure.Number::text);
    }

    private static Optional<BigDecimal> plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::stripTrailingZeros);
    }

    private static String cell(ExtractedRow row, Field field) {
        return row.value(field).map(source -> source.cell()).orElse("");
    }

    /** Where a row stood first, and a digest of what it said. */
    private record FirstSeen(String cell, int content) {}
}
