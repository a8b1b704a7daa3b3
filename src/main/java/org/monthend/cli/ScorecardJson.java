package org.monthend.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.scorecard.Assurance;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.FinanceOutlook;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MeasurePart;
import org.monthend.scorecard.MeasureParts;
import org.monthend.scorecard.MoneyOutturn;
import org.monthend.scorecard.PartsReading;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.ProjectStatus;
import org.monthend.scorecard.Revision;
import org.monthend.scorecard.RevisionNotice;
import org.monthend.scorecard.Scorecard;
import org.monthend.steward.ScorecardArchive.Found;

/** A scorecard as a program reads it; what is missing is left out, and never 0. */
final class ScorecardJson {

    private ScorecardJson() {}

    static Map<String, Object> of(Found found, Optional<Instant> asAt) {
        Edition edition = found.edition();
        Scorecard scorecard = edition.scorecard();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", scorecard.month().toString());
        json.put("organisation", scorecard.organisation().code());
        asAt.ifPresent(time -> json.put("asAt", time.toString()));
        json.put("computedAnew", found.isComputedAnew());
        json.put("edition", edition.number());
        json.put("status", edition.status().word());
        edition.publishedAt().ifPresent(at -> {
            json.put("publishedAt", at.toString());
            json.put("publishedBy", edition.publishedBy());
            json.put("caveats", edition.caveats());
        });
        edition.succession().ifPresent(later -> {
            json.put("supersededBy", later.number());
            json.put("supersededAt", later.publishedAt().toString());
        });
        json.put("dataAsAt", edition.dataAsAt().toString());
        json.put("methodVersion", edition.methodVersion());
        edition.revisions().ifPresent(notice -> json.put("revisions", revisions(notice)));
        json.put(
                "measures",
                scorecard.measures().stream()
                        .map(line -> measure(line, scorecard))
                        .toList());
        json.put(
                "finance",
                scorecard.finance().stream().map(ScorecardJson::finance).toList());
        json.put("distributions", categories(scorecard.distributions()));
        json.put("audits", categories(scorecard.auditOpinions()));
        json.put(
                "projects",
                scorecard.projects().stream().map(ScorecardJson::project).toList());
        return json;
    }

    private static Map<String, Object> revisions(RevisionNotice notice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sinceEdition", notice.since());
        json.put(
                "differences",
                notice.revisions().stream().map(ScorecardJson::revision).toList());
        return json;
    }

    private static Map<String, Object> revision(Revision revision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("block", revision.block().word());
        json.put("code", revision.code());
        json.put("name", revision.name());
        json.put("item", revision.item());
        json.put("before", revision.before());
        json.put("after", revision.after());
        json.put("onPage", revision.isOnPage());
        revision.cause().ifPresent(cause -> {
            json.put("reason", cause.reason());
            if (cause.submission() != 0) {
                json.put("file", cause.file());
                json.put("submission", cause.submission());
            }
            json.put("at", cause.at().toString());
        });
        return json;
    }

    private static Map<String, Object> measure(MeasureLine line, Scorecard scorecard) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", line.measure().code());
        json.put("name", line.measure().name());
        json.put("unit", line.measure().unit().word());
        json.put("baselineRank", line.baselineRank());
        json.put("baselineFigure", line.baselineFigure());
        figures(json, line, scorecard.month());
        MeasureParts parts = MeasureParts.of(scorecard, line);
        if (!parts.parts().isEmpty()) {
            json.put("wholeAndParts", PartsReading.sentences(parts));
            json.put(
                    "organisations",
                    parts.parts().stream()
                            .map(part -> part(part, scorecard.month()))
                            .toList());
        }
        return json;
    }

    /** The same measure of a locality. */
    private static Map<String, Object> part(MeasurePart part, ReportingMonth month) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("organisation", part.organisation().code());
        json.put("name", part.organisation().name());
        figures(json, part.line(), month);
        return json;
    }

    private static void figures(Map<String, Object> json, MeasureLine line, ReportingMonth month) {
        json.put("quarters", line.quarters().stream().map(ScorecardJson::period).toList());
        json.put("latest", period(line.latest()));
        line.months().stream()
                .filter(each -> each.month().equals(month))
                .findFirst()
                .ifPresent(each -> {
                    number(json, "numerator", each.numerator());
                    number(json, "denominator", each.denominator());
                });
        json.put("target", line.target().printed());
        number(json, "targetValue", line.target().value());
        number(json, "targetLow", line.target().low());
        number(json, "targetHigh", line.target().high());
        number(json, "variance", line.target().varianceToTheGood());
        json.put("standing", line.target().standing().word());
        json.put("trendDirection", line.trend().direction().word());
        json.put("trendJudgement", line.trend().judgement().word());
        line.chart().variation().ifPresent(variation -> json.put("variation", variation.word()));
        if (line.chart().assurance() != Assurance.NONE) {
            json.put("assurance", line.chart().assurance().word());
        }
        line.chart().latest().filter(segment -> segment.limits().ranges() > 0).ifPresent(segment -> {
            json.put("lowerLimit", decimal(segment.limits().lower()));
            json.put("upperLimit", decimal(segment.limits().upper()));
        });
        line.forecast().map(forecast -> forecast.months().get(0)).ifPresent(next -> {
            json.put("forecast", decimal(next.mean()));
            json.put("forecastLow80", decimal(next.low80()));
            json.put("forecastHigh80", decimal(next.high80()));
        });
        line.outturn().ifPresent(outturn -> {
            outturn.range().ifPresent(range -> {
                json.put("outturn", decimal(range.median()));
                json.put("outturnLow80", decimal(range.low80()));
                json.put("outturnHigh80", decimal(range.high80()));
            });
            outturn.chanceShown().ifPresent(chance -> json.put("chancePct", chance));
        });
        if (!line.sentence().isEmpty()) {
            json.put("sentence", line.sentence());
        }
    }

    /** Written out, never as 1.0E-4. */
    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }

    private static Map<String, Object> period(PeriodFigure cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("period", cell.period());
        json.put("printed", cell.printed());
        figure(json, cell.figure());
        return json;
    }

    private static void figure(Map<String, Object> json, Figure figure) {
        number(json, "figure", figure.reportedValue());
        json.put("status", figure.statusWord());
    }

    private static Map<String, Object> finance(FinancePosition position) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", position.line().code());
        json.put("name", position.line().name());
        json.put("budgetPrinted", position.printedBudget());
        json.put("forecastPrinted", position.printedForecast());
        json.put("variancePrinted", position.printedVariance());
        number(json, "budget", position.budget());
        number(json, "forecast", position.forecast());
        number(json, "variance", position.reportedVariance());
        number(json, "progress", position.progress());
        position.outlook().ifPresent(outlook -> json.put("outlook", outlook(outlook)));
        return json;
    }

    private static Map<String, Object> outlook(FinanceOutlook outlook) {
        MoneyOutturn outturn = outlook.outturn();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("year", outturn.year().label());
        json.put("monthsKnown", outturn.monthsKnown());
        number(json, "committed", outlook.committed());
        outturn.outturn().ifPresent(range -> {
            json.put("low80", range.low80());
            json.put("outturn", range.median());
            json.put("high80", range.high80());
        });
        outturn.chanceShown().ifPresent(chance -> json.put("chanceOfOverspend", chance));
        json.put("reason", outturn.reason());
        json.put("sentence", outlook.sentence());
        return json;
    }

    private static List<Map<String, Object>> categories(List<CategoryFigure> figures) {
        return figures.stream()
                .map(figure -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("scheme", figure.category().scheme());
                    json.put("category", figure.category().code());
                    json.put("printed", figure.printed());
                    json.put("figure", figure.value());
                    return json;
                })
                .toList();
    }

    private static Map<String, Object> project(ProjectStatus status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", status.project().code());
        json.put("name", status.project().name());
        json.put("progress", status.progressRag());
        json.put("finance", status.financeRag());
        json.put("narrative", status.narrative());
        return json;
    }

    private static void number(Map<String, Object> json, String name, Optional<BigDecimal> value) {
        value.ifPresent(number -> json.put(name, number));
    }
}
