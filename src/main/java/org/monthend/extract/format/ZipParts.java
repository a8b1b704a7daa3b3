package org.monthend.extract.format;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of a zip, judged by its table of contents before any of them is read: no part twice, none too large or too
 * well compressed, whether it is wanted or not. Names are compared as packages compare them, without regard to case.
 * Nothing is written to disk, so no name can lead anywhere.
 */
final class ZipParts implements Closeable {

    private static final int LONGEST_ZIP_COMMENT = 65_535;
    private static final int END_RECORD_LENGTH = 22;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final Set<String> checked = new HashSet<>();
    private final ReadLimits limits;
    private final ReadingClock clock;

    private ZipParts(ZipFile zip, ReadLimits limits, ReadingClock clock) {
        this.zip = zip;
        this.limits = limits;
        this.clock = clock;
    }

    static ZipParts open(Path file, ReadLimits limits, ReadingClock clock, Remarks remarks) throws IOException {
        ZipParts parts = new ZipParts(openZip(file), limits, clock);
        try {
            parts.judge(Files.size(file), remarks);
            return parts;
        } catch (IOException | RuntimeException refused) {
            parts.close();
            throw refused;
        }
    }

    private static ZipFile openZip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException | RuntimeException damaged) {
            if (isEncrypted(file)) {
                throw Refusals.encrypted();
            }
            if (hasEnd(file)) {
                throw new UnreadableWorkbook(
                        Reason.CORRUPT,
                        "The file is damaged (its zip directory is broken): send it again, or open it in Excel and save it anew.",
                        damaged);
            }
            throw Refusals.truncated(damaged);
        }
    }

    /** Whether the first part is encrypted by the zip's own means; bit 0 of its flags. */
    private static boolean isEncrypted(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(6);
            int flags = bytes.read();
            return flags > 0 && (flags & 1) == 1;
        }
    }

    /** Whether the zip's last record is there: PK 5 6, at most one comment before the end. */
    private static boolean hasEnd(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(bytes.length(), LONGEST_ZIP_COMMENT + END_RECORD_LENGTH);
            byte[] tail = new byte[length];
            bytes.seek(bytes.length() - length);
            bytes.readFully(tail);
            int end = new String(tail, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0005\u0006");
            return end >= 0 && end + END_RECORD_LENGTH <= length;
        }
    }

    private void judge(long fileSize, Remarks remarks) throws UnreadableWorkbook {
        if (zip.size() > limits.parts()) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_PARTS,
                    Sentence.of(
                            "The file has %,d parts, above the limit of %,d; open it in Excel, copy the table to a new workbook and send that.",
                            zip.size(), limits.parts()));
        }
        long compressed = 0;
        long uncompressed = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            judge(entry);
            compressed += entry.getCompressedSize();
            uncompressed += entry.getSize();
            if (isUnsafe(entry.getName())) {
                remarks.add(
                        Remark.Kind.UNSAFE_PART_NAME,
                        "The file has a part named '" + Excerpt.of(entry.getName())
                                + "', which would leave the folder if the file were unpacked; it was not read.");
            }
            if (!entry.isDirectory() && entries.put(key(entry.getName()), entry) != null) {
                throw new UnreadableWorkbook(
                        Reason.AMBIGUOUS_ZIP,
                        "The file holds the part '" + Excerpt.of(entry.getName())
                                + "' twice, so two programs could read different figures from it; open it in Excel, check it, save it anew and send that.");
            }
        }
        if (compressed > fileSize) {
            throw new UnreadableWorkbook(
                    Reason.AMBIGUOUS_ZIP,
                    "The parts of the file overlap each other, which no spreadsheet program writes; ask the sender where the file comes from.");
        }
        if (uncompressed > limits.packageBytes()) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_PACKAGE_SIZE,
                    Sentence.of(
                            "The file unpacks to %,d MB, above the limit of %,d MB; send a workbook that holds only the table.",
                            uncompressed >> 20, limits.packageBytes() >> 20));
        }
    }

    private void judge(ZipEntry entry) throws UnreadableWorkbook {
        long size = entry.getSize();
        if (size > limits.partBytes()) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_PART_SIZE,
                    Sentence.of(
                            "The part '%s' unpacks to %,d MB, above the limit of %,d MB; send a workbook that holds only the table.",
                            Excerpt.of(entry.getName()), size >> 20, limits.partBytes() >> 20));
        }
        long compressed = Math.max(1, entry.getCompressedSize());
        if (size > limits.ratioFreeBytes() && size / compressed > limits.ratio()) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_RATIO,
                    Sentence.of(
                            "The part '%s' unpacks to %,d times its size, above the limit of %,d, as a zip bomb does; open the file in Excel, save it anew and send that.",
                            Excerpt.of(entry.getName()), size / compressed, limits.ratio()));
        }
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** Whether there are no parts at all. */
    boolean isEmpty() {
        return entries.isEmpty();
    }

    long size(String name) {
        return Optional.ofNullable(entries.get(key(name)))
                .map(ZipEntry::getSize)
                .orElse(0L);
    }

    /** Reads a part that describes the workbook. */
    PartStream readSupport(String name) throws IOException {
        if (size(name) > limits.supportBytes()) {
            throw new UnreadableWorkbook(
                    Reason.LIMIT_SUPPORT_SIZE,
                    Sentence.of(
                            "The part '%s' unpacks to %,d MB, above the limit of %,d MB; open the file in Excel, copy the table to a new workbook and send that.",
                            Excerpt.of(name), size(name) >> 20, limits.supportBytes() >> 20));
        }
        return read(name, "The part '" + Excerpt.of(name) + "'");
    }

    /** @param subject what the part is to a steward, to begin a sentence with */
    PartStream read(String name, String subject) throws IOException {
        ZipEntry entry = entries.get(key(name));
        if (entry == null) {
            throw new UnreadableWorkbook(
                    Reason.MISSING_PART,
                    Sentence.of(
                            "%s is missing from the file, which is damaged; open it in Excel, check it, save it anew and send that.",
                            subject));
        }
        try {
            return new PartStream(zip.getInputStream(entry), entry, subject, limits, clock, checked);
        } catch (ZipException | EOFException damaged) {
            throw new UnreadableWorkbook(Reason.CORRUPT, subject + " is damaged: send the file again.", damaged);
        }
    }

    private static String key(String name) {
        String slashes = name.replace('\\', '/');
        return (slashes.startsWith("/") ? slashes.substring(1) : slashes).toLowerCase(Locale.ROOT);
    }

    private static boolean isUnsafe(String name) {
        return name.startsWith("/")
                || name.startsWith("\\")
                || name.matches("(?s)(.*[/\\\\])?\\.\\.([/\\\\].*)?")
                || name.matches("(?s)[A-Za-z]:.*");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
