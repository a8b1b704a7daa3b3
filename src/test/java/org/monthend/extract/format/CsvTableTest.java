package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {

    private final Path folder;

    CsvTableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void findsColumnsByTheirNamesAndPassesOverOthers() throws IOException {
        List<CsvRow> rows = read("other, VALUES ,id\nx,1;2,A\ny,\"3,4\",B\n");

        assertThat(rows).extracting(CsvRow::cells).containsExactly(List.of("A", "1;2"), List.of("B", "3,4"));
        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 3L);
        assertThat(rows).extracting(CsvRow::fault).containsOnly("");
    }

    @Test
    void countsLinesAndNotRows() throws IOException {
        List<CsvRow> rows = read("id,values\r\n\"two\r\nlines\",1\r\n\r\nB,2\r\n");

        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 5L);
        assertThat(rows.get(0).cells().get(0)).isEqualTo("two\r\nlines");
    }

    @Test
    void readsBehindAByteOrderMark() throws IOException {
        assertThat(read("\uFEFFid,values\nA,1\n")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A,1,2      | it has 3 fields where the header has 2
            A          | it has 1 fields where the header has 2
            A"B,1      | a quotation mark stands inside a field
            """)
    void saysWhyARowCannotBeTrustedAndGoesOn(String row, String fault) throws IOException {
        List<CsvRow> rows = read("id,values\n" + row + "\nB,2\n");

        assertThat(rows.get(0).fault()).startsWith(fault);
        assertThat(rows.get(1)).isEqualTo(new CsvRow(3, List.of("B", "2"), ""));
    }

    @Test
    void aRowInAnotherEncodingCannotBeTrusted() throws IOException {
        List<CsvRow> rows = read("id,values\nCafé,1\nB,2\n", Charset.forName("windows-1252"));

        assertThat(rows.get(0).fault()).startsWith("it holds characters that are not UTF-8");
        assertThat(rows.get(1).fault()).isEmpty();
    }

    @Test
    void stopsWhereNothingCanBeToldAnyMore() throws IOException {
        Path file = write("id,values\nA,1\n\"B,2\nC,3\n", StandardCharsets.UTF_8);

        try (CsvTable table = CsvTable.open(file, List.of("id", "values"))) {
            assertThat(table.next()).isPresent();
            assertThatThrownBy(table::next)
                    .isInstanceOf(UnreadableWorkbook.class)
                    .hasMessageStartingWith("Line 3");
        }
    }

    @Test
    void tellsWhichColumnsAreNotThereOrDoubled() throws IOException {
        try (CsvTable table = CsvTable.open(write("id,ID,x\n", StandardCharsets.UTF_8), List.of("id", "values"))) {
            assertThat(table.lacks("id")).isFalse();
            assertThat(table.lacks("values")).isTrue();
            assertThat(table.doubled()).containsExactly("id");
            assertThat(table.header()).containsExactly("id", "ID", "x");
        }
    }

    @Test
    void anEmptyFileHasNoColumns() throws IOException {
        try (CsvTable table = CsvTable.open(write("", StandardCharsets.UTF_8), List.of("id"))) {
            assertThat(table.lacks("id")).isTrue();
            assertThat(table.next()).isEmpty();
        }
    }

    private List<CsvRow> read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    private List<CsvRow> read(String text, Charset charset) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(write(text, charset), List.of("id", "values"))) {
            for (Optional<CsvRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private Path write(String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("series.csv"), text, charset);
    }
}
