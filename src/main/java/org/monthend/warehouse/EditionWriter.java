package org.monthend.warehouse;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.PageText;
import org.monthend.catalogue.ProcessLimits;
import org.monthend.catalogue.Target;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.ControlPoint;
import org.monthend.scorecard.ControlSegment;
import org.monthend.scorecard.FinanceOutlook;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.Forecast;
import org.monthend.scorecard.ForecastAccuracy;
import org.monthend.scorecard.ForecastMonth;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MoneyAccuracy;
import org.monthend.scorecard.MoneyOutturn;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.Outturn;
import org.monthend.scorecard.OutturnRange;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.ProjectStatus;
import org.monthend.scorecard.QuarterFigure;
import org.monthend.scorecard.Rebase;
import org.monthend.scorecard.RebaseProposal;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.ScorecardPart;
import org.monthend.scorecard.SpendMonth;
import org.monthend.scorecard.Variation;

/**
 * Writes a scorecard as the rows of a draft edition: all by COPY into tables of the transaction, which then join the
 * dimensions once.
 */
final class EditionWriter {

    private static final List<String> TABLES = List.of(
            "dw.fact_scorecard",
            "dw.fact_scorecard_figure",
            "dw.fact_scorecard_month",
            "dw.fact_scorecard_target",
            "dw.fact_forecast",
            "dw.fact_scorecard_judgement",
            "dw.fact_scorecard_segment",
            "dw.fact_scorecard_point",
            "dw.fact_scorecard_rebase",
            "dw.fact_scorecard_outturn",
            "dw.fact_scorecard_finance",
            "dw.fact_scorecard_finance_outturn",
            "dw.fact_scorecard_finance_month",
            "dw.fact_scorecard_finance_accuracy",
            "dw.fact_scorecard_category",
            "dw.fact_scorecard_project",
            "dw.fact_scorecard_text");

    private static final List<String> QUARTERS = List.of("quarter_1", "quarter_2", "quarter_3", "quarter_4");

    private final Connection connection;
    private final int edition;
    private final Scorecard scorecard;
    private final Keys keys;

    private EditionWriter(Connection connection, int edition, Scorecard scorecard) throws SQLException {
        this.connection = connection;
        this.edition = edition;
        this.scorecard = scorecard;
        this.keys = Keys.current(connection);
    }

    /** Replaces all rows of the draft edition. */
    static void replace(Connection connection, int edition, Scorecard scorecard) throws SQLException {
        for (String table : TABLES) {
            delete(connection, table, edition);
        }
        EditionWriter writer = new EditionWriter(connection, edition, scorecard);
        writer.lines();
        writer.months();
        writer.targets();
        writer.forecasts();
        writer.judgements();
        writer.segments();
        writer.points();
        writer.rebases();
        writer.outturns();
        writer.finance();
        writer.financeOutturns();
        writer.financeMonths();
        writer.financeAccuracy();
        writer.categories();
        writer.projects();
        writer.texts();
        writer.figures();
    }

    /** Removes a draft that an edition was published before. */
    static void remove(Connection connection, int edition) throws SQLException {
        for (String table : TABLES) {
            delete(connection, table, edition);
        }
        delete(connection, "dw.dim_scorecard_edition", edition);
    }

    private static void delete(Connection connection, String table, int edition) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from " + table + " where edition_key = ?")) {
            statement.setInt(1, edition);
            statement.executeUpdate();
        }
    }

    private CopyTable table(String table, String columns) {
        return new CopyTable(connection, table + " (edition_key, " + columns + ")");
    }

    private CopyRow row(CopyTable table) {
        return table.row().number(edition);
    }

    /** A line of the scorecard with the organisation that it is of: the whole, or one of its parts. */
    private record Said(Organisation organisation, MeasureLine line) {}

    private List<Said> said() {
        List<Said> said = new ArrayList<>();
        scorecard.measures().forEach(line -> said.add(new Said(scorecard.organisation(), line)));
        scorecard
                .parts()
                .forEach(part -> part.measures().forEach(line -> said.add(new Said(part.organisation(), line))));
        return said;
    }

    private CopyRow row(CopyTable table, Said said) {
        Keys.Key organisation = keys.organisation(said.organisation().code());
        Keys.Key measure = keys.measure(said.line().measure().code());
        return row(table)
                .number(organisation.key())
                .number(organisation.id())
                .number(measure.key())
                .number(measure.id());
    }

    private void lines() throws SQLException {
        CopyTable table = table(
                "dw.fact_scorecard",
                "organisation_key, organisation_id, measure_key, measure_id, month_key, sort_order, "
                        + periodColumns("quarter_1") + periodColumns("quarter_2") + periodColumns("quarter_3")
                        + periodColumns("quarter_4") + periodColumns("latest")
                        + """
                        latest_numerator, latest_denominator, latest_measure_value_id, target_value, target_low, target_high,
                        variance, variance_to_the_good, standing, is_missed_by_rounding, trend_direction, trend_judgement,
                        trend_z, trend_change, trend_months_used, is_seasonally_adjusted, trend_reason, forecast_mean,
                        forecast_low_80, forecast_high_80, forecast_method, forecast_months_used,
                        is_forecast_indicative
                        """);
        int order = 0;
        for (Said said : said()) {
            MeasureLine line = said.line();
            CopyRow row = row(table, said).number(scorecard.month().key()).number(++order);
            line.quarters().forEach(quarter -> period(row, quarter));
            period(row, line.latest());
            Optional<MonthFigure> latest = line.months().stream()
                    .filter(month -> month.month().equals(scorecard.month()))
                    .findFirst();
            row.number(latest.flatMap(MonthFigure::numerator))
                    .number(latest.flatMap(MonthFigure::denominator))
                    .number(id(latest.map(MonthFigure::revisionId).orElse(OptionalLong.empty())))
                    .number(line.target().value())
                    .number(line.target().low())
                    .number(line.target().high())
                    .number(line.target().variance())
                    .number(line.target().varianceToTheGood())
                    .text(line.target().standing().word())
                    .flag(line.target().missesByRounding())
                    .text(line.trend().direction().word())
                    .text(line.trend().judgement().word())
                    .number(line.trend().z())
                    .number(line.trend().change())
                    .number(line.trend().monthsUsed())
                    .flag(line.trend().seasonallyAdjusted())
                    .text(line.trend().reason());
            if (line.forecast().isPresent()) {
                Forecast forecast = line.forecast().get();
                ForecastMonth next = forecast.months().get(0);
                row.number(next.mean()).number(next.low80()).number(next.high80());
                row.text(forecast.method()).number(forecast.monthsUsed()).flag(forecast.indicative());
            } else {
                row.nothing().nothing().nothing().nothing().nothing().nothing();
            }
            table.endRow();
        }
        table.send();
    }

    private static String periodColumns(String period) {
        return "%1$s_label, %1$s_figure, %1$s_status, %1$s_months_known, is_%1$s_partial, ".formatted(period);
    }

    private static void period(CopyRow row, PeriodFigure period) {
        row.text(period.period())
                .number(period.figure().reportedValue())
                .text(period.figure().statusWord())
                .number(period.monthsKnown())
                .flag(period.partial());
    }

    private void months() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_month", """
                organisation_key, organisation_id, measure_key, measure_id, month_key, numerator, denominator, figure,
                value_status, reported_text, footnote_mark, footnote_text, target_value, measure_value_id
                """);
        for (Said said : said()) {
            MeasureLine line = said.line();
            for (MonthFigure month : line.months()) {
                row(table, said)
                        .number(month.month().key())
                        .number(month.numerator())
                        .number(month.denominator())
                        .number(month.figure().reportedValue())
                        .text(month.figure().statusWord())
                        .text(month.reportedText())
                        .text(month.footnoteMark())
                        .text(month.footnoteText())
                        .number(targetIn(line, month.month()))
                        .number(id(month.revisionId()));
                table.endRow();
            }
        }
        table.send();
    }

    private static Optional<BigDecimal> targetIn(MeasureLine line, ReportingMonth month) {
        return line.targets().stream()
                .filter(target -> target.holdsIn(month))
                .findFirst()
                .flatMap(Target::value);
    }

    private void targets() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_target", """
                organisation_key, organisation_id, measure_key, measure_id, from_month_key, to_month_key, target_value,
                target_low, target_high, tolerance
                """);
        for (Said said : said()) {
            MeasureLine line = said.line();
            for (Target target : line.targets()) {
                row(table, said)
                        .number(target.from().key())
                        .number(target.to().map(ReportingMonth::key).map(BigDecimal::valueOf))
                        .number(target.value())
                        .number(target.low())
                        .number(target.high())
                        .number(Optional.of(target.tolerance()));
                table.endRow();
            }
        }
        table.send();
    }

    private void forecasts() throws SQLException {
        CopyTable table = table("dw.fact_forecast", """
                organisation_key, organisation_id, measure_key, measure_id, horizon, forecast_month_key, forecast_mean,
                low_80, high_80, low_95, high_95
                """);
        for (Said said : said()) {
            MeasureLine line = said.line();
            for (ForecastMonth month : line.forecast().map(Forecast::months).orElse(List.of())) {
                row(table, said)
                        .number(month.horizon())
                        .number(month.month().key())
                        .number(month.mean())
                        .number(month.low80())
                        .number(month.high80())
                        .number(month.low95())
                        .number(month.high95());
                table.endRow();
            }
        }
        table.send();
    }

    private void judgements() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_judgement", """
                organisation_key, organisation_id, measure_key, measure_id, chart_from_month_key, variation, assurance,
                chart_reason, proposed_month_key, proposed_mean_before, proposed_mean_after, proposed_sigma,
                proposed_figures_before, proposed_figures_after, proposed_run_length, proposed_evidence, scored_forecasts,
                mean_absolute_error, forecast_bias, mean_scaled_error, covered_80, covered_95, judgement_text
                """);
        for (Said said : said()) {
            MeasureLine line = said.line();
            CopyRow row = row(table, said)
                    .number(line.chartFrom().key())
                    .word(line.chart().variation().map(Variation::word).orElse(""))
                    .word(line.chart().assurance().word())
                    .text(line.chart().reason());
            proposal(row, line.proposal());
            accuracy(row, line.accuracy());
            row.text(line.sentence());
            table.endRow();
        }
        table.send();
    }

    private static void proposal(CopyRow row, Optional<RebaseProposal> proposal) {
        if (proposal.isEmpty()) {
            row.nothing()
                    .nothing()
                    .nothing()
                    .nothing()
                    .nothing()
                    .nothing()
                    .nothing()
                    .nothing();
            return;
        }
        row.number(proposal.get().month().key())
                .number(proposal.get().meanBefore())
                .number(proposal.get().meanAfter())
                .number(proposal.get().sigma())
                .number(proposal.get().figuresBefore())
                .number(proposal.get().figuresAfter())
                .number(proposal.get().run())
                .text(proposal.get().sentence());
    }

    private static void accuracy(CopyRow row, Optional<ForecastAccuracy> accuracy) {
        if (accuracy.isEmpty()) {
            row.nothing().nothing().nothing().nothing().nothing().nothing();
            return;
        }
        row.number(accuracy.get().forecasts())
                .number(accuracy.get().meanAbsoluteError())
                .number(accuracy.get().bias())
                .number(accuracy.get().meanScaledError())
                .number(accuracy.get().covered80())
                .number(accuracy.get().covered95());
    }

    private void segments() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_segment", """
                organisation_key, organisation_id, measure_key, measure_id, segment_no, start_month_key, figure_count,
                limit_figure_count, range_count, ranges_left_out, level_mean, mean_range, lower_limit, upper_limit, is_trial
                """);
        for (Said said : said()) {
            MeasureLine line = said.line();
            int number = 0;
            for (ControlSegment segment : line.chart().segments()) {
                ProcessLimits limits = segment.limits();
                row(table, said)
                        .number(number++)
                        .number(line.chartMonth(segment.start()).key())
                        .number(segment.figures())
                        .number(limits.figures())
                        .number(limits.ranges())
                        .number(limits.rangesLeftOut())
                        .number(limits.mean())
                        .number(limits.meanRange())
                        .number(limits.lower())
                        .number(limits.upper())
                        .flag(segment.isTrial());
                table.endRow();
            }
        }
        table.send();
    }

    private void points() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_point", """
                organisation_key, organisation_id, measure_key, measure_id, month_key, segment_no, charted_value,
                side_of_mean, is_near_limit, is_outside_limit, special_cause, variation
                """);
        for (Said said : said()) {
            MeasureLine line = said.line();
            for (ControlPoint point : line.chart().points()) {
                row(table, said)
                        .number(line.chartMonth(point.position()).key())
                        .number(point.segment())
                        .number(point.value())
                        .number(point.side())
                        .flag(point.nearLimit())
                        .flag(point.outside())
                        .text(point.cause().word())
                        .text(point.variation().word());
                table.endRow();
            }
        }
        table.send();
    }

    private void rebases() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_rebase", """
                organisation_key, organisation_id, measure_key, measure_id, rebase_month_key, reason_text, rebased_by,
                rebased_at
                """);
        for (Said said : said()) {
            MeasureLine line = said.line();
            for (Rebase rebase : line.rebases()) {
                row(table, said)
                        .number(rebase.month().key())
                        .text(rebase.reason())
                        .text(rebase.by())
                        .text(rebase.at().toString());
                table.endRow();
            }
        }
        table.send();
    }

    private void outturns() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_outturn", """
                organisation_key, organisation_id, measure_key, measure_id, fiscal_year_start, months_known, low_95, low_80,
                outturn_median, high_80, high_95, chance_of_meeting, chance_shown_pct, is_complete, last_year_outturn,
                is_indicative, note_text
                """);
        for (Said said : said()) {
            MeasureLine line = said.line();
            if (line.outturn().isPresent()) {
                Outturn outturn = line.outturn().get();
                OutturnRange range = outturn.range().orElseThrow();
                row(table, said)
                        .number(outturn.year().startYear())
                        .number(outturn.monthsKnown())
                        .number(range.low95())
                        .number(range.low80())
                        .number(range.median())
                        .number(range.high80())
                        .number(range.high95())
                        .number(outturn.chance())
                        .number(outturn.chanceShown().map(BigDecimal::valueOf))
                        .flag(outturn.complete())
                        .number(outturn.lastYear())
                        .flag(outturn.indicative())
                        .text(outturn.note());
                table.endRow();
            }
        }
        table.send();
    }

    private void finance() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_finance", """
                finance_line_key, finance_line_id, sort_order, budget_gbp, forecast_gbp, reported_variance_gbp,
                computed_variance_gbp, progress_pct, finance_position_id
                """);
        int order = 0;
        for (FinancePosition position : scorecard.finance()) {
            Keys.Key line = keys.financeLine(position.line().code());
            row(table)
                    .number(line.key())
                    .number(line.id())
                    .number(++order)
                    .number(position.budget())
                    .number(position.forecast())
                    .number(position.reportedVariance())
                    .number(position.computedVariance())
                    .number(position.progress())
                    .number(id(position.revisionId()));
            table.endRow();
        }
        table.send();
    }

    /** A finance line with where it is heading. */
    private record Heading(Keys.Key line, FinanceOutlook outlook) {}

    private List<Heading> headings() {
        return scorecard.finance().stream()
                .flatMap(position ->
                        position
                                .outlook()
                                .map(outlook -> new Heading(
                                        keys.financeLine(position.line().code()), outlook))
                                .stream())
                .toList();
    }

    private void financeOutturns() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_finance_outturn", """
                finance_line_key, finance_line_id, fiscal_year_start, months_known, budget_gbp, committed_gbp, low_95, low_80,
                outturn_median, high_80, high_95, chance_of_overspend, chance_shown_pct, is_complete, reason_text,
                outlook_text
                """);
        for (Heading heading : headings()) {
            FinanceOutlook outlook = heading.outlook();
            MoneyOutturn outturn = outlook.outturn();
            CopyRow row = row(table)
                    .number(heading.line().key())
                    .number(heading.line().id())
                    .number(outturn.year().startYear())
                    .number(outturn.monthsKnown())
                    .number(outlook.budget())
                    .number(outlook.committed());
            if (outturn.outturn().isPresent()) {
                OutturnRange range = outturn.outturn().get();
                row.number(range.low95()).number(range.low80()).number(range.median());
                row.number(range.high80()).number(range.high95());
            } else {
                row.nothing().nothing().nothing().nothing().nothing();
            }
            row.number(outturn.chanceOfOverspend())
                    .number(outturn.chanceShown().map(BigDecimal::valueOf))
                    .flag(outturn.isComplete())
                    .text(outturn.reason())
                    .text(outlook.sentence());
            table.endRow();
        }
        table.send();
    }

    private void financeMonths() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_finance_month", """
                finance_line_key, finance_line_id, month_key, spend_to_date_gbp, committed_gbp, budget_gbp, forecast_gbp,
                finance_position_id
                """);
        for (Heading heading : headings()) {
            for (SpendMonth month : heading.outlook().months()) {
                row(table)
                        .number(heading.line().key())
                        .number(heading.line().id())
                        .number(month.month().key())
                        .number(month.spendToDate())
                        .number(month.committed())
                        .number(month.budget())
                        .number(month.expected())
                        .number(id(month.revisionId()));
                table.endRow();
            }
        }
        table.send();
    }

    private void financeAccuracy() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_finance_accuracy", """
                finance_line_key, finance_line_id, months_known, outturn_count, mean_absolute_error, outturn_bias, covered_80,
                chance_count, brier_score, expected_count, expected_error, expected_bias
                """);
        for (Heading heading : headings()) {
            for (MoneyAccuracy accuracy : heading.outlook().accuracy()) {
                row(table)
                        .number(heading.line().key())
                        .number(heading.line().id())
                        .number(accuracy.monthsKnown())
                        .number(accuracy.outturns())
                        .number(accuracy.meanAbsoluteError())
                        .number(accuracy.bias())
                        .number(accuracy.covered80())
                        .number(accuracy.chances())
                        .number(accuracy.brier())
                        .number(accuracy.expectations())
                        .number(accuracy.expectedError())
                        .number(accuracy.expectedBias());
                table.endRow();
            }
        }
        table.send();
    }

    private void categories() throws SQLException {
        CopyTable table = table(
                "dw.fact_scorecard_category",
                "block_code, category_key, category_id, sort_order, figure, measure_distribution_id, audit_opinion_id");
        int order = 0;
        for (CategoryFigure figure : scorecard.distributions()) {
            category(table, "distribution", figure, ++order)
                    .number(id(figure.revisionId()))
                    .nothing();
            table.endRow();
        }
        for (CategoryFigure figure : scorecard.auditOpinions()) {
            category(table, "audit", figure, ++order).nothing().number(id(figure.revisionId()));
            table.endRow();
        }
        table.send();
    }

    private CopyRow category(CopyTable table, String block, CategoryFigure figure, int order) {
        Keys.Key category =
                keys.category(figure.category().scheme(), figure.category().code());
        return row(table)
                .text(block)
                .number(category.key())
                .number(category.id())
                .number(order)
                .number(Optional.of(figure.value()));
    }

    private void projects() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_project", """
                project_key, project_id, sort_order, progress_category_key, finance_category_key, narrative,
                project_status_id
                """);
        int order = 0;
        for (ProjectStatus status : scorecard.projects()) {
            Keys.Key project = keys.project(status.project().code());
            row(table)
                    .number(project.key())
                    .number(project.id())
                    .number(++order)
                    .number(keys.category("RAG", status.progressRag()).key())
                    .number(keys.category("RAG", status.financeRag()).key())
                    .text(status.narrative())
                    .number(id(status.revisionId()));
            table.endRow();
        }
        table.send();
    }

    private void texts() throws SQLException {
        CopyTable table = table("dw.fact_scorecard_text", "sort_order, place_code, footnote_mark, page_text");
        int order = 0;
        for (PageText text : scorecard.texts()) {
            row(table).number(++order).text(text.place()).text(text.mark()).text(text.text());
            table.endRow();
        }
        table.send();
    }

    /** Every cell of the page as it is printed, so that page, workbook and BI tools read the same text. */
    private void figures() throws SQLException {
        CopyTable table = table(
                "dw.fact_scorecard_figure",
                "block_code, line_code, column_code, sort_order, printed_text, figure, value_status, footnote_mark, "
                        + "basis, measure_quarter_id");
        Cells cells = new Cells(table);
        for (MeasureLine line : scorecard.measures()) {
            cells.text("measures", line.measure().code(), "baseline_rank", line.baselineRank());
            cells.text("measures", line.measure().code(), "baseline_figure", line.baselineFigure());
            cells.line("measures", line.measure().code(), line);
        }
        for (FinancePosition position : scorecard.finance()) {
            String code = position.line().code();
            cells.number("finance", code, "budget", position.printedBudget(), position.budget());
            cells.number(
                    "finance",
                    code,
                    "forecast",
                    position.printedForecast(),
                    position.forecast().or(position::progress));
            cells.number("finance", code, "variance", position.printedVariance(), position.reportedVariance());
        }
        for (CategoryFigure figure : scorecard.distributions()) {
            cells.number(
                    "distribution",
                    figure.category().scheme(),
                    figure.category().code(),
                    figure.printed(),
                    Optional.of(figure.value()));
        }
        for (CategoryFigure figure : scorecard.auditOpinions()) {
            cells.number(
                    "audit",
                    figure.category().scheme(),
                    figure.category().code(),
                    figure.printed(),
                    Optional.of(figure.value()));
        }
        for (ProjectStatus status : scorecard.projects()) {
            String code = status.project().code();
            cells.text("projects", code, "name", status.project().name());
            cells.text("projects", code, "progress", status.progressRag());
            cells.text("projects", code, "finance", status.financeRag());
            cells.text("projects", code, "narrative", status.narrative());
        }
        for (ScorecardPart part : scorecard.parts()) {
            for (MeasureLine line : part.measures()) {
                cells.line(
                        "organisations",
                        part.organisation().code() + " " + line.measure().code(),
                        line);
            }
        }
        table.send();
    }

    private static Optional<BigDecimal> id(OptionalLong id) {
        return id.isPresent() ? Optional.of(BigDecimal.valueOf(id.getAsLong())) : Optional.empty();
    }

    /** The printed cells in the order of the page. */
    private final class Cells {

        private final CopyTable table;
        private int order;

        private Cells(CopyTable table) {
            this.table = table;
        }

        private void text(String block, String line, String column, String printed) throws SQLException {
            plain(cell(block, line, column, printed, Optional.empty(), ""));
        }

        private void number(String block, String line, String column, String printed, Optional<BigDecimal> value)
                throws SQLException {
            plain(cell(block, line, column, printed, value, value.isPresent() ? "reported" : ""));
        }

        private void line(String block, String code, MeasureLine line) throws SQLException {
            for (int quarter = 0; quarter < line.quarters().size(); quarter++) {
                PeriodFigure cell = line.quarters().get(quarter);
                period(block, code, QUARTERS.get(quarter), cell, cell.basis().word());
            }
            period(block, code, "latest", line.latest(), "");
            number(block, code, "target", line.target().printed(), line.target().value());
            text(block, code, "trend", line.trend().direction().arrow());
        }

        private void period(String block, String line, String column, PeriodFigure period, String basis)
                throws SQLException {
            Figure figure = period.figure();
            cell(block, line, column, period.printed(), figure.reportedValue(), figure.statusWord())
                    .text(period.footnoteMark())
                    .text(basis)
                    .number(id(period.reported().map(QuarterFigure::revisionId).orElse(OptionalLong.empty())));
            table.endRow();
        }

        private void plain(CopyRow cell) throws SQLException {
            cell.text("").text("").nothing();
            table.endRow();
        }

        private CopyRow cell(
                String block, String line, String column, String printed, Optional<BigDecimal> figure, String status) {
            return row(table)
                    .text(block)
                    .text(line)
                    .text(column)
                    .number(++order)
                    .text(printed)
                    .number(figure)
                    .text(status);
        }
    }
}
