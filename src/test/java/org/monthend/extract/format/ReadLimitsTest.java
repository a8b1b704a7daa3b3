package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.monthend.extract.format.Reading.cells;
import static org.monthend.extract.format.Reading.limit;
import static org.monthend.extract.format.Reading.number;
import static org.monthend.extract.format.Reading.refusal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadLimitsTest {

    private final Path folder;

    ReadLimitsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("fileBytes", 1000, Reason.LIMIT_FILE_SIZE, "limit of 0 MB"),
                Arguments.of("parts", 5, Reason.LIMIT_PARTS, "limit of 5"),
                Arguments.of("partBytes", 5000, Reason.LIMIT_PART_SIZE, "limit of 0 MB"),
                Arguments.of("packageBytes", 9000, Reason.LIMIT_PACKAGE_SIZE, "limit of 0 MB"),
                Arguments.of("supportBytes", 200, Reason.LIMIT_SUPPORT_SIZE, "limit of 0 MB"),
                Arguments.of("ratioFreeBytes", 1000, Reason.LIMIT_RATIO, "limit of 250"),
                Arguments.of("unbrokenCharacters", 500, Reason.LIMIT_TEXT, "limit of 500 characters"),
                Arguments.of("sharedStringBytes", 100, Reason.LIMIT_SHARED_STRINGS, "limit of 0 MB"),
                Arguments.of("rows", 2, Reason.LIMIT_ROWS, "a row 3, beyond the limit of 2 rows"),
                Arguments.of(
                        "columns", 3, Reason.LIMIT_COLUMNS, "Row 3 of sheet 'Return' reaches beyond the limit of 3"),
                Arguments.of("mergedRanges", 1, Reason.LIMIT_MERGED_RANGES, "merged ranges than the limit of 1"),
                Arguments.of("seconds", 0, Reason.LIMIT_SECONDS, "limit of 0 seconds"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void eachLimitRefusesByItsNameAndNamesItself(String name, long value, Reason reason, String words)
            throws IOException {
        UnreadableWorkbook refusal = refusal(workbook(), limit(name, value));

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.reason().isLimit()).isTrue();
        assertThat(refusal).hasMessageContaining(words);
    }

    @Test
    void theSameWorkbookIsReadWithinTheStandardLimits() throws IOException {
        assertThat(cells(workbook())).contains(entry("D3", number("4")));
    }

    /** Three rows, two shared strings, two merged ranges, and a part nobody reads that is 300 kB of the same letter. */
    private Path workbook() throws IOException {
        return PackageSketch.ofSheet("<sheetData><row><c t='s'><v>0</v></c></row><row/>"
                        + "<row><c t='inlineStr'><is><t>" + noise(9000)
                        + "</t></is></c><c r='D3'><v>4</v></c></row></sheetData>"
                        + "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A2:B2'/></mergeCells>")
                .withStrings("<si><t>one</t></si><si><t>two</t></si>")
                .with("docProps/padding.bin", "A".repeat(300_000))
                .in(folder);
    }

    /** Text that compresses badly. */
    private static String noise(int length) {
        StringBuilder noise = new StringBuilder(length);
        long state = 17;
        for (int i = 0; i < length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            noise.append((char) ('a' + (int) ((state >>> 40) % 26)));
        }
        return noise.toString();
    }
}
