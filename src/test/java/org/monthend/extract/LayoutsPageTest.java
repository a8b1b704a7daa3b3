package org.monthend.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monthend.extract.LayoutsPage.Example;

/** The page about layouts says what the program does. */
class LayoutsPageTest {

    private final Path folder;

    LayoutsPageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<Example> examples() {
        return LayoutsPage.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachExampleReadsWhatItSays(Example example) {
        Path file = example.write(folder);

        if (example.block("read").isPresent()) {
            assertThat(TableSketch.rows(file, example.layout()))
                    .containsExactlyElementsOf(
                            example.block("read").get().lines().toList());
        } else {
            assertThat(TableSketch.misfit(file, example.layout()))
                    .isEqualTo("Return 2015-12!" + example.block("misfit").orElseThrow());
        }
    }

    @Test
    void namesEveryField() {
        String text = LayoutsPage.text();

        assertThat(Stream.of(Field.values()).map(Field::word)).allMatch(text::contains);
        assertThat(LayoutsPage.examples()).hasSizeGreaterThan(10);
    }
}
