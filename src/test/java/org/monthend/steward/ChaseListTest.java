package org.monthend.steward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.catalogue.Severity;
import org.monthend.load.Timeliness;
import org.monthend.steward.KnownIssue.Change;
import org.monthend.steward.KnownIssue.State;

/** One mail to each sender, with all that concerns it. */
class ChaseListTest {

    private static final LocalDate TODAY = LocalDate.of(2016, 1, 13);

    @Test
    void whoeverHasTheSameAddressGetsOneMail() {
        List<ChaseMail> mails = ChaseList.of(
                List.of(
                        month(
                                "2015-11",
                                status("2015-11", "FIN", "Kim", "finance@example.org", ReturnStanding.OVERDUE)),
                        month(
                                "2015-12",
                                status("2015-12", "FIN", "Kim", "finance@example.org", ReturnStanding.OVERDUE),
                                status("2015-12", "IA", "Jo", "Finance@Example.org", ReturnStanding.REFUSED),
                                status("2015-12", "CP", "Kim", "", ReturnStanding.OVERDUE),
                                status("2015-12", "RA", "Kim", "", ReturnStanding.OVERDUE))),
                status -> List.of(),
                "The data steward");

        assertThat(mails)
                .extracting(ChaseMail::subject)
                .containsExactly(
                        "Your returns for November 2015 to December 2015: 3 to see to",
                        "Return CP return for December 2015: please send it",
                        "Return RA return for December 2015: please send it");
        assertThat(mails.get(0).names()).containsExactly("Kim", "Jo");
        assertThat(mails.get(0).body())
                .startsWith("Dear Kim and Jo,")
                .contains("1. Return FIN, November 2015: ", "2. Return FIN, December 2015: ", "3. Return IA, December");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReturnStanding.class,
            names = {"OVERDUE", "REFUSED", "PARTLY_ACCEPTED", "ACCEPTED_WITH_QUERIES"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyIsTroubledWhoCanDoNothing(ReturnStanding standing) {
        assertThat(ChaseList.of(
                        List.of(month("2015-12", status("2015-12", "FIN", "Kim", "finance@example.org", standing))),
                        status -> List.of(),
                        "Jo"))
                .isEmpty();
    }

    @Test
    void tellsTheGravestFaultsFirstAndCountsTheRest() {
        List<KnownIssue> issues = IntStream.rangeClosed(1, 8)
                .mapToObj(number -> issue(number, number == 8 ? Severity.ERROR : Severity.QUERY, State.OPEN))
                .collect(Collectors.toList());
        issues.add(issue(9, Severity.NOTE, State.NOTED));
        issues.add(issue(10, Severity.QUERY, State.EXPLAINED));

        String body = ChaseList.of(
                        List.of(month(
                                "2015-12",
                                status("2015-12", "FIN", "Kim", "f@example.org", ReturnStanding.PARTLY_ACCEPTED))),
                        status -> issues,
                        "Jo")
                .get(0)
                .body();

        assertThat(body).contains("""
                  - Return!A8: what is wrong 8
                  - Return!A1: what is wrong 1
                  - Return!A2: what is wrong 2
                  - Return!A3: what is wrong 3
                  - Return!A4: what is wrong 4
                  - and 3 more

                The marked workbook is attached""");
    }

    private static KnownIssue issue(int number, Severity severity, State state) {
        return new KnownIssue(
                number,
                ReportingMonth.parse("2015-12"),
                "FIN",
                "finance.xlsx",
                1,
                1,
                "R201",
                severity,
                "Return",
                "A" + number,
                "",
                "what is wrong " + number,
                Change.NEW,
                state,
                Instant.EPOCH,
                Optional.empty());
    }

    private static MonthStatus month(String month, ReturnStatus... returns) {
        return new MonthStatus(
                ReportingMonth.parse(month),
                TODAY,
                List.of(returns),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ReturnStatus status(String month, String code, String owner, String email, ReturnStanding standing) {
        Attempt attempt = new Attempt(
                7, code, 1, true, false, code + ".xlsx", "", "refused", "", 8, 1, Instant.EPOCH, "R201", "", 0);
        return new ReturnStatus(
                ReportingMonth.parse(month),
                new MonthlyReturn(
                        code, "Return " + code, "TRUST", Frequency.MONTHLY, 6, "*", List.of(), List.of(), owner, email),
                standing,
                Optional.of(LocalDate.of(2016, 1, 11)),
                new Timeliness(Timeliness.Kind.OVERDUE, 2, 2),
                standing == ReturnStanding.OVERDUE ? Optional.empty() : Optional.of(attempt),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
