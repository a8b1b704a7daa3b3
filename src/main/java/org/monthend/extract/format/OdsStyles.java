package org.monthend.extract.format;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the styles of an .ods say of its texts and sheets: which are superscript, which are hidden. */
final class OdsStyles {

    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";

    private static final int MOST_TEXT_STYLES = 500_000;
    private static final int LONGEST_LINE_OF_PARENTS = 20;

    private record TextStyle(Optional<Boolean> superscript, String parent) {}

    private final Map<String, TextStyle> texts = new HashMap<>();
    private final Set<String> hiddenTables = new HashSet<>();

    /** Reads the styles in the element just started, to its end. */
    void read(XmlPart xml) throws IOException {
        int open = xml.depth();
        while (xml.nextStartWithin(open)) {
            if (xml.isAt("style")) {
                readStyle(xml);
            } else {
                xml.skip();
            }
        }
    }

    private void readStyle(XmlPart xml) throws IOException {
        String name = xml.attribute(STYLE, "name").orElse("");
        String family = xml.attribute(STYLE, "family").orElse("");
        String parent = xml.attribute(STYLE, "parent-style-name").orElse("");
        Optional<Boolean> superscript = Optional.empty();
        int open = xml.depth();
        while (xml.nextStartWithin(open)) {
            if (xml.isAt("text-properties")) {
                superscript = xml.attribute(STYLE, "text-position").map(OdsStyles::isRaised);
            } else if (xml.isAt("table-properties")
                    && family.equals("table")
                    && xml.attribute(OdsRows.TABLE, "display")
                            .filter("false"::equals)
                            .isPresent()) {
                hiddenTables.add(name);
            }
        }
        if (family.equals("text")) {
            texts.put(name, new TextStyle(superscript, parent));
        }
        if (texts.size() + hiddenTables.size() > MOST_TEXT_STYLES) {
            throw Refusals.damaged("The workbook's list of styles", new IOException("too many styles"));
        }
    }

    /** Whether text is raised: super 58%, or 33% 58%; below the line are sub 58% and -33% 58%. */
    private static boolean isRaised(String position) {
        return position.strip().matches("super.*|0*[1-9][0-9.]*%.*|0*[.]0*[1-9][0-9]*%.*");
    }

    /** Whether text of a style is superscript; empty when neither the style nor its parents say so. */
    Optional<Boolean> isSuperscript(String style) {
        String name = style;
        for (int i = 0; i < LONGEST_LINE_OF_PARENTS && texts.containsKey(name); i++) {
            TextStyle text = texts.getOrDefault(name, new TextStyle(Optional.empty(), ""));
            if (text.superscript().isPresent()) {
                return text.superscript();
            }
            name = text.parent();
        }
        return Optional.empty();
    }

    Visibility visibility(String tableStyle) {
        return hiddenTables.contains(tableStyle) ? Visibility.HIDDEN : Visibility.VISIBLE;
    }
}
