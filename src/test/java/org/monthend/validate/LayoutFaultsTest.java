package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a layout says and nobody would read, or nobody could, refuses the catalogue with the cell and a remedy. */
class LayoutFaultsTest {

    private final Path folder;

    LayoutFaultsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            # one more row of the layout TIDY, in row 13 ~ the fault
            value of CPP | column | Rate |              ~ "Layouts!A2: Layout has the value of one measure and of all. Keep the one or the other."
            value of CCP | column | Rate |              ~ "Layouts!D13: Part 'ccp' is not in the catalogue. Add it to the sheet 'Measures', or correct the code. # Layouts!A2: Layout has the value of one measure and of all. Keep the one or the other."
            comment of CPP | column | Why |             ~ "Layouts!D13: Part 'comment of cpp' is no figure of a measure. Write one of: numerator, remainder, denominator, value, status, of and the measure."
            numerator of CPP | title | {month} |        ~ "Layouts!E13: Where 'title' cannot be for 'numerator of cpp'. Write column or across. # Layouts!E13: Where 'title' is for the month, year, measure, organisation or category alone. Write column or constant."
            numerator | across | Number |               ~ "Layouts!F13: Words 'Number' does not say what stands across. Put {measure}, {organisation}, {month}, {quarter}, {category} there, or write column."
            comment | across | {month} |                ~ "Layouts!E13: Where 'across' cannot be for 'comment'. Write column, or let a figure or one of these stand across: measure, organisation, month, quarter, category."
            organisation | across | Area |              ~ "Layouts!F13: Words 'Area' does not say where the organisation stands. Put {organisation} there, once. # Layouts!A2: Layout has months across and a column of figures beside them. Keep the one or the other."
            organisation | title | Return of * |        ~ "Layouts!F13: Words 'Return of *' does not say where the organisation stands. Put {organisation} there, once."
            organisation | row | Area |                 ~ "Layouts!E13: Where 'row' is for the unit alone. Write one of: column, across, title, constant, file name, sheet name."
            unit | row | *(£k)* |                       ~ "Layouts!G13: Unit is blank. Write one of: percent, fraction, pounds, £k, £m, thousands, millions, per 1,000, per 10,000, per 100,000, count, days, weeks."
            unit | row | *(£k)* | kilopounds            ~ "Layouts!G13: Unit 'kilopounds' is not known. Write one of: percent, fraction, pounds, £k, £m, thousands, millions, per 1,000, per 10,000, per 100,000, count, days, weeks."
            organisation | column | Area | percent      ~ "Layouts!G13: Unit 'percent' is of no figure. Leave it blank."
            remainder | column | Late |                 ~ "Layouts!A2: Layout has a remainder, which is what the numerator leaves of the denominator. Give the denominator beside it, and no numerator."
            numerator | column | {measure} |            ~ "Layouts!F13: Words '{measure}' stands for nothing known. Write one of: {month}, {fiscal year}, {quarter}, {month end}, {year}."
            numerator | column | {column AB} |          ~ ""
            numerator | column | {column 2} |           ~ "Layouts!F13: Words '{column 2}' stands for nothing known. Write one of: {month}, {fiscal year}, {quarter}, {month end}, {year}."
            numerator | across | {measure}{measure} |   ~ "Layouts!F13: Words '{measure}{measure}' does not say what stands across. Put {measure}, {organisation}, {month}, {quarter}, {category} there, or write column. # Layouts!F13: Words '{measure}{measure}' asks for {measure} twice. Keep one of the two."
            numerator | across | {month name} {measure} | ~ "Layouts!F13: Words '{month name} {measure}' does not say where the year stands. Put {year} there, or {month} for both."
            numerator | across | {year} {measure} |     ~ "Layouts!A2: Layout has years in place of months. Add a row for years end in, such as March."
            year | title | {year} |                     ~ ""
            years end in | | Marsh |                    ~ "Layouts!F13: Words 'Marsh' cannot be for 'years end in'. Write the name of the month, such as March."
            numbers | | 1,234,5 |                       ~ "Layouts!F13: Words '1,234,5' cannot be for 'numbers'. Write 1,234.5 or 1.234,5 or 1 234,5 or 1 234.5 or 1'234.5, with – before it where that is minus."
            dates | | 31.12.2015 |                      ~ "Layouts!F13: Words '31.12.2015' cannot be for 'dates'. Write 31/12/2015 or 12/31/2015."
            table | | second |                          ~ "Layouts!F13: Words 'second' cannot be for 'table'. Write 1 for the first table of the sheet."
            table | title | * |                         ~ "Layouts!F13: Words '*' cannot be for 'table'. Write the words of the title above the table."
            table | row | 2 |                           ~ "Layouts!E13: Where 'row' cannot be for 'table'. Write one of: nothing, title."
            fill down | | comment |                     ~ "Layouts!F13: Words 'comment' cannot be for 'fill down'. Write a field that has a column."
            header tiers | reach right | 1 |            ~ "Layouts!F13: Words '1' cannot be for 'header tiers'. Write 2 or 3."
            pass over | column | Total |                ~ "Layouts!F13: Words 'Total' cannot be for 'pass over'. Write the heading, = and the words beneath it."
            pass over | heading | A > B |               ~ "Layouts!F13: Words 'A > B' has more tiers than the header, which has 1. Add a row for header tiers, or correct the words."
            ends at | | * |                             ~ "Layouts!F13: Words '*' cannot be for 'ends at'. Write words that no row of data begins with."
            other name | measure | CPP rate |           ~ "Layouts!F13: Words 'CPP rate' cannot be for 'other name'. Write the other name, = and the code."
            other name | measure | Rate = CCP |         ~ "Layouts!F13: Words 'CCP' is not in the catalogue. Add it to the sheet 'Measures', or correct the code."
            other name | | Rate = CPP |                 ~ "Layouts!E13: Where is blank. Write one of: category, line, measure, organisation, project."
            code | denominator | 0 = suppressed |       ~ "Layouts!E13: Where 'denominator' cannot be for 'code'. Write one of: nothing, value."
            code | value | - = not applicable |         ~ ""
            notes | title | Notes* |                    ~ "Layouts!E13: Where 'title' cannot be for 'notes'. Write one of: nothing."
            """)
    void isTold(String part, String faults) {
        CatalogueReading reading = new CatalogueSketch()
                .and("Layouts", "TIDY | 2014-10 | | " + part)
                .read(folder);

        assertThat(reading instanceof CatalogueReading.Faulty faulty ? String.join(" # ", faulty.faults()) : "")
                .isEqualTo(faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            # words                          ~ others                               ~ the fault
            measure | column | Measure |     ~ measure | constant | CPP |           ~ ""
            measure | column | Measure |     ~ organisation | column | Area |       ~ "Layouts!A2: Layout does not say what measure a row is about. Add a row for it."
            month | column | Month |         ~ month | constant | soon |            ~ "Layouts!F4: Words 'soon' is no month. Write the month as Dec-15."
            month | column | Month |         ~ month | title | {year} |             ~ "Layouts!A2: Layout has years in place of months. Add a row for years end in, such as March."
            """)
    void eachPartTakenAwayIsMissed(String words, String others, String faults) {
        CatalogueReading reading =
                new CatalogueSketch().with("Layouts", words, others).read(folder);

        assertThat(reading instanceof CatalogueReading.Faulty faulty ? String.join(" # ", faulty.faults()) : "")
                .isEqualTo(faults);
    }
}
