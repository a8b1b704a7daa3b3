package org.monthend.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monthend.extract.SheetSketch;

/** A return of December 2015 beside what was known of the months before. */
class HistoryRulesTest {

    private static final String TIDY = "Measure|Organisation|Month|Numerator|Denominator|Value|Status|Comment\n";

    private final Path folder;

    HistoryRulesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # what last month said            | rules
            OPEN 29, CPP 51, TIMELY 881/951   | R501
            OPEN 29, CPP 51, TIMELY 880/951   |
            OPEN 29, CPP 51                   |
            OPEN 29, CPP 52, TIMELY 881/951   |
            """)
    void aCopyEqualsLastMonthInEveryFigure(String known, String rules) {
        KnownFigures history = new KnownFigures();
        for (String each : known.split(", ", -1)) {
            String[] words = each.split("[ /]", -1);
            if (words.length == 3) {
                history.fraction(words[0], "TRUST", "2015-11", Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            } else {
                history.value(words[0], "TRUST", "2015-11", words[1]);
            }
        }

        assertThat(rules(
                        "OPEN|TRUST|Dec-15|||29\nCPP|TRUST|Dec-15|||51\nTIMELY|TRUST|Dec-15|881|951|\nEET|TRUST|Dec-15|3|4|",
                        history))
                .isEqualTo(rules == null ? List.of() : List.of(rules));
    }

    @Test
    void noughtsAndFiguresThatNeverMoveAreNoCopy() {
        KnownFigures history = new KnownFigures().value("CPP", "TRUST", "2015-11", "0");
        for (String month : List.of("2015-08", "2015-09", "2015-10", "2015-11")) {
            history.value("OPEN", "TRUST", month, "29").fraction("TIMELY", "TRUST", month, 12, 12);
        }

        assertThat(rules("OPEN|TRUST|Dec-15|||29\nCPP|TRUST|Dec-15|||0\nTIMELY|TRUST|Dec-15|12|12|", history))
                .isEmpty();
    }

    @Test
    void aReturnIsHeldAgainstWhatItSaysItselfOfEarlierMonths() {
        KnownFigures history = new KnownFigures()
                .value("OPEN", "TRUST", "2015-11", "29")
                .value("CPP", "TRUST", "2015-11", "51")
                .value("CPP", "NORTH", "2015-11", "40");

        assertThat(rules("OPEN|TRUST|Dec-15|||29\nCPP|TRUST|Dec-15|||51\nCPP|NORTH|Dec-15|||40", history))
                .containsExactly("R501");
        assertThat(rules(
                        "OPEN|TRUST|Dec-15|||29\nCPP|TRUST|Nov-15|||50\nCPP|TRUST|Dec-15|||51\nCPP|NORTH|Dec-15|||40",
                        history))
                .containsExactly("R503");
    }

    @Test
    void aRestatementThatChangesNothingIsNone() {
        KnownFigures history = new KnownFigures().fraction("TIMELY", "TRUST", "2015-10", 881, 951);

        assertThat(rules("OPEN|TRUST|Dec-15|||29\nTIMELY|TRUST|Oct-15|881.0|951|92.6%", history))
                .isEmpty();
    }

    @Test
    void theMonthItselfMayBeCorrectedUntilItIsPublished() {
        KnownFigures history = new KnownFigures().value("OPEN", "TRUST", "2015-12", "28");

        assertThat(rules("OPEN|TRUST|Dec-15|||29", history)).isEmpty();
        assertThat(rules("OPEN|TRUST|Dec-15|||29", history.published("2015-12")))
                .containsExactly("R504");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # figure | rules
            29.4     |
            30       | R502
            18       |
            17       | R502
            """)
    void aFigureIsUnusualOutsideTheLimitsOfTheMonthsBefore(String figure, String rules) {
        KnownFigures history = new KnownFigures()
                .values("TIMELY", "TRUST", Judged.DECEMBER, 24, 22, 23, 25, 22, 24, 26, 23, 22, 24, 23, 25);

        assertThat(rules("TIMELY|TRUST|Dec-15|||" + figure, history))
                .isEqualTo(rules == null ? List.of() : List.of(rules));
    }

    @Test
    void elevenMonthsAreTooFewToSayWhatIsUsual() {
        KnownFigures history = new KnownFigures()
                .values("TIMELY", "TRUST", Judged.DECEMBER, 22, 23, 25, 22, 24, 26, 23, 22, 24, 23, 25);

        assertThat(rules("TIMELY|TRUST|Dec-15|||95", history)).isEmpty();
    }

    @Test
    void aLevelThatHasMovedIsAskedAboutOnce() {
        KnownFigures history = new KnownFigures()
                .values("TIMELY", "TRUST", Judged.DECEMBER, 24, 22, 23, 25, 22, 24, 26, 23, 22, 24, 23, 25, 41);

        assertThat(rules("TIMELY|TRUST|Dec-15|||42", history)).isEmpty();
        assertThat(rules("TIMELY|TRUST|Dec-15|||55", history)).containsExactly("R502");
    }

    @Test
    void anOrganisationWhoseRowIsRefusedIsNotMissing() {
        KnownFigures history =
                new KnownFigures().value("OPEN", "TRUST", "2015-11", "28").value("OPEN", "NORTH", "2015-11", "9");

        assertThat(rules("OPEN|TRUST|Dec-15|||29\nOPEN|NORTH|Dec-15|||many", history))
                .containsExactly("R201");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # values of TIMELY  | rules
            0.87 ; 87           | R215
            0.87 ; 87%          | R215
            0.87 ; [87%]        | R215
            0.87% ; 87          |
            [0.87%] ; 87        |
            0.87 ; 0.92         |
            0 ; 87              |
            1 ; 87              |
            """)
    void aColumnOfPercentagesIsWrittenInOneWay(String values, String rules) {
        String[] both = values.split(" ; ", -1);
        String rows = "TIMELY|TRUST|Dec-15|||%s\nTIMELY|NORTH|Dec-15|||%s".formatted(both[0], both[1]);

        assertThat(rules(rows, History.nothing())).isEqualTo(rules == null ? List.of() : List.of(rules));
    }

    @Test
    void numeratorAndDenominatorSettleTheScale() {
        assertThat(rules("TIMELY|TRUST|Dec-15|1|115|0.87\nTIMELY|NORTH|Dec-15|||87", History.nothing()))
                .isEmpty();
    }

    private List<String> rules(String rows, History history) {
        Path file = SheetSketch.workbook("Return", TIDY + rows).write(folder.resolve("cp Dec-15.xlsx"));
        return Judged.of(file, SmallCatalogue.of(List.of(SmallCatalogue.CP), SmallLayouts.TIDY), history)
                .judgement()
                .issues()
                .stream()
                .map(issue -> issue.rule().code())
                .toList();
    }
}
