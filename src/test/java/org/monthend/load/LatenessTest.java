package org.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.calendar.WorkingDays;

/** A return's months, oldest first: i in time, L late, n never came, w waived, u nobody knows, U never came and nobody watched, . not yet due. */
class LatenessTest {

    private static final ReportingMonth FIRST = ReportingMonth.parse("2014-10");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            iii              | -
            iiLL             | -
            iLLL             | Late 3 of the last 4 times: Nov-14, Dec-14, Jan-15.
            LLL              | Late all of the last 3 times: Oct-14, Nov-14, Dec-14.
            LL               | -
            LLLi             | -
            LLnn             | Late all of the last 4 times: Oct-14, Nov-14, Dec-14, Jan-15.
            # waived months and those that are still to come are passed over
            iLLwL            | Late 3 of the last 4 times: Nov-14, Dec-14, Feb-15.
            iLLL.            | Late 3 of the last 4 times: Nov-14, Dec-14, Jan-15.
            # what nobody knows is not held against anybody
            LLuL             | -
            LLUL             | -
            UUUU             | -
            uuuuuuuuuuuu     | -
            # four of twelve, but not four of thirteen
            LiiiLiiiLiiL     | Late 4 of the last 12 times: Oct-14, Feb-15, Jun-15, Sep-15.
            LiiiLiiiLiiiL    | -
            LLLLiiiiiiii     | Late 4 of the last 12 times: Oct-14, Nov-14, Dec-14, Jan-15.
            LLLLiiiiiiiii    | -
            """)
    void threeInARowOrFourOfTwelveIsAPattern(String months, String sentence) {
        List<Lateness> judged = judge(months);

        assertThat(judged.get(judged.size() - 1).pattern().map(LatePattern::sentence))
                .isEqualTo(Optional.ofNullable(sentence));
    }

    @Test
    void everyMonthIsJudgedByThoseBeforeItAlone() {
        assertThat(judge("iLLLi"))
                .extracting(lateness -> lateness.pattern().isPresent())
                .containsExactly(false, false, false, true, false);
        assertThat(judge("iL")).extracting(Lateness::workingDaysLate).containsExactly(Optional.empty(), Optional.of(2));
    }

    @Test
    void oneReturnIsNotBlamedForAnother() {
        List<DueTime> times = new ArrayList<>(times("CP", "LL"));
        times.addAll(times("FIN", "L"));

        assertThat(Lateness.judge(times, today(2)))
                .noneMatch(lateness -> lateness.pattern().isPresent());
    }

    private static List<Lateness> judge(String months) {
        return Lateness.judge(times("CP", months), today(months.length()));
    }

    /** A day on which all months are overdue but one that is not yet due. */
    private static LocalDate today(int months) {
        return FIRST.plusMonths(months).lastDay();
    }

    private static List<DueTime> times(String code, String months) {
        List<DueTime> times = new ArrayList<>();
        for (int index = 0; index < months.length(); index++) {
            ReportingMonth month = FIRST.plusMonths(index);
            char how = months.charAt(index);
            LocalDate due = WorkingDays.nth(6, month.plusMonths(how == '.' ? 2 : 1));
            boolean came = "iLu".indexOf(how) >= 0;
            boolean unwatched = how == 'u' || how == 'U';
            times.add(new DueTime(
                    new ReturnDue(code, "TRUST", month, due),
                    at(unwatched ? due.plusDays(1) : month.lastDay()),
                    how == 'L' ? Optional.of(at(WorkingDays.after(due, 2))) : Optional.empty(),
                    came ? Optional.of(at(how == 'i' ? due : WorkingDays.after(due, 3))) : Optional.empty(),
                    how == 'w'));
        }
        return times;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
