package org.monthend.extract.suggest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.FoldedName;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.LayoutPart;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Unit;
import org.monthend.extract.CellWords;
import org.monthend.extract.Field;
import org.monthend.extract.Subject;
import org.monthend.extract.format.Cell;
import org.monthend.extract.format.CellValue;

/** Puts together the layout of one table, part by part, each with its reason. */
final class TableProposal {

    private static final ReportingMonth BEGINNING = new ReportingMonth(2000, 1);
    private static final Set<String> FIGURES = Set.of("numerator", "denominator", "value");

    private final SheetLook look;
    private final Block block;
    private final Edges edges;
    private final KnownRecords known;
    private final String fileName;
    private final List<Profile> columns;
    private final List<SuggestedPart> parts = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> notUnderstood = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();
    private final List<Profile> figures = new ArrayList<>();
    private final List<Profile> naming = new ArrayList<>();

    private TableProposal(SheetLook look, Block block, int upTo, KnownRecords known, String fileName) {
        this.look = look;
        this.block = block;
        this.edges = new Edges(look, block, upTo);
        this.known = known;
        this.fileName = fileName;
        this.columns = block.columns().stream()
                .map(column -> Profile.of(look, block, column))
                .toList();
    }

    /**
     * What is proposed, before it was tried.
     *
     * @param upTo the row at which the next table of the sheet begins
     * @param sheetWords the words for the sheet's name; empty where none are needed
     */
    static Draft draft(
            SheetLook look,
            Block block,
            int upTo,
            KnownRecords known,
            String fileName,
            String code,
            Optional<SuggestedPart> sheet) {
        return new TableProposal(look, block, upTo, known, fileName).draft(code, sheet);
    }

    private Draft draft(String code, Optional<SuggestedPart> sheet) {
        Optional<MonthPlace> month = new MonthFinder(look, block, columns, fileName, notUnderstood).find();
        month.ifPresent(place -> taken.addAll(place.columns()));
        OrganisationFinder organisations = new OrganisationFinder(known, look, block, fileName);
        Optional<OrganisationPlace> organisation = organisations.byName(naming());
        organisation.ifPresent(this::take);
        Optional<Lead> lead = new LeadFinder(known, naming()).find();
        lead.ifPresent(found -> taken.add(found.column().column()));
        if (organisation.isEmpty()) {
            organisation = byHeading(organisations);
            organisation.ifPresent(this::take);
        }
        boolean monthsAcross = month.map(MonthPlace::isAcross).orElse(false);
        Optional<MeasuresAcross.Found> measures =
                lead.isPresent() || monthsAcross ? Optional.empty() : MeasuresAcross.find(free(), known.measures());
        if (measures.isPresent() && organisation.isEmpty()) {
            organisation = organisations.firstOfWords(naming());
            organisation.ifPresent(this::take);
        }
        boolean rowsAreOrganisations =
                organisation.flatMap(OrganisationPlace::column).isPresent();
        if (lead.isEmpty() && measures.isEmpty() && !rowsAreOrganisations) {
            lead = new LeadFinder(known, naming()).firstOfWords();
            lead.ifPresent(found -> taken.add(found.column().column()));
        }
        Optional<SuggestedPart> names = organisationNames(organisations, organisation);
        Subject subject = lead.map(Lead::subject).orElse(Subject.MEASURES);

        sheet.ifPresent(parts::add);
        parts.add(subjectPart(lead));
        tiers();
        lead.ifPresent(this::lead);
        if (lead.isEmpty() && monthsAcross) {
            missing.add("Months stand across, and nothing names the measure: add a row for it (title or constant).");
        }
        if (lead.isPresent() || monthsAcross) {
            fields(subject, month).values().forEach(this::column);
        } else {
            across(measures);
        }
        if (month.isPresent()) {
            parts.addAll(month.get().parts());
        } else {
            missing.add(
                    "Nothing says which month the figures are about: add a row for the month (column, across, title,"
                            + " sheet name or file name).");
        }
        parts.add(organisation.orElseGet(organisations::forAll).part());
        names.ifPresent(parts::add);
        rest(subject, lead, organisation);
        leftOver();
        doubles();
        Layout layout = new Layout(
                code,
                month.flatMap(MonthPlace::latest).orElse(BEGINNING),
                Optional.empty(),
                parts.stream().map(SuggestedPart::part).toList());
        return new Draft(layout, subject.lead(), parts, missing, notUnderstood);
    }

    /** The column that its heading tells; another that has none, where that heading stands over several columns. */
    private Optional<OrganisationPlace> byHeading(OrganisationFinder organisations) {
        Optional<OrganisationPlace> told = organisations.byHeading(naming());
        boolean shared = told.flatMap(OrganisationPlace::column)
                .filter(column -> !isHeadedAlone(column))
                .isPresent();
        return shared ? organisations.withoutHeading(naming()).or(() -> told) : told;
    }

    private boolean isHeadedAlone(Profile one) {
        return columns.stream()
                        .filter(column -> column.words().equals(one.words()))
                        .count()
                == 1;
    }

    private Optional<SuggestedPart> organisationNames(
            OrganisationFinder organisations, Optional<OrganisationPlace> organisation) {
        Optional<Profile> codes = organisation.flatMap(OrganisationPlace::column);
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        for (Profile column : free()) {
            Optional<SuggestedPart> names = organisations.names(codes.get(), column);
            if (names.isPresent() && !column.isFigures()) {
                taken.add(column.column());
                naming.add(column);
                return names;
            }
        }
        return Optional.empty();
    }

    private static SuggestedPart subjectPart(Optional<Lead> lead) {
        return lead.map(found -> new SuggestedPart(
                        new LayoutPart("rows are", "", found.subject().word(), ""),
                        "",
                        found.subjectConfidence(),
                        found.subjectReason(),
                        found.otherSubjects()))
                .orElseGet(() -> new SuggestedPart(
                        new LayoutPart("rows are", "", Subject.MEASURES.word(), ""),
                        "",
                        Confidence.LIKELY,
                        "its rows are organisations, and each column of figures seems to be a measure",
                        List.of()));
    }

    /** Measures across, or how to describe them where the catalogue knows none of them. */
    private void across(Optional<MeasuresAcross.Found> measures) {
        measures.ifPresent(found -> {
            parts.addAll(found.parts());
            missing.addAll(found.missing());
            found.columns().forEach(column -> {
                taken.add(column.column());
                figures.add(column);
            });
        });
        if (measures.isEmpty()) {
            // What cannot be told from the names alone is said with an example of the row that would say it.
            List<Profile> unknown = free().stream()
                    .filter(column -> column.isFigures() && column.hasHeading() && isHeadedAlone(column))
                    .toList();
            missing.add(
                    unknown.isEmpty()
                            ? "Nothing names what the rows are about."
                            : "No heading is a measure of the catalogue. For each that is wanted add a row such as: "
                                    + unknown.stream()
                                            .limit(2)
                                            .map(column -> "value of CODE | column | " + column.words())
                                            .collect(Collectors.joining("; ")));
        }
    }

    /** Columns that are taken for nothing yet. */
    private List<Profile> free() {
        return columns.stream()
                .filter(column -> !taken.contains(column.column()))
                .toList();
    }

    /** Columns that may name something and are taken for nothing yet. */
    private List<Profile> naming() {
        return columns.stream()
                .filter(column -> !taken.contains(column.column()) && column.isWords())
                .toList();
    }

    private void take(OrganisationPlace place) {
        place.column().ifPresent(column -> taken.add(column.column()));
    }

    private void tiers() {
        if (block.namedTiers() > 1) {
            String cells = "row %d to %d".formatted(block.headerRow() - block.namedTiers() + 1, block.headerRow());
            parts.add(new SuggestedPart(
                    new LayoutPart("header tiers", "", String.valueOf(block.namedTiers()), ""),
                    "A" + block.headerRow(),
                    Confidence.LIKELY,
                    "headings stand in " + cells,
                    List.of()));
        }
        if (block.tiers() > Block.MOST_TIERS) {
            missing.add(
                    "The headings stand in %d rows, and a layout can name the lowest %d: columns that differ further up only cannot be told apart."
                            .formatted(block.tiers(), Block.MOST_TIERS));
        }
    }

    private void lead(Lead lead) {
        lead.scheme()
                .ifPresent(scheme -> parts.add(new SuggestedPart(
                        new LayoutPart(Field.SCHEME.word(), "constant", scheme, ""),
                        lead.column().headingCell(),
                        lead.confidence(),
                        lead.reason(),
                        List.of())));
        if (lead.scheme().isEmpty() && lead.subject().fields().contains(Field.SCHEME)) {
            missing.add("Say which scheme of the catalogue the categories are of: add a row for the scheme.");
        }
        column(new FieldChoice(
                lead.subject().lead(), lead.column(), lead.confidence(), lead.reason(), lead.alternatives()));
    }

    private Map<Field, FieldChoice> fields(Subject subject, Optional<MonthPlace> month) {
        boolean across = month.map(MonthPlace::isAcross).orElse(false);
        if (!across) {
            Map<Field, FieldChoice> fields = FigureFields.choose(
                    subject,
                    columns.stream()
                            .filter(column -> !taken.contains(column.column()) && column.hasHeading())
                            .toList());
            fields.values().forEach(choice -> {
                taken.add(choice.column().column());
                figures.add(choice.column());
            });
            if (fields.isEmpty()) {
                missing.add("No column of figures was recognised.");
            }
            return fields;
        }
        columns.stream()
                .filter(column -> month.orElseThrow().columns().contains(column.column()))
                .forEach(figures::add);
        return acrossFields();
    }

    /** Where months stand across, a column may say which figure a row holds, and another may remark on it. */
    private Map<Field, FieldChoice> acrossFields() {
        Map<Field, FieldChoice> fields = new HashMap<>();
        for (Profile column : columns) {
            List<String> words = column.cells().stream()
                    .map(cell -> FoldedName.of(CellKind.words(cell)).text())
                    .distinct()
                    .toList();
            boolean says = column.hasHeading()
                    && !words.isEmpty()
                    && !taken.contains(column.column())
                    && FIGURES.containsAll(words);
            if (says && !fields.containsKey(Field.FIGURE)) {
                fields.put(
                        Field.FIGURE,
                        new FieldChoice(
                                Field.FIGURE,
                                column,
                                Confidence.CERTAIN,
                                "its cells say " + String.join(", ", words),
                                List.of()));
                taken.add(column.column());
            }
        }
        FigureFields.choose(
                        Subject.MEASURES,
                        columns.stream()
                                .filter(column ->
                                        !taken.contains(column.column()) && column.hasHeading() && !column.isFigures())
                                .toList())
                .values()
                .stream()
                .filter(choice -> choice.field() == Field.COMMENT)
                .forEach(choice -> {
                    fields.put(Field.COMMENT, choice);
                    taken.add(choice.column().column());
                });
        return fields;
    }

    private void column(FieldChoice choice) {
        Written written = written(choice);
        parts.add(new SuggestedPart(
                new LayoutPart(choice.field().word(), "column", choice.column().words(), written.unit()),
                choice.column().headingCell(),
                choice.confidence(),
                choice.reason() + (written.why().isEmpty() ? "" : "; " + written.why()),
                choice.alternatives()));
    }

    /** How the figures of a column are written, where they do not say so themselves. */
    private Written written(FieldChoice choice) {
        Profile column = choice.column();
        return switch (choice.field()) {
            case BUDGET, FORECAST, VARIANCE, SPEND_TO_DATE, COMMITTED ->
                column.holdsPounds()
                        ? new Written("pounds", "£ stands in its cells")
                        : new Written("", "no £ in its cells; whole pounds are assumed");
            case VALUE, SHARE -> percentages(column);
            default -> new Written("", "");
        };
    }

    private Written percentages(Profile column) {
        boolean saysPercent = column.headings().contains("%")
                || UsualWords.has(FoldedName.of(column.headings()).text(), "percentage");
        List<BigDecimal> plain = column.cells().stream()
                .filter(cell -> saysPercent || isOfPercentMeasure(cell))
                .map(Cell::value)
                .filter(CellValue.Number.class::isInstance)
                .map(CellValue.Number.class::cast)
                .filter(number -> !number.percentFormat())
                .map(CellValue.Number::value)
                .toList();
        boolean below = !plain.isEmpty()
                && plain.stream().allMatch(value -> value.abs().compareTo(BigDecimal.ONE) <= 0)
                && plain.stream().anyMatch(value -> value.stripTrailingZeros().scale() > 0);
        if (below) {
            return new Written(
                    "fraction",
                    "its percentages are written as fractions, such as "
                            + plain.get(0).toPlainString());
        }
        if (saysPercent && !plain.isEmpty()) {
            return new Written("percent", "'%' stands in the heading alone");
        }
        return new Written("", column.holdsPercentages() ? "% stands in its cells" : "");
    }

    private boolean isOfPercentMeasure(Cell cell) {
        return look.row(cell.row()).values().stream()
                .map(CellKind::words)
                .map(known.measures()::find)
                .flatMap(Optional::stream)
                .map(code -> known.catalogue().measure(code))
                .flatMap(Optional::stream)
                .map(Measure::unit)
                .anyMatch(unit -> unit == Unit.PERCENT);
    }

    private void rest(Subject subject, Optional<Lead> lead, Optional<OrganisationPlace> organisation) {
        if (subject != Subject.PROJECTS) {
            parts.addAll(new CodeFinder(edges.lines(), notUnderstood).codes(look, figures));
        }
        strangeWords();
        List<Profile> names = new ArrayList<>(naming);
        lead.map(Lead::column)
                .or(() -> organisation.flatMap(OrganisationPlace::column))
                .ifPresent(column -> {
                    names.add(0, column);
                    Names known = lead.map(this::names).orElse(this.known.organisations());
                    parts.addAll(edges.passOver(lead.isPresent() ? List.of(column) : names, known, notUnderstood));
                    int first = parts.stream()
                            .filter(part -> part.part().where().equals("column"))
                            .map(part -> firstColumn(part.cell()))
                            .min(Integer::compare)
                            .orElse(column.column());
                    edges.notes(first).ifPresent(parts::add);
                });
    }

    private int firstColumn(String cell) {
        return columns.stream()
                .filter(column -> column.headingCell().equals(cell))
                .map(Profile::column)
                .min(Integer::compare)
                .orElse(Integer.MAX_VALUE);
    }

    private Names names(Lead lead) {
        return switch (lead.subject()) {
            case MEASURES -> known.measures();
            case FINANCE -> known.lines();
            case PROJECTS -> known.projects();
            case DISTRIBUTION, AUDIT_OPINIONS ->
                Optional.ofNullable(known.schemes().get(lead.scheme().orElse("")))
                        .orElse(known.measures());
        };
    }

    /** Words where a figure is expected. */
    private void strangeWords() {
        List<Cell> words = figures.stream()
                .filter(Profile::isFigures)
                .flatMap(column -> column.cells().stream())
                .filter(cell -> CellKind.of(cell) == CellKind.WORDS || CellKind.of(cell) == CellKind.MONTH)
                .toList();
        if (!words.isEmpty()) {
            notUnderstood.add("%d cells among the figures hold words that are no known code, such as %s '%s'."
                    .formatted(words.size(), words.get(0).address(), CellWords.quoted(CellKind.words(words.get(0)))));
        }
    }

    private void leftOver() {
        List<String> headed = columns.stream()
                .filter(column -> !taken.contains(column.column()) && column.hasHeading())
                .map(column ->
                        "%s '%s' (%s)".formatted(column.letters(), CellWords.quoted(column.headings()), kind(column)))
                .toList();
        if (!headed.isEmpty()) {
            notUnderstood.add("Columns not used: " + some(headed) + ".");
        }
        List<String> headless = columns.stream()
                .filter(column -> !taken.contains(column.column()) && !column.hasHeading() && !column.isBlank())
                .map(column -> "%s ('%s')"
                        .formatted(
                                column.letters(),
                                CellWords.quoted(CellKind.words(column.cells().get(0)))))
                .toList();
        if (!headless.isEmpty()) {
            notUnderstood.add("Columns without a heading, which no layout can name: " + some(headless) + ".");
        }
        if (look.isWider()) {
            notUnderstood.add("Only the first " + SheetLook.COLUMNS + " columns were looked at.");
        }
    }

    private static String kind(Profile column) {
        if (column.isBlank()) {
            return "blank";
        }
        return column.isFigures() ? "figures" : column.isMonths() ? "dates" : "words";
    }

    private static String some(List<String> all) {
        String more = all.size() > 8 ? " and " + (all.size() - 8) + " more" : "";
        return all.stream().limit(8).collect(Collectors.joining(", ")) + more;
    }

    /** Headings by which a layout cannot tell two columns apart. */
    private void doubles() {
        Map<String, List<Profile>> alike = columns.stream()
                .filter(Profile::hasHeading)
                .collect(Collectors.groupingBy(
                        column -> FoldedName.of(column.words()).text()));
        parts.stream()
                .filter(part -> part.part().where().equals("column"))
                .map(part ->
                        alike.getOrDefault(FoldedName.of(part.part().words()).text(), List.of()))
                .filter(same -> same.size() > 1 && !same.stream().allMatch(column -> taken.contains(column.column())))
                .distinct()
                .forEach(same ->
                        missing.add("The heading '%s' stands over the columns %s: a layout cannot tell them apart."
                                .formatted(
                                        CellWords.quoted(same.get(0).headings()),
                                        some(same.stream().map(Profile::letters).toList()))));
    }

    /** @param why in words, empty when there is nothing to say */
    private record Written(String unit, String why) {}

    /** @param lead the field that names a row */
    record Draft(
            Layout layout, Field lead, List<SuggestedPart> parts, List<String> missing, List<String> notUnderstood) {}
}
