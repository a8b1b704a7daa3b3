package org.monthend.validate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.extract.TableSearch.Misfit;

/** What has become of the headings of a table that does not fit, told by where they stood when it last did. */
final class WhatMoved {

    private WhatMoved() {}

    /**
     * One sentence for each heading that stands in another column now or is missing, in the order of their columns then.
     *
     * @param month of the return that does not fit
     */
    static List<String> since(TablePlace last, Misfit misfit, ReportingMonth month) {
        String then = when(last.month(), month);
        return last.headings().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, String> heading) ->
                                column(heading.getValue()).length())
                        .thenComparing(heading -> column(heading.getValue())))
                .flatMap(heading -> sentence(
                        heading.getKey(),
                        column(heading.getValue()),
                        Optional.ofNullable(misfit.headings().get(heading.getKey())),
                        misfit.missing().contains(heading.getKey()),
                        then)
                        .stream())
                .toList();
    }

    private static Optional<String> sentence(
            String words, String column, Optional<String> now, boolean missing, String then) {
        if (missing) {
            return Optional.of("'%s' was in column %s %s".formatted(words, column, then));
        }
        return now.map(WhatMoved::column)
                .filter(moved -> !moved.equals(column))
                .map(moved ->
                        "the heading '%s' was in column %s %s and is now in %s".formatted(words, column, then, moved));
    }

    private static String when(ReportingMonth then, ReportingMonth month) {
        if (then.equals(month)) {
            return "in the file before";
        }
        return then.equals(month.minusMonths(1)) ? "last month" : "in " + then.label();
    }

    /** The letters of a cell's address: F of F14. */
    private static String column(String cell) {
        return Stream.of(cell.split("[0-9]", 2)).findFirst().orElse("");
    }
}
