package org.monthend.warehouse;

import static org.monthend.warehouse.VersionedDimension.of;
import static org.monthend.warehouse.VersionedDimension.text;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Baseline;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Target;
import org.monthend.load.CatalogueFile;
import org.monthend.load.CatalogueStore;
import org.monthend.load.ReturnDue;
import org.monthend.validate.Rule;
import org.monthend.validate.RuleBook;

/** The catalogue in the warehouse: versioned dimensions, and targets and baselines as revisions. */
public final class CatalogueTables implements CatalogueStore {

    private static final VersionedDimension ORGANISATIONS = new VersionedDimension(
            "dw.dim_organisation",
            "organisation_id",
            List.of(
                    text("organisation_code"),
                    text("organisation_name"),
                    text("organisation_level"),
                    text("parent_organisation_code")),
            1);

    private static final VersionedDimension MEASURES = new VersionedDimension(
            "dw.dim_measure",
            "measure_id",
            List.of(
                    text("measure_code"),
                    text("measure_name"),
                    text("printed_name"),
                    text("name_status"),
                    text("section_code"),
                    text("block_code"),
                    of("position_no", "int"),
                    text("contract_mark"),
                    text("unit"),
                    of("unit_multiplier", "numeric"),
                    of("decimal_places", "int"),
                    text("numerator_label"),
                    text("denominator_label"),
                    text("definition"),
                    text("polarity"),
                    text("frequency"),
                    text("aggregation"),
                    text("lifecycle"),
                    of("is_trend_shown", "boolean")),
            1);

    private static final VersionedDimension RETURNS = new VersionedDimension(
            "dw.dim_return",
            "return_id",
            List.of(
                    text("return_code"),
                    text("return_name"),
                    text("organisation_code"),
                    text("frequency"),
                    of("due_working_day", "int"),
                    text("file_name_pattern"),
                    text("owner_name"),
                    text("owner_email")),
            1);

    private static final VersionedDimension FINANCE_LINES = new VersionedDimension(
            "dw.dim_finance_line",
            "finance_line_id",
            List.of(
                    text("line_code"),
                    text("line_name"),
                    of("is_contract_line", "boolean"),
                    text("line_kind"),
                    of("position_no", "int")),
            1);

    private static final VersionedDimension PROJECTS = new VersionedDimension(
            "dw.dim_project",
            "project_id",
            List.of(text("project_code"), text("project_name"), of("position_no", "int"), text("sponsor_name")),
            1);

    private static final VersionedDimension CATEGORIES = new VersionedDimension(
            "dw.dim_category",
            "category_id",
            List.of(
                    text("scheme_code"),
                    text("category_code"),
                    text("scheme_name"),
                    text("category_name"),
                    of("position_no", "int"),
                    text("favourable_mark")),
            2);

    private final DataSource warehouse;
    private final Clock clock;

    public CatalogueTables(DataSource warehouse, Clock clock) {
        this.warehouse = warehouse;
        this.clock = clock;
    }

    @Override
    public boolean save(Catalogue catalogue) {
        try (Connection connection = warehouse.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean changed = saveInTransaction(connection, catalogue);
                connection.commit();
                return changed;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public void keep(CatalogueFile file, Catalogue catalogue) {
        try (Connection connection = warehouse.getConnection()) {
            connection.setAutoCommit(false);
            try {
                SourceFiles.keep(connection, file.file(), catalogue.digest());
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public Optional<String> inForce(Instant time) {
        String question = """
                select digest
                from etl.catalogue_version
                where loaded_at <= ?
                order by catalogue_version_id desc
                limit 1
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setTimestamp(1, Timestamp.from(time));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public void expect(List<ReturnDue> due) {
        String upsert = """
                insert into etl.return_expectation (month_key, return_code, organisation_code, due_date)
                select *
                from unnest(?::int[], ?::text[], ?::text[], ?::date[])
                on conflict (month_key, return_code, organisation_code) do update
                set due_date = excluded.due_date
                where return_expectation.due_date <> excluded.due_date
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(upsert)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int", due.stream().map(each -> each.month().key()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", due.stream().map(ReturnDue::returnCode).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            due.stream().map(ReturnDue::organisationCode).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "date",
                            due.stream().map(each -> each.dueDate().toString()).toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private boolean saveInTransaction(Connection connection, Catalogue catalogue) throws SQLException {
        waitForPublishers(connection);
        if (isInForce(connection, catalogue.digest())) {
            return false;
        }
        Instant now = clock.instant();
        int version = newVersion(connection, catalogue.digest());
        ORGANISATIONS.save(
                connection,
                catalogue.organisations().stream().map(CatalogueTables::row).toList(),
                now);
        MEASURES.save(
                connection,
                catalogue.measures().stream().map(CatalogueTables::row).toList(),
                now);
        RETURNS.save(
                connection,
                catalogue.returns().stream()
                        .map(due -> List.of(
                                due.code(),
                                due.name(),
                                due.organisationCode(),
                                due.frequency().word(),
                                String.valueOf(due.dueWorkingDay()),
                                due.fileName(),
                                due.owner(),
                                due.email()))
                        .toList(),
                now);
        FINANCE_LINES.save(
                connection,
                catalogue.financeLines().stream()
                        .map(line -> List.of(
                                line.code(),
                                line.name(),
                                String.valueOf(line.contract()),
                                line.kind().word(),
                                String.valueOf(line.position())))
                        .toList(),
                now);
        PROJECTS.save(
                connection,
                catalogue.projects().stream()
                        .map(project -> List.of(
                                project.code(), project.name(), String.valueOf(project.position()), project.sponsor()))
                        .toList(),
                now);
        CATEGORIES.save(
                connection,
                catalogue.categories().stream()
                        .map(category -> List.of(
                                category.scheme(),
                                category.code(),
                                category.schemeName(),
                                category.name(),
                                String.valueOf(category.position()),
                                category.favourable()))
                        .toList(),
                now);
        saveTargets(connection, catalogue.targets(), version);
        saveBaselines(connection, catalogue.baselines(), version);
        saveRules(connection, new RuleBook(catalogue.rules()));
        markDraftsStale(connection);
        markRetargetedStale(connection, version);
        return true;
    }

    private static List<String> row(Measure measure) {
        return List.of(
                measure.code(),
                measure.name(),
                measure.printedName(),
                measure.nameStatus(),
                measure.section(),
                measure.block(),
                String.valueOf(measure.position()),
                measure.contract(),
                measure.unit().word(),
                measure.unit().multiplier().toPlainString(),
                String.valueOf(measure.decimals()),
                measure.numerator(),
                measure.denominator(),
                measure.definition(),
                measure.polarity().word(),
                measure.frequency().word(),
                measure.aggregation().word(),
                measure.lifecycle().word(),
                String.valueOf(measure.showsTrend()));
    }

    private static List<String> row(Organisation organisation) {
        return Arrays.asList(
                organisation.code(),
                organisation.name(),
                organisation.level(),
                organisation.parentCode().orElse(null));
    }

    private static void waitForPublishers(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, AdvisoryLocks.PUBLISH);
            statement.execute();
        }
    }

    private static boolean isInForce(Connection connection, String digest) throws SQLException {
        String question = """
                select digest = ?
                from etl.catalogue_version
                order by catalogue_version_id desc
                limit 1
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, digest);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static int newVersion(Connection connection, String digest) throws SQLException {
        // The clock and not the transaction's beginning: publishers were waited for in between.
        String insert = """
                insert into etl.catalogue_version (digest, loaded_at)
                values (?, clock_timestamp())
                returning catalogue_version_id
                """;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, digest);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getInt(1);
            }
        }
    }

    private static void saveTargets(Connection connection, List<Target> targets, int version) throws SQLException {
        String stage = """
                create temporary table said_target (
                    measure_code text, organisation_code text, from_month_key int, to_month_key int, target_value numeric,
                    target_low numeric, target_high numeric, tolerance numeric
                ) on commit drop
                """;
        execute(connection, stage);
        CopyTable copy = new CopyTable(connection, "said_target");
        for (Target target : targets) {
            copy.row()
                    .text(target.measureCode())
                    .text(target.organisationCode())
                    .number(target.from().key())
                    .number(target.to().map(ReportingMonth::key).map(BigDecimal::valueOf))
                    .number(target.value())
                    .number(target.low())
                    .number(target.high())
                    .number(Optional.of(target.tolerance()));
            copy.endRow();
        }
        copy.send();
        String publish = """
                with said as (
                    select
                        measure_key, measure_id, organisation_key, organisation_id, from_month_key, to_month_key,
                        target_value, target_low, target_high, tolerance
                    from said_target
                    join dw.dim_measure as measure using (measure_code)
                    join dw.dim_organisation as organisation using (organisation_code)
                    where measure.is_current and organisation.is_current
                ),
                known as (
                    select distinct on (from_month_key, organisation_id, measure_id) *
                    from dw.fact_target
                    order by from_month_key, organisation_id, measure_id, revision_no desc
                )
                insert into dw.fact_target (
                    measure_key, measure_id, organisation_key, organisation_id, from_month_key, revision_no, to_month_key,
                    target_value, target_low, target_high, tolerance, target_status, catalogue_version_id,
                    revision_reason
                )
                select
                    coalesce(said.measure_key, known.measure_key),
                    measure_id,
                    coalesce(said.organisation_key, known.organisation_key),
                    organisation_id,
                    from_month_key,
                    coalesce(known.revision_no + 1, 0),
                    said.to_month_key,
                    said.target_value,
                    said.target_low,
                    said.target_high,
                    coalesce(said.tolerance, 0),
                    case when said.measure_key is null then 'withdrawn' else 'set' end,
                    ?,
                    case when known.revision_no is null then '' else 'changed in the catalogue' end
                from said
                full join known using (measure_id, organisation_id, from_month_key)
                where known.revision_no is null
                    or (said.measure_key is null) <> (known.target_status = 'withdrawn')
                    or (said.to_month_key, said.target_value, said.target_low, said.target_high, said.tolerance)
                        is distinct from
                        (known.to_month_key, known.target_value, known.target_low, known.target_high, known.tolerance)
                        and said.measure_key is not null
                """;
        executeFor(connection, publish, version);
    }

    private static void saveBaselines(Connection connection, List<Baseline> baselines, int version)
            throws SQLException {
        String stage = """
                create temporary table said_baseline (
                    measure_code text, rank_kind text, quartile_letter text, national_average numeric, rank_text text,
                    figure numeric, figure_text text, source_text text
                ) on commit drop
                """;
        execute(connection, stage);
        CopyTable copy = new CopyTable(connection, "said_baseline");
        for (Baseline baseline : baselines) {
            copy.row().text(baseline.measureCode());
            if (baseline.rank() instanceof Baseline.QuartileBand band) {
                copy.row().text("quartile").text(band.letter()).nothing().text(band.letter());
            } else if (baseline.rank() instanceof Baseline.NationalAverage average) {
                copy.row()
                        .text("national_average")
                        .nothing()
                        .number(Optional.of(average.value()))
                        .text("");
            } else if (baseline.rank() instanceof Baseline.NoRank none) {
                copy.row().text("none").nothing().nothing().text(none.text());
            }
            copy.row().number(baseline.figure()).text(baseline.figureText()).text(baseline.source());
            copy.endRow();
        }
        copy.send();
        String publish = """
                with said as (
                    select measure_key, measure_id, said_baseline.*
                    from said_baseline
                    join dw.dim_measure as measure using (measure_code)
                    where measure.is_current
                ),
                known as (
                    select distinct on (measure_id) *
                    from dw.fact_baseline
                    order by measure_id, revision_no desc
                )
                insert into dw.fact_baseline (
                    measure_key, measure_id, revision_no, rank_kind, quartile_letter, national_average, rank_text, figure,
                    figure_text, source_text, baseline_status, catalogue_version_id, revision_reason
                )
                select
                    coalesce(said.measure_key, known.measure_key),
                    measure_id,
                    coalesce(known.revision_no + 1, 0),
                    coalesce(said.rank_kind, 'none'),
                    said.quartile_letter,
                    said.national_average,
                    coalesce(said.rank_text, ''),
                    said.figure,
                    coalesce(said.figure_text, ''),
                    coalesce(said.source_text, ''),
                    case when said.measure_key is null then 'withdrawn' else 'set' end,
                    ?,
                    case when known.revision_no is null then '' else 'changed in the catalogue' end
                from said
                full join known using (measure_id)
                where known.revision_no is null
                    or (said.measure_key is null) <> (known.baseline_status = 'withdrawn')
                    or (
                        said.rank_kind, said.quartile_letter, said.national_average, said.rank_text, said.figure,
                        said.figure_text, said.source_text
                    ) is distinct from (
                        known.rank_kind, known.quartile_letter, known.national_average, known.rank_text, known.figure,
                        known.figure_text, known.source_text
                    )
                    and said.measure_key is not null
                """;
        executeFor(connection, publish, version);
    }

    private static void saveRules(Connection connection, RuleBook rules) throws SQLException {
        String upsert = """
                insert into etl.validation_rule (rule_code, severity, rule_title, how_to_fix)
                values (?, ?, ?, ?)
                on conflict (rule_code) do update
                set severity = excluded.severity, rule_title = excluded.rule_title, how_to_fix = excluded.how_to_fix
                """;
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            for (Rule rule : Rule.values()) {
                statement.setString(1, rule.code());
                statement.setString(2, rules.severity(rule).name().toLowerCase(Locale.ROOT));
                statement.setString(3, rule.title());
                statement.setString(4, rule.howToFix());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** What the catalogue says goes into every scorecard: drafts are computed anew, published editions stand. */
    private static void markDraftsStale(Connection connection) throws SQLException {
        execute(connection, """
                insert into etl.stale_scorecard (month_key)
                select distinct month_key
                from dw.dim_scorecard_edition
                where edition_status = 'draft'
                """);
    }

    /**
     * Targets alone are dated. So one that is revised for a month that has been published speaks of that month, while all
     * else that the catalogue says otherwise may be meant for the months to come.
     */
    private static void markRetargetedStale(Connection connection, int version) throws SQLException {
        executeFor(connection, """
                insert into etl.stale_scorecard (month_key)
                select distinct edition.month_key
                from dw.fact_target as target
                join dw.dim_scorecard_edition as edition
                    on edition.organisation_id = target.organisation_id and edition.month_key >= target.from_month_key
                where target.catalogue_version_id = ? and edition.edition_status = 'published'
                """, version);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private static void executeFor(Connection connection, String sql, int version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, version);
            statement.executeUpdate();
        }
    }
}
