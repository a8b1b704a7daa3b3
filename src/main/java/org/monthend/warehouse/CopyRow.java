package org.monthend.warehouse;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes one row after the other in PostgreSQL's COPY text format. */
final class CopyRow {

    private final StringBuilder rows = new StringBuilder();
    private boolean isRowBegun;

    CopyRow text(String value) {
        separate();
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            switch (character) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                // PostgreSQL keeps no NUL; the readers refuse such cells, so none is lost here.
                case '\u0000' -> rows.append(' ');
                default -> rows.append(character);
            }
        }
        return this;
    }

    CopyRow number(long value) {
        separate();
        rows.append(value);
        return this;
    }

    CopyRow number(double value) {
        separate();
        rows.append(value);
        return this;
    }

    /** Null where there is none. */
    CopyRow number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : nothing();
    }

    /** Null where there is none. */
    CopyRow word(String value) {
        return value.isEmpty() ? nothing() : text(value);
    }

    CopyRow flag(boolean value) {
        separate();
        rows.append(value ? 't' : 'f');
        return this;
    }

    /** Null where there is none. */
    CopyRow number(Optional<BigDecimal> value) {
        separate();
        rows.append(value.map(BigDecimal::toPlainString).orElse("\\N"));
        return this;
    }

    CopyRow nothing() {
        separate();
        rows.append("\\N");
        return this;
    }

    void end() {
        rows.append('\n');
        isRowBegun = false;
    }

    int length() {
        return rows.length();
    }

    /** What was written since the last call. */
    String take() {
        String taken = rows.toString();
        rows.setLength(0);
        return taken;
    }

    private void separate() {
        if (isRowBegun) {
            rows.append('\t');
        }
        isRowBegun = true;
    }
}
