package org.monthend.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.monthend.extract.format.CsvRow;
import org.monthend.extract.format.CsvTable;

/** The rows of a csv of series some at a time. Where a series has many rows, they are never parted. */
final class SeriesRows {

    /** A series of more rows is none of months, nor of days; the next one is given, so that it can be refused. */
    static final int MOST_ROWS_OF_A_SERIES = 100_000;

    private static final int ROWS_AT_ONCE = 64;

    private final CsvTable table;
    private final boolean grouped;

    /** Digests of the series that were, to notice one that comes again: 64 bits, so that no two of a million are the same. */
    private final Set<Long> seen = new HashSet<>();

    private Optional<CsvRow> ahead = Optional.empty();
    private Optional<String> series = Optional.empty();
    private long rowsOfSeries;
    private boolean again;
    private String end = "";

    /** @param grouped whether rows with the same text in the first column are one series */
    SeriesRows(CsvTable table, boolean grouped) {
        this.table = table;
        this.grouped = grouped;
    }

    /** The next rows, at least 64 of them unless the file ends; none at the end. */
    List<CsvRow> next() {
        List<CsvRow> rows = new ArrayList<>();
        ahead.ifPresent(rows::add);
        ahead = Optional.empty();
        for (Optional<CsvRow> read = read(); read.isPresent(); read = read()) {
            CsvRow row = read.get();
            boolean starts = !grouped || starts(row);
            if (starts && rows.size() >= ROWS_AT_ONCE) {
                ahead = Optional.of(noticed(row));
                return rows;
            }
            if (isWanted(starts)) {
                rows.add(noticed(row));
            }
        }
        return rows;
    }

    /** Why the file was not read to its end; empty when it was. */
    String end() {
        return end;
    }

    private boolean starts(CsvRow row) {
        String name = row.cells().get(0);
        if (series.filter(name::equals).isPresent()) {
            rowsOfSeries++;
            return false;
        }
        series = Optional.of(name);
        rowsOfSeries = 1;
        again = !seen.add(digest(name));
        return true;
    }

    /** Of a series that comes again one row is enough to say so. */
    private boolean isWanted(boolean starts) {
        return starts || (!again && rowsOfSeries <= MOST_ROWS_OF_A_SERIES + 1);
    }

    private CsvRow noticed(CsvRow row) {
        return again
                ? row.withFault(
                        "the series '%s' stands higher up already. Put all its rows together, as sorting by that column does; those from here on are left out."
                                .formatted(SeriesCells.shown(row.cells().get(0))))
                : row;
    }

    /** FNV-1a. */
    private static long digest(String name) {
        long digest = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            digest = (digest ^ name.charAt(i)) * 0x100000001b3L;
        }
        return digest;
    }

    private Optional<CsvRow> read() {
        try {
            return end.isEmpty() ? table.next() : Optional.empty();
        } catch (IOException e) {
            end = ": " + e.getMessage();
            return Optional.empty();
        }
    }
}
