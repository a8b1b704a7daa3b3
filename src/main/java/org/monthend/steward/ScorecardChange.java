package org.monthend.steward;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.PageText;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.ForecastMonth;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.ProjectStatus;
import org.monthend.scorecard.Scorecard;

/**
 * A cell of a scorecard that says something else than before.
 *
 * @param line code of the measure, finance line, category or project
 * @param name of the same
 * @param column what of it has changed: Dec-15, standing, trend …
 * @param before as printed, or with two decimals more where the print is the same; empty where there was nothing
 * @param after the same, as it is now
 */
public record ScorecardChange(String line, String name, String column, String before, String after) {

    /** All changes from one scorecard to another of the same month, in the order of the page. */
    public static List<ScorecardChange> between(Optional<Scorecard> before, Scorecard after) {
        Map<Place, Cell> was = before.map(ScorecardChange::cells).orElse(Map.of());
        Map<Place, Cell> is = cells(after);
        Set<Place> places = new LinkedHashSet<>(is.keySet());
        places.addAll(was.keySet());
        List<ScorecardChange> changes = new ArrayList<>();
        for (Place place : places) {
            Cell from = was.getOrDefault(place, Cell.EMPTY);
            Cell to = is.getOrDefault(place, Cell.EMPTY);
            if (!from.equals(to)) {
                boolean isSeen = !from.printed().equals(to.printed());
                changes.add(new ScorecardChange(
                        place.line(),
                        place.name(),
                        place.column(),
                        isSeen ? from.printed() : from.exact(),
                        isSeen ? to.printed() : to.exact()));
            }
        }
        return changes;
    }

    private static Map<Place, Cell> cells(Scorecard scorecard) {
        Map<Place, Cell> cells = new LinkedHashMap<>();
        scorecard.measures().forEach(line -> measure(cells, line));
        scorecard.finance().forEach(position -> finance(cells, position));
        scorecard.distributions().forEach(share -> category(cells, share));
        scorecard.auditOpinions().forEach(count -> category(cells, count));
        scorecard.projects().forEach(status -> project(cells, status));
        for (PageText text : scorecard.texts()) {
            Place place = new Place(text.place(), text.place(), ("text " + text.mark()).strip());
            cells.merge(place, Cell.of(text.text()), (one, next) -> Cell.of(one.printed() + " " + next.printed()));
        }
        return cells;
    }

    private static void measure(Map<Place, Cell> cells, MeasureLine line) {
        Measure measure = line.measure();
        String code = measure.code();
        String name = measure.name();
        cells.put(new Place(code, name, "rank"), Cell.of(line.baselineRank()));
        cells.put(new Place(code, name, "baseline"), Cell.of(line.baselineFigure()));
        line.quarters()
                .forEach(quarter -> cells.put(new Place(code, name, quarter.period()), period(quarter, measure)));
        cells.put(new Place(code, name, line.latest().period()), period(line.latest(), measure));
        cells.put(new Place(code, name, "target"), Cell.of(line.target().printed()));
        cells.put(
                new Place(code, name, "variance"),
                Cell.of(line.target()
                        .variance()
                        .map(value -> rounded(value, measure))
                        .orElse("")));
        cells.put(
                new Place(code, name, "standing"),
                Cell.of(
                        line.target().printed().isEmpty()
                                ? ""
                                : line.target().standing().label()));
        cells.put(
                new Place(code, name, "trend"),
                Cell.of((line.trend().direction().arrow() + " "
                                + line.trend().judgement().word())
                        .strip()));
        line.forecast().ifPresent(forecast -> {
            ForecastMonth next = forecast.months().get(0);
            cells.put(
                    new Place(code, name, "forecast " + next.month().label()),
                    Cell.of(String.format(
                            Locale.ROOT,
                            "%1$.{d}f (%2$.{d}f to %3$.{d}f)".replace("{d}", String.valueOf(measure.decimals() + 1)),
                            next.mean(),
                            next.low80(),
                            next.high80())));
        });
    }

    private static Cell period(PeriodFigure period, Measure measure) {
        return new Cell(
                period.printed(),
                period.figure()
                        .reportedValue()
                        .map(value -> rounded(value, measure))
                        .orElse(period.figure().statusWord().replace('_', ' ')));
    }

    private static String rounded(BigDecimal value, Measure measure) {
        return value.setScale(measure.decimals() + 2, RoundingMode.HALF_UP).toPlainString();
    }

    private static void finance(Map<Place, Cell> cells, FinancePosition position) {
        String code = position.line().code();
        String name = position.line().name();
        cells.put(new Place(code, name, "budget"), money(position.printedBudget(), position.budget()));
        cells.put(
                new Place(code, name, "forecast"),
                money(position.printedForecast(), position.forecast().or(position::progress)));
        cells.put(new Place(code, name, "variance"), money(position.printedVariance(), position.reportedVariance()));
    }

    private static Cell money(String printed, Optional<BigDecimal> pounds) {
        return new Cell(
                printed,
                pounds.map(value -> value.stripTrailingZeros().toPlainString()).orElse(""));
    }

    private static void category(Map<Place, Cell> cells, CategoryFigure figure) {
        cells.put(
                new Place(
                        figure.category().scheme(),
                        figure.category().schemeName(),
                        figure.category().name()),
                money(figure.printed(), Optional.of(figure.value())));
    }

    private static void project(Map<Place, Cell> cells, ProjectStatus status) {
        String code = status.project().code();
        String name = status.project().name();
        cells.put(new Place(code, name, "progress"), Cell.of(status.progressRag()));
        cells.put(new Place(code, name, "finance"), Cell.of(status.financeRag()));
        cells.put(new Place(code, name, "narrative"), Cell.of(status.narrative()));
    }

    private record Place(String line, String name, String column) {}

    /** @param exact tells cells apart that are printed alike */
    private record Cell(String printed, String exact) {

        static final Cell EMPTY = new Cell("", "");

        static Cell of(String text) {
            return new Cell(text, text);
        }
    }
}
