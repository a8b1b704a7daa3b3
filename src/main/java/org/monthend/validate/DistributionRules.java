package org.monthend.validate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Category;
import org.monthend.extract.ExtractedRow;
import org.monthend.extract.Field;
import org.monthend.validate.Statement.DistributionStatement;

/**
 * A distribution over the categories of a scheme. Where counts are given, the shares are computed from them, so the
 * rows can only be judged together.
 */
final class DistributionRules implements SubjectRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TableJudge table;
    private final BigDecimal tolerance;
    private final List<Row> rows = new ArrayList<>();

    /** @param tolerance percentage points by which rounded shares may miss 100% */
    DistributionRules(TableJudge table, BigDecimal tolerance) {
        this.table = table;
        this.tolerance = tolerance;
    }

    @Override
    public Optional<Statement> judge(ExtractedRow row, String organisationCode, ReportingMonth month) {
        String name = table.text(row, Field.CATEGORY).orElseThrow();
        String scheme = table.text(row, Field.SCHEME).orElse("");
        Optional<Category> category = table.names().category(scheme, name);
        if (category.isEmpty()) {
            table.raise(
                    Rule.UNKNOWN_CATEGORY, row, Field.CATEGORY, "'%s' is no category of %s.".formatted(name, scheme));
            return Optional.empty();
        }
        Optional<BigDecimal> count = number(row, Field.COUNT, StatedFigure.Scale.PLAIN);
        Optional<BigDecimal> share = number(row, Field.SHARE, StatedFigure.Scale.PERCENT);
        if (count.isEmpty() && share.isEmpty()) {
            table.raise(
                    Rule.NOTHING_STATED,
                    row,
                    Field.CATEGORY,
                    "%s has neither a number nor a share."
                            .formatted(category.get().name()));
            return Optional.empty();
        }
        String cell = row.cellOf(count.isPresent() ? Field.COUNT : Field.SHARE);
        if (count.or(() -> share).orElseThrow().signum() < 0) {
            table.raise(
                    Rule.NEGATIVE_FIGURE,
                    cell,
                    "",
                    "%s is negative.".formatted(category.get().name()));
            return Optional.empty();
        }
        rows.add(new Row(category.get(), organisationCode, month, count, share, cell));
        return Optional.empty();
    }

    @Override
    public Stream<Statement> finish() {
        if (rows.isEmpty()) {
            return Stream.empty();
        }
        boolean counted = rows.stream().allMatch(row -> row.count().isPresent());
        BigDecimal total = rows.stream()
                .map(row -> (counted ? row.count() : row.share()).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Row last = rows.get(rows.size() - 1);
        if (counted && total.signum() == 0) {
            table.raise(
                    Rule.NOTHING_STATED,
                    last.cell(),
                    "0",
                    "no case was counted in any category, so there are no shares.");
            return Stream.empty();
        }
        if (!counted && total.subtract(HUNDRED).abs().compareTo(tolerance) > 0) {
            table.raise(
                    Rule.SHARES_DO_NOT_ADD_UP,
                    last.cell(),
                    total.toPlainString(),
                    "the shares add up to %s%%."
                            .formatted(total.setScale(1, RoundingMode.HALF_UP).toPlainString()));
        }
        return rows.stream()
                .map(row -> new DistributionStatement(
                        row.category().scheme(),
                        row.category().code(),
                        row.organisationCode(),
                        row.month(),
                        row.count(),
                        counted
                                ? HUNDRED.multiply(row.count().orElseThrow()).divide(total, MathContext.DECIMAL128)
                                : row.share().orElse(BigDecimal.ZERO),
                        table.sheet(),
                        row.cell()));
    }

    private Optional<BigDecimal> number(ExtractedRow row, Field field, StatedFigure.Scale scale) {
        return table.figure(row, field, scale)
                .filter(StatedFigure.Number.class::isInstance)
                .map(figure -> ((StatedFigure.Number) figure).value());
    }

    private record Row(
            Category category,
            String organisationCode,
            ReportingMonth month,
            Optional<BigDecimal> count,
            Optional<BigDecimal> share,
            String cell) {}
}
