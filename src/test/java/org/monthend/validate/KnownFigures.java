package org.monthend.validate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Figure;
import org.monthend.validate.Statement.MeasureStatement;

/** What is known before a return is judged, made up in a test in place of the warehouse. */
public final class KnownFigures implements History {

    private final Map<String, TreeMap<ReportingMonth, Exactly>> series = new TreeMap<>();
    private final Set<ReportingMonth> published = new HashSet<>();
    private Optional<TablePlace> place = Optional.empty();
    private int reach = Integer.MAX_VALUE;

    /** What a return has stated. */
    public static KnownFigures of(List<Statement> statements) {
        KnownFigures known = new KnownFigures();
        statements.stream()
                .filter(MeasureStatement.class::isInstance)
                .map(MeasureStatement.class::cast)
                .forEach(each -> known.add(
                        each.measureCode(),
                        each.organisationCode(),
                        each.month(),
                        new Exactly(each.numerator(), each.denominator(), each.figure())));
        return known;
    }

    /** A figure that stands alone. */
    public KnownFigures value(String measure, String organisation, String month, String value) {
        return add(
                measure,
                organisation,
                ReportingMonth.parse(month),
                new Exactly(Optional.empty(), Optional.empty(), Figure.of(new BigDecimal(value))));
    }

    /** A percentage of numerator and denominator. */
    public KnownFigures fraction(String measure, String organisation, String month, int numerator, int denominator) {
        BigDecimal top = BigDecimal.valueOf(numerator);
        BigDecimal bottom = BigDecimal.valueOf(denominator);
        BigDecimal percent = BigDecimal.valueOf(100).multiply(top).divide(bottom, MathContext.DECIMAL128);
        return add(
                measure,
                organisation,
                ReportingMonth.parse(month),
                new Exactly(Optional.of(top), Optional.of(bottom), Figure.of(percent)));
    }

    /** The figures of the months that end before the given one. */
    public KnownFigures values(String measure, String organisation, ReportingMonth before, int... figures) {
        for (int index = 0; index < figures.length; index++) {
            value(
                    measure,
                    organisation,
                    before.minusMonths(figures.length - index).toString(),
                    String.valueOf(figures[index]));
        }
        return this;
    }

    public KnownFigures published(String month) {
        published.add(ReportingMonth.parse(month));
        return this;
    }

    /** Every table stood there. */
    public KnownFigures place(TablePlace stood) {
        place = Optional.of(stood);
        return this;
    }

    /** All of it in words. */
    @Override
    public String toString() {
        Stream<String> figures = series.entrySet().stream()
                .map(entry -> entry.getKey() + ": "
                        + entry.getValue().entrySet().stream()
                                .map(known -> known.getKey().label() + " " + words(known.getValue()))
                                .collect(Collectors.joining(", ")));
        Stream<String> closed = published.stream().map(month -> month.label() + " is published");
        Stream<String> stood = place.stream()
                .map(table -> "the headings of " + table.month().label() + " stood in "
                        + table.headings().entrySet().stream()
                                .map(heading -> heading.getValue() + " (" + heading.getKey() + ")")
                                .sorted()
                                .collect(Collectors.joining(", ")));
        return Stream.of(figures, closed, stood).flatMap(words -> words).collect(Collectors.joining("; "));
    }

    private static String words(Exactly known) {
        return known.numerator()
                .map(top -> top + " of " + known.denominator().orElseThrow())
                .orElseGet(() -> known.figure()
                        .reportedValue()
                        .map(BigDecimal::toPlainString)
                        .orElse("-"));
    }

    /** No more series of a return than these are looked up. */
    public KnownFigures reaching(int most) {
        reach = most;
        return this;
    }

    private KnownFigures add(String measure, String organisation, ReportingMonth month, Exactly known) {
        series.computeIfAbsent(key(measure, organisation), each -> new TreeMap<>())
                .put(month, known);
        return this;
    }

    private static String key(String measure, String organisation) {
        return measure + " " + organisation;
    }

    @Override
    public boolean isEmpty() {
        return series.isEmpty();
    }

    @Override
    public List<List<Known>> figures(List<Series> wanted) {
        return wanted.stream()
                .map(each -> Optional.ofNullable(series.get(key(each.measureCode(), each.organisationCode())))
                        .map(months -> months.subMap(each.from(), true, each.to(), true).entrySet().stream()
                                .map(known -> known(each, known.getKey(), known.getValue()))
                                .toList())
                        .orElse(List.of()))
                .toList();
    }

    private static Known known(Series series, ReportingMonth month, Exactly exactly) {
        String said = new MeasureStatement(
                        series.measureCode(),
                        series.organisationCode(),
                        month,
                        exactly.numerator(),
                        exactly.denominator(),
                        Optional.empty(),
                        exactly.figure(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "")
                .said();
        return new Known(
                month,
                exactly.figure().reportedValue().map(BigDecimal::doubleValue).orElse(Double.NaN),
                Statement.digest(said));
    }

    @Override
    public Optional<Exactly> exactly(String measureCode, String organisationCode, ReportingMonth month) {
        return Optional.ofNullable(series.get(key(measureCode, organisationCode)))
                .flatMap(months -> Optional.ofNullable(months.get(month)));
    }

    @Override
    public int reach() {
        return reach;
    }

    @Override
    public boolean isClosed(ReportingMonth month) {
        return published.contains(month);
    }

    @Override
    public List<Set<String>> organisations(String returnCode, ReportingMonth month) {
        return List.of(series.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(month))
                .map(entry -> entry.getKey().substring(entry.getKey().indexOf(' ') + 1))
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Optional<TablePlace> lastPlace(String returnCode, String layoutCode) {
        return place;
    }
}
