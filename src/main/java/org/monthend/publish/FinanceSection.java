package org.monthend.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.FinanceLine;
import org.monthend.scorecard.FinanceOutlook;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.MoneyAccuracy;
import org.monthend.scorecard.MoneyOutturn;
import org.monthend.scorecard.OutturnRange;
import org.monthend.scorecard.Printed;
import org.monthend.scorecard.SpendMonth;

/**
 * What stands behind a line of the finance table: where its year is heading, and what it spent month by month. The
 * template can call public methods only.
 *
 * @param chart an svg element; empty where there is nothing to draw
 * @param verdicts what stands beside the spend to date, the most telling first
 * @param months the newest first
 * @param past how good past outturns were, by months known; empty before any year has ended
 */
record FinanceSection(
        FinanceLine line,
        String kind,
        String sentence,
        String spent,
        List<String> verdicts,
        String chart,
        List<MeasureSection.Fact> facts,
        List<Month> months,
        List<Past> past) {

    /**
     * A month of the line.
     *
     * @param spent in the month alone; empty where that is not known
     * @param source file, sheet and cells
     */
    record Month(
            String label,
            String spendToDate,
            String spent,
            String committed,
            String budget,
            String expected,
            String source) {}

    /** How good outturns were that were told with so many months known. */
    record Past(String known, String ours, String within, String brier, String team) {}

    /** Of the lines that ever stated what they spent. */
    static List<FinanceSection> all(List<FinancePosition> positions) {
        return FinanceRow.inOrder(positions).stream()
                .flatMap(position -> position
                        .outlook()
                        .filter(outlook -> outlook.months().stream()
                                .anyMatch(month -> month.spendToDate().isPresent()))
                        .map(outlook -> of(position, outlook))
                        .stream())
                .toList();
    }

    public boolean hasChart() {
        return !chart.isEmpty();
    }

    public boolean hasBudget() {
        return chart.contains("class=\"aim\"");
    }

    public boolean hasRange() {
        return chart.contains("class=\"expected\"");
    }

    public boolean hasYearBefore() {
        return chart.contains("class=\"before\"");
    }

    public boolean hasTeam() {
        return chart.contains("class=\"team\"");
    }

    private static FinanceSection of(FinancePosition position, FinanceOutlook outlook) {
        boolean part = position.line().kind() == FinanceLine.Kind.OF_WHICH;
        return new FinanceSection(
                position.line(),
                "Pounds · financial year " + outlook.outturn().year().label()
                        + (part ? " · part of the money line, never added to it" : ""),
                outlook.sentence(),
                spent(outlook),
                verdicts(position, outlook),
                MoneyChart.svg(position.line().name(), outlook, position.forecast()),
                facts(position, outlook),
                months(outlook),
                outlook.accuracy().stream().map(FinanceSection::past).toList());
    }

    private static String spent(FinanceOutlook outlook) {
        return newest(outlook)
                        .flatMap(SpendMonth::spendToDate)
                        .map(Printed::money)
                        .orElse("") + " spent to "
                + newest(outlook).map(month -> month.month().label()).orElse("");
    }

    /** The newest month that states what was spent. */
    private static Optional<SpendMonth> newest(FinanceOutlook outlook) {
        return outlook.months().stream()
                .filter(month -> month.spendToDate().isPresent())
                .reduce((one, next) -> next);
    }

    private static List<String> verdicts(FinancePosition position, FinanceOutlook outlook) {
        List<String> verdicts = new ArrayList<>();
        MoneyOutturn outturn = outlook.outturn();
        newest(outlook)
                .filter(month -> month.month().fiscalYear().equals(outturn.year()))
                .flatMap(SpendMonth::spendToDate)
                .ifPresent(spend -> outlook.budget()
                        .filter(budget -> budget.signum() > 0)
                        .ifPresent(budget -> verdicts.add(Printed.share(
                                        BigDecimal.valueOf(100 * spend.doubleValue() / budget.doubleValue()))
                                + " of the budget, with %d of 12 months gone".formatted(outturn.monthsKnown()))));
        if (!outturn.isComplete()) {
            outturn.chanceShown().ifPresent(chance -> verdicts.add(chance + "% chance of an overspend"));
        }
        position.forecast().ifPresent(team -> verdicts.add("finance team: " + Printed.money(team)));
        return verdicts;
    }

    private static List<MeasureSection.Fact> facts(FinancePosition position, FinanceOutlook outlook) {
        List<MeasureSection.Fact> facts = new ArrayList<>();
        MoneyOutturn outturn = outlook.outturn();
        String term = "Year " + outturn.year().label();
        if (outturn.outturn().isPresent()) {
            facts.add(new MeasureSection.Fact(
                    term,
                    year(outturn, outturn.outturn().get()),
                    bar(outlook, outturn.outturn().get())));
        } else {
            facts.add(MeasureSection.Fact.of(term, "No outturn: " + outturn.reason() + "."));
        }
        outlook.committed()
                .filter(pounds -> pounds.signum() != 0)
                .ifPresent(
                        pounds -> facts.add(
                                MeasureSection.Fact.of(
                                        "Committed",
                                        Printed.money(pounds)
                                                + " is ordered for the rest of the year beside the monthly run, and is in the outturn.")));
        position.forecast().ifPresent(team -> facts.add(MeasureSection.Fact.of("Finance team", team(outturn, team))));
        facts.add(MeasureSection.Fact.of("Past accuracy", accuracy(outlook.accuracy())));
        return facts;
    }

    private static String year(MoneyOutturn outturn, OutturnRange range) {
        if (outturn.isComplete()) {
            return exact(range.median()) + ", complete.";
        }
        return "%s expected; 80%% between %s and %s, 95%% between %s and %s (%d of 12 months known)."
                .formatted(
                        exact(range.median()),
                        exact(range.low80()),
                        exact(range.high80()),
                        exact(range.low95()),
                        exact(range.high95()),
                        outturn.monthsKnown());
    }

    private static String bar(FinanceOutlook outlook, OutturnRange range) {
        return outlook.outturn().isComplete()
                ? ""
                : OutturnBar.svg(range, outlook.budget().stream().toList(), 1, FinanceSection::exact);
    }

    private static String team(MoneyOutturn outturn, BigDecimal team) {
        return outturn.outturn()
                .filter(range -> !outturn.isComplete())
                .map(range -> {
                    double pounds = team.doubleValue();
                    String place = pounds < range.low80()
                            ? "below the 80% range"
                            : pounds > range.high80() ? "above the 80% range" : "within the 80% range";
                    return Printed.money(team) + " expected, " + place + " of what its months lead to.";
                })
                .orElse(Printed.money(team) + " expected.");
    }

    /**
     * What a reader is told of both, as of the same numbers of months known: later is easier. The table has each by months
     * known.
     */
    private static String accuracy(List<MoneyAccuracy> accuracy) {
        int ours = accuracy.stream().mapToInt(MoneyAccuracy::outturns).sum();
        List<MoneyAccuracy> comparable = accuracy.stream()
                .filter(each -> ours == 0 || each.outturns() > 0)
                .toList();
        int theirs = comparable.stream().mapToInt(MoneyAccuracy::expectations).sum();
        if (ours + theirs == 0) {
            return "No outturn of an earlier scorecard has come due yet.";
        }
        List<String> parts = new ArrayList<>();
        if (ours > 0) {
            double missed = accuracy.stream()
                            .mapToDouble(each ->
                                    each.outturns() * each.meanAbsoluteError().orElse(0))
                            .sum()
                    / ours;
            long within = Math.round(accuracy.stream()
                    .mapToDouble(each -> each.outturns() * each.covered80().orElse(0))
                    .sum());
            parts.add("%s missed by %s%s, and %d of %d came within the 80%% range"
                    .formatted(
                            ours == 1
                                    ? "one outturn of an earlier scorecard"
                                    : ours + " outturns of earlier scorecards",
                            money(missed),
                            ours == 1 ? "" : " on average",
                            within,
                            ours));
        }
        if (theirs > 0) {
            double missed = comparable.stream()
                            .mapToDouble(each ->
                                    each.expectations() * each.expectedError().orElse(0))
                            .sum()
                    / theirs;
            parts.add("%s of the finance team's%s missed by %s%s"
                    .formatted(
                            theirs == 1 ? "one" : String.valueOf(theirs),
                            ours > 0 ? " from the same months" : "",
                            money(missed),
                            theirs == 1 ? "" : " on average"));
        }
        return "Of years that have ended, " + String.join("; ", parts) + ".";
    }

    private static List<Month> months(FinanceOutlook outlook) {
        Map<ReportingMonth, BigDecimal> spend = new HashMap<>();
        outlook.months().forEach(each -> each.spendToDate().ifPresent(pounds -> spend.put(each.month(), pounds)));
        List<Month> months = new ArrayList<>();
        for (SpendMonth each : outlook.months()) {
            months.add(new Month(
                    each.month().label(),
                    pounds(each.spendToDate()),
                    pounds(inMonth(each, spend)),
                    pounds(each.committed()),
                    pounds(each.budget()),
                    pounds(each.expected()),
                    each.source()));
        }
        Collections.reverse(months);
        return List.copyOf(months.subList(0, Math.min(months.size(), Sparkline.MONTHS)));
    }

    /** What was spent since the month before; in April since nothing. */
    private static Optional<BigDecimal> inMonth(SpendMonth month, Map<ReportingMonth, BigDecimal> spend) {
        ReportingMonth before = month.month().minusMonths(1);
        boolean april = month.month().equals(month.month().fiscalYear().firstMonth());
        return month.spendToDate()
                .flatMap(pounds -> april
                        ? Optional.of(pounds)
                        : Optional.ofNullable(spend.get(before)).map(pounds::subtract));
    }

    private static Past past(MoneyAccuracy accuracy) {
        return new Past(
                accuracy.monthsKnown() + " of 12",
                error(accuracy.meanAbsoluteError(), accuracy.outturns()),
                accuracy.covered80().isPresent()
                        ? Math.round(accuracy.covered80().getAsDouble() * accuracy.outturns()) + " of "
                                + accuracy.outturns()
                        : "",
                accuracy.brier().isPresent() ? "%.2f".formatted(accuracy.brier().getAsDouble()) : "",
                error(accuracy.expectedError(), accuracy.expectations()));
    }

    private static String error(OptionalDouble pounds, int number) {
        return pounds.isEmpty() ? "" : money(pounds.getAsDouble()) + (number == 1 ? "" : " (" + number + ")");
    }

    private static String pounds(Optional<BigDecimal> pounds) {
        return pounds.map(each -> (each.signum() < 0 ? "−" : "") + "£%,.0f".formatted(each.abs()))
                .orElse("");
    }

    private static String money(double pounds) {
        return Printed.money(BigDecimal.valueOf(pounds));
    }

    /** With a digit more than a sentence has. */
    private static String exact(double pounds) {
        return Printed.moneyFiner(BigDecimal.valueOf(pounds));
    }
}
