package org.monthend.catalogue;

/**
 * One measure of the scorecard as the catalogue defines it.
 *
 * @param printedName the name as the page prints it, which may say more than the name ("… - UNDER DEVELOPMENT")
 * @param nameStatus "printed", or "inferred (35%)" where the original name was lost and this is the likeliest one
 * @param section code of the page's section, such as services or workforce
 * @param block left or right half of the section's table
 * @param position place within the block, from 1
 * @param contract "y" for a contract measure, "inferred y" where that is likely, "n" otherwise
 * @param decimals decimal places shown; the display unit is 10^-decimals of the unit
 * @param numerator what is counted on top, empty when the measure is not a fraction and nothing is known
 * @param denominator what it is divided by, empty when the measure is not a fraction
 * @param showsTrend whether the page shows an arrow at all
 */
public record Measure(
        String code,
        String name,
        String printedName,
        String nameStatus,
        String section,
        String block,
        int position,
        String contract,
        Unit unit,
        int decimals,
        String numerator,
        String denominator,
        String definition,
        Polarity polarity,
        Frequency frequency,
        Aggregation aggregation,
        Lifecycle lifecycle,
        boolean showsTrend) {

    public boolean isContractMeasure() {
        return contract.equals("y");
    }

    public boolean hasInferredName() {
        return nameStatus.startsWith("inferred");
    }

    /** The smallest step that the page can show, in the measure's unit: 1 for whole numbers, 0.1 for one decimal. */
    public double displayUnit() {
        return Math.pow(10, -decimals);
    }
}
