package org.monthend.steward;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A traced figure in words, for an auditor at a terminal. */
public final class TraceText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private TraceText() {}

    /** Lines of plain text, ending in a line break. */
    public static String of(TracedFigure traced) {
        StringBuilder text = new StringBuilder();
        text.append("%s · %s%s · scorecard of %s, edition %d (%s)%n"
                .formatted(
                        traced.measureCode(),
                        traced.measureName(),
                        traced.organisation().isEmpty() ? "" : " · " + traced.organisation(),
                        traced.month().label(),
                        traced.edition(),
                        traced.editionStatus()));
        for (TracedFigure.Printed figure : traced.figures()) {
            text.append("  %-16s %s%n".formatted(figure.column(), figure.text()));
        }
        text.append("%nA quarter is %s.%n".formatted(traced.quarterRule()));
        for (TracedFigure.ReportedQuarter quarter : traced.quarters()) {
            text.append("%n%s  %s, as reported in the scorecard of %s%s%n"
                    .formatted(
                            quarter.quarter().label(),
                            quarter.figure().isEmpty() ? quarter.status().replace('_', ' ') : quarter.figure(),
                            quarter.reportedIn().label(),
                            quarter.isShown() ? "" : "; its months are known and count instead"));
            revision(text, quarter.revision(), quarter.recordedAt(), quarter.reason());
            file(text, quarter.file(), quarter.sha256(), quarter.sheet());
            cell(text, "value", "as stated", quarter.cell());
        }
        for (TracedFigure.Source source : traced.months()) {
            text.append("%n%s  %s%s%n"
                    .formatted(
                            source.month().label(),
                            source.part().isEmpty() ? "" : source.part() + "  ",
                            stated(traced, source)));
            revision(text, source.revision(), source.recordedAt(), source.reason());
            file(text, source.file(), source.sha256(), source.sheet());
            cell(text, "numerator", source.numerator(), source.numeratorCell());
            cell(text, "denominator", source.denominator(), source.denominatorCell());
            cell(text, "value", source.valueCell().isEmpty() ? "" : "as stated", source.valueCell());
        }
        return text.toString();
    }

    private static void revision(StringBuilder text, int number, Instant recordedAt, String reason) {
        text.append("  revision   %d, recorded %s%s%n"
                .formatted(number, TIME.format(recordedAt), reason.isEmpty() ? "" : " (" + reason + ")"));
    }

    private static void file(StringBuilder text, String name, String sha256, String sheet) {
        text.append("  file       %s%n  sha-256    %s%n".formatted(name, sha256));
        text.append("  sheet      %s%n".formatted(sheet));
    }

    private static String stated(TracedFigure traced, TracedFigure.Source source) {
        if (source.figure().isEmpty()) {
            return source.status().replace('_', ' ');
        }
        if (source.numerator().isEmpty() || source.denominator().isEmpty()) {
            return source.figure();
        }
        return "%s = %s × %s / %s"
                .formatted(shortened(source.figure()), traced.multiplier(), source.numerator(), source.denominator());
    }

    /** Enough digits to recognise it by; the exact figure follows from the fraction beside it. */
    private static String shortened(String figure) {
        int point = figure.indexOf('.');
        return point < 0 || figure.length() <= point + 7 ? figure : figure.substring(0, point + 7) + "…";
    }

    private static void cell(StringBuilder text, String name, String value, String cell) {
        if (!cell.isEmpty()) {
            text.append("  %-10s %s  %s%n".formatted(name, cell, value).stripTrailing())
                    .append('\n');
        }
    }
}
