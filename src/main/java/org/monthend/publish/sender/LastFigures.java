package org.monthend.publish.sender;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.catalogue.Measure;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.Printed;
import org.monthend.scorecard.Scorecard;

/** The last figures that are known, to stand beside the empty cells; each with its month. */
record LastFigures(Optional<Edition> edition) {

    private Optional<Scorecard> scorecard() {
        return edition.map(Edition::scorecard);
    }

    private String dated(String figure) {
        return figure.isEmpty()
                ? ""
                : figure
                        + scorecard()
                                .map(card -> " (" + card.month().label() + ")")
                                .orElse("");
    }

    String measure(String code) {
        return scorecard()
                .flatMap(card -> card.measures().stream()
                        .filter(line -> line.measure().code().equals(code))
                        .findFirst())
                .flatMap(LastFigures::lastReported)
                .orElse("");
    }

    private static Optional<String> lastReported(MeasureLine line) {
        List<MonthFigure> months = line.months();
        for (int index = months.size() - 1; index >= 0; index--) {
            MonthFigure month = months.get(index);
            Optional<BigDecimal> value = month.figure().reportedValue();
            if (value.isPresent()) {
                return Optional.of(reported(line.measure(), month, value.get()));
            }
        }
        return Optional.empty();
    }

    private static String reported(Measure measure, MonthFigure month, BigDecimal value) {
        String parts = month.numerator().isPresent() && month.denominator().isPresent()
                ? Printed.number(month.numerator().get()) + " of "
                        + Printed.number(month.denominator().get()) + ", "
                : "";
        return "%s (%s%s)"
                .formatted(Printed.value(value, measure), parts, month.month().label());
    }

    String financeLine(String code) {
        return scorecard()
                .flatMap(card -> card.finance().stream()
                        .filter(position -> position.line().code().equals(code))
                        .findFirst())
                .map(LastFigures::position)
                .map(this::dated)
                .orElse("");
    }

    private static String position(FinancePosition position) {
        return Stream.of(position.printedBudget(), position.printedForecast(), position.printedVariance())
                .filter(printed -> !printed.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    String category(String scheme, String code) {
        return scorecard().stream()
                .flatMap(card -> Stream.concat(card.distributions().stream(), card.auditOpinions().stream()))
                .filter(figure -> figure.category().scheme().equals(scheme)
                        && figure.category().code().equals(code))
                .map(CategoryFigure::printed)
                .map(this::dated)
                .findFirst()
                .orElse("");
    }

    String project(String code) {
        return scorecard().stream()
                .flatMap(card -> card.projects().stream())
                .filter(status -> status.project().code().equals(code))
                .map(status -> dated(status.progressRag() + " · " + status.financeRag()))
                .findFirst()
                .orElse("");
    }
}
