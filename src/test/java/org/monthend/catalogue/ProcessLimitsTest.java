package org.monthend.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProcessLimitsTest {

    /** Of the reference package's own guide: the range of 9 and 8 around the ten are screened. */
    private static final double[] ONE_OUTLIER = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};

    @Test
    void lieAtTwoPointSixSixMeanRanges() {
        ProcessLimits limits = ProcessLimits.of(new double[] {10, 11, 10, 11, 10, 11});

        assertThat(limits.mean()).isEqualTo(10.5);
        assertThat(limits.lower()).isCloseTo(7.84, within(1e-12));
        assertThat(limits.upper()).isCloseTo(13.16, within(1e-12));
        assertThat(limits.nearLower()).isCloseTo(10.5 - 2.66 * 2 / 3, within(1e-12));
        assertThat(limits.nearUpper()).isCloseTo(10.5 + 2.66 * 2 / 3, within(1e-12));
        assertThat(limits.sigma()).isCloseTo(1 / 1.128, within(1e-12));
    }

    @Test
    void screeningLeavesLargeRangesOutAndKeepsTheMean() {
        ProcessLimits screened = ProcessLimits.of(ONE_OUTLIER);
        ProcessLimits unscreened = ProcessLimits.of(ONE_OUTLIER, ProcessLimits.ranges(ONE_OUTLIER), false);

        assertThat(screened.meanRange()).isEqualTo(1);
        assertThat(screened.rangesLeftOut()).isEqualTo(2);
        assertThat(unscreened.meanRange()).isCloseTo(32 / 17.0, within(1e-12));
        assertThat(screened.mean()).isEqualTo(unscreened.mean());
    }

    @Test
    void areTheMeanWhereNothingVaries() {
        ProcessLimits constant = ProcessLimits.of(new double[] {5, 5, 5});

        assertThat(constant.lower()).isEqualTo(5);
        assertThat(constant.upper()).isEqualTo(5);
        assertThat(constant.areScreenedAway()).isFalse();
    }

    @Test
    void areScreenedAwayWhereHardlyAnythingHappens() {
        assertThat(ProcessLimits.of(new double[] {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0})
                        .areScreenedAway())
                .isTrue();
    }

    @Test
    void oneFigureHasNoRange() {
        ProcessLimits one = ProcessLimits.of(new double[] {5});

        assertThat(one.ranges()).isZero();
        assertThat(one.upper()).isEqualTo(5);
    }
}
