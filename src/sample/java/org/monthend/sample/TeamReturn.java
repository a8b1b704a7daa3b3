package org.monthend.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Frequency;

/** The returns that the trust's teams owe, and what each team calls its file. */
enum TeamReturn {
    RA(
            "Referral and assessment",
            Frequency.MONTHLY,
            6,
            "referral-and-assessment-*.xlsx",
            month -> "referral-and-assessment-" + month + ".xlsx",
            "TIDY",
            "Referral and Response Service Manager",
            "referral.response@trust.example",
            List.of("CIN_RATE", "REFERRAL_RATE", "REREFERRAL_PCT", "ASSESSMENT_TIMELY_PCT")),
    CP(
            "Child protection",
            Frequency.MONTHLY,
            6,
            "Child protection *.xlsx",
            month -> "Child protection " + month.label() + ".xlsx",
            "CP-ACROSS or TIDY",
            "Safeguarding Unit Manager",
            "safeguarding.unit@trust.example",
            List.of(
                    "CPP_RATE",
                    "CP_VISIT_TIMELY_PCT",
                    "CPP_SECOND_PCT",
                    "CPP_2YEARS_PCT",
                    "CSE_OPEN_CASES",
                    "MISSING_24H_R3M")),
    CIC(
            "Children in care",
            Frequency.MONTHLY,
            7,
            "Children in Care return *.xlsx",
            month -> "Children in Care return " + month.longLabel() + ".xlsx",
            "CIC-MONTH or TIDY",
            "Head of Service, Children in Care",
            "children.in.care@trust.example",
            List.of(
                    "CIC_RATE",
                    "CIC_HEALTH_PCT",
                    "CIC_ENTERING",
                    "CIC_STABILITY_LONG_PCT",
                    "CIC_3PLACEMENTS_PCT",
                    "CIC_REVIEW_TIMELY_PCT",
                    "CIC_VISIT_TIMELY_PCT",
                    "CIC_PARTICIPATION_PCT")),
    PCL(
            "Permanence and care leavers",
            Frequency.MONTHLY,
            8,
            "permanence_care_leavers_*.xlsx",
            month -> "permanence_care_leavers_" + month + ".xlsx",
            "TIDY",
            "Permanence Service Manager",
            "permanence@trust.example",
            List.of("ADOPTION_A1_DAYS", "PROCEEDINGS_WEEKS", "CARE_LEAVER_EET_PCT", "CARE_LEAVER_ACCOM_PCT")),
    YO(
            "Youth offending",
            Frequency.QUARTERLY,
            10,
            "YOS return *.xlsx",
            month -> "YOS return " + month.label() + ".xlsx",
            "TIDY",
            "Youth Offending Service Information Officer",
            "yos.information@trust.example",
            List.of("YO_EET_PCT")),
    WF(
            "Workforce",
            Frequency.MONTHLY,
            8,
            "HR workforce *.xlsx",
            month -> "HR workforce " + month.longLabel() + ".xlsx",
            "WORKFORCE or TIDY",
            "HR Business Partner",
            "hr@trust.example",
            List.of(
                    "SW_CASELOAD",
                    "SICKNESS_DAYS",
                    "STAFF_LEFT_2YEARS_PCT",
                    "AGENCY_FTE_PCT",
                    "STAFF_SATISFACTION_PCT",
                    "CONDUCT_CASES",
                    "GRIEVANCES")),
    CA(
            "Case audits",
            Frequency.MONTHLY,
            9,
            "case-audits-*.xlsx",
            month -> "case-audits-" + month + ".xlsx",
            "TIDY; CASE-GRADES",
            "Quality Assurance Manager",
            "quality.assurance@trust.example",
            List.of("CASE_FILE_RI_PLUS_PCT")),
    FIN(
            "Finance",
            Frequency.MONTHLY,
            9,
            "finance_*.xlsx",
            month -> "finance_" + month.label().toLowerCase(Locale.ROOT).replace("-", "") + ".xlsx",
            "FINANCE",
            "Finance Business Partner",
            "finance@trust.example",
            List.of()),
    IA(
            "Internal audit",
            Frequency.MONTHLY,
            10,
            "Internal Audit *.xlsx",
            month -> "Internal Audit " + month.label().replace("-", " 20") + ".xlsx",
            "AUDIT-OPINIONS",
            "Head of Internal Audit",
            "internal.audit@trust.example",
            List.of()),
    PRJ(
            "Projects",
            Frequency.MONTHLY,
            10,
            "Project highlight report *.xlsx",
            month -> "Project highlight report " + month.label() + ".xlsx",
            "PROJECTS",
            "Programme Office Manager",
            "programme.office@trust.example",
            List.of());

    private final String title;
    private final Frequency frequency;
    private final int dueWorkingDay;
    private final String filePattern;
    private final Function<ReportingMonth, String> fileName;
    private final String tables;
    private final String owner;
    private final String email;
    private final List<String> measures;

    TeamReturn(
            String title,
            Frequency frequency,
            int dueWorkingDay,
            String filePattern,
            Function<ReportingMonth, String> fileName,
            String tables,
            String owner,
            String email,
            List<String> measures) {
        this.title = title;
        this.frequency = frequency;
        this.dueWorkingDay = dueWorkingDay;
        this.filePattern = filePattern;
        this.fileName = fileName;
        this.tables = tables;
        this.owner = owner;
        this.email = email;
        this.measures = measures;
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
        return fileName.apply(month);
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

    List<String> measures() {
        return measures;
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
        return day.atTime(9 + ordinal() % 8, 15 + ordinal() * 4);
    }
}
