package org.monthend.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogues that a steward can try on the command line are those that the tests load by. -Dgolden=update */
class CommittedCataloguesTest {

    private final Path folder;

    CommittedCataloguesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void accidentAndEmergency() throws IOException {
        holds("ae", Strangers.accidentAndEmergency());
    }

    @Test
    void childrensServices() throws IOException {
        holds("dfe", Strangers.childrensServices());
    }

    private void holds(String name, DrawnCatalogue catalogue) throws IOException {
        Path committed = Path.of("src", "test", "resources", "catalogues", name, "catalogue.xlsx");
        Path drawn = folder.resolve(name + ".xlsx");
        catalogue.write(drawn);
        if (System.getProperty("golden", "").equals("update")) {
            Files.createDirectories(committed.getParent());
            catalogue.write(committed);
        }

        assertThat(DrawnCatalogue.cellsOf(committed)).isEqualTo(DrawnCatalogue.cellsOf(drawn));
    }
}
