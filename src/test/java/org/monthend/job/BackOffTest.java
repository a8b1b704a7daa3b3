package org.monthend.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofMinutes(1), Duration.ofMinutes(15), 5);

    @ParameterizedTest(name = "after {0} failures {1}")
    @CsvSource({"1, PT1M", "2, PT2M", "3, PT4M", "4, PT8M", "5, PT15M", "6, PT15M", "1000000, PT15M"})
    void waitsTwiceAsLongAfterEveryFailureAndNeverLongerThanTheCap(int failures, Duration wait) {
        assertThat(backOff.after(failures)).isEqualTo(wait);
    }

    @Test
    void isExhaustedWhenAllRetriesHaveFailed() {
        assertThat(backOff.isExhaustedAfter(5)).isFalse();
        assertThat(backOff.isExhaustedAfter(6)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1M, 5", "PT2M, PT1M, 5", "PT1M, PT2M, -1"})
    void isRefusedWhereItMakesNoSense(Duration first, Duration cap, int retries) {
        assertThatThrownBy(() -> new BackOff(first, cap, retries)).isInstanceOf(IllegalArgumentException.class);
    }
}
