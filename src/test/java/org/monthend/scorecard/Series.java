package org.monthend.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Series as a test writes them: oldest first, one place for each month, nothing where there is no figure. */
final class Series {

    private Series() {}

    /** Of figures parted by blanks; a dash stands for a missing one. */
    static List<OptionalDouble> of(String figures) {
        return Arrays.stream(figures.strip().split("\\s+"))
                .map(figure ->
                        figure.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(figure)))
                .toList();
    }

    static List<OptionalDouble> of(double[] figures) {
        return Arrays.stream(figures).mapToObj(OptionalDouble::of).toList();
    }

    static List<OptionalDouble> joined(List<OptionalDouble> one, List<OptionalDouble> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
