package org.monthend.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.monthend.catalogue.RuleSetting;
import org.monthend.catalogue.Severity;

/**
 * A rule as the catalogue lists it: how severely it is taken unless the steward says otherwise.
 *
 * @param title what is wrong, in one sentence
 */
record SampleRule(RuleSetting setting, String title) {

    static final List<SampleRule> ALL = List.of(
            rule("R001", Severity.REFUSE, "The file is not a workbook that can be read"),
            rule("R002", Severity.REFUSE, "The file belongs to no return of the catalogue"),
            rule("R003", Severity.NOTE, "The workbook holds macros, which are never run"),
            rule("R004", Severity.NOTE, "The workbook takes figures from another workbook, which is never opened"),
            rule("R005", Severity.NOTE, "The file is not in the encoding that it ought to be in"),
            rule("R006", Severity.NOTE, "The file is unusual"),
            rule("R007", Severity.NOTE, "The file is perhaps still being written"),
            rule("R101", Severity.REFUSE, "The table is not where the layout says"),
            rule("R102", Severity.REFUSE, "The workbook is about another month"),
            rule("R103", Severity.REFUSE, "The return holds no rows"),
            rule("R104", Severity.NOTE, "Hidden sheets are not read"),
            rule("R105", Severity.NOTE, "Rows of totals are passed over"),
            rule("R201", Severity.ERROR, "The cell is not a number"),
            rule("R202", Severity.ERROR, "The formula was never computed"),
            rule("R203", Severity.ERROR, "The cell holds an error value"),
            rule("R204", Severity.ERROR, "The month cannot be read"),
            rule("R205", Severity.ERROR, "The measure is not in the catalogue"),
            rule("R206", Severity.ERROR, "The organisation is not in the catalogue"),
            rule("R207", Severity.ERROR, "The status is not one of the layout's codes"),
            rule("R208", Severity.NOTE, "A figure that is no variance carries a plus sign"),
            rule("R209", Severity.ERROR, "The category is not in the catalogue"),
            rule("R210", Severity.ERROR, "The finance line is not in the catalogue"),
            rule("R211", Severity.ERROR, "The project is not in the catalogue"),
            rule("R212", Severity.NOTE, "A footnote mark has no note"),
            rule("R213", Severity.ERROR, "The name of the row is missing"),
            rule("R214", Severity.QUERY, "A text of the row cannot be read"),
            rule("R215", Severity.REFUSE, "A column of percentages mixes scales"),
            rule("R301", Severity.ERROR, "Numerator and denominator belong together"),
            rule("R302", Severity.ERROR, "The denominator must be above zero"),
            rule("R303", Severity.ERROR, "The numerator is larger than the denominator"),
            rule("R304", Severity.ERROR, "The value is not numerator over denominator"),
            rule("R305", Severity.ERROR, "There is neither a figure nor a status"),
            rule("R306", Severity.ERROR, "There is both a figure and a status"),
            rule("R307", Severity.ERROR, "The row is about a month after the return's"),
            rule("R308", Severity.ERROR, "A percentage lies outside 0 to 100"),
            rule("R309", Severity.ERROR, "A count or rate is negative"),
            rule("R310", Severity.QUERY, 0, "The variance cannot come from budget and forecast"),
            rule("R311", Severity.ERROR, "A quarterly measure is reported under the quarter's last month"),
            rule("R312", Severity.ERROR, 24, "The row is about a month long past"),
            rule("R401", Severity.NOTE, "The same row stands twice"),
            rule("R402", Severity.ERROR, "Two rows contradict each other"),
            rule("R403", Severity.QUERY, 1, "The shares of a distribution do not add up to 100%"),
            rule("R404", Severity.QUERY, "A measure that the return must state is missing"),
            rule("R405", Severity.QUERY, "A category of the scheme is missing"),
            rule("R406", Severity.QUERY, 0, "The localities do not add up to the whole"),
            rule("R410", Severity.QUERY, "A reported quarter differs from its months"),
            rule("R501", Severity.QUERY, 3, "Every figure equals that of the month before"),
            rule("R502", Severity.QUERY, 1, "The figure lies outside what is usual for the measure"),
            rule("R503", Severity.NOTE, "A figure of an earlier month is restated"),
            rule("R504", Severity.QUERY, "A figure of a month that is published is restated"),
            rule("R505", Severity.QUERY, "An organisation that reported last month is missing"),
            rule("R506", Severity.NOTE, "Not all figures were compared with the months before"));

    private static SampleRule rule(String code, Severity severity, String title) {
        return new SampleRule(new RuleSetting(code, severity, Optional.empty()), title);
    }

    private static SampleRule rule(String code, Severity severity, int tolerance, String title) {
        return new SampleRule(new RuleSetting(code, severity, Optional.of(BigDecimal.valueOf(tolerance))), title);
    }
}
