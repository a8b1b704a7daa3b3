package org.monthend.scorecard;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;

/**
 * A monthly series whose year is judged: what is known up to a month, and how its months become a year.
 *
 * @param last the reporting month; nothing later is known
 * @param months one for each calendar month, oldest first and the reporting month last
 */
public record OutturnSeries(ReportingMonth last, List<MonthParts> months, Unit unit, Aggregation aggregation) {

    /** The series of a measure up to a month; figures of later months are left out. */
    static OutturnSeries of(Measure measure, List<MonthFigure> figures, ReportingMonth last) {
        Map<ReportingMonth, MonthFigure> known = figures.stream()
                .filter(figure -> !figure.month().isAfter(last))
                .collect(Collectors.toMap(MonthFigure::month, Function.identity()));
        List<MonthParts> months = known.keySet().stream().min(ReportingMonth::compareTo).stream()
                .flatMap(first -> ReportingMonth.range(first, last).stream())
                .map(month -> known.containsKey(month) ? parts(known.get(month)) : MonthParts.NOTHING)
                .toList();
        return new OutturnSeries(last, months, measure.unit(), measure.aggregation());
    }

    private static MonthParts parts(MonthFigure month) {
        return new MonthParts(
                month.figure()
                        .reportedValue()
                        .map(value -> OptionalDouble.of(value.doubleValue()))
                        .orElse(OptionalDouble.empty()),
                month.numerator()
                        .map(value -> OptionalDouble.of(value.doubleValue()))
                        .orElse(OptionalDouble.empty()),
                month.denominator()
                        .map(value -> OptionalDouble.of(value.doubleValue()))
                        .orElse(OptionalDouble.empty()));
    }

    /** What is known of a month; nothing of those before the first and after the last. */
    MonthParts in(ReportingMonth month) {
        int back = last.index() - month.index();
        return back < 0 || back >= months.size() ? MonthParts.NOTHING : months.get(months.size() - 1 - back);
    }

    /** What was known at an earlier month. */
    OutturnSeries upTo(ReportingMonth earlier) {
        int later = Math.min(months.size(), last.index() - earlier.index());
        return new OutturnSeries(earlier, months.subList(0, months.size() - later), unit, aggregation);
    }
}
