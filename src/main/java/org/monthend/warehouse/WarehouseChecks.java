package org.monthend.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.monthend.job.IntegrityChecks;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The checks of {@code sql/checks}: each selects what must not exist, and its first line says what that is. Whatever
 * file lies there is a check, so that none is forgotten.
 */
public final class WarehouseChecks implements IntegrityChecks {

    private static final String FILES = "classpath:sql/checks/*.sql";
    private static final int EXAMPLES = 3;

    private final DataSource warehouse;
    private final List<Check> checks;

    public WarehouseChecks(DataSource warehouse) {
        this.warehouse = warehouse;
        this.checks = checks();
    }

    private record Check(String name, String meaning, String query) {

        static Check of(Resource file) {
            try (InputStream stream = file.getInputStream()) {
                String query = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                String name = String.valueOf(file.getFilename()).replace(".sql", "");
                String first = query.lines().findFirst().orElse("");
                return new Check(name, first.startsWith("-- ") ? first.substring(3) : "", query);
            } catch (IOException e) {
                throw new UncheckedIOException("a check of this build cannot be read; build it anew", e);
            }
        }
    }

    private static List<Check> checks() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(Check::of)
                    .sorted(Comparator.comparing(Check::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("this build lacks its checks; build it anew", e);
        }
    }

    /** The names of the checks, in the order in which they are run. */
    List<String> names() {
        return checks.stream().map(Check::name).toList();
    }

    @Override
    public int count() {
        return checks.size();
    }

    /** All in one transaction, which sees the warehouse as it is at one moment and changes nothing. */
    @Override
    public List<Violation> run() {
        try (Connection connection = warehouse.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<Violation> violations = new ArrayList<>();
            for (Check check : checks) {
                violations(connection, check).ifPresent(violations::add);
            }
            connection.rollback();
            return violations;
        } catch (SQLException e) {
            throw Failure.of(e);
        }
    }

    private static Optional<Violation> violations(Connection connection, Check check) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Rows come in portions, so that a check that finds millions does not fill the memory.
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery(check.query())) {
                int rows = 0;
                List<String> examples = new ArrayList<>();
                while (row.next()) {
                    if (rows++ < EXAMPLES) {
                        examples.add(text(row));
                    }
                }
                return rows == 0
                        ? Optional.empty()
                        : Optional.of(new Violation(check.name(), check.meaning(), rows, examples));
            }
        }
    }

    private static String text(ResultSet row) throws SQLException {
        StringJoiner columns = new StringJoiner(", ");
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            columns.add(row.getMetaData().getColumnLabel(column) + " " + row.getString(column));
        }
        return columns.toString();
    }
}
