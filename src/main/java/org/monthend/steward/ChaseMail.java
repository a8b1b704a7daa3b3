package org.monthend.steward;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.calendar.WorkingDays;

/**
 * What is written to one sender about all of its returns.
 *
 * @param address empty when the catalogue has none
 * @param names who it is written to; none when the catalogue has none
 * @param signed who writes
 */
public record ChaseMail(String address, List<String> names, List<Concern> concerns, LocalDate today, String signed) {

    private static final int ISSUES_TOLD = 5;

    /** Working days that a sender is given at the least. */
    private static final int TIME_TO_ANSWER = 2;

    /** Mail programs fold what is longer, and not always well. */
    private static final int LINE = 76;

    /** A return of the sender and what is open in it, the gravest first. */
    public record Concern(ReturnStatus status, List<KnownIssue> issues) {

        /** The submission whose marked workbook goes with the mail; 0 when nothing came. */
        long marked() {
            return status.attempt().map(Attempt::submission).orElse(0L);
        }
    }

    /** Numbers of the submissions whose marked workbooks go with it. */
    public List<Long> marked() {
        return concerns.stream()
                .map(Concern::marked)
                .filter(number -> number > 0)
                .toList();
    }

    /** Finance return for December 2015: please confirm or correct. */
    public String subject() {
        if (concerns.size() == 1) {
            ReturnStatus status = concerns.get(0).status();
            return "%s return for %s: %s"
                    .formatted(oneLine(status.owed().name()), status.month().longLabel(), please(status));
        }
        List<ReportingMonth> months = concerns.stream()
                .map(concern -> concern.status().month())
                .distinct()
                .sorted()
                .toList();
        String about = months.size() == 1
                ? months.get(0).longLabel()
                : months.get(0).longLabel() + " to "
                        + months.get(months.size() - 1).longLabel();
        return "Your returns for %s: %d to see to".formatted(about, concerns.size());
    }

    private static String please(ReturnStatus status) {
        return switch (status.standing()) {
            case OVERDUE -> "please send it";
            case ACCEPTED_WITH_QUERIES -> "please confirm or correct";
            default -> "please correct and send again";
        };
    }

    /** The text, in lines that end in a line break. */
    public String body() {
        StringBuilder text = new StringBuilder();
        paragraph("Dear " + (names.isEmpty() ? "colleague" : oneLine(String.join(" and ", names))) + ",", text);
        paragraph(
                "Thank you for what you send us every month. %s, by %s please."
                        .formatted(
                                concerns.size() == 1
                                        ? "One return still needs your help"
                                        : "%d returns still need your help".formatted(concerns.size()),
                                StatusWords.LONG_DAY.format(answerBy())),
                text);
        for (int index = 0; index < concerns.size(); index++) {
            String number = concerns.size() == 1 ? "" : (index + 1) + ". ";
            concern(number, concerns.get(index), text);
        }
        paragraph("If anything here is not as you know it, please tell us. Thank you for your help.", text);
        text.append("Kind regards\n").append(oneLine(signed)).append('\n');
        return text.toString();
    }

    private LocalDate answerBy() {
        return WorkingDays.after(today, TIME_TO_ANSWER);
    }

    private void concern(String number, Concern concern, StringBuilder text) {
        ReturnStatus status = concern.status();
        String name =
                number + oneLine(status.owed().name()) + ", " + status.month().longLabel();
        switch (status.standing()) {
            case OVERDUE -> paragraph(name + ": it has not reached us. " + overdue(status), text);
            case REFUSED -> {
                paragraph(name + ": we could not load '%s', and have nothing of it.".formatted(file(status)), text);
                issues(concern, text);
                paragraph("Please correct it and send the whole file again under the same name.", text);
            }
            case PARTLY_ACCEPTED -> {
                paragraph(
                        name
                                + ": we loaded '%s', but had to leave out %s."
                                        .formatted(file(status), StatusWords.counted(rejected(status), "row", "rows")),
                        text);
                issues(concern, text);
                paragraph(
                        "Please correct the cells in your own file and send the whole file again under the same name.",
                        text);
            }
            default -> {
                paragraph(name + ": we loaded '%s', but something in it looks odd.".formatted(file(status)), text);
                issues(concern, text);
                paragraph(
                        "Please tell us why it is right; or correct it in your own file and send the whole file again"
                                + " under the same name.",
                        text);
            }
        }
    }

    private static String overdue(ReturnStatus status) {
        String due = status.due()
                .map(day -> "It was due on " + StatusWords.LONG_DAY.format(day) + ". ")
                .orElse("");
        return due + "Please send it to us in the usual way, or tell us if there is nothing to report. If you have sent"
                + " it already, please send it once more.";
    }

    private static String file(ReturnStatus status) {
        return status.attempt().map(attempt -> oneLine(attempt.file())).orElse("");
    }

    private static int rejected(ReturnStatus status) {
        return status.attempt().map(Attempt::rowsRejected).orElse(0);
    }

    private static void issues(Concern concern, StringBuilder text) {
        for (KnownIssue issue : concern.issues().stream().limit(ISSUES_TOLD).toList()) {
            String place = issue.place().isEmpty() ? "" : issue.place() + ": ";
            List<String> lines = TextColumns.wrap(oneLine(place + sentence(issue.message(), place)), LINE - 4);
            text.append("  - ").append(String.join("\n    ", lines)).append('\n');
        }
        int more = concern.issues().size() - ISSUES_TOLD;
        if (more > 0) {
            text.append("  - and %,d more\n".formatted(more));
        }
        text.append('\n');
        paragraph("The marked workbook is attached: it shows every cell that we ask about.", text);
    }

    /** A message goes on after a place; alone it begins a sentence. */
    private static String sentence(String message, String place) {
        return message.isEmpty() || !place.isEmpty()
                ? message
                : Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }

    private static void paragraph(String words, StringBuilder text) {
        text.append(String.join("\n", TextColumns.wrap(words, LINE))).append("\n\n");
    }

    /** Names and findings are others' words: nothing in them may begin a line of its own. */
    private static String oneLine(String words) {
        return StatusText.plain(words.replaceAll("\\s+", " ").strip());
    }

    /** The mail as it is read at a terminal, with what has to be attached to it by hand. */
    public String text() {
        String to = address.isEmpty()
                ? "(no e-mail address: fill it in on the Returns sheet, at %s)"
                        .formatted(concerns.stream()
                                .map(concern -> concern.status().owed().code())
                                .distinct()
                                .collect(Collectors.joining(", ")))
                : names.isEmpty() ? address : "%s <%s>".formatted(oneLine(String.join(" and ", names)), address);
        List<String> lines = new ArrayList<>();
        lines.add("To: " + to);
        lines.add("Subject: " + subject());
        marked().forEach(number -> lines.add("Attach: what ./monthend annotate %d writes".formatted(number)));
        return String.join("\n", lines) + "\n\n" + body();
    }
}
