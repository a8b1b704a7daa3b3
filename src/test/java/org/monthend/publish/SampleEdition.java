package org.monthend.publish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.FinanceLine;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.MissingReason;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.PageText;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Project;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.ControlChart;
import org.monthend.scorecard.Direction;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.FigureSource;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.Forecast;
import org.monthend.scorecard.ForecastAccuracy;
import org.monthend.scorecard.ForecastMonth;
import org.monthend.scorecard.Judgement;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.Outturn;
import org.monthend.scorecard.OutturnRule;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.Printed;
import org.monthend.scorecard.ProjectStatus;
import org.monthend.scorecard.Reading;
import org.monthend.scorecard.Rebase;
import org.monthend.scorecard.RebaseRule;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.TargetJudgement;
import org.monthend.scorecard.TargetStanding;
import org.monthend.scorecard.Trend;
import org.monthend.scorecard.VariationRule;

/** A full-size edition of an invented housing and care charity, with every shape of text that a page must hold. */
final class SampleEdition {

    static final ReportingMonth MONTH = new ReportingMonth(2021, 11);

    /** One measure a row; the figures of its months wander from the first level to the last one. */
    private static final String MEASURES = """
            TENANCIES_RATE      | Households in temporary homes per 10,000 population              | printed        | services  | left  | n          | per_10000     | 0 | context | B  | 212   | 198  | 231  | 6   |    |
            ENQUIRY_RATE        | Enquiry rate per 10,000 population                               | printed        | services  | left  | n          | per_10000     | 0 | context | 39 | 71    | 61   | 58   | 9   |    |
            REPEAT_ENQUIRY_PCT  | %Repeat enquiries                                                | printed        | services  | left  | y          | percent       | 0 | lower   | D  | 41%   | 33   | 21   | 2   | 24 | 2
            ASSESS_TIMELY_PCT   | First assessments completed in timescale                         | printed        | services  | left  | y          | percent       | 0 | higher  | 79%| -     | 92   | 86   | 3   | 94 | 2
            PLAN_RATE           | Support plans per 10,000 population                              | printed        | services  | left  | n          | per_10000     | 0 | context | 38 | 47    | 41   | 63   | 4   |    |
            VISIT_TIMELY_PCT    | Safety visits within timescale                                   | printed        | services  | left  | y          | percent       | 0 | higher  | 61%| -     | 97   | 90   | 2   | 96 | 3
            SECOND_PLAN_PCT     | %People subject to a support plan for a second time              | printed        | services  | left  | y          | percent       | 0 | lower   | C  | 18.4% | 11   | 17   | 3   | 16 | 2
            LONG_PLAN_PCT       | People on a support plan for more than 2 years                   | printed        | services  | left  | y          | percent       | 0 | lower   | C  | 3.1%  | 4    | 11   | 2   | 9  | 1
            OUTREACH_CASES      | Cases open to the Outreach Team                                  | printed        | services  | left  | n          | count         | 0 | context | -  | -     | 28   | 36   | 3   |    | new
            MISSED_CALLS_R3M    | Episodes of residents missing for >24 hours in rolling 3 months  | printed        | services  | left  | n          | count         | 0 | lower   | -  | -     | 47   | 39   | 4   |    | dash1
            CASE_AUDIT_PLUS_PCT | Quality of case files audited as Requires Improvement or better  | printed        | services  | left  | y          | percent       | 0 | higher  | -  | -     | 78   | 93   | 5   | 98 | 6
            YOUNG_EET_PCT       | Young residents in work or training (quarterly figure)           | printed        | services  | left  | n          | percent       | 0 | higher  |    | 74%   | 70   | 88   | 5   |    | quarterly
            RESIDENT_RATE       | Residents per 10,000 population                                  | inferred (99%) | services  | right | n          | per_10000     | 0 | context | 55 | 69    | 70   | 74   | 2   |    |
            HEALTH_CHECK_PCT    | Residents with an up to date health check                        | inferred (35%) | services  | right | n          | percent       | 0 | higher  | -  | -     | 84   | 92   | 3   |    | nolatest
            MOVING_IN           | People moving in                                                 | inferred (30%) | services  | right | n          | count         | 0 | context | -  | -     | 21   | 17   | 5   |    | dash1
            STABLE_HOME_PCT     | Long term stability of homes of residents in need of support     | inferred (95%) | services  | right | inferred y | percent       | 0 | higher  | D  | 52%   | 60   | 69   | 1   | 71 | 1
            THREE_MOVES_PCT     | Residents with three or more moves in the year                   | inferred (97%) | services  | right | inferred y | percent       | 0 | lower   | C  | 13%   | 11   | 7    | 1   | 8  | 0
            REVIEW_TIMELY_PCT   | Residents' reviews within timescale                              | inferred (40%) | services  | right | n          | percent       | 0 | higher  | -  | -     | 87   | 99   | 1   |    |
            KEYWORKER_PCT       | Key worker visits within timescale                               | inferred (40%) | services  | right | n          | percent       | 0 | higher  | -  | -     | 91   | 93   | 3   |    | gap
            VOICE_PCT           | Residents taking part in their reviews                           | inferred (20%) | services  | right | n          | percent       | 0 | higher  | -  | -     | 0    | 0    | 0   |    | development
            MOVE_ON_DAYS        | Average days between entering care and moving on to an own home  | inferred (99%) | services  | right | inferred y | days          | 0 | lower   | C  | 641   | 1012 | 553  | 20  | 560| 5
            TRIBUNAL_WEEKS      | Average weeks of tribunal proceedings                            | inferred (97%) | services  | right | n          | weeks         | 0 | lower   | -  | 36    | 35   | 25   | 2   | 26 | 2
            LEAVER_WORK_PCT     | Leavers in employment, education or training                     | inferred (92%) | services  | right | inferred y | percent       | 0 | higher  | D  | 31%   | 47   | 56   | 4   | 56 | 3
            LEAVER_HOME_PCT     | Leavers in suitable accommodation                                | inferred (92%) | services  | right | inferred y | percent       | 0 | higher  | D  | 66%   | 93   | 98   | 2   | 92 | 2
            CASELOAD            | Average key worker caseload                                      | printed        | workforce | left  | n          | cases per FTE | 1 | lower   | B  | 15.0  | 13.8 | 16.4 | 0.4 |    |
            SICKNESS_DAYS       | Average days lost to sickness                                    | printed        | workforce | left  | n          | days per FTE  | 1 | lower   | -  | 6.0   | 12.9 | 8.2  | 0.5 |    |
            STAFF_LEFT_PCT      | %Permanent staff that left within 2 years                        | printed        | workforce | left  | y          | percent       | 0 | lower   | -  | 44%   | 0    | 0    | 0   |    |
            AGENCY_PCT          | Percentage of frontline FTE posts covered by agency staff        | printed        | workforce | left  | y          | percent       | 0 | lower   | D  | 27%   | 14   | 9    | 1   |    |
            SATISFACTION_PCT    | %Staff satisfaction - UNDER DEVELOPMENT                          | printed        | workforce | left  | n          | percent       | 0 | higher  | -  | -     | 0    | 0    | 0   |    | dashes
            CONDUCT_CASES       | Live conduct & capability case work                              | printed        | workforce | left  | n          | count         | 0 | context | -  | 4     | 8    | 14   | 2   |    | star
            GRIEVANCES          | Live grievances (inc. <informal> ones)                           | printed        | workforce | left  | n          | count         | 0 | context | -  | 2     | 3    | 4    | 1   |    | dash2
            """;

    private SampleEdition() {}

    static Edition draft() {
        return edition(Edition.Status.DRAFT, Optional.empty(), "", scorecard());
    }

    static Edition published() {
        return edition(
                Edition.Status.PUBLISHED,
                Optional.of(Instant.parse("2021-12-20T09:00:00Z")),
                "Ada Whitlock",
                scorecard());
    }

    static Edition draft(Scorecard scorecard) {
        return edition(Edition.Status.DRAFT, Optional.empty(), "", scorecard);
    }

    static Scorecard scorecard() {
        return new Scorecard(
                MONTH,
                new Organisation("CHARITY", "Harbour Homes & Care", "trust", Optional.empty()),
                measures(),
                finance(),
                List.of(
                        share("I", "Inadequate", 1, "n", "7"),
                        share("RI", "Requires Improvement", 2, "", "62"),
                        share("G", "Good", 3, "y", "28"),
                        share("O", "Outstanding", 4, "y", "3")),
                List.of(
                        audits("NA", "No Assurance", 1, "n", "1"),
                        audits("LA", "Limited Assurance", 2, "n", "3"),
                        audits("Rea", "Reasonable Assurance", 3, "y", "0"),
                        audits("Sub", "Substantial Assurance", 4, "y", "5"),
                        audits("Due", "Due", 5, "", "4")),
                projects(),
                texts());
    }

    /** The same scorecard with another list of measures. */
    static Scorecard with(List<MeasureLine> measures) {
        Scorecard all = scorecard();
        return new Scorecard(
                all.month(),
                all.organisation(),
                measures,
                all.finance(),
                all.distributions(),
                all.auditOpinions(),
                all.projects(),
                all.texts());
    }

    static List<MeasureLine> measures() {
        Random random = new Random(31);
        List<MeasureLine> lines = new ArrayList<>();
        int position = 0;
        for (String row : MEASURES.lines().toList()) {
            position++;
            lines.add(new Row(row.split("\\s*\\|\\s*", -1), position).line(random));
        }
        return lines;
    }

    private static Edition edition(
            Edition.Status status, Optional<Instant> publishedAt, String publishedBy, Scorecard scorecard) {
        return new Edition(
                2,
                status,
                Instant.parse("2021-12-13T16:30:00Z"),
                publishedAt,
                publishedBy,
                scorecard,
                Scorecard.METHOD_VERSION,
                "",
                Optional.empty(),
                Optional.empty(),
                sources());
    }

    /** Every month was stated once, and the one before the last was put right. */
    private static Map<Long, List<FigureSource>> sources() {
        ReportingMonth corrected = MONTH.minusMonths(1);
        return ReportingMonth.range(MONTH.minusMonths(29), MONTH).stream()
                .collect(Collectors.toMap(
                        month -> (long) month.key(),
                        month -> month.equals(corrected)
                                ? List.of(
                                        source(month, 1, "two homes <counted> twice", "19"), source(month, 0, "", "21"))
                                : List.of(source(month, 0, "", "19"))));
    }

    private static FigureSource source(ReportingMonth month, int revision, String reason, String figure) {
        return new FigureSource(
                revision,
                Figure.of(new BigDecimal(figure)),
                month.plusMonths(1).firstDay().atTime(9, 30).plusDays(revision).toInstant(ZoneOffset.UTC),
                reason,
                "homes-and-care-" + month + ".xlsx",
                "Return & notes",
                "F13, D13, E13");
    }

    private static CategoryFigure share(String code, String name, int position, String favourable, String percent) {
        return new CategoryFigure(
                new Category("CASE_AUDIT", "Quality of cases audited", code, name, position, favourable),
                new BigDecimal(percent),
                percent + "%",
                OptionalLong.empty());
    }

    private static CategoryFigure audits(String code, String name, int position, String favourable, String number) {
        return new CategoryFigure(
                new Category("INTERNAL_AUDIT", "Internal audit analysis", code, name, position, favourable),
                new BigDecimal(number),
                number,
                OptionalLong.empty());
    }

    private static List<FinancePosition> finance() {
        return List.of(
                money(
                        "BUDGET_TOTAL",
                        "Budget spend and forecast",
                        true,
                        FinanceLine.Kind.MONEY,
                        1,
                        "38600000",
                        "39300000",
                        "831000",
                        "£38.6M",
                        "£39.3M",
                        "+£831K"),
                money(
                        "PLACEMENTS",
                        "Cost of supported homes",
                        false,
                        FinanceLine.Kind.OF_WHICH,
                        2,
                        "17200000",
                        "18800000",
                        "1610000",
                        "£17.2M",
                        "+£18.8M",
                        "+£1.61M"),
                money(
                        "PAY",
                        "Cost of staff pay",
                        false,
                        FinanceLine.Kind.OF_WHICH,
                        3,
                        "19400000",
                        "18900000",
                        "-478000",
                        "£19.4M",
                        "£18.9M",
                        "-£478K"),
                new FinancePosition(
                        new FinanceLine(
                                "SAVINGS_PLAN", "Progress against savings plan", true, FinanceLine.Kind.PERCENT, 4),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new BigDecimal("58.4")),
                        "",
                        "58%",
                        "",
                        OptionalLong.empty()));
    }

    private static FinancePosition money(
            String code,
            String name,
            boolean contract,
            FinanceLine.Kind kind,
            int position,
            String budget,
            String forecast,
            String variance,
            String printedBudget,
            String printedForecast,
            String printedVariance) {
        return new FinancePosition(
                new FinanceLine(code, name, contract, kind, position),
                Optional.of(new BigDecimal(budget)),
                Optional.of(new BigDecimal(forecast)),
                Optional.of(new BigDecimal(variance)),
                Optional.of(new BigDecimal(forecast).subtract(new BigDecimal(budget))),
                Optional.empty(),
                printedBudget,
                printedForecast,
                printedVariance,
                OptionalLong.empty());
    }

    private static List<ProjectStatus> projects() {
        return List.of(
                project("NEW_START", "New Start - Domestic Abuse Project", 1, "G", "G", """
                        Partners met for a third time to agree how neighbourhood services join in early help, and more than \
                        a hundred and forty people came. The training for volunteers has been accredited by the college and \
                        begins in the second week of January with 26 places taken. Seven key workers have been put forward \
                        and will learn the model that the advocates use. From spring they will carry cases of their own and \
                        guide colleagues in each neighbourhood, which adds to the advocates' reach. The advocates now work \
                        with 64 households and see 121 young people for therapy & play, <weekly> where it is needed most."""),
                project("BREATHE", "BREATHE - supporting parents at risk of losing their home", 2, "G", "A", """
                        A steady group of 18 parents is in place and stays with the project for at least a year. Agreements \
                        with the health centre and the advice shop are signed. Pathways to counselling and to housing are \
                        still being worked out with the council and are expected in the new year."""),
                project("SAFE_STREETS", "Safe Streets (Coastal Towns Innovation Project)", 3, "A", "G", """
                        Six host families are approved and trained to take residents at short notice, with two more to come. \
                        The first residents have now been matched. More has to be done to make the offer known, and so to \
                        bring in referrals. A regional manager was appointed four months later than planned, which has \
                        delayed the whole project by about five months."""),
                project("LANTERN", "Lantern - recruitment, training & resilience of host families", 4, "R", "G", """
                        =Two of the four groups of host families meet regularly and speak well of it. The project was chosen \
                        from ten pilots for a closer evaluation, which will be finished by the end of March."""));
    }

    private static ProjectStatus project(
            String code, String name, int position, String progress, String finance, String narrative) {
        return new ProjectStatus(
                new Project(code, name, position, "Director of Services"),
                progress,
                finance,
                narrative,
                OptionalLong.empty());
    }

    private static List<PageText> texts() {
        return List.of(
                new PageText("title", "", "Corporate Scorecard for month:"),
                new PageText(
                        "vision",
                        "",
                        "Our vision is to be an EXCELLENT landlord and neighbour for residents, families & communities"),
                new PageText(
                        "section.services", "", "High quality services for residents, families and neighbourhoods"),
                new PageText("section.workforce", "", "Learning, Growth and Workforce"),
                new PageText("section.finance", "", "Effective Governance, Resource & Risk Management"),
                new PageText("section.projects", "", "Other Headlines/Key Activity"),
                new PageText("measure.header", "", "Measure (© denotes a contract measure)"),
                new PageText("heading.audit", "", "Internal Audit analysis (see key below)"),
                new PageText(
                        "note",
                        "1",
                        "Baseline is based on the latest national figures and is not available for local measures. If rank isn't appropriate the national average is provided"),
                new PageText("note", "2", "Rank: A-Top Quartile > D - Bottom Quartile, based on national rank"),
                new PageText(
                        "key.arrow",
                        "",
                        "Arrow denotes direction of travel, colour denotes whether this is better (Green) or Worse (Red)"),
                new PageText(
                        "key.audit",
                        "",
                        "Key: No Assurance, Limited Assurance, Reasonable Assurance, Substantial Assurance"),
                new PageText("footnote", "*", "12 relate to sickness, two to discipline"));
    }

    /** One row of the table above. */
    private record Row(String[] fields, int place) {

        MeasureLine line(Random random) {
            List<MonthFigure> months = months(random);
            String kind = fields[15];
            boolean silent = kind.equals("development") || kind.equals("dashes");
            List<PeriodFigure> quarters = new ArrayList<>();
            List<FiscalQuarter> shown = Scorecard.quartersShown(MONTH);
            for (int index = 0; index < shown.size(); index++) {
                quarters.add(quarter(shown.get(index), index, months, kind));
            }
            PeriodFigure latest = latest(months, kind);
            TargetJudgement target = target(latest.figure());
            List<Target> targets = targets(target);
            Trend trend =
                    trend(months, silent || kind.equals("new") || kind.equals("quarterly") || kind.equals("nolatest"));
            ReportingMonth first = months.isEmpty() ? MONTH : months.get(0).month();
            List<Rebase> rebases = kind.equals("star")
                    ? List.of(new Rebase(
                            MONTH.minusMonths(12),
                            "cases are counted <by person> & no longer by file",
                            "Ada Whitlock",
                            Instant.parse("2021-06-07T09:30:00Z")))
                    : List.of();
            List<ReportingMonth> starts = rebases.stream().map(Rebase::month).toList();
            List<OptionalDouble> series = series(months);
            ControlChart chart = VariationRule.judge(series, MONTH, measure(), starts, targets);
            Optional<Outturn> outturn = Optional.of(OutturnRule.outturn(
                            months,
                            MONTH,
                            measure(),
                            MONTH.fiscalYear().months().stream()
                                    .map(month -> targets.stream().findFirst())
                                    .toList()))
                    .filter(year -> year.range().isPresent());
            return new MeasureLine(
                    measure(),
                    fields[9],
                    fields[10],
                    quarters,
                    latest,
                    target,
                    targets,
                    trend,
                    silent || kind.equals("quarterly") ? Optional.empty() : Optional.of(forecast(months)),
                    chart,
                    first,
                    rebases,
                    RebaseRule.propose(series, MONTH, measure(), starts),
                    outturn,
                    place % 2 == 0
                            ? Optional.empty()
                            : Optional.of(new ForecastAccuracy(24, 1.84, 0.31, OptionalDouble.of(0.8), 0.79, 0.96)),
                    Reading.sentence(measure(), MONTH, months, latest, target, trend, chart, outturn),
                    months);
        }

        private static List<OptionalDouble> series(List<MonthFigure> months) {
            if (months.isEmpty()) {
                return List.of();
            }
            Map<ReportingMonth, MonthFigure> known =
                    months.stream().collect(Collectors.toMap(MonthFigure::month, Function.identity()));
            return ReportingMonth.range(months.get(0).month(), MONTH).stream()
                    .map(month -> Optional.ofNullable(known.get(month))
                            .flatMap(figure -> figure.figure().reportedValue())
                            .map(value -> OptionalDouble.of(value.doubleValue()))
                            .orElse(OptionalDouble.empty()))
                    .toList();
        }

        /** The month's own target has held for half a year; before it there was none. */
        private List<Target> targets(TargetJudgement judged) {
            boolean none = judged.value().isEmpty() && judged.low().isEmpty();
            return none
                    ? List.of()
                    : List.of(new Target(
                            fields[0],
                            "TRUST",
                            MONTH.minusMonths(6),
                            Optional.empty(),
                            judged.value(),
                            judged.low(),
                            judged.high(),
                            BigDecimal.ZERO));
        }

        private Measure measure() {
            Unit unit = List.of(Unit.values()).stream()
                    .filter(each -> each.word().equals(fields[6]))
                    .findFirst()
                    .orElseThrow();
            boolean quarterly = fields[15].equals("quarterly");
            return new Measure(
                    fields[0],
                    fields[1],
                    fields[1],
                    fields[2],
                    fields[3],
                    fields[4],
                    place,
                    fields[5],
                    unit,
                    Integer.parseInt(fields[7]),
                    unit == Unit.PERCENT ? "homes seen in time" : "",
                    unit == Unit.PERCENT ? "homes" : "",
                    "What is counted here, <in a sentence> & a half.",
                    polarity(),
                    quarterly ? Frequency.QUARTERLY : Frequency.MONTHLY,
                    unit == Unit.COUNT ? Aggregation.STOCK : Aggregation.RATIO,
                    fields[15].equals("development") ? Lifecycle.UNDER_DEVELOPMENT : Lifecycle.LIVE,
                    true);
        }

        private Polarity polarity() {
            return switch (fields[8]) {
                case "higher" -> Polarity.HIGHER_IS_BETTER;
                case "lower" -> Polarity.LOWER_IS_BETTER;
                default -> Polarity.CONTEXT;
            };
        }

        private List<MonthFigure> months(Random random) {
            String kind = fields[15];
            if (kind.equals("development") || kind.equals("dashes")) {
                return List.of();
            }
            double from = Double.parseDouble(fields[11]);
            double to = Double.parseDouble(fields[12]);
            double noise = Double.parseDouble(fields[13]);
            boolean ratio = !fields[6].equals("count");
            int length = kind.equals("new") ? 8 : 30;
            List<MonthFigure> months = new ArrayList<>();
            for (int index = 0; index < length; index++) {
                ReportingMonth month = MONTH.minusMonths(length - 1 - index);
                double level = from + (to - from) * Math.max(0, index - 6) / Math.max(1, length - 7);
                double value = Math.max(0, level + noise * random.nextGaussian());
                if (fields[6].equals("percent")) {
                    value = Math.min(100, value);
                }
                if (kind.equals("gap") && index >= 15 && index <= 17
                        || kind.equals("quarterly") && !month.endsQuarter()) {
                    continue;
                }
                if (kind.equals("nolatest") && month.equals(MONTH)) {
                    months.add(new MonthFigure(
                            month,
                            Optional.empty(),
                            Optional.empty(),
                            Figure.missing(MissingReason.NOTHING_TO_REPORT),
                            "- ⁴",
                            "⁴",
                            "",
                            OptionalLong.empty()));
                    continue;
                }
                if (!ratio) {
                    months.add(month(month, Optional.empty(), Optional.empty(), BigDecimal.valueOf(Math.round(value))));
                    continue;
                }
                BigDecimal multiplier = measure().unit().multiplier();
                BigDecimal denominator =
                        BigDecimal.valueOf(multiplier.intValue() == 10_000 ? 81_400 : 90 + random.nextInt(160));
                BigDecimal numerator =
                        BigDecimal.valueOf(value).multiply(denominator).divide(multiplier, 0, RoundingMode.HALF_UP);
                months.add(month(
                        month,
                        Optional.of(numerator),
                        Optional.of(denominator),
                        multiplier.multiply(numerator).divide(denominator, MathContext.DECIMAL128)));
            }
            return months;
        }

        private static MonthFigure month(
                ReportingMonth month,
                Optional<BigDecimal> numerator,
                Optional<BigDecimal> denominator,
                BigDecimal value) {
            return new MonthFigure(
                    month, numerator, denominator, Figure.of(value), "", "", "", OptionalLong.of(month.key()));
        }

        private PeriodFigure quarter(FiscalQuarter quarter, int index, List<MonthFigure> months, String kind) {
            if (kind.equals("development")) {
                return missing(quarter.label(), MissingReason.UNDER_DEVELOPMENT, index == 0 ? "under development" : "");
            }
            if (kind.equals("new") && index < 2) {
                return missing(quarter.label(), MissingReason.NEW_MEASURE, index == 0 ? "new measure" : "");
            }
            if (kind.equals("dashes") || kind.equals("dash1") && index < 1 || kind.equals("dash2") && index < 2) {
                return missing(quarter.label(), MissingReason.NOTHING_TO_REPORT, "-");
            }
            List<BigDecimal> values = months.stream()
                    .filter(month -> month.month().quarter().equals(quarter))
                    .flatMap(month -> month.figure().reportedValue().stream())
                    .toList();
            if (values.isEmpty()) {
                return missing(quarter.label(), MissingReason.NOT_RECEIVED, "not received");
            }
            BigDecimal mean = values.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
            boolean partial = values.size() < 3 && !kind.equals("quarterly");
            return new PeriodFigure(
                    quarter.label(), Figure.of(mean), Printed.value(mean, measure()), "", values.size(), partial);
        }

        private PeriodFigure latest(List<MonthFigure> months, String kind) {
            String period = MONTH.label();
            if (kind.equals("development")) {
                return missing(period, MissingReason.UNDER_DEVELOPMENT, "");
            }
            if (kind.equals("dashes")) {
                return missing(period, MissingReason.NOTHING_TO_REPORT, "-");
            }
            if (kind.equals("nolatest")) {
                return new PeriodFigure(period, Figure.missing(MissingReason.NOTHING_TO_REPORT), "- ⁴", "⁴", 0, false);
            }
            Figure last = months.get(months.size() - 1).figure();
            String mark = kind.equals("star") ? "*" : "";
            return new PeriodFigure(
                    period, last, Printed.value(last.reportedValue().orElseThrow(), measure()) + mark, mark, 1, false);
        }

        private static PeriodFigure missing(String period, MissingReason reason, String printed) {
            return new PeriodFigure(period, Figure.missing(reason), printed, "", 0, true);
        }

        private TargetJudgement target(Figure latest) {
            if (fields[14].isEmpty()) {
                return new TargetJudgement(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        TargetStanding.NO_TARGET,
                        false);
            }
            BigDecimal target = new BigDecimal(fields[14]);
            BigDecimal value = latest.reportedValue().orElseThrow();
            BigDecimal variance = value.subtract(target);
            BigDecimal good = polarity() == Polarity.HIGHER_IS_BETTER ? variance : variance.negate();
            BigDecimal tolerance = new BigDecimal(fields[15]);
            TargetStanding standing = good.signum() >= 0
                    ? TargetStanding.MET
                    : good.add(tolerance).signum() >= 0 ? TargetStanding.WITHIN_TOLERANCE : TargetStanding.MISSED;
            boolean byRounding = good.signum() < 0
                    && value.setScale(measure().decimals(), RoundingMode.HALF_UP)
                                    .compareTo(target)
                            == 0;
            return new TargetJudgement(
                    Optional.of(target),
                    Optional.empty(),
                    Optional.empty(),
                    Printed.value(target, measure()),
                    Optional.of(variance),
                    Optional.of(good),
                    standing,
                    byRounding);
        }

        private Trend trend(List<MonthFigure> months, boolean none) {
            if (none) {
                return new Trend(Direction.NONE, Judgement.NEUTRAL, 0, 0, 0, false, "fewer than six months are known");
            }
            double change = Double.parseDouble(fields[12]) - Double.parseDouble(fields[11]);
            double noise = Double.parseDouble(fields[13]);
            Direction direction = Math.abs(change) < 2.5 * noise || change == 0
                    ? Direction.LEVEL
                    : change > 0 ? Direction.UP : Direction.DOWN;
            return new Trend(
                    direction, Judgement.of(direction, polarity()), 2.4, change, 24, !fields[15].equals("gap"), "");
        }

        private Forecast forecast(List<MonthFigure> months) {
            double level = Double.parseDouble(fields[12]);
            List<ForecastMonth> ahead = new ArrayList<>();
            for (int horizon = 1; horizon <= 12; horizon++) {
                double width = 1 + horizon / 4.0;
                ahead.add(new ForecastMonth(
                        MONTH.plusMonths(horizon),
                        horizon,
                        level,
                        level - width,
                        level + width,
                        level - 1.6 * width,
                        level + 1.6 * width));
            }
            return new Forecast(ahead, "Theta + damped + SES + median 6", months.size(), months.size() < 6);
        }
    }
}
