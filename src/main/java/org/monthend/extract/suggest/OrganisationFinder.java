package org.monthend.extract.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.LayoutPart;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.extract.CellWords;
import org.monthend.extract.Field;
import org.monthend.extract.format.Cell;

/** Finds the organisations of a table: the column of their names, or what a title or the catalogue says of the file. */
final class OrganisationFinder {

    private final KnownRecords known;
    private final SheetLook look;
    private final Block block;
    private final String fileName;

    OrganisationFinder(KnownRecords known, SheetLook look, Block block, String fileName) {
        this.known = known;
        this.look = look;
        this.block = block;
        this.fileName = fileName;
    }

    /** The column whose cells are names of organisations. */
    Optional<OrganisationPlace> byName(List<Profile> columns) {
        return columns.stream()
                .map(column -> Count.of(column, known.organisations()))
                .filter(count -> count.exact() > 0)
                .max(Comparator.comparingInt(Count::exact)
                        .thenComparing(count -> -count.column().column()))
                .map(count -> new OrganisationPlace(
                        new SuggestedPart(
                                part("column", count.column().words()),
                                count.column().headingCell(),
                                count.exact() * 2 >= count.names() ? Confidence.CERTAIN : Confidence.LIKELY,
                                "%d of %d names in column %s are organisations of the catalogue"
                                        .formatted(
                                                count.exact(),
                                                count.names(),
                                                count.column().letters()),
                                List.of()),
                        Optional.of(count.column())));
    }

    /** A column whose heading says organisations, none of which the catalogue knows. */
    Optional<OrganisationPlace> byHeading(List<Profile> columns) {
        List<Profile> said = new ArrayList<>();
        for (UsualWords.Fit fit : List.of(UsualWords.Fit.OWN, UsualWords.Fit.USUAL, UsualWords.Fit.AMONG_OTHERS)) {
            columns.stream()
                    .filter(column -> column.hasHeading() && !column.isBlank() && !column.isMonths())
                    .filter(column ->
                            UsualWords.fit(column, Field.ORGANISATION, UsualWords.of(Field.ORGANISATION)) == fit)
                    .forEach(said::add);
        }
        return said.stream().findFirst().map(column -> {
            Optional<Names.Near> near = column.cells().stream()
                    .map(CellKind::words)
                    .distinct()
                    .limit(40)
                    .map(known.organisations()::nearest)
                    .flatMap(Optional::stream)
                    .findFirst();
            return new OrganisationPlace(
                    new SuggestedPart(
                            part("column", column.words()),
                            column.headingCell(),
                            Confidence.LIKELY,
                            "the heading '%s' says organisations; none of its %d names is in the catalogue%s"
                                    .formatted(
                                            column.heading(),
                                            column.cells().stream()
                                                    .map(CellKind::words)
                                                    .distinct()
                                                    .count(),
                                            near.map(found -> ", nearest is " + found.code() + " ("
                                                            + found.likeness().reason() + ")")
                                                    .orElse("")),
                            said.stream().skip(1).map(Profile::named).toList()),
                    Optional.of(column));
        });
    }

    /** Names beside a heading that two columns share: the column of names has none, and is known by its letters. */
    Optional<OrganisationPlace> withoutHeading(List<Profile> columns) {
        return columns.stream()
                .filter(column -> !column.hasHeading() && column.isWords())
                .findFirst()
                .map(column -> guessed(
                        column,
                        Confidence.LIKELY,
                        "the column has no heading and holds names such as '"
                                + CellWords.quoted(CellKind.words(column.cells().get(0))) + "'"));
    }

    /** The first column of words, where the columns are measures: a guess. */
    Optional<OrganisationPlace> firstOfWords(List<Profile> columns) {
        return columns.stream()
                .findFirst()
                .map(column -> guessed(
                        column, Confidence.GUESS, "the measures stand across, and this is the first column of words"));
    }

    private static OrganisationPlace guessed(Profile column, Confidence confidence, String reason) {
        return new OrganisationPlace(
                new SuggestedPart(part("column", column.words()), column.headingCell(), confidence, reason, List.of()),
                Optional.of(column));
    }

    /** The names beside codes of organisations. */
    Optional<SuggestedPart> names(Profile codes, Profile column) {
        String heading = UsualWords.bare(column.heading());
        boolean named = UsualWords.has(heading, "name") || !column.hasHeading() && column.isWords();
        return named && codes.hasHeading()
                ? Optional.of(new SuggestedPart(
                        new LayoutPart(Field.ORGANISATION_NAME.word(), "column", column.words(), ""),
                        column.headingCell(),
                        Confidence.LIKELY,
                        "%s stands beside the codes in column %s".formatted(column.named(), codes.letters()),
                        List.of()))
                : Optional.empty();
    }

    /** One for all rows: named by a title, or the one that the catalogue expects the file from, or the scorecard's own. */
    OrganisationPlace forAll() {
        Optional<Cell> title = look.rows().headMap(block.topTier()).values().stream()
                .flatMap(row -> row.values().stream())
                .filter(cell ->
                        known.organisations().within(CellKind.words(cell)).isPresent())
                .findFirst();
        if (title.isPresent()) {
            String words = CellKind.words(title.get());
            return constant(
                    known.organisations().within(words).orElseThrow(),
                    title.get().address(),
                    Confidence.LIKELY,
                    "the title '" + CellWords.quoted(words) + "' names it",
                    List.of());
        }
        List<MonthlyReturn> due = known.catalogue().returns().stream()
                .filter(each -> isOf(each, fileName))
                .toList();
        if (due.size() == 1) {
            return constant(
                    due.get(0).organisationCode(),
                    "",
                    Confidence.LIKELY,
                    "the file's name is that of the catalogue's return "
                            + due.get(0).code() + ", which this organisation owes",
                    List.of());
        }
        List<String> others = known.catalogue().organisations().stream()
                .filter(each -> each.parentCode().isPresent())
                .map(each -> each.code())
                .limit(5)
                .toList();
        return constant(
                known.catalogue().topOrganisation().code(),
                "",
                Confidence.GUESS,
                "nothing names an organisation; this is the one that the scorecard is for",
                others);
    }

    private static OrganisationPlace constant(
            String code, String cell, Confidence confidence, String reason, List<String> alternatives) {
        return new OrganisationPlace(
                new SuggestedPart(part("constant", code), cell, confidence, reason, alternatives), Optional.empty());
    }

    private static boolean isOf(MonthlyReturn due, String fileName) {
        String regex = Stream.of(FoldedName.of(due.fileName()).text().split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return FoldedName.of(fileName).text().matches(regex);
    }

    private static LayoutPart part(String where, String words) {
        return new LayoutPart(Field.ORGANISATION.word(), where, words, "");
    }

    private record Count(Profile column, int exact, int names) {
        static Count of(Profile column, Names organisations) {
            List<String> names =
                    column.cells().stream().map(CellKind::words).distinct().toList();
            int exact = (int) names.stream()
                    .filter(name -> organisations.find(name).isPresent())
                    .count();
            return new Count(column, exact, names.size());
        }
    }
}
