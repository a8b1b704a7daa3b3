package org.monthend.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import javax.sql.DataSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.FileChanged;
import org.monthend.load.FileStanding;
import org.monthend.load.KeptFile;
import org.monthend.load.KeptFiles;
import org.monthend.load.ReturnFile;
import org.monthend.load.ReturnFolder;

/** The bytes of files in the warehouse. */
public final class SourceFiles implements KeptFiles {

    /** No larger file is ever read; it is known by its name and digest alone. */
    private static final long LARGEST = 512L << 20;

    /** Bytes are fetched by the piece, so that no file need be in memory as a whole. */
    private static final int PIECE = 4 << 20;

    private final DataSource warehouse;

    public SourceFiles(DataSource warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public List<KeptFile> waiting() {
        String question = """
                select standing.month_key, standing.file_name, file.sha256
                from etl.standing_submission as standing
                join etl.source_file as file using (source_file_id)
                join etl.source_file_content as content using (sha256)
                where standing.verdict in ('refused', 'partly_loaded')
                order by standing.submission_id
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            List<KeptFile> files = new ArrayList<>();
            while (row.next()) {
                files.add(new KeptFile(
                        Rows.month(row, "month_key"), Rows.text(row, "file_name"), Rows.text(row, "sha256")));
            }
            return files;
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public List<FileStanding> standings(ReportingMonth month) {
        String question = """
                select return_code, file_name, sha256, file_state, counting_file_name, is_kept
                from etl.file_standing
                where month_key = ? and file_state <> 'waiting'
                order by arrived_as
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, month.key());
            try (ResultSet row = statement.executeQuery()) {
                List<FileStanding> files = new ArrayList<>();
                while (row.next()) {
                    files.add(new FileStanding(
                            month,
                            Rows.text(row, "return_code"),
                            Rows.text(row, "file_name"),
                            Rows.text(row, "sha256"),
                            FileStanding.State.valueOf(
                                    Rows.text(row, "file_state").toUpperCase(Locale.ROOT)),
                            Rows.text(row, "counting_file_name"),
                            row.getBoolean("is_kept")));
                }
                return files;
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public List<String> arrivals(ReportingMonth month) {
        String question = """
                select file.sha256
                from etl.return_submission as submission
                join etl.source_file as file using (source_file_id)
                where submission.month_key = ?
                    and submission.verdict <> 'withdrawn'
                group by file.sha256
                order by max(coalesce(submission.arrived_as, submission.submission_id))
                """;
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, month.key());
            try (ResultSet row = statement.executeQuery()) {
                List<String> digests = new ArrayList<>();
                while (row.next()) {
                    digests.add(row.getString(1));
                }
                return digests;
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    @Override
    public void copy(String sha256, Path target) {
        String question =
                "select substring(content from ? for ?), length(content) from etl.source_file_content where sha256 = ?";
        try (Connection connection = warehouse.getConnection();
                PreparedStatement statement = connection.prepareStatement(question);
                OutputStream out = Files.newOutputStream(target)) {
            long length = 1;
            for (long from = 0; from < length; from += PIECE) {
                statement.setInt(1, (int) from + 1);
                statement.setInt(2, PIECE);
                statement.setString(3, sha256);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw new NoSuchElementException("the file with the digest " + sha256 + " is not kept");
                    }
                    out.write(row.getBytes(1));
                    length = row.getLong(2);
                }
            }
        } catch (SQLException e) {
            throw Failure.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps the bytes in the transaction of the connection, unless they are kept already.
     *
     * @throws FileChanged when they are not, or no longer, what the digest stands for
     */
    static void keep(Connection connection, ReturnFile file) throws SQLException {
        if (file.bytes() > LARGEST || isKept(connection, file.sha256())) {
            return;
        }
        if (!isAsItWas(file.path(), file.sha256())) {
            throw new FileChanged(file.name());
        }
        try {
            keep(connection, file.path(), file.bytes(), file.sha256());
        } catch (SQLException | UncheckedIOException e) {
            // The database holds the digest against the bytes that it is given.
            if (isAsItWas(file.path(), file.sha256())) {
                throw e;
            }
            throw new FileChanged(file.name());
        }
    }

    /** Keeps a file that is no return, such as a catalogue, in the same way. */
    static void keep(Connection connection, Path file, String sha256) throws SQLException {
        if (isKept(connection, sha256) || !isAsItWas(file, sha256)) {
            return;
        }
        String know = """
                insert into etl.source_file (sha256, file_name, byte_size)
                values (?, ?, ?)
                on conflict (sha256) do nothing
                """;
        try (PreparedStatement statement = connection.prepareStatement(know)) {
            long bytes = Files.size(file);
            statement.setString(1, sha256);
            statement.setString(2, String.valueOf(file.getFileName()));
            statement.setLong(3, bytes);
            statement.executeUpdate();
            keep(connection, file, bytes, sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(Connection connection, Path file, long size, String sha256) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "insert into etl.source_file_content (sha256, content) values (?, ?) on conflict do nothing");
                InputStream bytes = Files.newInputStream(file)) {
            statement.setString(1, sha256);
            statement.setBinaryStream(2, bytes, (int) size);
            statement.executeUpdate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAsItWas(Path file, String sha256) {
        try {
            return ReturnFolder.sha256(file).equals(sha256);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isKept(Connection connection, String sha256) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select true from etl.source_file_content where sha256 = ?")) {
            statement.setString(1, sha256);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next();
            }
        }
    }
}
