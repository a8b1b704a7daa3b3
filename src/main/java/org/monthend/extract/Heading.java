package org.monthend.extract;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.monthend.calendar.MonthWords;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.HeaderWords.Names;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellValue;

/**
 * A heading to look for, and the fields that it names.
 *
 * @param tiers its words from the top
 * @param parts the parts of the layout that have these words; they take its columns from left to right
 */
record Heading(List<HeaderWords> tiers, List<LayoutPart> parts) {

    private static final Pattern COLUMN = Pattern.compile("\\{column ([a-z]{1,3})\\}", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGINS_WITH_YEAR = Pattern.compile("(?s)(?:19|20)\\d{2}(?:\\D.*)?");

    static Heading of(List<LayoutPart> parts) {
        return new Heading(HeaderWords.tiers(parts.get(0).words()), parts);
    }

    String words() {
        return parts.get(0).words();
    }

    /** Whether it stands over several columns, each about something else. */
    boolean isAcross() {
        return parts.get(0).where().equals("across");
    }

    /** Whether its words are themselves what stands across, as the name of a category is. */
    boolean namesItself() {
        return isAcross()
                && field(0).field() == Field.CATEGORY
                && tiers.stream().noneMatch(tier -> tier.ask(Names.CATEGORY));
    }

    /** The column that has no heading and is known by its letters, from 1. */
    Optional<Integer> bareColumn() {
        Matcher letters = COLUMN.matcher(words().strip());
        return letters.matches()
                ? Optional.of(letters.group(1)
                        .toUpperCase(Locale.ROOT)
                        .chars()
                        .reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1))
                : Optional.empty();
    }

    NamedField field(int index) {
        return NamedField.of(parts.get(index).part()).orElseThrow();
    }

    String unit(int index) {
        return parts.get(index).unit();
    }

    boolean matches(List<Cell> path) {
        return named(path).isPresent();
    }

    /** What the cells over a column name, with the cell that names it; empty when they are not this heading. */
    Optional<Map<Names, SourcedValue>> named(List<Cell> path) {
        return named(path, tiers);
    }

    /** The words by which the header may mean a month or a year that nobody can read for certain. */
    Optional<SourcedValue> doubtful(List<Cell> path) {
        boolean asked = tiers.stream().anyMatch(tier -> tier.ask(Names.MONTH) || tier.ask(Names.YEAR));
        if (!asked || named(path).isPresent() || path.size() != tiers.size()) {
            return Optional.empty();
        }
        for (int tier = 0; tier < tiers.size(); tier++) {
            Cell cell = path.get(tier);
            HeaderWords words = tiers.get(tier);
            if (words.ask(Names.MONTH)) {
                Optional<String> meant = words.withAnyMonth()
                        .namedIn(CellWords.of(cell.value()))
                        .flatMap(named -> Optional.ofNullable(named.get(Names.MONTH)))
                        .filter(MonthWords::isMeant);
                if (meant.isPresent() && restMatches(path, tier)) {
                    return Optional.of(sourced(cell, CellWords.of(cell.value())));
                }
            }
            if (words.ask(Names.YEAR)
                    && BEGINS_WITH_YEAR
                            .matcher(CellWords.of(cell.value()).strip())
                            .matches()
                    && restMatches(path, tier)) {
                return Optional.of(sourced(cell, CellWords.of(cell.value())));
            }
        }
        return Optional.empty();
    }

    private boolean restMatches(List<Cell> path, int except) {
        return IntStream.range(0, tiers.size())
                .filter(tier -> tier != except)
                .allMatch(tier -> named(path.get(tier), tiers.get(tier)).isPresent());
    }

    private static Optional<Map<Names, SourcedValue>> named(List<Cell> path, List<HeaderWords> tiers) {
        if (tiers.size() != path.size()) {
            return Optional.empty();
        }
        Map<Names, SourcedValue> all = new EnumMap<>(Names.class);
        for (int tier = 0; tier < tiers.size(); tier++) {
            Cell cell = path.get(tier);
            Optional<Map<Names, String>> named = named(cell, tiers.get(tier));
            if (named.isEmpty()) {
                return Optional.empty();
            }
            named.get().forEach((what, text) -> all.put(what, sourced(cell, text)));
        }
        return Optional.of(all);
    }

    /** A footnote's mark behind a heading is no part of it. */
    private static Optional<Map<Names, String>> named(Cell cell, HeaderWords words) {
        String text = CellWords.of(cell.value());
        return words.namedIn(text)
                .or(() -> FootnoteMark.split(text, false).flatMap(split -> words.namedIn(split.text())));
    }

    /** A heading that is a date stays one; of a text only what was asked for is kept. */
    private static SourcedValue sourced(Cell cell, String text) {
        boolean plain = cell.value() instanceof CellValue.Text;
        return new SourcedValue(plain ? new CellValue.Text(text) : cell.value(), cell.address());
    }
}
