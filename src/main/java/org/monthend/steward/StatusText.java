package org.monthend.steward;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.monthend.calendar.WorkingDays;

/** How months stand, for a steward at a terminal of a hundred columns. */
public final class StatusText {

    private static final int WIDTH = 100;

    private StatusText() {}

    /** A month: its returns, its files, the month itself and what to do next; lines that end in a line break. */
    public static String of(MonthStatus status, Paint paint) {
        StringBuilder text = new StringBuilder();
        heading(
                "Returns of %s, as on %s"
                        .formatted(status.month().longLabel(), StatusWords.LONG_DAY.format(status.asOn())),
                paint,
                text);
        text.append(returns(status, paint));
        List<ReturnStatus> lateOnes = status.returns().stream()
                .filter(each -> each.pattern().isPresent())
                .toList();
        if (!lateOnes.isEmpty()) {
            heading("Late again and again", paint, text);
            TextColumns lines = new TextColumns(WIDTH - 2, 12, TextColumns.FLEXIBLE);
            lateOnes.forEach(each -> lines.row(
                    Emphasis.ATTENTION,
                    each.owed().code(),
                    each.pattern().orElseThrow().sentence()));
            text.append(indented(lines.text(paint)));
        }
        if (!status.files().isEmpty()) {
            heading("Files of the folder", paint, text);
            TextColumns lines = new TextColumns(WIDTH - 2, TextColumns.FLEXIBLE, TextColumns.FLEXIBLE);
            status.files().forEach(file -> lines.row(Emphasis.PLAIN, plain(file.file()), plain(file.words())));
            text.append(indented(lines.text(paint)));
        }
        heading("The month", paint, text);
        TextColumns month = new TextColumns(WIDTH - 2, 12, TextColumns.FLEXIBLE);
        month.row(Emphasis.PLAIN, "Scorecard", plain(StatusWords.scorecard(status)));
        status.holder().ifPresent(holder -> month.row(Emphasis.ATTENTION, "In work", "held by " + plain(holder)));
        month.row(Emphasis.PLAIN, "Last run", StatusWords.run(status));
        text.append(indented(month.text(paint)));
        heading("Next", paint, text);
        TextColumns steps = new TextColumns(WIDTH - 2, TextColumns.FLEXIBLE);
        NextSteps.of(status).forEach(step -> steps.row(Emphasis.PLAIN, plain(step)));
        text.append(indented(steps.text(paint)));
        return text.toString();
    }

    /** The months in a line each, the newest first. */
    public static String overview(List<MonthStatus> months, Paint paint) {
        StringBuilder text = new StringBuilder();
        heading("The last %s".formatted(months.size() == 1 ? "month" : months.size() + " months"), paint, text);
        TextColumns lines = new TextColumns(WIDTH - 2, 1, 6, 9, TextColumns.FLEXIBLE, 24);
        for (int index = months.size() - 1; index >= 0; index--) {
            MonthStatus status = months.get(index);
            List<String> open = open(status);
            List<String> said = new ArrayList<>(open);
            count(status.count(ReturnStanding.MISSING), "to come", said);
            lines.row(
                    open.isEmpty() ? Emphasis.PLAIN : Emphasis.ATTENTION,
                    open.isEmpty() ? "" : "!",
                    status.month().label(),
                    "%d of %d".formatted(status.received(), status.owed()),
                    said.isEmpty() ? "all well" : String.join(", ", said),
                    edition(status));
        }
        return text.append(indented(lines.text(paint))).toString();
    }

    private static String edition(MonthStatus status) {
        if (status.editions().isEmpty()) {
            return "no scorecard";
        }
        StatusBook.EditionState newest = status.editions().get(status.editions().size() - 1);
        return newest.status() + (status.staleSince().isPresent() ? ", out of date" : "");
    }

    /** What someone has to see to. */
    private static List<String> open(MonthStatus status) {
        List<String> words = new ArrayList<>();
        count(status.count(ReturnStanding.OVERDUE), "overdue", words);
        count(status.count(ReturnStanding.REFUSED), "refused", words);
        count(status.count(ReturnStanding.PARTLY_ACCEPTED), "partly accepted", words);
        count(status.count(ReturnStanding.WITHDRAWN), "withdrawn", words);
        count(status.count(ReturnStanding.DEFERRED), "deferred", words);
        if (status.openQueries() > 0) {
            words.add(StatusWords.counted(status.openQueries(), "query open", "queries open"));
        }
        long files = status.count(FileRemark.Kind.NEW) + status.count(FileRemark.Kind.READ_ANEW);
        if (files > 0) {
            words.add(StatusWords.counted(files, "file to load", "files to load"));
        }
        count(status.count(FileRemark.Kind.NO_RETURN), "of no return", words);
        return words;
    }

    private static void count(long number, String what, List<String> words) {
        if (number > 0) {
            words.add(number + " " + what);
        }
    }

    private static String returns(MonthStatus status, Paint paint) {
        TextColumns table = new TextColumns(WIDTH, 1, 12, 11, TextColumns.FLEXIBLE, 11, 8, 36);
        table.row(Emphasis.FAINT, "", "Return", "Due", "Standing", "Came", "Try", "File");
        for (ReturnStatus each : status.returns()) {
            Emphasis emphasis = Emphasis.of(each.standing());
            table.row(
                    emphasis,
                    emphasis == Emphasis.URGENT || emphasis == Emphasis.ATTENTION ? "!" : "",
                    plain(each.owed().code()),
                    each.due().map(day -> StatusWords.day(day, status.asOn())).orElse(""),
                    plain(StatusWords.standing(each, status.asOn())),
                    each.attempt().map(attempt -> came(attempt, status.asOn())).orElse(""),
                    each.attempt()
                            .map(attempt -> which(attempt, each.attempts()))
                            .orElse(""),
                    each.attempt()
                            .map(attempt -> plain(attempt.file()))
                            .orElse("(" + plain(each.owed().name()) + ")"));
        }
        return table.text(paint);
    }

    private static String came(Attempt attempt, LocalDate today) {
        return StatusWords.day(WorkingDays.dayOf(attempt.received()), today);
    }

    /** 2; or 1 of 2, where the last word is about an earlier file. */
    private static String which(Attempt attempt, int attempts) {
        return attempt.number() == attempts ? String.valueOf(attempts) : attempt.number() + " of " + attempts;
    }

    private static void heading(String words, Paint paint, StringBuilder text) {
        text.append(text.isEmpty() ? "" : "\n")
                .append(paint.apply(Emphasis.HEADING, words))
                .append('\n');
    }

    private static String indented(String lines) {
        return lines.indent(2);
    }

    /** Names are the senders' words: nothing in them may move the cursor or hide what follows. */
    static String plain(String words) {
        StringBuilder plain = new StringBuilder();
        words.codePoints().forEach(character -> plain.appendCodePoint(isPlain(character) ? character : '?'));
        return plain.toString();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
