package org.monthend.publish.sender;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The parts of a workbook's package, to be copied with some of them changed. What is not changed is copied byte for
 * byte, and nothing is held in memory but the changed parts that are asked for as text.
 */
final class WorkbookParts implements AutoCloseable {

    /** Copies a part with its changes. */
    @FunctionalInterface
    interface Rewriting {
        void rewrite(Markup in, Writer out) throws IOException;
    }

    /** Gives the text of a part once all others are written. */
    @FunctionalInterface
    interface LastText {
        String text() throws IOException;
    }

    /** The first moment that a zip archive can name: the same content is the same bytes. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int BEGINNING = 256;
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Rewriting> rewritings = new HashMap<>();
    private final Map<String, LastText> lastTexts = new LinkedHashMap<>();
    private final Map<String, Boolean> removed = new HashMap<>();

    private WorkbookParts(ZipFile zip) {
        this.zip = zip;
        Collections.list(zip.entries()).stream()
                .filter(entry -> !leavesItsFolder(entry.getName()))
                .forEach(entry -> entries.putIfAbsent(key(entry.getName()), entry));
    }

    /** A part that would be written elsewhere if the workbook were unpacked is not passed on. */
    private static boolean leavesItsFolder(String part) {
        return part.matches(".*(^|[/\\\\])\\.\\.([/\\\\].*|$)");
    }

    static WorkbookParts open(Path file) throws IOException {
        return new WorkbookParts(new ZipFile(file.toFile()));
    }

    /** Names of parts are the same in upper and lower case. */
    private static String key(String part) {
        return part.toLowerCase(Locale.ROOT);
    }

    boolean has(String part) {
        String key = key(part);
        return !removed.containsKey(key)
                && (entries.containsKey(key) || texts.containsKey(key) || lastTexts.containsKey(key));
    }

    /** A name that no part has yet: comments becomes comments1.xml, or the next number that is free. */
    String freeName(String beginning, String ending) {
        int number = 1;
        while (has(beginning + number + ending)) {
            number++;
        }
        return beginning + number + ending;
    }

    /** The part, one character for each byte where its encoding is one of bytes. */
    String text(String part) throws IOException {
        String changed = texts.get(key(part));
        if (changed != null) {
            return changed;
        }
        try (InputStream bytes = open(entry(part))) {
            return new String(bytes.readAllBytes(), encodingOf(part).characters());
        }
    }

    Markup markup(String part) throws IOException {
        String changed = texts.get(key(part));
        if (changed != null) {
            return markupOf(changed, part);
        }
        Encoding encoding = encodingOf(part);
        return new Markup(new InputStreamReader(open(entry(part)), encoding.characters()), encoding.meaning());
    }

    /** The text of a part, already asked for, as markup. */
    Markup markupOf(String text, String part) throws IOException {
        return new Markup(
                new StringReader(text),
                entries.containsKey(key(part)) ? encodingOf(part).meaning() : StandardCharsets.UTF_8);
    }

    /** Puts a part in place of the one of that name, or adds it. */
    void put(String part, String text) {
        removed.remove(key(part));
        texts.put(key(part), text);
        entries.computeIfAbsent(key(part), key -> new ZipEntry(part));
    }

    /** Changes a part while it is copied. */
    void rewrite(String part, Rewriting rewriting) {
        rewritings.put(key(part), rewriting);
    }

    /** Puts a part whose text is only known once all others are written. */
    void putLast(String part, LastText text) {
        removed.remove(key(part));
        lastTexts.put(key(part), text);
        entries.computeIfAbsent(key(part), key -> new ZipEntry(part));
    }

    void remove(String part) {
        removed.put(key(part), true);
        texts.remove(key(part));
    }

    void write(OutputStream out) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        List<String> order = new ArrayList<>(entries.keySet());
        order.removeAll(lastTexts.keySet());
        order.addAll(lastTexts.keySet());
        for (String key : order) {
            ZipEntry entry = entries.get(key);
            if (entry == null || removed.containsKey(key)) {
                continue;
            }
            ZipEntry target = new ZipEntry(entry.getName());
            target.setTimeLocal(EPOCH);
            copy.putNextEntry(target);
            writePart(key, entry, copy);
            copy.closeEntry();
        }
        copy.finish();
        copy.flush();
    }

    private void writePart(String key, ZipEntry entry, OutputStream out) throws IOException {
        LastText last = lastTexts.get(key);
        String text = last == null ? texts.get(key) : last.text();
        Rewriting rewriting = rewritings.get(key);
        if (text != null) {
            out.write(text.getBytes(charactersOf(entry.getName())));
        } else if (rewriting != null) {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, charactersOf(entry.getName())), 1 << 16);
            rewriting.rewrite(markup(entry.getName()), writer);
            writer.flush();
        } else if (!entry.isDirectory()) {
            try (InputStream bytes = open(entry)) {
                bytes.transferTo(out);
            }
        }
    }

    private Charset charactersOf(String part) throws IOException {
        return zip.getEntry(part) == null
                ? StandardCharsets.ISO_8859_1
                : encodingOf(part).characters();
    }

    private ZipEntry entry(String part) throws IOException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            throw new IOException("the workbook has no part " + part);
        }
        return entry;
    }

    private InputStream open(ZipEntry entry) throws IOException {
        InputStream bytes = zip.getInputStream(entry);
        if (bytes == null) {
            throw new IOException("the workbook has no part " + entry.getName());
        }
        return new BufferedInputStream(bytes, 1 << 16);
    }

    private Encoding encodingOf(String part) throws IOException {
        ZipEntry entry = entry(part);
        if (zip.getEntry(entry.getName()) == null) {
            return Encoding.UTF_8;
        }
        try (InputStream bytes = open(entry)) {
            return Encoding.of(bytes.readNBytes(BEGINNING));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * How a part is written.
     *
     * @param characters by which it is read and written here: a byte is a character, unless characters are two bytes
     * @param meaning what those characters mean
     */
    private record Encoding(Charset characters, Charset meaning) {

        static final Encoding UTF_8 = new Encoding(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8);

        static Encoding of(byte[] beginning) throws IOException {
            if (beginning.length >= 2) {
                int mark = (beginning[0] & 0xff) << 8 | beginning[1] & 0xff;
                if (mark == 0xfeff || mark == '<') {
                    return new Encoding(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16);
                }
                if (mark == 0xfffe || mark == '<' << 8) {
                    return new Encoding(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16);
                }
            }
            ByteArrayOutputStream first = new ByteArrayOutputStream();
            first.write(beginning);
            Matcher named = ENCODING.matcher(first.toString(StandardCharsets.ISO_8859_1));
            try {
                return named.find()
                        ? new Encoding(StandardCharsets.ISO_8859_1, Charset.forName(named.group(1)))
                        : UTF_8;
            } catch (IllegalArgumentException e) {
                throw new IOException("a part is in an encoding that Java does not know: " + named.group(1), e);
            }
        }
    }
}
