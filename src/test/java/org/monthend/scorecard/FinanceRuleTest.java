package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.ScorecardFigures.ReportedFinance;

class FinanceRuleTest {

    private static final ReportingMonth APRIL = new ReportingMonth(2015, 4);
    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    @Test
    void tellsTheYearFromSpendAndWhatIsCommitted() {
        FinanceOutlook outlook = outlook(DECEMBER, steady(9, "1000000"));

        assertThat(outlook.outturn().monthsKnown()).isEqualTo(9);
        assertThat(outlook.outturn().outturn().orElseThrow().median()).isEqualTo(12_050_000, within(1.0));
        assertThat(outlook.committed()).contains(new BigDecimal("50000"));
        assertThat(outlook.budget()).contains(new BigDecimal("12500000"));
        assertThat(outlook.sentence())
                .isEqualTo("Heading for £12.1M, £450K under the budget of £12.5M; very unlikely (5%) to overspend;"
                        + " the finance team expects £12.4M.");
    }

    @Test
    void saysHowSureItIsOfUnevenSpend() {
        List<ReportedFinance> said = List.of(
                stated(APRIL, "900000"),
                stated(APRIL.plusMonths(1), "2100000"),
                stated(APRIL.plusMonths(2), "3000000"),
                stated(APRIL.plusMonths(3), "4200000"));

        assertThat(outlook(APRIL.plusMonths(3), said).sentence())
                .isEqualTo(
                        "Heading for £13.7M (80% likely between £8.64M and £43.1M), £1.15M over the budget of £12.5M;"
                                + " about as likely as not (60%) to overspend; the finance team expects £12.4M.");
    }

    /** Nothing is left to be ordered for. */
    @Test
    void aYearThatIsOverIsItsSpend() {
        ReportingMonth march = APRIL.plusMonths(11);
        FinanceOutlook outlook = outlook(march, steady(12, "1100000"));

        assertThat(outlook.committed()).isEmpty();
        assertThat(outlook.outturn().outturn()).contains(OutturnRange.exactly(13_200_000));
        assertThat(outlook.outturn().isComplete()).isTrue();
        assertThat(outlook.outturn().chanceShown()).contains(100);
        assertThat(outlook.sentence())
                .isEqualTo("Ended 2015/16 with £13.2M, £700K over the budget of £12.5M; the finance team says £12.4M.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # months stated | asked in | reason
            0               | 2015-12  | no spend to date has been reported
            2               | 2015-05  | too few figures
            3               | 2015-09  | no spend to date has been reported since Jun-15
            """)
    void withoutGroundThereIsAReasonAndNoFigure(int stated, String asked, String reason) {
        FinanceOutlook outlook = outlook(ReportingMonth.parse(asked), steady(stated, "1000000"));

        assertThat(outlook.outturn().outturn()).isEmpty();
        assertThat(outlook.outturn().chanceOfOverspend()).isEmpty();
        assertThat(outlook.outturn().reason()).isEqualTo(reason);
        assertThat(outlook.sentence()).startsWith("No outturn of 2015/16: " + reason);
    }

    @Test
    void twoSilentMonthsAreNoEnd() {
        FinanceOutlook outlook = outlook(DECEMBER.minusMonths(1), steady(6, "1000000"));

        assertThat(outlook.outturn().monthsKnown()).isEqualTo(6);
        assertThat(outlook.outturn().outturn().orElseThrow().median()).isEqualTo(12_050_000, within(1.0));
    }

    @Test
    void aRefundIsSpendBelowNothing() {
        List<ReportedFinance> said = new ArrayList<>(steady(8, "1000000"));
        said.add(stated(DECEMBER, "7500000"));

        assertThat(outlook(DECEMBER, said).outturn().outturn().orElseThrow().median())
                .isLessThan(12_000_000);
    }

    @Test
    void scoresWhatWasToldByMonthsKnown() {
        List<PastMoney> past = List.of(
                told("2014-12", 9, 100, 0.8, "90", "104"),
                told("2014-12", 9, 108, 0.6, "90", "104"),
                told("2015-02", 11, 95, 0.2, "103", "101"),
                told("2015-03", 12, 102, 1.0, "90", "102"),
                told("2015-04", 1, 300, 0.5, "100", "100"));
        List<ReportedFinance> said = List.of(stated(APRIL.minusMonths(1), "102"), stated(DECEMBER, "70"));

        List<MoneyAccuracy> accuracy = FinanceRule.outlook(DECEMBER, said, past).accuracy();

        assertThat(accuracy)
                .extracting(MoneyAccuracy::monthsKnown, MoneyAccuracy::outturns, MoneyAccuracy::expectations)
                .containsExactly(tuple(9, 2, 2), tuple(11, 1, 1));
        MoneyAccuracy nine = accuracy.get(0);
        assertThat(nine.meanAbsoluteError().getAsDouble()).isEqualTo(4);
        assertThat(nine.bias().getAsDouble()).isEqualTo(2);
        assertThat(nine.covered80().getAsDouble()).as("5 either way").isEqualTo(0.5);
        assertThat(nine.brier().getAsDouble()).isEqualTo((0.04 + 0.16) / 2, within(1e-12));
        assertThat(nine.expectedError().getAsDouble()).isEqualTo(2);
        assertThat(accuracy.get(1).brier().getAsDouble())
                .as("102 is no overspend of 103")
                .isEqualTo(0.04, within(1e-12));
        assertThat(accuracy.get(1).expectedBias().getAsDouble()).isEqualTo(-1);
    }

    @Test
    void nothingIsScoredBeforeMarchIsKnown() {
        assertThat(FinanceRule.outlook(
                                DECEMBER,
                                List.of(stated(DECEMBER, "70")),
                                List.of(told("2014-12", 9, 100, 0.8, "90", "104")))
                        .accuracy())
                .isEmpty();
    }

    @Property(tries = 300)
    void neverThrowsAndNeverTellsAnImpossibleChance(@ForAll("spend") List<Optional<Long>> spend) {
        List<ReportedFinance> said = new ArrayList<>();
        for (int i = 0; i < spend.size(); i++) {
            ReportingMonth month = DECEMBER.minusMonths(spend.size() - 1 - i);
            spend.get(i).ifPresent(pounds -> said.add(stated(month, pounds.toString())));
        }

        FinanceOutlook outlook = outlook(DECEMBER, said);

        assertThat(outlook.outturn().outturn().isPresent())
                .isEqualTo(outlook.outturn().reason().isEmpty());
        assertThat(outlook.sentence()).isNotBlank().doesNotContain("NaN", "Infinity");
        outlook.outturn().outturn().ifPresent(range -> {
            assertThat(List.of(range.low95(), range.low80(), range.median(), range.high80(), range.high95()))
                    .isSorted()
                    .allMatch(Double::isFinite);
            assertThat(outlook.outturn().chanceOfOverspend().getAsDouble()).isBetween(0.0, 1.0);
        });
    }

    @Provide
    Arbitrary<List<Optional<Long>>> spend() {
        Arbitrary<Optional<Long>> month = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Optional.<Long>empty())),
                Tuple.of(1, Arbitraries.just(Optional.of(0L))),
                Tuple.of(6, Arbitraries.longs().between(-1_000, 100_000_000L).map(Optional::of)));
        return month.list().ofMaxSize(60);
    }

    private static FinanceOutlook outlook(ReportingMonth month, List<ReportedFinance> said) {
        return FinanceRule.outlook(month, said, List.of());
    }

    private static List<ReportedFinance> steady(int months, String each) {
        List<ReportedFinance> said = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            said.add(stated(
                    APRIL.plusMonths(i),
                    new BigDecimal(each).multiply(BigDecimal.valueOf(i + 1)).toString()));
        }
        return said;
    }

    private static ReportedFinance stated(ReportingMonth month, String spend) {
        return new ReportedFinance(
                month,
                "TOTAL",
                Optional.of(new BigDecimal("12500000")),
                Optional.of(new BigDecimal("12400000")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(spend)),
                Optional.of(new BigDecimal("50000")),
                "",
                OptionalLong.empty());
    }

    private static PastMoney told(
            String month, int known, double median, double chance, String budget, String expected) {
        ReportingMonth madeIn = ReportingMonth.parse(month);
        return new PastMoney(
                madeIn,
                new MoneyOutturn(
                        madeIn.fiscalYear(),
                        known,
                        Optional.of(new OutturnRange(median - 9, median - 5, median, median + 5, median + 9)),
                        OptionalDouble.of(chance),
                        ""),
                Optional.of(new BigDecimal(budget)),
                Optional.of(new BigDecimal(expected)));
    }
}
