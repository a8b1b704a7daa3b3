package org.monthend.publish.sender;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an XML part piece by piece and keeps every piece as it was written, so that a copy differs from the original
 * only where it is meant to. For parts that a parser has found to be well-formed.
 */
final class Markup {

    enum Kind {
        TEXT,
        START,
        /** A start and an end in one: {@code <c r="A1"/>}. */
        EMPTY,
        END,
        /** A comment, an instruction or a CDATA section. */
        OTHER
    }

    private static final Pattern NUMBERED = Pattern.compile("&#(x[0-9A-Fa-f]+|[0-9]+);");

    private final Reader in;
    private final Charset meaning;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder raw = new StringBuilder();
    private int at;
    private int end;
    private int open;
    private int depth;
    private Kind kind = Kind.OTHER;
    private String prefix = "";
    private boolean sawRoot;

    /**
     * @param in the characters of the part; of a part in an encoding of bytes each byte is one character
     * @param meaning what those bytes mean, for the values of attributes; UTF-16 where they are characters already
     */
    Markup(Reader in, Charset meaning) {
        this.in = in;
        this.meaning = meaning;
    }

    /** Goes to the next piece; false at the end. */
    boolean next() throws IOException {
        raw.setLength(0);
        int first = read();
        if (first < 0) {
            return false;
        }
        if (first != '<') {
            readText();
            return true;
        }
        int second = read();
        if (second == '!') {
            other(startsWith("--") ? "-->" : startsWith("[CDATA[") ? "]]>" : ">");
        } else if (second == '?') {
            other("?>");
        } else {
            tag(second);
        }
        return true;
    }

    private void readText() throws IOException {
        kind = Kind.TEXT;
        depth = open;
        while (fill()) {
            int from = at;
            while (at < end && buffer[at] != '<') {
                at++;
            }
            raw.append(buffer, from, at - from);
            if (at < end) {
                return;
            }
        }
    }

    private void other(String closing) throws IOException {
        kind = Kind.OTHER;
        depth = open;
        while (!endsWith(closing)) {
            if (read() < 0) {
                throw new IOException("the part breaks off");
            }
        }
    }

    private boolean endsWith(String words) {
        int from = raw.length() - words.length();
        if (from < words.length() - 1 && words.length() > 1 || from < 0) {
            return false;
        }
        for (int i = 0; i < words.length(); i++) {
            if (raw.charAt(from + i) != words.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void tag(int second) throws IOException {
        int quote = 0;
        int last = second;
        for (int character = second; character != '>' || quote != 0; ) {
            last = character;
            character = read();
            if (character < 0) {
                throw new IOException("the part breaks off");
            }
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '"' || character == '\'') {
                quote = character;
            }
        }
        if (second == '/') {
            kind = Kind.END;
            depth = --open;
            return;
        }
        kind = last == '/' ? Kind.EMPTY : Kind.START;
        depth = open;
        open += kind == Kind.START ? 1 : 0;
        if (!sawRoot) {
            sawRoot = true;
            String name = name();
            prefix = name.substring(0, name.indexOf(':') + 1);
        }
    }

    private boolean startsWith(String words) throws IOException {
        for (char expected : words.toCharArray()) {
            if (!fill() || buffer[at] != expected) {
                return false;
            }
            read();
        }
        return true;
    }

    private int read() throws IOException {
        if (!fill()) {
            return -1;
        }
        raw.append(buffer[at]);
        return buffer[at++];
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }

    Kind kind() {
        return kind;
    }

    /** The piece as it was written. */
    CharSequence raw() {
        return raw;
    }

    /** The same, for markup that is cut out of this one. */
    Markup within(String cutOut) {
        return new Markup(new StringReader(cutOut), meaning);
    }

    /** How many elements are open around the piece; 0 for the root's own tags. */
    int depth() {
        return depth;
    }

    /** The prefix that the root's namespace has, with its colon; empty for none. */
    String prefix() {
        return prefix;
    }

    boolean opens(String name) {
        return (kind == Kind.START || kind == Kind.EMPTY) && is(name);
    }

    boolean closes(String name) {
        return kind == Kind.END && is(name);
    }

    /** Whether it is a tag of that name in the root's namespace. */
    private boolean is(String name) {
        int from = kind == Kind.END ? 2 : 1;
        int to = from + prefix.length() + name.length();
        if (raw.length() <= to || isNamed(raw.charAt(to))) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (raw.charAt(from + i) != prefix.charAt(i)) {
                return false;
            }
        }
        for (int i = 0; i < name.length(); i++) {
            if (raw.charAt(from + prefix.length() + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNamed(char character) {
        return character > ' ' && character != '>' && character != '/';
    }

    /** The name with its prefix. */
    String name() {
        int from = kind == Kind.END ? 2 : 1;
        int to = from;
        while (isNamed(raw.charAt(to))) {
            to++;
        }
        return raw.substring(from, to);
    }

    /** The value of an attribute by its whole name, in characters. */
    Optional<String> attribute(String name) {
        return span(raw, name).map(span -> decoded(raw.substring(span.from(), span.to())));
    }

    boolean isSet(String name) {
        return attribute(name)
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }

    /** The text of this piece, in characters. */
    String text() {
        if (kind != Kind.TEXT) {
            throw new IllegalStateException("the piece is a tag");
        }
        return decoded(raw.toString());
    }

    /** The value of an attribute whatever its prefix is, such as id of r:id. */
    Optional<String> anyPrefixed(String name) {
        int colon = raw.indexOf(":" + name + "=");
        int from = colon;
        while (from > 0 && isNamed(raw.charAt(from - 1))) {
            from--;
        }
        return colon < 0 ? Optional.empty() : attribute(raw.substring(from, colon + 1 + name.length()));
    }

    private String decoded(String written) {
        String characters = meaning == StandardCharsets.UTF_16
                ? written
                : new String(written.getBytes(StandardCharsets.ISO_8859_1), meaning);
        if (characters.indexOf('&') < 0) {
            return characters;
        }
        return NUMBERED.matcher(characters)
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(numbered(found.group(1)))))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static int numbered(String digits) {
        return digits.startsWith("x") ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
    }

    /** The tag with an attribute set. */
    static String with(CharSequence tag, String attribute, String value) {
        Optional<Span> span = span(tag, attribute);
        if (span.isPresent()) {
            return tag.subSequence(0, span.get().from())
                    + Characters.escaped(value)
                    + tag.subSequence(span.get().to(), tag.length());
        }
        int end = tag.length() - (tag.charAt(tag.length() - 2) == '/' ? 2 : 1);
        return tag.subSequence(0, end) + " " + attribute + "=\"" + Characters.escaped(value) + "\""
                + tag.subSequence(end, tag.length());
    }

    /** The tag without an attribute. */
    static String without(CharSequence tag, String attribute) {
        return span(tag, attribute)
                .map(span -> tag.subSequence(0, span.name())
                        + tag.subSequence(span.to() + 1, tag.length()).toString())
                .orElse(tag.toString());
    }

    /** The start tag of an element that was empty. */
    static String opened(CharSequence emptyTag) {
        return emptyTag.subSequence(0, emptyTag.length() - 2) + ">";
    }

    private static Optional<Span> span(CharSequence tag, String attribute) {
        int at = 1;
        while (at < tag.length() && isNamed(tag.charAt(at))) {
            at++;
        }
        while (true) {
            while (at < tag.length() && tag.charAt(at) <= ' ') {
                at++;
            }
            int name = at;
            while (at < tag.length() && tag.charAt(at) != '=' && tag.charAt(at) > ' ' && tag.charAt(at) != '>') {
                at++;
            }
            int nameEnd = at;
            while (at < tag.length() && tag.charAt(at) != '"' && tag.charAt(at) != '\'') {
                at++;
            }
            if (at >= tag.length()) {
                return Optional.empty();
            }
            char quote = tag.charAt(at);
            int from = at + 1;
            int to = from;
            while (tag.charAt(to) != quote) {
                to++;
            }
            if (nameEnd - name == attribute.length() && attribute.contentEquals(tag.subSequence(name, nameEnd))) {
                return Optional.of(new Span(name, from, to));
            }
            at = to + 1;
        }
    }

    /** Where an attribute's name begins, and where its value begins and ends. */
    private record Span(int name, int from, int to) {}
}
