package org.monthend.steward;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.load.DueTime;
import org.monthend.load.FileToJudge;
import org.monthend.load.LatePattern;
import org.monthend.load.Lateness;
import org.monthend.load.MonthInHand;
import org.monthend.load.ReturnDue;
import org.monthend.load.ReturnFolder;
import org.monthend.load.Timeliness;
import org.monthend.load.UndecidedFiles;
import org.monthend.steward.Waivers.Waiver;

/** Sees how the months stand on a day: what the catalogue asks for, what the warehouse has and what lies in the folder. */
public final class StatusBoard {

    /** As many months as people look back. */
    private static final int MONTHS_SHOWN = 12;

    private final Catalogue catalogue;
    private final ReturnFolder folder;
    private final UndecidedFiles undecided;
    private final StatusBook book;
    private final Waivers waivers;
    private final List<DueTime> times;
    private final List<Lateness> lateness;
    private final LocalDate today;

    /** @param times every time that a return was due, as the book has it */
    public StatusBoard(
            Catalogue catalogue,
            ReturnFolder folder,
            UndecidedFiles undecided,
            StatusBook book,
            Waivers waivers,
            List<DueTime> times,
            LocalDate today) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.undecided = undecided;
        this.book = book;
        this.waivers = waivers;
        this.times = times;
        this.lateness = Lateness.judge(times, today);
        this.today = today;
    }

    /** The month that a steward wants to see unasked. */
    public ReportingMonth monthInHand() {
        return MonthInHand.of(newest(), today);
    }

    private Optional<ReportingMonth> newest() {
        return Stream.concat(book.months().stream(), folder.months().stream()).max(ReportingMonth::compareTo);
    }

    /** The first month of which something came. Before it nothing was ever asked for; empty when nothing came yet. */
    public Optional<ReportingMonth> first() {
        return Stream.concat(book.months().stream(), folder.months().stream()).min(ReportingMonth::compareTo);
    }

    /** The months up to the one in hand, oldest first, from the first of which something came; twelve at most. */
    public List<MonthStatus> lastMonths() {
        ReportingMonth last = monthInHand();
        ReportingMonth first = first().orElse(last);
        ReportingMonth earliest = last.minusMonths(MONTHS_SHOWN - 1);
        return ReportingMonth.range(first.isBefore(earliest) ? earliest : first, last).stream()
                .map(this::of)
                .toList();
    }

    public MonthStatus of(ReportingMonth month) {
        List<Attempt> attempts = book.attempts(month);
        List<FileToJudge> waiting = undecided.of(month);
        List<String> unfinished = book.unfinished(month);
        return new MonthStatus(
                month,
                today,
                returns(month, attempts, waiting, unfinished),
                new FolderLook(folder, attempts, waiting, unfinished).remarks(month),
                book.editions(month, catalogue.topOrganisation().code()),
                book.staleSince(month),
                book.holder(month),
                book.lastRun(month));
    }

    private List<ReturnStatus> returns(
            ReportingMonth month, List<Attempt> attempts, List<FileToJudge> waiting, List<String> unfinished) {
        Map<String, Attempt> standing = attempts.stream()
                .filter(attempt -> attempt.stands() && !attempt.returnCode().isEmpty())
                .collect(Collectors.toMap(Attempt::returnCode, attempt -> attempt, (one, other) -> other));
        Map<String, Waiver> waived = waivers.of(month).stream()
                .collect(Collectors.toMap(Waiver::returnCode, waiver -> waiver, (one, other) -> other));
        Map<String, LocalDate> due = ReturnDue.of(catalogue, month).stream()
                .collect(Collectors.toMap(ReturnDue::returnCode, ReturnDue::dueDate));
        Map<String, LatePattern> patterns = patterns(month);
        List<ReturnStatus> returns = new ArrayList<>();
        for (MonthlyReturn owed : owed(standing)) {
            String code = owed.code();
            Optional<Attempt> attempt = Optional.ofNullable(standing.get(code));
            Optional<LocalDate> dueDate = Optional.ofNullable(due.get(code));
            if (owed.frequency() == Frequency.ONCE && attempt.isEmpty()) {
                continue;
            }
            List<FileToJudge> itsFiles = waiting.stream()
                    .filter(file -> file.returnCode().equals(code))
                    .toList();
            Optional<Waiver> waiver = Optional.ofNullable(waived.get(code));
            Timeliness timeliness = dueDate.map(
                            day -> time(owed, month, day, waiver).on(today))
                    .orElse(Timeliness.of(Timeliness.Kind.NOT_YET_DUE));
            returns.add(new ReturnStatus(
                    month,
                    owed,
                    standing(attempt, itsFiles, unfinished, waiver, dueDate, timeliness),
                    dueDate,
                    timeliness,
                    attempt,
                    (int) attempts.stream()
                            .filter(each -> each.returnCode().equals(code))
                            .count(),
                    attempts.stream()
                            .filter(each -> each.counts() && each.returnCode().equals(code))
                            .findFirst(),
                    waiver,
                    Optional.ofNullable(patterns.get(code))));
        }
        return returns;
    }

    /** Those of the catalogue, and those that came when it still had them. */
    private List<MonthlyReturn> owed(Map<String, Attempt> standing) {
        Map<String, MonthlyReturn> owed = new LinkedHashMap<>();
        catalogue.returns().forEach(each -> owed.put(each.code(), each));
        standing.keySet().stream()
                .sorted()
                .forEach(code -> owed.computeIfAbsent(
                        code,
                        gone -> new MonthlyReturn(
                                gone, gone, "", Frequency.ONCE, 1, "", List.of(), List.of(), "", "")));
        return List.copyOf(owed.values());
    }

    /** What the book says of the time; nothing has come yet where no run has noted that it is due. */
    private DueTime time(MonthlyReturn owed, ReportingMonth month, LocalDate due, Optional<Waiver> waiver) {
        ReturnDue said = new ReturnDue(owed.code(), owed.organisationCode(), month, due);
        return times.stream()
                .filter(time -> time.due().equals(said))
                .findFirst()
                .orElse(new DueTime(said, Instant.EPOCH, Optional.empty(), Optional.empty(), waiver.isPresent()));
    }

    private Map<String, LatePattern> patterns(ReportingMonth month) {
        return lateness.stream()
                .filter(each -> each.due().month().equals(month))
                .filter(each -> each.pattern().isPresent())
                .collect(Collectors.toMap(
                        each -> each.due().returnCode(), each -> each.pattern().orElseThrow(), (one, other) -> other));
    }

    private static ReturnStanding standing(
            Optional<Attempt> attempt,
            List<FileToJudge> waiting,
            List<String> unfinished,
            Optional<Waiver> waiver,
            Optional<LocalDate> due,
            Timeliness timeliness) {
        Optional<ReturnStanding> loaded = attempt.filter(Attempt::isLoaded).map(StatusBoard::received);
        if (loaded.isPresent()) {
            return loaded.get();
        }
        if (!waiting.isEmpty()) {
            boolean allBrokeOff = waiting.stream().allMatch(file -> unfinished.contains(file.sha256()));
            return allBrokeOff ? ReturnStanding.DEFERRED : ReturnStanding.TO_BE_LOADED;
        }
        if (waiver.isPresent()) {
            return ReturnStanding.WAIVED;
        }
        if (attempt.isPresent()) {
            return switch (attempt.get().verdict()) {
                case "withdrawn" -> ReturnStanding.WITHDRAWN;
                case "deferred" -> ReturnStanding.DEFERRED;
                default -> ReturnStanding.REFUSED;
            };
        }
        if (due.isEmpty()) {
            return ReturnStanding.NOT_DUE;
        }
        return timeliness.kind() == Timeliness.Kind.OVERDUE ? ReturnStanding.OVERDUE : ReturnStanding.MISSING;
    }

    private static ReturnStanding received(Attempt attempt) {
        if (attempt.verdict().equals("partly_loaded")) {
            return ReturnStanding.PARTLY_ACCEPTED;
        }
        return attempt.openQueries() > 0 ? ReturnStanding.ACCEPTED_WITH_QUERIES : ReturnStanding.ACCEPTED;
    }
}
