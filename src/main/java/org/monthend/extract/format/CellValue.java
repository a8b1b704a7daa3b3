package org.monthend.extract.format;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What a cell holds, raw: never the text that a spreadsheet would display for it. A blank cell has no value and is not
 * given at all; a formula stands for the value that was stored with it.
 */
public sealed interface CellValue {

    /**
     * The content in few characters and without line breaks, to be quoted in a message. Long text is cut, so that no
     * message repeats a whole cell.
     */
    String excerpt();

    /**
     * A number, exact as the file gives it, without trailing zeros.
     *
     * @param percentFormat whether the cell's number format shows a percentage: 0.87 shown as 87%. The value is never
     *     multiplied by it.
     */
    @SuppressWarnings("JavaLangClash") // the word of the field
    record Number(BigDecimal value, boolean percentFormat) implements CellValue {
        @Override
        public String excerpt() {
            return Excerpt.of(value.toPlainString());
        }
    }

    /** A day: a number under a date format, at midnight. */
    record Date(LocalDate day) implements CellValue {
        @Override
        public String excerpt() {
            return day.toString();
        }
    }

    /** A day with a time of day, to the millisecond. */
    record Moment(LocalDateTime at) implements CellValue {
        @Override
        public String excerpt() {
            return at.toString();
        }
    }

    /** A time of day or a length of time: a number whose format shows hours, minutes or seconds, but no day. */
    record Elapsed(Duration time) implements CellValue {
        @Override
        public String excerpt() {
            return Sentence.of("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
        }
    }

    /**
     * Text as it was typed.
     *
     * @param footnoteMark what stood in superscript, taken out of the text: 17² is the text "17" with the mark "2".
     *     Empty when there is none.
     */
    record Text(String text, String footnoteMark) implements CellValue {
        public Text(String text) {
            this(text, "");
        }

        @Override
        public String excerpt() {
            return Excerpt.of(text);
        }
    }

    /** TRUE or FALSE. */
    record Logical(boolean value) implements CellValue {
        @Override
        public String excerpt() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /** An error that a formula ended in, as the spreadsheet writes it: #DIV/0!, #REF!, #N/A. */
    @SuppressWarnings("JavaLangClash") // the word of the field
    record Error(String code) implements CellValue {
        @Override
        public String excerpt() {
            return Excerpt.of(code);
        }
    }

    /**
     * A formula that was stored without a value, because nobody calculated it. It is neither 0 nor blank.
     *
     * @param formula the formula without its equals sign; empty when the cell only continues a shared formula, and in
     *     .xls
     */
    record UncomputedFormula(String formula) implements CellValue {
        @Override
        public String excerpt() {
            return Excerpt.of("=" + formula);
        }
    }

    /** Content from which no value can be taken; only the row that needs it has to be refused. */
    record Unreadable(Fault fault, String excerpt) implements CellValue {}

    /** Why a cell has content but no value. */
    enum Fault {
        TEXT_TOO_LONG("the text is longer than a cell may hold"),
        BROKEN_CHARACTERS("the text holds characters that were lost or broken before it came here"),
        NO_SUCH_DAY("the number has a date format but is no day of the calendar"),
        NOT_A_NUMBER("the content is declared to be a number but is none"),
        NOT_A_DATE("the content is declared to be a date but is none"),
        FIGURE_OF_SEVERAL_COLUMNS("the one figure is merged over several columns"),
        UNKNOWN_KIND("the cell is of a kind that this format does not define"),
        UNKNOWN_FORMAT("the cell's number format is not in the workbook, so a date cannot be told from a figure");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        /** What is wrong, as part of a sentence in small letters without a full stop. */
        public String sentence() {
            return sentence;
        }
    }
}
