package org.monthend.publish.sender;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.monthend.catalogue.Severity;

/**
 * The styles of a workbook, to which those of marked cells are added: the cell's own style under another fill. What is
 * there stays as it is, so no other cell can change its looks.
 */
final class StyleSheet {

    /** Colours that are hardly anybody's own, so that marks of an earlier time are known again. */
    private static final Map<Severity, String> FILLS = Map.of(
            Severity.REFUSE, "FFFFC7C1",
            Severity.ERROR, "FFFFC7C1",
            Severity.QUERY, "FFFFE39B",
            Severity.NOTE, "FFCFE3F7");

    private static final Set<String> COLOURS = Set.copyOf(FILLS.values());
    private static final String HEADER_FILL = "FFE9EEF1";
    private static final List<String> ORDER = List.of(
            "numFmts",
            "fonts",
            "fills",
            "borders",
            "cellStyleXfs",
            "cellXfs",
            "cellStyles",
            "dxfs",
            "tableStyles",
            "colors",
            "extLst");

    /** The least that a style sheet holds, for a workbook that has none. */
    static final String PLAIN = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font>\
            <sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>\
            </fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/>\
            <top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0"\
             borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"\
             xfId="0"/></cellXfs></styleSheet>""";

    private final WorkbookParts parts;
    private final String part;
    private final Map<String, List<String>> found = new HashMap<>();
    private final Map<String, List<String>> added = new HashMap<>();
    private final Map<List<Object>, Integer> derived = new HashMap<>();
    private final Set<Integer> marks = new java.util.HashSet<>();
    private String prefix = "";

    private StyleSheet(WorkbookParts parts, String part) {
        this.parts = parts;
        this.part = part;
    }

    static StyleSheet read(WorkbookParts parts, String part) throws IOException {
        StyleSheet styles = new StyleSheet(parts, part);
        styles.readCollections();
        if (styles.found("fills").isEmpty()) {
            styles.add("fills", "<fill><patternFill patternType=\"none\"/></fill>");
            styles.add("fills", "<fill><patternFill patternType=\"gray125\"/></fill>");
        }
        if (styles.found("cellXfs").isEmpty()) {
            styles.add("cellXfs", "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>");
        }
        return styles;
    }

    private void readCollections() throws IOException {
        Markup in = parts.markup(part);
        String collection = "";
        StringBuilder item = new StringBuilder();
        while (in.next()) {
            if (in.depth() == 1 && in.kind() == Markup.Kind.START) {
                collection = in.name().substring(in.prefix().length());
            }
            if (in.depth() < 2) {
                continue;
            }
            item.append(in.raw());
            boolean whole = in.depth() == 2 && (in.kind() == Markup.Kind.END || in.kind() == Markup.Kind.EMPTY);
            if (whole && ORDER.indexOf(collection) <= ORDER.indexOf("cellXfs")) {
                noteMark(collection, item);
                found(collection)
                        .add(collection.equals("cellXfs") ? item.toString().strip() : "");
            }
            if (in.depth() == 2 && in.kind() != Markup.Kind.START) {
                item.setLength(0);
            }
        }
        prefix = in.prefix();
    }

    private void noteMark(String collection, CharSequence item) {
        if (collection.equals("fills")
                && COLOURS.stream().anyMatch(colour -> item.toString().contains("rgb=\"" + colour + "\""))) {
            marks.add(found("fills").size());
        }
    }

    private List<String> found(String collection) {
        return found.computeIfAbsent(collection, name -> new ArrayList<>());
    }

    /** Adds an item and gives its number. */
    private int add(String collection, String item) {
        List<String> more = added.computeIfAbsent(collection, name -> new ArrayList<>());
        more.add(prefix.isEmpty() ? item : item.replaceAll("<(/?)(?=[a-z])", "<$1" + prefix));
        return found(collection).size() + more.size() - 1;
    }

    private int addOnce(String collection, String item) {
        return derived.computeIfAbsent(List.of(collection, item), key -> add(collection, item));
    }

    /** Whether cells were marked here before. */
    boolean hasMarks() {
        return !marks.isEmpty();
    }

    /** The style without a mark of an earlier time: without any fill, as nobody knows which one it had. */
    int unmarked(int style) {
        return fillOf(style).filter(marks::contains).isPresent() ? withFill(style, 0) : style;
    }

    /** The style under the fill of a severity. */
    int marked(int style, Severity severity) {
        return withFill(style, fill(FILLS.getOrDefault(severity, "")));
    }

    private int withFill(int style, int fill) {
        return derived.computeIfAbsent(List.of(style, fill), key -> {
            List<String> own = found("cellXfs");
            String xf = style < own.size()
                    ? own.get(style)
                    : "<" + prefix + "xf numFmtId=\"0\" fontId=\"0\" borderId=\"0\"/>";
            int tag = xf.indexOf('>') + 1;
            String start =
                    Markup.with(Markup.with(xf.substring(0, tag), "fillId", Integer.toString(fill)), "applyFill", "1");
            List<String> more = added.computeIfAbsent("cellXfs", name -> new ArrayList<>());
            more.add(start + xf.substring(tag));
            return own.size() + more.size() - 1;
        });
    }

    private Optional<Integer> fillOf(int style) {
        List<String> own = found("cellXfs");
        if (style >= own.size()) {
            return Optional.empty();
        }
        String xf = own.get(style);
        int from = xf.indexOf("fillId=\"");
        return from < 0
                ? Optional.empty()
                : Optional.of(Integer.parseInt(xf.substring(from + 8, xf.indexOf('"', from + 8))));
    }

    private int fill(String colour) {
        return addOnce(
                "fills",
                "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"%s\"/><bgColor indexed=\"64\"/></patternFill></fill>"
                        .formatted(colour));
    }

    private int font(boolean bold, int points, String colour, boolean underlined) {
        return addOnce(
                "fonts",
                "<font>%s%s<sz val=\"%d\"/><color rgb=\"%s\"/><name val=\"Arial\"/><family val=\"2\"/></font>"
                        .formatted(bold ? "<b/>" : "", underlined ? "<u/>" : "", points, colour));
    }

    int title() {
        return ownStyle(font(true, 14, "FF14202B", false), 0, "vertical=\"center\"", false);
    }

    int note() {
        return ownStyle(font(false, 10, "FF505A5F", false), 0, "vertical=\"top\" wrapText=\"1\"", false);
    }

    int header() {
        return ownStyle(
                font(true, 10, "FF14202B", false), fill(HEADER_FILL), "vertical=\"center\" wrapText=\"1\"", false);
    }

    /** @param asWritten whether the text may not become a formula when someone edits it */
    int body(boolean asWritten) {
        return ownStyle(font(false, 10, "FF14202B", false), 0, "vertical=\"top\" wrapText=\"1\"", asWritten);
    }

    int link() {
        return ownStyle(font(false, 10, "FF1D70B8", true), 0, "vertical=\"top\"", false);
    }

    int severity(Severity severity) {
        return ownStyle(
                font(true, 10, "FF14202B", false), fill(FILLS.getOrDefault(severity, "")), "vertical=\"top\"", false);
    }

    private int ownStyle(int font, int fill, String alignment, boolean asWritten) {
        return addOnce(
                "cellXfs",
                "<xf numFmtId=\"0\" fontId=\"%d\" fillId=\"%d\" borderId=\"0\"%s applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment %s/></xf>"
                        .formatted(font, fill, asWritten ? " quotePrefix=\"1\"" : "", alignment));
    }

    /** The style sheet with all that was added. */
    String text() throws IOException {
        Markup in = parts.markup(part);
        StringBuilder out = new StringBuilder();
        List<String> toCome = new ArrayList<>(List.of("fonts", "fills", "cellXfs"));
        toCome.removeIf(collection -> !added.containsKey(collection));
        while (in.next()) {
            if (in.depth() == 1 && (in.kind() == Markup.Kind.START || in.kind() == Markup.Kind.EMPTY)) {
                String name = in.name().substring(in.prefix().length());
                insertBefore(ORDER.indexOf(name), toCome, out);
                if (toCome.remove(name)) {
                    String tag = Markup.with(in.raw(), "count", Integer.toString(count(name)));
                    boolean empty = in.kind() == Markup.Kind.EMPTY;
                    out.append(empty ? Markup.opened(tag) + items(name) + "</" + in.name() + ">" : tag);
                    if (!empty) {
                        copyItems(in, out, name);
                    }
                    continue;
                }
            }
            if (in.depth() == 0 && in.kind() == Markup.Kind.END) {
                insertBefore(ORDER.size(), toCome, out);
            }
            out.append(in.raw());
        }
        return out.toString();
    }

    private void copyItems(Markup in, StringBuilder out, String name) throws IOException {
        while (in.next()) {
            boolean ends = in.depth() == 1 && in.kind() == Markup.Kind.END;
            if (ends) {
                out.append(items(name));
            }
            out.append(in.raw());
            if (ends) {
                return;
            }
        }
    }

    /** Collections that the style sheet does not have, where the schema has their place. */
    private void insertBefore(int place, List<String> toCome, StringBuilder out) {
        List<String> earlier = toCome.stream()
                .filter(name -> ORDER.indexOf(name) < place && place >= 0)
                .toList();
        for (String name : earlier) {
            out.append("<%s%s count=\"%d\">%s</%s%s>".formatted(prefix, name, count(name), items(name), prefix, name));
        }
        toCome.removeAll(earlier);
    }

    private int count(String name) {
        return found(name).size() + added.getOrDefault(name, List.of()).size();
    }

    private String items(String name) {
        return String.join("", added.getOrDefault(name, List.of()));
    }
}
