package org.monthend.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.Revision.Statement;
import org.monthend.scorecard.Revision.Statement.Kind;

/** One measure on two scorecards of the same month: its months first, then what follows from them. */
final class MeasureComparison {

    private final MeasureLine was;
    private final MeasureLine is;
    private final ReportingMonth month;
    private final Map<ReportingMonth, Statement> restated = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    MeasureComparison(MeasureLine was, MeasureLine is, ReportingMonth month) {
        this.was = was;
        this.is = is;
        this.month = month;
    }

    List<Difference> differences() {
        months();
        seek("baseline rank", List.of(), sought -> sought.or(was.baselineRank(), is.baselineRank()));
        seek("baseline figure", List.of(), sought -> sought.or(was.baselineFigure(), is.baselineFigure()));
        List<FiscalQuarter> quarters = Scorecard.quartersShown(month);
        for (int quarter = 0; quarter < quarters.size(); quarter++) {
            PeriodFigure before = was.quarters().get(quarter);
            PeriodFigure after = is.quarters().get(quarter);
            period(before, after, of(quarters.get(quarter), before, after));
        }
        period(was.latest(), is.latest(), ofMonth());
        target();
        trend();
        differences.addAll(new JudgementComparison(was, is, List.copyOf(restated.values())).differences());
        return List.copyOf(differences);
    }

    private void seek(String item, List<Statement> statements, Function<Difference.Sought, Difference.Sought> texts) {
        texts.apply(new Difference.Sought(item, statements)).found().ifPresent(differences::add);
    }

    private void months() {
        Map<ReportingMonth, MonthFigure> earlier = byMonth(was);
        Map<ReportingMonth, MonthFigure> later = byMonth(is);
        TreeSet<ReportingMonth> all = new TreeSet<>(earlier.keySet());
        all.addAll(later.keySet());
        for (ReportingMonth each : all) {
            Optional<MonthFigure> before = Optional.ofNullable(earlier.get(each));
            Optional<MonthFigure> after = Optional.ofNullable(later.get(each));
            List<Statement> statements = ScorecardComparison.statement(
                    Kind.MEASURE_VALUE, after.or(() -> before).orElseThrow().revisionId());
            // Of its own month the page shows the latest figure, which is compared below.
            (each.equals(month)
                            ? Difference.Sought.offPage(each.label(), statements)
                            : new Difference.Sought(each.label(), statements))
                    .or(text(before, figure -> words(figure.figure())), text(after, figure -> words(figure.figure())))
                    .or(text(before, MeasureComparison::fraction), text(after, MeasureComparison::fraction))
                    .or(text(before, MeasureComparison::said), text(after, MeasureComparison::said))
                    .found()
                    .ifPresent(difference -> {
                        differences.add(difference);
                        statements.forEach(statement -> restated.put(each, statement));
                    });
        }
    }

    private static TreeMap<ReportingMonth, MonthFigure> byMonth(MeasureLine line) {
        return line.months().stream()
                .collect(Collectors.toMap(MonthFigure::month, Function.identity(), (one, next) -> next, TreeMap::new));
    }

    private static <T> String text(Optional<T> thing, Function<T, String> text) {
        return thing.map(text).orElse("");
    }

    private List<Statement> of(FiscalQuarter quarter, PeriodFigure before, PeriodFigure after) {
        List<Statement> statements = new ArrayList<>();
        restated.forEach((each, statement) -> {
            if (each.quarter().equals(quarter)) {
                statements.add(statement);
            }
        });
        if (!said(before.reported()).equals(said(after.reported()))) {
            after.reported()
                    .or(before::reported)
                    .ifPresent(reported -> statements.addAll(
                            ScorecardComparison.statement(Kind.MEASURE_QUARTER, reported.revisionId())));
        }
        return statements;
    }

    private List<Statement> ofMonth() {
        return Stream.ofNullable(restated.get(month)).toList();
    }

    private void period(PeriodFigure before, PeriodFigure after, List<Statement> statements) {
        seek(
                after.period().equals(month.label()) ? "latest" : after.period(),
                statements,
                sought -> sought.or(printed(before), printed(after))
                        .or(exact(before.figure()), exact(after.figure()))
                        .or(basis(before), basis(after))
                        .or(said(before), said(after)));
    }

    private void target() {
        TargetJudgement before = was.target();
        TargetJudgement after = is.target();
        seek(
                "target",
                List.of(),
                sought -> sought.or(before.printed(), after.printed())
                        .or(value(before), value(after))
                        .or(targets(was), targets(is)));
        seek(
                "variance",
                ofMonth(),
                sought -> sought.or(
                                text(before.varianceToTheGood(), this::variance),
                                text(after.varianceToTheGood(), this::variance))
                        .or(
                                text(before.varianceToTheGood(), MeasureComparison::plain),
                                text(after.varianceToTheGood(), MeasureComparison::plain))
                        .or(
                                text(before.variance(), MeasureComparison::plain),
                                text(after.variance(), MeasureComparison::plain)));
        seek("standing", ofMonth(), sought -> sought.or(standing(before), standing(after)));
    }

    private static String value(TargetJudgement target) {
        return value(target.value(), target.low(), target.high());
    }

    private static String value(Optional<BigDecimal> value, Optional<BigDecimal> low, Optional<BigDecimal> high) {
        return value.map(MeasureComparison::plain)
                .orElseGet(() -> low.isEmpty() && high.isEmpty()
                        ? ""
                        : text(low, MeasureComparison::plain) + " to " + text(high, MeasureComparison::plain));
    }

    /** Those of the last two years: an earlier method kept no others. */
    private String targets(MeasureLine line) {
        List<ReportingMonth> shown = ReportingMonth.range(month.minusMonths(ScorecardRule.MONTHS_SHOWN - 1), month);
        return line.targets().stream()
                .filter(target -> shown.stream().anyMatch(target::holdsIn))
                .map(MeasureComparison::said)
                .collect(Collectors.joining(", "));
    }

    private static String said(Target target) {
        return "%s within %s %s"
                .formatted(
                        value(target.value(), target.low(), target.high()),
                        plain(target.tolerance()),
                        target.to()
                                .map(last -> "from " + target.from().label() + " to " + last.label())
                                .orElse("from " + target.from().label() + " on"));
    }

    private static String standing(TargetJudgement target) {
        return target.standing().label() + (target.missesByRounding() ? " by rounding" : "");
    }

    private void trend() {
        seek(
                "6-month trend",
                List.copyOf(restated.values()),
                sought -> sought.or(words(was.trend()), words(is.trend())).or(said(was.trend()), said(is.trend())));
    }

    private static String words(Trend trend) {
        return trend.direction() == Direction.NONE
                ? "no arrow"
                : switch (trend.judgement()) {
                    case BETTER, WORSE ->
                        trend.direction().arrow() + " " + trend.judgement().word();
                    case NEUTRAL -> trend.direction().arrow();
                };
    }

    private static String said(Trend trend) {
        String basis = "%d %s%s%s"
                .formatted(
                        trend.monthsUsed(),
                        trend.monthsUsed() == 1 ? "month" : "months",
                        trend.seasonallyAdjusted() ? ", seasonally adjusted" : "",
                        trend.reason().isEmpty() ? "" : ", " + trend.reason());
        return trend.change() == 0 && trend.z() == 0
                ? "of " + basis
                : "change %s, %s standard errors, of %s".formatted(trend.change(), trend.z(), basis);
    }

    private String words(Figure figure) {
        return figure.reportedValue().map(this::rounded).orElseGet(() -> reason(figure));
    }

    private static String reason(Figure figure) {
        return figure.statusWord().replace('_', ' ');
    }

    private static String printed(PeriodFigure cell) {
        return cell.printed().isEmpty() ? reason(cell.figure()) : cell.printed();
    }

    private String rounded(BigDecimal value) {
        return rounded(value, is.measure());
    }

    /** With a decimal more than the page prints. */
    static String rounded(BigDecimal value, Measure measure) {
        return plain(value.setScale(measure.decimals() + 1, RoundingMode.HALF_UP))
                + (measure.unit() == Unit.PERCENT ? "%" : "");
    }

    private String variance(BigDecimal value) {
        return Printed.variance(value, is.measure());
    }

    private static String fraction(MonthFigure figure) {
        return figure.numerator().isEmpty() && figure.denominator().isEmpty()
                ? exact(figure.figure())
                : "%s of %s"
                        .formatted(
                                text(figure.numerator(), MeasureComparison::plain),
                                text(figure.denominator(), MeasureComparison::plain));
    }

    /** How a cell showed the figure is not what it says, and makes no revision in the warehouse either. */
    private static String said(MonthFigure figure) {
        return String.join(
                " · ", fraction(figure), exact(figure.figure()), figure.footnoteMark(), figure.footnoteText());
    }

    private static String basis(PeriodFigure cell) {
        return "%s, %d months known%s"
                .formatted(cell.basis().word(), cell.monthsKnown(), cell.partial() ? ", in part" : "");
    }

    private static String said(PeriodFigure cell) {
        return String.join(
                " · ", exact(cell.figure()), cell.printed(), cell.footnoteMark(), basis(cell), said(cell.reported()));
    }

    private static String said(Optional<QuarterFigure> reported) {
        return text(
                reported,
                statement -> "reported as %s in %s %s %s"
                        .formatted(
                                exact(statement.figure()),
                                statement.reportedIn().label(),
                                statement.footnoteMark(),
                                statement.footnoteText())
                        .strip());
    }

    private static String exact(Figure figure) {
        return figure.reportedValue().map(MeasureComparison::plain).orElseGet(() -> reason(figure));
    }

    /** As equal numbers ought to look: 1.50 is 1.5, and 100 is not 1E+2. */
    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
