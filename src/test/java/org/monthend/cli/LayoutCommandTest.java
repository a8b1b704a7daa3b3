package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.extract.SheetSketch;

/** The command as it is typed. It needs no database. */
class LayoutCommandTest {

    private final Path folder;

    LayoutCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesTheRowsAndTheirReasons() throws IOException {
        Path file = SheetSketch.workbook("CP 2015-16", """
                Measure       | Figure | Nov-15 | Dec-15 | Remark on it
                %Re-Referrals | Value  | 20%    | 23%    | x
                Something     | Value  | 68     | x      |
                """).write(folder.resolve("team Dec-15.xlsx"));
        Path out = folder.resolve("made").resolve("proposal.xlsx");

        Answer answer = run("layout", "suggest", file.toString(), "--out", out.toString());

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .startsWith("team Dec-15.xlsx, Excel workbook (.xlsx): one table was found.\n")
                .contains("headings in row 1, data in rows 2 to 3: layout TEAM\n")
                .contains("Tried on the file: it would read 4 rows with 3 figures.")
                .contains("1 of 2 measures are in the catalogue; not there: 'Something'.")
                .contains("code: is it 'x = suppressed', or not available? The first is a guess.")
                .contains("Columns not used: E 'Remark on it' (figures).")
                .contains("Written: " + out);
        assertThat(rows(out, "Layouts"))
                .startsWith(
                        "Layout | From | To | Part | Where | Words | Unit | Note",
                        "TEAM | 2015-12 | sheet | CP *",
                        "TEAM | 2015-12 | rows are | measures",
                        "TEAM | 2015-12 | measure | column | Measure",
                        "TEAM | 2015-12 | figure | column | Figure",
                        "TEAM | 2015-12 | month | across | {month}")
                .contains("TEAM | 2015-12 | code | x = suppressed | To be decided: code: is it 'x = suppressed', or not"
                        + " available? The first is a guess.");
        assertThat(rows(out, "Evidence"))
                .contains(
                        "Layout | Part | Words | Confidence | Cell | Why | Or",
                        "TEAM | month | {month} | certain | C1 and right of it | 2 columns of figures are headed by the"
                                + " months Nov-15 to Dec-15",
                        "TEAM | unread | Columns not used: E 'Remark on it' (figures).");
    }

    @Test
    void twiceTheSameFileGivesTheSameBytes() throws IOException {
        Path file = Path.of("input", "returns", "2015-12", "finance_dec15.xlsx");
        Path one = folder.resolve("one.xlsx");
        Path other = folder.resolve("other.xlsx");

        run("layout", "suggest", file.toString(), "--out", one.toString());
        run("layout", "suggest", file.toString(), "--out", other.toString());

        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    void saysThatThereIsNoTable() {
        Path file = SheetSketch.workbook("Letter", "Dear colleague").write(folder.resolve("letter.xlsx"));

        Answer answer = run(
                "layout",
                "suggest",
                file.toString(),
                "--out",
                folder.resolve("none.xlsx").toString());

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.out()).isEqualTo("""
                        letter.xlsx, Excel workbook (.xlsx): no table was found, so nothing is proposed.
                          Sheet 'Letter' holds no table: no rows of figures with headings over them.
                        """);
        assertThat(folder.resolve("none.xlsx")).doesNotExist();
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.xlsx"));

        Answer answer = run("layout", "suggest", file.toString());

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).startsWith("empty.xlsx: The file is empty (0 bytes)");
    }

    @Test
    void aFileThatIsNotThereIsAMisuse() {
        Answer answer = run("layout", "suggest", folder.resolve("gone.xlsx").toString());

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).startsWith("There is no file ");
        assertThat(run("layout").exitCode()).isEqualTo(2);
    }

    private static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Monthend.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Answer(
                exitCode,
                out.toString().replace(System.lineSeparator(), "\n"),
                err.toString().replace(System.lineSeparator(), "\n"));
    }

    /** The rows of a sheet, the cells that are not blank divided by bars. */
    private static List<String> rows(Path file, String sheet) throws IOException {
        List<String> rows = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
            workbook.getSheet(sheet).forEach(row -> {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.getStringCellValue()));
                cells.removeIf(String::isEmpty);
                rows.add(String.join(" | ", cells));
            });
        }
        return rows;
    }

    private record Answer(int exitCode, String out, String err) {}
}
