package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.disclosure.PublicCopyStore;
import org.monthend.scorecard.disclosure.PublicFiles;

/** Public copies in the warehouse, where they are added one by one and never changed. */
public final class PublicCopyTables implements PublicCopyStore {

    private final DataSource warehouse;
    private final Clock clock;

    public PublicCopyTables(DataSource warehouse, Clock clock) {
        this.warehouse = warehouse;
        this.clock = clock;
    }

    @Override
    public Optional<PublicCopy> copy(
            Edition edition,
            String organisationCode,
            String by,
            Function<List<PublicCopy>, Optional<PublicFiles>> press) {
        try (Connection connection = warehouse.getConnection()) {
            connection.setAutoCommit(false);
            try {
                PublicationTables.waitForPublishers(connection);
                Optional<PublicCopy> copy = keptOrMade(connection, edition, organisationCode, by, press);
                connection.commit();
                return copy;
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

    private Optional<PublicCopy> keptOrMade(
            Connection connection,
            Edition edition,
            String organisation,
            String by,
            Function<List<PublicCopy>, Optional<PublicFiles>> press)
            throws SQLException {
        List<PublicCopy> out = out(connection, organisation);
        Optional<PublicCopy> kept = out.stream()
                .filter(copy -> copy.month().equals(edition.scorecard().month()) && copy.edition() == edition.number())
                .findFirst();
        if (kept.isPresent()) {
            return kept;
        }
        Optional<PublicFiles> files = press.apply(out);
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(keep(connection, entry(connection, edition, organisation, by, files.get()), files.get()));
    }

    private static List<PublicCopy> out(Connection connection, String organisation) throws SQLException {
        String question = "select " + PublicCopyEntry.COLUMNS + """
                , chain_sha256, page, workbook, figures, hidden_report
                from etl.public_copy
                where organisation_code = ?
                order by copy_no
                """;
        List<PublicCopy> copies = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, organisation);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    PublicFiles files = new PublicFiles(
                            row.getBytes("page"),
                            row.getBytes("workbook"),
                            row.getBytes("figures"),
                            row.getBytes("hidden_report"));
                    copies.add(copy(PublicCopyEntry.of(row), Rows.text(row, "chain_sha256"), files, false));
                }
            }
        }
        return copies;
    }

    private static PublicCopy copy(PublicCopyEntry entry, String digest, PublicFiles files, boolean isNew) {
        return new PublicCopy(
                entry.number(),
                entry.month(),
                entry.editionNumber(),
                entry.madeAt(),
                entry.madeBy(),
                files,
                digest,
                isNew);
    }

    private PublicCopyEntry entry(
            Connection connection, Edition edition, String organisation, String by, PublicFiles files)
            throws SQLException {
        String question = """
                select
                    edition_key,
                    coalesce((select max(copy_no) from etl.public_copy), 0) as last_no,
                    (select chain_sha256 from etl.public_copy order by copy_no desc limit 1) as last_chain
                from etl.publication
                where month_key = ? and organisation_code = ? and edition_no = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, edition.scorecard().month().key());
            statement.setString(2, organisation);
            statement.setInt(3, edition.number());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new PublicCopyEntry(
                        row.getInt("last_no") + 1,
                        row.getInt("edition_key"),
                        edition.scorecard().month(),
                        organisation,
                        edition.number(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        by,
                        EditionContent.sha256(files.page()),
                        EditionContent.sha256(files.workbook()),
                        EditionContent.sha256(files.figures()),
                        EditionContent.sha256(files.report()),
                        Optional.ofNullable(row.getString("last_chain")).orElse(PublicationEntry.BEGINNING));
            }
        }
    }

    private static PublicCopy keep(Connection connection, PublicCopyEntry entry, PublicFiles files)
            throws SQLException {
        String insert = "insert into etl.public_copy (" + PublicCopyEntry.COLUMNS
                + ", chain_sha256, page, workbook, figures, hidden_report) values (" + "?, ".repeat(16) + "?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int column = 0;
            statement.setInt(++column, entry.number());
            statement.setInt(++column, entry.edition());
            statement.setInt(++column, entry.month().key());
            statement.setString(++column, entry.organisation());
            statement.setInt(++column, entry.editionNumber());
            statement.setTimestamp(++column, Timestamp.from(entry.madeAt()));
            statement.setString(++column, entry.madeBy());
            statement.setString(++column, entry.page());
            statement.setString(++column, entry.workbook());
            statement.setString(++column, entry.figures());
            statement.setString(++column, entry.report());
            statement.setString(++column, entry.previous());
            statement.setString(++column, entry.digest());
            statement.setBytes(++column, files.page());
            statement.setBytes(++column, files.workbook());
            statement.setBytes(++column, files.figures());
            statement.setBytes(++column, files.report());
            statement.executeUpdate();
        }
        return copy(entry, entry.digest(), files, true);
    }
}
