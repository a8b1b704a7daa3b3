package org.monthend.scorecard.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.MonthFigure;
import org.monthend.scorecard.Quarters;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.disclosure.Disclosure.Outcome;
import org.monthend.scorecard.disclosure.Disclosure.Safe;

/**
 * Disclosure control against a reader who tries every number: whatever the months are, no copy and no sequence of copies
 * tells a small count. The reader knows nothing of how the control reckons; they print quarters as the scorecard does.
 */
class DisclosurePropertiesTest {

    private static final ReportingMonth FIRST = new ReportingMonth(2015, 7);

    /** A measure in words, six months of it. */
    record Told(Measure measure, List<String> months) {

        Scorecard scorecard(ReportingMonth month) {
            int known = Math.min(months.size(), month.index() - FIRST.index() + 1);
            return CopySketch.of(month)
                    .measure(measure, FIRST, String.join(" ", months.subList(0, known)))
                    .scorecard();
        }
    }

    @Provide
    Arbitrary<Told> counts() {
        Arbitrary<String> count = Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(0, 6)),
                        Tuple.of(2, Arbitraries.integers().between(6, 20)))
                .map(String::valueOf);
        return Combinators.combine(
                        Arbitraries.of(Aggregation.FLOW, Aggregation.FLOW_MEAN, Aggregation.STOCK),
                        count.list().ofSize(6))
                .as((aggregation, months) ->
                        new Told(CopySketch.measure("M", Unit.COUNT, aggregation, "things", ""), months));
    }

    @Provide
    Arbitrary<Told> percentages() {
        Arbitrary<String> share = Arbitraries.integers()
                .between(6, 14)
                .flatMap(below -> Arbitraries.integers().between(0, below).map(above -> above + "/" + below));
        return Combinators.combine(
                        Arbitraries.of(Aggregation.RATIO, Aggregation.STOCK_RATIO),
                        share.list().ofSize(6))
                .as((aggregation, months) ->
                        new Told(CopySketch.measure("M", Unit.PERCENT, aggregation, "part", "whole"), months));
    }

    @Property(tries = 150)
    void noCopyTellsASmallCount(@ForAll("counts") Told told) {
        attack(told, copies(told, new ReportingMonth(2016, 1)));
    }

    @Property(tries = 40)
    void noCopyTellsASmallPartOrRest(@ForAll("percentages") Told told) {
        attack(told, copies(told, new ReportingMonth(2016, 1)));
    }

    @Property(tries = 60)
    void noSequenceOfCopiesTellsASmallCount(@ForAll("counts") Told told) {
        attack(
                told,
                copies(
                        told,
                        new ReportingMonth(2015, 8),
                        new ReportingMonth(2015, 9),
                        new ReportingMonth(2015, 12),
                        new ReportingMonth(2016, 1)));
    }

    @Property(tries = 25)
    void noSequenceOfCopiesTellsASmallPartOrRest(@ForAll("percentages") Told told) {
        attack(
                told,
                copies(told, new ReportingMonth(2015, 8), new ReportingMonth(2015, 11), new ReportingMonth(2016, 1)));
    }

    /** Windows of three months that nobody knows, tried against all months that could make them. */
    @Property(tries = 8)
    void rollingWindowsTellNoSmallCountEither(@ForAll("episodes") List<Integer> episodes) {
        List<String> windows = new ArrayList<>();
        for (int month = 2; month < episodes.size(); month++) {
            windows.add(String.valueOf(episodes.get(month) + episodes.get(month - 1) + episodes.get(month - 2)));
        }
        Told told = new Told(CopySketch.measure("M", Unit.COUNT, Aggregation.ROLLING_3M, "episodes", ""), windows);
        Set<CopyCell> shown = copies(told, new ReportingMonth(2015, 12), new ReportingMonth(2016, 1));
        Map<Integer, Set<Long>> possible = new HashMap<>();
        allEpisodes(windows, shown, new ArrayList<>(), possible);
        for (int month = 0; month < windows.size(); month++) {
            long window = Long.parseLong(windows.get(month));
            if (window > 0 && window < 6) {
                staysOpen(possible.getOrDefault(month, Set.of()), 1, 5, told);
            }
        }
    }

    @Provide
    Arbitrary<List<Integer>> episodes() {
        return Arbitraries.integers().between(0, 3).list().ofSize(6);
    }

    private static void allEpisodes(
            List<String> windows, Set<CopyCell> shown, List<Integer> world, Map<Integer, Set<Long>> possible) {
        int window = world.size() - 3;
        if (window >= 0) {
            long sum = world.get(window) + world.get(window + 1) + world.get(window + 2);
            boolean isShown =
                    shown.contains(new CopyCell("M", FIRST.plusMonths(window).label()));
            if (isShown ? sum != Long.parseLong(windows.get(window)) : sum == 0) {
                return;
            }
        }
        if (window == windows.size() - 1) {
            for (int at = 0; at < windows.size(); at++) {
                possible.computeIfAbsent(at, any -> new HashSet<>())
                        .add((long) world.get(at) + world.get(at + 1) + world.get(at + 2));
            }
            return;
        }
        for (int next = 0; next <= 9; next++) {
            world.add(next);
            allEpisodes(windows, shown, world, possible);
            world.remove(world.size() - 1);
        }
    }

    @Property
    void zeroIsShownAndSmallCountsAreNot(@ForAll("counts") Told told) {
        Scorecard scorecard = told.scorecard(new ReportingMonth(2016, 1));
        Disclosure disclosure = ((Safe) DisclosureControl.of(scorecard, List.of())).disclosure();
        for (MonthFigure month : scorecard.measures().get(0).months()) {
            BigDecimal value = month.figure().reportedValue().orElseThrow();
            boolean hides = disclosure.hides(new CopyCell("M", month.month().label()));
            if (value.signum() == 0) {
                assertThat(hides).isFalse();
            }
            if (value.signum() > 0 && value.compareTo(BigDecimal.valueOf(6)) < 0) {
                assertThat(hides).isTrue();
            }
        }
    }

    @Property(tries = 100)
    void theSameCopyHidesTheSame(@ForAll("counts") Told told) {
        Scorecard scorecard = told.scorecard(new ReportingMonth(2016, 1));
        assertThat(DisclosureControl.of(scorecard, List.of())).isEqualTo(DisclosureControl.of(scorecard, List.of()));
        EarlierCopy itself =
                CopySketch.out(scorecard, ((Safe) DisclosureControl.of(scorecard, List.of())).disclosure());
        assertThat(((Safe) DisclosureControl.of(scorecard, List.of(itself)))
                        .disclosure()
                        .hidden()
                        .keySet())
                .as("a copy that is out makes the next one neither more nor less")
                .isEqualTo(((Safe) DisclosureControl.of(scorecard, List.of()))
                        .disclosure()
                        .hidden()
                        .keySet());
    }

    /** What the copies show between them: one measure, and nothing that was published was ever taken back. */
    private static Set<CopyCell> copies(Told told, ReportingMonth... months) {
        List<EarlierCopy> out = new ArrayList<>();
        Set<CopyCell> shown = new LinkedHashSet<>();
        for (ReportingMonth month : months) {
            Scorecard scorecard = told.scorecard(month);
            Outcome outcome = DisclosureControl.of(scorecard, out);
            assertThat(outcome).isInstanceOf(Safe.class);
            EarlierCopy copy = CopySketch.out(scorecard, ((Safe) outcome).disclosure());
            out.add(copy);
            shown.addAll(copy.shown().keySet());
        }
        return shown;
    }

    /** Tries every number for the hidden months of each quarter. */
    private static void attack(Told told, Set<CopyCell> shown) {
        for (FiscalQuarter quarter : List.of(FIRST.quarter(), FIRST.quarter().plusQuarters(1))) {
            TreeMap<ReportingMonth, MonthFigure> truth = new TreeMap<>();
            quarter.months()
                    .forEach(month -> truth.put(
                            month,
                            CopySketch.month(
                                    month, told.measure(), told.months().get(month.index() - FIRST.index()))));
            List<ReportingMonth> hidden = truth.keySet().stream()
                    .filter(month -> !shown.contains(new CopyCell("M", month.label())))
                    .toList();
            boolean quarterIsShown = shown.contains(new CopyCell("M", quarter.label()));
            Map<ReportingMonth, Set<Long>> possible = new HashMap<>();
            if (!quarterIsShown) {
                continue;
            }
            worlds(told, quarter, truth, hidden, 0, new TreeMap<>(truth), possible);
            for (ReportingMonth month : hidden) {
                MonthCounts counts = new MonthCounts(told.measure(), figure(truth, month));
                if (counts.isSmallAbove()) {
                    staysOpen(possible.getOrDefault(month, Set.of()), 1, 5, told);
                }
                if (counts.hasSmallRest()) {
                    long whole = counts.below().orElseThrow().longValue();
                    staysOpen(possible.getOrDefault(month, Set.of()), whole - 5, whole - 1, told);
                }
            }
        }
    }

    private static MonthFigure figure(Map<ReportingMonth, MonthFigure> figures, ReportingMonth month) {
        return Objects.requireNonNull(figures.get(month));
    }

    private static void staysOpen(Set<Long> possible, long from, long to, Told told) {
        assertThat(possible).as(told.toString()).contains(from, to);
        assertThat(possible.stream().filter(value -> value >= from && value <= to))
                .as(told.toString())
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private static void worlds(
            Told told,
            FiscalQuarter quarter,
            TreeMap<ReportingMonth, MonthFigure> truth,
            List<ReportingMonth> hidden,
            int next,
            TreeMap<ReportingMonth, MonthFigure> world,
            Map<ReportingMonth, Set<Long>> possible) {
        if (next == hidden.size()) {
            String printed = Quarters.of(quarter, told.measure(), world).printed();
            if (printed.equals(Quarters.of(quarter, told.measure(), truth).printed())) {
                hidden.forEach(month -> possible.computeIfAbsent(month, any -> new HashSet<>())
                        .add(new MonthCounts(told.measure(), figure(world, month))
                                .above()
                                .orElseThrow()
                                .longValue()));
            }
            return;
        }
        ReportingMonth month = hidden.get(next);
        String below = told.months().get(month.index() - FIRST.index()).replaceFirst("[0-9]+", "");
        long most = below.isEmpty() ? 25 : Long.parseLong(below.substring(1));
        for (long value = 1; value <= most; value++) {
            world.put(month, CopySketch.month(month, told.measure(), value + below));
            worlds(told, quarter, truth, hidden, next + 1, world, possible);
        }
    }
}
