package org.monthend.extract.format;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The texts that the cells of an .xlsx point to, read once. */
final class SharedStrings {

    private static final int BYTES_A_STRING = 64;

    private final ReadLimits limits;
    private @Nullable CellValue[] values = new CellValue[64];
    private int count;
    private long bytes;

    private SharedStrings(ReadLimits limits) {
        this.limits = limits;
    }

    static SharedStrings none(ReadLimits limits) {
        return new SharedStrings(limits);
    }

    static SharedStrings read(XmlPart xml, ReadLimits limits) throws IOException {
        SharedStrings strings = new SharedStrings(limits);
        RichText text = new RichText(limits);
        while (xml.nextStart()) {
            if (xml.isAt("si")) {
                strings.add(text.read(xml));
            }
        }
        xml.drain();
        return strings;
    }

    /** Adds the next string; an empty one means a blank cell. */
    void add(Optional<CellValue> value) throws UnreadableWorkbook {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = value.orElse(null);
        bytes += BYTES_A_STRING;
        if (value.isPresent() && value.get() instanceof CellValue.Text text) {
            bytes += 2L * (text.text().length() + text.footnoteMark().length());
        }
        if (bytes > limits.sharedStringBytes()) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_SHARED_STRINGS,
                    Sentence.of(
                            "The workbook's texts need more than the limit of %,d MB of memory; send only the table, in several workbooks if need be.",
                            limits.sharedStringBytes() >> 20));
        }
    }

    boolean has(int index) {
        return index >= 0 && index < count;
    }

    int count() {
        return count;
    }

    /** The string of an index that is there; empty for an empty one. */
    Optional<CellValue> get(int index) {
        return Optional.ofNullable(values[index]);
    }
}
