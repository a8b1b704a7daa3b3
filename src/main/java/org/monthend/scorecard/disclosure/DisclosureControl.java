package org.monthend.scorecard.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.calendar.FiscalQuarter;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;
import org.monthend.scorecard.Basis;
import org.monthend.scorecard.CategoryFigure;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.PeriodFigure;
import org.monthend.scorecard.Scorecard;
import org.monthend.scorecard.disclosure.Disclosure.Audited;
import org.monthend.scorecard.disclosure.Disclosure.Outcome;
import org.monthend.scorecard.disclosure.Disclosure.Safe;
import org.monthend.scorecard.disclosure.Disclosure.Told;
import org.monthend.scorecard.disclosure.Hidden.Why;
import org.monthend.scorecard.disclosure.Statement.Source;
import org.monthend.scorecard.disclosure.Statement.Sum;
import org.monthend.scorecard.disclosure.Worlds.Domain;
import org.monthend.scorecard.disclosure.Worlds.Range;

/**
 * Decides what a public copy hides (algorithms.md, 7): counts of 1 to 5 and what would give them back, then further
 * figures, until an attempt to undo it fails.
 *
 * <p>The reader who tries is taken to know much: numerator and denominator of every figure that is shown, the denominator
 * of every hidden one unless it is small itself, and every public copy before this one. They may use that a quarter is made
 * of its months, that a rolling figure is the sum of three months, that a printed figure is rounded, and that what is
 * hidden is not zero. A copy is safe when each small count could still be 1, and could still be 5, and in all three or more
 * of the five: for each of these there is a world in which the very same is printed. So the bounds of what is hidden are
 * never narrower than what {@code c} itself says.
 */
public final class DisclosureControl {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final long MANY = 1_000;

    /** So many of the five values have to stay possible; a value between them may be impossible by chance of rounding. */
    private static final int POSSIBLE = 3;

    private final Scorecard scorecard;
    private final List<Copy> copies;
    private final Map<CopyCell, Hidden> hidden = new LinkedHashMap<>();
    private final Set<CountKey> toldEarlier;

    /** A copy, this one or an earlier one. */
    private record Copy(String name, Scorecard scorecard, Predicate<CopyCell> shows) {}

    /** A small count, and what it is where what is small is 1, 2, 3, 4 and 5. */
    private record Guarded(MonthCounts of, CountKey count, List<Long> values, String what) {}

    private DisclosureControl(Scorecard scorecard, List<EarlierCopy> earlier) {
        this.scorecard = scorecard;
        this.copies = Stream.concat(
                        earlier.stream()
                                .map(copy -> new Copy(copy.name(), copy.scorecard(), copy.shown()::containsKey)),
                        Stream.of(new Copy("", scorecard, cell -> !hidden.containsKey(cell))))
                .toList();
        this.toldEarlier = copies.subList(0, copies.size() - 1).stream()
                .flatMap(copy -> copy.scorecard().measures().stream()
                        .flatMap(line -> months(line).values().stream())
                        .filter(month -> copy.shows().test(month.cell())))
                .flatMap(DisclosureControl::told)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What the public copy of the scorecard hides.
     *
     * @param earlier all public copies that are out, of this month and of others, oldest first
     */
    public static Outcome of(Scorecard scorecard, List<EarlierCopy> earlier) {
        return new DisclosureControl(scorecard, earlier).decide();
    }

    private Outcome decide() {
        scorecard.measures().forEach(this::hideSmallMonths);
        scorecard.measures().forEach(this::hideSmallQuarters);
        scorecard.measures().forEach(this::hideSmallBaseline);
        scorecard.distributions().forEach(this::hideShare);
        scorecard.auditOpinions().forEach(this::hideSmallNumber);
        while (true) {
            hideWhatFollows();
            Worlds worlds = worlds();
            Optional<Guarded> told = guarded().stream()
                    .filter(guarded -> !isSafe(guarded, worlds))
                    .findFirst();
            if (told.isEmpty()) {
                return new Safe(new Disclosure(inOrder(), partlyHidden(), audited(worlds)));
            }
            Optional<Told> outcome = hideMore(told.get(), worlds);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
    }

    // Primary: what is small itself.

    private void hideSmallMonths(MeasureLine line) {
        for (MonthCounts month : months(line).values()) {
            if (month.isUnknown()) {
                hide(month.cell(), Why.NOT_KNOWN, "its numerator and denominator are not known");
            } else if (month.isSmall()) {
                hide(month.cell(), Why.SMALL, month.words());
            }
        }
    }

    private void hideSmallQuarters(MeasureLine line) {
        for (FiscalQuarter quarter : quarters()) {
            PeriodFigure figure = line.quarters().get(quarters().indexOf(quarter));
            CopyCell cell = cell(line, quarter);
            Optional<BigDecimal> value = figure.figure().reportedValue().filter(any -> any.signum() != 0);
            if (value.isEmpty() || line.measure().aggregation() == Aggregation.RANK) {
                continue;
            }
            boolean count = line.measure().unit() == Unit.COUNT;
            if (count && SmallCount.is(value.get())) {
                hide(
                        cell,
                        Why.SMALL,
                        "counts " + value.get().stripTrailingZeros().toPlainString());
            } else if (figure.basis() == Basis.REPORTED) {
                if (!count) {
                    hide(
                            cell,
                            Why.NOT_KNOWN,
                            "it is of an earlier scorecard, its numerator and denominator are not known");
                }
            } else if (isMadeOfMonths(line, quarter)) {
                hideSmallSum(line, quarter);
            }
        }
    }

    private void hideSmallSum(MeasureLine line, FiscalQuarter quarter) {
        List<MonthCounts> parts = parts(line, quarter);
        BigDecimal above = sum(parts, MonthCounts::above);
        BigDecimal below = sum(parts, MonthCounts::below);
        boolean countsAbove = parts.get(0).countsAbove();
        boolean percent = line.measure().unit() == Unit.PERCENT;
        List<String> words = new ArrayList<>();
        if (countsAbove && SmallCount.is(above)) {
            words.add("counts " + above.toPlainString());
        }
        if (SmallCount.is(below)) {
            words.add("is of " + below.toPlainString());
        }
        if (percent && SmallCount.is(below.subtract(above))) {
            words.add("leaves " + below.subtract(above).toPlainString() + " of " + below.toPlainString());
        }
        if (!words.isEmpty()) {
            hide(cell(line, quarter), Why.SMALL, String.join(", ", words));
        }
    }

    private void hideSmallBaseline(MeasureLine line) {
        if (line.measure().unit() == Unit.COUNT && line.baselineFigure().strip().matches("0*[1-5]([.,][0-9]+)?")) {
            hide(new CopyCell(line.measure().code(), "baseline"), Why.SMALL, "counts " + line.baselineFigure());
        }
    }

    /** How many a share is of is not on the scorecard. */
    private void hideShare(CategoryFigure share) {
        if (share.value().signum() != 0) {
            hide(cell(share), Why.NOT_KNOWN, "how many it is a share of is not known to the scorecard");
        }
    }

    private void hideSmallNumber(CategoryFigure number) {
        if (SmallCount.is(number.value())) {
            hide(cell(number), Why.SMALL, "counts " + number.printed());
        }
    }

    // Secondary: what would give it back.

    /** To a fixed point: figures made of hidden counts, quarters that are a hidden month, totals with one hidden part. */
    private void hideWhatFollows() {
        int before;
        do {
            before = hidden.size();
            hideWhatSharesACount();
            scorecard.measures().forEach(this::hideQuartersOfOneMonth);
            scorecard.measures().forEach(this::hideSecondPart);
        } while (hidden.size() > before);
    }

    private void hideWhatSharesACount() {
        Set<CountKey> kept = kept();
        for (MonthCounts month : shownMonths()) {
            boolean shares = kept.contains(month.aboveKey())
                    || !month.isZero() && !month.below().isEmpty() && kept.contains(month.belowKey());
            if (shares && !month.countsNobody()) {
                hide(month.cell(), Why.PROTECTS, "it is made of a count that is hidden elsewhere");
            }
        }
    }

    /** The counts that this copy does not tell. */
    private Set<CountKey> kept() {
        Set<CountKey> kept = new HashSet<>();
        for (MonthCounts month : allMonths()) {
            if (hidden.containsKey(month.cell())
                    && month.countsAbove()
                    && month.above().isPresent()) {
                kept.add(month.aboveKey());
            }
            if (month.isSmallBelow()) {
                kept.add(month.belowKey());
            }
        }
        return kept;
    }

    private void hideQuartersOfOneMonth(MeasureLine line) {
        for (FiscalQuarter quarter : quarters()) {
            PeriodFigure figure = line.quarters().get(quarters().indexOf(quarter));
            if (figure.basis() == Basis.REPORTED
                    || figure.figure().reportedValue().isEmpty()
                    || isMadeOfMonths(line, quarter)) {
                continue;
            }
            List<MonthCounts> parts = parts(line, quarter);
            parts.stream()
                    .skip(Math.max(0, parts.size() - 1))
                    .flatMap(month -> Optional.ofNullable(hidden.get(month.cell())).stream())
                    .forEach(same -> hide(
                            cell(line, quarter),
                            same.why(),
                            "it is " + same.cell().period() + ", which " + same.because()));
        }
    }

    /** A published total with exactly one hidden part gives that part back. */
    private void hideSecondPart(MeasureLine line) {
        Aggregation aggregation = line.measure().aggregation();
        if (aggregation != Aggregation.FLOW && aggregation != Aggregation.FLOW_MEAN) {
            return;
        }
        for (FiscalQuarter quarter : quarters()) {
            List<MonthCounts> parts = parts(line, quarter);
            List<MonthCounts> hiddenParts = parts.stream()
                    .filter(part -> hidden.containsKey(part.cell()))
                    .toList();
            PeriodFigure total = line.quarters().get(quarters().indexOf(quarter));
            if (hiddenParts.size() != 1
                    || total.basis() == Basis.REPORTED
                    || total.figure().reportedValue().isEmpty()
                    || hidden.containsKey(cell(line, quarter))) {
                continue;
            }
            String because = "%s could be told from %s less the other months"
                    .formatted(hiddenParts.get(0).cell().period(), quarter.label());
            smallest(parts, MonthCounts::figure)
                    .ifPresentOrElse(
                            next -> hide(next.cell(), Why.PROTECTS, because),
                            () -> hide(cell(line, quarter), Why.PROTECTS, because));
        }
    }

    /** The smallest that is shown, not zero, and was not told before. */
    private Optional<MonthCounts> smallest(Collection<MonthCounts> parts, Function<MonthCounts, BigDecimal> size) {
        return parts.stream()
                .filter(part -> !hidden.containsKey(part.cell()) && !part.isZero() && !part.countsNobody())
                .filter(part -> !toldEarlier.contains(part.aboveKey()))
                .min(Comparator.comparing((MonthCounts part) -> size.apply(part).signum() == 0)
                        .thenComparing(size)
                        .thenComparing(part -> part.month().month(), Comparator.reverseOrder()));
    }

    // The audit: the attempt to undo it.

    private boolean isSafe(Guarded guarded, Worlds worlds) {
        if (!worlds.domains().containsKey(guarded.count())) {
            return false;
        }
        List<Long> values = guarded.values();
        return isPossible(guarded, values.get(0), worlds)
                && isPossible(guarded, values.get(values.size() - 1), worlds)
                && values.stream()
                                .filter(value -> isPossible(guarded, value, worlds))
                                .limit(POSSIBLE)
                                .count()
                        == POSSIBLE;
    }

    private static boolean isPossible(Guarded guarded, long value, Worlds worlds) {
        return worlds.with(guarded.count(), value).isPresent();
    }

    /** Hides the next figure that tells the count, or says what tells it where that cannot be hidden any more. */
    private Optional<Told> hideMore(Guarded guarded, Worlds worlds) {
        if (!worlds.domains().containsKey(guarded.count())) {
            return Optional.of(new Told("%s of %s is small (%s), but it was told already in %s."
                    .formatted(
                            guarded.of().cell().period(),
                            guarded.of().measure().name(),
                            guarded.what(),
                            whereTold(guarded.count()))));
        }
        List<Statement> about = worlds.about(guarded.count());
        List<Statement> direct = about.stream()
                .filter(statement -> statement.weights().containsKey(guarded.count()))
                .toList();
        String because = "%s of %s could be told from %s"
                .formatted(guarded.of().cell().period(), guarded.of().measure().name(), names(about));
        for (List<Statement> which : List.of(direct, about)) {
            Optional<CopyCell> next = smallest(
                            partsOf(which),
                            part -> guarded.of().hasSmallRest()
                                    ? part.rest().orElseGet(part::figure)
                                    : part.above().orElseGet(part::figure))
                    .map(MonthCounts::cell)
                    .or(() -> which.stream()
                            .map(Statement::source)
                            .filter(source -> source.canBeHidden() && !hidden.containsKey(source.cell()))
                            .map(Source::cell)
                            .findFirst());
            if (next.isPresent()) {
                hide(next.get(), Why.PROTECTS, because);
                return Optional.empty();
            }
        }
        return Optional.of(new Told("%s of %s is small (%s) and could be told from %s, which is out already."
                .formatted(guarded.of().cell().period(), guarded.of().measure().name(), guarded.what(), names(about))));
    }

    private String whereTold(CountKey count) {
        return copies.subList(0, copies.size() - 1).stream()
                .filter(copy -> copy.scorecard().measures().stream()
                        .flatMap(line -> months(line).values().stream())
                        .filter(month -> copy.shows().test(month.cell()))
                        .flatMap(DisclosureControl::told)
                        .anyMatch(count::equals))
                .map(Copy::name)
                .findFirst()
                .orElse("another figure");
    }

    /** The months of which the figures that say this are made. */
    private List<MonthCounts> partsOf(List<Statement> statements) {
        Set<CopyCell> cells =
                statements.stream().map(statement -> statement.source().cell()).collect(Collectors.toSet());
        return scorecard.measures().stream()
                .flatMap(line -> months(line).values().stream()
                        .filter(month ->
                                cells.contains(cell(line, month.month().month().quarter()))))
                .toList();
    }

    private String names(List<Statement> statements) {
        return statements.stream()
                .map(Statement::source)
                .filter(source -> !source.canBeHidden() || !hidden.containsKey(source.cell()))
                .distinct()
                .map(source -> source.cell().period() + (source.copy().isEmpty() ? "" : " in " + source.copy()))
                .collect(Collectors.joining(", "));
    }

    private List<Guarded> guarded() {
        List<Guarded> guarded = new ArrayList<>();
        for (MonthCounts month : allMonths()) {
            if (month.countsNobody() || month.isUnknown()) {
                continue;
            }
            if (month.isSmallAbove()) {
                guarded.add(new Guarded(month, month.aboveKey(), SmallCount.all(), month.words()));
            }
            if (month.isSmallBelow()) {
                guarded.add(new Guarded(month, month.belowKey(), SmallCount.all(), month.words()));
            } else if (month.hasSmallRest() && !month.isZero()) {
                long whole = month.below().orElseThrow().longValue();
                guarded.add(new Guarded(
                        month,
                        month.aboveKey(),
                        SmallCount.all().stream().map(rest -> whole - rest).toList(),
                        month.words()));
            }
        }
        return guarded;
    }

    private List<Audited> audited(Worlds worlds) {
        Map<CountKey, Range> bounds = worlds.bounds().orElse(Map.of());
        return guarded().stream()
                .map(guarded -> {
                    Range range =
                            Optional.ofNullable(bounds.get(guarded.count())).orElse(new Range(SmallCount.LEAST, MANY));
                    return new Audited(
                            guarded.of().cell(),
                            guarded.what(),
                            range.least(),
                            range.most(),
                            worlds.about(guarded.count()).stream()
                                    .map(statement -> statement.source().cell().period())
                                    .distinct()
                                    .toList());
                })
                .toList();
    }

    // What is published, as statements about hidden counts.

    private Worlds worlds() {
        Map<CountKey, Domain> domains = domains();
        List<Statement> statements = new ArrayList<>();
        for (Copy copy : copies) {
            for (MeasureLine line : copy.scorecard().measures()) {
                if (line.measure().aggregation() == Aggregation.ROLLING_3M) {
                    statements.addAll(rolling(copy, line, domains));
                } else {
                    statements.addAll(quarters(copy, line, domains));
                    statements.addAll(partsOfWholes(copy, line, domains));
                }
            }
        }
        return new Worlds(domains, List.copyOf(statements));
    }

    private Map<CountKey, Domain> domains() {
        Set<CountKey> kept = kept();
        Set<CountKey> told = new HashSet<>(toldEarlier);
        shownMonths().stream().flatMap(DisclosureControl::told).forEach(told::add);
        Map<CountKey, Domain> domains = new LinkedHashMap<>();
        for (Copy copy : copies) {
            for (MonthCounts month : copy.scorecard().measures().stream()
                    .flatMap(line -> months(line).values().stream())
                    .toList()) {
                if (month.countsNobody() || month.isUnknown()) {
                    continue;
                }
                boolean belowIsHidden =
                        month.below().isPresent() && (month.isSmallBelow() || kept.contains(month.belowKey()));
                if (!copy.shows().test(month.cell()) && month.above().isPresent() && !month.isZero()) {
                    long most = month.measure().unit() == Unit.PERCENT && !belowIsHidden
                            ? month.below().orElseThrow().longValue()
                            : MANY + 20 * month.above().get().longValue();
                    add(domains, told, month.aboveKey(), most, month.above().get());
                }
                if (belowIsHidden) {
                    add(
                            domains,
                            told,
                            month.belowKey(),
                            MANY + 20 * month.below().get().longValue(),
                            month.below().get());
                }
            }
        }
        return domains;
    }

    private static void add(
            Map<CountKey, Domain> domains, Set<CountKey> told, CountKey count, long most, BigDecimal truth) {
        if (!told.contains(count)) {
            domains.merge(
                    count,
                    new Domain(1, most, truth.setScale(0, RoundingMode.HALF_UP).longValue()),
                    (one, other) -> new Domain(1, Math.min(one.most(), other.most()), one.near()));
        }
    }

    /** Quarters that are made of several months: what is printed is the figure within half of its last digit. */
    private List<Statement> quarters(Copy copy, MeasureLine line, Map<CountKey, Domain> domains) {
        List<Statement> statements = new ArrayList<>();
        List<FiscalQuarter> quarters = Scorecard.quartersShown(copy.scorecard().month());
        for (FiscalQuarter quarter : quarters) {
            PeriodFigure figure = line.quarters().get(quarters.indexOf(quarter));
            Source source = new Source(cell(line, quarter), copy.name());
            if (!copy.shows().test(source.cell())
                    || figure.figure().reportedValue().isEmpty()) {
                continue;
            }
            List<MonthCounts> parts = parts(line, quarter);
            BigDecimal value = figure.figure().reportedValue().get();
            if (figure.basis() == Basis.REPORTED) {
                if (line.measure().aggregation() == Aggregation.FLOW) {
                    Sum rest = new Sum().add(value);
                    parts.forEach(part -> term(rest, BigDecimal.ONE.negate(), part.aboveKey(), part.above(), domains));
                    addIfOfCounts(statements, rest, rest.isNotNegative(source));
                }
                continue;
            }
            if (!isMadeOfMonths(line, quarter)) {
                continue;
            }
            int decimals = line.measure().decimals();
            BigDecimal printed = value.setScale(decimals, RoundingMode.HALF_UP);
            BigDecimal half = HALF.scaleByPowerOfTen(-decimals);
            Sum notBelow = new Sum();
            Sum above = new Sum();
            BigDecimal multiplier = line.measure().unit().multiplier();
            for (MonthCounts part : parts) {
                term(notBelow, multiplier, part.aboveKey(), part.above(), domains);
                term(above, multiplier.negate(), part.aboveKey(), part.above(), domains);
                if (line.measure().aggregation() == Aggregation.RATIO) {
                    term(notBelow, half.subtract(printed), part.belowKey(), part.below(), domains);
                    term(above, half.add(printed), part.belowKey(), part.below(), domains);
                }
            }
            if (line.measure().aggregation() != Aggregation.RATIO) {
                BigDecimal divisor = line.measure().aggregation() == Aggregation.FLOW
                        ? BigDecimal.ONE
                        : BigDecimal.valueOf(parts.size());
                notBelow.add(half.subtract(printed).multiply(divisor));
                above.add(half.add(printed).multiply(divisor));
            }
            addIfOfCounts(statements, notBelow, notBelow.isNotNegative(source));
            addIfOfCounts(statements, above, above.isPositive(source));
        }
        return statements;
    }

    /** A part is not larger than its whole. */
    private List<Statement> partsOfWholes(Copy copy, MeasureLine line, Map<CountKey, Domain> domains) {
        List<Statement> statements = new ArrayList<>();
        if (line.measure().unit() != Unit.PERCENT) {
            return statements;
        }
        for (MonthCounts month : months(line).values()) {
            if (domains.containsKey(month.aboveKey()) && domains.containsKey(month.belowKey())) {
                statements.add(new Sum()
                        .add(BigDecimal.ONE, month.belowKey())
                        .add(BigDecimal.ONE.negate(), month.aboveKey())
                        .isNotNegative(new Source(month.cell(), copy.name())));
            }
        }
        return statements;
    }

    /** A rolling figure is the sum of three months that nobody knows, two of which it shares with the next. */
    private List<Statement> rolling(Copy copy, MeasureLine line, Map<CountKey, Domain> domains) {
        TreeMap<ReportingMonth, MonthCounts> months = months(line);
        if (months.values().stream().noneMatch(month -> domains.containsKey(month.aboveKey()))) {
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        Map<CountKey, Domain> behind = new LinkedHashMap<>();
        for (MonthCounts month : months.values()) {
            Sum difference = new Sum();
            term(difference, BigDecimal.ONE, month.aboveKey(), month.above(), domains);
            for (int back = 0; back < 3; back++) {
                CountKey single = new CountKey(
                        line.measure().code() + " of one month",
                        month.month().month().minusMonths(back).label(),
                        copy.name());
                difference.add(BigDecimal.ONE.negate(), single);
                long third = month.figure().longValue() / 3;
                behind.merge(
                        single,
                        new Domain(0, MANY + month.figure().longValue(), third),
                        (one, other) -> new Domain(0, Math.max(one.most(), other.most()), one.near()));
            }
            statements.add(difference.isZero(new Source(month.cell(), copy.name())));
        }
        Map<CountKey, Domain> all = new LinkedHashMap<>(domains);
        all.putAll(behind);
        // Restated months may contradict the windows; then nobody can reckon with them.
        if (!new Worlds(all, statements).any(behind.keySet().iterator().next())) {
            return List.of();
        }
        domains.putAll(behind);
        return statements;
    }

    private static void addIfOfCounts(List<Statement> statements, Sum sum, Statement statement) {
        if (sum.isOfCounts()) {
            statements.add(statement);
        }
    }

    private static void term(
            Sum sum, BigDecimal weight, CountKey count, Optional<BigDecimal> value, Map<CountKey, Domain> domains) {
        if (domains.containsKey(count)) {
            sum.add(weight, count);
        } else {
            sum.add(weight.multiply(value.orElse(BigDecimal.ZERO)));
        }
    }

    /** The counts that a figure tells whoever sees it. */
    private static Stream<CountKey> told(MonthCounts month) {
        return Stream.concat(
                month.above().stream().map(any -> month.aboveKey()),
                month.isZero() ? Stream.empty() : month.below().stream().map(any -> month.belowKey()));
    }

    // The figures of the copy.

    private void hide(CopyCell cell, Why why, String because) {
        hidden.putIfAbsent(cell, new Hidden(cell, why, because));
    }

    private Map<CopyCell, Hidden> inOrder() {
        Map<CopyCell, Hidden> ordered = new LinkedHashMap<>();
        for (MeasureLine line : scorecard.measures()) {
            Stream.of(
                            Stream.of(new CopyCell(line.measure().code(), "baseline")),
                            quarters().stream().map(quarter -> cell(line, quarter)),
                            months(line).values().stream().map(MonthCounts::cell))
                    .flatMap(cells -> cells)
                    .forEach(cell -> Optional.ofNullable(hidden.get(cell)).ifPresent(each -> ordered.put(cell, each)));
        }
        ordered.putAll(hidden);
        return Collections.unmodifiableMap(ordered);
    }

    private Set<String> partlyHidden() {
        Set<CountKey> kept = kept();
        Set<String> lines = new TreeSet<>();
        allMonths().stream()
                .filter(month -> hidden.containsKey(month.cell())
                        || kept.contains(month.aboveKey())
                        || kept.contains(month.belowKey()))
                .forEach(month -> lines.add(month.measure().code()));
        quarters()
                .forEach(quarter -> scorecard.measures().stream()
                        .map(line -> cell(line, quarter))
                        .filter(hidden::containsKey)
                        .forEach(cell -> lines.add(cell.line())));
        return Collections.unmodifiableSet(lines);
    }

    private List<FiscalQuarter> quarters() {
        return Scorecard.quartersShown(scorecard.month());
    }

    private List<MonthCounts> allMonths() {
        return scorecard.measures().stream()
                .flatMap(line -> months(line).values().stream())
                .toList();
    }

    private List<MonthCounts> shownMonths() {
        return allMonths().stream()
                .filter(month -> !hidden.containsKey(month.cell()))
                .toList();
    }

    static CopyCell cell(MeasureLine line, FiscalQuarter quarter) {
        return new CopyCell(line.measure().code(), quarter.label());
    }

    static CopyCell cell(CategoryFigure figure) {
        return new CopyCell(figure.category().scheme(), figure.category().code());
    }

    /** The months that have a figure, oldest first. */
    private static TreeMap<ReportingMonth, MonthCounts> months(MeasureLine line) {
        TreeMap<ReportingMonth, MonthCounts> months = new TreeMap<>();
        line.months().stream()
                .filter(month -> month.figure().reportedValue().isPresent())
                .forEach(month -> months.put(month.month(), new MonthCounts(line.measure(), month)));
        return months;
    }

    /** The months with figures that a quarter is made of, or the last of which it is. */
    private static List<MonthCounts> parts(MeasureLine line, FiscalQuarter quarter) {
        List<ReportingMonth> due =
                line.measure().frequency() == Frequency.QUARTERLY ? List.of(quarter.lastMonth()) : quarter.months();
        TreeMap<ReportingMonth, MonthCounts> months = months(line);
        return due.stream()
                .flatMap(month -> Optional.ofNullable(months.get(month)).stream())
                .toList();
    }

    /** Whether the quarter's figure is made of several months, and not that of one. */
    private static boolean isMadeOfMonths(MeasureLine line, FiscalQuarter quarter) {
        Measure measure = line.measure();
        return measure.frequency() != Frequency.QUARTERLY
                && !measure.aggregation().takesLastMonth()
                && measure.aggregation() != Aggregation.RANK
                && parts(line, quarter).size() > 1;
    }

    private static BigDecimal sum(List<MonthCounts> parts, Function<MonthCounts, Optional<BigDecimal>> count) {
        return parts.stream().flatMap(part -> count.apply(part).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
