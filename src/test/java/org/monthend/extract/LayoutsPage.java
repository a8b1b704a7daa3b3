package org.monthend.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monthend.catalogue.Layout;

/** The examples of docs/layouts.md, each under a heading of its own. */
public final class LayoutsPage {

    private static final Path PAGE = Path.of("docs", "layouts.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w+) ?([^\\n]*)\\n(.*?)\\n?```");

    private LayoutsPage() {}

    public static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (String section : text().split("\n### ")) {
            if (section.contains("```layout")) {
                examples.add(new Example(section.lines().findFirst().orElseThrow(), section));
            }
        }
        return examples;
    }

    /** What the page says under one heading. */
    public record Example(String title, String section) {

        public Layout layout() {
            return LayoutSketch.layout("EXAMPLE", block("layout").orElseThrow());
        }

        /** Writes the workbook of the example. */
        public Path write(Path folder) {
            return SheetSketch.workbook(sheetName(), block("sheet").orElseThrow() + "\n")
                    .write(folder.resolve("return 2015-12.xlsx"));
        }

        private String sheetName() {
            Matcher block = BLOCK.matcher(section);
            String name = "";
            while (block.find()) {
                name = block.group(1).equals("sheet") ? block.group(2) : name;
            }
            return name.isEmpty() ? "Return 2015-12" : name;
        }

        public Optional<String> block(String kind) {
            Matcher block = BLOCK.matcher(section);
            while (block.find()) {
                if (block.group(1).equals(kind)) {
                    return Optional.of(block.group(3));
                }
            }
            return Optional.empty();
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
