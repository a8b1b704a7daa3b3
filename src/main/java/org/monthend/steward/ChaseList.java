package org.monthend.steward;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.catalogue.Severity;
import org.monthend.steward.ChaseMail.Concern;
import org.monthend.steward.KnownIssue.State;

/** Who is to be written to about returns that are overdue, refused, loaded in part or queried: one mail to each sender. */
public final class ChaseList {

    private ChaseList() {}

    /**
     * The mails, in the order in which their returns stand.
     *
     * @param openIssues the issues of a return
     * @param signed who writes
     */
    public static List<ChaseMail> of(
            List<MonthStatus> months, Function<ReturnStatus, List<KnownIssue>> openIssues, String signed) {
        Map<String, List<Concern>> bySender = new LinkedHashMap<>();
        for (MonthStatus month : months) {
            for (ReturnStatus status : month.returns()) {
                if (status.standing().isToBeChased()) {
                    bySender.computeIfAbsent(sender(status.owed()), sender -> new ArrayList<>())
                            .add(new Concern(status, forTheSender(openIssues.apply(status))));
                }
            }
        }
        LocalDate today = months.stream().map(MonthStatus::asOn).findFirst().orElse(LocalDate.EPOCH);
        return bySender.values().stream()
                .map(concerns -> new ChaseMail(
                        concerns.get(0).status().owed().email(), owners(concerns), concerns, today, signed))
                .toList();
    }

    /** Whoever has the same address is one sender; of those without one each is alone. */
    static String sender(MonthlyReturn owed) {
        return owed.email().isEmpty()
                ? owed.code() + " " + owed.owner()
                : owed.email().toLowerCase(Locale.ROOT);
    }

    private static List<String> owners(List<Concern> concerns) {
        return concerns.stream()
                .map(concern -> concern.status().owed().owner())
                .filter(owner -> !owner.isEmpty())
                .distinct()
                .toList();
    }

    /** What is open, the gravest first; notes are said to nobody. */
    private static List<KnownIssue> forTheSender(List<KnownIssue> issues) {
        return issues.stream()
                .filter(issue -> issue.state() == State.OPEN && issue.severity() != Severity.NOTE)
                .collect(Collectors.groupingBy(KnownIssue::severity))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }
}
