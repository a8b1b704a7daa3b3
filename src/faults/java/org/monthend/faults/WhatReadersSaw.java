package org.monthend.faults;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges every state that a reader saw: of each file all rows or none, and every scorecard one computation over what was
 * there at the time that it names.
 */
final class WhatReadersSaw {

    private static final int CELLS_OF_A_LINE = 9;

    private final Case examined;
    private final Set<String> violations = new LinkedHashSet<>();
    private final Map<SentFile, BigDecimal> recorded = new HashMap<>();
    private final Map<List<SentFile>, Truth> truths = new HashMap<>();
    private final Set<String> judged = new LinkedHashSet<>();

    WhatReadersSaw(Case examined) {
        this.examined = examined;
    }

    List<String> violations() throws SQLException {
        examined.readers().refusals().forEach(each -> violations.add("was refused: " + each));
        times();
        for (List<String> state : examined.readers().seen()) {
            facts(state);
            editions(state);
        }
        return List.copyOf(violations);
    }

    private void violated(String what, @Nullable Object... values) {
        violations.add(what.formatted(values));
    }

    /** When what a file says was recorded: its first row and its last must lie on the same side of every edition. */
    private void times() throws SQLException {
        List<BigDecimal> editions = examined.readers().seen().stream()
                .flatMap(List::stream)
                .filter(row -> row.startsWith("edition|"))
                .map(row -> new BigDecimal(row.split("\\|", -1)[5]))
                .distinct()
                .toList();
        Map<String, List<String>> found = examined.database().rows("""
                        select sha256, submission.month_key,
                            extract(epoch from min(recorded_at)), extract(epoch from max(recorded_at))
                        from etl.return_submission as submission
                        join etl.source_file using (source_file_id)
                        join dw.fact_measure_value using (submission_id)
                        group by sha256, submission.month_key
                        """).stream()
                .collect(Collectors.toMap(row -> row.get(0) + row.get(1), row -> row));
        for (SentFile file : examined.taken()) {
            Optional<List<String>> row = Optional.ofNullable(found.get(file.sha256() + Oracle.monthKey(file.month())));
            if (row.isPresent()) {
                BigDecimal first = new BigDecimal(row.get().get(2));
                BigDecimal last = new BigDecimal(row.get().get(3));
                recorded.put(file, last);
                if (editions.stream()
                        .anyMatch(edition -> first.compareTo(edition) <= 0 && edition.compareTo(last) < 0)) {
                    violated("an edition speaks of a time in the midst of %s", file);
                }
            }
        }
    }

    /** A file's rows are those of one of its versions, or none is there. */
    private void facts(List<String> state) {
        Map<String, String> rows = new HashMap<>();
        for (String row : state) {
            if (row.startsWith("fact|")) {
                String[] words = row.split("\\|", -1);
                String key = words[1] + "/" + words[2] + "/" + words[3];
                if (rows.put(
                                key,
                                "%s %s %s"
                                        .formatted(
                                                Oracle.number(words[5]),
                                                Oracle.number(words[6]),
                                                Oracle.number(words[7])))
                        != null) {
                    violated("two values count for %s at the same time", key);
                }
            }
        }
        Map<String, List<SentFile>> versions = examined.taken().stream()
                .collect(Collectors.groupingBy(file -> file.returnCode() + " of " + file.month()));
        versions.forEach((what, files) -> {
            List<String> now = seen(files.get(0), rows);
            boolean whole = now.isEmpty()
                    || files.stream().anyMatch(file -> written(file).equals(now));
            if (!whole) {
                violated("%s was seen in part: %s", what, now);
            }
        });
    }

    private static List<String> seen(SentFile file, Map<String, String> rows) {
        return file.rows().stream()
                .flatMap(row -> Optional.ofNullable(rows.get(key(row))).stream())
                .toList();
    }

    private static List<String> written(SentFile file) {
        return file.rows().stream()
                .map(row -> "%s %s %s"
                        .formatted(
                                Oracle.number(row.numerator()),
                                Oracle.number(row.denominator()),
                                Oracle.number(row.figure())))
                .toList();
    }

    private static String key(Stated row) {
        return row.key().measure() + "/" + row.key().organisation() + "/"
                + row.key().monthKey();
    }

    private void editions(List<String> state) {
        Map<String, List<SeenLine>> lines = state.stream()
                .filter(row -> row.startsWith("line|"))
                .map(SeenLine::of)
                .collect(Collectors.groupingBy(line -> Integer.toString(line.edition())));
        Map<String, String> cells = counts(state, "cells|");
        Map<String, String> months = counts(state, "months|");
        for (String row : state) {
            if (row.startsWith("edition|")) {
                String[] words = row.split("\\|", -1);
                List<SeenLine> ofEdition =
                        Optional.ofNullable(lines.get(words[1])).orElse(List.of());
                String counts = cells.getOrDefault(words[1], "0") + "/" + months.getOrDefault(words[1], "0");
                if (judged.add(row + counts + ofEdition)) {
                    edition(words, ofEdition, counts);
                }
            }
        }
    }

    private static Map<String, String> counts(List<String> state, String kind) {
        return state.stream()
                .filter(row -> row.startsWith(kind))
                .map(row -> row.split("\\|", -1))
                .collect(Collectors.toMap(words -> words[1], words -> words[2]));
    }

    private void edition(String[] words, List<SeenLine> lines, String counts) {
        String which = "edition %s of %s (%s)".formatted(words[3], words[2], words[4]);
        Truth truth = truthAt(new BigDecimal(words[5]));
        if (lines.size() != KnownMeasure.values().length) {
            violated("%s was seen with %d lines", which, lines.size());
        }
        int month = Integer.parseInt(words[2]);
        long known = truth.stated().keySet().stream()
                .filter(key -> key.organisation().equals(Workload.TRUST) && key.monthKey() <= month)
                .count();
        String expected = KnownMeasure.values().length * CELLS_OF_A_LINE + "/" + known;
        if (!counts.equals(expected)) {
            violated("%s was seen with %s cells and months, not %s", which, counts, expected);
        }
        for (SeenLine line : lines) {
            line.differencesFrom(truth)
                    .forEach(difference -> violated("%s was seen with %s: %s", which, line.measure(), difference));
        }
    }

    private Truth truthAt(BigDecimal time) {
        List<SentFile> then = new ArrayList<>(examined.taken().stream()
                .filter(file -> recorded.containsKey(file) && recorded.get(file).compareTo(time) <= 0)
                .sorted(Comparator.comparing(recorded::get))
                .toList());
        return truths.computeIfAbsent(then, Truth::of);
    }
}
