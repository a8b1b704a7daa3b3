package org.monthend.extract.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.LayoutPart;
import org.monthend.catalogue.MissingReason;
import org.monthend.extract.CellWords;
import org.monthend.extract.format.Cell;

/**
 * Counts what stands in place of figures and says what it may mean: as the notes explain it, or else as statisticians
 * usually mean it. The same letter means different things in different releases, so hardly any is certain.
 */
final class CodeFinder {

    private static final int CODES = 12;

    private final List<String> notes;
    private final List<String> notUnderstood;

    /** @param notes the lines beneath the table */
    CodeFinder(List<String> notes, List<String> notUnderstood) {
        this.notes = notes;
        this.notUnderstood = notUnderstood;
    }

    List<SuggestedPart> codes(SheetLook look, List<Profile> columns) {
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (Profile column : columns) {
            for (Cell cell : column.cells()) {
                if (CellKind.of(cell) == CellKind.CODE) {
                    String code =
                            FoldedName.of(CellKind.bare(CellKind.words(cell))).text();
                    seen.merge(code, new Seen(cell.address(), 1), Seen::plus);
                }
            }
            look.laterCodes(column.column())
                    .forEach((code, count) -> seen.merge(code, new Seen(column.letters() + "…", count), Seen::plus));
        }
        List<SuggestedPart> parts = new ArrayList<>();
        seen.forEach((code, where) -> part(code, where).ifPresent(parts::add));
        return parts.subList(0, Math.min(CODES, parts.size()));
    }

    private Optional<SuggestedPart> part(String code, Seen seen) {
        String count = seen.count() == 1 ? "1 cell" : seen.count() + " cells";
        Optional<String> note = explained(code);
        Optional<Meaning> meaning =
                note.flatMap(CodeFinder::meant).or(() -> note.isEmpty() ? usual(code) : Optional.empty());
        if (CellKind.isRange(code) || meaning.isEmpty()) {
            notUnderstood.add("'%s' stands in %s (first in %s) where a figure is expected%s; no code's meaning fits it."
                    .formatted(
                            code,
                            count,
                            seen.cell(),
                            note.map(words -> ", explained as '" + CellWords.quoted(words) + "'")
                                    .orElse("")));
            return Optional.empty();
        }
        String why = note.map(words -> "the notes say '" + CellWords.quoted(words) + "'")
                .orElse(meaning.get().reason());
        return Optional.of(new SuggestedPart(
                new LayoutPart(
                        "code",
                        "",
                        code + " = " + meaning.get().missing().word().replace('_', ' '),
                        ""),
                seen.cell(),
                note.isPresent() ? Confidence.LIKELY : meaning.get().confidence(),
                "it stands in %s in place of a figure; %s".formatted(count, why),
                note.isPresent() ? List.of() : meaning.get().alternatives()));
    }

    /** What the notes say of a code: "x = suppressed", "c: confidential", "* figures between 1 and 4". */
    private Optional<String> explained(String code) {
        Pattern said = Pattern.compile("(?:^|[\\s;,(])['\"\u2018\u201c]?" + Pattern.quote(code)
                + "['\"\u2019\u201d]?(?:\\s*[=:\u2013-]\\s*|\\s+(?=[a-z]))(?<meaning>[^;]{3,120})");
        for (String note : notes) {
            Matcher matcher = said.matcher(FoldedName.of(note).text());
            boolean letterInASentence = code.matches("[a-z]") && !note.matches("(?s).*[=:].*");
            if (!letterInASentence && matcher.find() && (matcher.start() == 0 || code.matches("[a-z.]+"))) {
                return Optional.of(matcher.group("meaning"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Meaning> meant(String words) {
        if (words.matches("(?s).*(suppress|confidential|disclos|small number|fewer than|less than|between 1 and).*")) {
            return Optional.of(Meaning.of(MissingReason.SUPPRESSED, Confidence.LIKELY, "as the notes say"));
        }
        if (words.matches("(?s).*(not available|unavailable|not applicable|not collected|no data|missing|not provided|"
                + "not published|not reported).*")) {
            return Optional.of(Meaning.of(MissingReason.NOT_AVAILABLE, Confidence.LIKELY, "as the notes say"));
        }
        return words.matches("(?s).*(nothing to report|none to report).*")
                ? Optional.of(Meaning.of(MissingReason.NOTHING_TO_REPORT, Confidence.LIKELY, "as the notes say"))
                : Optional.empty();
    }

    private static Optional<Meaning> usual(String code) {
        String usually = "no note explains it; usually it means this";
        return Optional.ofNullable(
                switch (code) {
                    case "-", "\u2014", "nothing to report", "nil" ->
                        Meaning.of(
                                MissingReason.NOTHING_TO_REPORT,
                                code.length() > 1 ? Confidence.CERTAIN : Confidence.LIKELY,
                                code.length() > 1 ? "it says so" : usually);
                    case "..", "..." -> Meaning.of(MissingReason.NOT_AVAILABLE, Confidence.LIKELY, usually);
                    case "n/a", "na", "n.a.", "not available", "not collected", "not reported" ->
                        Meaning.of(MissingReason.NOT_AVAILABLE, Confidence.CERTAIN, "it says so");
                    case "nan", "not applicable", "tbc", "tba" ->
                        Meaning.of(MissingReason.NOT_AVAILABLE, Confidence.LIKELY, usually);
                    case "suppressed" -> Meaning.of(MissingReason.SUPPRESSED, Confidence.CERTAIN, "it says so");
                    case "c" -> Meaning.of(MissingReason.SUPPRESSED, Confidence.LIKELY, usually);
                    case "new measure" -> Meaning.of(MissingReason.NEW_MEASURE, Confidence.CERTAIN, "it says so");
                    case "under development" ->
                        Meaning.of(MissingReason.UNDER_DEVELOPMENT, Confidence.CERTAIN, "it says so");
                    case "x", "*", "**" ->
                        new Meaning(MissingReason.SUPPRESSED, Confidence.GUESS, usually, List.of("not available"));
                    case ".", ":", "~", "z" ->
                        new Meaning(
                                MissingReason.NOT_AVAILABLE, Confidence.GUESS, usually, List.of("nothing to report"));
                    default -> null;
                });
    }

    private record Meaning(MissingReason missing, Confidence confidence, String reason, List<String> alternatives) {
        static Meaning of(MissingReason missing, Confidence confidence, String reason) {
            return new Meaning(missing, confidence, reason, List.of());
        }
    }

    private record Seen(String cell, int count) {
        Seen plus(Seen other) {
            return new Seen(cell, count + other.count());
        }
    }
}
