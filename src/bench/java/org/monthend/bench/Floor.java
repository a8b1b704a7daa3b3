package org.monthend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.monthend.warehouse.server.DatabaseAddress;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The least that brings the figures of the workbooks into PostgreSQL: scanned byte by byte, sent by binary COPY into an
 * unlogged table without keys. It judges nothing, traces nothing, keeps no revisions and would be gone after a crash.
 */
final class Floor {

    private static final int COLUMNS = 8;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final byte[] OPENING = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private Floor() {}

    static void prepare(DatabaseAddress address) throws SQLException {
        Databases.execute(address, """
                create unlogged table floor_row (
                    measure_no int, organisation_no int, month_key int, numerator float8, denominator float8,
                    stated_value float8, status text, comment_text text
                )
                """);
    }

    /** Two threads with a connection each, like the product; a single workbook is read by one. */
    static void load(DatabaseAddress address, List<Path> files) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> halves = new ArrayList<>();
            for (int half = 0; half < Math.min(2, files.size()); half++) {
                int first = half;
                halves.add(threads.submit(() -> {
                    copy(address, files, first);
                    return true;
                }));
            }
            for (Future<?> half : halves) {
                half.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void copy(DatabaseAddress address, List<Path> files, int first) throws SQLException, IOException {
        try (Connection connection = Databases.connect(address)) {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy floor_row from stdin (format binary)");
            copy.writeToCopy(OPENING, 0, OPENING.length);
            Rows rows = new Rows(copy);
            for (int index = first; index < files.size(); index += 2) {
                rows.begin();
                ByteScanner.read(files.get(index), rows);
            }
            rows.finish();
            copy.endCopy();
        }
    }

    /** Rows as binary tuples, sent in pieces. */
    private static final class Rows implements ByteScanner.Row {

        private static final int PIECE = 1 << 16;

        private final CopyIn copy;
        private final ByteBuffer piece = ByteBuffer.allocate(PIECE + (1 << 12));
        private final byte[][] texts = new byte[COLUMNS + 1][];
        private final double[] numbers = new double[COLUMNS + 1];
        private final boolean[] isNumber = new boolean[COLUMNS + 1];
        private boolean sawHeadings;

        Rows(CopyIn copy) {
            this.copy = copy;
        }

        void begin() {
            sawHeadings = false;
        }

        @Override
        public void text(int column, byte[] text) {
            texts[column] = text;
        }

        @Override
        public void number(int column, double number) {
            numbers[column] = number;
            isNumber[column] = true;
        }

        @Override
        public void end() {
            if (sawHeadings) {
                piece.putShort((short) COLUMNS);
                piece.putInt(4).putInt(numberIn(texts[1]));
                piece.putInt(4).putInt(numberIn(texts[2]));
                LocalDate day = DAY_ZERO.plusDays((long) numbers[3]);
                piece.putInt(4).putInt(day.getYear() * 100 + day.getMonthValue());
                for (int column = 4; column <= 6; column++) {
                    if (isNumber[column]) {
                        piece.putInt(8).putDouble(numbers[column]);
                    } else {
                        piece.putInt(-1);
                    }
                }
                for (int column = 7; column <= COLUMNS; column++) {
                    if (texts[column] == null) {
                        piece.putInt(-1);
                    } else {
                        piece.putInt(texts[column].length).put(texts[column]);
                    }
                }
                send(PIECE);
            }
            sawHeadings = true;
            for (int column = 1; column <= COLUMNS; column++) {
                texts[column] = null;
                isNumber[column] = false;
            }
        }

        void finish() {
            piece.putShort((short) -1);
            send(0);
        }

        private void send(int whenAbove) {
            if (piece.position() < whenAbove) {
                return;
            }
            try {
                copy.writeToCopy(piece.array(), 0, piece.position());
                piece.clear();
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }

        /** MEASURE_017 is 17. */
        private static int numberIn(byte[] code) {
            int number = 0;
            for (byte each : code) {
                number = each >= '0' && each <= '9' ? number * 10 + each - '0' : number;
            }
            return number;
        }
    }
}
