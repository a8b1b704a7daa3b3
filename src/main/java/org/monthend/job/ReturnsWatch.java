package org.monthend.job;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.calendar.WorkingDays;
import org.monthend.catalogue.Catalogue;
import org.monthend.load.DueReturns;
import org.monthend.load.Lateness;
import org.monthend.load.MonthInHand;
import org.monthend.load.ReturnDue;
import org.monthend.load.ReturnFolder;
import org.monthend.load.SubmissionResult;

/** Keeps the book of what was due, whenever a run looks at the folder: without it nobody could say what came late. */
public final class ReturnsWatch {

    private final DueReturns book;
    private final Clock clock;

    public ReturnsWatch(DueReturns book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** Begins a look at the months; it is ended when all that was found there is decided. */
    Look begin(Catalogue catalogue, ReturnFolder folder, List<ReportingMonth> months) {
        Instant started = clock.instant();
        LocalDate today = WorkingDays.dayOf(started);
        List<ReportingMonth> watched = watched(folder, months, today);
        book.expect(
                watched.stream()
                        .flatMap(month -> ReturnDue.of(catalogue, month).stream())
                        .toList(),
                started);
        return results -> {
            Set<ReportingMonth> undecided = results.stream()
                    .filter(result -> !result.judgement().verdict().isDecision())
                    .map(result -> result.submission().month())
                    .collect(Collectors.toSet());
            book.lookedFor(
                    watched.stream().filter(month -> !undecided.contains(month)).toList(), started);
            book.judged(Lateness.judge(book.times(), today));
        };
    }

    /** Whoever looks at the whole folder also sees that the month in hand has no folder yet. */
    private static List<ReportingMonth> watched(ReturnFolder folder, List<ReportingMonth> months, LocalDate today) {
        List<ReportingMonth> there = folder.months();
        if (there.isEmpty() || !months.containsAll(there)) {
            return months;
        }
        ReportingMonth newest = there.get(there.size() - 1);
        return Stream.concat(
                        months.stream(),
                        ReportingMonth.range(newest, MonthInHand.of(Optional.of(newest), today)).stream())
                .distinct()
                .toList();
    }

    /** A look at the folder that has begun. */
    @FunctionalInterface
    interface Look {

        /** What is not loaded by now was not there; unless it was, and could not be decided. */
        void end(List<SubmissionResult> results);
    }
}
