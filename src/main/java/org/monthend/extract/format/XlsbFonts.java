package org.monthend.extract.format;

import java.util.BitSet;
import java.util.Optional;

/** Which fonts of an .xlsb are superscript, to take footnote marks out of texts. */
final class XlsbFonts {

    private static final int SUPERSCRIPT = 1;
    private static final int HAS_RUNS = 1;

    private final BitSet superscript = new BitSet();
    private int count;

    /** Adds the font of the record just reached ([MS-XLSB] 2.4.149). */
    void add(BinaryPart font) throws UnreadableWorkbook {
        font.skip(6); // height, flags and weight
        superscript.set(count++, font.unsignedShort() == SUPERSCRIPT);
    }

    /** Reads the rich text that comes next ([MS-XLSB] 2.5.122), its superscript runs apart; empty for a blank cell. */
    Optional<CellValue> read(BinaryPart part, ReadLimits limits) throws UnreadableWorkbook {
        boolean hasRuns = (part.unsignedByte() & HAS_RUNS) != 0;
        String whole = part.text();
        if (whole.length() > limits.cellCharacters()) {
            return Optional.of(CellText.tooLong(whole));
        }
        StringBuilder text = new StringBuilder(whole.length());
        StringBuilder mark = new StringBuilder();
        boolean isMark = false;
        int from = 0;
        int runs = hasRuns ? part.integer() : 0;
        for (int i = 0; i < runs; i++) {
            int to = Math.min(Math.max(from, part.unsignedShort()), whole.length());
            (isMark ? mark : text).append(whole, from, to);
            isMark = superscript.get(part.unsignedShort());
            from = to;
        }
        (isMark ? mark : text).append(whole, from, whole.length());
        return CellText.valueOf(text.toString(), mark.toString().strip());
    }
}
