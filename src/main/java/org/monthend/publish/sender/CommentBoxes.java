package org.monthend.publish.sender;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The boxes in which a sheet's comments are shown, in VML as Excel still wants it. Such a drawing need not be
 * well-formed, so it is changed as text.
 */
final class CommentBoxes {

    private static final Pattern SHAPE = Pattern.compile("<v:shape\\b[^>]*>.*?</v:shape>\\s*", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<x:Row>\\s*([0-9]{1,7})\\s*</x:Row>");
    private static final Pattern COLUMN = Pattern.compile("<x:Column>\\s*([0-9]{1,5})\\s*</x:Column>");
    private static final Pattern NUMBER = Pattern.compile("_x0000_s([0-9]{1,9})");
    private static final int PER_BLOCK = 1024;
    private static final int LETTERS_IN_A_LINE = 44;
    private static final int LAST_COLUMN = 16_384;

    private static final String NAMESPACES = "xmlns:v=\"urn:schemas-microsoft-com:vml\""
            + " xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
    private static final String TYPE = "<v:shapetype %sid=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\""
            + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
            + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

    private CommentBoxes() {}

    /**
     * A drawing for a sheet that had none.
     *
     * @param block number of the first thousand of shapes, its own in the workbook
     */
    static String fresh(int block, Map<CellPlace, String> comments) {
        StringBuilder blocks = new StringBuilder(Integer.toString(block));
        for (int more = 1; more <= comments.size() / PER_BLOCK; more++) {
            blocks.append(',').append(block + more);
        }
        String empty =
                "<xml %s><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"%s\"/></o:shapelayout>%s</xml>"
                        .formatted(NAMESPACES, blocks, TYPE.formatted(""));
        return with(empty, comments, block * PER_BLOCK + 1);
    }

    static int blocks(int comments) {
        return comments / PER_BLOCK + 1;
    }

    /** The drawing of a sheet with boxes taken away and others added. */
    static String changed(String drawing, Set<CellPlace> removed, Map<CellPlace, String> comments) {
        Matcher shape = SHAPE.matcher(drawing);
        String kept = removed.isEmpty()
                ? drawing
                : shape.replaceAll(found -> removed.stream().anyMatch(place -> isFor(found.group(), place))
                        ? ""
                        : Matcher.quoteReplacement(found.group()));
        int highest = NUMBER.matcher(kept)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(PER_BLOCK);
        return with(kept, comments, highest + 1);
    }

    private static boolean isFor(String shape, CellPlace place) {
        return shape.contains("\"Note\"")
                && isNumber(ROW.matcher(shape), place.row() - 1)
                && isNumber(COLUMN.matcher(shape), place.column() - 1);
    }

    private static boolean isNumber(Matcher found, int number) {
        return found.find() && Integer.parseInt(found.group(1)) == number;
    }

    private static String with(String drawing, Map<CellPlace, String> comments, int firstNumber) {
        int end = drawing.lastIndexOf("</");
        if (end < 0 || comments.isEmpty()) {
            return drawing;
        }
        String namespaces = drawing.contains("urn:schemas-microsoft-com:office:excel") && drawing.contains("xmlns:x=")
                ? ""
                : NAMESPACES + " ";
        StringBuilder boxes = new StringBuilder();
        if (!drawing.contains("_x0000_t202\"")) {
            boxes.append(TYPE.formatted(namespaces));
        }
        int number = firstNumber;
        for (Map.Entry<CellPlace, String> comment : comments.entrySet()) {
            boxes.append(box(namespaces, number++, comment.getKey(), comment.getValue()));
        }
        return drawing.substring(0, end) + boxes + drawing.substring(end);
    }

    private static String box(String namespaces, int number, CellPlace place, String words) {
        int lines = 2
                + words.lines()
                        .mapToInt(line -> 1 + line.length() / LETTERS_IN_A_LINE)
                        .sum();
        int left = place.column() + 4 > LAST_COLUMN ? place.column() - 6 : place.column();
        int top = Math.max(0, place.row() - 2);
        return ("<v:shape %sid=\"_x0000_s%d\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\""
                        + " fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
                        + "<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
                        + "<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"
                        + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
                        + "<x:Anchor>%d, 15, %d, 4, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
                        + "<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>")
                .formatted(
                        namespaces,
                        number,
                        left,
                        top,
                        left + 4,
                        top + Math.min(lines, 30),
                        place.row() - 1,
                        place.column() - 1);
    }
}
