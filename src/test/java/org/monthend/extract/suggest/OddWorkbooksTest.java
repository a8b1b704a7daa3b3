package org.monthend.extract.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.UnreadableWorkbook;
import org.monthend.load.CatalogueFile;

/** Files that strangers made, odd, huge or damaged: a proposal, the sentence that there is none, or a refusal by a reason. */
class OddWorkbooksTest {

    private final LayoutSuggester suggester = new LayoutSuggester(catalogue(), ReadLimits.standard());

    @Test
    void everyOddWorkbookGetsAProposalOrASentence() throws IOException {
        int proposed = 0;
        int none = 0;
        int refused = 0;
        List<String> silent = new ArrayList<>();
        for (Path file : files()) {
            try {
                Suggestion suggestion = suggester.suggest(file);
                proposed += suggestion.tables().isEmpty() ? 0 : 1;
                none += suggestion.tables().isEmpty() ? 1 : 0;
                if (suggestion.tables().isEmpty() && suggestion.passedOver().isEmpty()) {
                    silent.add(file.getFileName().toString());
                }
            } catch (UnreadableWorkbook unreadable) {
                refused++;
                assertThat(unreadable).hasMessageEndingWith(".");
            }
        }

        assertThat(silent).isEmpty();
        assertThat(proposed).isGreaterThan(150);
        assertThat(none).isGreaterThan(200);
        assertThat(refused).isLessThan(100);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("shared"), "corpus"))) {
            return files.sorted().toList();
        }
    }

    private static Catalogue catalogue() {
        return new CatalogueFile(Path.of("input", "catalogue.xlsx")).read(ReadLimits.standard());
    }
}
