package org.monthend.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Target;
import org.monthend.catalogue.Unit;

class PartsReadingTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);
    private static final Measure DONE = Measures.percent("DONE");

    /** One month: what is stated of the whole, then of North and South. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ''      | 1/10 | 9/90  | The trust's figure is the sum of numerators over the sum of denominators of its 2 localities: 10 / 100.
            ''      | 20   | 30    | The trust has no figure for Dec-15: without numerators and denominators the figures of its 2 localities cannot be added up.
            ''      | 1/10 | -     | The trust has no figure for Dec-15: it is made of its 2 localities, and never without one of them. No figure for Dec-15 from SOUTH (nothing to report).
            10/100  | 1/10 | 9/90  | The trust's figure is stated by its return, beside its 2 localities, which add up to it: 10 / 100.
            10/99   | 1/10 | 9/90  | The trust's figure is stated by its return, beside its 2 localities, which add up to 10% too: 10 / 100.
            17/100  | 1/10 | 9/90  | The trust's figure is stated by its return, beside its 2 localities, which add up to 10%, not 17%: 10 / 100.
            17/100  | 1/10 | -     | The trust's figure is stated by its return, beside its 2 localities; without all of them nothing can be added up. No figure for Dec-15 from SOUTH (nothing to report).
            17/100  | 20   | 30    | The trust's figure is stated by its return, beside its 2 localities, whose figures cannot be added up without numerators and denominators.
            -       | 1/10 | 9/90  | The return gives no figure of the trust; its 2 localities add up to 10% = 10 / 100.
            """)
    void saysWhereTheWholeComesFrom(String whole, String north, String south, String sentence) {
        assertThat(sentences(whole.equals("''") ? "" : whole, Map.of("NORTH", north, "SOUTH", south), List.of()))
                .startsWith(sentence);
    }

    @Test
    void namesTheOneThatMissesWhatTheWholeMeets() {
        assertThat(sentences("", Map.of("NORTH", "1/10", "SOUTH", "89/90"), List.of(target("TRUST"), target("NORTH"))))
                .endsWith("One stands out: NORTH (10%), off its target of 80% while the trust meets its own.");
    }

    @Test
    void doesNotNameWhoMissesWhatTheWholeMissesToo() {
        assertThat(sentences("", Map.of("NORTH", "1/10", "SOUTH", "10/90"), List.of(target("TRUST"), target("NORTH"))))
                .endsWith("None stands out: none misses a target while the trust meets its own.");
    }

    @Test
    void namesWhoIsBeyondChance() {
        String level = IntStream.range(0, 14)
                .mapToObj(month -> (50 + month % 2) + "/100")
                .collect(Collectors.joining(";"));
        assertThat(sentences("", Map.of("NORTH", level + ";80/100", "SOUTH", level + ";50/100"), List.of()))
                .endsWith("One stands out: NORTH (80%), above the upper limit, an improvement.");
        assertThat(sentences("", Map.of("NORTH", level + ";50/100", "SOUTH", level + ";50/100"), List.of()))
                .endsWith("None stands out: none is beyond chance.");
    }

    @Test
    void saysThatNothingCanBeSaidYet() {
        assertThat(sentences("", Map.of("NORTH", "1/10"), List.of()))
                .isEqualTo(
                        "The trust's figure is the sum of numerators over the sum of denominators of its one locality: "
                                + "1 / 10. Whether one stands out cannot be said yet: there are neither targets nor figures enough"
                                + " for limits.");
    }

    @Test
    void namesFiveAtMost() {
        Map<String, String> parts = new LinkedHashMap<>();
        List<Target> targets = new ArrayList<>(List.of(target("TRUST")));
        IntStream.rangeClosed(1, 7).forEach(number -> {
            parts.put("P" + number, "1/10");
            targets.add(target("P" + number));
        });
        parts.put("P8", "1000/1000");
        assertThat(sentences("", parts, targets))
                .contains("7 stand out: P1 (10%), ")
                .endsWith("; P5 (10%), off its target of 80% while the trust meets its own; and 2 more.");
    }

    @Test
    void isEmptyWithoutParts() {
        assertThat(sentences("1/10", Map.of(), List.of())).isEmpty();
    }

    /** The months end in December. */
    private static String sentences(String whole, Map<String, String> parts, List<Target> targets) {
        List<Organisation> organisations = new ArrayList<>(List.of(Catalogues.TRUST));
        parts.keySet().stream()
                .sorted()
                .forEach(code -> organisations.add(
                        new Organisation(code, code, "locality", Optional.of(Catalogues.TRUST.code()))));
        Catalogue plain = Catalogues.of(DONE);
        Catalogue catalogue = new Catalogue(
                plain.digest(),
                plain.measures(),
                targets,
                List.of(),
                organisations,
                plain.returns(),
                plain.layouts(),
                plain.financeLines(),
                plain.projects(),
                plain.categories(),
                plain.rules(),
                plain.pageTexts());
        Scorecard scorecard = ScorecardRule.compute(
                DECEMBER,
                Catalogues.TRUST,
                catalogue,
                new ScorecardFigures(
                        Map.of("DONE", months(whole)),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        parts.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        part -> new PartFigures(
                                                Map.of("DONE", months(part.getValue())), Map.of(), Map.of())))));
        return PartsReading.sentences(
                MeasureParts.of(scorecard, scorecard.measures().get(0)));
    }

    private static List<MonthFigure> months(String figures) {
        int count = Arrays.asList(figures.split(";", -1)).size();
        return Months.from(DECEMBER.minusMonths(count - 1), Unit.PERCENT, figures).stream()
                .map(each -> new MonthFigure(
                        each.month(),
                        each.numerator(),
                        each.denominator(),
                        each.figure(),
                        "",
                        "",
                        "",
                        OptionalLong.of(each.month().key())))
                .toList();
    }

    private static Target target(String organisation) {
        return new Target(
                "DONE",
                organisation,
                DECEMBER,
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(80)),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ZERO);
    }
}
