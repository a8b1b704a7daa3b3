package org.monthend.validate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Unit;

/** How a column, or a row, writes its figures. It is declared in words, never guessed from how large they are. */
enum FigureUnit {
    PERCENT("1", "percent", "%", "per cent"),
    FRACTION("1", "fraction"),
    POUNDS("1", "pounds", "£"),
    THOUSAND_POUNDS("1000", "£k", "£000", "£000s", "thousands of pounds"),
    MILLION_POUNDS("1000000", "£m", "£ million", "millions of pounds"),
    THOUSANDS("1000", "thousands", "000s", "000"),
    MILLIONS("1000000", "millions"),
    PER_1000("10", "per 1,000", "per 1000"),
    PER_10000("1", "per 10,000", "per 10000"),
    PER_100000("0.1", "per 100,000", "per 100000"),
    COUNT("1", "count", "number", "no."),
    DAYS("1", "days"),
    WEEKS("1", "weeks");

    private final BigDecimal factor;
    private final List<String> words;

    FigureUnit(String factor, String... words) {
        this.factor = new BigDecimal(factor);
        this.words = List.of(words);
    }

    /** What a figure is multiplied by to be in the unit of its measure, or in pounds. */
    BigDecimal factor() {
        return factor;
    }

    /** Whether it needs nothing of a figure but what its measure or line knows without it. */
    boolean isPlain() {
        return this == PERCENT || this == FRACTION || this == POUNDS;
    }

    /** Whether a figure of that kind can be written so. */
    boolean fits(StatedFigure.Scale scale, Optional<Unit> measure) {
        return switch (this) {
            case PERCENT, FRACTION -> scale == StatedFigure.Scale.PERCENT;
            case POUNDS, THOUSAND_POUNDS, MILLION_POUNDS -> scale == StatedFigure.Scale.POUNDS;
            case THOUSANDS, MILLIONS, COUNT ->
                scale == StatedFigure.Scale.PLAIN
                        && measure.map(Unit.COUNT::equals).orElse(true);
            case PER_1000, PER_10000, PER_100000 -> measure.equals(Optional.of(Unit.PER_10000));
            case DAYS -> measure.equals(Optional.of(Unit.DAYS));
            case WEEKS -> measure.equals(Optional.of(Unit.WEEKS));
        };
    }

    static Optional<FigureUnit> of(String words) {
        String folded = FoldedName.of(words).text();
        return Arrays.stream(values())
                .filter(unit -> unit.words.contains(folded))
                .findFirst();
    }

    /** The words that a layout may use, the first of each. */
    static String all() {
        return Arrays.stream(values()).map(unit -> unit.words.get(0)).collect(Collectors.joining(", "));
    }
}
