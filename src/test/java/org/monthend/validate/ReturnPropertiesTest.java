package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.Severity;

/** What a return says does not hang on the order of its rows, nor on how they are laid out. */
class ReturnPropertiesTest {

    private static final String HEADER = "Measure,Organisation,Month,Numerator,Denominator,Value,Status,Comment\n";

    /** One row of a tidy return; not every combination is right. */
    record Line(String measure, String organisation, String month, String figures) {

        String csv() {
            return String.join(",", measure, organisation, month, figures);
        }
    }

    @Property(tries = 300)
    void swappingRowsChangesNoStatementAndNoVerdict(@ForAll("lines") List<Line> lines, @ForAll long seed) {
        List<Line> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));

        Judged one = tidy(lines);
        Judged other = tidy(shuffled);

        assertThat(other.verdict()).isEqualTo(one.verdict());
        assertThat(new TreeSet<>(other.published())).isEqualTo(new TreeSet<>(one.published()));
        assertThat(rules(other)).isEqualTo(rules(one));
    }

    /** Nothing is lost without a word: rows read are accepted or rejected, and a rejected row has its error. */
    @Property(tries = 300)
    void everyRowIsAcceptedOrHasAnError(@ForAll("lines") List<Line> lines) {
        Judgement judgement = tidy(lines).judgement();

        assertThat(judgement.rowsRead()).isEqualTo(judgement.rowsAccepted() + judgement.rowsRejected());
        assertThat(judgement.rowsRead()).isEqualTo(lines.size());
        assertThat(judgement.rejected())
                .hasSize(judgement.rowsRejected())
                .allMatch(row -> !row.rules().isEmpty());
        if (judgement.rowsRejected() > 0) {
            assertThat(judgement.count(Severity.ERROR) + judgement.count(Severity.REFUSE))
                    .isPositive();
        }
        if (judgement.verdict() == Verdict.REFUSED) {
            assertThat(judgement.reason()).isNotEmpty();
        }
    }

    @Property(tries = 100)
    void aTableSaysTheSameTidyOrWithItsMonthsAcross(
            @ForAll("figures") List<Integer> october,
            @ForAll("figures") List<Integer> november,
            @ForAll("figures") List<Integer> december) {
        List<List<Integer>> months = List.of(october, november, december);
        List<String> measures = List.of("CPP", "TIMELY");
        StringBuilder tidy = new StringBuilder(HEADER);
        StringBuilder across = new StringBuilder("Measure,Figure,Oct-15,Nov-15,Dec-15\n");
        for (int measure = 0; measure < measures.size(); measure++) {
            Map<String, List<String>> figures = new LinkedHashMap<>();
            for (int month = 0; month < months.size(); month++) {
                int numerator = months.get(month).get(measure);
                int denominator = numerator + months.get(month).get(measure + 2);
                tidy.append(measures.get(measure))
                        .append(",TRUST,")
                        .append(List.of("Oct-15", "Nov-15", "Dec-15").get(month))
                        .append(",%s,%s,,,\n".formatted(numerator, denominator));
                figures.computeIfAbsent("Numerator", figure -> new ArrayList<>())
                        .add("" + numerator);
                figures.computeIfAbsent("Denominator", figure -> new ArrayList<>())
                        .add("" + denominator);
            }
            String name = measures.get(measure);
            figures.forEach((figure, cells) -> across.append(name)
                    .append(',')
                    .append(figure)
                    .append(',')
                    .append(String.join(",", cells))
                    .append('\n'));
        }

        Judged one = judge(tidy.toString(), SmallLayouts.TIDY);
        Judged other = judge(across.toString(), SmallLayouts.ACROSS);

        assertThat(one.published()).hasSize(6);
        assertThat(new TreeSet<>(other.published())).isEqualTo(new TreeSet<>(one.published()));
        assertThat(other.verdict()).isEqualTo(one.verdict());
    }

    @Provide
    Arbitrary<List<Integer>> figures() {
        return Arbitraries.integers().between(1, 500).list().ofSize(4);
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        return Combinators.combine(
                        Arbitraries.of("OPEN", "OPEN", "OPEN", "TIMELY", "TIMELY", "TIMELY", "CPP", "EET", "XX", ""),
                        Arbitraries.of("TRUST", "TRUST", "TRUST", "TRUST", "NORTH", "7", ""),
                        Arbitraries.of("Dec-15", "Dec-15", "Dec-15", "Dec-15", "Nov-15", "Jan-16", "15-Dec", ""),
                        Arbitraries.of(
                                "1,2,,,",
                                "2,1,,,",
                                "1,2,50,,",
                                "1,2,55%,,",
                                ",,5,,",
                                ",,6,,",
                                ",,-1,,",
                                ",,,-,",
                                ",,..,,",
                                ",,5,-,",
                                "1,,,,",
                                ",1,,,",
                                ",,17*,,",
                                ",,n.k.,,",
                                "-,2,,,",
                                ",,,maybe,",
                                ",,..,-,"))
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(lines -> {
                    List<Line> all = new ArrayList<>(lines);
                    all.add(new Line("OPEN", "007", "Dec-15", ",,9,,")); // so that it is about December
                    return all;
                });
    }

    /** Which rules were broken; whether a row repeats the first or contradicts it depends on which came first. */
    private static Set<Rule> rules(Judged judged) {
        return judged.judgement().issues().stream()
                .map(Issue::rule)
                .filter(rule -> rule != Rule.SAME_ROW_TWICE)
                .collect(Collectors.toSet());
    }

    private static Judged tidy(List<Line> lines) {
        return judge(HEADER + lines.stream().map(Line::csv).collect(Collectors.joining("\n")), SmallLayouts.TIDY);
    }

    private static Judged judge(String csv, Layout layout) {
        try {
            Path file = Files.createTempFile("rows", ".csv");
            try {
                Files.writeString(file, csv);
                return Judged.of(file, SmallCatalogue.of(List.of(), layout));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
