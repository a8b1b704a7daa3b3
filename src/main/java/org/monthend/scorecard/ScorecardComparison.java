package org.monthend.scorecard;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.PageText;
import org.monthend.scorecard.Revision.Block;
import org.monthend.scorecard.Revision.Statement;
import org.monthend.scorecard.Revision.Statement.Kind;

/**
 * What one scorecard says otherwise than an earlier one of the same month. There is no difference exactly when both say
 * the same in everything but the numbers of the statements they rest on: a figure that was revised and revised back is
 * the figure that it was.
 */
public final class ScorecardComparison {

    private final List<Revision> revisions = new ArrayList<>();

    private ScorecardComparison() {}

    /** All differences, in the order of the page. */
    public static List<Revision> between(Scorecard before, Scorecard after) {
        ScorecardComparison comparison = new ScorecardComparison();
        comparison.measures(before, after);
        comparison.parts(before, after);
        comparison.finance(before, after);
        comparison.categories(Block.DISTRIBUTION, before.distributions(), after.distributions());
        comparison.categories(Block.AUDIT, before.auditOpinions(), after.auditOpinions());
        comparison.projects(before, after);
        comparison.texts(before, after);
        return List.copyOf(comparison.revisions);
    }

    private void measures(Scorecard before, Scorecard after) {
        Map<String, MeasureLine> earlier =
                byCode(before.measures(), line -> line.measure().code());
        Map<String, MeasureLine> later =
                byCode(after.measures(), line -> line.measure().code());
        for (String code : codes(later, earlier)) {
            Optional<MeasureLine> was = Optional.ofNullable(earlier.get(code));
            Optional<MeasureLine> is = Optional.ofNullable(later.get(code));
            Subject subject = new Subject(
                    Block.MEASURES,
                    code,
                    is.or(() -> was).orElseThrow().measure().printedName());
            if (was.isPresent() && is.isPresent()) {
                attributes(subject, was.map(MeasureLine::measure), is.map(MeasureLine::measure));
                new MeasureComparison(was.get(), is.get(), after.month())
                        .differences()
                        .forEach(difference -> add(subject, difference));
            } else {
                add(subject, presence("measure", was.isPresent(), is.isPresent()));
            }
        }
        order(Block.MEASURES, "measures", earlier, later);
    }

    /** None of it is on the page, which is of the whole. */
    private void parts(Scorecard before, Scorecard after) {
        Map<String, PartLine> earlier = byCode(lines(before), PartLine::code);
        Map<String, PartLine> later = byCode(lines(after), PartLine::code);
        for (String code : codes(later, earlier)) {
            Optional<PartLine> was = Optional.ofNullable(earlier.get(code));
            Optional<PartLine> is = Optional.ofNullable(later.get(code));
            Subject subject = new Subject(
                    Block.ORGANISATIONS, code, is.or(() -> was).orElseThrow().name());
            List<Difference> differences = was.isPresent() && is.isPresent()
                    ? new MeasureComparison(was.get().line(), is.get().line(), after.month()).differences()
                    : List.of(presence("measure", was.isPresent(), is.isPresent()));
            differences.forEach(each ->
                    add(subject, new Difference(each.item(), each.before(), each.after(), false, each.statements())));
        }
    }

    private record PartLine(ScorecardPart part, MeasureLine line) {

        String code() {
            return part.organisation().code() + " " + line.measure().code();
        }

        String name() {
            return line.measure().name() + ", " + part.organisation().name();
        }
    }

    private static List<PartLine> lines(Scorecard scorecard) {
        return scorecard.parts().stream()
                .flatMap(part -> part.measures().stream().map(line -> new PartLine(part, line)))
                .toList();
    }

    private static Difference presence(String what, boolean before, boolean after) {
        return new Difference(what, presence(before), presence(after), true, List.of());
    }

    private static String presence(boolean isThere) {
        return isThere ? "on the scorecard" : "not on it";
    }

    private void finance(Scorecard before, Scorecard after) {
        Map<String, FinancePosition> earlier =
                byCode(before.finance(), position -> position.line().code());
        Map<String, FinancePosition> later =
                byCode(after.finance(), position -> position.line().code());
        for (String code : codes(later, earlier)) {
            Optional<FinancePosition> was = Optional.ofNullable(earlier.get(code));
            Optional<FinancePosition> is = Optional.ofNullable(later.get(code));
            FinancePosition shown = is.or(() -> was).orElseThrow();
            Subject subject = new Subject(Block.FINANCE, code, shown.line().name());
            List<Statement> statements = statement(Kind.FINANCE_POSITION, shown.revisionId());
            attributes(subject, was.map(FinancePosition::line), is.map(FinancePosition::line));
            item("budget", statements)
                    .or(was.map(FinancePosition::printedBudget), is.map(FinancePosition::printedBudget))
                    .or(exact(was.flatMap(FinancePosition::budget)), exact(is.flatMap(FinancePosition::budget)))
                    .addTo(subject);
            item("forecast", statements)
                    .or(was.map(FinancePosition::printedForecast), is.map(FinancePosition::printedForecast))
                    .or(exact(was.flatMap(FinancePosition::forecast)), exact(is.flatMap(FinancePosition::forecast)))
                    .or(exact(was.flatMap(FinancePosition::progress)), exact(is.flatMap(FinancePosition::progress)))
                    .addTo(subject);
            item("variance", statements)
                    .or(was.map(FinancePosition::printedVariance), is.map(FinancePosition::printedVariance))
                    .or(
                            exact(was.flatMap(FinancePosition::reportedVariance)),
                            exact(is.flatMap(FinancePosition::reportedVariance)))
                    .or(
                            exact(was.flatMap(FinancePosition::computedVariance)),
                            exact(is.flatMap(FinancePosition::computedVariance)))
                    .addTo(subject);
            // What an edition of an earlier time did not tell is no revision. Nor is past accuracy, which is of other
            // years.
            was.flatMap(FinancePosition::outlook)
                    .ifPresent(then -> is.flatMap(FinancePosition::outlook)
                            .ifPresent(now -> outlook(subject, then, now, after.month())));
        }
        order(Block.FINANCE, "finance lines", earlier, later);
    }

    private void outlook(Subject subject, FinanceOutlook before, FinanceOutlook after, ReportingMonth month) {
        Map<ReportingMonth, SpendMonth> earlier = before.months().stream()
                .collect(Collectors.toMap(SpendMonth::month, Function.identity(), (one, next) -> next, TreeMap::new));
        Map<ReportingMonth, SpendMonth> later = after.months().stream()
                .collect(Collectors.toMap(SpendMonth::month, Function.identity(), (one, next) -> next, TreeMap::new));
        Set<ReportingMonth> months = new TreeSet<>(earlier.keySet());
        months.addAll(later.keySet());
        List<Statement> all = new ArrayList<>();
        for (ReportingMonth each : months) {
            Optional<SpendMonth> was = Optional.ofNullable(earlier.get(each));
            Optional<SpendMonth> is = Optional.ofNullable(later.get(each));
            List<Statement> statements = statement(
                    Kind.FINANCE_POSITION, is.or(() -> was).orElseThrow().revisionId());
            Difference.Sought.offPage("spend to " + each.label(), statements)
                    .or(said(was, each.equals(month)), said(is, each.equals(month)))
                    .found()
                    .ifPresent(difference -> {
                        add(subject, difference);
                        all.addAll(statements);
                    });
        }
        Difference.Sought.offPage("outturn", List.copyOf(all))
                .or(before.sentence(), after.sentence())
                .or(words(before), words(after))
                .found()
                .ifPresent(difference -> add(subject, difference));
    }

    /** Budget and the team's outturn of the scorecard's own month are compared as they are printed. */
    private static String said(Optional<SpendMonth> month, boolean isPrinted) {
        return month.map(each -> String.join(
                        ", ",
                        exact(each.spendToDate()).orElse("not stated"),
                        "committed " + exact(each.committed()).orElse("not stated"),
                        isPrinted
                                ? ""
                                : "budget " + exact(each.budget()).orElse("not stated") + ", forecast "
                                        + exact(each.expected()).orElse("not stated")))
                .orElse("");
    }

    private static String words(FinanceOutlook outlook) {
        return String.join(
                ", ",
                outlook.outturn().toString(),
                exact(outlook.committed()).orElse(""),
                exact(outlook.budget()).orElse(""));
    }

    private void categories(Block block, List<CategoryFigure> before, List<CategoryFigure> after) {
        Map<String, CategoryFigure> earlier = byCode(before, ScorecardComparison::code);
        Map<String, CategoryFigure> later = byCode(after, ScorecardComparison::code);
        Kind kind = block == Block.AUDIT ? Kind.AUDIT_OPINION : Kind.DISTRIBUTION;
        for (String code : codes(later, earlier)) {
            Optional<CategoryFigure> was = Optional.ofNullable(earlier.get(code));
            Optional<CategoryFigure> is = Optional.ofNullable(later.get(code));
            CategoryFigure shown = is.or(() -> was).orElseThrow();
            Subject subject = new Subject(
                    block, shown.category().scheme(), shown.category().schemeName());
            attributes(subject, was.map(CategoryFigure::category), is.map(CategoryFigure::category));
            item(shown.category().name(), statement(kind, shown.revisionId()))
                    .or(was.map(CategoryFigure::printed), is.map(CategoryFigure::printed))
                    .or(exact(was.map(CategoryFigure::value)), exact(is.map(CategoryFigure::value)))
                    .addTo(subject);
        }
        order(block, "categories", earlier, later);
    }

    private static String code(CategoryFigure figure) {
        return figure.category().scheme() + " " + figure.category().code();
    }

    private void projects(Scorecard before, Scorecard after) {
        Map<String, ProjectStatus> earlier =
                byCode(before.projects(), status -> status.project().code());
        Map<String, ProjectStatus> later =
                byCode(after.projects(), status -> status.project().code());
        for (String code : codes(later, earlier)) {
            Optional<ProjectStatus> was = Optional.ofNullable(earlier.get(code));
            Optional<ProjectStatus> is = Optional.ofNullable(later.get(code));
            ProjectStatus shown = is.or(() -> was).orElseThrow();
            Subject subject = new Subject(Block.PROJECTS, code, shown.project().name());
            List<Statement> statements = statement(Kind.PROJECT_STATUS, shown.revisionId());
            attributes(subject, was.map(ProjectStatus::project), is.map(ProjectStatus::project));
            item("progress", statements)
                    .or(was.map(ProjectStatus::progressRag), is.map(ProjectStatus::progressRag))
                    .addTo(subject);
            item("forecast variance", statements)
                    .or(was.map(ProjectStatus::financeRag), is.map(ProjectStatus::financeRag))
                    .addTo(subject);
            item("status", statements)
                    .or(was.map(ProjectStatus::narrative), is.map(ProjectStatus::narrative))
                    .addTo(subject);
        }
        order(Block.PROJECTS, "projects", earlier, later);
    }

    /** Several texts of one place and mark are compared as one. */
    private void texts(Scorecard before, Scorecard after) {
        Subject page = new Subject(Block.TEXTS, "", "Page");
        attributes(page, Optional.of(before.organisation()), Optional.of(after.organisation()));
        Map<String, String> earlier = texts(before);
        Map<String, String> later = texts(after);
        for (String place : codes(later, earlier)) {
            item(place.strip(), List.of())
                    .or(Optional.ofNullable(earlier.get(place)), Optional.ofNullable(later.get(place)))
                    .addTo(page);
        }
        order(Block.TEXTS, "texts", earlier, later);
    }

    private static Map<String, String> texts(Scorecard scorecard) {
        return scorecard.texts().stream()
                .collect(Collectors.toMap(
                        text -> text.place() + " " + text.mark(),
                        PageText::text,
                        (one, next) -> one + "\n" + next,
                        LinkedHashMap::new));
    }

    /** What both have, but in another order. */
    private void order(Block block, String what, Map<String, ?> earlier, Map<String, ?> later) {
        item("order of " + what, List.of())
                .or(common(earlier, later), common(later, earlier))
                .addTo(new Subject(block, "", "Page"));
    }

    private static Optional<String> common(Map<String, ?> one, Map<String, ?> other) {
        return Optional.of(one.keySet().stream()
                .filter(other::containsKey)
                .map(String::strip)
                .collect(Collectors.joining(", ")));
    }

    /** What the catalogue says of a thing, attribute by attribute; a thing that one of them has not is told whole. */
    private void attributes(Subject subject, Optional<? extends Record> was, Optional<? extends Record> is) {
        if (was.isEmpty() || is.isEmpty()) {
            add(subject, presence("line", was.isPresent(), is.isPresent()));
            return;
        }
        if (was.get().equals(is.get())) {
            return;
        }
        for (RecordComponent component : is.get().getClass().getRecordComponents()) {
            item(words(component.getName()), List.of())
                    .or(Optional.of(text(component, was.get())), Optional.of(text(component, is.get())))
                    .addTo(subject);
        }
    }

    /** printedName is the printed name. */
    private static String words(String component) {
        return component.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String text(RecordComponent component, Record thing) {
        try {
            Object value = component.getAccessor().invoke(thing);
            Object said = value instanceof Optional<?> optional
                    ? optional.map(Object.class::cast).orElse("")
                    : value;
            return said instanceof Enum<?> choice
                    ? choice.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    : String.valueOf(said);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " of " + thing + " cannot be read", e);
        }
    }

    private Item item(String name, List<Statement> statements) {
        return new Item(new Difference.Sought(name, statements));
    }

    private static Optional<String> exact(Optional<BigDecimal> number) {
        return number.map(MeasureComparison::plain);
    }

    /** One thing to compare: first as the page prints it, then ever more exactly. */
    private final class Item {

        private final Difference.Sought sought;

        private Item(Difference.Sought sought) {
            this.sought = sought;
        }

        private Item or(Optional<String> before, Optional<String> after) {
            return new Item(sought.or(before.orElse(""), after.orElse("")));
        }

        private void addTo(Subject subject) {
            sought.found().ifPresent(difference -> add(subject, difference));
        }
    }

    private void add(Subject subject, Difference difference) {
        revisions.add(new Revision(
                subject.block(),
                subject.code(),
                subject.name(),
                difference.item(),
                difference.before(),
                difference.after(),
                difference.isOnPage(),
                difference.statements(),
                Optional.empty()));
    }

    private record Subject(Block block, String code, String name) {}

    private static <T> Map<String, T> byCode(List<T> things, Function<T, String> code) {
        return things.stream()
                .collect(Collectors.toMap(code, Function.identity(), (one, next) -> next, LinkedHashMap::new));
    }

    private static Set<String> codes(Map<String, ?> later, Map<String, ?> earlier) {
        Set<String> codes = new LinkedHashSet<>(later.keySet());
        codes.addAll(earlier.keySet());
        return codes;
    }

    static List<Statement> statement(Kind kind, OptionalLong id) {
        return id.isPresent() ? List.of(new Statement(kind, id.getAsLong())) : List.of();
    }
}
