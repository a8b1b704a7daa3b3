package org.monthend.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.monthend.catalogue.Aggregation;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.Frequency;
import org.monthend.catalogue.Layout;
import org.monthend.catalogue.Measure;
import org.monthend.catalogue.Organisation;
import org.monthend.catalogue.Unit;
import org.monthend.extract.LayoutSketch;
import org.monthend.validate.SmallCatalogue;

/** What the steward of the nasties would write: their measures, their organisations and a layout for each shape. */
public final class NastiesCatalogue {

    private static final String COLUMNS = """
            measure      | column | Measure code
            organisation | column | Org code
            value        | column | Value | fraction
            comment      | column | Comment
            pass over    |        | Total*
            """;
    private static final String MONTH = "month | column | Month\n";
    private static final String FRACTION = "numerator | column | Numerator\ndenominator | column | Denominator\n";
    /** The heading "Numerator" stands over both columns of most of these files. */
    private static final String TWICE = "numerator | column | Numerator\ndenominator | column | Numerator\n";

    private static final String CODES = Stream.of(
                    "- = nothing to report",
                    "n/a = not available",
                    ".. = not available",
                    ". = not available",
                    "x = not available",
                    "z = not available",
                    "c = suppressed",
                    "low = suppressed",
                    "* = suppressed",
                    "<5 = suppressed",
                    "under development = under development",
                    "new measure = new measure")
            .map(code -> "code | | " + code)
            .collect(Collectors.joining("\n", "", "\n"));

    private static final Map<String, Layout> LAYOUTS = Map.of(
            "TIDY", LayoutSketch.layout("TIDY", COLUMNS + CODES + MONTH + FRACTION),
            "TWICE", LayoutSketch.layout("TWICE", COLUMNS + CODES + MONTH + TWICE),
            "NOTES", LayoutSketch.layout("NOTES", COLUMNS + CODES + MONTH + TWICE + "notes | | 1:*"),
            "DATA", LayoutSketch.layout("DATA", "sheet | | Data\n" + COLUMNS + CODES + MONTH + TWICE),
            "TITLE", LayoutSketch.layout("TITLE", COLUMNS + CODES + "month | title | {month}\n" + TWICE),
            "LATEST", LayoutSketch.layout("LATEST", """
                            header tiers |          | 2
                            measure      | column   | Measure
                            organisation | constant | RF4
                            month        | across   | Latest > {month}
                            """ + CODES));

    private NastiesCatalogue() {}

    /** A catalogue of one return, whose files may be called anything and have any of the layouts. */
    public static Catalogue of(List<String> layouts) {
        List<Measure> measures = new ArrayList<>();
        Stream.of("M01", "M02", "M03", "M04", "M05", "N01", "N02", "S02")
                .forEach(code -> measures.add(percent(code, code)));
        Stream.of(
                        IntStream.range(0, 60).mapToObj(number -> String.format(Locale.UK, "N%02d", number)),
                        IntStream.range(1, 6).mapToObj(number -> String.format(Locale.UK, "S%02d", number)),
                        IntStream.range(0, 9).mapToObj(number -> String.format(Locale.UK, "B%02d", number)))
                .flatMap(codes -> codes)
                .filter(code ->
                        measures.stream().noneMatch(measure -> measure.code().equals(code)))
                .forEach(code -> measures.add(count(code, code)));
        measures.add(count("CIN", "Children in Need per 10,000 population"));
        measures.add(percent("REREF", "%Re-Referrals"));
        measures.add(count("CSE", "Cases open to the CSE Team"));
        measures.add(percent("SATISFIED", "%Staff Satisfaction - UNDER DEVELOPMENT"));
        measures.add(count("CONDUCT", "Live Conduct/Capability/Suspensions case work"));
        List<Organisation> organisations = Stream.of("TRUST", "RF4", "R1H", "RQM", "007", "1E05")
                .map(code -> new Organisation(
                        code,
                        "Organisation " + code,
                        "trust",
                        code.equals("TRUST") ? Optional.empty() : Optional.of("TRUST")))
                .toList();
        return SmallCatalogue.with(
                measures,
                organisations,
                SmallCatalogue.rules(),
                List.of(SmallCatalogue.due("ANY", "*", List.of(layouts))),
                layouts.stream()
                        .map(layout -> Optional.ofNullable(LAYOUTS.get(layout)).orElseThrow())
                        .toArray(Layout[]::new));
    }

    private static Measure count(String code, String name) {
        return SmallCatalogue.measure(code, name, Unit.COUNT, Aggregation.STOCK, Frequency.MONTHLY);
    }

    private static Measure percent(String code, String name) {
        return SmallCatalogue.measure(code, name, Unit.PERCENT, Aggregation.RATIO, Frequency.MONTHLY);
    }
}
