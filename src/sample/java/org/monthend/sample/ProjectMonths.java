package org.monthend.sample;

import java.util.List;
import java.util.Map;
import org.monthend.calendar.ReportingMonth;

/** What the projects report month by month: the latest month as printed, the earlier ones shorter. */
final class ProjectMonths {

    /** @param rags progress and forecast variance, one letter each */
    record Reported(String rags, String narrative) {

        String progress() {
            return rags.substring(0, 1);
        }

        String finance() {
            return rags.substring(1);
        }
    }

    /** October 2014 to November 2015. */
    private static final Map<String, List<Reported>> EARLIER = Map.of(
            "GROWING_FUTURES",
            List.of(
                    new Reported("AG", "Bid submitted; partners have agreed the outline of the new service."),
                    new Reported("AG", "Clarification questions answered. Decision expected in the new year."),
                    new Reported("AG", "Awaiting the decision. Draft job descriptions for DANs are with HR."),
                    new Reported("GG", "Funding confirmed. Project manager appointed and project board set up."),
                    new Reported("GG", "Advertisement for DANs placed; 41 enquiries so far."),
                    new Reported("GG", "Interviews held for DAN posts; six offers made."),
                    new Reported("AG", "Two of the six offers declined, second round of recruitment under way."),
                    new Reported("AG", "Recruitment complete. Start dates depend on references and checks."),
                    new Reported("GG", "All DANs in post; induction and shadowing have begun."),
                    new Reported("GG", "First 18 families allocated. Practice model agreed with partners."),
                    new Reported("GG", "DANs are working with 31 families; referral route simplified."),
                    new Reported("GG", "DANs are working with 46 families. Training provider chosen."),
                    new Reported("GA", "DANs are working with 58 families. Training costs are above the estimate."),
                    new Reported("GG", "DANs are working with 69 families. Practitioner event planned for December.")),
            "PAUSE",
            List.of(
                    new Reported("AG", "Scoping of need complete: records of 49 mothers reviewed."),
                    new Reported("AG", "Case for the pilot presented to the board and supported."),
                    new Reported("AG", "Partnership agreement being drawn up with the national team."),
                    new Reported("AA", "Contribution of partners to the second year is not yet confirmed."),
                    new Reported("AA", "Premises viewed; choice depends on the lease."),
                    new Reported("AG", "Premises secured. Practice lead appointed."),
                    new Reported("GG", "Three of four practitioners appointed."),
                    new Reported("GG", "Team complete and trained; first contact made with women."),
                    new Reported("GG", "Seven women have agreed to take part."),
                    new Reported("GG", "Eleven women have agreed to take part."),
                    new Reported("AG", "Two women withdrew; engagement plan reviewed."),
                    new Reported("GG", "Fifteen women are taking part. Sexual health pathway drafted."),
                    new Reported("GG", "Eighteen women are taking part."),
                    new Reported("GG", "Twenty women are taking part; the cohort is nearly complete.")),
            "EMPOWER_PROTECT",
            List.of(
                    new Reported("AG", "Four authorities have signed the memorandum of understanding."),
                    new Reported("AG", "Specification for specialist foster care drafted."),
                    new Reported("AG", "Award letter received in draft."),
                    new Reported("AG", "Funding confirmed; regional board to meet monthly."),
                    new Reported("AG", "Post of regional project manager advertised."),
                    new Reported("RG", "No appointment made to the regional post; advertised again."),
                    new Reported("RG", "Interim arrangements discussed with the other authorities."),
                    new Reported("RA", "Milestones for the first quarter were missed; plan being rebased."),
                    new Reported("AA", "Regional project manager appointed, to start in August."),
                    new Reported("AG", "Recruitment campaign for foster carers launched."),
                    new Reported("AG", "Regional project manager in post. Nine enquiries from carers."),
                    new Reported("AG", "Three carers in assessment; training material agreed."),
                    new Reported("AG", "Four carers assessed; first training course held."),
                    new Reported("AG", "Five carers assessed. Matching process agreed with social work teams.")),
            "MOCKINGBIRD",
            List.of(
                    new Reported("GG", "Expression of interest accepted by the Fostering Network."),
                    new Reported("GG", "Foster carers consulted at two evening meetings."),
                    new Reported("GG", "Implementation plan agreed."),
                    new Reported("GG", "Role of hub carer described and advertised to carers."),
                    new Reported("GG", "Five carers applied to be a hub carer."),
                    new Reported("AG", "Assessment of hub carers takes longer than planned."),
                    new Reported("AG", "First hub carer approved."),
                    new Reported("GG", "Second hub carer approved; liaison worker in post."),
                    new Reported("GG", "First constellation launched with six fostering families."),
                    new Reported("GG", "First constellation meets monthly; feedback is good."),
                    new Reported("GG", "Second constellation being matched."),
                    new Reported("GG", "Second constellation launched with seven fostering families."),
                    new Reported("GG", "Two emergency moves avoided by stays with the hub carer."),
                    new Reported("GG", "Visit of the evaluation team prepared.")));

    private ProjectMonths() {}

    static Reported of(ReportingMonth month, Seed.PrintedProject printed) {
        return month.equals(SampleMonths.LAST)
                ? new Reported(printed.progress() + printed.finance(), printed.narrative())
                : EARLIER.getOrDefault(printed.code(), List.of()).get(SampleMonths.ALL.indexOf(month));
    }
}
