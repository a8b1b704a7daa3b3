package org.monthend.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monthend.catalogue.RuleSetting;
import org.monthend.catalogue.Severity;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.Reason;
import org.monthend.validate.Issue;
import org.monthend.validate.Judgement;
import org.monthend.validate.Rule;

/** The page that explains every rule with a return that breaks it, drawn from the rules, the sample and the examples. */
final class RulesPage {

    private static final int LONGEST_LINE = 120;

    private final List<RuleSetting> settings;
    private final Path folder;

    /** @param folder where the examples are written to be judged */
    RulesPage(Path folder) {
        this.settings = new CatalogueFile(Path.of("input", "catalogue.xlsx"))
                .read(ReadLimits.standard())
                .rules();
        this.folder = folder;
    }

    String text() {
        return Stream.of(
                        Stream.of(opening()),
                        Stream.of(contents()),
                        Arrays.stream(Stage.values()).flatMap(this::stage),
                        Stream.of(reasons()))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    private static String opening() {
        return """
                # Rules
                Every return is judged by these rules. This page is written by a test from the rules themselves, from the sample's catalogue and from the example of each rule; the sentences are what a sender reads.

                An issue names the rule, the cell, what was found, what was expected and what to do:

                    ERROR R201 at CP!F14: 'n/a' is text, not a number of the kind asked for. Write a number, or '-' if there is nothing to report.

                ## Severity
                | severity | what it does |
                |---|---|
                | REFUSE | The whole return is refused; what was loaded before stays as it is. |
                | ERROR | The row does not load; the others do. |
                | QUERY | It loads. The issue stays open until someone explains it. |
                | NOTE | It loads. It is said once. |

                How severely a rule is taken stands in the catalogue, `input/catalogue.xlsx`, on the sheet Rules: one row for each rule with Rule, Severity and Tolerance. Change the cell and save; the next load judges the files of its months anew by it. Below is what the sample's catalogue says. Not every severity makes sense for every rule, so each says which it may have: a row of which nothing could be loaded cannot be a query.

                Every file ends in one verdict: loaded, loaded with queries, partly loaded, refused, deferred (it may still be on its way; the next run looks again), ignored (no return at all, such as Excel's own lock file), or it was decided before and nothing changes.

                Rules of the stage *history* know what the warehouse knew when the month began to be loaded. A check without a warehouse cannot speak of earlier months, and raises none of them.
                """;
    }

    private String contents() {
        return Arrays.stream(Rule.values())
                .map(rule -> "| [%s](#%s) | %s | %s | %s |"
                        .formatted(
                                rule.code(),
                                rule.code().toLowerCase(Locale.ROOT),
                                rule.name(),
                                rule.title(),
                                setting(rule).severity()))
                .collect(Collectors.joining(
                        "\n",
                        "## All rules\n| rule | reason code | what is wrong | severity |\n|---|---|---|---|\n",
                        "\n"));
    }

    private Stream<String> stage(Stage stage) {
        return Stream.concat(
                Stream.of("## " + stage.title + "\n"),
                Arrays.stream(Rule.values())
                        .filter(rule -> rule.code().charAt(1) == stage.digit)
                        .map(this::rule));
    }

    private String rule(Rule rule) {
        return """
                ### <a id="%s"></a>%s %s
                **%s.** %s

                - Severity: **%s**; it may be %s.
                %s- What to do: %s

                %s""".formatted(
                        rule.code().toLowerCase(Locale.ROOT),
                        rule.code(),
                        rule.name(),
                        rule.title(),
                        RuleMeanings.of(rule),
                        setting(rule).severity(),
                        admitted(rule),
                        tolerance(rule),
                        rule.howToFix(),
                        EveryRuleTest.examples()
                                .filter(each -> each.rule() == rule)
                                .findFirst()
                                .map(this::example)
                                .orElseGet(() -> RuleMeanings.exampleOfSeveralReturns(rule)));
    }

    private String example(EveryRuleTest.Example example) {
        Judgement judgement = EveryRuleTest.judge(example, new KeptSubmissions(example.known()), folder);
        String sentences = judgement.issues().stream()
                .filter(issue -> issue.rule() == example.rule())
                .map(Issue::sentence)
                .collect(Collectors.joining("\n> "));
        String known = example.known().toString();
        return """
                %s%s:
                ```
                %s
                ```
                > %s

                The return is %s.
                """.formatted(
                        known.isEmpty() ? "" : "Known before: " + known + ".\n\n",
                        "`" + example.name() + "`",
                        content(example),
                        sentences,
                        judgement.verdict().label());
    }

    private RuleSetting setting(Rule rule) {
        return settings.stream()
                .filter(each -> each.rule().equals(rule.code()))
                .findFirst()
                .orElseThrow();
    }

    private static String admitted(Rule rule) {
        List<String> all = Arrays.stream(Severity.values())
                .filter(rule::admits)
                .map(Severity::name)
                .toList();
        int last = all.size() - 1;
        return last == 0 ? "nothing else" : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }

    private String tolerance(Rule rule) {
        String words = RuleMeanings.tolerance(rule);
        return words.isEmpty()
                ? ""
                : "- Tolerance: **%s**, %s.\n"
                        .formatted(setting(rule).tolerance().orElseThrow().toPlainString(), words);
    }

    private static String content(EveryRuleTest.Example example) {
        String content = String.valueOf(example.file()).strip();
        return content.isEmpty()
                ? "(no content)"
                : content.lines().map(RulesPage::cut).collect(Collectors.joining("\n"));
    }

    private static String cut(String line) {
        String printable = line.replace("\u0000", "");
        return printable.length() > LONGEST_LINE ? printable.substring(0, LONGEST_LINE) + " …" : printable;
    }

    private static String reasons() {
        String unreadable = Arrays.stream(Reason.values())
                .map(reason -> "| %s | %s |%s |"
                        .formatted(
                                reason.name(),
                                RuleMeanings.of(reason),
                                reason.isLimit() ? " `--limit " + reason.limit() + "=…`" : ""))
                .collect(Collectors.joining("\n"));
        return """
                ## Reason codes
                A refused or deferred file has one reason code. It is the name of the rule that refuses the return as a whole, or of the first rule that rejected a row where none was left (`LAYOUT_MISFIT`, `NOT_A_NUMBER` …). For R001 and R007 it says what the file is:

                | code | what it means | the limit that can be raised |
                |---|---|---|
                %s
                | TAKEN_AWAY | The file was taken away while it was read; it is deferred. | |
                | CHANGED | The file was changed while it was read; it is deferred. | |

                EMPTY_FILE and TRUNCATED are deferred while the file may still be on its way, and refused once it has stood still.
                """.formatted(unreadable);
    }

    /** Where in the way of a return a rule is asked. */
    private enum Stage {
        CONTAINER('0', "Container: is it a workbook that may be opened?"),
        STRUCTURE('1', "Structure: sheets, headings and month"),
        CELL('2', "Cell: type, unit, names and status codes"),
        ROW('3', "Row: figures that belong together"),
        RETURN('4', "Return: its rows together"),
        HISTORY('5', "History: what was known before");

        private final char digit;
        private final String title;

        Stage(char digit, String title) {
            this.digit = digit;
            this.title = title;
        }
    }
}
