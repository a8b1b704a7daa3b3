package org.monthend.faults;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of the scorecard as somebody read it from the database. */
record SeenLine(int edition, int monthKey, String measure, String organisation, List<String> words) {

    /** Reads what stands between bars: line, edition, month, measure, organisation, and then the line's figures. */
    static SeenLine of(String row) {
        List<String> words = List.of(row.split("\\|", -1));
        return new SeenLine(
                Integer.parseInt(words.get(1)),
                Integer.parseInt(words.get(2)),
                words.get(3),
                words.get(4),
                words.subList(5, words.size()));
    }

    YearMonth month() {
        return YearMonth.of(monthKey / 100, monthKey % 100);
    }

    List<String> differencesFrom(Truth truth) {
        Truth.Line line = truth.line(KnownMeasure.valueOf(measure), month());
        List<String> differences = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            Truth.Cell cell = line.quarters().get(quarter);
            compare(differences, "quarter " + (quarter + 1), words.get(2 * quarter), cell.figure());
            compare(
                    differences,
                    "partial quarter " + (quarter + 1),
                    words.get(2 * quarter + 1),
                    cell.partial() ? "t" : "f");
        }
        compare(differences, "latest", words.get(8), line.latest().figure());
        compare(differences, "variance", words.get(9), line.variance());
        compare(differences, "standing", words.get(10), line.standing());
        compare(differences, "arrow", words.get(11), line.arrow().direction());
        compare(differences, "judgement", words.get(12), line.arrow().judgement());
        if (!Oracle.isNear(Double.parseDouble(words.get(13)), line.arrow().z())) {
            differences.add(
                    "z is %s, not %s".formatted(words.get(13), line.arrow().z()));
        }
        return differences;
    }

    private static void compare(List<String> differences, String what, String found, Optional<BigDecimal> expected) {
        boolean same = found.isEmpty()
                ? expected.isEmpty()
                : expected.isPresent()
                        && Oracle.isNear(
                                new BigDecimal(found).doubleValue(),
                                expected.get().doubleValue());
        if (!same) {
            differences.add("%s is '%s', not %s".formatted(what, found, expected));
        }
    }

    private static void compare(List<String> differences, String what, String found, String expected) {
        if (!found.equals(expected)) {
            differences.add("%s is '%s', not '%s'".formatted(what, found, expected));
        }
    }
}
