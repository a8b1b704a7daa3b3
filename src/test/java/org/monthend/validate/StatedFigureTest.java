package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.MissingReason;
import org.monthend.extract.SourcedValue;
import org.monthend.extract.format.CellValue;
import org.monthend.validate.StatedFigure.Scale;

class StatedFigureTest {

    private static final Map<FoldedName, MissingReason> CODES = Map.of(
            FoldedName.of("-"), MissingReason.NOTHING_TO_REPORT,
            FoldedName.of(".."), MissingReason.NOT_AVAILABLE,
            FoldedName.of("n/a"), MissingReason.NOT_AVAILABLE,
            FoldedName.of("c"), MissingReason.SUPPRESSED,
            FoldedName.of("*"), MissingReason.SUPPRESSED,
            FoldedName.of("under development"), MissingReason.UNDER_DEVELOPMENT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text           | asked for | value       | ± half of its last digit | plus
            51               | PLAIN     | 51          | 0.5                      | false
            ' 51 '           | PLAIN     | 51          | 0.5                      | false
            '\u00a051\u00a0' | PLAIN     | 51          | 0.5                      | false
            0.5              | PLAIN     | 0.5         | 0.05                     | false
            .5               | PLAIN     | 0.5         | 0.05                     | false
            1.50             | PLAIN     | 1.5         | 0.005                    | false
            1,234            | PLAIN     | 1234        | 0.5                      | false
            1,234.5          | PLAIN     | 1234.5      | 0.05                     | false
            12,345,678       | PLAIN     | 12345678    | 0.5                      | false
            -15              | PLAIN     | -15         | 0.5                      | false
            −15              | PLAIN     | -15         | 0.5                      | false
            +3               | PLAIN     | 3           | 0.5                      | true
            -0               | PLAIN     | 0           | 0.5                      | false
            007              | PLAIN     | 7           | 0.5                      | false
            87               | PERCENT   | 87          | 0.5                      | false
            87%              | PERCENT   | 87          | 0.5                      | false
            87.5 %           | PERCENT   | 87.5        | 0.05                     | false
            0.87             | PERCENT   | 0.87        | 0.005                    | false
            0.87             | FRACTION  | 87          | 0.5                      | false
            1                | FRACTION  | 100         | 50                       | false
            87%              | FRACTION  | 87          | 0.5                      | false
            £42.3M           | POUNDS    | 42300000    | 50000                    | false
            £ 42.3 m         | POUNDS    | 42300000    | 50000                    | false
            +£917K           | POUNDS    | 917000      | 500                      | true
            -£514K           | POUNDS    | -514000     | 500                      | false
            £-514K           | POUNDS    | -514000     | 500                      | false
            +£21.4M          | POUNDS    | 21400000    | 50000                    | true
            £1,234.56        | POUNDS    | 1234.56     | 0.005                    | false
            1234             | POUNDS    | 1234        | 0.5                      | false
            """)
    void readsWhatABritishHandWrites(String text, Scale scale, String value, String halfWidth, boolean plus) {
        StatedFigure.Number number = number(new CellValue.Text(text), scale);

        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.halfWidth()).isEqualByComparingTo(halfWidth);
        assertThat(number.hasPlus()).isEqualTo(plus);
        assertThat(number.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # cell  | % format | asked for | value | half
            51      | false    | PLAIN     | 51    | 0.5
            0.5     | false    | PLAIN     | 0.5   | 0.05
            87      | false    | PERCENT   | 87    | 0.5
            0.87    | true     | PERCENT   | 87    | 0.5
            0.875   | true     | PERCENT   | 87.5  | 0.05
            0.87    | false    | FRACTION  | 87    | 0.5
            0.87    | true     | FRACTION  | 87    | 0.5
            42.5    | false    | POUNDS    | 42.5  | 0.05
            1200    | false    | PLAIN     | 1200  | 0.5
            """)
    void readsANumberInTheUnitAskedFor(BigDecimal cell, boolean percent, Scale scale, String value, String half) {
        StatedFigure.Number number = number(new CellValue.Number(cell, percent), scale);

        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.halfWidth()).isEqualByComparingTo(half);
    }

    /** =1-43/100 is stored as 0.5700000000000001, which is 57% all the same. */
    @Test
    void theNoiseOfBinaryArithmeticIsNoPrecision() {
        StatedFigure.Number number =
                number(new CellValue.Number(new BigDecimal("0.5700000000000001"), true), Scale.PERCENT);

        assertThat(number.value().subtract(BigDecimal.valueOf(57)).abs()).isLessThanOrEqualTo(number.halfWidth());
        assertThat(number.halfWidth()).isLessThan(new BigDecimal("1e-8"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text            | value | mark
            17*               | 17    | *
            17 *              | 17    | *
            17²               | 17    | ²
            85 (r)            | 85    | (r)
            1,234†            | 1234  | †
            """)
    void aMarkBehindAFigureIsAFootnote(String text, String value, String mark) {
        StatedFigure.Number number = number(new CellValue.Text(text), Scale.PLAIN);

        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.mark()).isEqualTo(mark);
        assertThat(number.text()).isEqualTo(text);
    }

    @Test
    void aSuperscriptRunIsAFootnoteAndNoDigit() {
        StatedFigure.Number number = number(new CellValue.Text("17", "2"), Scale.PLAIN);

        assertThat(number.value()).isEqualByComparingTo("17");
        assertThat(number.mark()).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text              | reason             | mark
            -                   | NOTHING_TO_REPORT  |
            –                   | NOTHING_TO_REPORT  |
            - ⁴                 | NOTHING_TO_REPORT  | ⁴
            ..                  | NOT_AVAILABLE      |
            N/A                 | NOT_AVAILABLE      |
            ' c '               | SUPPRESSED         |
            c*                  | SUPPRESSED         | *
            *                   | SUPPRESSED         |
            Under  Development  | UNDER_DEVELOPMENT  |
            """)
    void aCodeOfTheLayoutIsAStatus(String text, MissingReason reason, String mark) {
        assertThat(read(new CellValue.Text(text), Scale.PLAIN))
                .isEqualTo(new StatedFigure.Status(reason, text, mark == null ? "" : mark));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,23",
                "1.234,5",
                "0,123",
                "01,234",
                "12,34,567",
                "1,2345",
                "1 234",
                "1\u202f234",
                "12 34",
                "(15)",
                "15-",
                "–15",
                "+-3",
                "-£-3",
                "<5",
                ">95",
                "≥95",
                "90-99",
                "0-2",
                "10–12",
                "c. 40",
                "100+",
                "1e5",
                "1E308",
                "NaN",
                "Infinity",
                "∞",
                "0x10",
                "1_000",
                "'12",
                "½",
                "3/4",
                "1 in 5",
                "85p",
                "TRUE",
                "x",
                ".",
                "#N/A",
                "١٢٣",
                "１２３",
                "\u200b12",
                "Mar-04",
                "5.",
                "--",
                "=A1",
                "99999999999999999999",
            })
    void whatCouldMeanSeveralThingsIsNoFigure(String text) {
        assertThat(fault(new CellValue.Text(text), Scale.PLAIN).rule()).isEqualTo(Rule.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text  | asked for | is
            87%     | PLAIN     | a percentage
            87%     | POUNDS    | a percentage
            £42     | PLAIN     | an amount of money
            42K     | PLAIN     | an amount of money
            £42     | PERCENT   | an amount of money
            tbc     | PLAIN     | text
            """)
    void aFigureOfAnotherUnitIsRefused(String text, Scale scale, String kind) {
        assertThat(fault(new CellValue.Text(text), scale).message())
                .isEqualTo("'" + text + "' is " + kind + ", not a number of the kind asked for.");
    }

    @ParameterizedTest
    @CsvSource({"PLAIN", "POUNDS"})
    void aCellInPercentIsNoCountAndNoAmount(Scale scale) {
        assertThat(fault(new CellValue.Number(new BigDecimal("0.5"), true), scale)
                        .message())
                .isEqualTo("'50%' is a percentage, not a number of the kind asked for.");
    }

    @Test
    void whatIsNoNumberSaysWhatItIs() {
        assertThat(fault(new CellValue.UncomputedFormula("SUM(A1)"), Scale.PLAIN))
                .isEqualTo(new StatedFigure.Fault(
                        Rule.UNCOMPUTED_FORMULA, "=SUM(A1)", "the formula '=SUM(A1)' has no computed value."));
        assertThat(fault(new CellValue.Error("#DIV/0!"), Scale.PLAIN))
                .isEqualTo(new StatedFigure.Fault(Rule.ERROR_VALUE, "#DIV/0!", "the cell shows #DIV/0!."));
        assertThat(fault(new CellValue.Date(LocalDate.of(2016, 3, 4)), Scale.PLAIN)
                        .message())
                .isEqualTo("'Mar-16' is a date or time, not a number of the kind asked for.");
        assertThat(fault(new CellValue.Elapsed(Duration.ofMinutes(90)), Scale.PLAIN)
                        .message())
                .isEqualTo("'1:30:00' is a date or time, not a number of the kind asked for.");
        assertThat(fault(new CellValue.Logical(true), Scale.PLAIN).message())
                .isEqualTo("'TRUE' is TRUE or FALSE, not a number of the kind asked for.");
        assertThat(fault(new CellValue.Unreadable(CellValue.Fault.NO_SUCH_DAY, "-1"), Scale.PLAIN)
                        .message())
                .startsWith("'-1' is unreadable (the number has a date format but is no day of the calendar)");
    }

    @Test
    void aNumberBeyondAllReasonIsRefused() {
        assertThat(fault(new CellValue.Number(BigDecimal.TEN.pow(308), false), Scale.PLAIN)
                        .message())
                .startsWith("'1000000000")
                .endsWith("…' is larger than any figure can be.");
    }

    @Test
    void aMessageNeverRepeatsALongCell() {
        assertThat(fault(new CellValue.Text("9".repeat(30_000)), Scale.PLAIN).message())
                .hasSizeLessThan(120);
    }

    private static StatedFigure read(CellValue value, Scale scale) {
        return StatedFigure.read(new SourcedValue(value, "F14"), scale, CODES);
    }

    private static StatedFigure.Number number(CellValue value, Scale scale) {
        StatedFigure read = read(value, scale);
        assertThat(read).isInstanceOf(StatedFigure.Number.class);
        return (StatedFigure.Number) read;
    }

    private static StatedFigure.Fault fault(CellValue value, Scale scale) {
        StatedFigure read = read(value, scale);
        assertThat(read).isInstanceOf(StatedFigure.Fault.class);
        return (StatedFigure.Fault) read;
    }
}
