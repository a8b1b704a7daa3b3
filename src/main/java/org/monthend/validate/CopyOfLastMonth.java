package org.monthend.validate;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Measure;
import org.monthend.validate.History.Known;
import org.monthend.validate.Statement.MeasureStatement;

/**
 * Whether a return is that of the month before once more: every figure the same, numerators and denominators included. A
 * nought, or a figure that never moves, is no sign of it; two different figures that do move are.
 */
final class CopyOfLastMonth {

    private static final int TELLING_FIGURES = 2;
    private static final int MONTHS_THAT_SHOW_A_CONSTANT = 3;

    private final ReportingMonth month;
    private final int fewest;
    private final Set<BigDecimal> telling = new HashSet<>();
    private int figures;
    private boolean differs;
    private String sheet = "";
    private String example = "";

    /** @param fewest of fewer figures than these nothing is said */
    CopyOfLastMonth(ReportingMonth month, int fewest) {
        this.month = month;
        this.fewest = fewest;
    }

    /**
     * Compares a statement about the month.
     *
     * @param earlier what is known of the months before, the oldest first
     */
    void compare(Measure measure, MeasureStatement stated, List<Known> earlier) {
        if (differs) {
            return;
        }
        Optional<Known> last = earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.size() - 1));
        if (last.isEmpty()
                || !last.get().month().equals(month.minusMonths(1))
                || last.get().said() != Statement.digest(stated.said())) {
            differs = true;
            return;
        }
        stated.figure().reportedValue().ifPresent(value -> {
            figures++;
            sheet = figures == 1 ? stated.sheet() : sheet;
            if (telling.size() < TELLING_FIGURES && value.signum() != 0 && !isConstant(stated, earlier)) {
                telling.add(value.stripTrailingZeros());
                example = "%s for %s is %s in both"
                        .formatted(
                                measure.name(),
                                stated.organisationCode(),
                                HistoryJudge.words(measure, stated.numerator(), stated.denominator(), stated.figure()));
            }
        });
    }

    private static boolean isConstant(MeasureStatement stated, List<Known> earlier) {
        int size = earlier.size();
        return size > MONTHS_THAT_SHOW_A_CONSTANT
                && earlier.subList(size - 1 - MONTHS_THAT_SHOW_A_CONSTANT, size).stream()
                        .allMatch(known -> known.said() == Statement.digest(stated.said()));
    }

    /** What to say of it; empty when it is no copy. */
    Optional<String> found() {
        return !differs && figures >= fewest && telling.size() == TELLING_FIGURES
                ? Optional.of("all %d figures of %s are those of %s, numerators and denominators included; %s."
                        .formatted(
                                figures, month.longLabel(), month.minusMonths(1).longLabel(), example))
                : Optional.empty();
    }

    String sheet() {
        return sheet;
    }

    int figures() {
        return figures;
    }
}
