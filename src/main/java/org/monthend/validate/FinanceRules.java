package org.monthend.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.FinanceLine;
import org.monthend.extract.CellWords;
import org.monthend.extract.ExtractedRow;
import org.monthend.extract.Field;
import org.monthend.extract.SourcedValue;
import org.monthend.validate.Statement.FinanceStatement;
import org.monthend.validate.Statement.FinanceStatement.Pounds;

/** A line of the finance return: budget, forecast, variance and spend in pounds, or progress in percent. */
final class FinanceRules implements SubjectRules {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final TableJudge table;
    private final BigDecimal tolerance;

    /** @param tolerance pounds by which a variance may lie outside what the rounded figures allow */
    FinanceRules(TableJudge table, BigDecimal tolerance) {
        this.table = table;
        this.tolerance = tolerance;
    }

    @Override
    public Optional<Statement> judge(ExtractedRow row, String organisationCode, ReportingMonth month) {
        String name = table.text(row, Field.LINE).orElseThrow();
        Optional<FinanceLine> known = table.names().financeLine(name);
        if (known.isEmpty()) {
            table.raise(
                    Rule.UNKNOWN_FINANCE_LINE,
                    row,
                    Field.LINE,
                    "'" + TableJudge.quoted(name) + "' is no line of the catalogue.");
            return Optional.empty();
        }
        FinanceLine line = known.get();
        boolean percent = line.kind() == FinanceLine.Kind.PERCENT;
        StatedFigure.Scale scale = percent ? StatedFigure.Scale.PERCENT : StatedFigure.Scale.POUNDS;
        Optional<StatedFigure> statedBudget = table.figure(row, Field.BUDGET, scale);
        Optional<StatedFigure> statedForecast = table.figure(row, Field.FORECAST, scale);
        Optional<StatedFigure> statedVariance = table.figure(row, Field.VARIANCE, scale);
        Optional<StatedFigure> statedSpend = table.figure(row, Field.SPEND_TO_DATE, scale);
        Optional<StatedFigure> statedCommitted = table.figure(row, Field.COMMITTED, scale);
        if (table.isRejected()) {
            return Optional.empty();
        }
        boolean nothing = percent
                ? statedForecast.isEmpty()
                : Stream.of(statedBudget, statedForecast, statedVariance, statedSpend, statedCommitted)
                        .allMatch(Optional::isEmpty);
        if (nothing) {
            table.raise(
                    Rule.NOTHING_STATED,
                    row,
                    Field.LINE,
                    "%s has no %s for %s.".formatted(line.name(), percent ? "progress" : "figure", month.label()));
            return Optional.empty();
        }
        Optional<StatedFigure.Number> budget = statedBudget.flatMap(StatedFigure::number);
        Optional<StatedFigure.Number> forecast = statedForecast.flatMap(StatedFigure::number);
        Optional<StatedFigure.Number> variance = statedVariance.flatMap(StatedFigure::number);
        dropStraySign(row, Field.BUDGET, budget);
        dropStraySign(row, Field.FORECAST, forecast);
        Optional<StatedFigure.Number> spend = statedSpend.flatMap(StatedFigure::number);
        Optional<StatedFigure.Number> committed = statedCommitted.flatMap(StatedFigure::number);
        dropStraySign(row, Field.SPEND_TO_DATE, spend);
        dropStraySign(row, Field.COMMITTED, committed);
        if (!percent && budget.isPresent() && forecast.isPresent() && variance.isPresent()) {
            checkVariance(row, budget.get(), forecast.get(), variance.get());
        }
        return Optional.of(new FinanceStatement(
                line.code(),
                organisationCode,
                month,
                percent ? Optional.empty() : value(budget),
                percent ? Optional.empty() : value(forecast),
                percent ? Optional.empty() : value(variance),
                percent ? value(forecast) : Optional.empty(),
                text(row, Field.BUDGET),
                text(row, Field.FORECAST),
                text(row, Field.VARIANCE),
                table.sheet(),
                row.addressOf(Field.BUDGET),
                row.addressOf(Field.FORECAST),
                row.addressOf(Field.VARIANCE),
                pounds(row, Field.SPEND_TO_DATE, percent ? Optional.empty() : spend),
                pounds(row, Field.COMMITTED, percent ? Optional.empty() : committed)));
    }

    private static Pounds pounds(ExtractedRow row, Field field, Optional<StatedFigure.Number> figure) {
        return new Pounds(value(figure), text(row, field), row.addressOf(field));
    }

    private void dropStraySign(ExtractedRow row, Field field, Optional<StatedFigure.Number> figure) {
        figure.filter(StatedFigure.Number::hasPlus)
                .ifPresent(number -> table.raise(
                        Rule.STRAY_SIGN,
                        row,
                        field,
                        "'%s' is no variance, yet it has a plus sign.".formatted(number.text())));
    }

    /** Budget and forecast are rounded, so their difference lies in an interval; the variance must meet it. */
    private void checkVariance(
            ExtractedRow row, StatedFigure.Number budget, StatedFigure.Number forecast, StatedFigure.Number variance) {
        BigDecimal difference = forecast.value().subtract(budget.value());
        BigDecimal slack = forecast.halfWidth().add(budget.halfWidth());
        BigDecimal gap = variance.value().subtract(difference).abs();
        if (gap.compareTo(slack.add(variance.halfWidth()).add(tolerance)) > 0) {
            table.raise(
                    Rule.VARIANCE_DISAGREES,
                    row,
                    Field.VARIANCE,
                    "%s less %s lies between %s and %s, but the variance is stated as %s."
                            .formatted(
                                    forecast.text(),
                                    budget.text(),
                                    inMillions(difference.subtract(slack)),
                                    inMillions(difference.add(slack)),
                                    variance.text()));
        }
    }

    private static Optional<BigDecimal> value(Optional<StatedFigure.Number> figure) {
        return figure.map(StatedFigure.Number::value);
    }

    private static String text(ExtractedRow row, Field field) {
        return row.value(field).map(SourcedValue::value).map(CellWords::of).orElse("");
    }

    private static String inMillions(BigDecimal pounds) {
        String sign = pounds.signum() < 0 ? "-" : "";
        return sign + "£" + pounds.abs().divide(MILLION, 2, RoundingMode.HALF_UP) + "M";
    }
}
