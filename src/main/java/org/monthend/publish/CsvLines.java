package org.monthend.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Lines of comma-separated values for people and programs: numbers with all their digits and a full stop, truth as TRUE and
 * FALSE, and no text that a spreadsheet program would take for a formula.
 */
public final class CsvLines {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private final StringWriter text = new StringWriter();
    private final CsvWriter writer =
            CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);

    /** One line that is being written, field by field. */
    public static final class Line {

        private final CsvWriterRecord record;

        private Line(CsvWriterRecord record) {
            this.record = record;
        }

        /** Text as it is; with an apostrophe before it where it would start a formula and is no number. */
        public Line text(String field) {
            record.writeField(isFormula(field) ? "'" + field : field);
            return this;
        }

        public Line number(double number) {
            record.writeField(written(number));
            return this;
        }

        public Line number(OptionalDouble number) {
            return number.isPresent() ? number(number.getAsDouble()) : blank();
        }

        public Line whole(long number) {
            record.writeField(Long.toString(number));
            return this;
        }

        public Line truth(boolean isTrue) {
            record.writeField(isTrue ? "TRUE" : "FALSE");
            return this;
        }

        public Line blank() {
            record.writeField("");
            return this;
        }

        public void end() {
            record.endRecord();
        }
    }

    public Line line() {
        return new Line(writer.writeRecord());
    }

    /** A line of names. */
    public static String header(List<String> names) {
        CsvLines lines = new CsvLines();
        lines.writer.writeRecord(names);
        return lines.toString();
    }

    /** All lines so far, each ended by a line feed. */
    @Override
    public String toString() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static boolean isFormula(String field) {
        return !field.isEmpty() && STARTS_A_FORMULA.indexOf(field.charAt(0)) >= 0 && !isNumber(field);
    }

    private static boolean isNumber(String field) {
        return field.matches("[+-]?\\d+(\\.\\d+)?");
    }

    /** Reads back as the same double; whole numbers are written without a fraction. */
    static String written(double number) {
        if (number == 0) {
            return "0";
        }
        String digits = Double.toString(number);
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }
}
