package org.monthend.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.monthend.calendar.FiscalYear;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.FinanceLine;
import org.monthend.scorecard.FinanceOutlook;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.MoneyAccuracy;
import org.monthend.scorecard.MoneyOutturn;
import org.monthend.scorecard.OutturnRange;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.SpendMonth;
import org.xml.sax.InputSource;

class FinanceSectionTest {

    private static final FiscalYear YEAR = new FiscalYear(2021);

    @Test
    void aLineThatStatesItsSpendLeadsToItsOwnPart() throws Exception {
        String page = new ScorecardPage().html(SampleEdition.draft(with(position("POOL", outlook(5)))));

        assertThat(page)
                .contains(
                        "<a href=\"#finance-POOL\"><span data-line=\"POOL\" data-column=\"name\">Pool &amp; gym</span></a>")
                .contains("id=\"finance-POOL\"")
                .contains("Heading for £1.20M &lt;so far&gt;.")
                .contains("<td role=\"cell\" class=\"source\">money.xlsx ▸ Sheet ▸ E9</td>");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }

    @Test
    void aLineWithoutAnySpendLeadsNowhere() {
        String page = new ScorecardPage().html(SampleEdition.draft(with(position("POOL", outlook(0)))));

        assertThat(page).contains("data-line=\"POOL\"").doesNotContain("finance-POOL");
    }

    @Test
    void drawsBudgetSpendRangeAndTheTeamsOutturn() {
        FinanceSection section =
                FinanceSection.all(List.of(position("POOL", outlook(5)))).get(0);

        assertThat(section.chart())
                .contains(
                        "class=\"aim\"", "class=\"figures\"", "class=\"fan80\"", "class=\"expected\"", "class=\"team\"")
                .contains("budget £1.10M", "expect £1.20M", "team £1.15M")
                .doesNotContain("NaN", "class=\"before\"");
        assertThat(section.spent()).isEqualTo("£500K spent to Aug-21");
        assertThat(section.verdicts())
                .containsExactly(
                        "45% of the budget, with 5 of 12 months gone",
                        "80% chance of an overspend", "finance team: £1.15M");
        assertThat(section.facts())
                .extracting(MeasureSection.Fact::term)
                .containsExactly("Year 2021/22", "Committed", "Finance team", "Past accuracy");
        assertThat(section.facts().get(2).text())
                .isEqualTo("£1.15M expected, within the 80% range of what its months lead to.");
    }

    @Test
    void listsTheMonthsNewestFirstEachWithItsOwnSpend() {
        FinanceSection section =
                FinanceSection.all(List.of(position("POOL", outlook(3)))).get(0);

        assertThat(section.months())
                .extracting(month -> month.label() + " " + month.spendToDate() + " " + month.spent())
                .containsExactly("Jun-21 £300,000 £100,000", "May-21 £200,000 £100,000", "Apr-21 £100,000 £100,000");
    }

    @Test
    void saysHowGoodBothWere() {
        FinanceSection section =
                FinanceSection.all(List.of(position("POOL", outlook(3)))).get(0);

        assertThat(section.facts().get(3).text())
                .isEqualTo(
                        "Of years that have ended, 2 outturns of earlier scorecards missed by £40.0K on average, and"
                                + " 1 of 2 came within the 80% range; one of the finance team's from the same months missed by £10.0K.");
        assertThat(section.past())
                .containsExactly(new FinanceSection.Past("9 of 12", "£40.0K (2)", "1 of 2", "0.16", "£10.0K"));
    }

    private static Scorecard with(FinancePosition position) {
        Scorecard sample = SampleEdition.scorecard();
        return new Scorecard(
                sample.month(),
                sample.organisation(),
                sample.measures(),
                List.of(position),
                sample.distributions(),
                sample.auditOpinions(),
                sample.projects(),
                sample.texts());
    }

    private static FinancePosition position(String code, FinanceOutlook outlook) {
        return new FinancePosition(
                new FinanceLine(code, "Pool & gym", false, FinanceLine.Kind.MONEY, 1),
                Optional.of(new BigDecimal("1100000")),
                Optional.of(new BigDecimal("1150000")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "£1.10M",
                "£1.15M",
                "",
                OptionalLong.empty(),
                Optional.of(outlook));
    }

    private static FinanceOutlook outlook(int months) {
        return new FinanceOutlook(
                new MoneyOutturn(
                        YEAR,
                        months,
                        Optional.of(new OutturnRange(1_050_000, 1_100_000, 1_200_000, 1_300_000, 1_350_000)),
                        OptionalDouble.of(0.81),
                        ""),
                Optional.of(new BigDecimal("20000")),
                Optional.of(new BigDecimal("1100000")),
                IntStream.range(0, months)
                        .mapToObj(i -> month(YEAR.firstMonth().plusMonths(i), 100_000L * (i + 1)))
                        .toList(),
                List.of(new MoneyAccuracy(
                        9,
                        2,
                        OptionalDouble.of(40_000),
                        OptionalDouble.of(0),
                        OptionalDouble.of(0.5),
                        2,
                        OptionalDouble.of(0.16),
                        1,
                        OptionalDouble.of(10_000),
                        OptionalDouble.of(10_000))),
                "Heading for £1.20M <so far>.");
    }

    private static SpendMonth month(ReportingMonth month, long spend) {
        return new SpendMonth(
                month,
                Optional.of(BigDecimal.valueOf(spend)),
                Optional.empty(),
                Optional.of(new BigDecimal("1100000")),
                Optional.of(new BigDecimal("1150000")),
                "money.xlsx ▸ Sheet ▸ E9",
                OptionalLong.empty());
    }
}
