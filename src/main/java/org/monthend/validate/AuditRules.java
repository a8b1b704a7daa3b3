package org.monthend.validate;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Category;
import org.monthend.extract.ExtractedRow;
import org.monthend.extract.Field;
import org.monthend.validate.Statement.AuditStatement;

/** How many internal audits ended in an opinion. */
final class AuditRules implements SubjectRules {

    private final TableJudge table;
    private final Set<Completeness.Whole> broken = new HashSet<>();

    AuditRules(TableJudge table) {
        this.table = table;
    }

    @Override
    public Optional<Statement> judge(ExtractedRow row, String organisationCode, ReportingMonth month) {
        String name = table.text(row, Field.CATEGORY).orElseThrow();
        String scheme = table.text(row, Field.SCHEME).orElse("");
        Completeness.Whole whole = new Completeness.Whole(table.sheet(), scheme, organisationCode, month);
        Optional<Category> category = table.names().category(scheme, name);
        if (category.isEmpty()) {
            broken.add(whole);
            table.raise(
                    Rule.UNKNOWN_CATEGORY,
                    row,
                    Field.CATEGORY,
                    "'%s' is no opinion of %s.".formatted(TableJudge.quoted(name), scheme));
            return Optional.empty();
        }
        table.completeness().category(whole, category.get().code());
        Optional<StatedFigure.Number> count = table.number(row, Field.COUNT, StatedFigure.Scale.PLAIN);
        if (table.isRejected()) {
            return Optional.empty();
        }
        if (count.isEmpty()) {
            table.raise(
                    Rule.NOTHING_STATED,
                    row,
                    Field.CATEGORY,
                    "%s has no number.".formatted(category.get().name()));
            return Optional.empty();
        }
        if (count.get().value().signum() < 0) {
            table.raise(
                    Rule.NEGATIVE_FIGURE,
                    row,
                    Field.COUNT,
                    "%s is negative.".formatted(category.get().name()));
        }
        return Optional.of(new AuditStatement(
                scheme,
                category.get().code(),
                organisationCode,
                month,
                count.get().value(),
                table.sheet(),
                row.cellOf(Field.COUNT)));
    }

    /** The category that is missing may be the one that was misspelt. */
    @Override
    public Stream<Statement> finish() {
        broken.forEach(table.completeness()::broken);
        return Stream.empty();
    }
}
