package org.monthend.publish.sender;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The workbook's own part: its sheets in the order of their tabs, into which the sheet of issues is put in front. */
final class SheetList {

    /** A hidden name by which the sheet of issues is known again, whatever program has saved the workbook since. */
    private static final String MARK = "Monthend_Issues";

    private static final String ISSUES = "Issues";
    private static final Pattern NAMED_SHEET = Pattern.compile("'((?:[^']|'')+)'!.*|([^'!]+)!.*");
    private static final Set<String> BEFORE_NAMES = Set.of(
            "fileVersion",
            "fileSharing",
            "workbookPr",
            "workbookProtection",
            "bookViews",
            "sheets",
            "functionGroups",
            "externalReferences");

    /** @param kind worksheet, chartsheet and so on */
    record Sheet(String name, String id, String part, String kind, boolean isHidden) {

        boolean hasCells() {
            return kind.equals("worksheet");
        }
    }

    private final WorkbookParts parts;
    private final String part;
    private final List<Sheet> sheets = new ArrayList<>();
    private int highestId;
    private String markedName = "";

    private SheetList(WorkbookParts parts, String part) {
        this.parts = parts;
        this.part = part;
    }

    static SheetList read(WorkbookParts parts, String part, Relations relations) throws IOException {
        SheetList list = new SheetList(parts, part);
        Markup in = parts.markup(part);
        boolean isMark = false;
        while (in.next()) {
            if (in.depth() == 2 && in.opens("sheet")) {
                String id = in.anyPrefixed("id").orElse("");
                list.highestId = Math.max(
                        list.highestId, Integer.parseInt(in.attribute("sheetId").orElse("0")));
                list.sheets.add(new Sheet(
                        in.attribute("name").orElse(""),
                        id,
                        relations.target(id).orElse(""),
                        relations.kind(id),
                        !in.attribute("state").orElse("visible").equals("visible")));
            } else if (in.depth() == 2 && in.opens("definedName")) {
                isMark = in.attribute("name").orElse("").equals(MARK);
            } else if (in.depth() == 3 && in.kind() == Markup.Kind.TEXT && isMark) {
                list.markedName = sheetOf(in.text());
            }
        }
        return list;
    }

    /** The sheet of a reference such as 'A sheet'!$A$1. */
    static String sheetOf(String reference) {
        Matcher named = NAMED_SHEET.matcher(reference.strip());
        if (!named.matches()) {
            return "";
        }
        return named.group(1) == null ? named.group(2) : named.group(1).replace("''", "'");
    }

    /** A reference to a cell or range of a sheet. */
    static String reference(String sheet, String range) {
        return "'" + sheet.replace("'", "''") + "'!" + range;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /** The sheet of issues of an earlier time; empty when there is none. */
    Optional<Sheet> earlier() {
        return markedName.isEmpty()
                ? Optional.empty()
                : sheets.stream()
                        .filter(sheet -> sheet.name().equals(markedName))
                        .findFirst();
    }

    /** A name for the sheet of issues that no sheet of the sender's has. */
    String freeName() {
        String name = ISSUES;
        for (int number = 1; isTaken(name); number++) {
            name = number == 1 ? "Issues (Monthend)" : "Issues (Monthend " + number + ")";
        }
        return name;
    }

    private boolean isTaken(String name) {
        return sheets.stream()
                .anyMatch(sheet -> sheet.name().equalsIgnoreCase(name)
                        && earlier().filter(sheet::equals).isEmpty());
    }

    /**
     * The part with the sheet of issues in front of the others, in place of an earlier one.
     *
     * @param table the range of the issues with their headings
     */
    String with(String name, String id, IssuesSheet.Table table) throws IOException {
        int gone = earlier().map(sheets::indexOf).orElse(-1);
        String names =
                "<P_definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">%s</P_definedName>"
                                .formatted(Characters.escaped(reference(name, table.range())))
                        + "<P_definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">%s</P_definedName>"
                                .formatted(Characters.escaped(reference(name, table.headerRows())))
                        + "<P_definedName name=\"%s\" hidden=\"1\">%s</P_definedName>"
                                .formatted(MARK, Characters.escaped(reference(name, "$A$1")));
        Markup in = parts.markup(part);
        StringBuilder out = new StringBuilder();
        boolean named = false;
        boolean viewed = false;
        while (in.next()) {
            boolean starts = in.kind() == Markup.Kind.START || in.kind() == Markup.Kind.EMPTY;
            String p = in.prefix();
            if (in.depth() == 2 && in.opens("workbookView")) {
                viewed = true;
                out.append(Markup.with(Markup.with(in.raw(), "activeTab", "0"), "firstSheet", "0"));
                continue;
            }
            if (in.depth() == 1 && in.opens("sheets")) {
                out.append(viewed ? "" : "<%sbookViews><%sworkbookView/></%sbookViews>".formatted(p, p, p));
                String own = "<%ssheet name=\"%s\" sheetId=\"%d\" xmlns:r=\"%s\" r:id=\"%s\"/>"
                        .formatted(p, Characters.escaped(name), highestId + 1, Relations.NAMESPACE, id);
                boolean empty = in.kind() == Markup.Kind.EMPTY;
                out.append(empty ? Markup.opened(in.raw()) : in.raw()).append(own);
                out.append(empty ? "</" + in.name() + ">" : "");
                continue;
            }
            if (in.depth() == 2
                    && in.opens("sheet")
                    && in.attribute("name").orElse("").equals(markedName)) {
                continue;
            }
            if (in.depth() == 1 && in.opens("definedNames") && in.kind() == Markup.Kind.START) {
                out.append(in.raw()).append(names.replace("P_", p));
                named = true;
                continue;
            }
            if (in.depth() == 2 && in.opens("definedName")) {
                name(in, gone, out);
                continue;
            }
            boolean pastNames = in.depth() == 0 && in.kind() == Markup.Kind.END
                    || in.depth() == 1
                            && starts
                            && in.name().startsWith(p)
                            && !BEFORE_NAMES.contains(in.name().substring(p.length()))
                            && isPastSheets(out, p);
            if (pastNames && !named) {
                out.append("<%sdefinedNames>%s</%sdefinedNames>".formatted(p, names.replace("P_", p), p));
                named = true;
                if (in.opens("definedNames")) {
                    continue;
                }
            }
            out.append(in.raw());
        }
        return out.toString();
    }

    private static boolean isPastSheets(StringBuilder out, String prefix) {
        return out.indexOf("</" + prefix + "sheets") >= 0;
    }

    /** A name that belongs to a sheet counts sheets from the front, where there is one more now. */
    private static void name(Markup in, int gone, StringBuilder out) throws IOException {
        Optional<Integer> sheet = in.attribute("localSheetId").map(Integer::parseInt);
        boolean dropped = in.attribute("name").orElse("").equals(MARK)
                || sheet.filter(index -> index == gone).isPresent();
        String tag = sheet.map(index -> Markup.with(
                        in.raw(), "localSheetId", Integer.toString(gone >= 0 && index > gone ? index : index + 1)))
                .orElse(in.raw().toString());
        boolean whole = in.kind() == Markup.Kind.EMPTY;
        out.append(dropped ? "" : tag);
        while (!whole && in.next()) {
            whole = in.depth() == 2;
            out.append(dropped ? "" : in.raw());
        }
    }
}
