package org.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.calendar.ReportingMonth;

class ReturnFolderTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    private final Path folder;

    ReturnFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void hasAMonthForEachFolderNamedSoOldestFirst() throws IOException {
        for (String name : new String[] {"2015-12", "2014-10", "2015-2", "2015-13", "1999-12", "2050-01", "archive"}) {
            Files.createDirectory(folder.resolve(name));
        }
        Files.writeString(folder.resolve("2015-11"), "a file");

        assertThat(new ReturnFolder(folder).months()).hasToString("[2014-10, 2015-12]");
    }

    @Test
    void hasTheFilesOfAMonthByName() throws IOException {
        write("b.xlsx", "b");
        write("A return (final).XLSX", "a");
        Files.createDirectory(folder.resolve("2015-12").resolve("old"));

        assertThat(new ReturnFolder(folder).files(DECEMBER))
                .extracting(ReturnFile::name)
                .containsExactly("A return (final).XLSX", "b.xlsx");
        assertThat(new ReturnFolder(folder).files(DECEMBER.minusMonths(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~$a00_tidy_2015-12.xlsx",
                "d12_partial.xlsx.tmp",
                "x.xlsx.PART",
                "x.crdownload",
                "x.xlsx.filepart",
                ".DS_Store",
                ".~lock.cp.xlsx#"
            })
    void leavesLocksAndUnfinishedCopiesAlone(String name) throws IOException {
        write(name, "x");

        assertThat(new ReturnFolder(folder).files(DECEMBER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"temp.xlsx", "part.xlsx", "x.tmp.xlsx", "no ending", "$x.xlsx", "'; DROP TABLE x;--.xlsx"})
    void takesEveryOtherFile(String name) throws IOException {
        write(name, "x");

        assertThat(new ReturnFolder(folder).files(DECEMBER))
                .extracting(ReturnFile::name)
                .containsExactly(name);
    }

    @Test
    void knowsAFileByTheDigestOfItsBytes() throws IOException {
        Path file = write("x.csv", "abc");
        ReturnFile described = ReturnFolder.describe(file, DECEMBER);

        // the example of FIPS 180-2
        assertThat(described.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(described.bytes()).isEqualTo(3);
        assertThat(described.month()).isEqualTo(DECEMBER);
        assertThat(described.path()).isEqualTo(file);
    }

    @Test
    void aFileThatIsGoneCannotBeDescribed() {
        Path gone = folder.resolve("gone.xlsx");

        assertThatThrownBy(() -> ReturnFolder.describe(gone, DECEMBER)).isInstanceOf(UncheckedIOException.class);
    }

    private Path write(String name, String content) throws IOException {
        Path month = Files.createDirectories(folder.resolve("2015-12"));
        return Files.writeString(month.resolve(name), content);
    }
}
