package org.monthend.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monthend.calendar.ReportingMonth;
import org.monthend.catalogue.Catalogue;
import org.monthend.catalogue.MonthlyReturn;
import org.monthend.extract.SheetSketch;
import org.monthend.extract.format.ReadLimits;
import org.monthend.validate.History;
import org.monthend.validate.Issue;
import org.monthend.validate.Judgement;
import org.monthend.validate.KnownFigures;
import org.monthend.validate.Rule;
import org.monthend.validate.SmallCatalogue;
import org.monthend.validate.SmallLayouts;
import org.monthend.validate.TablePlace;

/** For every rule a return of December 2015 that breaks it, and what its sender reads. */
class EveryRuleTest {

    private static final ReportingMonth DECEMBER = new ReportingMonth(2015, 12);
    private static final String TIDY = "Measure|Organisation|Month|Numerator|Denominator|Value|Status|Comment\n";
    private static final String GOOD = "OPEN|TRUST|Dec-15|||29\n";

    private final Path folder;

    EveryRuleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /**
     * @param name what the sender calls the file
     * @param file the workbook, or the text of another file
     * @param sentence what the sender reads
     * @param verdict with rows read, accepted and rejected
     * @param known what the warehouse knows before
     */
    record Example(Rule rule, String name, Object file, String sentence, String verdict, History known) {

        Example(Rule rule, String name, Object file, String sentence, String verdict) {
            this(rule, name, file, sentence, verdict, History.nothing());
        }

        @Override
        public String toString() {
            return rule.code() + " " + rule.title();
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                new Example(
                        Rule.UNREADABLE_WORKBOOK,
                        "tidy Dec-15.xlsx",
                        "%PDF-1.4 a portable document\u0000",
                        "REFUSE R001: This is a PDF document, not a workbook; send the table as an Excel workbook (.xlsx) or as"
                                + " CSV. Send it again as an Excel workbook (.xlsx).",
                        "refused 0 = 0 + 0"),
                new Example(
                        Rule.UNKNOWN_RETURN,
                        "other.xlsx",
                        tidy(GOOD),
                        "REFUSE R002: 'other.xlsx' fits no file name of the catalogue's returns (tidy *.xlsx, grades *,"
                                + " finance *, audit *, projects *, across *, owed *, *.csv). Its table is one of"
                                + " tidy *.xlsx or owed * or *.csv. Name the file as the catalogue's"
                                + " Returns sheet says, or add the return there.",
                        "refused 0 = 0 + 0"),
                new Example(
                        Rule.MACROS,
                        "tidy Dec-15.xlsx",
                        tidy(GOOD).withMacros(),
                        "NOTE R003: The workbook carries macros; they were not run. Nothing to do.",
                        "accepted 1 = 1 + 0"),
                new Example(
                        Rule.EXTERNAL_LINKS,
                        "tidy Dec-15.xlsx",
                        tidy(GOOD).withExternalLink(),
                        "NOTE R004: Formulas take values from other workbooks; the values stored when it was last saved"
                                + " were read and may be out of date. Check that the figures are up to date, or paste"
                                + " them as values.",
                        "accepted 1 = 1 + 0"),
                new Example(
                        Rule.DECODED_ENCODING,
                        "Dec-15.csv",
                        TIDY.replace('|', ',') + "OPEN,TRUST,Dec-15,,,29,,£ of the year\n",
                        "NOTE R005: ",
                        "accepted 1 = 1 + 0"),
                new Example(
                        Rule.UNUSUAL_FILE,
                        "tidy Dec-15.xlsx",
                        tidy(GOOD).hideRow(2),
                        "NOTE R006 at Return: 1 row(s) are hidden. It was read; check the figures if you did not expect"
                                + " this.",
                        "accepted 1 = 1 + 0"),
                new Example(
                        Rule.UNFINISHED_FILE,
                        "tidy Dec-15.xlsx",
                        "",
                        "NOTE R007: The file is empty (0 bytes): perhaps it is still being written; save or send it"
                                + " again. Wait until it stands still, and load again; a file that stays as it is must be"
                                + " sent anew.",
                        "deferred 0 = 0 + 0"),
                new Example(
                        Rule.LAYOUT_MISFIT,
                        "tidy Dec-15.xlsx",
                        SheetSketch.workbook("Return", TIDY.replace("Value", "Target|Result") + GOOD),
                        "REFUSE R101 at Return!A1: layout TIDY does not fit: on sheet 'Return' the heading 'Value' is"
                                + " missing; 'Value' was in column F last month; the heading 'Status' was in column G last"
                                + " month and is now in H. Put the heading back as it was, or describe the new layout in"
                                + " the catalogue's Layouts sheet.",
                        "refused 0 = 0 + 0",
                        new KnownFigures()
                                .place(new TablePlace(
                                        "TIDY",
                                        DECEMBER.minusMonths(1),
                                        "Return",
                                        1,
                                        Map.of("Denominator", "E1", "Value", "F1", "Status", "G1")))),
                new Example(
                        Rule.WRONG_MONTH,
                        "tidy Nov-15.xlsx",
                        tidy(GOOD),
                        "REFUSE R102: the file 'tidy Nov-15.xlsx' is named for November 2015, but it stands in the folder"
                                + " of December 2015. Put the file into the folder of its month.",
                        "refused 1 = 0 + 1"),
                new Example(
                        Rule.NO_ROWS,
                        "tidy Dec-15.xlsx",
                        tidy(""),
                        "REFUSE R103 at Return: no row of data was found beneath the headings. Fill it in, or state '-'"
                                + " where there is nothing to report.",
                        "refused 0 = 0 + 0"),
                new Example(
                        Rule.HIDDEN_SHEETS,
                        "tidy Dec-15.xlsx",
                        tidy(GOOD).and("Lists", "CPP").hide("Lists"),
                        "NOTE R104: the sheets 'Lists' are hidden; no table was looked for there. Nothing to do.",
                        "accepted 1 = 1 + 0"),
                new Example(
                        Rule.ROWS_PASSED_OVER,
                        "tidy Dec-15.xlsx",
                        tidy(GOOD + "Total||||| 29\n"),
                        "NOTE R105 at Return: 1 row(s) of totals were not loaded. Nothing to do.",
                        "accepted 1 = 1 + 0"),
                row(
                        Rule.NOT_A_NUMBER,
                        "OPEN|NORTH|Dec-15|||<5",
                        "ERROR R201 at Return!F3: '<5' is text, not a number of the kind asked for. Write a number, or '-'"
                                + " if there is nothing to report."),
                row(
                        Rule.UNCOMPUTED_FORMULA,
                        "OPEN|NORTH|Dec-15|||[=SUM(F2)]",
                        "ERROR R202 at Return!F3: the formula '=SUM(F2)' has no computed value. Open the workbook in"
                                + " Excel, let it calculate, and save it."),
                row(
                        Rule.ERROR_VALUE,
                        "OPEN|NORTH|Dec-15|||[#DIV/0!]",
                        "ERROR R203 at Return!F3: the cell shows #DIV/0!. Mend the formula, or write the figure."),
                row(
                        Rule.UNREADABLE_MONTH,
                        "OPEN|NORTH|15-Dec|||9",
                        "ERROR R204 at Return!C3: '15-Dec' is no month that can be read for certain. Write the month as"
                                + " Dec-15."),
                row(
                        Rule.UNKNOWN_MEASURE,
                        "Оpen|NORTH|Dec-15|||9",
                        "ERROR R205 at Return!A3: 'Оpen' is no measure of the catalogue. Use a name or code of the"
                                + " Measures sheet."),
                row(
                        Rule.UNKNOWN_ORGANISATION,
                        "OPEN|SOUTH|Dec-15|||9",
                        "ERROR R206 at Return!B3: 'SOUTH' is no organisation. Use a name or code of the Organisations"
                                + " sheet."),
                row(
                        Rule.UNKNOWN_STATUS,
                        "OPEN|NORTH|Dec-15||||maybe",
                        "ERROR R207 at Return!G3: 'maybe' is no status that the layout knows. Use one of the codes, or"
                                + " write a figure."),
                new Example(
                        Rule.STRAY_SIGN,
                        "finance Dec-15.xlsx",
                        finance("PAY|£18.9M|+£21.4M|+£2.47M"),
                        "NOTE R208 at Finance!C2: '+£21.4M' is no variance, yet it has a plus sign. Leave the sign out; it"
                                + " was dropped.",
                        "accepted 1 = 1 + 0"),
                new Example(
                        Rule.UNKNOWN_CATEGORY,
                        "audit Dec-15.xlsx",
                        SheetSketch.workbook("Audit", "Opinion|Number\nLimited|2\nPartial|1"),
                        "ERROR R209 at Audit!A3: 'Partial' is no opinion of OPINION. Use a name or code of the Categories"
                                + " sheet.",
                        "partly_accepted 2 = 1 + 1"),
                new Example(
                        Rule.UNKNOWN_FINANCE_LINE,
                        "finance Dec-15.xlsx",
                        finance("PAY|£1M|£1M|\nRent|£1M|£1M|"),
                        "ERROR R210 at Finance!A3: 'Rent' is no line of the catalogue. Use a name or code of the Finance"
                                + " lines sheet.",
                        "partly_accepted 2 = 1 + 1"),
                new Example(
                        Rule.UNKNOWN_PROJECT,
                        "projects Dec-15.xlsx",
                        SheetSketch.workbook("Projects", "Project|Progress|Finance|Status\nPAUSE|G|R|\nStop|G|R|"),
                        "ERROR R211 at Projects!A3: 'Stop' is no project of the catalogue. Use a name or code of the"
                                + " Projects sheet.",
                        "partly_accepted 2 = 1 + 1"),
                new Example(
                        Rule.MARK_WITHOUT_NOTE,
                        "tidy Dec-15.xlsx",
                        tidy("OPEN|TRUST|Dec-15|||17*"),
                        "NOTE R212 at Return!F2: the mark '*' has no note in the return. Write the note beneath the table,"
                                + " or take the mark away.",
                        "accepted 1 = 1 + 0"),
                row(
                        Rule.NAME_MISSING,
                        "|NORTH|Dec-15|||9",
                        "ERROR R213 at Return!A3: the row has figures but no name. Name it, or clear the row."),
                new Example(
                        Rule.UNREADABLE_TEXT,
                        "Dec-15.csv",
                        TIDY.replace('|', ',') + "OPEN,TRUST,Dec-15,,,29,," + "long ".repeat(8000) + "\n",
                        "QUERY R214 at Dec-15!H2: the comment is unreadable: ",
                        "accepted_with_queries 1 = 1 + 0"),
                new Example(
                        Rule.MIXED_SCALES,
                        "tidy Dec-15.xlsx",
                        tidy("TIMELY|TRUST|Dec-15|||87\nTIMELY|NORTH|Dec-15|||0.87"),
                        "REFUSE R215 at Return!F3: '0.87' stands in one column with '87' in F2, so it may be a"
                                + " percentage below 1 or one of 100 times as much. Write all of them as 87% or as 87, or"
                                + " declare percent or fraction for the column in the catalogue's Layouts sheet.",
                        "refused 2 = 0 + 2"),
                row(
                        Rule.FRACTION_INCOMPLETE,
                        "TIMELY|TRUST|Dec-15|881||",
                        "ERROR R301 at Return!A3: Visits in time has no denominator. Give both, or neither and the value"
                                + " alone."),
                row(
                        Rule.DENOMINATOR_NOT_POSITIVE,
                        "TIMELY|TRUST|Dec-15|0|0|",
                        "ERROR R302 at Return!E3: the denominator of Visits in time is 0. Write '-' if there was nothing to"
                                + " count."),
                row(
                        Rule.NUMERATOR_ABOVE_DENOMINATOR,
                        "TIMELY|TRUST|Dec-15|120|100|",
                        "ERROR R303 at Return!D3: 120 of 100 would be more than 100%. Check which of the two is wrong."),
                row(
                        Rule.VALUE_DISAGREES,
                        "TIMELY|TRUST|Dec-15|881|951|94%",
                        "ERROR R304 at Return!F3: '94%' is stated, but 881 over 951 gives 92.6. Correct the figure that is"
                                + " wrong."),
                row(
                        Rule.NOTHING_STATED,
                        "TIMELY|TRUST|Dec-15|||",
                        "ERROR R305 at Return!A3: Visits in time has no figure for Dec-15. Write the figure; for a measure"
                                + " or a finance line that has none, write '-'."),
                row(
                        Rule.FIGURE_AND_STATUS,
                        "TIMELY|TRUST|Dec-15|||93%|-",
                        "ERROR R306 at Return!G3: the row has a figure and the status '-'. Keep the one that is right."),
                row(
                        Rule.MONTH_AFTER_RETURN,
                        "OPEN|TRUST|Jan-16|||30",
                        "ERROR R307 at Return!C3: the row is about January 2016, after the return's month December 2015."
                                + " Correct the month."),
                row(
                        Rule.PERCENTAGE_OUT_OF_RANGE,
                        "TIMELY|TRUST|Dec-15|||105",
                        "ERROR R308 at Return!F3: 105% is no share of anything. Correct the figure."),
                row(
                        Rule.NEGATIVE_FIGURE,
                        "CPP|TRUST|Dec-15|||−3",
                        "ERROR R309 at Return!F3: CPP per 10,000 is -3. Correct the figure."),
                new Example(
                        Rule.VARIANCE_DISAGREES,
                        "finance Dec-15.xlsx",
                        finance("TOTAL|£42.3M|£43.1M|+£917K"),
                        "QUERY R310 at Finance!D2: £43.1M less £42.3M lies between £0.70M and £0.90M, but the variance is"
                                + " stated as +£917K. Confirm the variance with the finance team, or correct it.",
                        "accepted_with_queries 1 = 1 + 0"),
                row(
                        Rule.NOT_A_QUARTER_END,
                        "EET|TRUST|Nov-15|13|14|",
                        "ERROR R311 at Return!C3: Young offenders in EET is reported by the quarter, and November 2015 ends"
                                + " none. Report it under March, June, September or December."),
                row(
                        Rule.MONTH_TOO_OLD,
                        "OPEN|TRUST|Dec-05|||30",
                        "ERROR R312 at Return!C3: the row is about December 2005, 120 months before the return's month"
                                + " December 2015. Correct the month, or send it with the return of then."),
                new Example(
                        Rule.SAME_ROW_TWICE,
                        "tidy Dec-15.xlsx",
                        tidy(GOOD + GOOD),
                        "NOTE R401 at Return!F3: OPEN for Dec-15 stands at Return!F2 already. Take one of the two away; it"
                                + " was counted once.",
                        "accepted 2 = 2 + 0"),
                new Example(
                        Rule.CONTRADICTING_ROWS,
                        "tidy Dec-15.xlsx",
                        tidy(GOOD + "OPEN|TRUST|Dec-15|||30"),
                        "ERROR R402 at Return!F3: OPEN for Dec-15 says something else at Return!F2; neither was loaded."
                                + " Keep the one that is right.",
                        "refused 2 = 0 + 2"),
                new Example(
                        Rule.SHARES_DO_NOT_ADD_UP,
                        "grades Dec-15.xlsx",
                        SheetSketch.workbook(
                                "Grades",
                                "Audited in December 2015\nGrade|Area|Files|Share\nRI|TRUST||80\nG|TRUST||10\nO|TRUST||0"),
                        "QUERY R403 at Grades!D5: the shares add up to 90.0%. Check the shares against the cases.",
                        "accepted_with_queries 3 = 3 + 0"),
                new Example(
                        Rule.MEASURE_MISSING,
                        "owed Dec-15.xlsx",
                        tidy(GOOD + "EET|TRUST|Dec-15||||-"),
                        "QUERY R404: the return says nothing of Visits in time for December 2015. Add its row; write '-' if"
                                + " there is nothing to report.",
                        "accepted_with_queries 2 = 2 + 0"),
                new Example(
                        Rule.CATEGORY_MISSING,
                        "grades Dec-15.xlsx",
                        SheetSketch.workbook(
                                "Grades", "Audited in December 2015\nGrade|Area|Files|Share\nRI|TRUST|26|\nG|TRUST|4|"),
                        "QUERY R405 at Grades: the table says nothing of Outstanding for TRUST in December 2015. Add its"
                                + " row; write 0 where nothing falls into it.",
                        "accepted_with_queries 2 = 2 + 0"),
                new Example(
                        Rule.PARTS_DISAGREE,
                        "tidy Dec-15.xlsx",
                        tidy(
                                "TIMELY|TRUST|Dec-15|881|951|\nTIMELY|Seven|Dec-15|400|450|\nTIMELY|NORTH|Dec-15|480|501|"),
                        "QUERY R406 at Return!D2: Visits in time of Dec-15 for TRUST is 93% (881 of 951), but its 2"
                                + " localities add up to 93% (880 of 951). Correct the figure that is wrong, that of the"
                                + " whole or of a locality.",
                        "accepted_with_queries 3 = 3 + 0"),
                new Example(
                        Rule.COPY_OF_LAST_MONTH,
                        "tidy Dec-15.xlsx",
                        tidy(GOOD + "CPP|TRUST|Dec-15|||51\nTIMELY|TRUST|Dec-15|881|951|"),
                        "QUERY R501 at Return: all 3 figures of December 2015 are those of November 2015, numerators and"
                                + " denominators included; CPP per 10,000 for TRUST is 51 in both. Send the month's own"
                                + " figures, or confirm that nothing has changed.",
                        "accepted_with_queries 3 = 3 + 0",
                        new KnownFigures()
                                .value("OPEN", "TRUST", "2015-11", "29")
                                .value("CPP", "TRUST", "2015-11", "51")
                                .fraction("TIMELY", "TRUST", "2015-11", 881, 951)),
                new Example(
                        Rule.OUTSIDE_OWN_LIMITS,
                        "tidy Dec-15.xlsx",
                        tidy("TIMELY|TRUST|Dec-15|||41%"),
                        "QUERY R502 at Return!F2: Visits in time for TRUST is 41%; the 12 figures before lie usually between"
                                + " 18% and 29%, and the last is 25%. Check the figure; if it is right, say what has happened.",
                        "accepted_with_queries 1 = 1 + 0",
                        new KnownFigures()
                                .values("TIMELY", "TRUST", DECEMBER, 24, 22, 23, 25, 22, 24, 26, 23, 22, 24, 23, 25)),
                new Example(
                        Rule.RESTATED_MONTH,
                        "tidy Dec-15.xlsx",
                        tidy(GOOD + "TIMELY|TRUST|Nov-15|885|951|"),
                        "NOTE R503 at Return!D3: Visits in time of Nov-15 for TRUST was 93% (881 of 951) and is now 93% (885"
                                + " of 951). Nothing to do, if that was meant.",
                        "accepted 2 = 2 + 0",
                        new KnownFigures().fraction("TIMELY", "TRUST", "2015-11", 881, 951)),
                new Example(
                        Rule.RESTATED_CLOSED_MONTH,
                        "tidy Dec-15.xlsx",
                        tidy(GOOD + "CPP|TRUST|Sep-15|||52"),
                        "QUERY R504 at Return!F3: CPP per 10,000 of Sep-15 for TRUST was 51 and is now 52, and the"
                                + " scorecard of that month is published. Say why it has changed; what is published stays as"
                                + " it is until a new edition.",
                        "accepted_with_queries 2 = 2 + 0",
                        new KnownFigures()
                                .value("CPP", "TRUST", "2015-09", "51")
                                .published("2015-09")),
                new Example(
                        Rule.ORGANISATION_MISSING,
                        "tidy Dec-15.xlsx",
                        tidy(GOOD + "OPEN|NORTH|Dec-15|||9"),
                        "QUERY R505: the return of November 2015 spoke of 007; this one does not. Add its rows, or say why it"
                                + " no longer reports.",
                        "accepted_with_queries 2 = 2 + 0",
                        new KnownFigures()
                                .value("OPEN", "TRUST", "2015-11", "30")
                                .value("OPEN", "007", "2015-11", "4")),
                new Example(
                        Rule.HISTORY_LEFT_OUT,
                        "tidy Dec-15.xlsx",
                        tidy(GOOD),
                        "NOTE R506: of 1 measures and organisations only the first 0 were compared with the months before."
                                + " Nothing to do; look at the rest yourself, or send it in several files.",
                        "accepted 1 = 1 + 0",
                        new KnownFigures()
                                .value("OPEN", "TRUST", "2015-11", "30")
                                .reaching(0)));
    }

    /** A faulty row beneath one that is right. */
    private static Example row(Rule rule, String row, String sentence) {
        return new Example(rule, "tidy Dec-15.xlsx", tidy(GOOD + row), sentence, "partly_accepted 2 = 1 + 1");
    }

    private static SheetSketch tidy(String rows) {
        return SheetSketch.workbook("Return", TIDY + rows);
    }

    private static SheetSketch finance(String rows) {
        return SheetSketch.workbook("Finance", "Line|Budget|Forecast|Variance\n" + rows);
    }

    /** A quarter that its months contradict is found by no single return: EarlierScorecardTest has that example. */
    @Test
    void everyRuleHasItsExample() {
        assertThat(examples().map(Example::rule))
                .containsExactlyElementsOf(Arrays.stream(Rule.values())
                        .filter(rule -> rule != Rule.QUARTER_DISAGREES)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aBrokenRuleIsToldInOneSentence(Example example) {
        KeptSubmissions kept = new KeptSubmissions(example.known());
        Judgement judgement = judge(example, kept, folder);

        List<Issue> told = judgement.issues().stream()
                .filter(issue -> issue.rule() == example.rule())
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).sentence())
                .startsWith(example.sentence())
                .endsWith(example.rule().howToFix());
        assertThat("%s %s = %s + %s"
                        .formatted(
                                judgement.verdict().word(),
                                judgement.rowsRead(),
                                judgement.rowsAccepted(),
                                judgement.rowsRejected()))
                .isEqualTo(example.verdict());
        assertThat(kept.kept()).hasSize(judgement.verdict().isDecision() ? 1 : 0);
    }

    /** No sentence but the file's own remarks stands beside the one that is meant. */
    @ParameterizedTest
    @MethodSource("examples")
    void aBrokenRuleIsToldAlone(Example example) {
        assertThat(judge(example, new KeptSubmissions(example.known()), folder).issues())
                .extracting(Issue::rule)
                .filteredOn(rule -> rule != Rule.UNUSUAL_FILE)
                .allMatch(rule -> rule == example.rule());
    }

    private static Catalogue catalogue() {
        return SmallCatalogue.of(
                List.of(
                        due("tidy *.xlsx", "TIDY"),
                        due("grades *", "GRADES"),
                        due("finance *", "FINANCE"),
                        due("audit *", "OPINIONS"),
                        due("projects *", "PROJECTS"),
                        due("across *", "ACROSS"),
                        SmallCatalogue.owing("owed *", List.of("OPEN", "TIMELY", "EET"), List.of(List.of("TIDY"))),
                        due("*.csv", "TIDY")),
                SmallLayouts.TIDY,
                SmallLayouts.ACROSS,
                SmallLayouts.GRADES,
                SmallLayouts.FINANCE,
                SmallLayouts.OPINIONS,
                SmallLayouts.PROJECTS);
    }

    private static MonthlyReturn due(String fileName, String layout) {
        return SmallCatalogue.due(fileName, fileName, List.of(List.of(layout)));
    }

    /** What comes of loading the example where nothing but what it knows is known. */
    static Judgement judge(Example example, KeptSubmissions kept, Path folder) {
        try {
            return new SubmissionLoader(catalogue(), kept, ReadLimits.standard())
                    .load(ReturnFolder.describe(write(example, folder), DECEMBER))
                    .judgement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Example example, Path folder) throws IOException {
        Path file = folder.resolve(example.name());
        return example.file() instanceof SheetSketch sketch
                ? sketch.write(file)
                : Files.write(file, String.valueOf(example.file()).getBytes(Charset.forName("windows-1252")));
    }
}
