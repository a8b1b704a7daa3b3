package org.monthend.warehouse.server;

/** Where a database is and who may enter: what a JDBC connection or any other client needs. */
public record DatabaseAddress(String host, int port, String database, String user, String password) {

    /** Without user and password, which JDBC takes apart. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    /** The form that psql and most BI tools take; it holds the password. */
    public String url() {
        return "postgresql://%s:%s@%s:%d/%s".formatted(user, password, host, port, database);
    }

    /** Leaves the password out, so that it never reaches a log by accident. */
    @Override
    public String toString() {
        return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
    }
}
