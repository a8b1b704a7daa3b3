package org.monthend.warehouse;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.catalogue.MissingReason;

/** Reads columns of a row in the words of the field; what is null in the warehouse is empty here. */
final class Rows {

    private Rows() {}

    static Optional<BigDecimal> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(Rows::plain);
    }

    static OptionalLong id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
    }

    static ReportingMonth month(ResultSet row, String column) throws SQLException {
        return ReportingMonth.ofKey(row.getInt(column));
    }

    /** A column of text that may not be null. */
    static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** The value, or the reason why it is missing, of two columns that belong together. */
    static Figure figure(ResultSet row, String valueColumn, String statusColumn) throws SQLException {
        String status = text(row, statusColumn);
        return number(row, valueColumn).map(Figure::of).orElseGet(() -> Figure.missing(reason(status)));
    }

    private static MissingReason reason(String word) {
        for (MissingReason reason : MissingReason.values()) {
            if (reason.word().equals(word)) {
                return reason;
            }
        }
        throw new IllegalStateException("the warehouse has a status that this program does not know: " + word);
    }

    /** As equal numbers ought to be equal: 1.50 is 1.5, and 100 is not 1E+2. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
