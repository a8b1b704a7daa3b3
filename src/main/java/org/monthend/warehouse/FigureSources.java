package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.scorecard.FigureSource;

/** Finds the statements that an edition's months rest on, and those whose place they took. */
final class FigureSources {

    private FigureSources() {}

    /** By the revision that the edition uses: that statement and all before it, newest first. */
    static Map<Long, List<FigureSource>> of(Connection connection, int edition) throws SQLException {
        String question = """
                select
                    used.measure_value_id, said.revision_no, said.figure, said.value_status, said.recorded_at,
                    said.revision_reason, submission.file_name, said.source_sheet, said.value_cell, said.numerator_cell,
                    said.denominator_cell
                from dw.fact_scorecard_month as used
                join dw.fact_measure_value as revision using (measure_value_id)
                join dw.fact_measure_value as said
                    on said.month_key = revision.month_key
                    and said.organisation_id = revision.organisation_id
                    and said.measure_id = revision.measure_id
                    and said.revision_no <= revision.revision_no
                join etl.return_submission as submission on submission.submission_id = said.submission_id
                where used.edition_key = ?
                order by used.measure_value_id, said.revision_no desc
                """;
        Map<Long, List<FigureSource>> sources = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, edition);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sources.computeIfAbsent(row.getLong("measure_value_id"), key -> new ArrayList<>())
                            .add(new FigureSource(
                                    row.getInt("revision_no"),
                                    Rows.figure(row, "figure", "value_status"),
                                    row.getTimestamp("recorded_at").toInstant(),
                                    Rows.text(row, "revision_reason"),
                                    Rows.text(row, "file_name"),
                                    Rows.text(row, "source_sheet"),
                                    cells(row)));
                }
            }
        }
        return sources;
    }

    private static String cells(ResultSet row) throws SQLException {
        return Stream.of(
                        Rows.text(row, "value_cell"),
                        Rows.text(row, "numerator_cell"),
                        Rows.text(row, "denominator_cell"))
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
