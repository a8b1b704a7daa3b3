package org.monthend.scorecard.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.monthend.scorecard.disclosure.CopySketch.january;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.disclosure.Disclosure.Safe;
import org.monthend.scorecard.disclosure.Disclosure.Told;
import org.monthend.scorecard.disclosure.Hidden.Why;

class DisclosureControlTest {

    private static final ReportingMonth JULY = new ReportingMonth(2015, 7);
    private static final ReportingMonth JANUARY = new ReportingMonth(2016, 1);

    @ParameterizedTest(name = "{1} months {0} of a {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    # July to September | hidden                                  | unit      | quarter
                    0     7     9     | nothing                                 | COUNT     | STOCK
                    1     7     9     | Jul-15                                  | COUNT     | STOCK
                    5     6     9     | Jul-15                                  | COUNT     | STOCK
                    9     7     5     | 2015/16 Qtr2, Sep-15                    | COUNT     | STOCK
                    9     3     7     | Aug-15, Sep-15                          | COUNT     | FLOW
                    9     0     4     | Jul-15, Sep-15                          | COUNT     | FLOW
                    0     0     4     | 2015/16 Qtr2, Sep-15                    | COUNT     | FLOW
                    2     3     9     | Jul-15, Aug-15, Sep-15                  | COUNT     | FLOW
                    9     3     7     | Aug-15, Sep-15                          | COUNT     | FLOW_MEAN
                    9/90  3/90  20/90 | Jul-15, Aug-15                          | PERCENT   | RATIO
                    9/900 3/900 20/900| Aug-15                                  | PERCENT   | RATIO
                    9/10  30/40 20/40 | Jul-15, Aug-15                          | PERCENT   | RATIO
                    0/4   30/40 20/40 | Aug-15                                  | PERCENT   | RATIO
                    0/4   300/400 200/400 | nothing                             | PERCENT   | RATIO
                    3/3   30/40 20/40 | Jul-15, Sep-15                          | PERCENT   | RATIO
                    40/40 30/40 20/40 | nothing                                 | PERCENT   | RATIO
                    70/4  80/9  99/9  | Jul-15                                  | WEEKS     | RATIO
                    70/7  80/9  99/9  | nothing                                 | WEEKS     | RATIO
                    4/65000 90/65000 80/65000 | Jul-15                          | PER_10000 | STOCK_RATIO
                    """)
    void hidesSmallCountsAndWhatWouldTellThem(String months, String expected, Unit unit, Aggregation quarter) {
        Scorecard scorecard = january()
                .measure(CopySketch.measure("M", unit, quarter, "above", "below"), JULY, months)
                .scorecard();
        List<String> hidden =
                safe(scorecard).hidden().keySet().stream().map(CopyCell::period).toList();
        assertThat(hidden)
                .isEqualTo(
                        expected.equals("nothing")
                                ? List.of()
                                : Stream.of(expected.split(","))
                                        .map(String::strip)
                                        .toList());
    }

    @Test
    void aPercentageWithoutItsCountsMayBeOfFewSoItIsHidden() {
        Disclosure disclosure = safe(january()
                .percent("M", "above", "below", JULY, "12 0 -")
                .reported("M", new FiscalQuarter(new FiscalYear(2015), 1), "17")
                .scorecard());
        assertThat(disclosure.hidden().values())
                .extracting(each -> each.cell().period() + " " + each.why())
                .containsExactly("2015/16 Qtr1 NOT_KNOWN", "Jul-15 NOT_KNOWN");
    }

    @Test
    void aSmallBaselineIsHidden() {
        assertThat(safe(january()
                                .flow("M", JULY, "9")
                                .baseline("M", "3")
                                .flow("N", JULY, "9")
                                .baseline("N", "30")
                                .scorecard())
                        .hidden()
                        .keySet())
                .containsExactly(new CopyCell("M", "baseline"));
    }

    @Test
    void aCountThatTwoMeasuresShareIsHiddenInBoth() {
        Disclosure disclosure = safe(january()
                .flow("referrals", JULY, "9 30 7")
                .flow("others", JULY, "9 30 3")
                .percent("REPEAT", "repeat referrals", "others", JULY, "0/9 11/30 0/3")
                .scorecard());
        assertThat(disclosure.hidden().keySet())
                .as("the second part of the total is the denominator of nothing that is shown")
                .containsExactlyInAnyOrder(new CopyCell("others", "Jul-15"), new CopyCell("others", "Sep-15"));

        Disclosure shared = safe(january()
                .flow("others", JULY, "9 30 3")
                .percent("REPEAT", "repeat referrals", "Others ", JULY, "8/9 11/30 0/3")
                .scorecard());
        assertThat(shared.hidden().keySet())
                .as("8 of 9 says that there were 9")
                .contains(new CopyCell("REPEAT", "Jul-15"));
    }

    @Test
    void aRollingFigureIsBoundedByItsNeighbours() {
        ReportingMonth may = new ReportingMonth(2015, 5);
        Disclosure wide = safe(january()
                .measure(
                        CopySketch.measure("R", Unit.COUNT, Aggregation.ROLLING_3M, "episodes", ""),
                        may,
                        "20 20 4 20 20 20 20 20 20")
                .scorecard());
        assertThat(wide.hides(new CopyCell("R", "Jul-15"))).isTrue();
        assertThat(wide.hides(new CopyCell("R", "2015/16 Qtr2"))).isFalse();

        // May to July are 12, of which June to August leave at most 8: July's 4 cannot be 5 when June's 9 is known.
        assertThat(safe(january()
                                .measure(
                                        CopySketch.measure("R", Unit.COUNT, Aggregation.ROLLING_3M, "episodes", ""),
                                        may,
                                        "0 0 4 4 4 0 0 0 0")
                                .scorecard())
                        .hidden())
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void whatIsOutAlreadyIsReckonedWith() {
        Scorecard september = CopySketch.of(new ReportingMonth(2015, 9))
                .flow("M", JULY, "9 3 20")
                .scorecard();
        EarlierCopy out = CopySketch.out(september, safe(september));
        assertThat(out.shown().keySet())
                .as("no quarter tells August yet")
                .containsExactly(new CopyCell("M", "Jul-15"), new CopyCell("M", "Sep-15"));

        Scorecard later = january().flow("M", JULY, "9 3 20").scorecard();
        assertThat(safe(later).hidden().keySet())
                .containsExactly(new CopyCell("M", "Jul-15"), new CopyCell("M", "Aug-15"));
        Disclosure after = safe(later, out);
        assertThat(after.hidden().keySet())
                .as("July and September are out, so the quarter has to go")
                .containsExactly(new CopyCell("M", "2015/16 Qtr2"), new CopyCell("M", "Aug-15"));
    }

    @Test
    void aSecondPartStaysHiddenOnceItsQuarterIsOut() {
        Scorecard later = january().flow("M", JULY, "9 3 20").scorecard();
        EarlierCopy out = CopySketch.out(later, safe(later));
        Scorecard nextYear = CopySketch.of(new ReportingMonth(2016, 12))
                .flow("M", JULY, "9 3 20")
                .scorecard();
        assertThat(safe(nextYear).hidden().keySet()).containsExactly(new CopyCell("M", "Aug-15"));
        assertThat(safe(nextYear, out).hidden().keySet())
                .containsExactlyInAnyOrder(new CopyCell("M", "Jul-15"), new CopyCell("M", "Aug-15"));
    }

    @Test
    void nothingIsPublishedWhenSomethingThatIsOutTellsASmallCount() {
        Scorecard first = january().flow("M", JULY, "9 8 20").scorecard();
        EarlierCopy out = CopySketch.out(first, safe(first));
        Scorecard restated = january()
                .flow("M", JULY, "9 8 20")
                .percent("P", "m", "all", JULY, "8/50 9/50 3/50")
                .scorecard();
        assertThat(DisclosureControl.of(restated, List.of(out))).isInstanceOf(Safe.class);

        EarlierCopy careless = new EarlierCopy(
                "the public copy of September 2015",
                january().flow("M", JULY, "9 3 20").scorecard(),
                Map.of(
                        new CopyCell("M", "Jul-15"), "9",
                        new CopyCell("M", "Sep-15"), "20",
                        new CopyCell("M", "2015/16 Qtr2"), "32"));
        assertThat(DisclosureControl.of(january().flow("M", JULY, "9 3 20").scorecard(), List.of(careless)))
                .isEqualTo(
                        new Told(
                                "Aug-15 of Measure M is small (counts 3) and could be told from 2015/16 Qtr2 in the public copy of September 2015, which is out already."));
    }

    @Test
    void saysWhyAFigureIsHidden() {
        Disclosure disclosure = safe(january()
                .percent("M", "above", "below", JULY, "9/90 3/90 20/90")
                .scorecard());
        assertThat(disclosure.hidden().values())
                .containsExactly(
                        new Hidden(
                                new CopyCell("M", "Jul-15"),
                                Why.PROTECTS,
                                "Aug-15 of Measure M could be told from 2015/16 Qtr2"),
                        new Hidden(new CopyCell("M", "Aug-15"), Why.SMALL, "counts 3"));
    }

    private static Disclosure safe(Scorecard scorecard, EarlierCopy... earlier) {
        return ((Safe) DisclosureControl.of(scorecard, List.of(earlier))).disclosure();
    }
}
