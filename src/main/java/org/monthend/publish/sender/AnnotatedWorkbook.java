package org.monthend.publish.sender;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.monthend.catalogue.Severity;

/**
 * A sender's own workbook (.xlsx or .xlsm) with every cell at fault marked and commented and the issues on a sheet in
 * front. Only the parts that must change are touched, piece by piece; charts, macros and all the rest are copied as they
 * are. Marks of an earlier time are replaced.
 */
public final class AnnotatedWorkbook {

    private static final String SHEET_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private static final String COMMENTS_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private static final String STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    private static final int FIRST_BLOCK = 500;

    private final WorkbookParts parts;
    private final List<String> contentTypes = new ArrayList<>();
    private final Map<String, Integer> looksBefore = new HashMap<>();
    private Map<String, Integer> looksOfEarlierTime = Map.of();
    private int nextBlock = FIRST_BLOCK;

    private AnnotatedWorkbook(WorkbookParts parts) {
        this.parts = parts;
    }

    /**
     * Writes the copy and leaves the stream open; the same input always gives the same bytes.
     *
     * @param workbook a workbook that was read without fault; it is never written to
     * @param faults those about a cell of a sheet that does not exist are listed only
     */
    public static void write(Path workbook, Cover cover, List<Fault> faults, OutputStream out) throws IOException {
        try (WorkbookParts parts = WorkbookParts.open(workbook)) {
            new AnnotatedWorkbook(parts).write(cover, faults, out);
        }
    }

    private void write(Cover cover, List<Fault> faults, OutputStream out) throws IOException {
        String workbook = Relations.of(parts, "")
                .ofKind("officeDocument")
                .map(Relations.Relation::target)
                .orElseThrow(() -> new IOException("the package has no workbook"));
        Relations relations = Relations.of(parts, workbook);
        SheetList sheets = SheetList.read(parts, workbook, relations);
        String stylesPart = stylesPart(relations);
        StyleSheet styles = StyleSheet.read(parts, stylesPart);
        Optional<SheetList.Sheet> earlier = sheets.earlier();
        if (earlier.isPresent()) {
            looksOfEarlierTime =
                    IssuesSheet.looksBefore(parts.markup(earlier.get().part()));
        }
        List<IssuesSheet.Line> lines = lines(faults, sheets);
        for (SheetList.Sheet sheet : sheets.sheets()) {
            if (earlier.filter(sheet::equals).isEmpty()) {
                mark(sheet, lines, styles);
            }
        }
        if (earlier.isPresent()) {
            remove(earlier.get(), relations);
        }
        String part = parts.freeName(folderOf(workbook) + "worksheets/monthend-issues", ".xml");
        String name = sheets.freeName();
        String id = relations.add("worksheet", part);
        parts.put(workbook, sheets.with(name, id, new IssuesSheet.Table(lines.size())));
        declare(part, SHEET_TYPE);
        parts.put(CONTENT_TYPES, withContentTypes(earlier));
        // Styles are numbered while sheets are copied, so the two parts that tell of them come last.
        parts.putLast(
                part,
                () -> IssuesSheet.text(
                        cover,
                        lines,
                        styles,
                        (sheet, place) -> looksBefore.getOrDefault(IssuesSheet.key(sheet, place), 0)));
        parts.putLast(stylesPart, styles::text);
        parts.write(out);
    }

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private static String folderOf(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    private String stylesPart(Relations relations) throws IOException {
        Optional<String> part =
                relations.ofKind("styles").map(Relations.Relation::target).filter(parts::has);
        if (part.isPresent()) {
            return part.get();
        }
        String added = parts.freeName("xl/styles-monthend", ".xml");
        parts.put(added, StyleSheet.PLAIN);
        relations.add("styles", added);
        declare(added, STYLES_TYPE);
        return added;
    }

    /** The worst first; each at the cell that is seen, which of merged cells is the first. */
    private List<IssuesSheet.Line> lines(List<Fault> faults, SheetList sheets) throws IOException {
        Map<String, SheetFacts> facts = new HashMap<>();
        List<IssuesSheet.Line> lines = new ArrayList<>();
        for (Fault fault :
                faults.stream().sorted(Comparator.comparing(Fault::severity)).toList()) {
            Optional<SheetList.Sheet> sheet = sheets.sheets().stream()
                    .filter(each -> each.hasCells()
                            && each.name().equals(fault.sheet())
                            && sheets.earlier().filter(each::equals).isEmpty())
                    .findFirst();
            Optional<CellPlace> shown = Optional.empty();
            if (sheet.isPresent() && fault.isAtCell()) {
                SheetFacts known = facts.get(fault.sheet());
                if (known == null) {
                    known = SheetFacts.of(parts.markup(sheet.get().part()), true);
                    facts.put(fault.sheet(), known);
                }
                shown = CellPlace.of(fault.cell()).map(known::shown);
            }
            lines.add(new IssuesSheet.Line(fault, shown));
        }
        return lines;
    }

    private void mark(SheetList.Sheet sheet, List<IssuesSheet.Line> lines, StyleSheet styles) throws IOException {
        TreeMap<CellPlace, Severity> marked = new TreeMap<>();
        Map<CellPlace, String> words = new TreeMap<>();
        for (IssuesSheet.Line line : lines) {
            if (line.shown().isPresent() && line.fault().sheet().equals(sheet.name())) {
                marked.merge(line.shown().get(), line.fault().severity(), AnnotatedWorkbook::worse);
                words.merge(line.shown().get(), words(line.fault()), (one, other) -> one + "\n\n" + other);
            }
        }
        SheetFacts facts = SheetFacts.of(parts.markup(sheet.part()), sheet.hasCells());
        Optional<String> newDrawing = sheet.hasCells() ? comment(sheet, facts, words) : Optional.empty();
        if (facts.isSelected() || !marked.isEmpty() || styles.hasMarks() && sheet.hasCells()) {
            SheetCopy.Styling styling = (place, own) -> style(sheet.name(), place, own, marked, styles);
            parts.rewrite(sheet.part(), new SheetCopy(styling, marked.keySet(), styles.hasMarks(), newDrawing));
        }
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String words(Fault fault) {
        String found = fault.found().isEmpty() ? "" : "Found: " + fault.found() + "\n";
        return "%s %s: %s\n%s%s".formatted(fault.severity(), fault.rule(), fault.wrong(), found, fault.toDo());
    }

    private int style(String sheet, CellPlace place, int own, Map<CellPlace, Severity> marked, StyleSheet styles) {
        String key = IssuesSheet.key(sheet, place);
        int plain = styles.unmarked(own);
        int before = plain == own ? own : looksOfEarlierTime.getOrDefault(key, plain);
        Severity severity = marked.get(place);
        if (severity == null) {
            return before;
        }
        looksBefore.put(key, before);
        return styles.marked(before, severity);
    }

    /** Writes the comments and their boxes; gives the relationship of the drawing where the sheet had none. */
    private Optional<String> comment(SheetList.Sheet sheet, SheetFacts facts, Map<CellPlace, String> words)
            throws IOException {
        Relations relations = Relations.of(parts, sheet.part());
        Optional<String> part =
                relations.ofKind("comments").map(Relations.Relation::target).filter(parts::has);
        boolean isOursAlready = part.isPresent() && parts.text(part.get()).contains(SheetComments.AUTHOR);
        if (words.isEmpty() && !isOursAlready) {
            return Optional.empty();
        }
        SheetComments.Written written = SheetComments.write(parts, part, words);
        String commentsPart = part.orElseGet(() -> parts.freeName("xl/monthend-comments", ".xml"));
        parts.put(commentsPart, written.text());
        if (part.isEmpty()) {
            relations.add("comments", commentsPart);
            declare(commentsPart, COMMENTS_TYPE);
        }
        Map<CellPlace, String> boxes = written.added().stream()
                .collect(Collectors.toMap(
                        place -> place, place -> words.getOrDefault(place, ""), (one, other) -> one, TreeMap::new));
        Optional<String> drawing = facts.drawing().flatMap(relations::target).filter(parts::has);
        if (drawing.isPresent()) {
            parts.put(drawing.get(), CommentBoxes.changed(parts.text(drawing.get()), written.removed(), boxes));
            return Optional.empty();
        }
        if (boxes.isEmpty()) {
            return Optional.empty();
        }
        String drawingPart = parts.freeName("xl/drawings/monthend-comments", ".vml");
        parts.put(drawingPart, CommentBoxes.fresh(nextBlock, boxes));
        nextBlock += CommentBoxes.blocks(boxes.size());
        return Optional.of(relations.add("vmlDrawing", drawingPart));
    }

    private void remove(SheetList.Sheet sheet, Relations relations) throws IOException {
        relations.remove(sheet.id());
        parts.remove(sheet.part());
        parts.remove(Relations.partOf(sheet.part()));
    }

    private void declare(String part, String type) {
        contentTypes.add("PartName=\"/%s\" ContentType=\"%s\"/>".formatted(part, type));
    }

    private String withContentTypes(Optional<SheetList.Sheet> gone) throws IOException {
        Markup in = parts.markup(CONTENT_TYPES);
        StringBuilder out = new StringBuilder();
        boolean knowsDrawings = false;
        while (in.next()) {
            String part = in.opens("Override") ? in.attribute("PartName").orElse("") : "";
            if (gone.isPresent() && part.equalsIgnoreCase("/" + gone.get().part())) {
                continue;
            }
            knowsDrawings |=
                    in.opens("Default") && in.attribute("Extension").orElse("").equalsIgnoreCase("vml");
            if (in.depth() == 0 && in.kind() == Markup.Kind.END) {
                String p = in.prefix();
                if (!knowsDrawings) {
                    out.append(
                            "<%sDefault Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
                                    .formatted(p));
                }
                contentTypes.forEach(declared ->
                        out.append("<").append(p).append("Override ").append(declared));
            }
            out.append(in.raw());
        }
        return out.toString();
    }
}
