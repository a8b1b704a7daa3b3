package org.monthend.extract.format;

import java.io.IOException;
import java.util.Optional;

/** The text of a shared or inline string: its runs put together, those in superscript apart, readings left out. */
final class RichText {

    private final GatheredText text;
    private final GatheredText mark;

    RichText(ReadLimits limits) {
        this.text = new GatheredText(limits.cellCharacters());
        this.mark = new GatheredText(limits.cellCharacters());
    }

    /** Reads the element just started, {@code si} or {@code is}, to its end. Empty when it holds no text. */
    Optional<CellValue> read(XmlPart xml) throws IOException {
        text.clear();
        mark.clear();
        int open = xml.depth();
        boolean superscript = false;
        while (xml.nextStartWithin(open)) {
            switch (xml.name()) {
                case "r" -> superscript = false;
                case "vertAlign" ->
                    superscript =
                            xml.attribute("val").filter("superscript"::equals).isPresent();
                case "t" -> xml.gatherText(superscript ? mark : text);
                case "rPh" -> xml.skip(); // how to pronounce it, not what it says
                default -> {
                    // fonts and colours
                }
            }
        }
        if (text.isTooLong() || mark.isTooLong()) {
            return Optional.of(CellText.tooLong(text.toString()));
        }
        return CellText.valueOf(
                CellText.unescape(text.toString()),
                mark.length() == 0 ? "" : CellText.unescape(mark.toString()).strip());
    }
}
