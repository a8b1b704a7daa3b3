package org.monthend.strangers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.LoadRuns;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionLoader;
import org.monthend.load.SubmissionResult;
import org.monthend.warehouse.CatalogueTables;
import org.monthend.warehouse.LoadRunTable;
import org.monthend.warehouse.SubmissionTables;
import org.monthend.warehouse.TestDatabase;

/** A warehouse of its own with the returns that were loaded into it. */
final class Loaded implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh();
    private final SubmissionLoader loader;
    private final List<SubmissionResult> results = new ArrayList<>();

    Loaded(Catalogue catalogue) {
        new CatalogueTables(database.owner(), Clock.systemUTC()).save(catalogue);
        long run = new LoadRunTable(database.owner(), "test")
                .begin(new LoadRuns.Asked("a test", "", Optional.empty()))
                .number();
        loader = new SubmissionLoader(
                catalogue, new SubmissionTables(database.owner()).ofRun(run), ReadLimits.standard());
    }

    Loaded load(Path file, String month) {
        results.add(loader.load(ReturnFolder.describe(file, ReportingMonth.parse(month))));
        return this;
    }

    /** One line for each file: its verdict, rows read, loaded and rejected, and the first of its issues. */
    List<String> verdicts() {
        return results.stream()
                .map(result -> "%s %s %d = %d + %d%s"
                        .formatted(
                                result.submission().file().name(),
                                result.judgement().verdict().word(),
                                result.judgement().rowsRead(),
                                result.judgement().rowsAccepted(),
                                result.judgement().rowsRejected(),
                                result.judgement().issues().stream()
                                        .limit(5)
                                        .map(issue -> " | " + issue.sentence())
                                        .collect(Collectors.joining())))
                .toList();
    }

    /** What counts, by month, organisation and measure: "numerator/denominator", the value, or the status. */
    Map<String, String> statements() {
        Map<String, String> statements = new TreeMap<>();
        String question = """
                select
                    value.month_key,
                    organisation.organisation_code,
                    measure.measure_code,
                    trim_scale(value.numerator) as numerator,
                    trim_scale(value.denominator) as denominator,
                    trim_scale(round(value.figure, 6)) as figure,
                    value.value_status
                from dw.fact_measure_value as value
                join dw.dim_organisation as organisation using (organisation_key)
                join dw.dim_measure as measure using (measure_key)
                """;
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            while (row.next()) {
                String month = row.getString("month_key");
                String key = "%s-%s %s %s"
                        .formatted(
                                month.substring(0, 4),
                                month.substring(4),
                                row.getString("organisation_code"),
                                row.getString("measure_code"));
                boolean reported = row.getString("value_status").equals("reported");
                boolean fraction = reported && row.getString("denominator") != null;
                String said = reported ? row.getString("figure") : row.getString("value_status");
                statements.put(
                        key,
                        fraction
                                ? row.getString("numerator") + "/" + row.getString("denominator")
                                : said + (reported ? "" : denominator(row)));
            }
            return statements;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String denominator(ResultSet row) throws SQLException {
        return row.getString("denominator") == null ? "" : " of " + row.getString("denominator");
    }

    @Override
    public void close() {
        database.close();
    }
}
