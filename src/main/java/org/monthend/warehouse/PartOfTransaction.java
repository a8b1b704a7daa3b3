package org.monthend.warehouse;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose user commits and rolls back as it likes, while all that it does is part of one transaction of
 * ours: a commit sets a savepoint, a rollback returns to it.
 */
final class PartOfTransaction implements InvocationHandler {

    private final Connection connection;
    private Savepoint committed;
    private boolean isClosed;

    private PartOfTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        this.committed = connection.setSavepoint();
    }

    /** The given connection must be in a transaction, and stays ours to end and to close. */
    static Connection of(Connection connection) throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                PartOfTransaction.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new PartOfTransaction(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit" -> {
                connection.releaseSavepoint(committed);
                committed = connection.setSavepoint();
                return null;
            }
            case "rollback" -> {
                connection.rollback(committed);
                return null;
            }
            case "setAutoCommit", "setTransactionIsolation" -> {
                return null;
            }
            case "close" -> {
                close();
                return null;
            }
            default -> {
                try {
                    return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                }
            }
        }
    }

    /** What was done and not taken back stays, as without a transaction; after a statement that failed, nothing does. */
    private void close() throws SQLException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            connection.releaseSavepoint(committed);
        } catch (SQLException afterFailure) {
            connection.rollback(committed);
            connection.releaseSavepoint(committed);
        }
    }
}
