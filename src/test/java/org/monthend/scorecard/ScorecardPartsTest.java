package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;

/** A scorecard of a whole and its localities. */
class ScorecardPartsTest {

    private static final ReportingMonth OCTOBER = new ReportingMonth(2015, 10);
    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);
    private static final Measure DONE = Measures.percent("DONE");
    private static final Organisation NORTH = locality("NORTH");
    private static final Organisation SOUTH = locality("SOUTH");

    @Test
    void theTotalIsTheRatioOfTheSumsAndEachPartIsJudgedByItself() {
        Scorecard scorecard = compute(
                catalogue(NORTH, SOUTH), "", Map.of("NORTH", "1/10; 2/10; 3/10", "SOUTH", "90/90; 90/90; 81/90"));

        assertThat(line(scorecard).months())
                .extracting(
                        month -> month.figure().reportedValue().orElseThrow().intValue())
                .containsExactly(91, 92, 84);
        assertThat(line(scorecard).latest().printed()).isEqualTo("84%");
        assertThat(line(scorecard).months())
                .allMatch(month -> month.revisionId().isEmpty());
        assertThat(scorecard.parts())
                .extracting(part -> part.organisation().code()
                        + " "
                        + part.measures().get(0).latest().printed()
                        + " "
                        + part.measures().get(0).target().standing())
                .containsExactly("NORTH 30% MISSED", "SOUTH 90% NO_TARGET");
    }

    @Test
    void aQuarterOfTheTotalIsTheRatioOfAllItsSums() {
        Scorecard january = ScorecardRule.compute(
                new ReportingMonth(2016, 1),
                Catalogues.TRUST,
                catalogue(NORTH, SOUTH),
                figures("", Map.of("NORTH", "1/10; 2/10; 3/10", "SOUTH", "0/90; 0/90; 94/90")));
        assertThat(line(january).quarters().get(3).printed()).isEqualTo("33%");
    }

    @Test
    void whatIsStatedOfTheWholeCounts() {
        Scorecard scorecard = compute(catalogue(NORTH), "50/100;;", Map.of("NORTH", "1/10; 2/10; 3/10"));
        assertThat(line(scorecard).months())
                .extracting(
                        month -> month.figure().reportedValue().orElseThrow().intValue())
                .containsExactly(50, 20, 30);
    }

    @Test
    void noTotalIsMadeWithoutAPartThatWasThereBefore() {
        Scorecard scorecard =
                compute(catalogue(NORTH, SOUTH), "", Map.of("NORTH", "1/10; 2/10; 3/10", "SOUTH", ";5/10;"));
        assertThat(line(scorecard).months())
                .extracting(month -> month.figure()
                        .reportedValue()
                        .map(BigDecimal::intValue)
                        .map(String::valueOf)
                        .orElse(month.figure().statusWord()))
                .as("the part is new in November and silent in December")
                .containsExactly("10", "35", "not_available");
    }

    @Test
    void aPartThatIsNoMoreCountsInItsOwnMonthsAlone() {
        Scorecard scorecard = compute(catalogue(NORTH), "", Map.of("NORTH", "1/10; 2/10; 3/10", "SOUTH", "9/10;;"));
        assertThat(line(scorecard).months())
                .extracting(
                        month -> month.figure().reportedValue().orElseThrow().intValue())
                .containsExactly(50, 20, 30);
        assertThat(scorecard.parts())
                .extracting(part -> part.organisation().code())
                .containsExactly("NORTH");
    }

    @Test
    void aPartThatSaysSomethingElseIsADifferenceOffThePage() {
        Scorecard before = compute(catalogue(NORTH), "50/100;50/100;50/100", Map.of("NORTH", "1/10; 2/10; 3/10"));
        Scorecard after = compute(catalogue(NORTH), "50/100;50/100;50/100", Map.of("NORTH", "1/10; 2/10; 4/10"));
        assertThat(ScorecardComparison.between(before, after))
                .isNotEmpty()
                .allMatch(revision -> revision.block() == Revision.Block.ORGANISATIONS
                        && revision.code().equals("NORTH DONE")
                        && !revision.isOnPage())
                .anyMatch(revision -> revision.item().equals("latest")
                        && revision.before().equals("30%")
                        && revision.after().equals("40%"));
        assertThat(ScorecardComparison.between(before, before)).isEmpty();
    }

    private static MeasureLine line(Scorecard scorecard) {
        return scorecard.measures().get(0);
    }

    private static Scorecard compute(Catalogue catalogue, String whole, Map<String, String> parts) {
        return ScorecardRule.compute(DECEMBER, Catalogues.TRUST, catalogue, figures(whole, parts));
    }

    private static ScorecardFigures figures(String whole, Map<String, String> parts) {
        return new ScorecardFigures(
                Map.of("DONE", Months.from(OCTOBER, Unit.PERCENT, whole)),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                parts.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                part -> new PartFigures(
                                        Map.of("DONE", Months.from(OCTOBER, Unit.PERCENT, part.getValue())),
                                        Map.of(),
                                        Map.of()))));
    }

    /** Only North has a target. */
    private static Catalogue catalogue(Organisation... localities) {
        Catalogue plain = Catalogues.of(DONE);
        List<Organisation> organisations = new java.util.ArrayList<>(List.of(Catalogues.TRUST));
        organisations.addAll(List.of(localities));
        return new Catalogue(
                plain.digest(),
                plain.measures(),
                List.of(new Target(
                        "DONE",
                        "NORTH",
                        OCTOBER,
                        Optional.empty(),
                        Optional.of(BigDecimal.valueOf(80)),
                        Optional.empty(),
                        Optional.empty(),
                        BigDecimal.ZERO)),
                List.of(),
                organisations,
                plain.returns(),
                plain.layouts(),
                plain.financeLines(),
                plain.projects(),
                plain.categories(),
                plain.rules(),
                plain.pageTexts());
    }

    private static Organisation locality(String code) {
        return new Organisation(code, code, "locality", Optional.of("TRUST"));
    }
}
