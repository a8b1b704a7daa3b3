package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** A database that takes nobody stands for one that is gone. */
class ConnectionPoolTest {

    @Test
    void waitsForALostServerOnceAndThenAsksItUntilItIsBack() throws SQLException {
        try (TestDatabase database = TestDatabase.blank();
                TestDatabase other = TestDatabase.blank()) {
            Sql server = Sql.as(other.owner());
            allowConnections(server, database, false);
            try (ConnectionPool pool = new ConnectionPool(impatient(database))) {
                assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
                for (int again = 0; again < 3; again++) {
                    assertThatThrownBy(pool::getConnection)
                            .isInstanceOf(PSQLException.class)
                            .hasMessageContaining("not currently accepting connections");
                }

                allowConnections(server, database, true);

                try (Connection connection = pool.getConnection()) {
                    assertThat(connection.isValid(0)).isTrue();
                }
            }
        }
    }

    private static void allowConnections(Sql server, TestDatabase database, boolean allowed) throws SQLException {
        server.run("alter database %s allow_connections %s"
                .formatted(database.address().database(), allowed));
    }

    private static HikariConfig impatient(TestDatabase database) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(database.address().jdbcUrl());
        pool.setUsername(database.address().user());
        pool.setPassword(database.address().password());
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(250);
        return pool;
    }
}
