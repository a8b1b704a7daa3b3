package org.monthend.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Baseline;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.FinanceLine;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Project;
import org.monthend.catalogue.Target;

/** Computes the whole scorecard of a month from what was reported up to that month. */
public final class ScorecardRule {

    /** How many months ahead each measure is forecast: a year, so that the financial year's end is always among them. */
    public static final int FORECAST_MONTHS = 12;

    /** The page draws two years, even of a series that is shorter. */
    static final int MONTHS_SHOWN = 24;

    private ScorecardRule() {}

    /**
     * The scorecard of an organisation for a month. Figures of later months change nothing in it. Retired measures are left
     * out. Every finance line of the catalogue has its row, empty where nothing was reported; categories and projects appear
     * where they were reported for the month.
     */
    public static Scorecard compute(
            ReportingMonth month, Organisation organisation, Catalogue catalogue, ScorecardFigures figures) {
        List<History> histories = catalogue.measures().stream()
                .filter(measure -> measure.lifecycle() != Lifecycle.RETIRED)
                .map(measure -> new History(
                        measure,
                        withTotals(
                                upTo(month, figures.months().getOrDefault(measure.code(), List.of())),
                                month,
                                measure,
                                catalogue,
                                figures),
                        figures.quarters().getOrDefault(measure.code(), List.of()),
                        figures.rebases().getOrDefault(measure.code(), List.of()),
                        figures.pastForecasts().getOrDefault(measure.code(), List.of())))
                .toList();
        List<Footnotes.Marked> marked =
                histories.stream().flatMap(history -> marked(month, history)).toList();
        return new Scorecard(
                month,
                organisation,
                histories.stream()
                        .map(history -> line(
                                month,
                                organisation,
                                catalogue,
                                history,
                                catalogue.baseline(history.measure().code())))
                        .toList(),
                finance(month, catalogue, figures),
                categories(month, catalogue, figures.distributions(), Printed::share),
                categories(month, catalogue, figures.auditOpinions(), Printed::number),
                projects(month, catalogue, figures),
                Stream.concat(catalogue.pageTexts().stream(), Footnotes.texts(marked, catalogue.pageTexts()).stream())
                        .toList(),
                parts(month, catalogue, figures));
    }

    private static List<ScorecardPart> parts(ReportingMonth month, Catalogue catalogue, ScorecardFigures figures) {
        return catalogue.organisations().stream()
                .filter(organisation -> figures.parts().containsKey(organisation.code()))
                .map(organisation -> part(
                        month,
                        organisation,
                        catalogue,
                        Optional.ofNullable(figures.parts().get(organisation.code()))
                                .orElseThrow()))
                .filter(part -> !part.measures().isEmpty())
                .toList();
    }

    private static ScorecardPart part(
            ReportingMonth month, Organisation organisation, Catalogue catalogue, PartFigures figures) {
        return new ScorecardPart(
                organisation,
                catalogue.measures().stream()
                        .filter(measure -> measure.lifecycle() != Lifecycle.RETIRED)
                        .map(measure -> new History(
                                measure,
                                upTo(month, withoutFootnotes(figures.months().getOrDefault(measure.code(), List.of()))),
                                List.of(),
                                figures.rebases().getOrDefault(measure.code(), List.of()),
                                figures.pastForecasts().getOrDefault(measure.code(), List.of())))
                        .filter(history -> !history.months().isEmpty())
                        .map(history -> line(month, organisation, catalogue, history, Optional.empty()))
                        .toList());
    }

    /** The page explains the footnotes of what it prints: the whole's. */
    private static List<MonthFigure> withoutFootnotes(List<MonthFigure> months) {
        return months.stream()
                .map(each -> new MonthFigure(
                        each.month(),
                        each.numerator(),
                        each.denominator(),
                        each.figure(),
                        each.reportedText(),
                        "",
                        "",
                        each.revisionId()))
                .toList();
    }

    /** With the total of its parts in months in which they alone are stated. */
    private static TreeMap<ReportingMonth, MonthFigure> withTotals(
            TreeMap<ReportingMonth, MonthFigure> stated,
            ReportingMonth month,
            Measure measure,
            Catalogue catalogue,
            ScorecardFigures figures) {
        List<PartMonths> parts = figures.parts().entrySet().stream()
                .map(part -> new PartMonths(
                        upTo(month, part.getValue().months().getOrDefault(measure.code(), List.of())),
                        catalogue.organisations().stream()
                                .anyMatch(known -> known.code().equals(part.getKey()))))
                .toList();
        TreeMap<ReportingMonth, MonthFigure> months = new TreeMap<>(stated);
        parts.stream()
                .flatMap(part -> part.months().keySet().stream())
                .distinct()
                .filter(each -> !stated.containsKey(each))
                .forEach(each -> PartsTotal.of(
                                each,
                                measure,
                                parts.stream()
                                        .filter(part -> part.belongsTo(each))
                                        .map(part -> Optional.ofNullable(
                                                part.months().get(each)))
                                        .toList())
                        .ifPresent(total -> months.put(each, total)));
        return months;
    }

    /** @param lasts whether the part is one still */
    private record PartMonths(TreeMap<ReportingMonth, MonthFigure> months, boolean lasts) {

        /** From its first statement on, or while it makes any. */
        boolean belongsTo(ReportingMonth month) {
            return months.containsKey(month)
                    || lasts && !months.isEmpty() && !months.firstKey().isAfter(month);
        }
    }

    /** What is known of a measure up to the scorecard's month. */
    private record History(
            Measure measure,
            TreeMap<ReportingMonth, MonthFigure> months,
            List<QuarterFigure> reported,
            List<Rebase> rebases,
            List<PastForecast> pastForecasts) {

        List<PeriodFigure> quarters(ReportingMonth month) {
            return Scorecard.quartersShown(month).stream()
                    .map(quarter -> Quarters.of(quarter, measure, months, reported(quarter)))
                    .toList();
        }

        private Optional<QuarterFigure> reported(FiscalQuarter quarter) {
            return reported.stream()
                    .filter(statement -> statement.quarter().equals(quarter))
                    .findFirst();
        }

        Optional<ReportingMonth> first() {
            return months.keySet().stream().findFirst();
        }

        Optional<MonthFigure> at(ReportingMonth month) {
            return Optional.ofNullable(months.get(month));
        }
    }

    private static MeasureLine line(
            ReportingMonth month,
            Organisation organisation,
            Catalogue catalogue,
            History history,
            Optional<Baseline> baseline) {
        Measure measure = history.measure();
        List<PeriodFigure> cells = new ArrayList<>(history.quarters(month));
        PeriodFigure latest = Quarters.latest(month, measure, history.months());
        cells.add(latest);
        List<PeriodFigure> row = Printed.row(cells);
        List<OptionalDouble> values = series(month, history);
        List<MonthFigure> months = List.copyOf(history.months().values());
        ReportingMonth first = history.first().orElse(month);
        List<Target> targets = targets(
                ReportingMonth.range(earlier(first, month.minusMonths(MONTHS_SHOWN - 1)), month),
                organisation,
                catalogue,
                measure);
        List<Rebase> rebases = history.rebases().stream()
                .filter(rebase ->
                        rebase.month().isAfter(first) && !rebase.month().isAfter(month))
                .sorted(Comparator.comparing(Rebase::month))
                .toList();
        List<ReportingMonth> starts = rebases.stream().map(Rebase::month).toList();
        TargetJudgement target =
                Standing.judge(latest.figure(), measure, catalogue.target(measure.code(), organisation.code(), month));
        Trend trend = TrendRule.judge(values, measure);
        ControlChart chart = VariationRule.judge(values, month, measure, starts, targets);
        Optional<Outturn> outturn = outturn(month, organisation, catalogue, measure, months);
        return new MeasureLine(
                measure,
                baseline.map(start -> Printed.rank(start, measure)).orElse(""),
                baseline.map(start -> Printed.baseline(start, measure)).orElse(""),
                row.subList(0, row.size() - 1),
                row.get(row.size() - 1),
                target,
                targets,
                trend,
                ForecastRule.forecast(values, month, measure, FORECAST_MONTHS),
                chart,
                first,
                rebases,
                RebaseRule.propose(values, month, measure, starts),
                outturn,
                accuracy(month, history),
                Reading.sentence(measure, month, months, latest, target, trend, chart, outturn),
                months);
    }

    /** Of the fiscal year that the month is in; empty where its rule has a reason to tell none. */
    private static Optional<Outturn> outturn(
            ReportingMonth month,
            Organisation organisation,
            Catalogue catalogue,
            Measure measure,
            List<MonthFigure> months) {
        List<Optional<Target>> ofYear = month.fiscalYear().months().stream()
                .map(each -> catalogue.target(measure.code(), organisation.code(), each))
                .toList();
        return Optional.of(OutturnRule.outturn(months, month, measure, ofYear))
                .filter(outturn -> outturn.range().isPresent());
    }

    private static Optional<ForecastAccuracy> accuracy(ReportingMonth month, History history) {
        Map<ReportingMonth, Double> came = new HashMap<>();
        history.months()
                .forEach((each, stated) ->
                        stated.figure().reportedValue().ifPresent(value -> came.put(each, value.doubleValue())));
        return ForecastAccuracy.of(history.pastForecasts().stream()
                .filter(past -> past.madeIn().isBefore(month))
                .flatMap(past -> ForecastAccuracy.scores(past.forecast(), past.history(), came).stream())
                .toList());
    }

    private static ReportingMonth earlier(ReportingMonth one, ReportingMonth other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<Target> targets(
            List<ReportingMonth> months, Organisation organisation, Catalogue catalogue, Measure measure) {
        return catalogue.targets().stream()
                .filter(target -> target.measureCode().equals(measure.code())
                        && target.organisationCode().equals(organisation.code()))
                .filter(target -> months.stream().anyMatch(target::holdsIn))
                .sorted(Comparator.comparing(Target::from))
                .toList();
    }

    /** The marks in a measure's row, in the order of its cells. */
    private static Stream<Footnotes.Marked> marked(ReportingMonth month, History history) {
        Measure measure = history.measure();
        Stream<Footnotes.Marked> quarters = Scorecard.quartersShown(month).stream()
                .flatMap(quarter -> Quarters.of(quarter, measure, history.months(), history.reported(quarter))
                        .shownAsReported()
                        .map(shown -> marked(measure, shown.footnoteMark(), shown.footnoteText()))
                        .or(() -> Quarters.source(quarter, measure, history.months())
                                .map(shown -> marked(measure, shown.footnoteMark(), shown.footnoteText())))
                        .stream());
        Stream<Footnotes.Marked> latest = Quarters.latest(month, measure, history.months())
                        .footnoteMark()
                        .isEmpty()
                ? Stream.empty()
                : history.at(month).map(shown -> marked(measure, shown.footnoteMark(), shown.footnoteText())).stream();
        return Stream.concat(quarters, latest).filter(shown -> !shown.mark().isEmpty());
    }

    private static Footnotes.Marked marked(Measure measure, String mark, String text) {
        return new Footnotes.Marked(measure.name(), mark, text);
    }

    private static TreeMap<ReportingMonth, MonthFigure> upTo(ReportingMonth month, List<MonthFigure> figures) {
        return figures.stream()
                .filter(figure -> !figure.month().isAfter(month))
                .collect(Collectors.toMap(
                        MonthFigure::month,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalArgumentException("two figures for " + one.month());
                        },
                        TreeMap::new));
    }

    /** One entry for each calendar month from the first that is known of. */
    private static List<OptionalDouble> series(ReportingMonth month, History history) {
        if (history.months().isEmpty()) {
            return List.of();
        }
        return ReportingMonth.range(history.months().firstKey(), month).stream()
                .map(each -> history.at(each)
                        .flatMap(stated -> stated.figure().reportedValue())
                        .map(value -> OptionalDouble.of(value.doubleValue()))
                        .orElse(OptionalDouble.empty()))
                .toList();
    }

    private static List<FinancePosition> finance(ReportingMonth month, Catalogue catalogue, ScorecardFigures figures) {
        return catalogue.financeLines().stream()
                .sorted(Comparator.comparingInt(FinanceLine::position))
                .map(line -> {
                    List<ScorecardFigures.ReportedFinance> said = figures.finance().stream()
                            .filter(reported -> reported.lineCode().equals(line.code())
                                    && !reported.month().isAfter(month))
                            .toList();
                    Optional<FinanceOutlook> outlook = line.kind() == FinanceLine.Kind.PERCENT
                            ? Optional.empty()
                            : Optional.of(FinanceRule.outlook(
                                    month, said, figures.pastMoney().getOrDefault(line.code(), List.of())));
                    return said.stream()
                            .filter(reported -> reported.month().equals(month))
                            .findFirst()
                            .map(reported -> position(line, reported, outlook))
                            .orElseGet(() -> position(line, nothing(month, line), outlook));
                })
                .toList();
    }

    private static ScorecardFigures.ReportedFinance nothing(ReportingMonth month, FinanceLine line) {
        return new ScorecardFigures.ReportedFinance(
                month,
                line.code(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    /** A progress line shows its progress where the others show their forecast. */
    private static FinancePosition position(
            FinanceLine line, ScorecardFigures.ReportedFinance reported, Optional<FinanceOutlook> outlook) {
        Optional<BigDecimal> computed =
                reported.forecast().flatMap(forecast -> reported.budget().map(forecast::subtract));
        return new FinancePosition(
                line,
                reported.budget(),
                reported.forecast(),
                reported.variance(),
                computed,
                reported.progress(),
                reported.budget().map(Printed::money).orElse(""),
                reported.forecast()
                        .map(Printed::money)
                        .or(() -> reported.progress().map(Printed::share))
                        .orElse(""),
                reported.variance().map(Printed::moneyVariance).orElse(""),
                reported.revisionId(),
                outlook);
    }

    private static List<CategoryFigure> categories(
            ReportingMonth month,
            Catalogue catalogue,
            List<ScorecardFigures.ReportedCategory> reported,
            Function<BigDecimal, String> printed) {
        return catalogue.categories().stream()
                .map(Category::scheme)
                .distinct()
                .flatMap(
                        scheme -> catalogue.scheme(scheme).stream().sorted(Comparator.comparingInt(Category::position)))
                .flatMap(category -> reported.stream()
                        .filter(figure -> figure.month().equals(month)
                                && figure.scheme().equals(category.scheme())
                                && figure.categoryCode().equals(category.code()))
                        .map(figure -> new CategoryFigure(
                                category, figure.value(), printed.apply(figure.value()), figure.revisionId())))
                .toList();
    }

    private static List<ProjectStatus> projects(ReportingMonth month, Catalogue catalogue, ScorecardFigures figures) {
        return catalogue.projects().stream()
                .sorted(Comparator.comparingInt(Project::position))
                .flatMap(project -> figures.projects().stream()
                        .filter(reported -> reported.month().equals(month)
                                && reported.projectCode().equals(project.code()))
                        .map(reported -> new ProjectStatus(
                                project,
                                reported.progressRag(),
                                reported.financeRag(),
                                reported.narrative(),
                                reported.revisionId())))
                .toList();
    }
}
