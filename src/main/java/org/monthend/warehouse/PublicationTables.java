package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.scorecard.Caveats;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.EditionFiles;
import org.monthend.scorecard.PublicationStore;

/**
 * Issues editions in the warehouse. While one is published nothing else is: neither another edition, so that the chain has
 * no forks, nor a submission, so that the draft cannot become stale meanwhile.
 */
public final class PublicationTables implements PublicationStore {

    private final DataSource warehouse;
    private final Clock clock;

    public PublicationTables(DataSource warehouse, Clock clock) {
        this.warehouse = warehouse;
        this.clock = clock;
    }

    @Override
    public Publishing publish(
            ReportingMonth month,
            String organisationCode,
            String by,
            String note,
            Function<Edition, EditionFiles> press) {
        try (Connection connection = warehouse.getConnection()) {
            connection.setAutoCommit(false);
            try {
                waitForPublishers(connection);
                Publishing publishing = new Issue(connection, month, organisationCode, by, note).publish(press);
                connection.commit();
                return publishing;
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

    static void waitForPublishers(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, AdvisoryLocks.PUBLISH);
            statement.execute();
        }
    }

    /** One publication, in the transaction of its connection. */
    private final class Issue {

        private final Connection connection;
        private final ReportingMonth month;
        private final String organisation;
        private final String by;
        private final String note;

        private Issue(Connection connection, ReportingMonth month, String organisation, String by, String note) {
            this.connection = connection;
            this.month = month;
            this.organisation = organisation;
            this.by = by;
            this.note = note;
        }

        private Publishing publish(Function<Edition, EditionFiles> press) throws SQLException {
            Optional<Edition> newest = EditionReader.newest(connection, month, organisation);
            if (newest.isEmpty()) {
                return new Refused(
                        "There is no scorecard of %s to publish. Load its returns first: ./monthend load --month %s"
                                .formatted(month.longLabel(), month));
            }
            if (isStale()) {
                return new Refused(
                        "The scorecard of %s is not up to date: figures or the catalogue have changed since it was computed. Run ./monthend load, look at it, and publish then."
                                .formatted(month.longLabel()));
            }
            if (newest.get().status() == Edition.Status.PUBLISHED) {
                return new Unchanged(newest.get());
            }
            Caveats caveats = caveats();
            Edition edition = newest.get().published(notBefore(newest.get().dataAsAt()), by, caveats.words());
            EditionFiles files = press.apply(edition);
            int key = draftKey();
            supersede();
            PublicationEntry entry = entry(edition, key, caveats, files);
            issue(entry);
            enter(entry, files);
            return new Published(edition, files, caveats, entry.number(), entry.digest());
        }

        /** Clocks of two machines differ, but nothing was published before it was known. */
        private Instant notBefore(Instant dataAsAt) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return now.isBefore(dataAsAt) ? dataAsAt : now;
        }

        private boolean isStale() throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select exists (select from etl.stale_scorecard where month_key = ?)")) {
                statement.setInt(1, month.key());
                try (ResultSet answer = statement.executeQuery()) {
                    answer.next();
                    return answer.getBoolean(1);
                }
            }
        }

        private Caveats caveats() throws SQLException {
            List<String> sentences = new ArrayList<>();
            int queries = openQueries(sentences);
            int[] returns = returns(sentences);
            return new Caveats(queries, returns[0], returns[1], returns[2], List.copyOf(sentences));
        }

        private int openQueries(List<String> sentences) throws SQLException {
            String question = """
                    select
                        rule_code, file_name, issue_message,
                        concat_ws('!', nullif(sheet_name, ''), nullif(cell_address, '')) as place
                    from etl.current_issue
                    where month_key = ? and severity = 'query' and issue_state = 'open'
                    order by file_name, issue_id
                    """;
            try (PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setInt(1, month.key());
                try (ResultSet row = statement.executeQuery()) {
                    int queries = 0;
                    while (row.next()) {
                        queries++;
                        sentences.add("Query %s at %s: %s"
                                .formatted(
                                        Rows.text(row, "rule_code"),
                                        (Rows.text(row, "file_name") + " " + Rows.text(row, "place")).strip(),
                                        Rows.text(row, "issue_message")));
                    }
                    return queries;
                }
            }
        }

        /** How many returns are missing, refused, and loaded in part. */
        private int[] returns(List<String> sentences) throws SQLException {
            String question = """
                    select due.return_code, due.due_date, coalesce(last.verdict, '') as verdict, last.file_name,
                        last.rows_rejected
                    from etl.return_expectation as due
                    left join etl.standing_submission as last
                        on last.month_key = due.month_key and last.return_code = due.return_code
                    left join etl.current_waiver as waiver
                        on waiver.month_key = due.month_key and waiver.return_code = due.return_code
                    where due.month_key = ? and (waiver.return_code is null or last.verdict = 'partly_loaded')
                    order by due.return_code
                    """;
            int[] returns = new int[3];
            try (PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setInt(1, month.key());
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        String code = Rows.text(row, "return_code");
                        switch (Rows.text(row, "verdict")) {
                            case "loaded", "loaded_with_queries", "no_change" -> {}
                            case "partly_loaded" -> {
                                returns[2]++;
                                sentences.add("Return %s is loaded in part: %s, rows rejected %d."
                                        .formatted(code, Rows.text(row, "file_name"), row.getInt("rows_rejected")));
                            }
                            case "refused", "deferred" -> {
                                returns[1]++;
                                sentences.add(
                                        "Return %s was refused: %s.".formatted(code, Rows.text(row, "file_name")));
                            }
                            case "withdrawn" -> {
                                returns[0]++;
                                sentences.add("Return %s was withdrawn.".formatted(code));
                            }
                            default -> {
                                returns[0]++;
                                sentences.add("Return %s is missing; it was due on %s."
                                        .formatted(code, row.getDate("due_date")));
                            }
                        }
                    }
                }
            }
            return returns;
        }

        private int draftKey() throws SQLException {
            String question = """
                    select edition_key
                    from dw.dim_scorecard_edition
                    join dw.dim_organisation using (organisation_key)
                    where month_key = ? and organisation_code = ? and edition_status = 'draft'
                    """;
            try (PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setInt(1, month.key());
                statement.setString(2, organisation);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        }

        private void supersede() throws SQLException {
            String update = """
                    update dw.dim_scorecard_edition as edition
                    set edition_status = 'superseded'
                    from dw.dim_organisation as organisation
                    where organisation.organisation_key = edition.organisation_key
                        and edition.month_key = ?
                        and organisation.organisation_code = ?
                        and edition.edition_status = 'published'
                    """;
            try (PreparedStatement statement = connection.prepareStatement(update)) {
                statement.setInt(1, month.key());
                statement.setString(2, organisation);
                statement.executeUpdate();
            }
        }

        private PublicationEntry entry(Edition edition, int key, Caveats caveats, EditionFiles files)
                throws SQLException {
            String question = """
                    select publication_no, chain_sha256, catalogue.digest
                    from (select) as always
                    left join (
                        select publication_no, chain_sha256 from etl.publication order by publication_no desc limit 1
                    ) as last on true
                    left join (
                        select digest from etl.catalogue_version order by catalogue_version_id desc limit 1
                    ) as catalogue on true
                    """;
            try (PreparedStatement statement = connection.prepareStatement(question);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return new PublicationEntry(
                        row.getInt("publication_no") + 1,
                        key,
                        month,
                        organisation,
                        edition.number(),
                        edition.dataAsAt(),
                        edition.methodVersion(),
                        digestOnly(Rows.text(row, "digest")),
                        edition.publishedAt().orElseThrow(),
                        by,
                        note,
                        caveats,
                        EditionContent.FORMAT,
                        EditionContent.digest(connection, key, EditionContent.FORMAT),
                        EditionContent.sha256(files.page()),
                        EditionContent.sha256(files.workbook()),
                        Optional.ofNullable(row.getString("chain_sha256")).orElse(PublicationEntry.BEGINNING));
            }
        }

        private static String digestOnly(String text) {
            return text.matches("[0-9a-f]{64}") ? text : "";
        }

        private void issue(PublicationEntry entry) throws SQLException {
            String update = """
                    update dw.dim_scorecard_edition
                    set edition_status = 'published', published_at = ?, published_by = ?, content_sha256 = ?
                    where edition_key = ?
                    """;
            try (PreparedStatement statement = connection.prepareStatement(update)) {
                statement.setTimestamp(1, Timestamp.from(entry.publishedAt()));
                statement.setString(2, entry.publishedBy());
                statement.setString(3, entry.content());
                statement.setInt(4, entry.edition());
                statement.executeUpdate();
            }
        }

        private void enter(PublicationEntry entry, EditionFiles files) throws SQLException {
            String insert = "insert into etl.publication (" + PublicationEntry.COLUMNS
                    + ", chain_sha256, page, workbook) values ("
                    + "?, ".repeat(23) + "?)";
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                int column = 0;
                statement.setInt(++column, entry.number());
                statement.setInt(++column, entry.edition());
                statement.setInt(++column, entry.month().key());
                statement.setString(++column, entry.organisation());
                statement.setInt(++column, entry.editionNumber());
                statement.setTimestamp(++column, Timestamp.from(entry.dataAsAt()));
                statement.setString(++column, entry.methodVersion());
                statement.setString(++column, entry.catalogue());
                statement.setTimestamp(++column, Timestamp.from(entry.publishedAt()));
                statement.setString(++column, entry.publishedBy());
                statement.setString(++column, entry.note());
                statement.setInt(++column, entry.caveats().openQueries());
                statement.setInt(++column, entry.caveats().returnsMissing());
                statement.setInt(++column, entry.caveats().returnsRefused());
                statement.setInt(++column, entry.caveats().returnsInPart());
                statement.setArray(
                        ++column,
                        connection.createArrayOf(
                                "text", entry.caveats().sentences().toArray()));
                statement.setInt(++column, entry.contentFormat());
                statement.setString(++column, entry.content());
                statement.setString(++column, entry.page());
                statement.setString(++column, entry.workbook());
                statement.setString(++column, entry.previous());
                statement.setString(++column, entry.digest());
                statement.setBytes(++column, files.page());
                statement.setBytes(++column, files.workbook());
                statement.executeUpdate();
            }
        }
    }
}
