package org.monthend.validate;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.MissingReason;

/** The words by which a layout says what its codes mean: "c = suppressed". */
final class MissingCodes {

    private MissingCodes() {}

    static Optional<MissingReason> reason(String words) {
        String folded = FoldedName.of(words).text().replace(' ', '_');
        return Arrays.stream(MissingReason.values())
                .filter(reason -> reason.word().equals(folded))
                .findFirst();
    }

    /** The words that a meaning may have. */
    static String words() {
        return Arrays.stream(MissingReason.values())
                .map(reason -> reason.word().replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
