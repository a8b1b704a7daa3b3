package org.monthend.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;
import org.monthend.validate.History.Exactly;
import org.monthend.validate.History.Known;
import org.monthend.validate.History.Series;
import org.monthend.validate.Statement.MeasureStatement;

/**
 * Judges what a return says of measures by what was known before: restated, unusual, or a copy of the month before. Some
 * statements at a time are looked up together, so that neither a small return waits nor a huge one fills the memory.
 */
final class HistoryJudge {

    private static final int STATEMENTS_AT_ONCE = 1_000;

    /** Three years hold the twelve figures of a quarterly measure. */
    private static final int MONTHS_LOOKED_BACK = 36;

    /** What is usual is told by the newest figures. */
    private static final int FIGURES_LOOKED_AT = 24;

    private final History history;
    private final KnownNames names;
    private final ReportingMonth month;
    private final IssueLog log;
    private final double widening;
    private final CopyOfLastMonth copy;
    private final List<MeasureStatement> waiting = new ArrayList<>();
    private int looked;
    private int leftOut;

    /** @param month the return's */
    HistoryJudge(History history, KnownNames names, ReportingMonth month, RuleBook rules, IssueLog log) {
        this.history = history;
        this.names = names;
        this.month = month;
        this.log = log;
        this.widening = rules.tolerance(Rule.OUTSIDE_OWN_LIMITS).doubleValue();
        this.copy = new CopyOfLastMonth(
                month, rules.tolerance(Rule.COPY_OF_LAST_MONTH).intValue());
    }

    /** Takes a statement that passed all other rules. */
    void take(MeasureStatement statement) {
        if (history.isEmpty()) {
            return;
        }
        waiting.add(statement);
        if (waiting.size() >= STATEMENTS_AT_ONCE) {
            judgeWaiting();
        }
    }

    /** Judges the rest, and the return as a whole. */
    void finish() {
        judgeWaiting();
        if (leftOut > 0) {
            log.raise(
                    Rule.HISTORY_LEFT_OUT,
                    "",
                    "",
                    "",
                    String.format(
                            Locale.UK,
                            "of %,d measures and organisations only the first %,d were compared with the months before.",
                            looked + leftOut,
                            looked));
            return;
        }
        copy.found()
                .ifPresent(sentence -> log.raise(
                        Rule.COPY_OF_LAST_MONTH, copy.sheet(), "", month.label() + " " + copy.figures(), sentence));
    }

    private void judgeWaiting() {
        if (waiting.isEmpty() || log.isRefused()) {
            waiting.clear();
            return;
        }
        Map<String, List<MeasureStatement>> bySeries = new LinkedHashMap<>();
        waiting.forEach(statement -> bySeries.computeIfAbsent(
                        statement.measureCode() + "\u0000" + statement.organisationCode(), series -> new ArrayList<>())
                .add(statement));
        waiting.clear();
        if (looked >= history.reach()) {
            leftOut += bySeries.size();
            return;
        }
        looked += bySeries.size();
        List<List<MeasureStatement>> stated = List.copyOf(bySeries.values());
        List<List<Known>> known =
                history.figures(stated.stream().map(this::series).toList());
        for (int index = 0; index < stated.size(); index++) {
            judge(stated.get(index), known.get(index));
        }
    }

    /** The months that are stated; a figure of the return's own month is seen in the light of those before it. */
    private Series series(List<MeasureStatement> stated) {
        MeasureStatement any = stated.get(0);
        ReportingMonth from = any.month();
        ReportingMonth to = any.month();
        for (MeasureStatement each : stated) {
            from = each.month().isBefore(from) ? each.month() : from;
            to = each.month().isAfter(to) ? each.month() : to;
        }
        ReportingMonth lookedBack = month.minusMonths(MONTHS_LOOKED_BACK);
        boolean looksBack = to.equals(month) && lookedBack.isBefore(from);
        return new Series(any.measureCode(), any.organisationCode(), looksBack ? lookedBack : from, to);
    }

    private void judge(List<MeasureStatement> stated, List<Known> known) {
        Measure measure = names.measure(stated.get(0).measureCode()).orElseThrow();
        TreeMap<ReportingMonth, Known> byMonth = new TreeMap<>();
        known.forEach(each -> byMonth.put(each.month(), each));
        for (MeasureStatement each : stated) {
            boolean mayHaveMoved = each.month().isBefore(month) || history.isClosed(month);
            if (mayHaveMoved
                    && Optional.ofNullable(byMonth.get(each.month()))
                            .map(before -> before.said() != Statement.digest(each.said()))
                            .orElse(false)) {
                history.exactly(each.measureCode(), each.organisationCode(), each.month())
                        .ifPresent(before -> restated(measure, each, before));
            }
        }
        // What the return itself says of earlier months counts from now on.
        stated.stream()
                .filter(each -> each.month().isBefore(month))
                .forEach(each -> byMonth.put(each.month(), known(each)));
        List<Known> earlier = List.copyOf(byMonth.headMap(month).values());
        stated.stream().filter(each -> each.month().equals(month)).forEach(each -> {
            outsideItsLimits(measure, each, earlier);
            if (measure.frequency() == Frequency.MONTHLY) {
                copy.compare(measure, each, earlier);
            }
        });
    }

    private static Known known(MeasureStatement stated) {
        return new Known(
                stated.month(),
                stated.figure().reportedValue().map(BigDecimal::doubleValue).orElse(Double.NaN),
                Statement.digest(stated.said()));
    }

    private void restated(Measure measure, MeasureStatement now, Exactly before) {
        boolean closed = history.isClosed(now.month());
        log.raise(
                closed ? Rule.RESTATED_CLOSED_MONTH : Rule.RESTATED_MONTH,
                now.sheet(),
                now.place(),
                words(measure, now.numerator(), now.denominator(), now.figure()),
                "%s of %s for %s was %s and is now %s%s."
                        .formatted(
                                measure.name(),
                                now.month().label(),
                                now.organisationCode(),
                                words(measure, before.numerator(), before.denominator(), before.figure()),
                                words(measure, now.numerator(), now.denominator(), now.figure()),
                                closed ? ", and the scorecard of that month is published" : ""),
                TableJudge.matter(now));
    }

    /** Windows of three months move slowly, so their ranges say nothing; positions have no limits. */
    private void outsideItsLimits(Measure measure, MeasureStatement stated, List<Known> earlier) {
        if (measure.aggregation() == Aggregation.ROLLING_3M || measure.aggregation() == Aggregation.RANK) {
            return;
        }
        double[] figures = earlier.stream()
                .mapToDouble(Known::figure)
                .filter(figure -> !Double.isNaN(figure))
                .toArray();
        double[] newest = Arrays.copyOfRange(figures, Math.max(0, figures.length - FIGURES_LOOKED_AT), figures.length);
        stated.figure()
                .reportedValue()
                .ifPresent(figure -> UsualRange.of(newest, widening, measure)
                        .filter(range -> range.leavesOut(figure))
                        .ifPresent(range -> log.raise(
                                Rule.OUTSIDE_OWN_LIMITS,
                                stated.sheet(),
                                stated.place(),
                                shown(measure, figure),
                                "%s for %s is %s; the %d figures before lie usually between %s and %s, and the last is %s."
                                        .formatted(
                                                measure.name(),
                                                stated.organisationCode(),
                                                shown(measure, figure),
                                                newest.length,
                                                shown(measure, range.low()),
                                                shown(measure, range.high()),
                                                shown(measure, BigDecimal.valueOf(newest[newest.length - 1]))),
                                TableJudge.matter(stated))));
    }

    private static String shown(Measure measure, BigDecimal figure) {
        return figure.setScale(measure.decimals(), RoundingMode.HALF_UP).toPlainString() + sign(measure);
    }

    /** A fraction with what it is made of; a figure alone as it stands; or why there is none. */
    static String words(
            Measure measure, Optional<BigDecimal> numerator, Optional<BigDecimal> denominator, Figure figure) {
        if (figure instanceof Figure.Missing missing) {
            return "'" + missing.reason().printed() + "'";
        }
        BigDecimal value = figure.reportedValue().orElseThrow();
        return numerator.isPresent() && denominator.isPresent()
                ? "%s (%s of %s)".formatted(shown(measure, value), plain(numerator.get()), plain(denominator.get()))
                : plain(value) + sign(measure);
    }

    private static String sign(Measure measure) {
        return measure.unit() == Unit.PERCENT ? "%" : "";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
