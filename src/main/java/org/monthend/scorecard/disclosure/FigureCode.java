package org.monthend.scorecard.disclosure;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.MissingReason;

/**
 * The letters that stand for, or beside, a figure of a public copy.
 *
 * <p>Source: the symbols that the Government Statistical Service recommends, as algorithms.md, 7, has them.
 */
public enum FigureCode {
    CONFIDENTIAL(
            "c",
            "confidential: a count of 1 to 5, a percentage or rate that would give one back, or a figure that would tell one"),
    NOT_AVAILABLE("x", "not available"),
    NOT_APPLICABLE("z", "not applicable"),
    ROUNDS_TO_ZERO("k", "not zero, but rounds to it"),
    LOW_RELIABILITY("u", "of low reliability: a forecast from fewer than six months"),
    PROVISIONAL("p", "provisional: part of a quarter"),
    REVISED("r", "revised since an earlier public copy"),
    FORECAST("f", "forecast"),
    BREAK("b", "break: the limits of a chart start afresh");

    private final String code;
    private final String meaning;

    FigureCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public String code() {
        return code;
    }

    /** As it stands behind a figure. */
    public String suffix() {
        return " " + code;
    }

    /** What stands for a figure that is not there; empty where words of its own do. */
    static Optional<FigureCode> of(Figure figure) {
        return figure instanceof Figure.Missing missing ? of(missing.reason()) : Optional.empty();
    }

    private static Optional<FigureCode> of(MissingReason reason) {
        return switch (reason) {
            case SUPPRESSED -> Optional.of(CONFIDENTIAL);
            case NOTHING_TO_REPORT, NOT_AVAILABLE, NOT_RECEIVED -> Optional.of(NOT_AVAILABLE);
            case NOT_APPLICABLE, NOT_DUE -> Optional.of(NOT_APPLICABLE);
            case NEW_MEASURE, UNDER_DEVELOPMENT -> Optional.empty();
        };
    }

    /** What those that are used mean, in one line. */
    static String key(Set<FigureCode> used) {
        return used.stream().map(code -> code.code + ": " + code.meaning).collect(Collectors.joining("; "));
    }
}
