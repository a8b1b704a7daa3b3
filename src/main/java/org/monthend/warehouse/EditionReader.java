package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Category;
import org.monthend.catalogue.FinanceLine;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.PageText;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.Project;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.Basis;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.Caveats;
import org.monthend.scorecard.Direction;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionStamp;
import org.monthend.scorecard.FinanceOutlook;
import org.monthend.scorecard.FinancePosition;
import org.monthend.scorecard.Forecast;
import org.monthend.scorecard.ForecastMonth;
import org.monthend.scorecard.Judgement;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.ProjectStatus;
import org.monthend.scorecard.QuarterFigure;
import org.monthend.scorecard.RevisionNotice;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.ScorecardPart;
import org.monthend.scorecard.TargetJudgement;
import org.monthend.scorecard.TargetStanding;
import org.monthend.scorecard.Trend;

/** Reads an edition back as it was written, with the measures as they were defined then. */
final class EditionReader {

    private static final List<String> QUARTERS = List.of("quarter_1", "quarter_2", "quarter_3", "quarter_4");

    private final Connection connection;
    private final int edition;
    private final Map<String, Printed> printed;

    private EditionReader(Connection connection, int edition) throws SQLException {
        this.connection = connection;
        this.edition = edition;
        this.printed = printed();
    }

    /** The draft of the month where there is one, otherwise the published edition. */
    static Optional<Edition> newest(Connection connection, ReportingMonth month, String organisationCode)
            throws SQLException {
        return withNotice(connection, one(connection, month, organisationCode, "true", NO_PARAMETER));
    }

    static Optional<EditionStamp> stamp(Connection connection, ReportingMonth month, String organisationCode)
            throws SQLException {
        String question = """
                select edition_no, edition_status, data_as_at
                from dw.dim_scorecard_edition as edition
                join dw.dim_organisation as organisation using (organisation_key)
                where edition.month_key = ? and organisation.organisation_code = ?
                order by edition_no desc
                limit 1
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, month.key());
            statement.setString(2, organisationCode);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new EditionStamp(
                                row.getInt("edition_no"),
                                Edition.Status.valueOf(
                                        Rows.text(row, "edition_status").toUpperCase(Locale.ROOT)),
                                row.getTimestamp("data_as_at").toInstant()))
                        : Optional.empty();
            }
        }
    }

    /** The published edition, without what it says otherwise than the one before. */
    static Optional<Edition> published(Connection connection, ReportingMonth month, String organisationCode)
            throws SQLException {
        return one(connection, month, organisationCode, "edition_status = 'published'", NO_PARAMETER);
    }

    static Optional<Edition> numbered(Connection connection, ReportingMonth month, String organisationCode, int number)
            throws SQLException {
        return withNotice(
                connection,
                one(
                        connection,
                        month,
                        organisationCode,
                        "edition_no = ?",
                        (statement, index) -> statement.setInt(index, number)));
    }

    /** The edition that was published last at the time. */
    static Optional<Edition> inForce(Connection connection, ReportingMonth month, String organisationCode, Instant time)
            throws SQLException {
        return withNotice(
                connection,
                one(
                        connection,
                        month,
                        organisationCode,
                        "published_at <= ?",
                        (statement, index) -> statement.setTimestamp(index, Timestamp.from(time))));
    }

    /** Sets what the condition asks for, from the given index on. */
    private interface Parameter {

        void set(PreparedStatement statement, int index) throws SQLException;
    }

    private static final Parameter NO_PARAMETER = (statement, index) -> {};

    private static Optional<Edition> one(
            Connection connection, ReportingMonth month, String organisationCode, String condition, Parameter parameter)
            throws SQLException {
        String question = """
                select
                    edition.edition_key, edition.edition_no, edition.edition_status, edition.data_as_at,
                    edition.published_at, edition.published_by, edition.method_version, edition.organisation_key,
                    organisation.organisation_code,
                    organisation_name, organisation_level, parent_organisation_code, open_queries, returns_missing,
                    returns_refused, returns_in_part, caveats, later.edition_no as later_no,
                    later.published_at as later_published_at
                from dw.dim_scorecard_edition as edition
                join dw.dim_organisation as organisation using (organisation_key)
                left join etl.publication as publication using (edition_key)
                left join dw.dim_scorecard_edition as later
                    on later.month_key = edition.month_key
                    and later.organisation_id = edition.organisation_id
                    and later.edition_no = edition.edition_no + 1
                    and later.edition_status <> 'draft'
                where edition.month_key = ? and organisation.organisation_code = ? and edition.%s
                order by edition.edition_no desc
                limit 1
                """.formatted(condition).replace("edition.true", "true");
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, month.key());
            statement.setString(2, organisationCode);
            parameter.set(statement, 3);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(edition(connection, month, row)) : Optional.empty();
            }
        }
    }

    /** With what it says otherwise than the edition that was issued before it. */
    private static Optional<Edition> withNotice(Connection connection, Optional<Edition> edition) throws SQLException {
        if (edition.isEmpty() || edition.get().number() == 1) {
            return edition;
        }
        Edition after = edition.get();
        Edition before = one(
                        connection,
                        after.scorecard().month(),
                        after.scorecard().organisation().code(),
                        "edition_no = ?",
                        (statement, index) -> statement.setInt(index, after.number() - 1))
                .orElseThrow();
        return Optional.of(after.with(new RevisionNotice(
                before.number(),
                before.publishedAt().orElseThrow(),
                before.publishedBy(),
                RevisionCauses.of(connection, before, after))));
    }

    private static Edition edition(Connection connection, ReportingMonth month, ResultSet row) throws SQLException {
        Organisation organisation = organisation(row);
        OptionalLong later = Rows.id(row, "later_no");
        EditionReader reader = new EditionReader(connection, row.getInt("edition_key"));
        Map<Integer, List<MeasureLine>> lines = reader.lines();
        int whole = row.getInt("organisation_key");
        Scorecard scorecard = new Scorecard(
                month,
                organisation,
                lines.getOrDefault(whole, List.of()),
                reader.finance(),
                reader.categories("distribution", "measure_distribution_id"),
                reader.categories("audit", "audit_opinion_id"),
                reader.projects(),
                reader.texts(),
                reader.parts(lines, whole));
        return new Edition(
                row.getInt("edition_no"),
                choice(Edition.Status.values(), Edition.Status::word, Rows.text(row, "edition_status")),
                row.getTimestamp("data_as_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("published_at")).map(Timestamp::toInstant),
                Rows.text(row, "published_by"),
                scorecard,
                Rows.text(row, "method_version"),
                caveats(row).words(),
                Optional.empty(),
                later.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Edition.Succession(
                                (int) later.getAsLong(),
                                row.getTimestamp("later_published_at").toInstant())),
                FigureSources.of(connection, row.getInt("edition_key")));
    }

    private static Caveats caveats(ResultSet row) throws SQLException {
        return new Caveats(
                row.getInt("open_queries"),
                row.getInt("returns_missing"),
                row.getInt("returns_refused"),
                row.getInt("returns_in_part"),
                List.of());
    }

    private Map<String, Printed> printed() throws SQLException {
        String question = """
                select
                    block_code, line_code, column_code, printed_text, cell.footnote_mark as cell_mark, basis,
                    measure_quarter_id, reported.month_key, reported.figure, reported.value_status,
                    reported.footnote_mark, reported.footnote_text, submission.month_key as reported_month_key
                from dw.fact_scorecard_figure as cell
                left join dw.fact_measure_quarter as reported using (measure_quarter_id)
                left join etl.return_submission as submission using (submission_id)
                where edition_key = ?
                """;
        Map<String, Printed> cells = new HashMap<>();
        try (PreparedStatement statement = of(question);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                cells.put(
                        rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3),
                        new Printed(
                                rows.getString(4),
                                rows.getString(5),
                                Basis.REPORTED.word().equals(rows.getString(6)) ? Basis.REPORTED : Basis.COMPUTED,
                                Rows.id(rows, "measure_quarter_id").isPresent()
                                        ? Optional.of(FigureQueries.quarter(rows))
                                        : Optional.empty()));
            }
        }
        return cells;
    }

    private Printed printed(String block, String line, String column) {
        return printed.getOrDefault(
                block + " " + line + " " + column, new Printed("", "", Basis.COMPUTED, Optional.empty()));
    }

    /** All lines, those of the whole first and the others in the order of their organisations. */
    private Map<Integer, List<MeasureLine>> lines() throws SQLException {
        Map<LineKey, List<MonthFigure>> months = months();
        Map<LineKey, List<ForecastMonth>> forecasts = forecasts();
        Map<LineKey, List<Target>> targets = targets();
        Map<LineKey, JudgementReader.Judged> judged = JudgementReader.read(connection, edition);
        String question = """
                select line.*, measure.*, edition.organisation_key as whole_key, organisation_code
                from dw.fact_scorecard as line
                join dw.dim_scorecard_edition as edition using (edition_key)
                join dw.dim_measure as measure using (measure_key)
                join dw.dim_organisation as organisation on organisation.organisation_key = line.organisation_key
                where edition_key = ?
                order by line.sort_order
                """;
        Map<Integer, List<MeasureLine>> lines = new LinkedHashMap<>();
        try (PreparedStatement statement = of(question);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                LineKey key = LineKey.of(row);
                String part = key.organisation() == row.getInt("whole_key") ? "" : Rows.text(row, "organisation_code");
                lines.computeIfAbsent(key.organisation(), organisation -> new ArrayList<>())
                        .add(line(
                                row,
                                part,
                                months.getOrDefault(key, List.of()),
                                targets.getOrDefault(key, List.of()),
                                forecasts.getOrDefault(key, List.of()),
                                Optional.ofNullable(judged.get(key))));
            }
        }
        return lines;
    }

    private List<ScorecardPart> parts(Map<Integer, List<MeasureLine>> lines, int whole) throws SQLException {
        List<ScorecardPart> parts = new ArrayList<>();
        String question = "select * from dw.dim_organisation where organisation_key = ?";
        for (Map.Entry<Integer, List<MeasureLine>> entry : lines.entrySet()) {
            if (entry.getKey() == whole) {
                continue;
            }
            try (PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setInt(1, entry.getKey());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    parts.add(new ScorecardPart(organisation(row), entry.getValue()));
                }
            }
        }
        return parts;
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                Rows.text(row, "organisation_code"),
                Rows.text(row, "organisation_name"),
                Rows.text(row, "organisation_level"),
                Optional.ofNullable(row.getString("parent_organisation_code")));
    }

    private MeasureLine line(
            ResultSet row,
            String part,
            List<MonthFigure> months,
            List<Target> targets,
            List<ForecastMonth> forecast,
            Optional<JudgementReader.Judged> judged)
            throws SQLException {
        Measure measure = measure(row);
        String block = part.isEmpty() ? "measures" : "organisations";
        String code = part.isEmpty() ? measure.code() : part + " " + measure.code();
        List<PeriodFigure> quarters = new ArrayList<>();
        for (String quarter : QUARTERS) {
            quarters.add(period(row, quarter, printed(block, code, quarter)));
        }
        MeasureLine line = new MeasureLine(
                measure,
                printed(block, code, "baseline_rank").text(),
                printed(block, code, "baseline_figure").text(),
                quarters,
                period(row, "latest", printed(block, code, "latest")),
                new TargetJudgement(
                        Rows.number(row, "target_value"),
                        Rows.number(row, "target_low"),
                        Rows.number(row, "target_high"),
                        printed(block, code, "target").text(),
                        Rows.number(row, "variance"),
                        Rows.number(row, "variance_to_the_good"),
                        choice(TargetStanding.values(), TargetStanding::word, Rows.text(row, "standing")),
                        row.getBoolean("is_missed_by_rounding")),
                targets,
                new Trend(
                        choice(Direction.values(), Direction::word, Rows.text(row, "trend_direction")),
                        choice(Judgement.values(), Judgement::word, Rows.text(row, "trend_judgement")),
                        row.getDouble("trend_z"),
                        row.getDouble("trend_change"),
                        row.getInt("trend_months_used"),
                        row.getBoolean("is_seasonally_adjusted"),
                        Rows.text(row, "trend_reason")),
                row.getString("forecast_method") == null
                        ? Optional.empty()
                        : Optional.of(new Forecast(
                                forecast,
                                Rows.text(row, "forecast_method"),
                                row.getInt("forecast_months_used"),
                                row.getBoolean("is_forecast_indicative"))),
                months.isEmpty() ? Rows.month(row, "month_key") : months.get(0).month(),
                months);
        return judged.map(said -> said.into(line)).orElse(line);
    }

    private static PeriodFigure period(ResultSet row, String period, Printed cell) throws SQLException {
        return new PeriodFigure(
                Rows.text(row, period + "_label"),
                Rows.figure(row, period + "_figure", period + "_status"),
                cell.text(),
                cell.mark(),
                row.getInt(period + "_months_known"),
                row.getBoolean("is_" + period + "_partial"),
                cell.basis(),
                cell.reported());
    }

    private static Measure measure(ResultSet row) throws SQLException {
        return new Measure(
                Rows.text(row, "measure_code"),
                Rows.text(row, "measure_name"),
                Rows.text(row, "printed_name"),
                Rows.text(row, "name_status"),
                Rows.text(row, "section_code"),
                Rows.text(row, "block_code"),
                row.getInt("position_no"),
                Rows.text(row, "contract_mark"),
                choice(Unit.values(), Unit::word, Rows.text(row, "unit")),
                row.getInt("decimal_places"),
                Rows.text(row, "numerator_label"),
                Rows.text(row, "denominator_label"),
                Rows.text(row, "definition"),
                choice(Polarity.values(), Polarity::word, Rows.text(row, "polarity")),
                choice(Frequency.values(), Frequency::word, Rows.text(row, "frequency")),
                choice(Aggregation.values(), Aggregation::word, Rows.text(row, "aggregation")),
                choice(Lifecycle.values(), Lifecycle::word, Rows.text(row, "lifecycle")),
                row.getBoolean("is_trend_shown"));
    }

    private Map<LineKey, List<MonthFigure>> months() throws SQLException {
        String question = "select * from dw.fact_scorecard_month where edition_key = ? order by measure_key, month_key";
        Map<LineKey, List<MonthFigure>> months = new HashMap<>();
        try (PreparedStatement statement = of(question);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                months.computeIfAbsent(LineKey.of(row), key -> new ArrayList<>())
                        .add(FigureQueries.month(row));
            }
        }
        return months;
    }

    private Map<LineKey, List<Target>> targets() throws SQLException {
        String question = """
                select *
                from dw.fact_scorecard_target
                join dw.dim_measure using (measure_key)
                join dw.dim_organisation using (organisation_key)
                where edition_key = ?
                order by measure_key, from_month_key
                """;
        Map<LineKey, List<Target>> targets = new HashMap<>();
        try (PreparedStatement statement = of(question);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                OptionalLong to = Rows.id(row, "to_month_key");
                targets.computeIfAbsent(LineKey.of(row), key -> new ArrayList<>())
                        .add(new Target(
                                Rows.text(row, "measure_code"),
                                Rows.text(row, "organisation_code"),
                                Rows.month(row, "from_month_key"),
                                to.isPresent()
                                        ? Optional.of(ReportingMonth.ofKey((int) to.getAsLong()))
                                        : Optional.empty(),
                                Rows.number(row, "target_value"),
                                Rows.number(row, "target_low"),
                                Rows.number(row, "target_high"),
                                Rows.number(row, "tolerance").orElseThrow()));
            }
        }
        return targets;
    }

    private Map<LineKey, List<ForecastMonth>> forecasts() throws SQLException {
        String question = "select * from dw.fact_forecast where edition_key = ? order by measure_key, horizon";
        Map<LineKey, List<ForecastMonth>> forecasts = new HashMap<>();
        try (PreparedStatement statement = of(question);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                forecasts
                        .computeIfAbsent(LineKey.of(row), key -> new ArrayList<>())
                        .add(PastForecasts.month(row));
            }
        }
        return forecasts;
    }

    private List<FinancePosition> finance() throws SQLException {
        String question = """
                select *
                from dw.fact_scorecard_finance
                join dw.dim_finance_line using (finance_line_key)
                where edition_key = ?
                order by sort_order
                """;
        Map<Integer, FinanceOutlook> outlooks = FinanceOutlooks.of(connection, edition);
        List<FinancePosition> positions = new ArrayList<>();
        try (PreparedStatement statement = of(question);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String code = Rows.text(row, "line_code");
                positions.add(new FinancePosition(
                        new FinanceLine(
                                code,
                                Rows.text(row, "line_name"),
                                row.getBoolean("is_contract_line"),
                                choice(FinanceLine.Kind.values(), FinanceLine.Kind::word, Rows.text(row, "line_kind")),
                                row.getInt("position_no")),
                        Rows.number(row, "budget_gbp"),
                        Rows.number(row, "forecast_gbp"),
                        Rows.number(row, "reported_variance_gbp"),
                        Rows.number(row, "computed_variance_gbp"),
                        Rows.number(row, "progress_pct"),
                        printed("finance", code, "budget").text(),
                        printed("finance", code, "forecast").text(),
                        printed("finance", code, "variance").text(),
                        Rows.id(row, "finance_position_id"),
                        Optional.ofNullable(outlooks.get(row.getInt("finance_line_key")))));
            }
        }
        return positions;
    }

    private List<CategoryFigure> categories(String block, String id) throws SQLException {
        String question = """
                select *
                from dw.fact_scorecard_category
                join dw.dim_category using (category_key)
                where edition_key = ? and block_code = '%s'
                order by sort_order
                """.formatted(block);
        List<CategoryFigure> figures = new ArrayList<>();
        try (PreparedStatement statement = of(question);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String scheme = Rows.text(row, "scheme_code");
                String code = Rows.text(row, "category_code");
                figures.add(new CategoryFigure(
                        new Category(
                                scheme,
                                Rows.text(row, "scheme_name"),
                                code,
                                Rows.text(row, "category_name"),
                                row.getInt("position_no"),
                                Rows.text(row, "favourable_mark")),
                        Rows.number(row, "figure").orElseThrow(),
                        printed(block, scheme, code).text(),
                        Rows.id(row, id)));
            }
        }
        return figures;
    }

    private List<ProjectStatus> projects() throws SQLException {
        String question = """
                select
                    project.*, progress.category_code as progress_rag, finance.category_code as finance_rag, narrative,
                    project_status_id
                from dw.fact_scorecard_project as fact
                join dw.dim_project as project using (project_key)
                join dw.dim_category as progress on progress.category_key = fact.progress_category_key
                join dw.dim_category as finance on finance.category_key = fact.finance_category_key
                where edition_key = ?
                order by sort_order
                """;
        List<ProjectStatus> projects = new ArrayList<>();
        try (PreparedStatement statement = of(question);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                projects.add(new ProjectStatus(
                        new Project(
                                Rows.text(row, "project_code"),
                                Rows.text(row, "project_name"),
                                row.getInt("position_no"),
                                Rows.text(row, "sponsor_name")),
                        Rows.text(row, "progress_rag"),
                        Rows.text(row, "finance_rag"),
                        Rows.text(row, "narrative"),
                        Rows.id(row, "project_status_id")));
            }
        }
        return projects;
    }

    private List<PageText> texts() throws SQLException {
        String question = """
                select place_code, footnote_mark, page_text
                from dw.fact_scorecard_text
                where edition_key = ?
                order by sort_order
                """;
        List<PageText> texts = new ArrayList<>();
        try (PreparedStatement statement = of(question);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                texts.add(new PageText(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return texts;
    }

    private PreparedStatement of(String question) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(question);
        statement.setInt(1, edition);
        return statement;
    }

    static <E> E choice(E[] values, Function<E, String> word, String said) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(said))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the warehouse says '" + said + "', which is not known"));
    }

    private record Printed(String text, String mark, Basis basis, Optional<QuarterFigure> reported) {}
}
