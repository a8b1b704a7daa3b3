package org.monthend.extract.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.common.FormatRun;
import org.apache.poi.hssf.record.common.UnicodeString;

/** Which fonts of an .xls are superscript, to take footnote marks out of texts. */
final class XlsFonts {

    /** The format has no font number 4: the fifth font is number 5. */
    private static final int NUMBER_LEFT_OUT = 4;

    private final List<Boolean> superscript = new ArrayList<>();

    void add(FontRecord font) {
        superscript.add(font.getSuperSubScript() == FontRecord.SS_SUPER);
    }

    /** The value of a text, its superscript runs apart; empty for a blank cell. */
    Optional<CellValue> valueOf(UnicodeString rich, ReadLimits limits) {
        String whole = rich.getString();
        if (whole.length() > limits.cellCharacters()) {
            return Optional.of(CellText.tooLong(whole));
        }
        StringBuilder text = new StringBuilder(whole.length());
        StringBuilder mark = new StringBuilder();
        boolean isMark = false;
        int from = 0;
        for (int i = 0; i < rich.getFormatRunCount(); i++) {
            FormatRun run = rich.getFormatRun(i);
            int to = Math.min(Math.max(from, Short.toUnsignedInt(run.getCharacterPos())), whole.length());
            (isMark ? mark : text).append(whole, from, to);
            isMark = isSuperscript(Short.toUnsignedInt(run.getFontIndex()));
            from = to;
        }
        (isMark ? mark : text).append(whole, from, whole.length());
        return CellText.valueOf(text.toString(), mark.toString().strip());
    }

    private boolean isSuperscript(int number) {
        int index = number > NUMBER_LEFT_OUT ? number - 1 : number;
        return index < superscript.size() && superscript.get(index);
    }
}
