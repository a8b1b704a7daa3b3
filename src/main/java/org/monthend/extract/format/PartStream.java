package org.monthend.extract.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * The uncompressed bytes of one part of a zip, watched while they are read: never more than declared, no text or markup
 * without an end, the checksum right at the end, and within the time.
 */
final class PartStream extends InputStream {

    private final InputStream source;
    private final ZipEntry entry;
    private final String subject;
    private final ReadLimits limits;
    private final ReadingClock clock;
    private final Set<String> checked;
    private final CRC32 checksum = new CRC32();
    private long count;
    private long unbroken;
    private boolean ended;
    private boolean binary;

    /**
     * @param subject what the part is to a steward, to begin a sentence with: Sheet 'CP'
     * @param checked the parts of the zip that were read to their end once, and whose checksum was right
     */
    PartStream(
            InputStream source,
            ZipEntry entry,
            String subject,
            ReadLimits limits,
            ReadingClock clock,
            Set<String> checked) {
        this.source = source;
        this.entry = entry;
        this.subject = subject;
        this.limits = limits;
        this.clock = clock;
        this.checked = checked;
    }

    /** Says that the part holds no markup, so that none is missed; whoever reads it watches the length of its records. */
    PartStream asBinary() {
        binary = true;
        return this;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int read;
        try {
            read = source.read(bytes, offset, length);
        } catch (ZipException | EOFException damaged) {
            throw damaged("its compressed data are broken", damaged);
        }
        if (read < 0) {
            ended = true;
            if (count != entry.getSize() || checksum.getValue() != entry.getCrc()) {
                throw damaged("its checksum does not match", new ZipException("bad checksum or size"));
            }
            checked.add(entry.getName());
            return -1;
        }
        count += read;
        if (count > entry.getSize()) {
            throw damaged("it is longer than it says", new ZipException("more data than declared"));
        }
        checksum.update(bytes, offset, read);
        if (!binary) {
            watchMarkup(bytes, offset, read);
        }
        clock.check();
        return read;
    }

    /** Reads what is left, so that the checksum is known to be right. */
    void drain() throws IOException {
        byte[] rest = new byte[1 << 15];
        while (!ended && !checked.contains(entry.getName())) {
            read(rest, 0, rest.length);
            unbroken = 0;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Looks for the last beginning of a tag; from the end it is found within a few bytes. */
    private void watchMarkup(byte[] bytes, int offset, int length) throws UnreadableWorkbook {
        int at = offset + length - 1;
        while (at >= offset && bytes[at] != '<') {
            at--;
        }
        unbroken = at < offset ? unbroken + length : offset + length - at;
        if (unbroken > limits.unbrokenCharacters()) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_TEXT,
                    Sentence.of(
                            "%s holds a single text above the limit of %,d characters; send only the table.",
                            subject, limits.unbrokenCharacters()));
        }
    }

    private UnreadableWorkbook damaged(String how, IOException cause) {
        return new UnreadableWorkbook(
                Reason.CORRUPT,
                Sentence.of(
                        "%s is damaged (%s): the file was changed on its way; send it again, or open it in Excel and save it anew.",
                        subject, how),
                cause);
    }
}
