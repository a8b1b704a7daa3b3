package org.monthend.steward;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.monthend.steward.FileRemark.Kind;

/** What a steward does next about a month, the most urgent first. */
public final class NextSteps {

    private NextSteps() {}

    public static List<String> of(MonthStatus status) {
        String month = status.month().toString();
        List<String> steps = new ArrayList<>();
        status.holder().ifPresent(holder -> steps.add("Wait until the run has finished: " + holder + "."));
        if (status.count(Kind.NEW) + status.count(Kind.READ_ANEW) + status.count(Kind.UNFINISHED) > 0
                || status.staleSince().isPresent()) {
            steps.add("Load what is new: ./monthend load --month " + month);
        }
        for (ReturnStatus each : status.returns()) {
            fix(each, month).ifPresent(steps::add);
        }
        status.files().stream()
                .filter(file -> file.kind() == Kind.NO_RETURN)
                .forEach(file ->
                        steps.add("Give '%s' the name of its return, then ./monthend load".formatted(file.file())));
        long toChase = status.returns().stream()
                .filter(each -> each.standing().isToBeChased())
                .map(each -> ChaseList.sender(each.owed()))
                .distinct()
                .count();
        if (toChase > 0) {
            steps.add("Write to %s: ./monthend status %s --chase"
                    .formatted(StatusWords.counted(toChase, "sender", "senders"), month));
        }
        if (steps.isEmpty()) {
            steps.add(whenAllIsWell(status));
        }
        return steps;
    }

    private static Optional<String> fix(ReturnStatus status, String month) {
        String code = status.owed().code();
        return status.attempt().flatMap(attempt -> switch (status.standing()) {
            case REFUSED ->
                Optional.of("Fix %s: ./monthend annotate %d marks what is wrong; then ./monthend load"
                        .formatted(code, attempt.submission()));
            case PARTLY_ACCEPTED ->
                Optional.of("Fix %s of %s: ./monthend annotate %d marks them; then ./monthend load"
                        .formatted(
                                StatusWords.counted(attempt.rowsRejected(), "row", "rows"),
                                code,
                                attempt.submission()));
            case ACCEPTED_WITH_QUERIES ->
                Optional.of("Explain or correct %s of %s: ./monthend issues %s --return %s"
                        .formatted(StatusWords.counted(attempt.openQueries(), "query", "queries"), code, month, code));
            case WITHDRAWN ->
                Optional.of("Ask for %s anew, or ./monthend waive %s %s --reason TEXT".formatted(code, month, code));
            default -> Optional.empty();
        });
    }

    private static String whenAllIsWell(MonthStatus status) {
        Optional<ReturnStatus> next = status.returns().stream()
                .filter(each ->
                        each.standing() == ReturnStanding.MISSING && each.due().isPresent())
                .min(Comparator.comparing(each -> each.due().orElse(LocalDate.MAX)));
        if (next.isPresent()) {
            LocalDate due = next.get().due().orElseThrow();
            List<String> codes = status.returns().stream()
                    .filter(each -> each.standing() == ReturnStanding.MISSING
                            && each.due().equals(Optional.of(due)))
                    .map(each -> each.owed().code())
                    .toList();
            return "Nothing to do until %s, when %s due."
                    .formatted(
                            StatusWords.day(due, status.asOn()),
                            String.join(", ", codes) + (codes.size() == 1 ? " is" : " are"));
        }
        boolean hasDraft =
                status.editions().stream().anyMatch(edition -> edition.status().equals("draft"));
        return hasDraft
                ? "All is in. Look at the page, then ./monthend publish %s --by NAME".formatted(status.month())
                : "Nothing to do.";
    }
}
