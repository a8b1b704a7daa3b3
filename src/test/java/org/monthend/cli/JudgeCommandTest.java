package org.monthend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monthend.scorecard.ForecastRule;
import org.monthend.scorecard.SeriesKind;

/** The command as an analyst types it. It needs no database. */
class JudgeCommandTest {

    private static final Path SHARED = Path.of(System.getProperty("shared"));

    private final Path folder;

    JudgeCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void judgesTheTrendOfEachSeries() throws IOException {
        Answer answer = judge("trend", """
                values,owner,case_id,unit
                10;11;10;11;10;11;10;11;10;20;21;20,me,rising,1
                10;11;10;11;10;11;10;11;10;11;10;11,me,"level, really",1
                ;;;;,me,=nothing(),0.1
                """);

        assertThat(answer.out()).isEqualTo("""
                case_id,arrow,z,D
                rising,UP,4.499999999999999,4.83558994197292
                "level, really",FLAT,0.37599999999999867,0.22222222222222143
                '=nothing(),NONE,0,0
                """);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void theTrendIsThatOfEveryReferenceCase() throws IOException {
        Path file = SHARED.resolve("forecast/arrow_vectors.csv");

        Answer answer = run("judge", "trend", "--csv", file.toString());

        List<String[]> expected = cells(Files.readString(file));
        List<String[]> judged = cells(answer.out());
        assertThat(judged).hasSize(301);
        for (int i = 1; i < judged.size(); i++) {
            assertThat(judged.get(i)[0]).isEqualTo(expected.get(i)[0]);
            assertThat(judged.get(i)[1]).as(judged.get(i)[0]).isEqualTo(expected.get(i)[5]);
            assertThat(Double.parseDouble(judged.get(i)[2]))
                    .as(judged.get(i)[0])
                    .isCloseTo(Double.parseDouble(expected.get(i)[3]), within(0.001));
        }
    }

    /** Words and truths to the letter, numbers to the twelve digits of the reference; what differs is told and counted. */
    @Test
    void spcWritesWhatTheReferenceWrites() throws IOException {
        Path summary = folder.resolve("summary.csv");

        Answer answer = run(
                "judge",
                "spc",
                "--csv",
                SHARED.resolve("oracle/spc_input.csv").toString(),
                "--summary",
                summary.toString());

        assertThat(differences(answer.out(), Files.readString(SHARED.resolve("oracle/spc_expected_points.csv"))))
                .as("points without a moving range above zero, of which the package says nothing")
                .hasSize(289)
                .allMatch(difference -> difference.endsWith("lpl upl close_to_limits outside_limits"));
        assertThat(differences(
                        Files.readString(summary), Files.readString(SHARED.resolve("oracle/spc_expected_summary.csv"))))
                .containsExactly(
                        "edge_constant_100 assurance",
                        "ae_G82071_tother_perf95 assurance",
                        "ae_Y02961_tother_perf95 assurance");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err())
                .isEqualTo(
                        "spc_input.csv, line 353: column rebase: the case 'edge_rebase_date_not_in_data_ignored' has no"
                                + " period 2014-01-15, so the limits do not start afresh there.\n");
    }

    @Test
    void aPeriodWithoutAFigureHasLimitsAndNoPoint() throws IOException {
        Answer answer = judge("spc", """
                case,period,value,direction,target,rebase,fix_after_n,screen_outliers
                C,2015-01,5,increase,4,,,TRUE
                C,2015-02,,increase,4,,,TRUE
                C,2015-03,7,increase,4,,,TRUE
                """);

        assertThat(answer.out()).isEqualTo("""
                case,period,rebase_group,mean,lpl,upl,relative_to_mean,close_to_limits,outside_limits,special_cause_type,point_type,short_group
                C,2015-01,0,6,0.6799999999999997,11.32,-1,FALSE,FALSE,Common Cause,common_cause,TRUE
                C,2015-02,0,6,0.6799999999999997,11.32,,,,,,TRUE
                C,2015-03,0,6,0.6799999999999997,11.32,1,FALSE,FALSE,Common Cause,common_cause,TRUE
                """);
        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void datesAreTakenInTheirOrder() throws IOException {
        String header = "case,period,value,direction,target,rebase,fix_after_n,screen_outliers\n";
        String march = "C,2015-03-01,7,neutral,,,,FALSE\n";
        String january = "C,2015-01-01,5,neutral,,,,FALSE\n";
        String february = "C,2015-02-01,9,neutral,,,,FALSE\n";

        assertThat(judge("spc", header + march + january + february).out())
                .isEqualTo(judge("spc", header + january + february + march).out());
    }

    /** The target moves: what counts is the one in force at the end. */
    @ParameterizedTest
    @ValueSource(strings = {"90 consistent_fail", "1 consistent_pass", "11 inconsistent"})
    void assuranceIsAgainstTheTargetInForceAtTheEnd(String targetAndAssurance) throws IOException {
        String[] words = targetAndAssurance.split(" ");
        String rows = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> "C,2015-%02d,%d,increase,%s,,,TRUE"
                        .formatted(month, 10 + month % 2, month < 12 ? "50" : words[0]))
                .collect(Collectors.joining("\n"));
        Path summary = folder.resolve("summary.csv");
        Path file = Files.writeString(
                folder.resolve("in.csv"),
                "case,period,value,direction,target,rebase,fix_after_n,screen_outliers\n" + rows + "\n");

        run("judge", "spc", "--csv", file.toString(), "--summary", summary.toString());

        assertThat(summary).hasContent("case,error,assurance,variation\nC,," + words[1] + ",common_cause");
    }

    @Test
    void theForecastIsThatOfTheScorecard() throws IOException {
        Path file = SHARED.resolve("forecast/mc_train_15.csv");

        Answer answer = run("judge", "forecast", "--csv", file.toString(), "--horizon", "3");

        StringBuilder expected = new StringBuilder();
        for (String[] series : cells(Files.readString(file)).subList(1, 1001)) {
            List<OptionalDouble> values = Arrays.stream(series[1].split(";"))
                    .map(value -> OptionalDouble.of(Double.parseDouble(value)))
                    .toList();
            for (ForecastRule.Span span : ForecastRule.outlook(values, SeriesKind.POSITIVE, 0, 3)
                    .orElseThrow()
                    .months()) {
                expected.append(span.mean()).append(' ').append(span.high95()).append('\n');
            }
        }
        StringBuilder forecast = new StringBuilder();
        for (String[] row : cells(answer.out()).subList(1, 3001)) {
            forecast.append(Double.parseDouble(row[2]))
                    .append(' ')
                    .append(Double.parseDouble(row[6]))
                    .append('\n');
        }
        assertThat(forecast).hasToString(expected.toString());
    }

    @Test
    void aForecastThatThereIsNotIsBlank() throws IOException {
        assertThat(judge("forecast", "series_id,values\nA,5;6\n", "--horizon", "2", "--kind", "percent")
                        .out())
                .isEqualTo("series_id,h,mean,lo80,hi80,lo95,hi95\nA,1,,,,,\nA,2,,,,,\n");
    }

    @Test
    void theKindBoundsTheForecast() throws IOException {
        String series = "series_id,values\nA,99;100;98;100;99;100;100;99;100;100;98;100;99;100\n";

        List<String[]> percent =
                cells(judge("forecast", series, "--kind", "percent").out());
        List<String[]> auto = cells(judge("forecast", series).out());

        assertThat(percent.subList(1, 13)).allMatch(row -> Double.parseDouble(row[6]) <= 100);
        assertThat(auto.subList(1, 13)).anyMatch(row -> Double.parseDouble(row[6]) > 100);
    }

    @Test
    void anOutturnDoesNotLookAtLaterMonths() throws IOException {
        List<Integer> months =
                IntStream.range(0, 36).map(i -> 100 + i * i % 17).boxed().toList();
        List<Integer> later = new ArrayList<>(months);
        for (int i = 30; i < 36; i++) {
            later.set(i, 9_999);
        }

        List<String> asItWas = outturn(months).lines().toList();
        List<String> otherwise = outturn(later).lines().toList();

        assertThat(asItWas).hasSize(9);
        assertThat(otherwise.subList(0, 7)).isEqualTo(asItWas.subList(0, 7));
        assertThat(otherwise.get(7)).startsWith("A,9,fy,").isNotEqualTo(asItWas.get(7));
    }

    private String outturn(List<Integer> months) throws IOException {
        return judge(
                        "outturn",
                        "denominators,series_id,start_month,kind,numerators\n,A,2013-04,COUNT_X,"
                                + months.stream().map(String::valueOf).collect(Collectors.joining(";")) + "\n")
                .out();
    }

    @Test
    void allWritesWhatTheSingleCommandsWrite() throws IOException {
        String months = IntStream.range(0, 42)
                .mapToObj(i -> String.valueOf(100 + i * i % 17))
                .collect(Collectors.joining(";"));
        Path out = folder.resolve("judged");

        Answer answer = judge(
                "all",
                "series_id,kind,start_month,numerators,denominators,target\nA,COUNT_X,2012-04," + months + ",,\n",
                "--out",
                out.toString());

        assertThat(answer.exitCode()).isZero();
        assertThat(out.resolve("trend.csv"))
                .hasContent(judge("trend", "case_id,unit,values\nA,1," + months + "\n")
                        .out());
        assertThat(out.resolve("forecast.csv"))
                .hasContent(judge("forecast", "series_id,values\nA," + months + "\n", "--kind", "count")
                        .out());
        assertThat(Files.readString(out.resolve("spc.csv")).lines()).hasSize(43);
        assertThat(out.resolve("spc-summary.csv")).content().startsWith("case,error,assurance,variation\nA,,,");
        assertThat(Files.readString(out.resolve("outturn.csv")).lines().toList().subList(1, 3))
                .isEqualTo(judge(
                                "outturn",
                                "series_id,kind,start_month,numerators,denominators\nA,COUNT_X,2012-04," + months
                                        + ",\n")
                        .out()
                        .lines()
                        .toList()
                        .subList(5, 7));
    }

    @Test
    void whatCannotBeJudgedIsToldAndTheRestJudged() throws IOException {
        Answer answer = judge("trend", """
                case_id,unit,values
                A,1,1;2;x;4
                B,0,1;2
                C,1,1;NaN
                D,1,1;2,3
                E,1,1e400;2
                F,1,1;2;3
                """);

        assertThat(answer.out()).isEqualTo("case_id,arrow,z,D\nF,NONE,0,0\n");
        assertThat(answer.err()).isEqualTo("""
                in.csv, line 2: column values: figure 3 is 'x', which is no number. Write figures as 1234.5, part them with ; and leave a month without a figure blank.
                in.csv, line 3: column unit: '0' is no display unit. Write the smallest step that a page would show: 1 for whole numbers, 0.1 for one decimal.
                in.csv, line 4: column values: figure 2 is 'NaN', which is no number. Write figures as 1234.5, part them with ; and leave a month without a figure blank.
                in.csv, line 5: it has 4 fields where the header has 3; write a text that holds a comma in double quotes.
                in.csv, line 6: column values: 1e400 is larger than any figure that can be reckoned with (1e150). Give the series in a larger unit.
                """);
        assertThat(answer.exitCode()).isEqualTo(3);
    }

    @Test
    void aPointThatCannotBeJudgedIsAPeriodWithoutAFigure() throws IOException {
        String header = "case,period,value,direction,target,rebase,fix_after_n,screen_outliers\n";
        String sound = "C,2015-01,5,increase,,,,TRUE\nC,2015-02,6,increase,,,,TRUE\n";

        Answer answer = judge("spc", header + sound + """
                C,2015-03,six,increase,,,,TRUE
                C,2015-04,5,up,,,,TRUE
                C,2015-05,5,increase,,,11,TRUE
                C,2015-06,5,decrease,,,,TRUE
                C,2015-02,5,increase,,,,TRUE
                C,2015-07,5,increase,,,,yes
                D,2015-01,5,increase,,,,
                C,2015-08,5,increase,,,,TRUE
                C,2015-09,5,increase,,,,TRUE
                """);

        assertThat(answer.out().lines().filter(line -> line.startsWith("C")))
                .containsExactlyElementsOf(
                        judge("spc", header + sound).out().lines().skip(1).toList());
        assertThat(answer.err().lines().map(line -> line.substring(0, line.indexOf('.', 12))))
                .containsExactly(
                        "in.csv, line 8: column period: the case has 2015-02 twice, and only the first counts",
                        "in.csv, line 4: column value: 'six' is no number",
                        "in.csv, line 5: column direction: 'up' is no direction",
                        "in.csv, line 6: column fix_after_n: '11' is no number of figures to fix the limits after",
                        "in.csv, line 7: column direction, fix_after_n or screen_outliers: it is not what the first row of the case says",
                        "in.csv, line 9: column screen_outliers: 'yes' is neither TRUE nor FALSE",
                        "in.csv, line 11: the series 'C' stands higher up already");
        assertThat(answer.exitCode()).isEqualTo(3);
    }

    @Test
    void spendSoFarIsHeldAgainstTheBudget() throws IOException {
        Answer answer = judge("outturn", """
                series_id,kind,start_month,numerators,denominators,budget,committed
                WITHIN,SPEND,2015-04,10;20;30;40;50;60;70;80;90,,130,5
                OVER,SPEND,2015-04,10;20;30;40;50;60;70;80;90,,124,5
                NONE,SPEND,2015-04,10;20;30;40;50;60;70;80;90,,,
                DONE,SPEND,2014-04,1;2;3;4;5;6;7;8;9;10;11;12,,12,
                BAD,SPEND,2014-04,1;2,3;4,,
                """);

        assertThat(answer.out().lines().skip(1).map(line -> line.replaceAll("fy,[^,]*\\.[^,]*,", "fy,x,")))
                .containsExactly(
                        "WITHIN,9,fy,x,125,125,125,125,125",
                        "OVER,9,fy,x,125,125,125,125,125",
                        "NONE,9,fy,,120,120,120,120,120",
                        "DONE,12,fy,1,12,12,12,12,12");
        assertThat(chance(answer, "WITHIN")).isGreaterThan(0.99);
        assertThat(chance(answer, "OVER")).isLessThan(0.01);
        assertThat(answer.err()).contains("line 6: column denominators: SPEND has none");
    }

    private static double chance(Answer answer, String series) {
        return answer.out()
                .lines()
                .filter(line -> line.startsWith(series + ","))
                .mapToDouble(line -> Double.parseDouble(line.split(",")[3]))
                .sum();
    }

    @Test
    void anOutturnNeedsAKindAndDenominatorsThatFit() throws IOException {
        Answer answer = judge("outturn", """
                series_id,kind,start_month,numerators,denominators
                A,SHARE,2013-04,1;2,3;4
                B,PCT,2013-04,1;2,3
                C,COUNT,2013-04,1;2,3;4
                D,COUNT,April 2013,1;2,
                E,COUNT,2197-12,1;2,
                """);

        assertThat(answer.out().lines()).hasSize(1);
        assertThat(answer.err().lines().map(line -> line.substring(0, line.indexOf('.', 10))))
                .containsExactly(
                        "in.csv, line 2: column kind: 'SHARE' is no kind",
                        "in.csv, line 3: column denominators: there are 1 of them, and 2 numerators",
                        "in.csv, line 4: column denominators: a COUNT has none",
                        "in.csv, line 5: column start_month: 'April 2013' is no month",
                        "in.csv, line 6: column numerators: they go on past the year 2197");
        assertThat(answer.exitCode()).isEqualTo(3);
    }

    @Test
    void aColumnThatIsMissingIsNamed() throws IOException {
        Answer answer = judge("trend", "case_id,figures\nA,1;2\n");

        assertThat(answer.err())
                .isEqualTo(
                        "in.csv has no column unit and no column values; its first row has: case_id, figures. Name the"
                                + " columns case_id, unit, values, in any order; others are passed over.\n");
        assertThat(answer.out()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "judge",
                "judge trend",
                "judge trend --csv nowhere.csv",
                "judge forecast --csv IN --horizon 0",
                "judge forecast --csv IN --horizon 121",
                "judge forecast --csv IN --kind money",
                "judge forecast --csv IN --out IN",
                "judge spc --csv IN"
            })
    void whatIsTypedWronglyIsUsage(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), "series_id,values\nA,1;2\n");

        Answer answer = run(command.replace("IN", file.toString()).split(" "));

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).isNotEmpty().doesNotContain("Exception");
        assertThat(file).hasContent("series_id,values\nA,1;2");
    }

    @Test
    void theOutputHasItsNameOnceItIsWhole() throws IOException {
        Path out = folder.resolve("deep").resolve("trend.csv");

        Answer answer = judge("trend", "case_id,unit,values\nA,1,1;2\n", "--out", out.toString());

        assertThat(answer.out()).isEmpty();
        assertThat(out).hasContent("case_id,arrow,z,D\nA,NONE,0,0");
        try (Stream<Path> files = Files.list(out.getParent())) {
            assertThat(files).containsExactly(out);
        }
    }

    @Test
    void whereTheFileBreaksOffTheRestIsLeftOut() throws IOException {
        Answer answer = judge("trend", "case_id,unit,values\nA,1,1;2\n\"B,1,1;2\nC,1,1;2\n");

        assertThat(answer.out()).isEqualTo("case_id,arrow,z,D\nA,NONE,0,0\n");
        assertThat(answer.err()).startsWith("in.csv: Line 3 opens a quotation mark");
        assertThat(answer.exitCode()).isEqualTo(3);
    }

    /** Many rows go through several hands at once. */
    @Test
    void theOrderIsThatOfTheFile() throws IOException {
        List<String> ids = IntStream.range(0, 5_000).mapToObj(i -> "S" + i).toList();

        Answer answer = judge(
                "trend",
                "case_id,unit,values\n"
                        + ids.stream().map(id -> id + ",1,1;2;3;4;5;6;7\n").collect(Collectors.joining()));

        assertThat(cells(answer.out()).stream().skip(1).map(row -> row[0])).containsExactlyElementsOf(ids);
    }

    private Answer judge(String what, String csv, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), csv);
        return run(Stream.concat(Stream.of("judge", what, "--csv", file.toString()), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private static List<String[]> cells(String csv) {
        return csv.lines().map(line -> line.split(",", -1)).toList();
    }

    /** First cell and columns of the rows that differ. */
    private static List<String> differences(String actual, String expected) {
        List<String[]> rows = cells(actual);
        List<String[]> wanted = cells(expected);
        assertThat(rows).hasSameSizeAs(wanted);
        assertThat(rows.get(0)).isEqualTo(wanted.get(0));
        List<String> differences = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            String[] row = rows.get(i);
            String[] want = wanted.get(i);
            String different = IntStream.range(0, row.length)
                    .filter(column -> !isSame(row[column], want[column]))
                    .mapToObj(column -> wanted.get(0)[column])
                    .collect(Collectors.joining(" "));
            if (!different.isEmpty()) {
                differences.add(row[0] + " " + different);
            }
        }
        return differences;
    }

    private static boolean isSame(String actual, String expected) {
        if (actual.equals(expected)) {
            return true;
        }
        if (!actual.matches("-?\\d.*") || !expected.matches("-?\\d.*")) {
            return false;
        }
        double number = Double.parseDouble(expected);
        return Math.abs(Double.parseDouble(actual) - number) <= Math.max(1e-11 * Math.abs(number), 1e-13);
    }

    private static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Monthend.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Answer(exitCode, out.toString(), err.toString());
    }

    record Answer(int exitCode, String out, String err) {}
}
