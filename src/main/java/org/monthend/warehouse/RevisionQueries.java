package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.monthend.load.RevisedFigure;
import org.monthend.load.RevisionBook;

/** Revisions as people read them, before and after. */
public final class RevisionQueries implements RevisionBook {

    /** A fraction with what it is made of, to two decimals more than are printed; a figure alone as it was stated. */
    private static final String MEASURE = """
            concat(
                case
                    when fact.is_withdrawn then ''
                    when fact.figure is null then replace(fact.value_status, '_', ' ')
                    when fact.numerator is null or fact.denominator is null then trim_scale(fact.figure)::text
                    else concat(
                        round(fact.figure, measure.decimal_places + 2), ' (', trim_scale(fact.numerator), ' of ',
                        trim_scale(fact.denominator), ')'
                    )
                end,
                fact.footnote_mark,
                case when fact.footnote_text <> '' then ' “' || fact.footnote_text || '”' end
            )""";

    private static final String QUARTER = """
            concat(
                case
                    when fact.is_withdrawn then ''
                    when fact.figure is null then replace(fact.value_status, '_', ' ')
                    else trim_scale(fact.figure)::text
                end,
                fact.footnote_mark,
                case when fact.footnote_text <> '' then ' “' || fact.footnote_text || '”' end
            )""";

    private static final String FINANCE = """
            case when fact.is_withdrawn then '' else concat_ws(
                ', ',
                'budget ' || trim_scale(fact.budget_gbp),
                'forecast ' || trim_scale(fact.forecast_gbp),
                'variance ' || trim_scale(fact.reported_variance_gbp),
                'spend to date ' || trim_scale(fact.spend_to_date_gbp),
                'committed ' || trim_scale(fact.committed_gbp),
                'progress ' || trim_scale(fact.progress_pct) || '%'
            ) end""";

    private static final String DISTRIBUTION = """
            case when fact.is_withdrawn then '' else concat_ws(
                ' ', trim_scale(fact.share_pct) || '%', '(' || trim_scale(fact.item_count) || ')'
            ) end""";

    private static final String AUDIT = """
            case when fact.is_withdrawn then '' else trim_scale(fact.audit_count)::text end""";

    private static final String PROJECT = """
            case when fact.is_withdrawn then '' else concat_ws(
                ' ',
                'progress', (select category_code from dw.dim_category where category_key = fact.progress_category_key),
                'finance', (select category_code from dw.dim_category where category_key = fact.finance_category_key),
                '“' || fact.narrative || '”'
            ) end""";

    private static final String OF_ORGANISATION =
            "join dw.dim_organisation as organisation on organisation.organisation_key = fact.organisation_key";

    private static final String QUESTION = String.join(
                    "\nunion all\n",
                    kind(
                            "measure",
                            "dw.fact_measure_value",
                            "join dw.dim_measure as measure using (measure_key) " + OF_ORGANISATION,
                            "measure.measure_code",
                            "measure.measure_name",
                            "organisation_code",
                            "organisation_id, measure_id",
                            MEASURE),
                    kind(
                            "quarter",
                            "dw.fact_measure_quarter",
                            "join dw.dim_measure as measure using (measure_key) " + OF_ORGANISATION,
                            "measure.measure_code",
                            "measure.measure_name",
                            "organisation_code",
                            "organisation_id, measure_id",
                            QUARTER),
                    kind(
                            "finance",
                            "dw.fact_finance_position",
                            "join dw.dim_finance_line as line using (finance_line_key) " + OF_ORGANISATION,
                            "line.line_code",
                            "line.line_name",
                            "organisation_code",
                            "organisation_id, finance_line_id",
                            FINANCE),
                    kind(
                            "distribution",
                            "dw.fact_measure_distribution",
                            "join dw.dim_category as category using (category_key) " + OF_ORGANISATION,
                            "category.scheme_code || ' ' || category.category_code",
                            "category.category_name",
                            "organisation_code",
                            "organisation_id, category_id",
                            DISTRIBUTION),
                    kind(
                            "audit",
                            "dw.fact_audit_opinion",
                            "join dw.dim_category as category using (category_key) " + OF_ORGANISATION,
                            "category.scheme_code || ' ' || category.category_code",
                            "category.category_name",
                            "organisation_code",
                            "organisation_id, category_id",
                            AUDIT),
                    kind(
                            "project",
                            "dw.fact_project_status",
                            "join dw.dim_project as project using (project_key)",
                            "project.project_code",
                            "project.project_name",
                            "''",
                            "project_id",
                            PROJECT))
            + "\norder by place, code, organisation, month_key, revision_no";

    private final DataSource warehouse;

    public RevisionQueries(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    /** What was said before is read from the revision before, if there is one; its measure is the one of that time. */
    private static String kind(
            String kind,
            String fact,
            String joins,
            String code,
            String name,
            String organisation,
            String ids,
            String said) {
        String sameIds =
                "(" + ids.replaceAll("(\\w+)", "before.$1") + ") = (" + ids.replaceAll("(\\w+)", "now.$1") + ")";
        return """
                select
                    '%1$s' as kind, array_position(array['measure', 'quarter', 'finance', 'distribution', 'audit', 'project'], '%1$s') as place,
                    said.code, said.name, said.organisation, now.month_key, now.revision_no, now.revision_reason,
                    coalesce(
                        (
                            select %8$s
                            from %2$s as fact
                            %3$s
                            where fact.month_key = now.month_key and %7$s and fact.revision_no = now.revision_no - 1
                        ),
                        ''
                    ) as before,
                    said.after
                from %2$s as now
                cross join lateral (
                    select %4$s as code, %5$s as name, %6$s as organisation, %8$s as after
                    from %2$s as fact
                    %3$s
                    where fact.month_key = now.month_key and %7$s and fact.revision_no = now.revision_no
                ) as said
                where now.submission_id = any (?)
                """.formatted(kind, fact, joins, code, name, organisation, sameIds.replace("before.", "fact."), said);
    }

    @Override
    public List<RevisedFigure> of(List<Long> submissions) {
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(QUESTION)) {
            for (int kind = 1; kind <= Revisions.values().length; kind++) {
                statement.setArray(kind, connection.createArrayOf("int8", submissions.toArray()));
            }
            try (ResultSet row = statement.executeQuery()) {
                List<RevisedFigure> figures = new ArrayList<>();
                while (row.next()) {
                    figures.add(new RevisedFigure(
                            Rows.text(row, "kind"),
                            Rows.text(row, "code"),
                            Rows.text(row, "name"),
                            Rows.text(row, "organisation"),
                            Rows.month(row, "month_key"),
                            Rows.text(row, "before"),
                            Rows.text(row, "after"),
                            Rows.text(row, "revision_reason")));
                }
                return figures;
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }
}
