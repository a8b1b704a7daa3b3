package org.monthend.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.monthend.catalogue.Polarity;
import org.monthend.extract.format.CsvRow;
import org.monthend.scorecard.Aim;
import org.monthend.scorecard.ChartSettings;
import org.monthend.scorecard.ControlChart;
import org.monthend.scorecard.Screening;
import org.monthend.scorecard.VariationRule;

/**
 * The rows of one case of a csv of control charts, one a period. A row that cannot be judged keeps its place: it is a
 * period without a figure.
 */
record SpcCase(String name, List<SpcCase.Period> periods, Polarity direction, ControlChart chart) {

    static final List<String> COLUMNS =
            List.of("case", "period", "value", "direction", "target", "rebase", "fix_after_n", "screen_outliers");

    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");

    /**
     * One period.
     *
     * @param isSound whether its row could be judged
     */
    record Period(String label, OptionalDouble value, OptionalDouble target, boolean isSound) {}

    /** What holds for the whole of a case. */
    private record Manner(Polarity direction, OptionalInt fixAfter, Screening screening) {

        static Manner of(CsvRow row) {
            List<String> cells = row.cells();
            return new Manner(
                    SeriesCells.direction(cells.get(3), "direction"),
                    fixAfter(cells.get(6)),
                    cells.get(7).isBlank() || SeriesCells.truth(cells.get(7), "screen_outliers")
                            ? Screening.ON
                            : Screening.OFF);
        }

        private static OptionalInt fixAfter(String cell) {
            OptionalDouble number = SeriesCells.number(cell, "fix_after_n");
            if (number.isEmpty()) {
                return OptionalInt.empty();
            }
            double figures = number.getAsDouble();
            if (figures < ChartSettings.FEWEST_TO_FIX || figures > Integer.MAX_VALUE || figures != Math.rint(figures)) {
                throw new BadCell(
                        "fix_after_n",
                        "'%s' is no number of figures to fix the limits after. Write a whole number, 12 or more, or leave it blank."
                                .formatted(SeriesCells.shown(cell)));
            }
            return OptionalInt.of((int) figures);
        }
    }

    /**
     * Judges a case.
     *
     * @param rows all rows of the case, as they stand in the file; where all periods are dates like 2013-01-31 or 2013-01
     *     they are put in order, otherwise the order of the file is that of time
     * @param faults takes a sentence for each row that cannot be judged
     * @param notes takes what else should be known
     * @return nothing when no row can be judged
     */
    static Optional<SpcCase> of(List<CsvRow> rows, List<String> faults, List<String> notes) {
        if (rows.size() > SeriesRows.MOST_ROWS_OF_A_SERIES) {
            faults.add(SeriesStream.at(
                    rows.get(0),
                    "the case '%s' has more than 100,000 rows and is left out. Give each series a case of its own."
                            .formatted(SeriesCells.shown(rows.get(0).cells().get(0)))));
            return Optional.empty();
        }
        List<CsvRow> ordered = inOrder(rows);
        List<Period> periods = new ArrayList<>();
        List<Manner> manners = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (CsvRow row : ordered) {
            Optional<Period> sound = Optional.empty();
            if (row.fault().isEmpty()) {
                try {
                    sound = Optional.of(period(row, labels, manners));
                } catch (BadCell bad) {
                    faults.add(SeriesStream.at(row, String.valueOf(bad.getMessage())));
                }
            } else {
                faults.add(SeriesStream.at(row, row.fault()));
            }
            periods.add(sound.orElseGet(
                    () -> new Period(row.cells().get(1), OptionalDouble.empty(), OptionalDouble.empty(), false)));
        }
        if (manners.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(judged(ordered, periods, manners.get(0), notes));
    }

    private static SpcCase judged(List<CsvRow> rows, List<Period> periods, Manner manner, List<String> notes) {
        Set<Integer> starts = starts(rows, periods, notes);
        List<Period> sound = periods.stream().filter(Period::isSound).toList();
        OptionalDouble target = sound.get(sound.size() - 1).target();
        ControlChart chart = VariationRule.judge(
                periods.stream().map(Period::value).toList(),
                new ChartSettings(starts, manner.fixAfter(), manner.screening()),
                manner.direction(),
                target.isPresent() ? aim(target.getAsDouble(), manner.direction()) : Optional.empty());
        return new SpcCase(rows.get(0).cells().get(0), periods, manner.direction(), chart);
    }

    private static List<CsvRow> inOrder(List<CsvRow> rows) {
        boolean dated = rows.stream()
                .allMatch(row -> ISO_DATE.matcher(row.cells().get(1).strip()).matches());
        return dated
                ? rows.stream()
                        .sorted(Comparator.comparing(row -> row.cells().get(1).strip()))
                        .toList()
                : rows;
    }

    private static Period period(CsvRow row, Set<String> labels, List<Manner> manners) {
        String label = row.cells().get(1);
        if (label.isBlank()) {
            throw new BadCell("period", "it is blank. Write the date that the figure is of, such as 2013-01-01.");
        }
        if (!labels.add(label.strip())) {
            throw new BadCell(
                    "period",
                    "the case has %s twice, and only the first counts. Leave one figure for each period."
                            .formatted(SeriesCells.shown(label)));
        }
        Manner manner = Manner.of(row);
        if (!manners.isEmpty() && !manners.get(0).equals(manner)) {
            throw new BadCell(
                    "direction, fix_after_n or screen_outliers",
                    "it is not what the first row of the case says. Write the same in all rows of a case.");
        }
        Period period = new Period(
                label,
                SeriesCells.number(row.cells().get(2), "value"),
                SeriesCells.number(row.cells().get(4), "target"),
                true);
        manners.add(manner);
        return period;
    }

    /** What a value target asks for; nothing where neither way is better. */
    static Optional<Aim> aim(double target, Polarity direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> Optional.of(Aim.atLeast(target));
            case LOWER_IS_BETTER -> Optional.of(Aim.atMost(target));
            case CONTEXT -> Optional.empty();
        };
    }

    /** The places of the periods that are named as rebases, in one row or in all of them, parted by semicolons. */
    private static Set<Integer> starts(List<CsvRow> rows, List<Period> periods, List<String> notes) {
        Set<String> rebases = rows.stream()
                .filter(row -> row.fault().isEmpty())
                .flatMap(row -> Arrays.stream(row.cells().get(5).split(";")))
                .map(String::strip)
                .filter(rebase -> !rebase.isEmpty())
                .collect(Collectors.toSet());
        List<String> labels =
                periods.stream().map(period -> period.label().strip()).toList();
        rebases.stream()
                .filter(rebase -> !labels.contains(rebase))
                .sorted()
                .forEach(rebase -> notes.add(SeriesStream.at(
                        rows.get(0),
                        "column rebase: the case '%s' has no period %s, so the limits do not start afresh there."
                                .formatted(SeriesCells.shown(rows.get(0).cells().get(0)), SeriesCells.shown(rebase)))));
        return IntStream.range(0, labels.size())
                .filter(place -> rebases.contains(labels.get(place)))
                .boxed()
                .collect(Collectors.toSet());
    }
}
