package org.monthend.extract.format;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the fields of one record after the other from the parser, and what is wrong with their quotes. */
final class CsvRecords extends CsvCallbackHandler<CsvRecords.Fields> {

    /**
     * One record.
     *
     * @param line line on which it starts, from 1
     * @param texts its fields up to the limit of columns; a field too long for a cell is cut one character behind the limit
     * @param count how many fields it has
     * @param strayQuote whether a quote stands in a field that is not quoted
     */
    record Fields(long line, List<String> texts, int count, boolean strayQuote) {}

    private final ReadLimits limits;
    private List<String> texts = new ArrayList<>();
    private int count;
    private long line;
    private boolean strayQuote;
    private RecordType type = RecordType.DATA;

    CsvRecords(ReadLimits limits) {
        this.limits = limits;
    }

    /** The line on which the last record started. */
    long line() {
        return line;
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return count;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        texts = new ArrayList<>(texts.size());
        count = 0;
        strayQuote = false;
        type = RecordType.DATA;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        count++;
        if (count <= limits.columns()) {
            texts.add(length == 0 ? "" : new String(buffer, offset, Math.min(length, limits.cellCharacters() + 1)));
        }
        if (!quoted) {
            for (int i = offset; i < offset + length && !strayQuote; i++) {
                strayQuote = buffer[i] == '"';
            }
        }
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("comments are not switched on");
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
        count = 1;
        texts.add("");
    }

    @Override
    protected @Nullable Fields buildRecord() {
        return new Fields(line, texts, count, strayQuote);
    }
}
