package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monthend.extract.LayoutsPage;
import org.monthend.extract.LayoutsPage.Example;

/** The layouts of the page are such as a catalogue may have, and their figures are read as the page says. */
class LayoutsPageTest {

    private final Path folder;

    LayoutsPageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<Example> examples() {
        return LayoutsPage.examples();
    }

    static List<Example> examplesOfFigures() {
        return examples().stream()
                .filter(example -> example.block("loaded").isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aCatalogueMayHaveEachExample(Example example) {
        CatalogueSketch catalogue = new CatalogueSketch();
        example.layout()
                .parts()
                .forEach(part -> catalogue.and(
                        "Layouts",
                        "EXAMPLE | 2014-10 | | %s | %s | %s | %s"
                                .formatted(part.part(), part.where(), part.words(), part.unit())));

        assertThat(catalogue.read(folder)).isInstanceOf(CatalogueReading.Complete.class);
    }

    @ParameterizedTest
    @MethodSource("examplesOfFigures")
    void eachExampleIsJudgedAsItSays(Example example) {
        Judged judged =
                Judged.of(example.write(folder), SmallCatalogue.of(List.of(SmallCatalogue.CP), example.layout()));
        List<String> lines = new ArrayList<>(judged.published());
        lines.addAll(judged.issues());

        assertThat(lines)
                .containsExactlyElementsOf(
                        example.block("loaded").orElseThrow().lines().toList());
    }
}
