package org.monthend.warehouse;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table by COPY, in the transaction of the connection; sent in pieces of a megabyte. */
final class CopyTable {

    private static final int PIECE = 1 << 20;

    private final Connection connection;
    private final String target;
    private final CopyRow row = new CopyRow();

    /** @param target table and columns: etl.stage_x (a, b) */
    CopyTable(Connection connection, String target) {
        this.connection = connection;
        this.target = target;
    }

    CopyRow row() {
        return row;
    }

    void endRow() throws SQLException {
        row.end();
        if (row.length() >= PIECE) {
            send();
        }
    }

    /** Sends what is left; nothing when there is nothing. */
    void send() throws SQLException {
        if (row.length() == 0) {
            return;
        }
        byte[] piece = row.take().getBytes(StandardCharsets.UTF_8);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
        copy.writeToCopy(piece, 0, piece.length);
        copy.endCopy();
    }
}
