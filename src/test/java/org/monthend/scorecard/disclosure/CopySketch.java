package org.monthend.scorecard.disclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Baseline;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.PageText;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.QuarterFigure;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.ScorecardFigures;
import org.monthend.scorecard.ScorecardRule;

/** A scorecard in a few words: measures with their months, "4/33" or "17" each, "-" for a month without a figure. */
final class CopySketch {

    /** The scorecard of January shows the quarters from January of the year before. */
    static final ReportingMonth MONTH = new ReportingMonth(2016, 1);

    private final List<Measure> measures = new ArrayList<>();
    private final List<Baseline> baselines = new ArrayList<>();
    private final Map<String, List<MonthFigure>> months = new LinkedHashMap<>();
    private final Map<String, List<QuarterFigure>> quarters = new LinkedHashMap<>();
    private final ReportingMonth month;

    private CopySketch(ReportingMonth month) {
        this.month = month;
    }

    static CopySketch of(ReportingMonth month) {
        return new CopySketch(month);
    }

    static CopySketch january() {
        return of(MONTH);
    }

    /** A percentage whose months are "3/25 6/30", from the first on. */
    CopySketch percent(String code, String above, String below, ReportingMonth from, String words) {
        return measure(measure(code, Unit.PERCENT, Aggregation.RATIO, above, below), from, words);
    }

    CopySketch flow(String code, ReportingMonth from, String words) {
        return measure(measure(code, Unit.COUNT, Aggregation.FLOW, code, ""), from, words);
    }

    CopySketch measure(Measure measure, ReportingMonth from, String words) {
        measures.add(measure);
        List<MonthFigure> figures = new ArrayList<>();
        for (String word : words.strip().split(" +")) {
            figures.add(month(from.plusMonths(figures.size()), measure, word));
        }
        months.put(measure.code(), figures);
        return this;
    }

    CopySketch baseline(String code, String figure) {
        baselines.add(new Baseline(
                code, new Baseline.NoRank("-"), Optional.of(new BigDecimal(figure)), "", "national return"));
        return this;
    }

    /** What an earlier scorecard reported of a quarter. */
    CopySketch reported(String code, FiscalQuarter quarter, String value) {
        quarters.put(
                code,
                List.of(new QuarterFigure(
                        quarter, Figure.of(new BigDecimal(value)), "", "", quarter.lastMonth(), OptionalLong.empty())));
        return this;
    }

    Scorecard scorecard() {
        Organisation trust = new Organisation("TRUST", "The Trust", "trust", Optional.empty());
        Catalogue catalogue = new Catalogue(
                "",
                measures,
                List.of(),
                baselines,
                List.of(trust),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new PageText("vision", "", "To do well")));
        return ScorecardRule.compute(
                month,
                trust,
                catalogue,
                new ScorecardFigures(months, quarters, List.of(), List.of(), List.of(), List.of()));
    }

    /** The copy as it is once it is out: with all that it does not hide. */
    static EarlierCopy out(Scorecard scorecard, Disclosure disclosure) {
        Map<CopyCell, String> shown = new LinkedHashMap<>();
        cells(scorecard).stream().filter(cell -> !disclosure.hides(cell)).forEach(cell -> shown.put(cell, "shown"));
        return new EarlierCopy("the public copy of " + scorecard.month().longLabel(), scorecard, shown);
    }

    /** Every figure that a scorecard has. */
    static List<CopyCell> cells(Scorecard scorecard) {
        return scorecard.measures().stream()
                .flatMap(line -> Stream.concat(
                        line.quarters().stream()
                                .filter(quarter ->
                                        quarter.figure().reportedValue().isPresent())
                                .map(quarter -> new CopyCell(line.measure().code(), quarter.period())),
                        line.months().stream()
                                .filter(each -> each.figure().reportedValue().isPresent())
                                .map(each -> new CopyCell(
                                        line.measure().code(), each.month().label()))))
                .toList();
    }

    static MonthFigure month(ReportingMonth month, Measure measure, String word) {
        if (word.equals("-")) {
            return new MonthFigure(
                    month,
                    Optional.empty(),
                    Optional.empty(),
                    Figure.missing(MissingReason.NOTHING_TO_REPORT),
                    "",
                    "",
                    "",
                    OptionalLong.empty());
        }
        if (!word.contains("/")) {
            return new MonthFigure(
                    month,
                    Optional.empty(),
                    Optional.empty(),
                    Figure.of(new BigDecimal(word)),
                    "",
                    "",
                    "",
                    OptionalLong.empty());
        }
        BigDecimal above = new BigDecimal(word.substring(0, word.indexOf('/')));
        BigDecimal below = new BigDecimal(word.substring(word.indexOf('/') + 1));
        return new MonthFigure(
                month,
                Optional.of(above),
                Optional.of(below),
                Figure.of(measure.unit().multiplier().multiply(above).divide(below, MathContext.DECIMAL128)),
                "",
                "",
                "",
                OptionalLong.empty());
    }

    static Measure measure(String code, Unit unit, Aggregation aggregation, String above, String below) {
        return new Measure(
                code,
                "Measure " + code,
                "Measure " + code,
                "printed",
                "services",
                "left",
                1,
                "n",
                unit,
                0,
                above,
                below,
                "",
                Polarity.CONTEXT,
                Frequency.MONTHLY,
                aggregation,
                Lifecycle.LIVE,
                true);
    }
}
