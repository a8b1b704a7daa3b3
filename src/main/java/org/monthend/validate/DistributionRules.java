package org.monthend.validate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Category;
import org.monthend.extract.ExtractedRow;
import org.monthend.extract.Field;
import org.monthend.validate.Statement.DistributionStatement;

/**
 * A distribution over the categories of a scheme. Where counts are given, the shares are computed from them. Its rows
 * can only be judged together: without one of them, the shares of all the others would be wrong.
 */
final class DistributionRules implements SubjectRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TableJudge table;
    private final BigDecimal tolerance;
    private final Map<Whole, List<Row>> wholes = new LinkedHashMap<>();
    private final Set<Whole> broken = new HashSet<>();
    private boolean allBroken;

    /** @param tolerance percentage points by which rounded shares may miss 100% */
    DistributionRules(TableJudge table, BigDecimal tolerance) {
        this.table = table;
        this.tolerance = tolerance;
    }

    @Override
    public void lost() {
        allBroken = true;
    }

    @Override
    public Optional<Statement> judge(ExtractedRow row, String organisationCode, ReportingMonth month) {
        String scheme = table.text(row, Field.SCHEME).orElse("");
        Whole whole = new Whole(scheme, organisationCode, month);
        Optional<Row> read = read(row, scheme);
        read.ifPresent(each -> table.completeness()
                .category(whole.named(table.sheet()), each.category().code()));
        if (read.isPresent() && !table.isRejected()) {
            wholes.computeIfAbsent(whole, each -> new ArrayList<>()).add(read.get());
        } else {
            broken.add(whole);
        }
        return Optional.empty();
    }

    private Optional<Row> read(ExtractedRow row, String scheme) {
        String name = table.text(row, Field.CATEGORY).orElseThrow();
        Optional<Category> category = table.names().category(scheme, name);
        if (category.isEmpty()) {
            table.raise(
                    Rule.UNKNOWN_CATEGORY,
                    row,
                    Field.CATEGORY,
                    "'%s' is no category of %s.".formatted(TableJudge.quoted(name), scheme));
            return Optional.empty();
        }
        Optional<StatedFigure.Number> count = table.number(row, Field.COUNT, StatedFigure.Scale.PLAIN);
        Optional<StatedFigure.Number> share = table.number(row, Field.SHARE, StatedFigure.Scale.PERCENT);
        if (table.isRejected()) {
            return Optional.empty();
        }
        if (count.isEmpty() && share.isEmpty()) {
            table.raise(
                    Rule.NOTHING_STATED,
                    row,
                    Field.CATEGORY,
                    "%s has neither a number nor a share."
                            .formatted(category.get().name()));
            return Optional.empty();
        }
        if (Stream.of(count, share)
                .flatMap(Optional::stream)
                .anyMatch(figure -> figure.value().signum() < 0)) {
            table.raise(
                    Rule.NEGATIVE_FIGURE,
                    row,
                    count.isPresent() ? Field.COUNT : Field.SHARE,
                    "%s is negative.".formatted(category.get().name()));
        }
        return Optional.of(
                new Row(category.get(), count, share, row.addressOf(count.isPresent() ? Field.COUNT : Field.SHARE)));
    }

    @Override
    public Stream<Statement> finish() {
        return wholes.entrySet().stream().flatMap(entry -> {
            table.begin();
            List<Row> rows = entry.getValue();
            List<Statement> statements = judge(entry.getKey(), rows).toList();
            if (statements.isEmpty()) {
                table.completeness().broken(entry.getKey().named(table.sheet()));
                table.rejectTogether(rows.stream().map(Row::cell).toList());
            }
            return statements.stream();
        });
    }

    private Stream<Statement> judge(Whole whole, List<Row> rows) {
        if (allBroken || broken.contains(whole)) {
            table.raise(
                    Rule.SHARES_DO_NOT_ADD_UP,
                    rows.get(0).cell(),
                    "",
                    "a row of the distribution was refused, so none of it was loaded.",
                    whole.matter(rows));
            return Stream.empty();
        }
        Map<String, Row> byCategory = new LinkedHashMap<>();
        for (Row row : rows) {
            Row first = byCategory.putIfAbsent(row.category().code(), row);
            if (first != null && !first.saysTheSameAs(row)) {
                table.raise(
                        Rule.CONTRADICTING_ROWS,
                        row.cell(),
                        row.category().name(),
                        "%s says something else at %s; none of the distribution was loaded."
                                .formatted(row.category().name(), first.cell()),
                        whole.matter(rows));
                return Stream.empty();
            }
        }
        boolean counted = rows.stream().allMatch(row -> row.count().isPresent());
        Optional<Row> shareless =
                rows.stream().filter(row -> row.share().isEmpty()).findFirst();
        if (!counted && shareless.isPresent()) {
            table.raise(
                    Rule.NOTHING_STATED,
                    shareless.get().cell(),
                    shareless.get().category().name(),
                    "%s has no share and other categories have no number; none of the distribution was loaded."
                            .formatted(shareless.get().category().name()),
                    whole.matter(rows));
            return Stream.empty();
        }
        BigDecimal total = byCategory.values().stream()
                .map(row -> (counted ? row.count() : row.share()).orElseThrow().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (rejected(whole, rows, counted, total)) {
            return Stream.empty();
        }
        return rows.stream()
                .map(row -> new DistributionStatement(
                        whole.scheme(),
                        row.category().code(),
                        whole.organisationCode(),
                        whole.month(),
                        row.count().map(StatedFigure.Number::value),
                        counted ? row.shareOf(total) : row.share().orElseThrow().value(),
                        table.sheet(),
                        row.cell()));
    }

    private boolean rejected(Whole whole, List<Row> rows, boolean counted, BigDecimal total) {
        Row last = rows.get(rows.size() - 1);
        if (counted && total.signum() == 0) {
            table.raise(
                    Rule.NOTHING_STATED,
                    last.cell(),
                    "0",
                    "no case was counted in any category, so there are no shares.",
                    whole.matter(rows));
            return true;
        }
        if (!counted && total.subtract(HUNDRED).abs().compareTo(tolerance) > 0) {
            return table.raise(
                    Rule.SHARES_DO_NOT_ADD_UP,
                    last.cell(),
                    total.toPlainString(),
                    "the shares add up to %s%%."
                            .formatted(total.setScale(1, RoundingMode.HALF_UP).toPlainString()),
                    whole.matter(rows));
        }
        boolean rejected = false;
        for (Row row : rows) {
            if (counted && row.disagrees(total)) {
                rejected |= table.raise(
                        Rule.VALUE_DISAGREES,
                        row.cell(),
                        row.share().orElseThrow().text(),
                        "the share of %s is stated as %s, but %s of %s gives %s%%."
                                .formatted(
                                        row.category().name(),
                                        row.share().orElseThrow().text(),
                                        row.count().orElseThrow().value().toPlainString(),
                                        total.toPlainString(),
                                        row.shareOf(total)
                                                .setScale(1, RoundingMode.HALF_UP)
                                                .toPlainString()),
                        whole.matter(row.category().code(), rows));
            }
        }
        return rejected;
    }

    /** What the shares are shares of. */
    private record Whole(String scheme, String organisationCode, ReportingMonth month) {

        Completeness.Whole named(String sheet) {
            return new Completeness.Whole(sheet, scheme, organisationCode, month);
        }

        /** An explanation of the whole holds as long as all its figures do. */
        Issue.Matter matter(List<Row> rows) {
            return matter("", rows);
        }

        Issue.Matter matter(String categoryCode, List<Row> rows) {
            return new Issue.Matter(
                    String.join("|", "distribution", scheme, categoryCode, organisationCode, month.toString()),
                    rows.stream().map(Row::said).collect(Collectors.joining(" ")));
        }
    }

    private record Row(
            Category category, Optional<StatedFigure.Number> count, Optional<StatedFigure.Number> share, String cell) {

        BigDecimal shareOf(BigDecimal total) {
            return HUNDRED.multiply(count.orElseThrow().value()).divide(total, MathContext.DECIMAL128);
        }

        boolean disagrees(BigDecimal total) {
            return share.isPresent()
                    && shareOf(total)
                                    .subtract(share.get().value())
                                    .abs()
                                    .compareTo(share.get().halfWidth())
                            > 0;
        }

        String said() {
            return category.code() + "="
                    + Stream.of(count, share)
                            .map(figure -> figure.map(StatedFigure.Number::text).orElse(""))
                            .collect(Collectors.joining("/"));
        }

        boolean saysTheSameAs(Row other) {
            return same(count, other.count) && same(share, other.share);
        }

        private static boolean same(Optional<StatedFigure.Number> one, Optional<StatedFigure.Number> other) {
            return one.isPresent() == other.isPresent()
                    && one.map(figure ->
                                    figure.value().compareTo(other.orElseThrow().value()) == 0)
                            .orElse(true);
        }
    }
}
