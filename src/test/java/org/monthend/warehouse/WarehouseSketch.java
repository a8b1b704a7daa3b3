package org.monthend.warehouse;

import java.sql.SQLException;

/** A few rows of everything, written with the application's rights: two measures, a trust, one draft edition. */
final class WarehouseSketch {

    private WarehouseSketch() {}

    static void into(TestDatabase database) throws SQLException {
        Sql.as(database.application()).run("""
                insert into etl.catalogue_version (digest) values ('sketch');
                insert into dw.dim_measure (measure_code, measure_name, printed_name, name_status, section_code,
                    block_code, position_no, contract_mark, unit, unit_multiplier, decimal_places, numerator_label,
                    denominator_label, definition, polarity, frequency, aggregation, lifecycle, is_trend_shown,
                    valid_from)
                values
                    ('VISITS', 'Visits', 'Visits', 'printed', 'services', 'left', 1, 'n', 'count', 1, 0, 'visits', '',
                        '', 'higher', 'monthly', 'flow', 'live', true, '1900-01-01'),
                    ('TIMELY', 'Timely', 'Timely', 'printed', 'services', 'left', 2, 'y', 'percent', 100, 0, 'timely',
                        'all', '', 'higher', 'monthly', 'ratio', 'live', true, '1900-01-01');
                insert into dw.dim_organisation (organisation_code, organisation_name, organisation_level, valid_from)
                values ('TRUST', 'The Trust', 'trust', '1900-01-01');
                insert into dw.dim_organisation (organisation_code, organisation_name, organisation_level,
                    parent_organisation_code, valid_from)
                values ('NORTH', 'North', 'team', 'TRUST', '1900-01-01'),
                    ('SOUTH', 'South', 'team', 'TRUST', '1900-01-01');
                insert into dw.dim_category (scheme_code, scheme_name, category_code, category_name, position_no,
                    favourable_mark, valid_from)
                values ('RAG', 'RAG', 'R', 'Red', 1, 'n', '1900-01-01'),
                    ('RAG', 'RAG', 'G', 'Green', 2, 'y', '1900-01-01');
                insert into dw.dim_finance_line (line_code, line_name, is_contract_line, line_kind, position_no,
                    valid_from)
                values ('TOTAL', 'Budget', true, 'money', 1, '1900-01-01');
                insert into dw.dim_project (project_code, project_name, position_no, sponsor_name, valid_from)
                values ('PLAN', 'The plan', 1, '', '1900-01-01');
                insert into dw.dim_return (return_code, return_name, organisation_code, frequency, due_working_day,
                    file_name_pattern, valid_from)
                values ('CSC', 'Social care', 'TRUST', 'monthly', 10, 'csc*', '1900-01-01');
                insert into etl.validation_rule (rule_code, severity, rule_title, how_to_fix)
                values ('R001', 'query', 'A rule', 'Do this');
                insert into etl.source_file (sha256, file_name, byte_size) values (repeat('a', 64), 'csc.xlsx', 100);
                insert into etl.load_run (requested_by, application_version) values ('test', '1');
                insert into etl.return_expectation (month_key, return_code, organisation_code, due_date)
                values (201512, 'CSC', 'TRUST', '2016-01-15'), (204912, 'CSC', 'TRUST', '2050-01-15');
                insert into etl.return_submission (load_run_id, source_file_id, return_code, month_key,
                    mapping_version, attempt_no, verdict, rows_read, rows_loaded, file_name)
                values (1, 1, 'CSC', 201512, '1', 1, 'loaded', 10, 10, 'csc.xlsx');
                """);
        value(database, 201512, "TRUST", "VISITS", 0, "12", "null", "12");
        value(database, 201512, "TRUST", "TIMELY", 0, "9", "12", "75");
        Sql.as(database.application()).run("""
                insert into dw.fact_measure_quarter (month_key, organisation_key, organisation_id, measure_key,
                    measure_id, revision_no, figure, value_status, reported_text, submission_id, source_sheet, value_cell)
                values (201506, 1, 1, 2, 2, 0, 62, 'reported', '62%', 1, 'Page', 'F14');
                insert into dw.fact_measure_distribution (month_key, organisation_key, organisation_id, category_key,
                    category_id, revision_no, share_pct, submission_id)
                values (201512, 1, 1, 1, 1, 0, 40, 1);
                insert into dw.fact_audit_opinion (month_key, organisation_key, organisation_id, category_key,
                    category_id, revision_no, audit_count, submission_id)
                values (201512, 1, 1, 1, 1, 0, 4, 1);
                insert into dw.fact_finance_position (month_key, organisation_key, organisation_id, finance_line_key,
                    finance_line_id, revision_no, budget_gbp, forecast_gbp, spend_to_date_gbp, committed_gbp, submission_id)
                values (201512, 1, 1, 1, 1, 0, 100, 110, 80, 5, 1);
                insert into dw.fact_project_status (month_key, project_key, project_id, revision_no,
                    progress_category_key, finance_category_key, narrative, submission_id)
                values (201512, 1, 1, 0, 1, 2, 'Going well', 1);
                insert into dw.fact_target (from_month_key, organisation_key, organisation_id, measure_key, measure_id,
                    revision_no, target_value, catalogue_version_id)
                values (201504, 1, 1, 2, 2, 0, 80, 1);
                insert into dw.fact_baseline (measure_key, measure_id, revision_no, rank_kind, quartile_letter,
                    catalogue_version_id)
                values (2, 2, 0, 'quartile', 'B', 1);
                """);
        edition(database, 1);
    }

    /** A statement about a measure; numbers are written as SQL has them. */
    static void value(
            TestDatabase database,
            int month,
            String organisation,
            String measure,
            int revision,
            String numerator,
            String denominator,
            String figure)
            throws SQLException {
        Sql.as(database.application())
                .run("""
                insert into dw.fact_measure_value (month_key, organisation_key, organisation_id, measure_key,
                    measure_id, revision_no, numerator, denominator, figure, value_status, submission_id, source_sheet,
                    value_cell, revision_reason)
                select %d, organisation_key, organisation_id, measure_key, measure_id, %d, %s, %s, %s,
                    case when %5$s is null then 'nothing_to_report' else 'reported' end, 1, 'CP', 'F14',
                    case when %2$d > 0 then 'corrected' else '' end
                from dw.dim_organisation as organisation
                cross join dw.dim_measure as measure
                where organisation_code = '%s' and organisation.is_current
                    and measure_code = '%s' and measure.is_current
                """.formatted(month, revision, numerator, denominator, figure, organisation, measure));
    }

    /** A draft edition of December 2015 with one row of everything. */
    static void edition(TestDatabase database, int number) throws SQLException {
        Sql.as(database.application()).run("""
                insert into dw.dim_scorecard_edition (month_key, organisation_key, organisation_id, edition_no,
                    data_as_at, method_version)
                values (201512, 1, 1, %d, now(), '1');
                """.formatted(number));
        Sql.as(database.application()).run("""
                insert into dw.fact_scorecard (edition_key, organisation_key, organisation_id, measure_key, measure_id,
                    month_key, sort_order,
                    quarter_1_label, quarter_1_figure, quarter_1_status, quarter_1_months_known, is_quarter_1_partial,
                    quarter_2_label, quarter_2_figure, quarter_2_status, quarter_2_months_known, is_quarter_2_partial,
                    quarter_3_label, quarter_3_figure, quarter_3_status, quarter_3_months_known, is_quarter_3_partial,
                    quarter_4_label, quarter_4_figure, quarter_4_status, quarter_4_months_known, is_quarter_4_partial,
                    latest_label, latest_figure, latest_status, latest_months_known, is_latest_partial,
                    latest_numerator, latest_denominator, latest_measure_value_id, target_value, variance,
                    variance_to_the_good, standing, is_missed_by_rounding, trend_direction, trend_judgement, trend_z,
                    trend_change, trend_months_used, is_seasonally_adjusted, trend_reason, forecast_mean,
                    forecast_low_80, forecast_high_80, forecast_method, forecast_months_used, is_forecast_indicative)
                values ({edition}, 1, 1, 2, 2, 201512, 1,
                    '2014/15 Qtr3', null, 'not_received', 0, true,
                    '2014/15 Qtr4', null, 'not_received', 0, true,
                    '2015/16 Qtr1', 62, 'reported', 0, false,
                    '2015/16 Qtr2', 70.5, 'reported', 3, false,
                    'Dec-15', 75, 'reported', 1, false,
                    9, 12, 2, 80, -5, -5, 'missed', false, 'up', 'better', 2.5, 1.5, 24, true, '', 76, 70, 82, 'SES', 24, false);
                insert into dw.fact_scorecard_figure (edition_key, block_code, line_code, column_code, sort_order,
                    printed_text, figure, value_status)
                values
                    ({edition}, 'measures', 'TIMELY', 'baseline_rank', 1, 'B', null, ''),
                    ({edition}, 'measures', 'TIMELY', 'quarter_1', 2, '', null, 'not_received'),
                    ({edition}, 'measures', 'TIMELY', 'quarter_2', 3, '', null, 'not_received'),
                    ({edition}, 'measures', 'TIMELY', 'quarter_4', 5, '71%', 70.5, 'reported'),
                    ({edition}, 'measures', 'TIMELY', 'latest', 6, '75%', 75, 'reported'),
                    ({edition}, 'measures', 'TIMELY', 'target', 7, '80%', 80, 'reported'),
                    ({edition}, 'measures', 'TIMELY', 'trend', 8, '↑', null, ''),
                    ({edition}, 'finance', 'TOTAL', 'budget', 9, '£100', 100, 'reported'),
                    ({edition}, 'distribution', 'RAG', 'R', 10, '40%', 40, 'reported'),
                    ({edition}, 'audit', 'RAG', 'R', 11, '4', 4, 'reported');
                insert into dw.fact_scorecard_figure (edition_key, block_code, line_code, column_code, sort_order,
                    printed_text, figure, value_status, basis, measure_quarter_id)
                values ({edition}, 'measures', 'TIMELY', 'quarter_3', 4, '62%', 62, 'reported', 'reported', 1);
                insert into dw.fact_scorecard_month (edition_key, organisation_key, organisation_id, measure_key,
                    measure_id, month_key, numerator, denominator, figure, value_status, target_value, measure_value_id)
                values ({edition}, 1, 1, 2, 2, 201512, 9, 12, 75, 'reported', 80, 2);
                insert into dw.fact_forecast (edition_key, organisation_key, organisation_id, measure_key, measure_id,
                    horizon, forecast_month_key, forecast_mean, low_80, high_80, low_95, high_95)
                values ({edition}, 1, 1, 2, 2, 1, 201601, 76, 70, 82, 66, 86);
                insert into dw.fact_scorecard_finance (edition_key, finance_line_key, finance_line_id, sort_order,
                    budget_gbp, forecast_gbp, computed_variance_gbp, finance_position_id)
                values ({edition}, 1, 1, 1, 100, 110, 10, 1);
                insert into dw.fact_scorecard_finance_outturn (edition_key, finance_line_key, finance_line_id,
                    fiscal_year_start, months_known, budget_gbp, committed_gbp, low_95, low_80, outturn_median, high_80,
                    high_95, chance_of_overspend, chance_shown_pct, is_complete, reason_text, outlook_text)
                values ({edition}, 1, 1, 2015, 9, 100, 5, 101, 103, 108, 113, 115, 0.96, 95, false, '', 'Heading for £108.');
                insert into dw.fact_scorecard_finance_month (edition_key, finance_line_key, finance_line_id, month_key,
                    spend_to_date_gbp, committed_gbp, budget_gbp, forecast_gbp, finance_position_id)
                values ({edition}, 1, 1, 201512, 80, 5, 100, 110, 1);
                insert into dw.fact_scorecard_finance_accuracy (edition_key, finance_line_key, finance_line_id,
                    months_known, outturn_count, mean_absolute_error, outturn_bias, covered_80, chance_count, brier_score,
                    expected_count, expected_error, expected_bias)
                values ({edition}, 1, 1, 9, 1, 4, -4, 1, 1, 0.16, 1, 2, 2);
                insert into dw.fact_scorecard_category (edition_key, block_code, category_key, category_id, sort_order,
                    figure, measure_distribution_id)
                values ({edition}, 'distribution', 1, 1, 1, 40, 1);
                insert into dw.fact_scorecard_category (edition_key, block_code, category_key, category_id, sort_order,
                    figure, audit_opinion_id)
                values ({edition}, 'audit', 1, 1, 1, 4, 1);
                insert into dw.fact_scorecard_target (edition_key, organisation_key, organisation_id, measure_key,
                    measure_id, from_month_key, target_value, tolerance)
                values ({edition}, 1, 1, 2, 2, 201504, 80, 0);
                insert into dw.fact_scorecard_project (edition_key, project_key, project_id, sort_order,
                    progress_category_key, finance_category_key, narrative, project_status_id)
                values ({edition}, 1, 1, 1, 1, 2, 'Going well', 1);
                insert into dw.fact_scorecard_text (edition_key, sort_order, place_code, page_text)
                values ({edition}, 1, 'section.services', 'High quality services');
                insert into dw.fact_scorecard_judgement (edition_key, organisation_key, organisation_id, measure_key,
                    measure_id, chart_from_month_key, variation, assurance, chart_reason, proposed_month_key,
                    proposed_mean_before, proposed_mean_after, proposed_sigma, proposed_figures_before,
                    proposed_figures_after, proposed_run_length, proposed_evidence, scored_forecasts,
                    mean_absolute_error, forecast_bias, mean_scaled_error, covered_80, covered_95, judgement_text)
                values ({edition}, 1, 1, 2, 2, 201512, 'common_cause', 'inconsistent', '', 201508, 60, 75, 2, 12, 8, 8,
                    'A step.', 3, 2, -1, 0.9, 0.8, 1, '75% were timely.');
                insert into dw.fact_scorecard_segment (edition_key, organisation_key, organisation_id, measure_key,
                    measure_id, segment_no, start_month_key, figure_count, limit_figure_count, range_count,
                    ranges_left_out, level_mean, mean_range, lower_limit, upper_limit, is_trial)
                values ({edition}, 1, 1, 2, 2, 0, 201512, 1, 1, 0, 0, 75, 0, 75, 75, true);
                insert into dw.fact_scorecard_point (edition_key, organisation_key, organisation_id, measure_key,
                    measure_id, month_key, segment_no, charted_value, side_of_mean, is_near_limit, is_outside_limit,
                    special_cause, variation)
                values ({edition}, 1, 1, 2, 2, 201512, 0, 75, 0, false, false, 'Common Cause', 'common_cause');
                insert into dw.fact_scorecard_rebase (edition_key, organisation_key, organisation_id, measure_key,
                    measure_id, rebase_month_key, reason_text, rebased_by, rebased_at)
                values ({edition}, 1, 1, 2, 2, 201512, 'New team', 'Jane', '2016-01-20 10:00+00');
                insert into dw.fact_scorecard_outturn (edition_key, organisation_key, organisation_id, measure_key,
                    measure_id, fiscal_year_start, months_known, low_95, low_80, outturn_median, high_80, high_95,
                    chance_of_meeting, chance_shown_pct, is_complete, last_year_outturn, is_indicative, note_text)
                values ({edition}, 1, 1, 2, 2, 2015, 9, 60, 65, 72, 80, 85, 0.31, 30, false, 70, false, '');
                """.replace("{edition}", editionKey(database, number)));
    }

    private static String editionKey(TestDatabase database, int number) throws SQLException {
        return Sql.as(database.owner())
                .one("select edition_key from dw.dim_scorecard_edition where edition_no = " + number);
    }

    /** Publishes an edition with its entry in the book, whose digests are of the right form and no more. */
    static void publish(TestDatabase database, int number) throws SQLException {
        Sql.as(database.application()).run("""
                update dw.dim_scorecard_edition set edition_status = 'superseded' where edition_status = 'published';
                update dw.dim_scorecard_edition
                set edition_status = 'published', published_at = now(), published_by = 'Jane',
                    content_sha256 = repeat('c', 64)
                where edition_no = %1$d;
                insert into etl.publication (publication_no, edition_key, month_key, organisation_code, edition_no,
                    data_as_at, method_version, catalogue_sha256, published_at, published_by, open_queries,
                    returns_missing, returns_refused, returns_in_part, caveats, content_format, content_sha256,
                    page_sha256, workbook_sha256, previous_sha256, chain_sha256, page, workbook)
                select %1$d, edition_key, month_key, 'TRUST', edition_no, data_as_at, method_version, '', published_at,
                    published_by, 0, 0, 0, 0, '{}', 1, content_sha256, encode(sha256('page'), 'hex'),
                    encode(sha256('book'), 'hex'), repeat('%2$d', 64), repeat('%1$d', 64), 'page', 'book'
                from dw.dim_scorecard_edition
                where edition_no = %1$d
                """.formatted(number, number - 1));
    }
}
