package org.monthend.steward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of text in columns that fit a terminal. A column is as wide as its widest cell; those that are flexible share what
 * the others leave, and their words go on in the next line.
 */
final class TextColumns {

    /** The limit of a flexible column. */
    static final int FLEXIBLE = 0;

    private static final String BETWEEN = "  ";

    private final int width;
    private final List<Integer> limits;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param width of all columns together, in characters
     * @param limits how wide each column may be; FLEXIBLE for what is left
     */
    TextColumns(int width, Integer... limits) {
        this.width = width;
        this.limits = List.of(limits);
    }

    private record Row(Emphasis emphasis, List<String> cells) {}

    void row(Emphasis emphasis, String... cells) {
        rows.add(new Row(emphasis, List.of(cells)));
    }

    /** Lines that end in a line break. */
    String text(Paint paint) {
        List<Integer> widths = widths();
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> write(row, widths, paint, text));
        return text.toString();
    }

    private List<Integer> widths() {
        List<Integer> needed = new ArrayList<>();
        int left = width - BETWEEN.length() * (limits.size() - 1);
        for (int column = 0; column < limits.size(); column++) {
            int place = column;
            int widest = rows.stream()
                    .mapToInt(row -> row.cells().get(place).length())
                    .max()
                    .orElse(0);
            boolean isFlexible = limits.get(column) == FLEXIBLE;
            needed.add(isFlexible ? widest : Math.min(widest, limits.get(column)));
            left -= isFlexible ? 0 : needed.get(column);
        }
        List<Integer> flexible = IntStream.range(0, limits.size())
                .filter(column -> limits.get(column) == FLEXIBLE)
                .boxed()
                .sorted(Comparator.comparing(needed::get))
                .toList();
        // The narrowest first: what it does not need is left to the others.
        for (int index = 0; index < flexible.size(); index++) {
            int share = left / (flexible.size() - index);
            int granted = Math.min(needed.get(flexible.get(index)), share);
            needed.set(flexible.get(index), granted);
            left -= granted;
        }
        return needed;
    }

    private static void write(Row row, List<Integer> widths, Paint paint, StringBuilder text) {
        List<List<String>> columns = new ArrayList<>();
        for (int column = 0; column < widths.size(); column++) {
            columns.add(wrap(row.cells().get(column), Math.max(1, widths.get(column))));
        }
        int lines = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < lines; line++) {
            StringBuilder words = new StringBuilder();
            for (int column = 0; column < widths.size(); column++) {
                List<String> parts = columns.get(column);
                String part = line < parts.size() ? parts.get(line) : "";
                words.append(part)
                        .append(" ".repeat(Math.max(0, widths.get(column) - part.length())))
                        .append(BETWEEN);
            }
            text.append(paint.apply(row.emphasis(), words.toString().stripTrailing()))
                    .append('\n');
        }
    }

    /** Where a long word is best cut: behind a mark that joins its parts, if one stands in the second half of the line. */
    private static int cut(String word, int width) {
        for (int place = width; place > width / 2; place--) {
            if ("-_./".indexOf(word.charAt(place - 1)) >= 0) {
                return place;
            }
        }
        return Character.isHighSurrogate(word.charAt(width - 1)) && width > 1 ? width - 1 : width;
    }

    /** The words in lines of that width at most; a word that is longer is cut. */
    static List<String> wrap(String words, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.strip().split("\\s+")) {
            String joined = line.isEmpty() ? word : line + " " + word;
            if (joined.length() <= width) {
                line = joined;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (line.length() > width) {
                int cut = cut(line, width);
                lines.add(line.substring(0, cut));
                line = line.substring(cut);
            }
        }
        lines.add(line);
        return lines;
    }
}
