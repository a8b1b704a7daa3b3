package org.monthend.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/** A figure as a return gives it: a value, or missing for a stated reason. A missing figure is never zero. */
public sealed interface Figure permits Figure.Reported, Figure.Missing {

    /** An exact value in the unit of its measure. */
    record Reported(BigDecimal value) implements Figure {}

    record Missing(MissingReason reason) implements Figure {}

    static Figure of(BigDecimal value) {
        return new Reported(value);
    }

    static Figure missing(MissingReason reason) {
        return new Missing(reason);
    }

    default Optional<BigDecimal> reportedValue() {
        return this instanceof Reported reported ? Optional.of(reported.value()) : Optional.empty();
    }

    /** "reported", or the word of the reason why it is missing; the warehouse's value_status. */
    default String statusWord() {
        return this instanceof Missing missing ? missing.reason().word() : "reported";
    }
}
