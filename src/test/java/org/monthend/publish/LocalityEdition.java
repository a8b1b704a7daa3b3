package org.monthend.publish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.PartFigures;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.ScorecardFigures;
import org.monthend.scorecard.ScorecardRule;

/**
 * An edition of an invented trust whose returns give localities alone: homes visited in time (of homes due), and open
 * cases. The first locality gives no figure for the month, the second changes for the better.
 */
final class LocalityEdition {

    static final ReportingMonth MONTH = new ReportingMonth(2031, 12);

    private static final int MONTHS = 30;

    private LocalityEdition() {}

    static Edition of(int localities) {
        return new Edition(
                1,
                Edition.Status.DRAFT,
                Instant.parse("2032-01-12T09:00:00Z"),
                Optional.empty(),
                "",
                scorecard(localities));
    }

    static Scorecard scorecard(int localities) {
        List<Organisation> places = IntStream.rangeClosed(1, localities)
                .mapToObj(number -> new Organisation("L" + number, name(number), "locality", Optional.of("TRUST")))
                .toList();
        Catalogue catalogue = catalogue(places);
        return ScorecardRule.compute(
                MONTH,
                catalogue.topOrganisation(),
                catalogue,
                new ScorecardFigures(
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        places.stream()
                                .collect(Collectors.toMap(
                                        Organisation::code, place -> figures(places.indexOf(place))))));
    }

    /** Some names are long, as names are. */
    private static String name(int number) {
        return number % 5 == 0 ? "Locality " + number + " with Upper & Lower Riverside" : "Locality " + number;
    }

    private static PartFigures figures(int place) {
        Random random = new Random(place);
        List<MonthFigure> visited = new ArrayList<>();
        List<MonthFigure> open = new ArrayList<>();
        for (ReportingMonth month : ReportingMonth.range(MONTH.minusMonths(MONTHS - 1), MONTH)) {
            boolean silent = place == 0 && month.equals(MONTH);
            boolean better = place == 1 && !month.isBefore(MONTH.minusMonths(8));
            int due = 40 + 15 * (place % 7) + random.nextInt(12);
            double share = 0.84 + 0.01 * (place % 4) + 0.03 * random.nextGaussian() + (better ? 0.09 : 0);
            int seen = (int) Math.round(due * Math.min(1, share));
            visited.add(silent ? silent(month) : fraction(month, seen, due));
            open.add(count(month, 20 + 3 * (place % 5) + random.nextInt(6)));
        }
        return new PartFigures(Map.of("VISITED", visited, "OPEN", open), Map.of(), Map.of());
    }

    private static MonthFigure silent(ReportingMonth month) {
        return figure(month, Optional.empty(), Optional.empty(), Figure.missing(MissingReason.NOT_AVAILABLE));
    }

    private static MonthFigure fraction(ReportingMonth month, int numerator, int denominator) {
        BigDecimal top = BigDecimal.valueOf(numerator);
        BigDecimal bottom = BigDecimal.valueOf(denominator);
        return figure(
                month,
                Optional.of(top),
                Optional.of(bottom),
                Figure.of(BigDecimal.valueOf(100).multiply(top).divide(bottom, MathContext.DECIMAL64)));
    }

    private static MonthFigure count(ReportingMonth month, int number) {
        return figure(month, Optional.empty(), Optional.empty(), Figure.of(BigDecimal.valueOf(number)));
    }

    private static MonthFigure figure(
            ReportingMonth month, Optional<BigDecimal> top, Optional<BigDecimal> bottom, Figure figure) {
        return new MonthFigure(month, top, bottom, figure, "", "", "", OptionalLong.of(month.key()));
    }

    private static Catalogue catalogue(List<Organisation> places) {
        Organisation trust = new Organisation("TRUST", "Children's Trust of Nowhere", "trust", Optional.empty());
        List<Organisation> organisations =
                Stream.of(List.of(trust), places).flatMap(List::stream).toList();
        return new Catalogue(
                "0".repeat(64),
                List.of(
                        measure("VISITED", "Homes visited in time", Unit.PERCENT, Aggregation.RATIO, 1),
                        measure("OPEN", "Cases open", Unit.COUNT, Aggregation.STOCK, 2)),
                organisations.stream()
                        .map(Organisation::code)
                        .map(LocalityEdition::target)
                        .toList(),
                List.of(),
                organisations,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Target target(String organisation) {
        return new Target(
                "VISITED",
                organisation,
                MONTH.minusMonths(11),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(85)),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.valueOf(2));
    }

    private static Measure measure(String code, String name, Unit unit, Aggregation aggregation, int position) {
        boolean fraction = unit == Unit.PERCENT;
        return new Measure(
                code,
                name,
                name,
                "printed",
                "services",
                "left",
                position,
                "n",
                unit,
                0,
                fraction ? "homes seen in time" : "",
                fraction ? "homes due" : "",
                "",
                fraction ? Polarity.HIGHER_IS_BETTER : Polarity.CONTEXT,
                Frequency.MONTHLY,
                aggregation,
                Lifecycle.LIVE,
                true);
    }
}
