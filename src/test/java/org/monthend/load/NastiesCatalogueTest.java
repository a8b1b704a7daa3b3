package org.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.validate.CatalogueBook;

/** The catalogue of the nasties lies beside the tests as a workbook, for the command line; -Dgolden=update writes it. */
class NastiesCatalogueTest {

    private static final Path WORKBOOK = Path.of("src/test/resources/catalogues/nasties/catalogue.xlsx");

    @Test
    void theWorkbookSaysWhatTheTestsSay() throws IOException {
        Catalogue said = NastiesCatalogue.of(List.of("TIDY", "NOTES", "TWICE", "DATA", "TITLE", "LATEST"));
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(WORKBOOK.getParent());
            CatalogueBook.write(said, WORKBOOK);
        }
        Catalogue read = new CatalogueFile(WORKBOOK).read(ReadLimits.standard());

        assertThat(read.layouts()).isEqualTo(said.layouts());
        assertThat(read.organisations()).isEqualTo(said.organisations());
        assertThat(read.returns()).isEqualTo(said.returns());
        assertThat(read.rules()).isEqualTo(said.rules());
        assertThat(read.measures())
                .extracting("code")
                .isEqualTo(said.measures().stream().map(each -> each.code()).toList());
    }
}
