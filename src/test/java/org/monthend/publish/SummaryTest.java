package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.monthend.scorecard.MeasureLine;

class SummaryTest {

    @Test
    void countsEveryMeasureOnceByItsStanding() {
        Summary summary = Summary.of(SampleEdition.scorecard());

        assertThat(summary.met()
                        + summary.withinTolerance()
                        + summary.missed()
                        + summary.noTarget()
                        + summary.noFigure())
                .isEqualTo(summary.measures())
                .isEqualTo(31);
    }

    @Test
    void speaksInSentences() {
        assertThat(new Summary(31, 6, 1, 5, 18, 1, 10, 3, List.of("Is it so?")).numbers())
                .isEqualTo(
                        "Of 31 measures 12 can be judged against a target: 6 are on target, 1 is within tolerance and 5"
                                + " are off target; 18 have no target and 1 has no figure to judge. Over six months 10 measures"
                                + " have moved for the better and 3 for the worse. 1 query is open.");
        assertThat(new Summary(2, 1, 0, 1, 0, 0, 1, 0, List.of()).numbers())
                .isEqualTo(
                        "Of 2 measures 2 can be judged against a target: 1 is on target and 1 is off target. Over six"
                                + " months 1 measure has moved for the better and 0 for the worse. No query is open.");
    }

    @Test
    void talliesWhatIsJudgedEvenWhenItIsNone() {
        Summary empty = Summary.of(SampleEdition.with(List.<MeasureLine>of()));

        assertThat(empty.tallies())
                .extracting(tally -> tally.number() + " " + tally.label())
                .containsExactly(
                        "0 on target", "0 off target", "0 moved for the better over six months", "0 for the worse");
    }

    @Test
    void asksAboutAVarianceThatDoesNotFollow() {
        assertThat(Summary.of(SampleEdition.scorecard()).queries())
                .singleElement()
                .asString()
                .startsWith("Budget spend and forecast: the reported variance +£831K");
    }
}
