package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monthend.catalogue.Layout;
import org.monthend.extract.SheetSketch;

/** What is kept of the rows that were not loaded. */
class RejectedRowsTest {

    private static final String HEADER = "Measure|Organisation|Month|Numerator|Denominator|Value|Status|Comment\n";

    private final Path folder;

    RejectedRowsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRowIsKeptWithItsCellsAndWhatKeptItOut() {
        assertThat(tidy("""
                OPEN | TRUST | Dec-15 |     |       | 29 |   |
                Cpq  | TRUST | Dec-15 | 448 | 66150 | 68 |   | as agreed
                """))
                .containsExactly(
                        "2 Return 3 R205 {A3=Cpq, B3=TRUST, C3=Dec-15, D3=448, E3=66150, F3=68, H3=as agreed}");
    }

    @Test
    void rowsThatContradictEachOtherAreKeptAllOfThem() {
        assertThat(tidy("""
                OPEN | TRUST | Dec-15 | | | 29 |
                OPEN | TRUST | Dec-15 | | | 29 |
                OPEN | NORTH | Dec-15 | | | 29 |
                OPEN | TRUST | Dec-15 | | | 30 |
                """))
                .containsExactly(
                        "1 Return 2 R402 {A2=OPEN, B2=TRUST, C2=Dec-15, F2=29}",
                        "2 Return 3 R402 {A3=OPEN, B3=TRUST, C3=Dec-15, F3=29}",
                        "4 Return 5 R402 {A5=OPEN, B5=TRUST, C5=Dec-15, F5=30}");
    }

    @Test
    void rowsThatAreJudgedTogetherAreRejectedTogether() {
        assertThat(rejected(
                        "Grades",
                        "Audited in December 2015\nGrade | Area | Files | Share\n"
                                + "RI | TRUST | 2b |\nG | TRUST | 3 |\nO | TRUST | 1 |\nG | NORTH | 4 |",
                        SmallLayouts.GRADES))
                .containsExactly(
                        "1 Grades 3 R201 {A1=December 2015, A3=RI, B3=TRUST, C3=2b}",
                        "2 Grades 4 R403 {A1=December 2015, A4=G, B4=TRUST, C4=3}",
                        "3 Grades 5 R403 {A1=December 2015, A5=O, B5=TRUST, C5=1}");
    }

    @Test
    void aReturnThatIsRefusedKeepsAllItsRows() {
        assertThat(tidy("""
                OPEN | TRUST | Nov-15 | | | 29   |
                OPEN | NORTH | Nov-15 | | | many |
                """))
                .containsExactly(
                        "1 Return 2 R102 {A2=OPEN, B2=TRUST, C2=Nov-15, F2=29}",
                        "2 Return 3 R102 R201 {A3=OPEN, B3=NORTH, C3=Nov-15, F3=many}");
    }

    @Test
    void noMoreThanTenThousandAreKeptOfAReturn() {
        String rows = IntStream.rangeClosed(1, 10_005)
                .mapToObj(number -> "Nobody knows " + number + " | TRUST | Dec-15 | | | 1")
                .collect(Collectors.joining("\n"));
        Judgement judgement = Judged.of(
                        SheetSketch.workbook("Return", HEADER + rows).write(folder.resolve("cp Dec-15.xlsx")),
                        SmallCatalogue.of(List.of(SmallCatalogue.CP), SmallLayouts.TIDY))
                .judgement();

        assertThat(judgement.rowsRejected()).isEqualTo(10_005);
        assertThat(judgement.rejected()).hasSize(10_000);
    }

    private List<String> tidy(String rows) {
        return rejected("Return", HEADER + rows, SmallLayouts.TIDY);
    }

    private List<String> rejected(String sheet, String cells, Layout layout) {
        Path file = SheetSketch.workbook(sheet, cells).write(folder.resolve("cp Dec-15.xlsx"));
        return Judged.of(file, SmallCatalogue.of(List.of(SmallCatalogue.CP), layout)).judgement().rejected().stream()
                .map(row -> "%d %s %d %s %s"
                        .formatted(
                                row.number(),
                                row.sheet(),
                                row.row(),
                                row.rules().stream().map(Rule::code).sorted().collect(Collectors.joining(" ")),
                                new TreeMap<>(row.cells())))
                .toList();
    }
}
