package org.monthend.scorecard.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.monthend.scorecard.disclosure.CopySketch.january;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.PageText;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.Direction;
import org.monthend.scorecard.Edition;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.disclosure.Disclosure.Safe;

class PublicEditionTest {

    private static final ReportingMonth JULY = new ReportingMonth(2015, 7);
    private static final String LONG = "40 41 43 44 40 42 41 ".repeat(4);

    @Test
    void showsWhatIsPrintedAndNotWhatItIsMadeOf() {
        MeasureLine line = copy(january()
                        .percent("M", "above", "below", JULY, "10/90 31/90 20/90")
                        .scorecard())
                .get(0);
        assertThat(line.quarters()).extracting(PeriodFigure::printed).contains("23%");
        assertThat(line.months())
                .allSatisfy(month -> {
                    assertThat(month.numerator()).isEmpty();
                    assertThat(month.denominator()).isEmpty();
                })
                .extracting(month -> month.figure().reportedValue().orElseThrow() + " " + month.reportedText())
                .containsExactly("11 11%", "34 34%", "22 22%");
    }

    @Test
    void aMeasureOfWhichSomethingIsHiddenIsNotJudged() {
        Scorecard scorecard = january()
                .flow("WHOLE", JULY.minusMonths(21), LONG)
                .flow("HIDES", JULY.minusMonths(21), "3 " + LONG.substring(3))
                .scorecard();
        List<MeasureLine> lines = copy(scorecard);
        assertThat(scorecard.measures()).allMatch(line -> line.forecast().isPresent());
        assertThat(lines.get(0).forecast()).isPresent();
        assertThat(lines.get(0).trend()).isEqualTo(scorecard.measures().get(0).trend());
        assertThat(lines.get(1).forecast()).isEmpty();
        assertThat(lines.get(1).trend().direction()).isEqualTo(Direction.NONE);
        assertThat(lines.get(0).chart()).isEqualTo(scorecard.measures().get(0).chart());
        assertThat(lines.get(0).sentence())
                .isEqualTo(scorecard.measures().get(0).sentence());
        assertThat(lines.get(1).chart().points()).isEmpty();
        assertThat(lines.get(1).chart().variation()).isEmpty();
        assertThat(lines.get(1).outturn()).isEmpty();
        assertThat(lines.get(1).sentence()).isEmpty();
    }

    @Test
    void ofAMeasureWithFewBelowItsZeroTheYearIsNotTold() {
        String months = "0/90 ".repeat(20);
        List<MeasureLine> lines = copy(january()
                .percent("MANY", "above", "all", JULY.minusMonths(13), months)
                .percent("FEW", "above", "few", JULY.minusMonths(13), "0/4 " + months.substring(5))
                .scorecard());
        assertThat(lines.get(0).outturn()).isPresent();
        assertThat(lines.get(1).latest().printed()).isEqualTo("0%");
        assertThat(lines.get(1).outturn()).isEmpty();
        assertThat(lines.get(1).sentence()).isEmpty();
    }

    @Test
    void aSmallRateThatRoundsToZeroIsNotZero() {
        Scorecard scorecard = january()
                .measure(
                        CopySketch.measure("M", Unit.PER_10000, Aggregation.STOCK_RATIO, "above", "below"),
                        JULY,
                        "0/900000 7/900000 30/900000")
                .scorecard();
        assertThat(copy(scorecard).get(0).months())
                .extracting(month -> month.reportedText())
                .containsExactly("0", "k", "k");
        assertThat(key(scorecard, List.of())).isEqualTo("Codes: x: not available; k: not zero, but rounds to it");
    }

    @Test
    void whatAnEarlierCopyPrintedOtherwiseIsRevised() {
        Scorecard scorecard = january().flow("M", JULY, "20 30 40").scorecard();
        EarlierCopy earlier = new EarlierCopy(
                "the public copy of October 2015",
                january().flow("M", JULY, "25 30 40").scorecard(),
                Map.of(new CopyCell("M", "Jul-15"), "25", new CopyCell("M", "Aug-15"), "30"));
        MeasureLine line = publicEdition(scorecard, List.of(earlier))
                .edition()
                .scorecard()
                .measures()
                .get(0);
        assertThat(line.months()).extracting(month -> month.reportedText()).containsExactly("20 r", "30", "40");
        assertThat(key(scorecard, List.of(earlier))).endsWith("r: revised since an earlier public copy");
    }

    @Test
    void theKeyHasTheCodesThatAreUsedAndNoOthers() {
        assertThat(key(
                        january()
                                .flow("M", JULY.minusMonths(7), "40 ".repeat(14))
                                .scorecard(),
                        List.of()))
                .isEqualTo("Codes: f: forecast");
        assertThat(key(january().flow("M", JULY, "40 - 2 7 8").scorecard(), List.of()))
                .isEqualTo(
                        "Codes: c: confidential: a count of 1 to 5, a percentage or rate that would give one back, or a"
                                + " figure that would tell one; x: not available; p: provisional: part of a quarter");
    }

    private static String key(Scorecard scorecard, List<EarlierCopy> earlier) {
        return publicEdition(scorecard, earlier).edition().scorecard().texts().stream()
                .filter(text -> text.place().equals("key.codes"))
                .map(PageText::text)
                .findFirst()
                .orElseThrow();
    }

    private static List<MeasureLine> copy(Scorecard scorecard) {
        return publicEdition(scorecard, List.of()).edition().scorecard().measures();
    }

    private static PublicEdition publicEdition(Scorecard scorecard, List<EarlierCopy> earlier) {
        Edition edition =
                new Edition(1, Edition.Status.PUBLISHED, Instant.EPOCH, Optional.of(Instant.EPOCH), "Jane", scorecard);
        Disclosure disclosure = ((Safe) DisclosureControl.of(scorecard, earlier)).disclosure();
        return PublicEdition.of(edition, disclosure, earlier);
    }
}
