package org.monthend.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Unit;

/** Monthly figures written as little words: "17", "17*", "30/40", "-", "new measure", or nothing for no statement. */
final class Months {

    private Months() {}

    /** One word for each month from the first on, separated by semicolons. */
    static List<MonthFigure> from(ReportingMonth first, Unit unit, String words) {
        String[] each = words.split(";", -1);
        return IntStream.range(0, each.length)
                .boxed()
                .flatMap(i -> figure(first.plusMonths(i), unit, each[i].strip()))
                .toList();
    }

    static Map<ReportingMonth, MonthFigure> byMonth(List<MonthFigure> figures) {
        return figures.stream().collect(Collectors.toMap(MonthFigure::month, Function.identity()));
    }

    private static Stream<MonthFigure> figure(ReportingMonth month, Unit unit, String word) {
        if (word.isEmpty()) {
            return Stream.empty();
        }
        String mark =
                Stream.of("*", " ⁴", "⁴").filter(word::endsWith).findFirst().orElse("");
        String said = word.substring(0, word.length() - mark.length());
        Optional<Figure> missing = Arrays.stream(MissingReason.values())
                .filter(reason -> reason.printed().equals(said))
                .map(Figure::missing)
                .findFirst();
        if (missing.isPresent()) {
            return Stream.of(stated(month, missing.get(), mark.strip()));
        }
        if (!said.contains("/")) {
            return Stream.of(stated(month, Figure.of(new BigDecimal(said)), mark.strip()));
        }
        BigDecimal numerator = new BigDecimal(said.substring(0, said.indexOf('/')));
        BigDecimal denominator = new BigDecimal(said.substring(said.indexOf('/') + 1));
        Figure value = Figure.of(unit.multiplier().multiply(numerator).divide(denominator, MathContext.DECIMAL128));
        return Stream.of(new MonthFigure(
                month,
                Optional.of(numerator),
                Optional.of(denominator),
                value,
                "",
                mark.strip(),
                "",
                OptionalLong.empty()));
    }

    static MonthFigure stated(ReportingMonth month, Figure figure, String mark) {
        return noted(month, figure, mark, "");
    }

    static MonthFigure noted(ReportingMonth month, Figure figure, String mark, String note) {
        return new MonthFigure(month, Optional.empty(), Optional.empty(), figure, "", mark, note, OptionalLong.empty());
    }
}
