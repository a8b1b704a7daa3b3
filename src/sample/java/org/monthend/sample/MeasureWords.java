package org.monthend.sample;

import java.util.Map;
import java.util.Set;

/** What the catalogue says of a measure beyond the seed: a definition in one sentence, and what the page does with it. */
final class MeasureWords {

    /** Measures that the page prints without an arrow although one could be drawn. */
    private static final Set<String> WITHOUT_ARROW =
            Set.of("CSE_OPEN_CASES", "CIC_ENTERING", "CONDUCT_CASES", "GRIEVANCES");

    private static final Map<String, String> PRINTED_NAMES =
            Map.of("STAFF_SATISFACTION_PCT", "%Staff Satisfaction - UNDER DEVELOPMENT");

    private static final Map<String, String> DEFINITIONS = Map.ofEntries(
            Map.entry(
                    "CIN_RATE",
                    "Children with an open episode of need on the last day of the month, per 10,000 children under 18."),
            Map.entry(
                    "REFERRAL_RATE",
                    "Referrals to social care received in the month, per 10,000 children under 18; a monthly rate, not an annual one."),
            Map.entry(
                    "REREFERRAL_PCT",
                    "Referrals in the month of a child who had been referred before within the twelve months up to then."),
            Map.entry(
                    "ASSESSMENT_TIMELY_PCT",
                    "Single assessments completed in the month within 45 working days of the referral."),
            Map.entry(
                    "CPP_RATE",
                    "Children subject to a child protection plan on the last day of the month, per 10,000 children under 18."),
            Map.entry(
                    "CP_VISIT_TIMELY_PCT",
                    "Statutory visits to children on a child protection plan that fell due in the month and were made in time."),
            Map.entry(
                    "CPP_SECOND_PCT",
                    "Child protection plans started in the month for a child who had been on a plan at any time before."),
            Map.entry("CPP_2YEARS_PCT", "Child protection plans ended in the month that had lasted two years or more."),
            Map.entry(
                    "CSE_OPEN_CASES",
                    "Cases open to the child sexual exploitation team on the last day of the month; counted since April 2015."),
            Map.entry(
                    "MISSING_24H_R3M",
                    "Episodes of a child missing from home or care for more than 24 hours, in the three months up to the month's end."),
            Map.entry(
                    "CASE_FILE_RI_PLUS_PCT",
                    "Case files audited in the month and graded requires improvement, good or outstanding."),
            Map.entry(
                    "YO_EET_PCT",
                    "Young offenders in suitable education, employment or training when their order ended in the quarter."),
            Map.entry("CIC_RATE", "Children looked after on the last day of the month, per 10,000 children under 18."),
            Map.entry(
                    "CIC_HEALTH_PCT",
                    "Children in care whose health assessment fell due in the month and was up to date at its end."),
            Map.entry("CIC_ENTERING", "Children who started to be looked after in the month."),
            Map.entry(
                    "CIC_STABILITY_LONG_PCT",
                    "Children under 16 in care for two and a half years or more who have lived in the same placement for two."),
            Map.entry(
                    "CIC_3PLACEMENTS_PCT",
                    "Children looked after at the month's end who had three or more placements in the twelve months up to then."),
            Map.entry(
                    "CIC_REVIEW_TIMELY_PCT",
                    "Statutory reviews of children in care that fell due in the month and were held in time."),
            Map.entry(
                    "CIC_VISIT_TIMELY_PCT",
                    "Statutory visits to children in care that fell due in the month and were made in time."),
            Map.entry(
                    "CIC_PARTICIPATION_PCT",
                    "Children in care who took part in their review; the definition is still being agreed."),
            Map.entry(
                    "ADOPTION_A1_DAYS",
                    "Mean days from entering care to moving in with the adoptive family, for children adopted in the month."),
            Map.entry(
                    "PROCEEDINGS_WEEKS",
                    "Mean weeks from issue to final order, for care proceedings concluded in the month."),
            Map.entry(
                    "CARE_LEAVER_EET_PCT",
                    "Care leavers aged 19 to 21 who are in employment, education or training at the month's end."),
            Map.entry(
                    "CARE_LEAVER_ACCOM_PCT",
                    "Care leavers aged 19 to 21 who live in suitable accommodation at the month's end."),
            Map.entry(
                    "SW_CASELOAD",
                    "Open cases held at the month's end for each full-time equivalent social worker who holds cases."),
            Map.entry(
                    "SICKNESS_DAYS",
                    "Working days lost to sickness in the last twelve months for each full-time equivalent in post."),
            Map.entry(
                    "STAFF_LEFT_2YEARS_PCT", "Permanent staff who started two years before and have left since then."),
            Map.entry(
                    "AGENCY_FTE_PCT",
                    "Frontline full-time equivalent posts that agency staff cover at the month's end."),
            Map.entry(
                    "STAFF_SATISFACTION_PCT",
                    "Staff who are satisfied with the Trust as an employer; the survey is still being designed."),
            Map.entry(
                    "CONDUCT_CASES",
                    "Conduct, capability and suspension cases that are live on the last day of the month."),
            Map.entry(
                    "GRIEVANCES",
                    "Grievances, bullying and harassment included, that are live on the last day of the month."));

    private MeasureWords() {}

    static String definition(String code) {
        return DEFINITIONS.getOrDefault(code, "");
    }

    static String printedName(String code, String name) {
        return PRINTED_NAMES.getOrDefault(code, name);
    }

    static boolean showsTrend(String code) {
        return !WITHOUT_ARROW.contains(code);
    }
}
