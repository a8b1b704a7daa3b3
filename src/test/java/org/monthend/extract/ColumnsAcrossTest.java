package org.monthend.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.catalogue.Layout;
import org.monthend.extract.format.CellValue;

/** Quarters and categories that stand across, as printed scorecards have them. */
class ColumnsAcrossTest {

    private static final Layout QUARTERS = LayoutSketch.layout("PAGE", """
            header tiers |          | 2
            measure      | column   | Measure*
            organisation | constant | TRUST
            quarter      | across   | {fiscal year} > {quarter}
            month        | across   | Latest > {month}
            """);

    private static final String HEADER = """
            Measure (© is one) | Baseline | <    | 2014/15 | <    | 2015/16 | <    | Latest
            ^                  | Rank     | Fig. | Qtr3    | Qtr4 | Qtr1    | Qtr2 | [date 2015-12-31]
            """;

    private final Path folder;

    ColumnsAcrossTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyQuarterOfARowIsARowOfItsOwnBesideTheLatestMonth() {
        assertThat(rows(QUARTERS, HEADER + "CPP | 42 | 51 | 60 | 46 | 49 | 48 | 68"))
                .containsExactlyInAnyOrder(
                        "3: measure=CPP@A3 organisation=TRUST quarter=2014/15 qtr3@D2 value=60@D3",
                        "3: measure=CPP@A3 organisation=TRUST quarter=2014/15 qtr4@E2 value=46@E3",
                        "3: measure=CPP@A3 organisation=TRUST quarter=2015/16 qtr1@F2 value=49@F3",
                        "3: measure=CPP@A3 organisation=TRUST quarter=2015/16 qtr2@G2 value=48@G3",
                        "3: measure=CPP@A3 organisation=TRUST month=Dec-15@H2 value=68@H3");
    }

    @Test
    void aHeadingOfOneTierNamesYearAndQuarter() {
        Layout oneTier = LayoutSketch.layout("ONE", """
                measure | column | Measure
                quarter | across | Q* {fiscal year}
                quarter | across | {quarter} {fiscal year} actual
                """);

        assertThat(rows(oneTier, "Measure | Q 2014/15 | Q3 2014/15 actual\nCPP | 1 | 60"))
                .contains("2: measure=CPP@A2 quarter=2014/15 q3@C1 value=60@C2");
    }

    @Test
    void wordsMergedOverQuartersSpeakForEachOfThem() {
        assertThat(rows(QUARTERS, HEADER + "CSE | - | - | new measure | < | 33 | 23 | 29"))
                .contains(
                        "3: measure=CSE@A3 organisation=TRUST quarter=2014/15 qtr3@D2 value=new measure@D3",
                        "3: measure=CSE@A3 organisation=TRUST quarter=2014/15 qtr4@E2 value=new measure@D3",
                        "3: measure=CSE@A3 organisation=TRUST quarter=2015/16 qtr1@F2 value=33@F3");
        assertThat(rows(QUARTERS, HEADER + "CIC | - | - | under development | < | < | < | <"))
                .contains("3: measure=CIC@A3 organisation=TRUST month=Dec-15@H2 value=under development@D3");
    }

    @Test
    void aFigureMergedOverQuartersIsNobodys() {
        List<CellValue> values = new ArrayList<>();
        Path file = write(HEADER + "CPP | - | - | 42 | < | [text 43%] | < | 29");
        TableSketch.read(
                file,
                QUARTERS,
                row -> values.add(row.value(Field.VALUE).orElseThrow().value()));

        assertThat(values)
                .containsExactlyInAnyOrder(
                        new CellValue.Unreadable(CellValue.Fault.FIGURE_OF_SEVERAL_COLUMNS, "42"),
                        new CellValue.Unreadable(CellValue.Fault.FIGURE_OF_SEVERAL_COLUMNS, "42"),
                        new CellValue.Unreadable(CellValue.Fault.FIGURE_OF_SEVERAL_COLUMNS, "43%"),
                        new CellValue.Unreadable(CellValue.Fault.FIGURE_OF_SEVERAL_COLUMNS, "43%"),
                        new CellValue.Number(BigDecimal.valueOf(29), false));
    }

    @Test
    void wordsMergedOverOtherColumnsReachNoQuarter() {
        assertThat(rows(QUARTERS, HEADER + "CPP | none | < | < | 46 | 49 | 48 | 68"))
                .contains("3: measure=CPP@A3 organisation=TRUST quarter=2014/15 qtr3@D2");
    }

    @Test
    void categoriesAcrossAreCountsOrSharesAsTheirUnitSays() {
        Layout shares = LayoutSketch.layout("SHARES", """
                rows are |          | distribution
                scheme   | constant | GRADE
                category | across   | RI        | percent
                category | across   | G         | percent
                """);
        Layout counts = LayoutSketch.layout("COUNTS", """
                rows are |          | audit opinions
                scheme   | constant | OPINION
                category | across   | NA
                category | across   | Sub
                """);

        assertThat(rows(shares, "*16 of them | RI | G\nCases audited | [87%] | 10%"))
                .containsExactly(
                        "2: scheme=GRADE category=RI@B1 share=0.87@B2", "2: scheme=GRADE category=G@C1 share=10%@C2");
        assertThat(rows(counts, "NA | LA | Sub\n0 | 2 | 4"))
                .containsExactly(
                        "2: scheme=OPINION category=NA@A1 count=0@A2", "2: scheme=OPINION category=Sub@C1 count=4@C2");
    }

    @Test
    void aCategoryThatStandsTwiceIsAMisfit() {
        Layout counts = LayoutSketch.layout("COUNTS", """
                rows are |          | audit opinions
                scheme   | constant | OPINION
                category | across   | NA
                """);

        assertThat(TableSketch.misfit(write("NA | NA\n0 | 2"), counts))
                .isEqualTo("Sheet!A1: the heading 'NA' stands in several columns: A, B");
    }

    private List<String> rows(Layout layout, String sheet) {
        return TableSketch.rows(write(sheet), layout);
    }

    private Path write(String sheet) {
        return SheetSketch.workbook("Sheet", sheet).write(folder.resolve("page.xlsx"));
    }
}
