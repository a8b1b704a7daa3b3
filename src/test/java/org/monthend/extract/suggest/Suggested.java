package org.monthend.extract.suggest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.load.CatalogueFile;

/** What is proposed for a file by the product's own catalogue. */
final class Suggested {

    private static final Catalogue CATALOGUE =
            new CatalogueFile(Path.of("input", "catalogue.xlsx")).read(ReadLimits.standard());

    private Suggested() {}

    static Suggestion of(Path file) {
        try {
            return new LayoutSuggester(CATALOGUE, ReadLimits.standard()).suggest(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of the only table, one line each: "certain measure column Measure". */
    static List<String> lines(Suggestion suggestion) {
        return table(suggestion).parts().stream().map(Suggested::line).toList();
    }

    static SuggestedTable table(Suggestion suggestion) {
        if (suggestion.tables().size() != 1) {
            throw new AssertionError("not one table but " + suggestion.tables());
        }
        return suggestion.tables().get(0);
    }

    static SuggestedPart part(Suggestion suggestion, String name) {
        return table(suggestion).parts().stream()
                .filter(part -> part.part().part().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String line(SuggestedPart part) {
        return "%s %s %s %s %s"
                .formatted(
                        part.confidence().word(),
                        part.part().part(),
                        part.part().where(),
                        part.part().words(),
                        part.part().unit())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
