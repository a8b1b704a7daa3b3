package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.monthend.extract.format.Reading.cells;
import static org.monthend.extract.format.Reading.refusal;
import static org.monthend.extract.format.Reading.remarks;
import static org.monthend.extract.format.Reading.rows;
import static org.monthend.extract.format.Reading.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

    private final Path folder;

    CsvReadingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyValueIsTextAndBlankFieldsAreNotGiven() throws IOException {
        assertThat(cells(csv("Org,Value,Note\nRF4,0.10,\n\n,,\n007,\"1,234\",\"a \"\"quote\"\"\"\n")))
                .containsExactly(
                        entry("A1", text("Org")),
                        entry("B1", text("Value")),
                        entry("C1", text("Note")),
                        entry("A2", text("RF4")),
                        entry("B2", text("0.10")),
                        entry("A5", text("007")),
                        entry("B5", text("1,234")),
                        entry("C5", text("a \"quote\"")));
    }

    @Test
    void theOnlySheetIsNamedAfterTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("CP return 2015-12.csv"), "a,b\n");
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            assertThat(workbook.format()).isEqualTo(Format.CSV);
            assertThat(workbook.sheets()).containsExactly(new SheetInfo(0, "CP return 2015-12", Visibility.VISIBLE));
            assertThat(workbook.mergedRanges(workbook.sheets().get(0))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aRowHasTheNumberOfTheLineWhereItsRecordStarts(String lineEnd) throws IOException {
        Path file = csv("a,b\n1,\"two\nlines, \"\"quoted\"\"\nand three\"\n2,x\n\n3,y\n".replace("\n", lineEnd));

        assertThat(rows(file)).extracting(SheetRow::number).containsExactly(1, 2, 5, 7);
    }

    static Stream<Arguments> delimiters() {
        return Stream.of(
                Arguments.of("a,b\n1,2\n", ""),
                Arguments.of("a;b\n1,5;2,5\n", "a semicolon"),
                Arguments.of("a\tb\n1,5\t2;5\n", "a tab"),
                Arguments.of("Return, for December; 2015\na,b\n1,2\n", ""),
                Arguments.of("\"a;b;c\",d\n\"1;2;3\",4\n", ""),
                Arguments.of("a;b,c\n1;2,3\n", "a semicolon"),
                Arguments.of("sep=,\na;b,c\n", ""),
                Arguments.of("one column\n1\n", ""));
    }

    @ParameterizedTest
    @MethodSource("delimiters")
    void findsTheDelimiterAndNamesItWhereItIsNotThePlainComma(String content, String name) throws IOException {
        assertThat(remarks(csv(content)).stream()
                        .filter(remark -> remark.kind() == Remark.Kind.DELIMITER)
                        .map(Remark::sentence)
                        .toList())
                .isEqualTo(name.isEmpty() ? List.of() : List.of("The fields are separated by " + name + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\n", "SEP=|\r\n", "\"sep=\t\"\r\n"})
    void obeysALineThatDeclaresTheDelimiter(String declaration) throws IOException {
        char delimiter = declaration.replace("\"", "").charAt(4);
        Path file = csv(declaration + "a,x" + delimiter + "b\r\n1" + delimiter + "2\r\n");

        assertThat(cells(file))
                .containsExactly(
                        entry("A2", text("a,x")),
                        entry("B2", text("b")),
                        entry("A3", text("1")),
                        entry("B3", text("2")));
    }

    static Stream<Arguments> encodings() {
        Charset windows = Charset.forName("windows-1252");
        return Stream.of(
                Arguments.of(StandardCharsets.UTF_8, "", List.of()),
                Arguments.of(StandardCharsets.UTF_8, "\ufeff", List.of()),
                Arguments.of(StandardCharsets.UTF_16LE, "\ufeff", List.of()),
                Arguments.of(StandardCharsets.UTF_16BE, "\ufeff", List.of()),
                Arguments.of(windows, "", List.of(Remark.Kind.DECODED_AS_WINDOWS_1252)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void readsTheEncodingAndSaysWhatItAssumed(Charset charset, String mark, List<Remark.Kind> kinds)
            throws IOException {
        Path file = folder.resolve("encoded.csv");
        Files.write(file, (mark + "Org code,£1.2m – café\n").getBytes(charset));

        assertThat(cells(file)).containsExactly(entry("A1", text("Org code")), entry("B1", text("£1.2m – café")));
        assertThat(remarks(file)).extracting(Remark::kind).containsExactlyElementsOf(kinds);
    }

    @Test
    void damagedUtf8SpoilsItsCellsOnlyAndIsNotTakenForWindows1252() throws IOException {
        byte[] bytes = "é,è\nRF4,???\n".getBytes(StandardCharsets.UTF_8);
        int at = bytes.length - 4;
        bytes[at] = (byte) 0xed;
        bytes[at + 1] = (byte) 0xa0;
        bytes[at + 2] = (byte) 0x80;
        Path file = Files.write(folder.resolve("damaged.csv"), bytes);

        assertThat(cells(file)).containsEntry("A2", text("RF4")).containsEntry("A1", text("é"));
        assertThat(cells(file).get("B2"))
                .isInstanceOfSatisfying(
                        CellValue.Unreadable.class,
                        cell -> assertThat(cell.fault()).isEqualTo(CellValue.Fault.BROKEN_CHARACTERS));
        assertThat(remarks(file)).extracting(Remark::kind).contains(Remark.Kind.DAMAGED_UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,5\" pipe\n", "a,b\n1,\"x\"y\n", "a,b\n1,\"never closed\n2,3\n", "a,b\n1, \"x\"\n"})
    void aStrayQuoteIsRefusedWithItsLine(String content) throws IOException {
        assertThat(refusal(csv(content)).reason()).isEqualTo(Reason.STRAY_QUOTE);
        assertThat(refusal(csv(content))).hasMessageStartingWith("Line 2 has a quotation mark");
    }

    @Test
    void binaryContentIsRefused() throws IOException {
        assertThat(refusal(csv("a,b\u0000\n")).reason()).isEqualTo(Reason.BINARY_TEXT);
        assertThat(refusal(csv("\u0005Alice")).reason()).isEqualTo(Reason.BINARY_TEXT);
        Path withoutMark = folder.resolve("utf16.csv");
        Files.write(withoutMark, "a,b\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(refusal(withoutMark).reason()).isEqualTo(Reason.BINARY_TEXT);
    }

    @Test
    void aTextWithoutAnEndIsRefusedAndALongOneSpoilsItsCellOnly() throws IOException {
        assertThat(refusal(csv("x".repeat(9_000_000))).reason()).isEqualTo(Reason.LIMIT_TEXT);
        assertThat(refusal(csv("a,b\n1,\"" + "x\n".repeat(5_000_000))).reason()).isEqualTo(Reason.LIMIT_TEXT);
        assertThat(refusal(csv("a,b\n" + ",".repeat(20_000))).reason()).isEqualTo(Reason.LIMIT_COLUMNS);
        assertThat(cells(csv("a," + "x".repeat(40_000) + "\n")))
                .containsExactly(
                        entry("A1", text("a")),
                        entry("B1", new CellValue.Unreadable(CellValue.Fault.TEXT_TOO_LONG, "x".repeat(60) + "…")));
    }

    @Test
    void remarksOnTheFirstRecordThatIsWiderOrNarrowerThanTheTable() throws IOException {
        assertThat(remarks(csv("Return for December\n\na,b,c\n1,2,3\n4,5,6,7\n8,9\n")))
                .contains(
                        new Remark(Remark.Kind.RAGGED_ROWS, "", "Line 5 has 4 fields where the table begins with 3."));
        assertThat(remarks(csv("Return for December\n\na,b,c\n1,2,\n,,\nTotal,,6\n")))
                .isEmpty();
    }

    @Test
    void formulasInACsvAreTextLikeAnyOther() throws IOException {
        assertThat(cells(csv("=cmd|'/C calc'!A0,+1+1,@SUM(A1)\n")))
                .containsExactly(
                        entry("A1", text("=cmd|'/C calc'!A0")),
                        entry("B1", text("+1+1")),
                        entry("C1", text("@SUM(A1)")));
    }

    private Path csv(String content) throws IOException {
        return Files.writeString(folder.resolve("return.csv"), content);
    }
}
