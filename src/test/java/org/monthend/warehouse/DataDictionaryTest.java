package org.monthend.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {

    private static final Path PAGE = Path.of("docs", "data-dictionary.md");

    @Test
    void isWhatTheDatabaseSaysOfItself() throws IOException, SQLException {
        try (TestDatabase database = TestDatabase.fresh()) {
            String said = DataDictionary.of(database.owner());
            if (System.getProperty("golden", "").equals("update")) {
                Files.createDirectories(PAGE.getParent());
                Files.writeString(PAGE, said);
            }
            assertThat(Files.readString(PAGE)).isEqualTo(said);
        }
    }
}
