package org.monthend.publish.sender;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The comments of a sheet with those of Monthend among them. What a sender wrote at the same cell stays, and ours stands
 * below it; ours of an earlier time are taken away.
 */
final class SheetComments {

    static final String AUTHOR = "Monthend";

    /** Heads each of our texts, so that it is known again below a sender's own. */
    static final String HEADING = "\u2014 Monthend \u2014";

    private static final int LONGEST = 8_000;

    private static final String NONE = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors>\
            <commentList></commentList></comments>""";

    private static final String FONT =
            "<sz val=\"9\"/><color indexed=\"81\"/><rFont val=\"Tahoma\"/><family val=\"2\"/>";

    private final Map<CellPlace, String> toCome;
    private final Set<CellPlace> removed = new TreeSet<>();
    private final List<String> authors = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private String prefix = "";

    private SheetComments(Map<CellPlace, String> ours) {
        this.toCome = new TreeMap<>(ours);
    }

    /**
     * The part and the boxes that it needs.
     *
     * @param removed cells whose box is no longer needed
     * @param added cells that need a box
     */
    record Written(String text, Set<CellPlace> removed, Set<CellPlace> added) {}

    /** @param ours what is to be said at each cell */
    static Written write(WorkbookParts parts, Optional<String> part, Map<CellPlace, String> ours) throws IOException {
        SheetComments comments = new SheetComments(ours);
        Markup in = part.isPresent() ? parts.markup(part.get()) : parts.markupOf(NONE, "");
        comments.copy(in);
        return new Written(comments.out.toString(), comments.removed, comments.toCome.keySet());
    }

    private void copy(Markup in) throws IOException {
        boolean inAuthors = false;
        while (in.next()) {
            prefix = in.prefix();
            if (in.depth() == 1 && (in.opens("authors") || in.opens("commentList")) && in.kind() == Markup.Kind.EMPTY) {
                String name = in.name();
                out.append(Markup.opened(in.raw()));
                ending(name.endsWith("authors"));
                out.append("</").append(name).append(">");
                continue;
            }
            if (in.depth() == 1 && in.opens("authors")) {
                inAuthors = true;
            } else if (in.closes("authors")) {
                inAuthors = false;
                ending(true);
            } else if (in.depth() == 1 && in.closes("commentList")) {
                ending(false);
            } else if (inAuthors && in.depth() == 2 && in.opens("author")) {
                authors.add("");
            } else if (inAuthors && in.depth() == 3 && in.kind() == Markup.Kind.TEXT) {
                authors.set(authors.size() - 1, in.text());
            }
            if (in.depth() == 2 && in.opens("comment") && in.kind() == Markup.Kind.START) {
                comment(in);
            } else {
                out.append(in.raw());
            }
        }
    }

    private void ending(boolean ofAuthors) {
        if (ofAuthors) {
            if (!authors.contains(AUTHOR)) {
                authors.add(AUTHOR);
                out.append("<%sauthor>%s</%sauthor>".formatted(prefix, AUTHOR, prefix));
            }
            return;
        }
        toCome.forEach(
                (place, words) -> out.append("<%scomment ref=\"%s\" authorId=\"%d\"><%stext>%s</%stext></%scomment>"
                        .formatted(
                                prefix,
                                place.address(),
                                authors.indexOf(AUTHOR),
                                prefix,
                                runs("", words),
                                prefix,
                                prefix)));
    }

    private void comment(Markup in) throws IOException {
        String tag = in.raw().toString();
        Optional<CellPlace> place = in.attribute("ref").flatMap(CellPlace::of);
        boolean isOurs = in.attribute("authorId")
                .filter(author -> author.equals(Integer.toString(authors.indexOf(AUTHOR))))
                .isPresent();
        StringBuilder whole = new StringBuilder(tag);
        while (in.next()) {
            whole.append(in.raw());
            if (in.depth() == 2) {
                break;
            }
        }
        // LibreOffice does not keep authors, so ours are known by their heading, too.
        if (isOurs || plainText(in.within(whole.toString())).strip().startsWith(HEADING)) {
            place.ifPresent(removed::add);
            return;
        }
        Optional<String> words = place.map(toCome::remove);
        boolean wasMarked = whole.indexOf(Characters.escaped(HEADING)) >= 0 || whole.indexOf(inBytes(HEADING)) >= 0;
        out.append(words.isPresent() || wasMarked ? withOurs(in.within(whole.toString()), words) : whole);
    }

    private static String inBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The sender's comment without ours of an earlier time, and with ours of now below it. */
    private String withOurs(Markup in, Optional<String> words) throws IOException {
        StringBuilder copy = new StringBuilder();
        boolean cut = false;
        boolean said = false;
        while (in.next()) {
            boolean textOrRun = in.depth() == 2 && (in.opens("r") || in.opens("t")) && in.kind() == Markup.Kind.START;
            if (textOrRun) {
                String run = run(in);
                String plain = plainText(in.within(run));
                int heading = plain.indexOf(HEADING);
                if (heading >= 0 && !cut) {
                    String before = plain.substring(0, heading).stripTrailing();
                    copy.append(before.isEmpty() ? "" : run(before));
                    cut = true;
                } else if (!cut) {
                    copy.append(run);
                }
                continue;
            }
            boolean afterRuns = in.closes("text") || in.depth() == 2 && (in.opens("rPh") || in.opens("phoneticPr"));
            if (afterRuns && !said && words.isPresent()) {
                copy.append(runs("\n\n", words.get()));
                said = true;
            }
            copy.append(in.raw());
        }
        return copy.toString();
    }

    /** The run that begins here; plain text becomes one. */
    private String run(Markup in) throws IOException {
        boolean isText = in.opens("t");
        StringBuilder run = new StringBuilder(in.raw());
        while (in.next()) {
            run.append(in.raw());
            if (in.depth() == 2) {
                break;
            }
        }
        return isText ? "<%sr>%s</%sr>".formatted(prefix, run, prefix) : run.toString();
    }

    private static String plainText(Markup in) throws IOException {
        StringBuilder plain = new StringBuilder();
        boolean inText = false;
        while (in.next()) {
            inText = in.opens("t") || inText && !in.closes("t");
            plain.append(inText && in.kind() == Markup.Kind.TEXT ? in.text() : "");
        }
        return plain.toString();
    }

    private String run(String text) {
        return "<%sr><%st xml:space=\"preserve\">%s</%st></%sr>"
                .formatted(prefix, prefix, Characters.ofCell(text), prefix, prefix);
    }

    private String runs(String before, String words) {
        String cut = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
        String bold = "<%1$sr><%1$srPr><%1$sb/>%2$s</%1$srPr><%1$st xml:space=\"preserve\">%3$s</%1$st></%1$sr>"
                .formatted(prefix, font(), Characters.ofCell(before + HEADING));
        String plain = "<%1$sr><%1$srPr>%2$s</%1$srPr><%1$st xml:space=\"preserve\">%3$s</%1$st></%1$sr>"
                .formatted(prefix, font(), Characters.ofCell("\n" + cut));
        return bold + plain;
    }

    private String font() {
        return prefix.isEmpty() ? FONT : FONT.replace("<", "<" + prefix);
    }
}
