package org.monthend.extract.format;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The records of one part of an .xlsb, one by one: a type, a length and so many bytes ([MS-XLSB] 2.1.4). */
final class BinaryPart implements Closeable {

    private static final int NO_TEXT = -1;

    private final PartStream stream;
    private final ReadLimits limits;
    private Supplier<String> subject;

    private final byte[] buffer = new byte[1 << 15];
    private int bufferAt;
    private int bufferEnd;

    private int type;
    private byte[] record = new byte[1 << 10];
    private int at;
    private int end;

    BinaryPart(PartStream stream, String subject, ReadLimits limits) {
        this.stream = stream.asBinary();
        this.subject = () -> subject;
        this.limits = limits;
    }

    /** Says from now on more exactly what is read, for the beginning of a refusal: Sheet 'CP', after cell F14, */
    void describeAs(Supplier<String> place) {
        subject = place;
    }

    /**
     * Goes on to the next record, past those that later versions added, whose types may mean something else; the part must
     * not end before the record that ends what it holds.
     */
    boolean nextBefore(int last) throws IOException {
        next();
        int depth = 0;
        while (depth > 0 || type == XlsbRecord.FUTURE) {
            depth += type == XlsbRecord.FUTURE ? 1 : type == XlsbRecord.FUTURE_END ? -1 : 0;
            next();
        }
        return type != last;
    }

    private void next() throws IOException {
        int low = nextByte();
        type = low < 0x80 ? low : (low & 0x7f) | (nextByte() & 0x7f) << 7;
        int length = 0;
        for (int i = 0; i < 4; i++) {
            int part = nextByte();
            length |= (part & 0x7f) << (7 * i);
            if (part < 0x80) {
                break;
            }
        }
        if (length > limits.unbrokenCharacters()) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_TEXT,
                    Sentence.of(
                            "%s holds a single text above the limit of %,d characters; send only the table.",
                            subject.get(), limits.unbrokenCharacters()));
        }
        fill(length);
    }

    private void fill(int length) throws IOException {
        int filled = 0;
        while (filled < length) {
            if (bufferAt == bufferEnd) {
                refill();
            }
            int taken = Math.min(length - filled, bufferEnd - bufferAt);
            if (filled + taken > record.length) {
                record = Arrays.copyOf(record, Math.max(filled + taken, Math.min(length, 2 * record.length)));
            }
            System.arraycopy(buffer, bufferAt, record, filled, taken);
            bufferAt += taken;
            filled += taken;
        }
        at = 0;
        end = length;
    }

    private int nextByte() throws IOException {
        if (bufferAt == bufferEnd) {
            refill();
        }
        return buffer[bufferAt++] & 0xff;
    }

    private void refill() throws IOException {
        bufferAt = 0;
        bufferEnd = 0;
        while (bufferEnd == 0) {
            int read = stream.read(buffer, 0, buffer.length);
            if (read < 0) {
                throw Refusals.damaged(subject.get(), new EOFException("ends too early"));
            }
            bufferEnd = read;
        }
    }

    int type() {
        return type;
    }

    /** The next byte of the record, without sign. */
    int unsignedByte() throws UnreadableWorkbook {
        return record[take(1)] & 0xff;
    }

    int unsignedShort() throws UnreadableWorkbook {
        return littleEndian(take(2), 2);
    }

    int unsigned24() throws UnreadableWorkbook {
        return littleEndian(take(3), 3);
    }

    int integer() throws UnreadableWorkbook {
        return littleEndian(take(4), 4);
    }

    double real() throws UnreadableWorkbook {
        int from = take(8);
        long high = littleEndian(from + 4, 4);
        return Double.longBitsToDouble(high << 32 | Integer.toUnsignedLong(littleEndian(from, 4)));
    }

    /** A text with its length before it; empty when the length says that there is none. */
    Optional<String> optionalText() throws UnreadableWorkbook {
        int length = integer();
        return length == NO_TEXT ? Optional.empty() : Optional.of(text(length));
    }

    String text() throws UnreadableWorkbook {
        return text(integer());
    }

    private String text(int length) throws UnreadableWorkbook {
        if (length < 0 || length > (end - at) / 2) {
            throw tooShort();
        }
        // Half a surrogate pair must stay what it is, to be told from a character that was lost.
        int from = take(2 * length);
        char[] characters = new char[length];
        for (int i = 0; i < length; i++) {
            characters[i] = (char) littleEndian(from + 2 * i, 2);
        }
        return new String(characters);
    }

    void skip(int count) throws UnreadableWorkbook {
        take(count);
    }

    private int take(int count) throws UnreadableWorkbook {
        if (count > end - at) {
            throw tooShort();
        }
        int from = at;
        at += count;
        return from;
    }

    private int littleEndian(int from, int count) {
        int number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | record[from + i] & 0xff;
        }
        return number;
    }

    private UnreadableWorkbook tooShort() {
        return Refusals.damaged(subject.get(), new EOFException("record " + type + " is too short"));
    }

    /** Reads the part to its end, so that its checksum is known to be right. */
    void drain() throws IOException {
        stream.drain();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
