package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;

class MoneyRuleTest {

    private static final FiscalYear YEAR = new FiscalYear(2015);
    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);
    private static final OptionalDouble NO_BUDGET = OptionalDouble.empty();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # cumulative, up to June | monthly
            10;25;45                 | 10;15;20
            10;25;40;45;5;15;30      | 5;10;15
            10;;40                   | 10;15;15
            ;;45                     | 15;15;15
            45                       | 15;15;15
            10;25;20                 | 10;15;-5
            10;25;                   | 10;15;
            """)
    void takesEachMonthsSpendFromTheSpendSinceApril(String cumulative, String monthly) {
        List<OptionalDouble> spend = MoneyRule.monthly(figures(cumulative), new ReportingMonth(2015, 6)).stream()
                .map(MoneyRule.Month::spend)
                .toList();

        List<OptionalDouble> latest = figures(monthly);
        assertThat(spend.subList(spend.size() - 3, spend.size()))
                .isEqualTo(latest.subList(latest.size() - 3, latest.size()));
    }

    @Test
    void addsWhatIsCommittedAndTheRestOfTheYearToTheSpendSoFar() {
        MoneyOutturn outturn = MoneyRule.outturn(
                figures("100;200;300;400;500;600;700;800;900"), DECEMBER, 50, OptionalDouble.of(1300), YEAR);

        assertThat(outturn.monthsKnown()).isEqualTo(9);
        assertThat(outturn.outturn().orElseThrow().median()).isEqualTo(1250, within(1e-6));
        assertThat(outturn.chanceOfOverspend().orElseThrow()).isLessThan(0.01);
    }

    @Test
    void isLessSureWhereSpendIsUneven() {
        MoneyOutturn uneven = MoneyRule.outturn(
                figures("100;180;320;380;510;600;740;790;900"), DECEMBER, 0, OptionalDouble.of(1250), YEAR);

        OutturnRange range = uneven.outturn().orElseThrow();
        assertThat(range.low80()).isLessThan(1200);
        assertThat(range.high80()).isGreaterThan(1200);
        assertThat(uneven.chanceOfOverspend().orElseThrow()).isBetween(0.02, 0.6);
    }

    @Test
    void aYearThatIsOverIsKnown() {
        MoneyOutturn over = MoneyRule.outturn(
                figures("1;2;3;4;5;6;7;8;9;10;11;12"), YEAR.lastMonth(), 0, OptionalDouble.of(11), YEAR);

        assertThat(over.outturn()).contains(OutturnRange.exactly(12));
        assertThat(over.chanceOfOverspend()).hasValue(1);
    }

    @Test
    void spendingTheBudgetIsNoOverspend() {
        MoneyOutturn exact = MoneyRule.outturn(
                figures("1;2;3;4;5;6;7;8;9;10;11;12"), YEAR.lastMonth(), 0, OptionalDouble.of(12), YEAR);

        assertThat(exact.chanceOfOverspend()).hasValue(0);
    }

    @Test
    void judgesNoOverspendWithoutABudget() {
        MoneyOutturn outturn = MoneyRule.outturn(figures("100;200;300;400"), DECEMBER, 0, NO_BUDGET, YEAR);

        assertThat(outturn.outturn()).isPresent();
        assertThat(outturn.chanceOfOverspend()).isEmpty();
    }

    /** Of the first seven months only the sum is known; two months on their own are too few. */
    @Test
    void takesNoEvenShareForAFigure() {
        MoneyOutturn outturn = MoneyRule.outturn(figures("700;800;900"), DECEMBER, 0, NO_BUDGET, YEAR);

        assertThat(outturn.monthsKnown()).isEqualTo(9);
        assertThat(outturn.reason()).isEqualTo("too few figures");
    }

    @Test
    void countsWhatSeveralMonthsSpentTogether() {
        MoneyOutturn outturn =
                MoneyRule.outturn(figures("500;600;700;800;900"), DECEMBER, 0, OptionalDouble.of(1200), YEAR);

        assertThat(outturn.monthsKnown()).isEqualTo(9);
        assertThat(outturn.outturn().orElseThrow().median()).isEqualTo(1200, within(1e-6));
    }

    @Test
    void saysNothingWithoutAnySpend() {
        assertThat(MoneyRule.outturn(List.of(), DECEMBER, 0, NO_BUDGET, YEAR).reason())
                .isEqualTo("too few figures");
        assertThat(MoneyRule.outturn(figures(";;"), DECEMBER, 0, NO_BUDGET, YEAR)
                        .reason())
                .isEqualTo("too few figures");
    }

    private static List<OptionalDouble> figures(String values) {
        return Arrays.stream(values.split(";", -1))
                .map(value -> value.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value)))
                .toList();
    }
}
