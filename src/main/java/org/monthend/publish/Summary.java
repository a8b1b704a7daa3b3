package org.monthend.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.monthend.scorecard.Judgement;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.TargetStanding;

/**
 * A scorecard in a few plain sentences.
 *
 * @param better measures whose six-month trend is for the better
 * @param worse measures whose six-month trend is for the worse
 * @param queries what the figures themselves leave to be asked, one sentence each
 */
record Summary(
        int measures,
        int met,
        int withinTolerance,
        int missed,
        int noTarget,
        int noFigure,
        int better,
        int worse,
        List<String> queries) {

    private static final Set<String> OPTIONAL_SIGNS = Set.of(
            TargetStanding.WITHIN_TOLERANCE.word(), TargetStanding.NO_TARGET.word(), TargetStanding.NO_FIGURE.word());

    /**
     * One number of the summary at a glance.
     *
     * @param sign the warehouse's word for the standing whose sign is drawn; empty for a trend
     * @param judgement better, worse or neutral, which picks the number's colour
     */
    record Tally(String sign, String judgement, int number, String label) {}

    /** The numbers in the order of the sentences, without the kinds that do not occur; never without those judged. */
    public List<Tally> tallies() {
        return Stream.of(
                        standing(TargetStanding.MET, met, "on target"),
                        standing(TargetStanding.WITHIN_TOLERANCE, withinTolerance, "within tolerance"),
                        standing(TargetStanding.MISSED, missed, "off target"),
                        standing(TargetStanding.NO_TARGET, noTarget, "without a target"),
                        standing(TargetStanding.NO_FIGURE, noFigure, "without a figure to judge"),
                        new Tally("", Judgement.BETTER.word(), better, "moved for the better over six months"),
                        new Tally("", Judgement.WORSE.word(), worse, "for the worse"))
                .filter(tally -> tally.number() > 0 || !OPTIONAL_SIGNS.contains(tally.sign()))
                .toList();
    }

    private static Tally standing(TargetStanding standing, int number, String label) {
        return new Tally(standing.word(), Judgement.NEUTRAL.word(), number, label);
    }

    static Summary of(Scorecard scorecard) {
        return new Summary(
                scorecard.measures().size(),
                count(scorecard, TargetStanding.MET),
                count(scorecard, TargetStanding.WITHIN_TOLERANCE),
                count(scorecard, TargetStanding.MISSED),
                count(scorecard, TargetStanding.NO_TARGET),
                count(scorecard, TargetStanding.NO_FIGURE),
                count(scorecard, Judgement.BETTER),
                count(scorecard, Judgement.WORSE),
                Stream.concat(
                                scorecard.finance().stream()
                                        .map(VarianceQuery::of)
                                        .flatMap(Optional::stream)
                                        .map(VarianceQuery::sentence),
                                ReportedQuarters.queries(scorecard).stream())
                        .toList());
    }

    /** What the numbers of {@link #tallies} say, and how many queries are open, in a few sentences. */
    String numbers() {
        return "%s Over six months %s for the better and %s for the worse. %s"
                .formatted(
                        standing(),
                        better == 1 ? "1 measure has moved" : better + " measures have moved",
                        worse,
                        switch (queries.size()) {
                            case 0 -> "No query is open.";
                            case 1 -> "1 query is open.";
                            default -> queries.size() + " queries are open.";
                        });
    }

    private String standing() {
        int judged = met + withinTolerance + missed;
        List<String> parts = new ArrayList<>();
        parts.add(are(met) + " on target");
        if (withinTolerance > 0) {
            parts.add(are(withinTolerance) + " within tolerance");
        }
        parts.add(are(missed) + " off target");
        List<String> rest = new ArrayList<>();
        if (noTarget > 0) {
            rest.add(noTarget + (noTarget == 1 ? " has" : " have") + " no target");
        }
        if (noFigure > 0) {
            rest.add(noFigure + (noFigure == 1 ? " has" : " have") + " no figure to judge");
        }
        return "Of %s measures %s can be judged against a target: %s%s."
                .formatted(measures, judged, joined(parts), rest.isEmpty() ? "" : "; " + joined(rest));
    }

    private static String are(int number) {
        return number + (number == 1 ? " is" : " are");
    }

    private static String joined(List<String> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }

    private static int count(Scorecard scorecard, TargetStanding standing) {
        return Math.toIntExact(scorecard.measures().stream()
                .filter(line -> line.target().standing() == standing)
                .count());
    }

    private static int count(Scorecard scorecard, Judgement judgement) {
        return Math.toIntExact(scorecard.measures().stream()
                .filter(line -> line.trend().judgement() == judgement)
                .count());
    }
}
