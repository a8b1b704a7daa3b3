--liquibase formatted sql

--changeset monthend:grants runAlways:true runOnChange:true splitStatements:false
--comment: Stands last and runs after every change, so that a new table or view has its grants at once.
do $$
begin
    -- Nothing for everyone.
    revoke all on schema etl, dw, mart, batch from public;
    revoke all on all tables in schema etl, dw, mart, batch from public;
    revoke all on all routines in schema etl, dw, mart from public;
    revoke create on schema public from public;

    -- The owner of the views reads what they are made of.
    grant select on all tables in schema etl, dw, mart to mart_owner;
    grant execute on all functions in schema mart to mart_owner;

    -- The application reads all and adds rows.
    grant usage on schema etl, dw, mart, batch to monthend_app;
    grant select on all tables in schema etl, dw, mart to monthend_app;
    grant execute on all functions in schema dw, mart to monthend_app;
    grant insert on all tables in schema etl, dw to monthend_app;
    grant usage on all sequences in schema etl, dw to monthend_app;
    revoke insert on dw.dim_date, dw.dim_month, etl.applied_changelog,
        etl.databasechangelog, etl.databasechangeloglock from monthend_app;

    -- It keeps the books of its runs and of the returns,
    grant update (job_execution_id, ended_at, run_status) on etl.load_run to monthend_app;
    grant update (night_state, instance_name, attempt_count, failure_count, started_at, ended_at, next_attempt_at,
        failure_text, check_violation_count, load_run_id, covering_night_at) on etl.nightly_run to monthend_app;
    grant update (due_date, missed_at, working_days_late, is_late_pattern) on etl.return_expectation to monthend_app;
    grant update (verdict, reason_code, rows_read, rows_loaded, rows_rejected, decided_at)
        on etl.return_submission to monthend_app;
    grant update (severity, rule_title, how_to_fix) on etl.validation_rule to monthend_app;
    grant delete, truncate on etl.stage_measure_value, etl.stage_measure_quarter, etl.stage_finance_position,
        etl.stage_distribution, etl.stage_audit_opinion, etl.stage_project_status to monthend_app;
    grant delete on etl.stale_scorecard to monthend_app;

    -- ends a version of a dimension,
    grant update (valid_to, is_current) on dw.dim_measure, dw.dim_organisation, dw.dim_category,
        dw.dim_finance_line, dw.dim_project, dw.dim_return to monthend_app;

    -- replaces a draft and issues it; triggers freeze what is issued.
    grant update (organisation_key, edition_status, data_as_at, published_at, published_by, content_sha256, method_version)
        on dw.dim_scorecard_edition to monthend_app;
    grant delete on dw.fact_scorecard, dw.fact_scorecard_figure, dw.fact_scorecard_month, dw.fact_forecast,
        dw.fact_scorecard_finance, dw.fact_scorecard_category, dw.fact_scorecard_project, dw.fact_scorecard_target,
        dw.fact_scorecard_text, dw.fact_scorecard_judgement, dw.fact_scorecard_segment, dw.fact_scorecard_point,
        dw.fact_scorecard_rebase, dw.fact_scorecard_outturn, dw.fact_scorecard_finance_outturn,
        dw.fact_scorecard_finance_month, dw.fact_scorecard_finance_accuracy, dw.dim_scorecard_edition
        to monthend_app;

    -- The job repository is its own.
    grant select, insert, update, delete on all tables in schema batch to monthend_app;
    grant usage, select on all sequences in schema batch to monthend_app;

    -- BI tools read mart alone.
    grant usage on schema mart to bi_reader;
    grant select on all tables in schema mart to bi_reader;
    grant execute on all functions in schema mart to bi_reader;
end $$;
--rollback empty
