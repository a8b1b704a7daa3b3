package org.monthend.faults;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with the state after a case, by plain SQL and by looking into the folders. What is right it knows
 * from the files that the harness wrote, not from the product.
 */
final class Oracle implements AutoCloseable {

    private static final double NEAR = 1e-9;

    /** Whatever stays for ever once it is written; a published edition's rows among them. */
    private static final Map<String, String> PERMANENT = Map.of(
            "fact", "select measure_value_id, md5(fact::text) from dw.fact_measure_value as fact",
            "submission", "select submission_id, md5(submission::text) from etl.return_submission as submission",
            "file", "select source_file_id, md5(file::text) from etl.source_file as file",
            "publication", "select publication_no, md5(publication::text) from etl.publication as publication",
            "content", "select sha256, md5(content) from etl.source_file_content",
            "published edition", """
                    select edition_key, md5(string_agg(line, '/' order by line))
                    from dw.dim_scorecard_edition as edition
                    join (
                        select edition_key, part::text as line from dw.fact_scorecard as part
                        union all
                        select edition_key, part::text from dw.fact_scorecard_figure as part
                        union all
                        select edition_key, part::text from dw.fact_scorecard_month as part
                        union all
                        select edition_key, part::text from dw.fact_forecast as part
                        union all
                        select edition_key, part::text from dw.fact_scorecard_text as part
                    ) as content using (edition_key)
                    where edition_status <> 'draft'
                    group by edition_key
                    """);

    private final Case examined;
    private final Connection connection;
    private final List<String> violations = new ArrayList<>();

    Oracle(Case examined) throws SQLException {
        this.examined = examined;
        this.connection = examined.database().connect();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    List<String> violations() throws SQLException, IOException, InterruptedException {
        nothingRuns();
        earlierRevisionsAreAsTheyWere();
        Map<SentFile, Long> submissions = submissions();
        if (violations.isEmpty()) {
            facts(submissions);
            scorecards();
            productsOwnChecks();
        }
        files();
        pages();
        return violations;
    }

    private void violated(String what, @Nullable Object... values) {
        violations.add(what.formatted(values));
    }

    /** The server notices within moments that a client is gone; after that nothing may be left of it. */
    private void nothingRuns() throws SQLException, InterruptedException {
        String question = """
                select 'connection of ' || application_name || ', ' || state || ': ' || left(query, 80)
                from pg_stat_activity
                where datname = current_database() and backend_type = 'client backend' and application_name <> 'faults'
                union all
                select 'advisory lock ' || classid || '/' || objid
                from pg_locks
                where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
                """;
        List<List<String>> left = Database.rows(connection, question);
        for (int look = 0; look < 50 && !left.isEmpty(); look++) {
            Thread.sleep(100);
            left = Database.rows(connection, question);
        }
        left.forEach(row -> violated("still there: %s", row.get(0)));
        List<List<String>> unfinished = Database.rows(connection, """
                select 'run ' || load_run_id || ' is ' || run_status from etl.load_run where run_status = 'running'
                union all
                select 'job execution ' || job_execution_id || ' is ' || status
                from batch.batch_job_execution
                where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
                union all
                select 'step execution ' || step_execution_id || ' is ' || status
                from batch.batch_step_execution
                where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
                union all
                select 'staged rows of measures: ' || count(*) from etl.stage_measure_value having count(*) > 0
                union all
                select 'stale scorecard of ' || month_key from etl.stale_scorecard
                union all
                select 'prepared transaction ' || gid from pg_prepared_xacts where database = current_database()
                """);
        unfinished.forEach(row -> violated("unfinished: %s", row.get(0)));
    }

    private void earlierRevisionsAreAsTheyWere() throws SQLException {
        Map<String, String> now = new TreeMap<>();
        for (Map.Entry<String, String> kind : PERMANENT.entrySet()) {
            Database.rows(connection, kind.getValue())
                    .forEach(row -> now.put(kind.getKey() + " " + row.get(0), row.get(1)));
        }
        examined.earlier().forEach((what, digest) -> {
            if (!digest.equals(now.get(what))) {
                violated("%s is %s", what, now.containsKey(what) ? "not what it was" : "gone");
            }
        });
        examined.earlier().putAll(now);
    }

    /** Every file that was sent is one submission, loaded, with all its rows, and versions came in their order. */
    private Map<SentFile, Long> submissions() throws SQLException {
        Map<String, List<List<String>>> found = Database.rows(connection, """
                        select return_code, month_key, sha256, submission_id, verdict, rows_read, rows_loaded, rows_rejected
                        from etl.return_submission
                        join etl.source_file using (source_file_id)
                        order by submission_id
                        """).stream()
                .collect(Collectors.groupingBy(row -> String.join("/", row.subList(0, 3))));
        Map<SentFile, Long> submissions = new HashMap<>();
        for (SentFile file : examined.taken()) {
            String key = "%s/%d/%s".formatted(file.returnCode(), monthKey(file.month()), file.sha256());
            List<List<String>> rows = Optional.ofNullable(found.remove(key)).orElse(List.of());
            if (rows.size() != 1) {
                violated("%s was taken %d times", file, rows.size());
                continue;
            }
            List<String> row = rows.get(0);
            String count = Integer.toString(file.rows().size());
            if (!row.get(4).startsWith("loaded") || !row.subList(5, 8).equals(List.of(count, count, "0"))) {
                violated("%s of %s rows is %s", file, count, row.subList(4, 8));
            }
            submissions.put(file, Long.parseLong(row.get(3)));
        }
        found.values().forEach(rows -> violated("nobody sent submission %s", rows));
        inTheirOrder(submissions);
        return submissions;
    }

    private void inTheirOrder(Map<SentFile, Long> submissions) {
        Map<String, Long> newest = new HashMap<>();
        for (SentFile file : examined.taken()) {
            long submission = submissions.getOrDefault(file, Long.MAX_VALUE);
            Long before = newest.put(file.returnCode() + file.month(), submission);
            if (before != null && before > submission) {
                violated("%s was taken before the version that it corrects", file);
            }
        }
    }

    static int monthKey(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    /** Exactly the revisions that the files make, each once, and no others; so sums and counts are right as well. */
    private void facts(Map<SentFile, Long> submissions) throws SQLException {
        Map<String, String> expected = new TreeMap<>();
        Map<Stated.Key, Stated> known = new HashMap<>();
        Map<Stated.Key, Integer> revisions = new HashMap<>();
        for (SentFile file : examined.taken()) {
            for (Stated row : file.rows()) {
                Stated before = known.put(row.key(), row);
                if (before == null || !before.saysTheSameAs(row)) {
                    int revision = revisions.merge(row.key(), 0, (old, none) -> old + 1);
                    expected.put(
                            key(
                                    row.key().measure().name(),
                                    row.key().organisation(),
                                    row.key().monthKey(),
                                    revision),
                            words(row, submissions.getOrDefault(file, 0L)));
                }
            }
        }
        Set<String> found = new TreeSet<>();
        for (List<String> row : Database.rows(connection, """
                select measure_code, organisation_code, month_key, revision_no, submission_id, value_status,
                    numerator, denominator, figure
                from dw.fact_measure_value
                join dw.dim_measure using (measure_key)
                join dw.dim_organisation using (organisation_key)
                """)) {
            String key = key(row.get(0), row.get(1), Integer.parseInt(row.get(2)), Integer.parseInt(row.get(3)));
            String words = "%s %s %s %s %s"
                    .formatted(row.get(4), row.get(5), number(row.get(6)), number(row.get(7)), number(row.get(8)));
            if (!found.add(key)) {
                violated("%s is there twice", key);
            } else if (!words.equals(expected.get(key))) {
                violated("%s is %s, but was written as %s", key, words, expected.get(key));
            }
        }
        expected.keySet().stream().filter(key -> !found.contains(key)).forEach(key -> violated("%s is not there", key));
        String current = Database.rows(connection, "select count(*) from mart.measure_value")
                .get(0)
                .get(0);
        if (!current.equals(Integer.toString(known.size()))) {
            violated("%s values count now, of %d keys", current, known.size());
        }
    }

    private static String key(String measure, String organisation, int month, int revision) {
        return "%s of %s in %d, revision %d".formatted(measure, organisation, month, revision);
    }

    private static String words(Stated row, long submission) {
        return "%d %s %s %s %s"
                .formatted(
                        submission,
                        row.figure().isPresent() ? "reported" : "nothing_to_report",
                        number(row.numerator()),
                        number(row.denominator()),
                        number(row.figure()));
    }

    static String number(String text) {
        return text.isEmpty() ? "-" : number(Optional.of(new BigDecimal(text)));
    }

    static String number(Optional<BigDecimal> number) {
        return number.map(value -> "%.9f".formatted(value)).orElse("-");
    }

    static boolean isNear(double one, double other) {
        return Math.abs(one - other) <= NEAR * Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
    }

    /** Every month that a file came for has one draft, which is what the files give. */
    private void scorecards() throws SQLException {
        Truth truth = Truth.of(examined.taken());
        Map<String, List<String>> lines = new HashMap<>();
        for (List<String> row : Database.rows(connection, """
                select concat_ws('|', 'line', edition_key, edition.month_key, measure_code, organisation_code,
                    coalesce(quarter_1_figure::text, ''), is_quarter_1_partial,
                    coalesce(quarter_2_figure::text, ''), is_quarter_2_partial,
                    coalesce(quarter_3_figure::text, ''), is_quarter_3_partial,
                    coalesce(quarter_4_figure::text, ''), is_quarter_4_partial,
                    coalesce(latest_figure::text, ''), coalesce(variance::text, ''), standing, trend_direction,
                    trend_judgement, trend_z)
                from (
                    select distinct on (month_key, organisation_id) *
                    from dw.dim_scorecard_edition
                    order by month_key, organisation_id, edition_no desc
                ) as edition
                join dw.fact_scorecard as line using (edition_key)
                join dw.dim_measure using (measure_key)
                join dw.dim_organisation as organisation on organisation.organisation_key = line.organisation_key
                """)) {
            SeenLine line = SeenLine.of(row.get(0));
            lines.computeIfAbsent(line.monthKey() + line.measure(), none -> new ArrayList<>())
                    .addAll(line.differencesFrom(truth));
        }
        Set<YearMonth> months = examined.taken().stream().map(SentFile::month).collect(Collectors.toSet());
        for (YearMonth month : months) {
            for (KnownMeasure measure : KnownMeasure.values()) {
                Optional.ofNullable(lines.remove(monthKey(month) + measure.name()))
                        .orElse(List.of("is not there"))
                        .forEach(difference -> violated("scorecard of %s: %s %s", month, measure, difference));
            }
        }
        lines.keySet().forEach(line -> violated("nobody asked for the scorecard line %s", line));
    }

    private void productsOwnChecks() throws SQLException, IOException {
        try (Stream<Path> checks = Files.list(Path.of("sql", "checks"))) {
            for (Path check : checks.sorted().toList()) {
                List<List<String>> rows = Database.rows(connection, Files.readString(check));
                if (!rows.isEmpty()) {
                    violated("%s finds %s", check.getFileName(), rows);
                }
            }
        }
    }

    /** What was put into the folder stands there untouched; what was sent is kept to the byte; nothing else is left. */
    private void files() throws SQLException, IOException {
        Map<String, String> kept = new HashMap<>();
        Database.rows(connection, "select sha256, encode(sha256(content), 'hex') from etl.source_file_content")
                .forEach(row -> kept.put(row.get(0), row.get(1)));
        for (SentFile file : examined.taken()) {
            if (!file.sha256().equals(kept.get(file.sha256()))) {
                violated("the bytes of %s are not kept", file);
            }
        }
        for (Map.Entry<Path, SentFile> there : examined.inFolder().entrySet()) {
            if (!Files.exists(there.getKey())) {
                violated("%s is gone from the folder", there.getKey());
            } else if (!SentFile.sha256(Files.readAllBytes(there.getKey()))
                    .equals(there.getValue().sha256())) {
                violated("%s was changed", there.getKey());
            }
        }
        Set<Path> allowed = new TreeSet<>(examined.inFolder().keySet());
        allowed.add(examined.input().resolve("catalogue.xlsx"));
        for (SentFile file : examined.taken()) {
            Path month = examined.output().resolve(file.month().toString());
            allowed.add(month.resolve("scorecard.html"));
            allowed.add(month.resolve("scorecard.xlsx"));
        }
        List<Path> looked = new ArrayList<>(List.of(examined.input(), examined.output()));
        if (!examined.wasKilled()) {
            looked.add(examined.temporary());
        }
        for (Path folder : looked) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !allowed.contains(file)
                                && !file.getFileName().toString().matches("scorecard-edition-\\d+\\.(html|xlsx)"))
                        .forEach(file -> violated("%s was left behind", file));
            }
        }
    }

    /** The page and the workbook in the folder show the newest edition, not the one before. */
    private void pages() throws SQLException, IOException {
        Map<String, List<String>> editions = new TreeMap<>();
        Database.rows(connection, """
                        select month_key, line_code, printed_text, figure
                        from (
                            select distinct on (month_key, organisation_id) *
                            from dw.dim_scorecard_edition
                            order by month_key, organisation_id, edition_no desc
                        ) as edition
                        join dw.fact_scorecard_figure using (edition_key)
                        where block_code = 'measures' and column_code = 'latest'
                        """).forEach(row -> editions.put(row.get(0) + " " + row.get(1), row));
        Set<YearMonth> months = examined.taken().stream().map(SentFile::month).collect(Collectors.toSet());
        for (YearMonth month : months) {
            Path page = examined.output().resolve(month.toString()).resolve("scorecard.html");
            Path workbook = page.resolveSibling("scorecard.xlsx");
            if (!Files.exists(page) || !Files.exists(workbook)) {
                violated("%s is not drawn", month);
                continue;
            }
            Map<String, String> printed = DrawnPage.printed(page);
            Map<String, String> held = DrawnPage.held(workbook);
            for (KnownMeasure measure : KnownMeasure.values()) {
                List<String> edition = Optional.ofNullable(editions.get(monthKey(month) + " " + measure))
                        .orElse(List.of("", "", "", ""));
                if (!edition.get(2).equals(printed.get(measure.name()))) {
                    violated(
                            "the page of %s shows '%s' for %s, not %s",
                            month, printed.get(measure.name()), measure, edition);
                }
                if (!isSame(
                        edition.get(3),
                        Optional.ofNullable(held.get(measure.name())).orElse("nothing"))) {
                    violated(
                            "the workbook of %s holds '%s' for %s, not %s",
                            month, held.get(measure.name()), measure, edition);
                }
            }
        }
    }

    private static boolean isSame(String one, String other) {
        return one.isEmpty() || other.isEmpty() || other.equals("nothing")
                ? one.equals(other)
                : isNear(Double.parseDouble(one), Double.parseDouble(other));
    }
}
