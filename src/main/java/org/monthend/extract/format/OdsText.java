package org.monthend.extract.format;

import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;

/** The text of a cell of an .ods: its paragraphs as lines, what is in superscript apart, white space as it is shown. */
final class OdsText {

    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private final OdsStyles styles;
    private final ReadLimits limits;
    private final GatheredText text;
    private final GatheredText mark;
    private final GatheredText piece;
    private boolean afterSpace;
    private boolean hasParagraph;

    OdsText(OdsStyles styles, ReadLimits limits) {
        this.styles = styles;
        this.limits = limits;
        this.text = new GatheredText(limits.cellCharacters());
        this.mark = new GatheredText(limits.cellCharacters());
        this.piece = new GatheredText(limits.unbrokenCharacters());
    }

    void clear() {
        text.clear();
        mark.clear();
        hasParagraph = false;
    }

    /** Adds the paragraph just started and goes on to its end. */
    void readParagraph(XmlPart xml) throws IOException {
        if (hasParagraph) {
            add('\n', text);
        }
        hasParagraph = true;
        afterSpace = true;
        readInside(xml, false);
    }

    private void readInside(XmlPart xml, boolean superscript) throws IOException {
        GatheredText into = superscript ? mark : text;
        while (true) {
            piece.clear();
            int event = xml.nextTag(piece);
            addPiece(into);
            if (event != XMLStreamConstants.START_ELEMENT) {
                return;
            }
            switch (xml.name()) {
                case "s" -> {
                    int spaces = spaces(xml);
                    for (int i = 0; i < spaces; i++) {
                        add(' ', into);
                    }
                    afterSpace = false; // one more space in the markup is one to be seen
                    xml.skip();
                }
                case "tab" -> {
                    add('\t', into);
                    xml.skip();
                }
                case "line-break" -> {
                    add('\n', into);
                    xml.skip();
                }
                case "annotation", "note", "ruby-text" -> xml.skip(); // about the text, not of it
                case "span" ->
                    readInside(
                            xml,
                            xml.attribute(TEXT, "style-name")
                                    .flatMap(styles::isSuperscript)
                                    .orElse(superscript));
                default -> readInside(xml, superscript); // a link, a field
            }
        }
    }

    private int spaces(XmlPart xml) {
        int most = limits.cellCharacters() + 1;
        return xml.attribute(TEXT, "c")
                .filter(count -> count.matches("\\d{1,9}"))
                .map(count -> Math.min(Integer.parseInt(count), most))
                .orElse(1);
    }

    /** White space in the markup is one space, and none at the start of a paragraph (OpenDocument 1.2, 6.1.2). */
    private void addPiece(GatheredText into) {
        char[] characters = piece.characters();
        for (int i = 0; i < piece.length(); i++) {
            boolean space =
                    characters[i] == ' ' || characters[i] == '\n' || characters[i] == '\t' || characters[i] == '\r';
            if (!space) {
                into.append(characters, i, 1);
            } else if (!afterSpace) {
                add(' ', into);
            }
            afterSpace = space;
        }
    }

    private static void add(char character, GatheredText into) {
        into.append(new char[] {character}, 0, 1);
    }

    /** Whether there is text, be it empty. */
    boolean hasParagraph() {
        return hasParagraph;
    }

    /** What is shown, without its footnote mark. */
    String shown() {
        return text.toString();
    }

    /** The text as a value; empty when there is none. */
    Optional<CellValue> value() {
        return text.isTooLong() || mark.isTooLong()
                ? Optional.of(CellText.tooLong(text.toString()))
                : CellText.valueOf(text.toString(), mark.toString().strip());
    }
}
