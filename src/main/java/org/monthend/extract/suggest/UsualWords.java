package org.monthend.extract.suggest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.monthend.catalogue.FoldedName;
import org.monthend.extract.Field;
import org.monthend.extract.Subject;

/** The words by which teams usually head the fields of a return. */
final class UsualWords {

    private static final Map<Field, List<String>> OF_MEASURES = Map.of(
            Field.NUMERATOR, List.of("numerator", "number", "count", "num", "n", "within", "met", "achieved"),
            Field.DENOMINATOR,
                    List.of(
                            "denominator",
                            "out of",
                            "total",
                            "base",
                            "cohort",
                            "population",
                            "attendances",
                            "eligible",
                            "of"),
            Field.VALUE,
                    List.of(
                            "value",
                            "result",
                            "rate",
                            "%",
                            "percent",
                            "percentage",
                            "per cent",
                            "figure",
                            "performance",
                            "actual",
                            "average",
                            "score",
                            "outturn"),
            Field.STATUS, List.of("status", "reason", "missing", "code", "flag"),
            Field.COMMENT,
                    List.of(
                            "comment",
                            "comments",
                            "note",
                            "notes",
                            "remark",
                            "remarks",
                            "commentary",
                            "explanation",
                            "narrative"));

    private static final Map<Field, List<String>> OF_DISTRIBUTIONS = Map.of(
            Field.COUNT, List.of("count", "number", "files", "cases", "audits", "total", "n"),
            Field.SHARE, List.of("share", "%", "percent", "percentage", "per cent", "proportion", "rate"));

    private static final Map<Field, List<String>> OF_FINANCE = Map.of(
            Field.BUDGET, List.of("budget", "plan"),
            Field.FORECAST, List.of("forecast", "outturn", "projection", "projected", "actual", "progress"),
            Field.VARIANCE, List.of("variance", "difference", "overspend", "underspend"),
            Field.SPEND_TO_DATE, List.of("spend to date", "spend", "spent", "year to date", "ytd"),
            Field.COMMITTED, List.of("committed", "commitments", "ordered"));

    private static final Map<Field, List<String>> OF_PROJECTS = Map.of(
            Field.PROGRESS, List.of("progress", "rag", "delivery", "milestones"),
            Field.FINANCE, List.of("finance", "variance", "budget", "cost", "spend", "financial"),
            Field.NARRATIVE,
                    List.of(
                            "narrative",
                            "status",
                            "comment",
                            "comments",
                            "update",
                            "commentary",
                            "summary",
                            "highlights"));

    private static final Map<Field, List<String>> OF_NAMES = Map.of(
            Field.MEASURE, List.of("measure", "indicator", "kpi", "metric"),
            Field.LINE, List.of("budget line", "finance line", "line"),
            Field.PROJECT, List.of("project", "programme", "workstream"),
            Field.CATEGORY, List.of("category", "grade", "opinion", "rating", "judgement"),
            Field.ORGANISATION,
                    List.of(
                            "organisation",
                            "organization",
                            "org",
                            "provider",
                            "trust",
                            "team",
                            "locality",
                            "authority",
                            "la",
                            "council",
                            "district",
                            "area"),
            Field.MONTH, List.of("month", "period", "date", "month end", "reporting month", "time period"));

    private UsualWords() {}

    /** The words of the fields that a subject's columns of figures and remarks may be. */
    static Map<Field, List<String>> of(Subject subject) {
        return switch (subject) {
            case MEASURES -> OF_MEASURES;
            case FINANCE -> OF_FINANCE;
            case PROJECTS -> OF_PROJECTS;
            case DISTRIBUTION -> OF_DISTRIBUTIONS;
            case AUDIT_OPINIONS -> {
                Map<Field, List<String>> counts = new EnumMap<>(Field.class);
                counts.put(Field.COUNT, OF_DISTRIBUTIONS.getOrDefault(Field.COUNT, List.of()));
                yield counts;
            }
        };
    }

    /** The words of a field that names what a row is about. */
    static List<String> of(Field field) {
        return OF_NAMES.getOrDefault(field, List.of());
    }

    private static final List<String> OF_REMAINDERS = List.of(
            "breaches", "breach", "over", "more than", "longer than", "not within", "outside", "late", "overdue");

    /** The figure of a measure that a heading says, when it has a usual word for one. */
    static Optional<Field> figureOf(String heading) {
        String bare = bare(heading);
        if (heading.contains(">") || OF_REMAINDERS.stream().anyMatch(word -> has(bare, word))) {
            return Optional.of(Field.REMAINDER);
        }
        return Stream.of(Field.NUMERATOR, Field.VALUE, Field.DENOMINATOR)
                .filter(field ->
                        OF_MEASURES.getOrDefault(field, List.of()).stream().anyMatch(word -> has(bare, word)))
                .findFirst();
    }

    /** How well a heading fits a field's words. */
    enum Fit {
        NONE,
        /** A heading further up has one of the words. */
        ABOVE,
        /** The heading has one of the words among others. */
        AMONG_OTHERS,
        /** The heading is one of the words. */
        USUAL,
        /** The heading is the field's own word. */
        OWN
    }

    static Fit fit(Profile column, Field field, List<String> words) {
        String heading = bare(column.heading());
        if (heading.equals(field.word())) {
            return Fit.OWN;
        }
        if (words.contains(heading)) {
            return Fit.USUAL;
        }
        if (words.stream().anyMatch(word -> has(heading, word))) {
            return Fit.AMONG_OTHERS;
        }
        boolean above = column.path().size() > 1
                && column.path().subList(0, column.path().size() - 1).stream()
                        .map(cell -> bare(CellKind.words(cell)))
                        .anyMatch(upper -> words.stream().anyMatch(word -> has(upper, word)));
        return above ? Fit.ABOVE : Fit.NONE;
    }

    static boolean has(String text, String word) {
        if (word.equals("%")) {
            return text.contains("%");
        }
        return Pattern.compile("(?<![a-z0-9])" + Pattern.quote(word) + "(?![a-z0-9])")
                .matcher(text)
                .find();
    }

    /** Without underscores, a letter or a unit in brackets behind, and a mark: "Count (a)" is a count. */
    static String bare(String heading) {
        return FoldedName.of(CellKind.bare(heading.replace('_', ' ')))
                .text()
                .replaceAll("\\s*\\([^)]{1,12}\\)$", "")
                .replaceAll("[:.]$", "")
                .replaceAll("^#\\s*", "number ")
                .strip();
    }
}
