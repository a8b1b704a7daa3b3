package org.monthend.publish.sender;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a cell stands on its sheet; row and column from 1. In the order of reading: by rows, then by columns. */
record CellPlace(int row, int column) implements Comparable<CellPlace> {

    private static final int ROWS = 1_048_576;
    private static final int COLUMNS = 16_384;
    private static final Pattern ADDRESS = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})(?::.*)?");
    private static final Comparator<CellPlace> BY_READING =
            Comparator.comparingInt(CellPlace::row).thenComparingInt(CellPlace::column);

    /** The place of an address such as F14, or the first one of a range; empty when there is no such cell. */
    static Optional<CellPlace> of(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int column = 0;
        for (char letter : parts.group(1).toCharArray()) {
            column = column * 26 + (letter & 0x1f);
        }
        int row = Integer.parseInt(parts.group(2));
        return row < 1 || row > ROWS || column > COLUMNS ? Optional.empty() : Optional.of(new CellPlace(row, column));
    }

    String address() {
        StringBuilder letters = new StringBuilder(3);
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row).toString();
    }

    @Override
    public int compareTo(CellPlace other) {
        return BY_READING.compare(this, other);
    }
}
