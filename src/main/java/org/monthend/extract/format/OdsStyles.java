package org.monthend.extract.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the styles of an .ods say: which texts are superscript, which sheets hidden, what a number is. */
final class OdsStyles {

    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";

    private static final int MOST_STYLES = 500_000;
    private static final int LONGEST_LINE_OF_PARENTS = 20;

    /** A format has a section for each of positive numbers, negative ones, zero and text. */
    private static final int MOST_SECTIONS = 4;

    private record TextStyle(Optional<Boolean> superscript, String parent) {}

    private record CellStyle(String format, String parent) {}

    private final Map<String, CellStyle> cells = new HashMap<>();
    /** A number format, and those that it gives way to for some values. */
    private record NumberFormat(NumberKind kind, List<String> others) {}

    private final Map<String, NumberFormat> formats = new HashMap<>();
    private final Map<String, TextStyle> texts = new HashMap<>();
    private final Set<String> hiddenTables = new HashSet<>();

    /** Reads the styles in the element just started, to its end. */
    void read(XmlPart xml) throws IOException {
        int open = xml.depth();
        while (xml.nextStartWithin(open)) {
            switch (xml.name()) {
                case "style" -> readStyle(xml);
                case "date-style" -> readFormat(xml, NumberKind.DAY);
                case "time-style" -> readFormat(xml, NumberKind.TIME);
                case "percentage-style" -> readFormat(xml, NumberKind.PERCENTAGE);
                case "number-style", "currency-style", "text-style" -> readFormat(xml, NumberKind.FIGURE);
                default -> xml.skip(); // about looks
            }
            if (cells.size() + formats.size() + texts.size() + hiddenTables.size() > MOST_STYLES) {
                throw Refusals.damaged("The workbook's list of styles", new IOException("too many styles"));
            }
        }
    }

    private void readFormat(XmlPart xml, NumberKind kind) throws IOException {
        String name = xml.attribute(STYLE, "name").orElse("");
        List<String> others = new ArrayList<>();
        int open = xml.depth();
        while (xml.nextStartWithin(open)) {
            if (xml.isAt("map") && others.size() < MOST_SECTIONS) {
                others.add(xml.attribute(STYLE, "apply-style-name").orElse(""));
            }
        }
        formats.put(name, new NumberFormat(kind, others));
    }

    private void readStyle(XmlPart xml) throws IOException {
        String name = xml.attribute(STYLE, "name").orElse("");
        String family = xml.attribute(STYLE, "family").orElse("");
        String parent = xml.attribute(STYLE, "parent-style-name").orElse("");
        Optional<Boolean> superscript = Optional.empty();
        if (family.equals("table-cell")) {
            cells.put(
                    name, new CellStyle(xml.attribute(STYLE, "data-style-name").orElse(""), parent));
        }
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

    /** What a number is in a cell of a style, by the nearest number format of the style and its parents. */
    NumberKind kind(String cellStyle) {
        String name = cellStyle;
        for (int i = 0; i < LONGEST_LINE_OF_PARENTS && cells.containsKey(name); i++) {
            CellStyle style = cells.getOrDefault(name, new CellStyle("", ""));
            if (!style.format().isEmpty()) {
                return kindOfFormat(style.format());
            }
            name = style.parent();
        }
        return NumberKind.FIGURE;
    }

    /** What any section says, as in a format's code: Excel writes a date format as one for text that dates depart from. */
    private NumberKind kindOfFormat(String name) {
        NumberFormat none = new NumberFormat(NumberKind.FIGURE, List.of());
        NumberFormat format = formats.getOrDefault(name, none);
        NumberKind kind = format.kind();
        for (String other : format.others()) {
            kind = NumberKind.stronger(kind, formats.getOrDefault(other, none).kind());
        }
        return kind;
    }

    Visibility visibility(String tableStyle) {
        return hiddenTables.contains(tableStyle) ? Visibility.HIDDEN : Visibility.VISIBLE;
    }
}
