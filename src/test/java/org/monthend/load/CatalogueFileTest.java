package org.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.extract.SheetSketch;
import org.monthend.extract.format.ReadLimits;

class CatalogueFileTest {

    private final Path file;

    CatalogueFileTest(@TempDir Path folder) {
        this.file = folder.resolve("catalogue.xlsx");
    }

    @Test
    void knowsTheCatalogueByItsDigest() throws IOException {
        Path shipped = Path.of("input", "catalogue.xlsx");

        assertThat(new CatalogueFile(shipped).read(ReadLimits.standard()).digest())
                .isEqualTo(ReturnFolder.sha256(shipped));
    }

    @Test
    void saysWhereTheCatalogueIsWanted() {
        assertThat(faults())
                .containsExactly(
                        "There is no catalogue at %s. Put the catalogue workbook there, or name its folder with"
                                        .formatted(file)
                                + " --input.");
    }

    @Test
    void saysThatItIsNoWorkbook() throws IOException {
        Files.writeString(file, "");

        assertThat(faults())
                .containsExactly(
                        "The catalogue %s: The file is empty (0 bytes): perhaps it is still being written; save"
                                        .formatted(file)
                                + " or send it again.");
    }

    @Test
    void saysEveryFaultWithTheFilesName() {
        SheetSketch.workbook("Measures", "Code | Name").write(file);

        assertThat(faults()).hasSizeGreaterThan(10).allMatch(fault -> fault.startsWith("catalogue.xlsx "));
    }

    private List<String> faults() {
        CatalogueFile catalogue = new CatalogueFile(file);
        return catchThrowableOfType(CatalogueRefused.class, () -> catalogue.read(ReadLimits.standard()))
                .faults();
    }
}
