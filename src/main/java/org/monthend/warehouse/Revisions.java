package org.monthend.warehouse;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;

/**
 * The kinds of fact that returns state, and how a staged submission becomes revisions of each: what says nothing new
 * makes none, what changes makes the next one and leaves the old where it is.
 */
enum Revisions {
    MEASURES(
            "etl.stage_measure_value",
            "dw.fact_measure_value",
            """
            left join dw.dim_organisation as organisation
                on organisation.organisation_code = staged.organisation_code and organisation.is_current
            left join dw.dim_measure as measure
                on measure.measure_code = staged.measure_code and measure.is_current
            """,
            List.of("organisation.organisation_key", "measure.measure_key"),
            List.of("organisation.organisation_id", "measure.measure_id"),
            List.of("numerator", "denominator", "figure", "value_status", "footnote_mark", "footnote_text"),
            List.of(
                    "reported_value",
                    "reported_text",
                    "source_sheet",
                    "numerator_cell",
                    "denominator_cell",
                    "value_cell")),
    QUARTERS(
            "etl.stage_measure_quarter",
            "dw.fact_measure_quarter",
            """
            left join dw.dim_organisation as organisation
                on organisation.organisation_code = staged.organisation_code and organisation.is_current
            left join dw.dim_measure as measure
                on measure.measure_code = staged.measure_code and measure.is_current
            """,
            List.of("organisation.organisation_key", "measure.measure_key"),
            List.of("organisation.organisation_id", "measure.measure_id"),
            List.of("figure", "value_status", "footnote_mark", "footnote_text"),
            List.of("reported_text", "source_sheet", "value_cell")),
    FINANCE(
            "etl.stage_finance_position",
            "dw.fact_finance_position",
            """
            left join dw.dim_organisation as organisation
                on organisation.organisation_code = staged.organisation_code and organisation.is_current
            left join dw.dim_finance_line as line
                on line.line_code = staged.line_code and line.is_current
            """,
            List.of("organisation.organisation_key", "line.finance_line_key"),
            List.of("organisation.organisation_id", "line.finance_line_id"),
            List.of(
                    "budget_gbp",
                    "forecast_gbp",
                    "reported_variance_gbp",
                    "progress_pct",
                    "spend_to_date_gbp",
                    "committed_gbp"),
            List.of(
                    "budget_text",
                    "forecast_text",
                    "variance_text",
                    "source_sheet",
                    "budget_cell",
                    "forecast_cell",
                    "variance_cell",
                    "spend_to_date_text",
                    "spend_to_date_cell",
                    "committed_text",
                    "committed_cell")),
    DISTRIBUTIONS(
            "etl.stage_distribution",
            "dw.fact_measure_distribution",
            """
            left join dw.dim_organisation as organisation
                on organisation.organisation_code = staged.organisation_code and organisation.is_current
            left join dw.dim_category as category
                on category.scheme_code = staged.scheme_code and category.category_code = staged.category_code
                    and category.is_current
            """,
            List.of("organisation.organisation_key", "category.category_key"),
            List.of("organisation.organisation_id", "category.category_id"),
            List.of("share_pct", "item_count"),
            List.of("source_sheet", "value_cell")),
    AUDITS(
            "etl.stage_audit_opinion",
            "dw.fact_audit_opinion",
            """
            left join dw.dim_organisation as organisation
                on organisation.organisation_code = staged.organisation_code and organisation.is_current
            left join dw.dim_category as category
                on category.scheme_code = staged.scheme_code and category.category_code = staged.category_code
                    and category.is_current
            """,
            List.of("organisation.organisation_key", "category.category_key"),
            List.of("organisation.organisation_id", "category.category_id"),
            List.of("audit_count"),
            List.of("source_sheet", "value_cell")),
    PROJECTS(
            "etl.stage_project_status",
            "dw.fact_project_status",
            """
            left join dw.dim_project as project
                on project.project_code = staged.project_code and project.is_current
            left join dw.dim_category as progress
                on progress.scheme_code = 'RAG' and progress.category_code = staged.progress_rag_code
                    and progress.is_current
            left join dw.dim_category as finance
                on finance.scheme_code = 'RAG' and finance.category_code = staged.finance_rag_code
                    and finance.is_current
            """,
            List.of("project.project_key"),
            List.of("project.project_id"),
            List.of(
                    "progress.category_key as progress_category_key",
                    "finance.category_key as finance_category_key",
                    "narrative"),
            List.of("source_sheet", "progress_cell", "finance_cell", "narrative_cell"));

    static final String STAGE_MEASURES = """
            etl.stage_measure_value (
                submission_id, month_key, organisation_code, measure_code, numerator, denominator, reported_value, figure,
                value_status, reported_text, footnote_mark, footnote_text, source_sheet, numerator_cell,
                denominator_cell, value_cell
            )""";
    static final String STAGE_QUARTERS = """
            etl.stage_measure_quarter (
                submission_id, month_key, organisation_code, measure_code, figure, value_status, reported_text,
                footnote_mark, footnote_text, source_sheet, value_cell
            )""";
    static final String STAGE_FINANCE = """
            etl.stage_finance_position (
                submission_id, month_key, organisation_code, line_code, budget_gbp, forecast_gbp, reported_variance_gbp,
                progress_pct, budget_text, forecast_text, variance_text, source_sheet, budget_cell, forecast_cell,
                variance_cell, spend_to_date_gbp, spend_to_date_text, spend_to_date_cell, committed_gbp, committed_text,
                committed_cell
            )""";
    static final String STAGE_DISTRIBUTIONS = """
            etl.stage_distribution (
                submission_id, month_key, organisation_code, scheme_code, category_code, share_pct, item_count,
                source_sheet, value_cell
            )""";
    static final String STAGE_AUDITS = """
            etl.stage_audit_opinion (
                submission_id, month_key, organisation_code, scheme_code, category_code, audit_count, source_sheet,
                value_cell
            )""";
    static final String STAGE_PROJECTS = """
            etl.stage_project_status (
                submission_id, month_key, project_code, progress_rag_code, finance_rag_code, narrative, source_sheet,
                progress_cell, finance_cell, narrative_cell
            )""";

    private final String stage;
    private final String publish;
    private final String withdraw;

    /**
     * @param joins finds the current version of each dimension; one that is not there leaves a key empty, which the
     *     fact refuses, so that no row is lost in silence
     * @param keys the versions as they are now
     * @param ids with the month, what a revision is a revision of
     * @param said what makes a revision when it differs
     * @param kept what is kept beside it
     */
    Revisions(
            String stage,
            String fact,
            String joins,
            List<String> keys,
            List<String> ids,
            List<String> said,
            List<String> kept) {
        this.stage = stage;
        this.publish = """
                with stated as (
                    select distinct on (staged.month_key, %4$s)
                        staged.month_key, %3$s, %4$s, %5$s, %6$s
                    from %1$s as staged
                    %7$s
                    where staged.submission_id = ?
                    order by staged.month_key, %4$s
                ),
                published as (
                    insert into %2$s (
                        month_key, %8$s, %9$s, %10$s, %6$s,
                        submission_id, revision_no, recorded_at, revision_reason
                    )
                    select
                        stated.month_key, %16$s, %11$s, %12$s, %13$s,
                        submission.submission_id,
                        coalesce(known.revision_no + 1, 0),
                        submission.decided_at,
                        case when known.revision_no is null then '' else submission.reason end
                    from stated
                    cross join (
                        select
                            submission.submission_id,
                            submission.return_code,
                            submission.month_key,
                            submission.decided_at,
                            coalesce(submission.arrived_as, submission.submission_id) as arrived_as,
                            'restated by ' || submission.file_name
                                || coalesce(': ' || nullif(run.request_reason, ''), '') as reason
                        from etl.return_submission as submission
                        join etl.load_run as run using (load_run_id)
                        where submission_id = ?
                    ) as submission
                    left join lateral (
                        select *
                        from %2$s as earlier
                        where earlier.month_key = stated.month_key and %14$s
                        order by earlier.revision_no desc
                        limit 1
                    ) as known on true
                    left join etl.return_submission as speaker on speaker.submission_id = known.submission_id
                    where known.revision_no is null
                        or ((%15$s) is distinct from (%12$s) or known.is_withdrawn)
                            and (
                                coalesce(speaker.arrived_as, speaker.submission_id) <= submission.arrived_as
                                or known.is_withdrawn
                                    and (speaker.return_code, speaker.month_key)
                                        <> (submission.return_code, submission.month_key)
                            )
                    order by stated.month_key, %11$s
                    returning month_key
                )
                select count(*)::int, coalesce(min(month_key), 0)
                from published
                """.formatted(
                        stage,
                        fact,
                        join(keys, each -> each),
                        join(ids, each -> each),
                        join(said, each -> each),
                        join(kept, each -> each),
                        joins,
                        join(keys, Revisions::column),
                        join(ids, Revisions::column),
                        join(said, Revisions::column),
                        join(ids, each -> "stated." + column(each)),
                        join(said, each -> "stated." + column(each)),
                        join(kept, each -> "stated." + each),
                        ids.stream()
                                .map(Revisions::column)
                                .map(id -> "earlier." + id + " = stated." + id)
                                .collect(Collectors.joining(" and ")),
                        join(said, each -> "known." + column(each)),
                        join(keys, each -> "stated." + column(each)));
        this.withdraw = """
                with spoken as (
                    select submission_id
                    from etl.return_submission
                    where return_code = ? and month_key = ? and verdict <> 'withdrawn'
                ),
                standing as (
                    select distinct on (month_key, %2$s) *
                    from %1$s as fact
                    where exists (
                        select
                        from %1$s as said
                        where said.submission_id in (select submission_id from spoken)
                            and said.month_key = fact.month_key and %3$s
                    )
                    order by month_key, %2$s, revision_no desc
                ),
                taken_back as (
                    insert into %1$s (
                        month_key, %4$s, %2$s, %5$s,
                        submission_id, revision_no, recorded_at, revision_reason, is_withdrawn
                    )
                    select
                        month_key, %4$s, %2$s, %6$s,
                        submission.submission_id, revision_no + 1, submission.decided_at, submission.reason, true
                    from standing
                    cross join (
                        select
                            submission_id,
                            decided_at,
                            'withdrawn by ' || run.requested_by
                                || coalesce(': ' || nullif(run.request_reason, ''), '') as reason
                        from etl.return_submission
                        join etl.load_run as run using (load_run_id)
                        where submission_id = ?
                    ) as submission
                    where standing.submission_id in (select submission_id from spoken) and not standing.is_withdrawn
                    order by month_key, %2$s
                    returning month_key
                )
                select count(*)::int, coalesce(min(month_key), 0)
                from taken_back
                """.formatted(
                        fact,
                        join(ids, Revisions::column),
                        ids.stream()
                                .map(Revisions::column)
                                .map(id -> "said." + id + " = fact." + id)
                                .collect(Collectors.joining(" and ")),
                        join(keys, Revisions::column),
                        join(said, Revisions::column),
                        join(said, each -> withdrawn(column(each))));
    }

    /** A figure is gone, for a reason; what has no reasons is kept as it was said, for its words may not be empty. */
    private static String withdrawn(String column) {
        return switch (column) {
            case "value_status" -> "'not_received'";
            case "numerator", "denominator", "figure" -> "null";
            case "footnote_mark", "footnote_text" -> "''";
            default -> column;
        };
    }

    /**
     * Takes back what the submissions of a return for a month have said and what still stands; given the return, the month
     * and the submission of the withdrawal. Answers as {@link #publish()}.
     */
    String withdraw() {
        return withdraw;
    }

    /** The staging table. */
    String stage() {
        return stage;
    }

    /** Publishes a submission, given twice; answers how many revisions were made and the earliest month, 0 for none. */
    String publish() {
        return publish;
    }

    private static String column(String expression) {
        String named = expression.contains(" as ") ? expression.substring(expression.indexOf(" as ") + 4) : expression;
        return named.substring(named.indexOf('.') + 1);
    }

    private static String join(List<String> parts, UnaryOperator<String> form) {
        return parts.stream().map(form).collect(Collectors.joining(", "));
    }

    /**
     * What one statement has made of them.
     *
     * @param revisions how many revisions
     * @param earliest the first month that one is about; empty when there is none
     */
    record Published(int revisions, Optional<ReportingMonth> earliest) {

        static Published of(PreparedStatement statement) throws SQLException {
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                int earliest = answer.getInt(2);
                return new Published(
                        answer.getInt(1),
                        earliest == 0 ? Optional.empty() : Optional.of(ReportingMonth.ofKey(earliest)));
            }
        }

        /** The earlier of the two months. */
        Optional<ReportingMonth> orEarlier(Optional<ReportingMonth> other) {
            if (earliest.isEmpty() || other.isEmpty()) {
                return earliest.or(() -> other);
            }
            return earliest.get().isBefore(other.get()) ? earliest : other;
        }
    }
}
