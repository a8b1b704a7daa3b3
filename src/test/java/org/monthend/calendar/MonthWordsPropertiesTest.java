package org.monthend.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MonthWordsPropertiesTest {

    @Property
    void readsBackEveryFormThatTheProductWrites(@ForAll("months") ReportingMonth month) {
        assertThat(MonthWords.read(month.label())).contains(month);
        assertThat(MonthWords.read(month.longLabel())).contains(month);
        assertThat(MonthWords.read(month.toString())).contains(month);
        assertThat(MonthWords.read(month.lastDay().toString())).contains(month);
        assertThat(MonthWords.read(month.lastDayLabel() + "-" + month.year())).contains(month);
        assertThat(MonthWords.read(month.lastDayLabel())).isEmpty();
    }

    @Provide
    Arbitrary<ReportingMonth> months() {
        return Arbitraries.integers().between(2000 * 12, 2050 * 12 - 1).map(ReportingMonth::ofIndex);
    }
}
