package org.monthend.validate;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.MonthWords;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.Field;
import org.monthend.extract.NamedField;
import org.monthend.extract.Subject;
import org.monthend.validate.CatalogueSheet.Row;
import org.monthend.validate.LayoutRows.Part;

/** Judges one layout of the catalogue: every part alone, and whether they make a table together. */
final class LayoutCheck {

    private static final List<String> PARTS = List.of(
            "sheet",
            "rows are",
            "header tiers",
            "table",
            "fill down",
            "code",
            "other name",
            "years end in",
            "numbers",
            "dates",
            "pass over",
            "ends at",
            "notes");
    private static final Set<String> MANY_TIMES =
            Set.of("code", "pass over", "ends at", "fill down", "other name", "unit");
    private static final List<String> PLACES =
            List.of("column", "across", "title", "constant", "file name", "sheet name");
    private static final Set<String> OUTSIDE_THE_TABLE = Set.of("title", "file name", "sheet name");

    /** What the header or a title can name, by its placeholder. */
    private static final Map<Field, String> NAMED = Map.of(
            Field.MONTH, "{month}",
            Field.YEAR, "{year}",
            Field.QUARTER, "{quarter}",
            Field.MEASURE, "{measure}",
            Field.ORGANISATION, "{organisation}",
            Field.CATEGORY, "{category}");

    private static final Set<Field> ACROSS =
            EnumSet.of(Field.MONTH, Field.QUARTER, Field.MEASURE, Field.ORGANISATION, Field.CATEGORY);
    private static final Set<Field> OF_A_MEASURE =
            EnumSet.of(Field.NUMERATOR, Field.REMAINDER, Field.DENOMINATOR, Field.VALUE, Field.STATUS);
    private static final List<String> IN_HEADINGS =
            List.of("{month}", "{fiscal year}", "{quarter}", "{month end}", "{year}");
    private static final List<String> IN_NAMES = List.of(
            "{month}",
            "{fiscal year}",
            "{quarter}",
            "{month end}",
            "{year}",
            "{month name}",
            "{measure}",
            "{organisation}",
            "{category}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*\\}?");
    private static final Pattern BARE_COLUMN = Pattern.compile("\\{column [a-z]{1,3}\\}");
    private static final Pattern TIERS = Pattern.compile("\\s+>\\s+");
    private static final Pattern EQUALS = Pattern.compile("\\s+=\\s+");

    private final List<Part> parts;
    private final Names names;
    private final Optional<Subject> subject;
    private final int tiers;

    LayoutCheck(List<Part> parts, Names names) {
        this.parts = parts;
        this.names = names;
        this.subject = words("rows are").map(Subject::of).orElse(Optional.of(Subject.MEASURES));
        this.tiers = words("header tiers")
                .filter(words -> words.matches("[123]"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    private Optional<String> words(String name) {
        return parts.stream()
                .map(Part::part)
                .filter(part -> part.part().equals(name))
                .map(LayoutPart::words)
                .findFirst();
    }

    void check() {
        Map<String, Integer> seen = new HashMap<>();
        Map<FoldedName, String> codes = new HashMap<>();
        for (Part each : parts) {
            Row row = each.row();
            LayoutPart part = each.part();
            boolean many = MANY_TIMES.contains(part.part()) && !part.where().equals("column")
                    || part.part().equals("pass over")
                    || isCategoryAcross(part);
            Integer first = many ? null : seen.putIfAbsent(part.part(), row.number());
            if (first != null) {
                row.fault("Part", "'" + part.part() + "' stands in row " + first + " already", "Keep one of the two.");
            }
            Optional<NamedField> field = NamedField.of(part.part());
            if (part.words().isEmpty()) {
                continue;
            }
            if (field.isPresent()) {
                checkField(row, part, field.get());
            } else if (PARTS.contains(part.part())) {
                checkPart(row, part, codes);
            } else if (!part.part().isEmpty()) {
                row.fault(
                        "Part",
                        "'" + part.part() + "' is not known",
                        "Write a field, or one of: " + String.join(", ", PARTS) + ".");
            }
            checkPlaceholders(row, part);
        }
        subject.ifPresent(this::checkComplete);
    }

    /** The name of a category may itself be what stands across. */
    private static boolean isCategoryAcross(LayoutPart part) {
        return part.part().equals(Field.CATEGORY.word()) && part.where().equals("across");
    }

    private void checkField(Row row, LayoutPart part, NamedField named) {
        Field field = named.field();
        if (subject.isPresent() && !subject.get().fields().contains(field)) {
            row.fault(
                    "Part",
                    "'" + part.part() + "' is no field of " + subject.get().word(),
                    "Write one of: " + words(subject.get().fields()) + ".");
        }
        if (!named.measure().isEmpty()) {
            checkOfMeasure(row, part, named);
        }
        if (part.where().equals("row")) {
            checkRowUnit(row, part, field);
            return;
        }
        if (!PLACES.contains(part.where())) {
            row.fault(
                    "Where",
                    part.where().isEmpty() ? "is blank" : "'" + part.where() + "' is not known",
                    "Write one of: " + String.join(", ", PLACES) + ".");
        }
        if (OUTSIDE_THE_TABLE.contains(part.where())) {
            checkNamed(row, part, field);
        }
        if (part.where().equals("across")) {
            checkAcross(row, part, field);
        }
        if (part.where().equals("column") || part.where().equals("across")) {
            checkTiers(row, part, part.words());
        }
        checkUnit(row, part, field);
        if (part.where().equals("constant")) {
            checkConstant(row, part, field);
        }
    }

    private void checkOfMeasure(Row row, LayoutPart part, NamedField named) {
        if (!OF_A_MEASURE.contains(named.field())) {
            row.fault(
                    "Part",
                    "'" + part.part() + "' is no figure of a measure",
                    "Write one of: " + words(OF_A_MEASURE) + ", of and the measure.");
        }
        if (!part.where().equals("column") && !part.where().equals("across")) {
            row.fault("Where", "'" + part.where() + "' cannot be for '" + part.part() + "'", "Write column or across.");
        }
        if (!names.isKnown(Field.MEASURE, named.measure())) {
            row.unknown("Part", named.measure(), names.measures());
        }
    }

    private static void checkRowUnit(Row row, LayoutPart part, Field field) {
        if (field != Field.UNIT) {
            row.fault("Where", "'row' is for the unit alone", "Write one of: " + String.join(", ", PLACES) + ".");
        } else if (FigureUnit.of(part.unit()).isEmpty()) {
            row.fault(
                    "Unit",
                    part.unit().isEmpty() ? "is blank" : "'" + part.unit() + "' is not known",
                    "Write one of: " + FigureUnit.all() + ".");
        }
    }

    private static void checkUnit(Row row, LayoutPart part, Field field) {
        if (part.unit().isEmpty()) {
            return;
        }
        if (!field.isFigure() && !part.where().equals("across")) {
            row.fault("Unit", "'" + part.unit() + "' is of no figure", "Leave it blank.");
        } else if (FigureUnit.of(part.unit()).isEmpty()) {
            row.fault(
                    "Unit",
                    "'" + part.unit() + "' is not known",
                    "Write one of: " + FigureUnit.all() + "; or leave it blank for the measure's own.");
        }
    }

    private static void checkNamed(Row row, LayoutPart part, Field field) {
        if (!NAMED.containsKey(field) || field == Field.QUARTER) {
            row.fault(
                    "Where",
                    "'" + part.where() + "' is for the month, year, measure, organisation or category alone",
                    "Write column or constant.");
            return;
        }
        boolean named = field == Field.MONTH ? namesMonth(part.words()) : times(part.words(), field) == 1;
        if (!named) {
            row.fault(
                    "Words",
                    "'" + part.words() + "' does not say where the " + field.word() + " stands",
                    "Put " + NAMED.get(field) + " there, once.");
        }
    }

    private static void checkAcross(Row row, LayoutPart part, Field field) {
        boolean figure = field.isFigure();
        if (isCategoryAcross(part)) {
            return;
        }
        if (field == Field.QUARTER) {
            if (times(part.words(), field) != 1 || count(part.words().toLowerCase(Locale.ROOT), "{fiscal year}") != 1) {
                row.fault(
                        "Words",
                        "'" + part.words() + "' does not say where the quarter and its year stand",
                        "Put {fiscal year} and {quarter} there, once.");
            }
            return;
        }
        if (!figure && !ACROSS.contains(field)) {
            row.fault(
                    "Where",
                    "'across' cannot be for '" + part.part() + "'",
                    "Write column, or let a figure or one of these stand across: " + words(ACROSS) + ".");
            return;
        }
        boolean named = figure
                ? namesMonth(part.words()) || ACROSS.stream().anyMatch(each -> times(part.words(), each) == 1)
                : field == Field.MONTH ? namesMonth(part.words()) : times(part.words(), field) == 1;
        if (!named) {
            row.fault(
                    "Words",
                    figure
                            ? "'" + part.words() + "' does not say what stands across"
                            : "'" + part.words() + "' does not say where the " + field.word() + " stands",
                    figure
                            ? "Put " + ACROSS.stream().map(NAMED::get).collect(Collectors.joining(", "))
                                    + " there, or write column."
                            : "Put " + NAMED.get(field) + " there, once.");
        }
    }

    private void checkTiers(Row row, LayoutPart part, String heading) {
        if (TIERS.split(heading).length > tiers) {
            row.fault(
                    "Words",
                    "'" + part.words() + "' has more tiers than the header, which has " + tiers,
                    "Add a row for header tiers, or correct the words.");
        }
    }

    private void checkConstant(Row row, LayoutPart part, Field field) {
        if (field == Field.ORGANISATION && !names.isKnown(field, part.words())) {
            row.unknown("Words", part.words(), names.organisations());
        }
        if (field == Field.MEASURE && !names.isKnown(field, part.words())) {
            row.unknown("Words", part.words(), names.measures());
        }
        if (field == Field.MONTH && MonthWords.read(part.words()).isEmpty()) {
            row.fault("Words", "'" + part.words() + "' is no month", "Write the month as Dec-15.");
        }
        boolean unknownScheme = field == Field.SCHEME
                && names.categories()
                        .codes("Scheme")
                        .map(schemes -> !schemes.contains(part.words()))
                        .orElse(false);
        if (unknownScheme) {
            row.unknown("Words", part.words(), names.categories());
        }
    }

    private void checkPart(Row row, LayoutPart part, Map<FoldedName, String> codes) {
        String words = part.words();
        Set<String> places = switch (part.part()) {
            case "header tiers" -> Set.of("", "reach right");
            case "table" -> Set.of("", "title");
            case "pass over" -> Set.of("", "column", "heading");
            case "other name" -> Set.of("measure", "organisation", "category", "line", "project");
            case "code" -> codePlaces();
            default -> Set.of("");
        };
        if (!places.contains(part.where())) {
            row.fault(
                    "Where",
                    part.where().isEmpty() ? "is blank" : "'" + part.where() + "' cannot be for '" + part.part() + "'",
                    "Write one of: "
                            + places.stream()
                                    .map(place -> place.isEmpty() ? "nothing" : place)
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        Optional<String> remedy = switch (part.part()) {
            case "rows are" ->
                remedy(
                        Subject.of(words).isPresent(),
                        "Write one of: "
                                + Arrays.stream(Subject.values())
                                        .map(Subject::word)
                                        .collect(Collectors.joining(", "))
                                + ".");
            case "header tiers" ->
                part.where().isEmpty()
                        ? remedy(words.matches("[123]"), "Write 1, 2 or 3.")
                        : remedy(words.matches("[23]"), "Write 2 or 3.");
            case "table" ->
                part.where().equals("title")
                        ? remedy(!words.equals("*"), "Write the words of the title above the table.")
                        : remedy(words.matches("[1-9][0-9]?"), "Write 1 for the first table of the sheet.");
            case "fill down" -> remedy(hasColumn(words), "Write a field that has a column.");
            case "years end in" ->
                remedy(MonthWords.numberOfName(words).isPresent(), "Write the name of the month, such as March.");
            case "numbers" -> remedy(NumberStyle.of(words).isPresent(), "Write " + NumberStyle.EXAMPLES + ".");
            case "dates" ->
                remedy(words.equals("31/12/2015") || words.equals("12/31/2015"), "Write 31/12/2015 or 12/31/2015.");
            case "pass over" ->
                part.where().equals("column")
                        ? remedy(EQUALS.split(words).length == 2, "Write the heading, = and the words beneath it.")
                        : remedy(!words.equals("*"), "Write words that no row of data begins with.");
            case "ends at", "notes" -> remedy(!words.equals("*"), "Write words that no row of data begins with.");
            case "other name" -> remedy(EQUALS.split(words).length == 2, "Write the other name, = and the code.");
            default -> Optional.empty();
        };
        remedy.ifPresent(each -> row.fault("Words", "'" + words + "' cannot be for '" + part.part() + "'", each));
        if (part.part().equals("code")) {
            checkCode(row, part, codes);
        }
        if (part.part().equals("pass over") && !part.where().isEmpty()) {
            checkTiers(row, part, EQUALS.split(words)[0]);
        }
        if (part.part().equals("other name") && EQUALS.split(words).length == 2) {
            Field.of(part.where())
                    .filter(field -> !names.isKnown(field, EQUALS.split(words)[1]))
                    .ifPresent(field -> row.unknown("Words", EQUALS.split(words)[1], names.of(field)));
        }
    }

    private static Optional<String> remedy(boolean right, String sentence) {
        return right ? Optional.empty() : Optional.of(sentence);
    }

    private Set<String> codePlaces() {
        Set<String> places = new HashSet<>(Set.of(""));
        fields().filter(named -> named.field().isFigure())
                .forEach(named -> places.add(named.field().word()));
        return places;
    }

    private boolean hasColumn(String field) {
        return parts.stream()
                .map(Part::part)
                .anyMatch(part -> part.where().equals("column")
                        && part.part().equals(FoldedName.of(field).text()));
    }

    private static void checkCode(Row row, LayoutPart part, Map<FoldedName, String> codes) {
        String words = part.words();
        String[] meaning = words.split("=", 2);
        if (meaning.length < 2
                || meaning[0].isBlank()
                || MissingCodes.reason(meaning[1]).isEmpty()) {
            row.fault(
                    "Words",
                    "'" + words + "' gives no meaning",
                    "Write the code, = and one of: " + MissingCodes.words() + ".");
            return;
        }
        String other = codes.putIfAbsent(FoldedName.of(part.where() + " " + meaning[0]), words);
        if (other != null) {
            row.fault("Words", "'" + words + "' explains a code again, after '" + other + "'", "Keep one of the two.");
        }
    }

    private static void checkPlaceholders(Row row, LayoutPart part) {
        boolean free = part.where().equals("constant") || part.part().equals("code");
        boolean blank = part.part().equals("pass over") || part.part().equals("ends at");
        boolean naming = part.where().equals("across") || OUTSIDE_THE_TABLE.contains(part.where());
        List<String> known = naming ? IN_NAMES : IN_HEADINGS;
        String words = part.words().toLowerCase(Locale.ROOT);
        Matcher placeholder = PLACEHOLDER.matcher(words);
        while (placeholder.find()) {
            String found = placeholder.group();
            boolean bare = BARE_COLUMN.matcher(found).matches()
                    && (part.where().equals("column")
                            && (words.strip().equals(found) || part.part().equals("pass over")));
            if (!free && !bare && !(blank && found.equals("{blank}")) && !known.contains(found)) {
                row.fault(
                        "Words",
                        "'" + found + "' stands for nothing known",
                        "Write one of: " + String.join(", ", known) + ".");
            }
        }
        if (TIERS.splitAsStream(words).anyMatch(tier -> count(tier, "{month}") > 1)) {
            row.fault("Words", "'" + part.words() + "' asks for several months", "Keep one {month}.");
        }
        for (String name : List.of("{year}", "{month name}", "{measure}", "{organisation}", "{category}")) {
            if (!free && count(words, name) > 1) {
                row.fault("Words", "'" + part.words() + "' asks for " + name + " twice", "Keep one of the two.");
            }
        }
        if (!free && words.contains("{month name}") && !words.contains("{year}")) {
            row.fault(
                    "Words",
                    "'" + part.words() + "' does not say where the year stands",
                    "Put {year} there, or {month} for both.");
        }
    }

    private static boolean namesMonth(String words) {
        String folded = words.toLowerCase(Locale.ROOT);
        return count(folded, "{month}") == 1 && !folded.contains("{year}")
                || count(folded, "{year}") == 1 && !folded.contains("{month}");
    }

    private static int times(String words, Field field) {
        return count(words.toLowerCase(Locale.ROOT), String.valueOf(NAMED.get(field)));
    }

    private static int count(String words, String placeholder) {
        return words.split(Pattern.quote(placeholder), -1).length - 1;
    }

    private Stream<NamedField> fields() {
        return parts.stream().flatMap(each -> NamedField.of(each.part().part()).stream());
    }

    /** A layout without one of these would read nothing, or nothing that could be told apart. */
    private void checkComplete(Subject subject) {
        Map<Field, String> places = new HashMap<>();
        parts.forEach(each -> NamedField.of(each.part().part())
                .filter(named -> named.measure().isEmpty())
                .ifPresent(
                        named -> places.putIfAbsent(named.field(), each.part().where())));
        Set<Field> stated = EnumSet.noneOf(Field.class);
        stated.addAll(places.keySet());
        fields().filter(named -> !named.measure().isEmpty()).forEach(named -> {
            stated.add(named.field());
            stated.add(Field.MEASURE);
        });
        parts.stream()
                .map(Part::part)
                .filter(part -> part.where().equals("across"))
                .forEach(part -> ACROSS.stream()
                        .filter(field ->
                                field == Field.MONTH ? namesMonth(part.words()) : times(part.words(), field) == 1)
                        .forEach(stated::add));
        Row row = parts.get(0).row();
        if (!stated.contains(subject.lead())) {
            row.fault("Layout", "does not say what " + subject.lead().word() + " a row is about", "Add a row for it.");
        }
        List<Field> naming = List.of(subject.lead(), Field.ORGANISATION, Field.ORGANISATION_NAME, Field.MONTH);
        boolean categoriesAcross = "across".equals(places.get(Field.CATEGORY));
        if (!categoriesAcross && naming.stream().noneMatch(field -> "column".equals(places.get(field)))) {
            row.fault(
                    "Layout",
                    "has no column that names its rows",
                    "Add a row for one of: " + naming.stream().map(Field::word).collect(Collectors.joining(", "))
                            + ".");
        }
        if (places.containsKey(Field.QUARTER) && !"across".equals(places.get(Field.QUARTER))) {
            row.fault("Layout", "has its quarters in a place of their own", "Describe quarters as across.");
        }
        if (!stated.contains(Field.MONTH) && !stated.contains(Field.QUARTER)) {
            row.fault("Layout", "does not say where the month stands", "Add a row for it.");
        }
        checkYears(row, places);
        checkFigures(row, subject, places, stated);
        if (subject.fields().contains(Field.SCHEME) && !places.containsKey(Field.SCHEME)) {
            row.fault("Layout", "does not say which scheme its categories are of", "Add a row for the scheme.");
        }
    }

    private void checkYears(Row row, Map<Field, String> places) {
        boolean yearsEnd = words("years end in").isPresent();
        boolean yearAlone = parts.stream()
                .map(Part::part)
                .filter(part ->
                        !part.part().equals(Field.YEAR.word()) && !part.where().equals("column"))
                .filter(part -> NamedField.of(part.part()).isPresent())
                .map(part -> part.words().toLowerCase(Locale.ROOT))
                .anyMatch(words -> words.contains("{year}") && !words.contains("{month name}"));
        boolean yearApart = places.containsKey(Field.YEAR);
        if (yearAlone && !yearsEnd) {
            row.fault("Layout", "has years in place of months", "Add a row for years end in, such as March.");
        }
        if (yearsEnd && !yearAlone && !"column".equals(places.get(Field.MONTH))) {
            row.fault("Layout", "says in which month years end, but has months", "Take the one away.");
        }
        if (yearApart && (yearsEnd || !"column".equals(places.get(Field.MONTH)))) {
            row.fault(
                    "Layout",
                    "has a year, but no column of months without one",
                    "Describe the month by one of the two.");
        }
    }

    private void checkFigures(Row row, Subject subject, Map<Field, String> places, Set<Field> stated) {
        boolean across = ACROSS.stream().anyMatch(field -> "across".equals(places.get(field)));
        boolean categoriesAcross = "across".equals(places.get(Field.CATEGORY));
        if (places.containsKey(Field.FIGURE) && !across) {
            row.fault("Layout", "has a figure column, but no months across", "Take the one away or add the other.");
        }
        if (across && !categoriesAcross && subject != Subject.MEASURES) {
            row.fault(
                    "Layout",
                    "has months across, which only measures can have",
                    "Describe the month otherwise, or let a figure stand across.");
        }
        List<Field> figures = switch (subject) {
            case MEASURES -> List.of(Field.VALUE, Field.NUMERATOR, Field.REMAINDER, Field.STATUS);
            case FINANCE -> List.of(Field.BUDGET, Field.FORECAST, Field.VARIANCE, Field.SPEND_TO_DATE, Field.COMMITTED);
            case DISTRIBUTION -> List.of(Field.COUNT, Field.SHARE);
            case AUDIT_OPINIONS -> List.of(Field.COUNT);
            case PROJECTS -> List.of(Field.PROGRESS, Field.FINANCE);
        };
        if (!across && figures.stream().noneMatch(stated::contains)) {
            row.fault("Layout", "has no figure", "Add a row for one of: " + words(figures) + ".");
        }
        if (categoriesAcross && figures.stream().anyMatch(places::containsKey)) {
            row.fault(
                    "Layout",
                    "has categories across and a column of figures beside them",
                    "Keep the one or the other.");
        }
        if (across && OF_A_MEASURE.stream().anyMatch(stated::contains)) {
            row.fault("Layout", "has months across and a column of figures beside them", "Keep the one or the other.");
        }
        Set<String> measures = fields().map(NamedField::measure).collect(Collectors.toSet());
        for (String measure : measures) {
            checkRemainder(row, measure);
        }
        fields().filter(named -> !named.measure().isEmpty()
                        && places.containsKey(named.field())
                        && named.field() != Field.DENOMINATOR)
                .findFirst()
                .ifPresent(named -> row.fault(
                        "Layout",
                        "has the " + named.field().word() + " of one measure and of all",
                        "Keep the one or the other."));
    }

    private void checkRemainder(Row row, String measure) {
        Set<Field> own = fields().filter(named -> named.measure().equals(measure))
                .map(NamedField::field)
                .collect(Collectors.toSet());
        boolean whole = own.contains(Field.DENOMINATOR)
                || fields().anyMatch(named ->
                        named.field() == Field.DENOMINATOR && named.measure().isEmpty());
        if (own.contains(Field.REMAINDER) && (!whole || own.contains(Field.NUMERATOR))) {
            row.fault(
                    "Layout",
                    "has a remainder, which is what the numerator leaves of the denominator",
                    "Give the denominator beside it, and no numerator.");
        }
    }

    private static String words(Collection<Field> fields) {
        return fields.stream().map(Field::word).collect(Collectors.joining(", "));
    }

    /** The sheets whose names a layout can use. A sheet that could not be read knows every name. */
    record Names(CatalogueSheet measures, CatalogueSheet organisations, CatalogueSheet categories) {

        CatalogueSheet of(Field field) {
            return switch (field) {
                case MEASURE -> measures;
                case ORGANISATION -> organisations;
                default -> categories;
            };
        }

        boolean isKnown(Field field, String name) {
            if (field != Field.MEASURE && field != Field.ORGANISATION && field != Field.CATEGORY) {
                return true;
            }
            CatalogueSheet sheet = of(field);
            FoldedName folded = FoldedName.of(name);
            return Stream.of("Code", "Name").map(sheet::codes).allMatch(Optional::isEmpty)
                    || Stream.of("Code", "Name")
                            .flatMap(heading -> sheet.codes(heading).stream())
                            .flatMap(Set::stream)
                            .anyMatch(each -> FoldedName.of(each).equals(folded));
        }
    }
}
