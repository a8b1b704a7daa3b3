package org.monthend.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monthend.catalogue.Figure;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.FinanceOutlook;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MoneyOutturn;
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
                scorecard.measures().stream().map(ScorecardJson::measure).toList());
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

    private static Map<String, Object> measure(MeasureLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", line.measure().code());
        json.put("name", line.measure().name());
        json.put("unit", line.measure().unit().word());
        json.put("baselineRank", line.baselineRank());
        json.put("baselineFigure", line.baselineFigure());
        json.put("quarters", line.quarters().stream().map(ScorecardJson::period).toList());
        json.put("latest", period(line.latest()));
        json.put("target", line.target().printed());
        number(json, "variance", line.target().varianceToTheGood());
        json.put("standing", line.target().standing().word());
        json.put("trendDirection", line.trend().direction().word());
        json.put("trendJudgement", line.trend().judgement().word());
        return json;
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
