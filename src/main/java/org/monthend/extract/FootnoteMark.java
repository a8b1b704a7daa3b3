package org.monthend.extract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A footnote's mark and the text that it stands with: 17* is 17 and *, "* 16 relate to sickness" is the note of *.
 *
 * @param mark an asterisk, dagger or superscript digit, one or more; or (r) and (p), by which statisticians call a figure
 *     revised or provisional
 */
public record FootnoteMark(String mark, String text) {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String MARK = "(?:[*†‡" + SUPERSCRIPTS + "]+|\\([rp]\\))";
    private static final Pattern BEHIND = Pattern.compile("(?s)(.*?)\\s*(" + MARK + ")");
    private static final Pattern BEFORE = Pattern.compile("(?s)(" + MARK + "|[0-9]{1,2}(?=[:.)]\\s))[:.)]?\\s*(.+)");

    /** Splits the mark off, where there is one: before the text as in notes, or behind it as in cells. */
    public static Optional<FootnoteMark> split(String words, boolean before) {
        Matcher matcher = (before ? BEFORE : BEHIND).matcher(words.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                before
                        ? new FootnoteMark(matcher.group(1), matcher.group(2).strip())
                        : new FootnoteMark(matcher.group(2), matcher.group(1).strip()));
    }

    /** The mark as a cell and its note share it, however each writes it: ⁴, a 4 in superscript and "4." are one mark. */
    public static String shared(String mark) {
        return mark.codePoints()
                .map(character ->
                        SUPERSCRIPTS.indexOf(character) < 0 ? character : '0' + SUPERSCRIPTS.indexOf(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
