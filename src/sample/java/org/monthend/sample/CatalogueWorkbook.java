package org.monthend.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.FinanceLine;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Lifecycle;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.PageText;
import org.monthend.catalogue.Polarity;
import org.monthend.catalogue.RuleSetting;
import org.monthend.catalogue.Severity;
import org.monthend.catalogue.Unit;
import org.monthend.sample.CatalogueSheet.Column;

/** Writes the catalogue: the workbook in which a steward says what is measured, due and expected. */
final class CatalogueWorkbook {

    /** A return may also come once, a measure may not. */
    private static final Frequency[] OF_MEASURES = {Frequency.MONTHLY, Frequency.QUARTERLY};

    private static final String YES_NO = "y,n";
    private static final String MEASURES = "=Measures!$A$2:$A$300";
    private static final String ORGANISATIONS = "=Organisations!$A$2:$A$100";
    private static final String RETURNS = "=Returns!$A$2:$A$100";
    private static final String MEASURE = "Code of the measure, as on the sheet Measures.";
    private static final String ORGANISATION = "Code of the organisation, as on the sheet Organisations.";
    private static final String POSITION = "Place in the order on the page, from 1.";

    private static final String DEFINING = "1F4E78";
    private static final String COLLECTING = "548235";
    private static final String SHOWING = "7F6000";

    private static final ReportingMonth NEW_TARGETS = new ReportingMonth(2015, 4);

    /** Targets of 2014/15, where they were others than now. */
    private static final Map<String, String> TARGETS_2014_15 = Map.of(
            "REREFERRAL_PCT", "30",
            "CPP_2YEARS_PCT", "12",
            "CIC_STABILITY_LONG_PCT", "65",
            "PROCEEDINGS_WEEKS", "30",
            "CARE_LEAVER_EET_PCT", "50");

    /** How far a miss may lie from the target and still be called within tolerance. */
    private static final Map<String, String> TOLERANCES = Map.ofEntries(
            Map.entry("REREFERRAL_PCT", "2"),
            Map.entry("ASSESSMENT_TIMELY_PCT", "5"),
            Map.entry("CP_VISIT_TIMELY_PCT", "5"),
            Map.entry("CPP_SECOND_PCT", "2"),
            Map.entry("CPP_2YEARS_PCT", "2"),
            Map.entry("CASE_FILE_RI_PLUS_PCT", "3"),
            Map.entry("CIC_STABILITY_LONG_PCT", "3"),
            Map.entry("CIC_3PLACEMENTS_PCT", "2"),
            Map.entry("ADOPTION_A1_DAYS", "28"),
            Map.entry("PROCEEDINGS_WEEKS", "2"),
            Map.entry("CARE_LEAVER_EET_PCT", "3"),
            Map.entry("CARE_LEAVER_ACCOM_PCT", "3"));

    private final Seed seed;

    CatalogueWorkbook(Seed seed) {
        this.seed = seed;
    }

    void write(Path file) throws IOException {
        Pen pen = new Pen(new Hand("Calibri", 11, "1F4E78", "FFFFFF", true));
        List.of(
                        measures(),
                        targets(),
                        baselines(),
                        organisations(),
                        returns(),
                        layouts(),
                        financeLines(),
                        projects(),
                        categories(),
                        rules(),
                        page())
                .forEach(sheet -> sheet.draw(pen));
        WorkbookFile.write(pen.workbook(), file, "Data steward", LocalDateTime.of(2015, 12, 21, 16, 0));
    }

    private CatalogueSheet measures() {
        return new CatalogueSheet(
                "Measures",
                DEFINING,
                List.of(
                        Column.of("Code", 26, "Short name that never changes, in capitals. Returns may use it."),
                        Column.of("Name", 48, "Name of the measure. Returns may use it instead of the code."),
                        Column.of("Printed name", 40, "Name on the page, if it is another one. May be left blank."),
                        Column.of(
                                "Name status",
                                16,
                                "'printed', or 'inferred (35%)' where the original name was lost and this is the likeliest."),
                        Column.of("Section", 12, "Section of the page.", "services,workforce"),
                        Column.of("Block", 10, "Left or right half of the section.", "left,right"),
                        Column.of("Position", 11, "Place within the block, from 1."),
                        Column.of(
                                "Contract",
                                13,
                                "y: a contract measure, printed with the mark. 'inferred y' where that is only likely.",
                                "y,n,inferred y"),
                        Column.of("Unit", 14, "What the measure counts in.", words(Unit.values(), Unit::word)),
                        Column.of("Decimals", 11, "Decimal places shown on the page."),
                        Column.of("Numerator", 40, "What is counted on top. Blank for a plain count."),
                        Column.of("Denominator", 34, "What it is divided by. Blank for a plain count."),
                        Column.of("Definition", 70, "What is measured, in one sentence."),
                        Column.of(
                                "Polarity",
                                11,
                                "Whether a higher or a lower figure is better; context where neither is.",
                                words(Polarity.values(), Polarity::word)),
                        Column.of("Frequency", 13, "How often it is reported.", words(OF_MEASURES, Frequency::word)),
                        Column.of(
                                "Aggregation",
                                15,
                                "How months become a quarter. flow: sum. flow_mean: mean month. stock, rolling_3m,"
                                        + " stock_ratio: last month. ratio: sum of numerators over sum of denominators.",
                                words(Aggregation.values(), Aggregation::word)),
                        Column.of(
                                "Lifecycle",
                                18,
                                "Where the measure stands in its life.",
                                words(Lifecycle.values(), Lifecycle::word)),
                        Column.of("Show trend", 13, "y: the page shows an arrow where one can be drawn.", YES_NO),
                        Column.of(
                                "Return",
                                9,
                                "Code of the return that states it, as on the sheet Returns. Blank: none does.",
                                RETURNS)),
                seed.measures().stream().map(this::measure).toList());
    }

    private List<Object> measure(Measure measure) {
        return List.of(
                measure.code(),
                measure.name(),
                measure.printedName().equals(measure.name()) ? "" : measure.printedName(),
                measure.nameStatus(),
                measure.section(),
                measure.block(),
                BigDecimal.valueOf(measure.position()),
                measure.contract(),
                measure.unit().word(),
                BigDecimal.valueOf(measure.decimals()),
                measure.numerator(),
                measure.denominator(),
                measure.definition(),
                measure.polarity().word(),
                measure.frequency().word(),
                measure.aggregation().word(),
                measure.lifecycle().word(),
                measure.showsTrend() ? "y" : "n",
                TeamReturn.of(measure.code()).map(TeamReturn::name).orElse(""));
    }

    private CatalogueSheet targets() {
        List<List<Object>> rows = new ArrayList<>();
        for (Seed.PrintedLine line : seed.lines()) {
            PrintedFigure.read(line.target()).ifPresent(target -> {
                String from = SampleMonths.FIRST.toString();
                String earlier = TARGETS_2014_15.getOrDefault(line.measure(), "");
                if (!earlier.isEmpty()) {
                    rows.add(target(
                            line.measure(),
                            Trust.CODE,
                            from,
                            NEW_TARGETS.minusMonths(1).toString(),
                            new BigDecimal(earlier)));
                    from = NEW_TARGETS.toString();
                }
                rows.add(target(line.measure(), Trust.CODE, from, "", target.value()));
            });
        }
        rows.addAll(targetsOfLocalities());
        return new CatalogueSheet(
                "Targets",
                DEFINING,
                List.of(
                        Column.of("Measure", 26, MEASURE, MEASURES),
                        Column.of("Organisation", 16, ORGANISATION, ORGANISATIONS),
                        Column.of("From", 10, "First month that the target holds for, such as 2014-10."),
                        Column.of("To", 10, "Last month that it holds for. Blank while it holds on."),
                        Column.of("Target", 10, "In the measure's unit: 25 for 25%. Blank for a band."),
                        Column.of(
                                "Low", 10, "Lower end of a band; the target is met inside. Blank for a single value."),
                        Column.of("High", 10, "Upper end of a band. Blank for a single value."),
                        Column.of(
                                "Tolerance",
                                11,
                                "How far a miss may lie from the target and still be 'within tolerance', in the measure's unit.")),
                rows);
    }

    /** Every locality that reports a measure has the trust's own target, from the trust's second year on. */
    private List<List<Object>> targetsOfLocalities() {
        return seed.lines().stream()
                .filter(line -> Locality.report(line.measure()))
                .flatMap(line -> PrintedFigure.read(line.target()).stream()
                        .flatMap(target -> Arrays.stream(Locality.values())
                                .map(place -> target(
                                        line.measure(), place.name(), NEW_TARGETS.toString(), "", target.value()))))
                .toList();
    }

    private static List<Object> target(String measure, String organisation, String from, String to, BigDecimal target) {
        return List.of(
                measure, organisation, from, to, target, "", "", numberOrBlank(TOLERANCES.getOrDefault(measure, "")));
    }

    private CatalogueSheet baselines() {
        return new CatalogueSheet(
                "Baselines",
                DEFINING,
                List.of(
                        Column.of("Measure", 26, MEASURE, MEASURES),
                        Column.of(
                                "Rank",
                                10,
                                "National quartile: A is the top one, D the bottom one. '-' or blank without a rank.",
                                "A,B,C,D,-"),
                        Column.of(
                                "National average",
                                17,
                                "Where a rank is not appropriate, in the measure's unit: 82 for 82%."),
                        Column.of("Figure", 10, "The organisation's own baseline in the measure's unit; '-' or blank."),
                        Column.of("Source", 60, "Where the figures were taken from.")),
                seed.lines().stream().map(CatalogueWorkbook::baseline).toList());
    }

    private static List<Object> baseline(Seed.PrintedLine line) {
        boolean isAverage = PrintedFigure.read(line.rank()).isPresent();
        boolean isRanked = line.rank().matches("[A-D]");
        boolean hasFigure = PrintedFigure.read(line.baseline()).isPresent();
        return List.of(
                line.measure(),
                isAverage ? "" : line.rank(),
                isAverage ? numberOr(line.rank()) : "",
                numberOr(line.baseline()),
                isAverage || isRanked
                        ? "National statistics for 2013/14"
                        : hasFigure ? "Local figure when the Trust began" : "");
    }

    private CatalogueSheet organisations() {
        return new CatalogueSheet(
                "Organisations",
                DEFINING,
                List.of(
                        Column.of("Code", 14, "Short name that never changes, in capitals."),
                        Column.of("Name", 40, "Full name. Returns may use either."),
                        Column.of("Level", 14, "What kind of organisation it is.", "trust,locality,team"),
                        Column.of(
                                "Parent",
                                14,
                                "Code of the organisation that it is part of. Blank for the one at the top.",
                                ORGANISATIONS)),
                List.of(
                        List.of(Trust.CODE, Trust.NAME, "trust", ""),
                        part(Locality.NORTH),
                        part(Locality.SOUTH),
                        part(Locality.EAST),
                        part(Locality.CENTRAL)));
    }

    private static List<Object> part(Locality locality) {
        return List.of(locality.name(), locality.title(), "locality", Trust.CODE);
    }

    private CatalogueSheet returns() {
        return new CatalogueSheet(
                "Returns",
                COLLECTING,
                List.of(
                        Column.of("Code", 8, "Short name of the return, in capitals."),
                        Column.of("Name", 30, "What it is called."),
                        Column.of("Organisation", 16, "Code of the organisation that owes it.", ORGANISATIONS),
                        Column.of(
                                "Frequency",
                                13,
                                "How often it is due; once for what comes only once, such as an earlier scorecard.",
                                words(Frequency.values(), Frequency::word)),
                        Column.of("Due working day", 18, "Working day of the following month by which it is due."),
                        Column.of("File name", 38, "What its files are called; * stands for any characters."),
                        Column.of(
                                "Tables",
                                26,
                                "Layouts that its workbook must hold, with semicolons between; ' or ' between alternatives."),
                        Column.of("Owner", 44, "Who is written to about it: better an office than a person."),
                        Column.of("E-mail", 36, "The address that questions about it are sent to; may be blank.")),
                Arrays.stream(TeamReturn.values())
                        .map(team -> List.<Object>of(
                                team.name(),
                                team.title(),
                                Trust.CODE,
                                team.frequency().word(),
                                BigDecimal.valueOf(team.dueWorkingDay()),
                                team.filePattern(),
                                team.tables(),
                                team.owner(),
                                team.email()))
                        .toList());
    }

    private static CatalogueSheet layouts() {
        return new CatalogueSheet(
                "Layouts",
                COLLECTING,
                List.of(
                        Column.of("Layout", 18, "Code of the layout. It describes one table on one sheet."),
                        Column.of("From", 10, "First month whose returns look like this."),
                        Column.of("To", 10, "Last such month. Blank while it holds on."),
                        Column.of(
                                "Part",
                                14,
                                "What is described: sheet, rows are, header tiers, a field, scheme, code, pass over, notes.",
                                "sheet,rows are,header tiers,measure,organisation,month,quarter,figure,numerator,denominator,"
                                        + "value,status,comment,category,count,share,line,budget,forecast,variance,"
                                        + "project,progress,finance,narrative,scheme,code,pass over,notes"),
                        Column.of(
                                "Where",
                                12,
                                "How it is found: by a column's heading, across, in a title above, in the file's or sheet's"
                                        + " name, or constant.",
                                "column,across,title,constant,file name,sheet name"),
                        Column.of(
                                "Words",
                                44,
                                "The words it is found by. {month}, {fiscal year}, {quarter} and {month end} stand for any; *"
                                        + " for any characters; ' > ' between the tiers of a heading."),
                        Column.of(
                                "Unit",
                                11,
                                "How its numbers are written. Blank: in the measure's own unit.",
                                "pounds,fraction,percent"),
                        Column.of("Note", 54, "For people.")),
                LayoutRows.all());
    }

    private CatalogueSheet financeLines() {
        List<Seed.PrintedFinance> lines = seed.finance();
        return new CatalogueSheet(
                "Finance lines",
                SHOWING,
                List.of(
                        Column.of("Code", 20, "Short name that never changes, in capitals."),
                        Column.of("Name", 40, "Name on the page; finance may use either."),
                        Column.of("Contract", 10, "y: a contract measure, printed with the mark.", YES_NO),
                        Column.of(
                                "Kind",
                                12,
                                "money; of which: part of the money line above, never added to it; percent: progress.",
                                words(FinanceLine.Kind.values(), FinanceLine.Kind::word)),
                        Column.of("Position", 11, POSITION)),
                IntStream.range(0, lines.size())
                        .mapToObj(index -> List.<Object>of(
                                lines.get(index).code(),
                                lines.get(index).name(),
                                lines.get(index).contract(),
                                lines.get(index).kind(),
                                BigDecimal.valueOf(index + 1)))
                        .toList());
    }

    private CatalogueSheet projects() {
        Map<String, String> sponsors = Map.of(
                "GROWING_FUTURES", "Head of Service, Early Help",
                "PAUSE", "Head of Service, Safeguarding",
                "EMPOWER_PROTECT", "Head of Service, Children in Care",
                "MOCKINGBIRD", "Fostering Service Manager");
        List<Seed.PrintedProject> projects = seed.projects();
        return new CatalogueSheet(
                "Projects",
                SHOWING,
                List.of(
                        Column.of("Code", 20, "Short name that never changes, in capitals."),
                        Column.of("Name", 64, "Name on the page; the programme office may use either."),
                        Column.of("Position", 11, POSITION),
                        Column.of("Sponsor", 36, "Who answers for it.")),
                IntStream.range(0, projects.size())
                        .mapToObj(index -> List.<Object>of(
                                projects.get(index).code(),
                                projects.get(index).name(),
                                BigDecimal.valueOf(index + 1),
                                sponsors.getOrDefault(projects.get(index).code(), "")))
                        .toList());
    }

    private CatalogueSheet categories() {
        Map<String, String> favourable =
                Map.of("I", "n", "G", "y", "O", "y", "NA", "n", "LA", "n", "Rea", "y", "Sub", "y");
        List<List<Object>> rows = new ArrayList<>();
        for (String scheme : List.of("CASE_AUDIT", "INTERNAL_AUDIT")) {
            for (Seed.PrintedCategory category : seed.categories(scheme)) {
                int position = seed.categories(scheme).indexOf(category) + 1;
                rows.add(List.of(
                        scheme,
                        category.schemeName(),
                        category.code(),
                        category.name(),
                        BigDecimal.valueOf(position),
                        favourable.getOrDefault(category.code(), "")));
            }
        }
        rows.add(List.of("RAG", "RAG", "R", "Red", BigDecimal.valueOf(1), "n"));
        rows.add(List.of("RAG", "RAG", "A", "Amber", BigDecimal.valueOf(2), ""));
        rows.add(List.of("RAG", "RAG", "G", "Green", BigDecimal.valueOf(3), "y"));
        return new CatalogueSheet(
                "Categories",
                SHOWING,
                List.of(
                        Column.of("Scheme", 18, "Code of the scheme that the category belongs to."),
                        Column.of("Scheme name", 28, "Its name on the page."),
                        Column.of("Code", 10, "Code of the category, as the page prints it."),
                        Column.of("Name", 28, "Its name. Returns may use either."),
                        Column.of("Position", 11, POSITION),
                        Column.of("Favourable", 14, "y, n, or blank where it is neither.", YES_NO)),
                rows);
    }

    private static CatalogueSheet rules() {
        return new CatalogueSheet(
                "Rules",
                COLLECTING,
                List.of(
                        Column.of("Rule", 8, "Code of the rule; never to be changed."),
                        Column.of(
                                "Severity",
                                11,
                                "REFUSE: the whole return. ERROR: the row does not load. QUERY: it loads, someone must explain."
                                        + " NOTE: said once.",
                                words(Severity.values(), Severity::name)),
                        Column.of(
                                "Tolerance",
                                11,
                                "What the rule may let pass, in its own unit; blank where it has none."),
                        Column.of("Title", 64, "What is wrong. For people.")),
                SampleRule.ALL.stream().map(CatalogueWorkbook::rule).toList());
    }

    private static List<Object> rule(SampleRule rule) {
        RuleSetting setting = rule.setting();
        return List.of(
                setting.rule(),
                setting.severity().name(),
                setting.tolerance().map(Object.class::cast).orElse(""),
                rule.title());
    }

    private CatalogueSheet page() {
        return new CatalogueSheet(
                "Page",
                SHOWING,
                List.of(
                        Column.of("Place", 20, "Where on the page the text stands."),
                        Column.of("Mark", 8, "Mark of a note."),
                        Column.of("Text", 120, "The text, word for word.")),
                seed.pageTexts().stream().map(CatalogueWorkbook::pageText).toList());
    }

    private static List<Object> pageText(PageText text) {
        return List.of(text.place(), text.mark(), text.text());
    }

    /** A printed figure as a number with its decimals; "-" and nothing stay as they are. */
    private static Object numberOr(String printed) {
        return PrintedFigure.read(printed)
                .map(figure -> (Object) figure.value())
                .orElse(printed);
    }

    private static Object numberOrBlank(String number) {
        return number.isEmpty() ? "" : new BigDecimal(number);
    }

    private static <E> String words(E[] values, Function<E, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.joining(","));
    }
}
