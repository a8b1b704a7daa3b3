package org.monthend.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.extract.Field;
import org.monthend.extract.Subject;
import org.monthend.validate.CatalogueSheet.Period;
import org.monthend.validate.CatalogueSheet.Row;

/**
 * The catalogue's Layouts sheet, one row for each part of a layout. What a layout says and nobody would read is a fault:
 * a figure would be missed in silence.
 */
final class LayoutRows {

    private static final List<String> PARTS =
            List.of("sheet", "rows are", "header tiers", "table", "code", "pass over", "notes");
    private static final Set<String> MANY_TIMES = Set.of("code", "pass over");
    private static final List<String> PLACES =
            List.of("column", "across", "title", "constant", "file name", "sheet name");
    private static final Set<String> NAMING_THE_MONTH = Set.of("across", "title", "file name", "sheet name");
    private static final Set<String> UNITS = Set.of("", "pounds", "fraction", "percent");
    private static final Set<String> PLACEHOLDERS = Set.of("{month}", "{fiscal year}", "{quarter}", "{month end}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*\\}?");

    private final CatalogueSheet sheet;
    private final CatalogueSheet organisations;
    private final CatalogueSheet categories;

    LayoutRows(CatalogueSheet sheet, CatalogueSheet organisations, CatalogueSheet categories) {
        this.sheet = sheet;
        this.organisations = organisations;
        this.categories = categories;
    }

    List<Layout> layouts() {
        Map<Key, List<Part>> layouts = new LinkedHashMap<>();
        sheet.records(row -> {
            LayoutPart part = new LayoutPart(
                    FoldedName.of(row.required("Part")).text(),
                    FoldedName.of(row.text("Where")).text(),
                    row.required("Words"),
                    FoldedName.of(row.text("Unit")).text());
            Key key = new Key(row.required("Layout"), row.period());
            if (!key.code().isEmpty()) {
                layouts.computeIfAbsent(key, each -> new ArrayList<>()).add(new Part(row, part));
            }
            return part;
        });
        layouts.forEach((key, parts) -> check(parts));
        checkPeriods(layouts);
        return layouts.entrySet().stream()
                .map(entry -> new Layout(
                        entry.getKey().code(),
                        entry.getKey().period().from(),
                        entry.getKey().period().to(),
                        entry.getValue().stream().map(Part::part).toList()))
                .toList();
    }

    private static void checkPeriods(Map<Key, List<Part>> layouts) {
        List<Key> keys = List.copyOf(layouts.keySet());
        for (int later = 1; later < keys.size(); later++) {
            Key key = keys.get(later);
            Row row = layouts.getOrDefault(key, List.of()).get(0).row();
            keys.subList(0, later).stream()
                    .filter(earlier -> earlier.code().equals(key.code())
                            && earlier.period().overlaps(key.period()))
                    .findFirst()
                    .ifPresent(earlier -> row.fault(
                            "From",
                            "of " + key.code() + " lies in the time of the layout in row "
                                    + layouts.getOrDefault(earlier, List.of())
                                            .get(0)
                                            .row()
                                            .number(),
                            "Give all rows of a layout the same months, and end the earlier layout the month before."));
        }
    }

    private void check(List<Part> parts) {
        Optional<Subject> subject = parts.stream()
                .filter(each -> each.part().part().equals("rows are"))
                .findFirst()
                .map(each -> Subject.of(each.part().words()))
                .orElse(Optional.of(Subject.MEASURES));
        int tiers = parts.stream()
                .filter(each -> each.part().part().equals("header tiers")
                        && each.part().words().matches("[123]"))
                .findFirst()
                .map(each -> Integer.parseInt(each.part().words()))
                .orElse(1);
        Map<String, Integer> seen = new HashMap<>();
        Map<FoldedName, String> codes = new HashMap<>();
        for (Part each : parts) {
            Row row = each.row();
            LayoutPart part = each.part();
            boolean many = MANY_TIMES.contains(part.part())
                    || part.part().equals(Field.CATEGORY.word()) && part.where().equals("across");
            Integer first = many ? null : seen.putIfAbsent(part.part(), row.number());
            if (first != null) {
                row.fault("Part", "'" + part.part() + "' stands in row " + first + " already", "Keep one of the two.");
            }
            Optional<Field> field = Field.of(part.part());
            if (part.words().isEmpty()) {
                continue;
            }
            if (field.isPresent()) {
                checkField(row, part, field.get(), subject, tiers);
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
        subject.ifPresent(each -> checkComplete(each, parts));
    }

    private void checkField(Row row, LayoutPart part, Field field, Optional<Subject> subject, int tiers) {
        if (subject.isPresent() && !subject.get().fields().contains(field)) {
            row.fault(
                    "Part",
                    "'" + part.part() + "' is no field of " + subject.get().word(),
                    "Write one of: "
                            + subject.get().fields().stream().map(Field::word).collect(Collectors.joining(", ")) + ".");
        }
        if (!PLACES.contains(part.where())) {
            row.fault(
                    "Where",
                    part.where().isEmpty() ? "is blank" : "'" + part.where() + "' is not known",
                    "Write one of: " + String.join(", ", PLACES) + ".");
        }
        if (part.where().equals("across") && field == Field.QUARTER) {
            if (times("{fiscal year}", part.words()) != 1 || times("{quarter}", part.words()) != 1) {
                row.fault(
                        "Words",
                        "'" + part.words() + "' does not say where the quarter and its year stand",
                        "Put {fiscal year} and {quarter} there, once.");
            }
        } else if (NAMING_THE_MONTH.contains(part.where())
                && !(part.where().equals("across") && field == Field.CATEGORY)) {
            if (field != Field.MONTH) {
                row.fault("Where", "'" + part.where() + "' is for the month alone", "Write column or constant.");
            } else if (monthsIn(part.words()) != 1) {
                row.fault(
                        "Words",
                        "'" + part.words() + "' does not say where the month stands",
                        "Put {month} there, once.");
            }
        }
        boolean isHeading = part.where().equals("column") || part.where().equals("across");
        if (isHeading && part.words().split("\\s+>\\s+").length > tiers) {
            row.fault(
                    "Words",
                    "'" + part.words() + "' has more tiers than the header, which has " + tiers,
                    "Add a row for header tiers, or correct the words.");
        }
        if (!UNITS.contains(part.unit())) {
            row.fault(
                    "Unit",
                    "'" + part.unit() + "' is not known",
                    "Write pounds, fraction or percent, or leave it blank for the measure's own.");
        }
        if (part.where().equals("constant")) {
            checkConstant(row, part, field);
        }
    }

    private void checkConstant(Row row, LayoutPart part, Field field) {
        FoldedName words = FoldedName.of(part.words());
        if (field == Field.ORGANISATION) {
            boolean known = Stream.of("Code", "Name").map(organisations::codes).allMatch(names -> names.isEmpty())
                    || Stream.of("Code", "Name")
                            .flatMap(heading -> organisations.codes(heading).stream())
                            .flatMap(Set::stream)
                            .anyMatch(name -> FoldedName.of(name).equals(words));
            if (!known) {
                row.unknown("Words", part.words(), organisations);
            }
        }
        boolean unknownScheme = field == Field.SCHEME
                && categories
                        .codes("Scheme")
                        .map(schemes -> !schemes.contains(part.words()))
                        .orElse(false);
        if (unknownScheme) {
            row.unknown("Words", part.words(), categories);
        }
    }

    private static void checkPart(Row row, LayoutPart part, Map<FoldedName, String> codes) {
        String words = part.words();
        boolean wrong = switch (part.part()) {
            case "rows are" -> Subject.of(words).isEmpty();
            case "header tiers" -> !words.matches("[123]");
            case "table" -> !part.where().equals("title") && !words.matches("[1-9]");
            case "pass over", "notes" -> words.equals("*");
            default -> false;
        };
        if (wrong) {
            row.fault(
                    "Words",
                    "'" + words + "' cannot be for '" + part.part() + "'",
                    switch (part.part()) {
                        case "rows are" ->
                            "Write one of: "
                                    + Arrays.stream(Subject.values())
                                            .map(Subject::word)
                                            .collect(Collectors.joining(", "))
                                    + ".";
                        case "header tiers" -> "Write 1, 2 or 3.";
                        case "table" -> "Write 1 for the first of several side by side, or a title above the table.";
                        default -> "Write words that no row of data begins with.";
                    });
        }
        if (part.part().equals("code")) {
            checkCode(row, words, codes);
        }
    }

    private static void checkCode(Row row, String words, Map<FoldedName, String> codes) {
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
        String other = codes.putIfAbsent(FoldedName.of(meaning[0]), words);
        if (other != null) {
            row.fault("Words", "'" + words + "' explains a code again, after '" + other + "'", "Keep one of the two.");
        }
    }

    private static void checkPlaceholders(Row row, LayoutPart part) {
        Matcher placeholder = PLACEHOLDER.matcher(part.words().toLowerCase(Locale.ROOT));
        while (placeholder.find()) {
            boolean asked = part.where().equals("constant") || part.part().equals("code");
            if (!asked && !PLACEHOLDERS.contains(placeholder.group())) {
                row.fault(
                        "Words",
                        "'" + placeholder.group() + "' stands for nothing known",
                        "Write {month}, {fiscal year}, {quarter} or {month end}.");
            }
        }
        if (Stream.of(part.words().split("\\s+>\\s+")).anyMatch(tier -> monthsIn(tier) > 1)) {
            row.fault("Words", "'" + part.words() + "' asks for several months", "Keep one {month}.");
        }
    }

    private static int monthsIn(String words) {
        return times("{month}", words);
    }

    private static int times(String placeholder, String words) {
        return words.toLowerCase(Locale.ROOT).split(Pattern.quote(placeholder), -1).length - 1;
    }

    /** A layout without one of these would read nothing, or nothing that could be told apart. */
    private static void checkComplete(Subject subject, List<Part> parts) {
        Map<Field, String> places = new HashMap<>();
        parts.forEach(each -> Field.of(each.part().part())
                .ifPresent(field -> places.putIfAbsent(field, each.part().where())));
        Row row = parts.get(0).row();
        boolean categoriesAcross = "across".equals(places.get(Field.CATEGORY));
        if (!"column".equals(places.get(subject.lead())) && !categoriesAcross) {
            row.fault("Layout", "has no column for the " + subject.lead().word(), "Add a row for it.");
        }
        if (!places.containsKey(Field.MONTH) && !places.containsKey(Field.QUARTER)) {
            row.fault("Layout", "does not say where the month stands", "Add a row for it.");
        }
        if (places.containsKey(Field.QUARTER) && !"across".equals(places.get(Field.QUARTER))) {
            row.fault("Layout", "has its quarters in a place of their own", "Describe quarters as across.");
        }
        boolean across = "across".equals(places.get(Field.MONTH)) || "across".equals(places.get(Field.QUARTER));
        if (places.containsKey(Field.FIGURE) && !across) {
            row.fault("Layout", "has a figure column, but no months across", "Take the one away or add the other.");
        }
        if ("across".equals(places.get(Field.MONTH)) && subject != Subject.MEASURES) {
            row.fault("Layout", "has months across, which only measures can have", "Describe the month otherwise.");
        }
        List<Field> figures = switch (subject) {
            case MEASURES ->
                across ? List.of(Field.MONTH, Field.QUARTER) : List.of(Field.VALUE, Field.NUMERATOR, Field.STATUS);
            case FINANCE -> List.of(Field.BUDGET, Field.FORECAST, Field.VARIANCE);
            case DISTRIBUTION -> List.of(Field.COUNT, Field.SHARE);
            case AUDIT_OPINIONS -> List.of(Field.COUNT);
            case PROJECTS -> List.of(Field.PROGRESS, Field.FINANCE);
        };
        if (!categoriesAcross && figures.stream().noneMatch(places::containsKey)) {
            row.fault(
                    "Layout",
                    "has no figure",
                    "Add a row for one of: " + figures.stream().map(Field::word).collect(Collectors.joining(", "))
                            + ".");
        }
        if (subject.fields().contains(Field.SCHEME) && !places.containsKey(Field.SCHEME)) {
            row.fault("Layout", "does not say which scheme its categories are of", "Add a row for the scheme.");
        }
        if (categoriesAcross && figures.stream().anyMatch(places::containsKey)) {
            row.fault(
                    "Layout",
                    "has categories across and a column of figures beside them",
                    "Keep the one or the other.");
        }
        if (across && Stream.of(Field.VALUE, Field.NUMERATOR, Field.DENOMINATOR).anyMatch(places::containsKey)) {
            row.fault("Layout", "has months across and a column of figures beside them", "Keep the one or the other.");
        }
    }

    /** Rows of the same code and months are one layout. */
    private record Key(String code, Period period) {}

    private record Part(Row row, LayoutPart part) {}
}
