package org.monthend.scorecard.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.PageText;
import org.monthend.scorecard.Assurance;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.ControlChart;
import org.monthend.scorecard.Direction;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.Forecast;
import org.monthend.scorecard.ForecastMonth;
import org.monthend.scorecard.Judgement;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.Printed;
import org.monthend.scorecard.ProjectStatus;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.TargetJudgement;
import org.monthend.scorecard.TargetStanding;
import org.monthend.scorecard.Trend;

/**
 * An edition without what its public copy hides. Page, workbook and csv are drawn from it alone, so that none of them can
 * say what is not in it.
 *
 * <p>It is made by saying what goes into it, part by part: figures as they are printed, without their numerators and
 * denominators; and what is judged of a measure of which nothing is hidden: arrow, chart, forecast, outturn and sentence,
 * which follow from figures that the audit takes for known. What rests on anything else is left out: names and reasons of
 * those who worked on it, sources, revisions, past forecasts. A component that an edition comes to have does not compile
 * here until somebody has decided about it.
 *
 * @param withheld texts that were left out since they name small numbers, and why, one a line; for the steward alone
 */
public record PublicEdition(Edition edition, List<String> withheld) {

    /** What stands in place of a text. */
    public static final String WITHHELD = "[withheld]";

    /** The place of the text that says what the copy is. */
    public static final String PLACE = "copy";

    /** Texts of the catalogue that are headings, and speak of no figure. */
    private static final Set<String> HEADINGS = Set.of("title", "measure.header");

    /** The public copy of an issued edition. */
    public static PublicEdition of(Edition edition, Disclosure disclosure, List<EarlierCopy> earlier) {
        return new Redaction(edition, disclosure, earlier).publicEdition();
    }

    /** One edition while it is gone through. */
    private static final class Redaction {

        private final Edition edition;
        private final Disclosure disclosure;
        private final Map<CopyCell, String> printedBefore = new HashMap<>();
        private final Set<FigureCode> codes = EnumSet.noneOf(FigureCode.class);
        private final List<String> withheld = new ArrayList<>();

        private Redaction(Edition edition, Disclosure disclosure, List<EarlierCopy> earlier) {
            this.edition = edition;
            this.disclosure = disclosure;
            earlier.forEach(copy -> printedBefore.putAll(copy.shown()));
        }

        private PublicEdition publicEdition() {
            Scorecard scorecard = edition.scorecard();
            List<MeasureLine> measures =
                    scorecard.measures().stream().map(this::line).toList();
            List<CategoryFigure> distributions = categories(scorecard.distributions());
            List<CategoryFigure> audits = categories(scorecard.auditOpinions());
            List<ProjectStatus> projects =
                    scorecard.projects().stream().map(this::project).toList();
            List<PageText> texts = new ArrayList<>();
            texts.add(new PageText(PLACE, "", "Public copy"));
            scorecard.texts().forEach(text -> texts.add(text(text)));
            texts.add(new PageText("key.codes", "", "Codes: " + FigureCode.key(codes)));
            Scorecard shown = new Scorecard(
                    scorecard.month(),
                    scorecard.organisation(),
                    measures,
                    scorecard.finance().stream().map(Redaction::position).toList(),
                    distributions,
                    audits,
                    projects,
                    List.copyOf(texts));
            return new PublicEdition(
                    new Edition(
                            edition.number(),
                            Edition.Status.PUBLISHED,
                            edition.dataAsAt(),
                            edition.publishedAt(),
                            edition.publishedBy(),
                            shown,
                            edition.methodVersion(),
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            Map.of()),
                    List.copyOf(withheld));
        }

        private MeasureLine line(MeasureLine line) {
            Measure measure = line.measure();
            CopyCell baseline = new CopyCell(measure.code(), "baseline");
            boolean isWhole = disclosure.isWhole(measure.code());
            boolean latestIsHidden = hides(measure, edition.scorecard().month().label());
            line.forecast().filter(any -> isWhole).ifPresent(forecast -> {
                codes.add(FigureCode.FORECAST);
                if (forecast.indicative()) {
                    codes.add(FigureCode.LOW_RELIABILITY);
                }
            });
            if (isWhole && line.chart().segments().size() > 1) {
                codes.add(FigureCode.BREAK);
            }
            return new MeasureLine(
                    measure,
                    line.baselineRank(),
                    disclosure.hides(baseline) ? used(FigureCode.CONFIDENTIAL).code() : line.baselineFigure(),
                    line.quarters().stream()
                            .map(quarter -> period(measure, quarter))
                            .toList(),
                    period(measure, line.latest()),
                    latestIsHidden ? unjudged(line.target()) : rounded(measure, line.target()),
                    line.targets(),
                    isWhole ? line.trend() : untold(),
                    line.forecast().filter(any -> isWhole).map(forecast -> rounded(measure, forecast)),
                    isWhole ? line.chart() : UNTOLD,
                    line.chartFrom(),
                    List.of(),
                    Optional.empty(),
                    line.outturn().filter(any -> isWhole),
                    Optional.empty(),
                    isWhole ? line.sentence() : "",
                    line.months().stream().map(month -> month(measure, month)).toList());
        }

        private boolean hides(Measure measure, String period) {
            return disclosure.hides(new CopyCell(measure.code(), period));
        }

        private PeriodFigure period(Measure measure, PeriodFigure figure) {
            if (hides(measure, figure.period())) {
                return cell(
                        figure,
                        Figure.missing(MissingReason.SUPPRESSED),
                        used(FigureCode.CONFIDENTIAL).code() + figure.footnoteMark(),
                        false);
            }
            if (figure.figure().reportedValue().isEmpty()) {
                Optional<FigureCode> code = FigureCode.of(figure.figure());
                return figure.printed().isEmpty() || code.isEmpty()
                        ? cell(figure, figure.figure(), figure.printed(), false)
                        : cell(figure, figure.figure(), used(code.get()).code() + figure.footnoteMark(), false);
            }
            BigDecimal rounded =
                    rounded(measure, figure.figure().reportedValue().get());
            if (figure.partial()) {
                used(FigureCode.PROVISIONAL);
            }
            return cell(
                    figure,
                    Figure.of(rounded),
                    printed(
                            measure,
                            figure.period(),
                            figure.figure().reportedValue().get(),
                            figure.footnoteMark()),
                    figure.partial());
        }

        private static PeriodFigure cell(PeriodFigure from, Figure figure, String printed, boolean partial) {
            return new PeriodFigure(
                    from.period(), figure, printed, from.footnoteMark(), partial ? from.monthsKnown() : 0, partial);
        }

        /** The variance with one decimal more than the figure, as the page prints it. */
        private static TargetJudgement rounded(Measure measure, TargetJudgement target) {
            return new TargetJudgement(
                    target.value(),
                    target.low(),
                    target.high(),
                    target.printed(),
                    target.variance().map(variance -> withMore(measure, variance)),
                    target.varianceToTheGood().map(variance -> withMore(measure, variance)),
                    target.standing(),
                    target.missesByRounding());
        }

        private static BigDecimal withMore(Measure measure, BigDecimal value) {
            return value.setScale(measure.decimals() + 1, RoundingMode.HALF_UP);
        }

        /** With one decimal more than the figures. */
        private static Forecast rounded(Measure measure, Forecast forecast) {
            DoubleUnaryOperator rounded =
                    value -> withMore(measure, BigDecimal.valueOf(value)).doubleValue();
            return new Forecast(
                    forecast.months().stream()
                            .map(month -> new ForecastMonth(
                                    month.month(),
                                    month.horizon(),
                                    rounded.applyAsDouble(month.mean()),
                                    rounded.applyAsDouble(month.low80()),
                                    rounded.applyAsDouble(month.high80()),
                                    rounded.applyAsDouble(month.low95()),
                                    rounded.applyAsDouble(month.high95())))
                            .toList(),
                    forecast.method(),
                    forecast.monthsUsed(),
                    forecast.indicative());
        }

        private static BigDecimal rounded(Measure measure, BigDecimal value) {
            return value.setScale(measure.decimals(), RoundingMode.HALF_UP);
        }

        /** With k for what rounds to zero, and r for what an earlier public copy printed otherwise. */
        private String printed(Measure measure, String period, BigDecimal value, String mark) {
            boolean vanishes = value.signum() != 0 && rounded(measure, value).signum() == 0;
            String figure = vanishes
                    ? used(FigureCode.ROUNDS_TO_ZERO).code() + mark
                    : Printed.figure(Figure.of(value), measure, mark);
            String before = printedBefore.getOrDefault(new CopyCell(measure.code(), period), figure);
            return before.equals(figure) || before.equals(figure + FigureCode.REVISED.suffix())
                    ? before
                    : figure + used(FigureCode.REVISED).suffix();
        }

        private MonthFigure month(Measure measure, MonthFigure month) {
            boolean hidden = hides(measure, month.month().label());
            Figure figure = hidden
                    ? Figure.missing(MissingReason.SUPPRESSED)
                    : month.figure()
                            .reportedValue()
                            .<Figure>map(value -> Figure.of(rounded(measure, value)))
                            .orElse(month.figure());
            String shown = hidden
                    ? used(FigureCode.CONFIDENTIAL).code()
                    : month.figure()
                            .reportedValue()
                            .map(value -> printed(measure, month.month().label(), value, ""))
                            .orElseGet(() -> FigureCode.of(month.figure())
                                    .map(code -> used(code).code())
                                    .orElse(""));
            boolean says = !month.footnoteText().isEmpty();
            String note = !says
                    ? ""
                    : hidden
                            ? withhold(
                                    "The footnote of %s in %s"
                                            .formatted(
                                                    measure.name(),
                                                    month.month().label()),
                                    "the figure is hidden")
                            : text(
                                    "The footnote of %s in %s"
                                            .formatted(
                                                    measure.name(),
                                                    month.month().label()),
                                    month.footnoteText(),
                                    month.figure().reportedValue().stream().toList());
            return new MonthFigure(
                    month.month(),
                    Optional.empty(),
                    Optional.empty(),
                    figure,
                    shown,
                    month.footnoteMark(),
                    note,
                    OptionalLong.empty());
        }

        private static TargetJudgement unjudged(TargetJudgement target) {
            return new TargetJudgement(
                    target.value(),
                    target.low(),
                    target.high(),
                    target.printed(),
                    Optional.empty(),
                    Optional.empty(),
                    target.standing() == TargetStanding.NO_TARGET ? TargetStanding.NO_TARGET : TargetStanding.NO_FIGURE,
                    false);
        }

        private static final ControlChart UNTOLD = new ControlChart(
                List.of(), List.of(), Optional.empty(), Assurance.NONE, "figures of the measure are confidential");

        private static Trend untold() {
            return new Trend(
                    Direction.NONE, Judgement.NEUTRAL, 0, 0, 0, false, "figures of the measure are confidential");
        }

        private List<CategoryFigure> categories(List<CategoryFigure> figures) {
            return figures.stream()
                    .map(figure -> {
                        boolean hidden = disclosure.hides(DisclosureControl.cell(figure));
                        return new CategoryFigure(
                                figure.category(),
                                hidden ? BigDecimal.ZERO : figure.value(),
                                hidden ? used(FigureCode.CONFIDENTIAL).code() : figure.printed(),
                                OptionalLong.empty());
                    })
                    .toList();
        }

        private static FinancePosition position(FinancePosition position) {
            return new FinancePosition(
                    position.line(),
                    position.budget(),
                    position.forecast(),
                    position.reportedVariance(),
                    position.computedVariance(),
                    position.progress(),
                    position.printedBudget(),
                    position.printedForecast(),
                    position.printedVariance(),
                    OptionalLong.empty(),
                    // Left out for now: the table of the page is all of finance that the copy gives.
                    Optional.empty());
        }

        private ProjectStatus project(ProjectStatus status) {
            return new ProjectStatus(
                    status.project(),
                    status.progressRag(),
                    status.financeRag(),
                    text("The status of " + status.project().name(), status.narrative(), List.of()),
                    OptionalLong.empty());
        }

        private PageText text(PageText text) {
            if (HEADINGS.contains(text.place())
                    || text.place().startsWith("section.")
                    || text.place().startsWith("heading.")) {
                return text;
            }
            boolean isFootnote = text.place().equals("footnote");
            List<BigDecimal> beside = isFootnote ? marked(text.mark()) : List.of();
            String name = switch (text.place()) {
                case "footnote" -> "The footnote " + text.mark();
                case "note" -> "The note " + text.mark();
                default -> "The text '%s'".formatted(text.place());
            };
            String said = isFootnote
                            && marksHidden(text.mark())
                            && !NamedNumbers.in(text.text()).isEmpty()
                    ? withhold(name, "it names numbers, and a figure that it stands beside is hidden: " + text.text())
                    : text(name, text.text(), beside);
            return new PageText(text.place(), text.mark(), said);
        }

        private boolean marksHidden(String mark) {
            return edition.scorecard().measures().stream()
                    .anyMatch(line -> Stream.concat(line.quarters().stream(), Stream.of(line.latest()))
                            .anyMatch(figure ->
                                    figure.footnoteMark().equals(mark) && hides(line.measure(), figure.period())));
        }

        /** The figures that the mark stands beside. */
        private List<BigDecimal> marked(String mark) {
            return edition.scorecard().measures().stream()
                    .flatMap(line -> Stream.concat(
                            Stream.concat(line.quarters().stream(), Stream.of(line.latest()))
                                    .filter(figure -> figure.footnoteMark().equals(mark))
                                    .map(PeriodFigure::figure),
                            line.months().stream()
                                    .filter(month -> month.footnoteMark().equals(mark))
                                    .map(MonthFigure::figure)))
                    .flatMap(figure -> figure.reportedValue().stream())
                    .toList();
        }

        /** The text, unless it names a small number, or one that leaves a small rest of a figure beside it. */
        private String text(String name, String text, List<BigDecimal> beside) {
            List<BigDecimal> small = NamedNumbers.small(text);
            if (!small.isEmpty()) {
                return withhold(
                        name,
                        "it names "
                                + small.stream()
                                        .map(BigDecimal::toPlainString)
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                                + ": " + text);
            }
            List<BigDecimal> numbers = NamedNumbers.in(text);
            Optional<BigDecimal> leaves = numbers.stream()
                    .flatMap(number -> Stream.concat(
                                    beside.stream(), beside.isEmpty() ? Stream.empty() : numbers.stream())
                            .map(figure -> figure.subtract(number)))
                    .filter(SmallCount::is)
                    .findFirst();
            return leaves.isPresent()
                    ? withhold(
                            name,
                            "its numbers leave %s of the figure beside it, or of another of them: %s"
                                    .formatted(leaves.get().toPlainString(), text))
                    : text;
        }

        private String withhold(String name, String because) {
            withheld.add(name + ": " + because);
            return WITHHELD;
        }

        private FigureCode used(FigureCode code) {
            codes.add(code);
            return code;
        }
    }
}
