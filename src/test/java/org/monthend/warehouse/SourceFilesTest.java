package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.calendar.ReportingMonth;
import org.monthend.load.FileChanged;
import org.monthend.load.ReturnFile;
import org.monthend.load.ReturnFolder;

class SourceFilesTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);

    private final TestDatabase database = TestDatabase.fresh();
    private final Path folder;

    SourceFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void givesBackWhatItWasGivenHoweverLong() throws IOException, SQLException {
        byte[] bytes = new byte[9_000_001];
        new Random(1).nextBytes(bytes);
        ReturnFile file = file("long.xlsx", bytes);
        keep(file);
        keep(file);

        Path copy = Files.createTempFile(folder, "copy", "");
        new SourceFiles(database.application()).copy(file.sha256(), copy);

        assertThat(Files.readAllBytes(copy)).isEqualTo(bytes);
        assertThat(Sql.as(database.owner()).one("select count(*) from etl.source_file_content"))
                .isEqualTo("1");
    }

    @Test
    void keepsAnEmptyFile() throws IOException, SQLException {
        ReturnFile file = file("empty.xlsx", new byte[0]);
        keep(file);
        Path copy = Files.createTempFile(folder, "copy", "");
        new SourceFiles(database.application()).copy(file.sha256(), copy);

        assertThat(copy).isEmptyFile();
    }

    @Test
    void keepsNothingOfAFileThatIsNoLongerWhatItWas() throws IOException, SQLException {
        ReturnFile changed = file("changed.xlsx", new byte[] {1});
        Files.write(changed.path(), new byte[] {2});
        assertThatThrownBy(() -> keep(changed)).isInstanceOf(FileChanged.class);
        ReturnFile gone = file("gone.xlsx", new byte[] {3});
        Files.delete(gone.path());
        assertThatThrownBy(() -> keep(gone)).isInstanceOf(FileChanged.class);

        assertThat(Sql.as(database.owner()).one("select count(*) from etl.source_file_content"))
                .isEqualTo("0");
        SourceFiles files = new SourceFiles(database.application());
        assertThatThrownBy(() -> files.copy(gone.sha256(), folder.resolve("copy")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining(gone.sha256());
    }

    private ReturnFile file(String name, byte[] bytes) throws IOException, SQLException {
        ReturnFile file = ReturnFolder.describe(Files.write(folder.resolve(name), bytes), DECEMBER);
        Sql.as(database.application())
                .run("insert into etl.source_file (sha256, file_name, byte_size) values ('%s', '%s', %d)"
                        .formatted(file.sha256(), name, bytes.length));
        return file;
    }

    private void keep(ReturnFile file) throws SQLException {
        try (Connection connection = database.application().getConnection()) {
            SourceFiles.keep(connection, file);
        }
    }
}
