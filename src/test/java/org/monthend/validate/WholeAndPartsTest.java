package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.catalogue.Severity;
import org.monthend.extract.SheetSketch;

/** A whole and the localities that one return states. */
class WholeAndPartsTest {

    private final Path folder;

    WholeAndPartsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** The rows of the trust, of Seven and of NORTH; those two are all its localities. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            TIMELY; 881|951| ; 400|450| ; 481|501| ; -
            TIMELY; 881|951| ; 400|450| ; 480|501| ; its 2 localities add up to 93% (880 of 951)
            TIMELY; 881|951| ; 400|450| ; 481|502| ; its 2 localities add up to 93% (881 of 952)
            TIMELY; 881|951| ; 400|450| ; -        ; -
            TIMELY; 881|951| ; 900|950| ; -        ; 1 of its 2 localities alone add up to 95% (900 of 950)
            TIMELY; 881|951| ; 400|450| ; |||-     ; -
            TIMELY; 881|951| ; 900|950| ; |||-     ; 1 of its 2 localities alone add up to 95% (900 of 950)
            TIMELY; ||93%    ; 400|450| ; 481|501| ; -
            TIMELY; ||94%    ; 400|450| ; 481|501| ; its 2 localities add up to 93% (881 of 951)
            TIMELY; |||-     ; 400|450| ; 481|501| ; -
            TIMELY; ||93%    ; ||10%    ; ||20%    ; -
            OPEN  ; ||29     ; ||9      ; ||20     ; -
            OPEN  ; ||29     ; ||9      ; ||21     ; its 2 localities add up to 30
            OPEN  ; ||29     ; ||30     ; -        ; 1 of its 2 localities alone add up to 30
            OPEN  ; -        ; ||9      ; ||21     ; -
            """)
    void addsUp(String measure, String trust, String seven, String north, String disagreement) {
        List<String> issues = issues(Stream.of("TRUST|" + trust, "Seven|" + seven, "NORTH|" + north)
                .filter(row -> !row.endsWith("null"))
                .map(row -> measure + "|" + row.replaceFirst("\\|", "|Dec-15|"))
                .collect(Collectors.joining("\n")));
        if (disagreement == null) {
            assertThat(issues).isEmpty();
        } else {
            assertThat(issues).hasSize(1).allMatch(issue -> issue.contains(", but " + disagreement + "."));
        }
    }

    @Test
    void comparesEachMonthByItself() {
        assertThat(issues("""
                OPEN|TRUST|Nov-15|||29
                OPEN|Seven|Nov-15|||9
                OPEN|NORTH|Nov-15|||20
                OPEN|NORTH|Dec-15|||20
                OPEN|Seven|Dec-15|||8
                OPEN|TRUST|Dec-15|||29
                """)).hasSize(1).allMatch(issue -> issue.startsWith("QUERY R406 at Return!F7: "));
    }

    @Test
    void asksNothingWhereTheRowsContradictThemselves() {
        assertThat(issues("""
                OPEN|TRUST|Dec-15|||29
                OPEN|TRUST|Dec-15|||28
                OPEN|Seven|Dec-15|||9
                OPEN|NORTH|Dec-15|||9
                """)).isEmpty();
    }

    private List<String> issues(String rows) {
        Path file = SheetSketch.workbook(
                        "Return", "Measure|Organisation|Month|Numerator|Denominator|Value|Status|Comment\n" + rows)
                .write(folder.resolve("return Dec-15.xlsx"));
        return Judged.of(file, SmallCatalogue.taking(Rule.PARTS_DISAGREE, Severity.QUERY, SmallLayouts.TIDY))
                .issues()
                .stream()
                .filter(issue -> issue.contains("R406"))
                .toList();
    }
}
