package org.monthend.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Frequency;

/** The returns that the trust's teams owe, and what each team calls its file. */
enum TeamReturn {
    RA(
            "Referral and assessment",
            Frequency.MONTHLY,
            6,
            "referral-and-assessment-*.xlsx",
            MonthForm.ISO,
            "TIDY",
            "Referral and Response Service Manager",
            "referral.response@trust.example",
            "CIN_RATE REFERRAL_RATE REREFERRAL_PCT ASSESSMENT_TIMELY_PCT"),
    CP(
            "Child protection",
            Frequency.MONTHLY,
            6,
            "Child protection *.xlsx",
            MonthForm.SHORT,
            "CP-ACROSS or TIDY",
            "Safeguarding Unit Manager",
            "safeguarding.unit@trust.example",
            "CPP_RATE CP_VISIT_TIMELY_PCT CPP_SECOND_PCT CPP_2YEARS_PCT CSE_OPEN_CASES MISSING_24H_R3M"),
    CIC(
            "Children in care",
            Frequency.MONTHLY,
            7,
            "Children in Care return *.xlsx",
            MonthForm.LONG,
            "CIC-MONTH or TIDY",
            "Head of Service, Children in Care",
            "children.in.care@trust.example",
            "CIC_RATE CIC_HEALTH_PCT CIC_ENTERING CIC_STABILITY_LONG_PCT CIC_3PLACEMENTS_PCT CIC_REVIEW_TIMELY_PCT CIC_VISIT_TIMELY_PCT CIC_PARTICIPATION_PCT"),
    PCL(
            "Permanence and care leavers",
            Frequency.MONTHLY,
            8,
            "permanence_care_leavers_*.xlsx",
            MonthForm.ISO,
            "TIDY",
            "Permanence Service Manager",
            "permanence@trust.example",
            "ADOPTION_A1_DAYS PROCEEDINGS_WEEKS CARE_LEAVER_EET_PCT CARE_LEAVER_ACCOM_PCT"),
    YO(
            "Youth offending",
            Frequency.QUARTERLY,
            10,
            "YOS return *.xlsx",
            MonthForm.SHORT,
            "TIDY",
            "Youth Offending Service Information Officer",
            "yos.information@trust.example",
            "YO_EET_PCT"),
    WF(
            "Workforce",
            Frequency.MONTHLY,
            8,
            "HR workforce *.xlsx",
            MonthForm.LONG,
            "WORKFORCE or TIDY",
            "HR Business Partner",
            "hr@trust.example",
            "SW_CASELOAD SICKNESS_DAYS STAFF_LEFT_2YEARS_PCT AGENCY_FTE_PCT STAFF_SATISFACTION_PCT CONDUCT_CASES GRIEVANCES"),
    CA(
            "Case audits",
            Frequency.MONTHLY,
            9,
            "case-audits-*.xlsx",
            MonthForm.ISO,
            "TIDY; CASE-GRADES or TIDY-GRADES",
            "Quality Assurance Manager",
            "quality.assurance@trust.example",
            "CASE_FILE_RI_PLUS_PCT"),
    FIN(
            "Finance",
            Frequency.MONTHLY,
            9,
            "finance_*.xlsx",
            MonthForm.RUN_TOGETHER,
            "FINANCE or TIDY-FINANCE",
            "Finance Business Partner",
            "finance@trust.example",
            ""),
    IA(
            "Internal audit",
            Frequency.MONTHLY,
            10,
            "Internal Audit *.xlsx",
            MonthForm.SHORT_WITH_CENTURY,
            "AUDIT-OPINIONS or TIDY-AUDITS",
            "Head of Internal Audit",
            "internal.audit@trust.example",
            ""),
    PRJ(
            "Projects",
            Frequency.MONTHLY,
            10,
            "Project highlight report *.xlsx",
            MonthForm.SHORT,
            "PROJECTS or TIDY-PROJECTS",
            "Programme Office Manager",
            "programme.office@trust.example",
            "");

    /** How a team writes the month in its file's name. */
    private enum MonthForm {
        ISO,
        SHORT,
        SHORT_WITH_CENTURY,
        LONG,
        RUN_TOGETHER;

        String write(ReportingMonth month) {
            return switch (this) {
                case ISO -> month.toString();
                case SHORT -> month.label();
                case SHORT_WITH_CENTURY -> month.label().replace("-", " 20");
                case LONG -> month.longLabel();
                case RUN_TOGETHER -> month.label().toLowerCase(Locale.ROOT).replace("-", "");
            };
        }
    }

    private final String title;
    private final Frequency frequency;
    private final int dueWorkingDay;
    private final String filePattern;
    private final MonthForm monthInFileName;
    private final String tables;
    private final String owner;
    private final String email;
    private final String measures;

    TeamReturn(
            String title,
            Frequency frequency,
            int dueWorkingDay,
            String filePattern,
            MonthForm monthInFileName,
            String tables,
            String owner,
            String email,
            String measures) {
        this.title = title;
        this.frequency = frequency;
        this.dueWorkingDay = dueWorkingDay;
        this.filePattern = filePattern;
        this.monthInFileName = monthInFileName;
        this.tables = tables;
        this.owner = owner;
        this.email = email;
        this.measures = measures;
    }

    /** The return that states a measure. */
    static Optional<TeamReturn> of(String measureCode) {
        return Arrays.stream(values())
                .filter(team -> team.measures().contains(measureCode))
                .findFirst();
    }

    String title() {
        return title;
    }

    Frequency frequency() {
        return frequency;
    }

    int dueWorkingDay() {
        return dueWorkingDay;
    }

    String filePattern() {
        return filePattern;
    }

    String fileName(ReportingMonth month) {
        return filePattern.replace("*", monthInFileName.write(month));
    }

    String tables() {
        return tables;
    }

    String owner() {
        return owner;
    }

    String email() {
        return email;
    }

    /** Codes of the measures that it reports; none where its rows are something else. */
    List<String> measures() {
        return measures.isEmpty() ? List.of() : List.of(measures.split(" "));
    }

    boolean isDue(ReportingMonth month) {
        return frequency == Frequency.MONTHLY || month.endsQuarter();
    }

    /** The team finishes its workbook a working day before it is due; bank holidays are not considered. */
    LocalDateTime written(ReportingMonth month) {
        LocalDate day = month.lastDay();
        for (int workingDay = 1; workingDay < dueWorkingDay; workingDay++) {
            do {
                day = day.plusDays(1);
            } while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
        }
        return day.atTime(16, 3 * dueWorkingDay);
    }
}
