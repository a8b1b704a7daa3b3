package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.catalogue.Severity;
import org.monthend.extract.SheetSketch;

/** Which issues of two attempts at a return are the same, and which have the same cause. */
class IssueMatterTest {

    private static final String HEADER = "Measure|Organisation|Month|Numerator|Denominator|Value|Status|Comment\n";
    private static final String BEFORE = "Visits in time|TRUST|Dec-15|881|951|90||";

    private final Path folder;

    IssueMatterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            the same again                ; Visits in time|TRUST|Dec-15|881|951|90||                                 ; same      ; same
            it stands further down        ; OPEN|TRUST|Dec-15|||29||#Visits in time|TRUST|Dec-15|881|951|90||        ; same      ; same
            the name in another case      ; "VISITS IN  TIME|TRUST|Dec-15|881|951|90||"                              ; same      ; same
            the organisation by its name  ; Visits in time|The Trust|2015-12|881|951|90||                            ; same      ; same
            another comment               ; Visits in time|TRUST|Dec-15|881|951|90||as agreed                        ; same      ; same
            another numerator             ; Visits in time|TRUST|Dec-15|882|951|90||                                 ; same      ; different
            another value                 ; Visits in time|TRUST|Dec-15|881|951|91||                                 ; different ; different
            another organisation          ; Visits in time|NORTH|Dec-15|881|951|90||                                 ; different ; different
            another month                 ; Visits in time|TRUST|Nov-15|881|951|90||                                 ; different ; different
            """)
    void isMatchedByWhatItIsAbout(String change, String after, String issue, String cause) {
        Issue before = disagreement(BEFORE);
        Issue now = disagreement(after.replace('#', '\n'));

        assertThat(now.fingerprint().equals(before.fingerprint()) ? "same" : "different")
                .isEqualTo(issue);
        assertThat(now.cause().equals(before.cause()) ? "same" : "different").isEqualTo(cause);
    }

    private Issue disagreement(String rows) {
        Path file = SheetSketch.workbook("Return", HEADER + rows + "\nOPEN|NORTH|Dec-15|||1||")
                .write(folder.resolve("cp Dec-15.xlsx"));
        List<Issue> issues = Judged.of(
                        file, SmallCatalogue.taking(Rule.VALUE_DISAGREES, Severity.QUERY, SmallLayouts.TIDY))
                .judgement()
                .issues();
        assertThat(issues).hasSize(1);
        return issues.get(0);
    }
}
