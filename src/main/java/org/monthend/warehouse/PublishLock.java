package org.monthend.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One publishes at a time, so that revisions are counted one by one and their times are in the order of commit. */
final class PublishLock {

    private PublishLock() {}

    /** Waits for the others; the lock ends with the transaction of the connection. */
    static void waitForPublishers(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, AdvisoryLocks.PUBLISH);
            statement.execute();
        }
    }
}
