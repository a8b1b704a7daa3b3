package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Polarity;
import org.monthend.scorecard.ScorecardFigures.ReportedCategory;
import org.monthend.scorecard.ScorecardFigures.ReportedFinance;
import org.monthend.scorecard.ScorecardFigures.ReportedProject;

class ScorecardPropertiesTest {

    private static final ReportingMonth MONTH = new ReportingMonth(2015, 12);
    private static final Measure DONE = Measures.percent("DONE");
    private static final Measure OPEN = Measures.count("OPEN");
    private static final Catalogue CATALOGUE = Catalogues.of(DONE, OPEN);

    @Property(tries = 200)
    void laterMonthsChangeNothing(
            @ForAll("history") List<MonthFigure> months, @ForAll("later") List<MonthFigure> later) {
        ScorecardFigures now = figures(months, List.of(MONTH));
        ScorecardFigures thereafter = figures(
                Stream.concat(months.stream(), later.stream()).toList(),
                List.of(MONTH, MONTH.plusMonths(1), MONTH.plusMonths(12)));

        assertThat(compute(thereafter)).isEqualTo(compute(now));
    }

    @Property(tries = 200)
    void theOrderOfTheFiguresDoesNotMatter(@ForAll("history") List<MonthFigure> months, @ForAll Random random) {
        List<MonthFigure> shuffled = new ArrayList<>(months);
        Collections.shuffle(shuffled, random);

        assertThat(compute(figures(shuffled, List.of(MONTH)))).isEqualTo(compute(figures(months, List.of(MONTH))));
    }

    @Property(tries = 200)
    void flippingThePolarityChangesColoursNeverFiguresNorArrows(@ForAll("history") List<MonthFigure> months) {
        ScorecardFigures figures = figures(months, List.of(MONTH));
        MeasureLine higher = compute(figures).measures().get(1);
        MeasureLine lower = ScorecardRule.compute(
                        MONTH,
                        Catalogues.TRUST,
                        Catalogues.of(DONE, Measures.with(OPEN, Polarity.LOWER_IS_BETTER)),
                        figures)
                .measures()
                .get(1);

        assertThat(lower.quarters()).isEqualTo(higher.quarters());
        assertThat(lower.latest()).isEqualTo(higher.latest());
        assertThat(lower.forecast()).isEqualTo(higher.forecast());
        assertThat(lower.trend().direction()).isEqualTo(higher.trend().direction());
        assertThat(lower.trend().z()).isEqualTo(higher.trend().z());
    }

    @Property(tries = 200)
    void everyCellSaysSomethingOrTheOneBeforeItDoes(@ForAll("history") List<MonthFigure> months) {
        for (MeasureLine line : compute(figures(months, List.of(MONTH))).measures()) {
            List<PeriodFigure> row = Stream.concat(line.quarters().stream(), Stream.of(line.latest()))
                    .toList();
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i).printed().isEmpty()) {
                    assertThat(row.get(i).figure()).isEqualTo(row.get(i - 1).figure());
                }
                if (row.get(i).printed().startsWith("0")) {
                    assertThat(row.get(i).figure().reportedValue()).isPresent();
                }
            }
        }
    }

    private static Scorecard compute(ScorecardFigures figures) {
        return ScorecardRule.compute(MONTH, Catalogues.TRUST, CATALOGUE, figures);
    }

    /** Both measures have the same months; everything else is reported once for each of the other months given. */
    private static ScorecardFigures figures(List<MonthFigure> months, List<ReportingMonth> others) {
        return new ScorecardFigures(
                Map.of("DONE", months, "OPEN", months),
                others.stream().map(ScorecardPropertiesTest::finance).toList(),
                others.stream().map(month -> category(month, "GRADE", "G")).toList(),
                others.stream().map(month -> category(month, "OPINION", "LA")).toList(),
                others.stream()
                        .map(month -> new ReportedProject(month, "P1", "G", "A", "", OptionalLong.empty()))
                        .toList());
    }

    private static ReportedFinance finance(ReportingMonth month) {
        Optional<BigDecimal> pounds = Optional.of(BigDecimal.valueOf(month.key()));
        return new ReportedFinance(
                month, "TOTAL", pounds, pounds, pounds, Optional.empty(), pounds, pounds, "", OptionalLong.empty());
    }

    private static ReportedCategory category(ReportingMonth month, String scheme, String code) {
        return new ReportedCategory(month, scheme, code, BigDecimal.valueOf(month.month()), OptionalLong.empty());
    }

    @Provide
    Arbitrary<List<MonthFigure>> history() {
        return figure().list().ofSize(36).map(figures -> dated(MONTH.minusMonths(35), figures));
    }

    @Provide
    Arbitrary<List<MonthFigure>> later() {
        return figure().list().ofMinSize(1).ofMaxSize(6).map(figures -> dated(MONTH.plusMonths(1), figures));
    }

    /** A figure and its mark, a reason why there is none, or no statement at all. */
    private static Arbitrary<Optional<MonthFigure>> figure() {
        Arbitrary<Figure> value =
                Arbitraries.integers().between(0, 100).map(number -> Figure.of(BigDecimal.valueOf(number)));
        Arbitrary<Figure> missing = Arbitraries.of(
                        MissingReason.NOTHING_TO_REPORT, MissingReason.NEW_MEASURE, MissingReason.UNDER_DEVELOPMENT)
                .map(Figure::missing);
        Arbitrary<String> mark = Arbitraries.of("", "", "", "*", "⁴");
        return Combinators.combine(Arbitraries.oneOf(value, value, missing), mark)
                .as((figure, footnote) -> Months.noted(MONTH, figure, footnote, footnote.isEmpty() ? "" : "A note."))
                .optional(0.8);
    }

    private static List<MonthFigure> dated(ReportingMonth first, List<Optional<MonthFigure>> figures) {
        return IntStream.range(0, figures.size())
                .boxed()
                .flatMap(i -> figures.get(i).stream()
                        .map(figure -> Months.noted(
                                first.plusMonths(i), figure.figure(), figure.footnoteMark(), figure.footnoteText())))
                .toList();
    }
}
