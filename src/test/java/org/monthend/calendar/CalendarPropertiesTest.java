package org.monthend.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CalendarPropertiesTest {

    @Property
    void aMonthReadsBackFromEveryForm(@ForAll("months") ReportingMonth month) {
        assertThat(ReportingMonth.parse(month.toString())).isEqualTo(month);
        assertThat(ReportingMonth.ofKey(month.key())).isEqualTo(month);
        assertThat(ReportingMonth.ofIndex(month.index())).isEqualTo(month);
        assertThat(ReportingMonth.of(month.firstDay())).isEqualTo(month);
        assertThat(ReportingMonth.of(month.lastDay())).isEqualTo(month);
    }

    @Property
    void monthsAddUp(@ForAll("months") ReportingMonth month, @ForAll @IntRange(min = -240, max = 240) int steps) {
        ReportingMonth moved = month.plusMonths(steps);

        assertThat(moved.minusMonths(steps)).isEqualTo(month);
        assertThat(moved.firstDay()).isEqualTo(month.firstDay().plusMonths(steps));
        assertThat(Integer.signum(moved.compareTo(month))).isEqualTo(Integer.signum(steps));
        assertThat(moved.isAfter(month)).isEqualTo(steps > 0);
        assertThat(moved.isBefore(month)).isEqualTo(steps < 0);
        assertThat(Integer.signum(moved.key() - month.key())).isEqualTo(Integer.signum(steps));
    }

    @Property
    void theNextMonthStartsTheDayAfterTheLast(@ForAll("months") ReportingMonth month) {
        LocalDate nextDay = month.lastDay().plusDays(1);

        assertThat(ReportingMonth.of(nextDay)).isEqualTo(month.plusMonths(1));
        assertThat(month.firstDay().plusDays(month.days())).isEqualTo(nextDay);
    }

    @Property
    void everyMonthLiesInItsQuarterAndYear(@ForAll("months") ReportingMonth month) {
        FiscalQuarter quarter = month.quarter();

        assertThat(quarter.months()).hasSize(3).contains(month);
        assertThat(quarter.year()).isEqualTo(month.fiscalYear());
        assertThat(month.fiscalYear().months()).contains(month).containsAll(quarter.months());
        assertThat(month.endsQuarter()).isEqualTo(month.equals(quarter.lastMonth()));
    }

    @Property
    void quartersFollowOneAnother(
            @ForAll("months") ReportingMonth month, @ForAll @IntRange(min = -80, max = 80) int steps) {
        FiscalQuarter quarter = month.quarter();

        assertThat(quarter.plusQuarters(1).firstMonth())
                .isEqualTo(quarter.lastMonth().plusMonths(1));
        assertThat(quarter.plusQuarters(steps))
                .isEqualTo(month.plusMonths(3 * steps).quarter());
        assertThat(quarter.plusQuarters(steps).index() - quarter.index()).isEqualTo(steps);
        assertThat(Integer.signum(quarter.plusQuarters(steps).compareTo(quarter)))
                .isEqualTo(Integer.signum(steps));
    }

    /** Room is left for the steps on both sides. */
    @Provide
    Arbitrary<ReportingMonth> months() {
        return Arbitraries.integers().between(1930 * 12, 2170 * 12 - 1).map(ReportingMonth::ofIndex);
    }
}
