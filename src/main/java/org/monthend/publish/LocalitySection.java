package org.monthend.publish;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Organisation;
import org.monthend.scorecard.MeasureLine;
import org.monthend.scorecard.MeasurePart;
import org.monthend.scorecard.MeasureParts;
import org.monthend.scorecard.Outturn;
import org.monthend.scorecard.PartsReading;
import org.monthend.scorecard.Printed;

/**
 * A measure by locality: where the whole comes from and who stands out, a row for each locality and for the whole, and
 * the small charts.
 *
 * @param places the localities in the order of the catalogue, then the whole
 * @param reference the mean of the whole, which every chart shows; empty where it has none
 */
record LocalitySection(String sentences, List<Place> places, String reference) {

    /**
     * One locality, or the whole.
     *
     * @param line what its printed values are marked with: the code of the locality and that of the measure
     * @param unsaid the reason for a missing figure where nothing is printed for it
     * @param made numerator and denominator, where there are any
     * @param chance of meeting the year's target; empty without one
     * @param chart an svg element; nothing for the whole, and where there is no figure to draw
     */
    record Place(
            String line,
            String name,
            boolean isWhole,
            MeasureRow row,
            String unsaid,
            String made,
            String chance,
            String chart) {}

    /** With more than this the charts stand below the table rather than beside it. */
    private static final int MOST_BESIDE = 12;

    /** Empty where no locality has ever stated a figure of the measure. */
    static Optional<LocalitySection> of(MeasureParts parts) {
        if (parts.parts().isEmpty()) {
            return Optional.empty();
        }
        List<String> charts = LocalityChart.svgs(parts);
        Stream<Place> localities = IntStream.range(0, charts.size()).mapToObj(index -> {
            MeasurePart part = parts.parts().get(index);
            return place(part.organisation(), part.line(), parts.month(), false, charts.get(index));
        });
        return Optional.of(new LocalitySection(
                PartsReading.sentences(parts),
                Stream.concat(
                                localities,
                                Stream.of(place(parts.organisation(), parts.whole(), parts.month(), true, "")))
                        .toList(),
                LocalityChart.reference(parts)
                        .map(mean -> Printed.value(
                                BigDecimal.valueOf(mean), parts.whole().measure()))
                        .orElse("")));
    }

    private static Place place(
            Organisation organisation, MeasureLine line, ReportingMonth month, boolean isWhole, String chart) {
        return new Place(
                organisation.code() + " " + line.measure().code(),
                organisation.name(),
                isWhole,
                MeasureRow.of(line, month),
                line.latest().printed().isEmpty() ? Printed.figure(line.latest().figure(), line.measure(), "") : "",
                made(organisation, line, month),
                line.outturn().map(LocalitySection::chance).orElse(""),
                chart);
    }

    private static String made(Organisation organisation, MeasureLine line, ReportingMonth month) {
        return new MeasurePart(organisation, line)
                .in(month)
                .map(MeasureSection::parts)
                .orElse("");
    }

    private static String chance(Outturn outturn) {
        return outturn.chanceShown()
                .map(percent -> outturn.complete() ? percent > 50 ? "met" : "missed" : percent + "%")
                .orElse("");
    }

    public boolean isMany() {
        return localities().size() > MOST_BESIDE;
    }

    public boolean hasMade() {
        return places.stream().anyMatch(place -> !place.made().isEmpty());
    }

    public boolean hasTargets() {
        return places.stream().anyMatch(place -> !place.row().target().isEmpty());
    }

    public boolean hasAssurance() {
        return places.stream().anyMatch(place -> place.row().assurance().isThere());
    }

    public boolean hasChances() {
        return places.stream().anyMatch(place -> !place.chance().isEmpty());
    }

    /** Those with a small chart to draw, or the words that stand for it. */
    public List<Place> localities() {
        return places.stream().filter(place -> !place.isWhole()).toList();
    }
}
