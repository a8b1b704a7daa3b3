package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.PageText;
import org.monthend.catalogue.Unit;

/** A quarter of which an earlier scorecard speaks, and perhaps its months too. */
class ReportedQuarterTest {

    private static final FiscalQuarter QUARTER = new FiscalQuarter(new FiscalYear(2015), 2);
    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # aggregation | unit    | Jul;Aug;Sep         | reported    | basis    | printed     | differs
            STOCK         | COUNT   | ;;                  | 17*         | REPORTED | 17*         | false
            STOCK         | COUNT   | ;;                  | new measure | REPORTED | new measure | false
            STOCK         | COUNT   | 4;5;6               | 6           | COMPUTED | 6           | false
            STOCK         | COUNT   | 4;5;6               | 7           | COMPUTED | 6           | true
            STOCK         | COUNT   | ;;6                 | 7           | COMPUTED | 6           | true
            STOCK         | COUNT   | 4;5;                | 7           | REPORTED | 7           | false
            STOCK         | COUNT   | 4;5;6               | -           | COMPUTED | 6           | true
            STOCK         | COUNT   | -;-;-               | 5           | COMPUTED | -           | true
            STOCK         | COUNT   | -;-;-               | new measure | COMPUTED | -           | false
            STOCK         | COUNT   | -;-;                | 5           | REPORTED | 5           | false
            FLOW          | COUNT   | 4;5;6               | 15          | COMPUTED | 15          | false
            FLOW          | COUNT   | 4;;6                | 15          | REPORTED | 15          | false
            FLOW_MEAN     | COUNT   | 4;5;5               | 5           | COMPUTED | 5           | false
            RATIO         | PERCENT | 2/3;2/3;2/3         | 67          | COMPUTED | 67%         | false
            RATIO         | PERCENT | 2/3;2/3;2/3         | 66.7        | COMPUTED | 67%         | false
            RATIO         | PERCENT | 2/3;2/3;2/3         | 66.6        | COMPUTED | 67%         | true
            RATIO         | PERCENT | 2/3;2/3;2/3         | 66          | COMPUTED | 67%         | true
            RATIO         | PERCENT | 1/2;1/2;3/4         | 62          | COMPUTED | 63%         | false
            RATIO         | PERCENT | 75;80;90            | 81          | REPORTED | 81%         | false
            RANK          | COUNT   | 4;5;6               | 5           | REPORTED | 5           | false
            """)
    void countsOnlyWhereItsMonthsDoNotMakeItWhole(
            Aggregation aggregation,
            Unit unit,
            String months,
            String reported,
            Basis basis,
            String printed,
            boolean differs) {
        Measure measure = Measures.measure("M", unit, 0, aggregation);
        PeriodFigure cell = Quarters.of(QUARTER, measure, months(measure, months), Optional.of(said(reported)));

        assertThat(cell.basis()).isEqualTo(basis);
        assertThat(cell.printed()).isEqualTo(printed);
        assertThat(cell.contradicted(measure).isPresent()).isEqualTo(differs);
        assertThat(cell.partial()).isFalse();
        assertThat(cell.reported()).isPresent();
    }

    @Test
    void ofAQuarterlyMeasureTheQuartersLastMonthIsTheWholeQuarter() {
        Measure measure = Measures.with(Measures.percent("M"), Frequency.QUARTERLY);

        assertThat(Quarters.of(QUARTER, measure, months(measure, ";;87"), Optional.of(said("87")))
                        .basis())
                .isEqualTo(Basis.COMPUTED);
        assertThat(Quarters.of(QUARTER, measure, months(measure, ";;"), Optional.of(said("87")))
                        .basis())
                .isEqualTo(Basis.REPORTED);
    }

    @Test
    void withoutAnEarlierScorecardNothingChanges() {
        Measure measure = Measures.count("M");
        Map<ReportingMonth, MonthFigure> months = months(measure, "4;5;");

        assertThat(Quarters.of(QUARTER, measure, months, Optional.empty()))
                .isEqualTo(Quarters.of(QUARTER, measure, months));
    }

    @Test
    void itsFootnoteStandsOnTheScorecard() {
        Measure measure = Measures.count("M");
        Scorecard scorecard = scorecard(measure, List.of(), said("17*"));

        assertThat(scorecard.measures().get(0).quarters().get(3).shownAsReported())
                .contains(said("17*"));
        assertThat(scorecard.texts()).contains(new PageText("footnote", "*", "A note."));
    }

    @Test
    void aDifferenceIsToldWithBothFigures() {
        Measure measure = Measures.count("M");
        Scorecard scorecard = scorecard(measure, Months.from(QUARTER.firstMonth(), Unit.COUNT, "4;5;6"), said("7"));

        assertThat(QuarterDifference.in(scorecard).map(QuarterDifference::sentence))
                .containsExactly(
                        "Measure M in 2015/16 Qtr2 was reported as 7 in the scorecard of Dec-15, but its months"
                                + " make it 6.0.");
        assertThat(QuarterDifference.in(scorecard).map(QuarterDifference::figures))
                .containsExactly("2015/16 Qtr2 reported as 7, computed as 6.0");
        assertThat(QuarterDifference.in(scorecard(measure, List.of(), said("7"))))
                .isEmpty();
    }

    private static Scorecard scorecard(Measure measure, List<MonthFigure> months, QuarterFigure reported) {
        return ScorecardRule.compute(
                DECEMBER,
                Catalogues.TRUST,
                Catalogues.of(measure),
                new ScorecardFigures(
                        Map.of(measure.code(), months),
                        Map.of(measure.code(), List.of(reported)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static Map<ReportingMonth, MonthFigure> months(Measure measure, String words) {
        return Months.byMonth(Months.from(QUARTER.firstMonth(), measure.unit(), words));
    }

    private static QuarterFigure said(String words) {
        String mark = words.endsWith("*") ? "*" : "";
        String plain = words.replace("*", "");
        Figure figure = Arrays.stream(MissingReason.values())
                .filter(reason -> reason.printed().equals(plain))
                .findFirst()
                .map(Figure::missing)
                .orElseGet(() -> Figure.of(new BigDecimal(plain)));
        return new QuarterFigure(QUARTER, figure, mark, mark.isEmpty() ? "" : "A note.", DECEMBER, OptionalLong.of(1));
    }
}
